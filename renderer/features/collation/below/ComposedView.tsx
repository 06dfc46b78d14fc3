/** What the witnesses show together: the text with the fewest gaps, each stretch naming the release it is from. */
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { Collation, ComposedText } from '../../../../electron/contract/index.js';
import { announce, performShell, useCall } from '../../../api/index.js';
import { Button, ErrorState, Loading, plural, VirtualList } from '../../../ui/index.js';
import { asChosen } from '../collation-actions.js';
import { wordProblem } from '../page/Notices.js';
import type { Collated } from '../page/use-collation.js';
import css from './ComposedView.module.css';
import { type ComposedPiece, composedRows, sharesOf } from './composed-rows.js';

export interface ComposedViewProps {
  readonly saved: Collation | null;
  readonly collated: Collated;
  onPlace(witness: number, offset: number): void;
}

export function ComposedView({ saved, collated, onPlace }: ComposedViewProps) {
  const { witnesses, base } = collated.result;
  const answer = useCall('collation.compose', saved ? { id: saved.id } : { witnesses: witnesses.map(asChosen), base }, {
    keep: true,
  });
  if (answer.status === 'loading') return <Loading>Composing the text</Loading>;
  if (answer.status === 'error') return <ErrorState {...wordProblem(answer.error)} retry={answer.retry} />;
  return <Composed composed={answer.data} collated={collated} onPlace={onPlace} />;
}

interface ComposedProps extends Pick<ComposedViewProps, 'collated' | 'onPlace'> {
  readonly composed: ComposedText;
}

function Composed({ composed, collated, onPlace }: ComposedProps) {
  const { witnesses } = collated.result;
  const rows = useMemo(() => composedRows(composed), [composed]);
  const shares = useMemo(() => sharesOf(composed, witnesses.length), [composed, witnesses.length]);
  const withheld = composed.spans.filter(({ from }) => from === null).length;
  const whole = Math.max(1, composed.text.length);
  const copy = async () => {
    const done = await performShell('shell.copy', { text: composed.text });
    if (done.ok) announce('The least redacted text was copied', { tone: 'good' });
  };
  return (
    <>
      <div className={css.bar}>
        <span className={css.word}>
          {witnesses
            .map(({ siglum }, index) => `${siglum} ${Math.round(((shares[index] ?? 0) / whole) * 100)}%`)
            .join(' · ')}
          {' · '}
          {withheld === 0 ? 'nothing is withheld by all' : `${plural(withheld, 'place')} withheld by all`}
        </span>
        <Button size="small" onPress={() => void copy()}>
          <Copy size={13} aria-hidden /> Copy
        </Button>
      </div>
      <VirtualList
        use="read"
        label="Least redacted text"
        items={rows}
        rowPx={24}
        keyOf={({ start }) => start}
        row={({ pieces }) => <p className={css.row}>{pieces.map(piece)}</p>}
      />
    </>
  );

  function piece({ text, start, from, begins }: ComposedPiece) {
    if (from === null) {
      return (
        <span key={start} className={css.withheld} title="Withheld by every witness">
          {text}
        </span>
      );
    }
    const { siglum = '?', title = '' } = witnesses[from.witness] ?? {};
    return (
      <span key={start} className={css.piece} data-witness={from.witness % 4}>
        {begins ? (
          <button
            type="button"
            className={css.from}
            aria-label={`From ${siglum}, ${title}: show it there`}
            title={`From ${siglum}: ${title}`}
            onClick={() => onPlace(from.witness, from.start)}
          >
            {siglum}
          </button>
        ) : null}
        <span dir="auto">{text}</span>
      </span>
    );
  }
}
