/** What the witnesses show together: the text with the fewest gaps, each run naming the release it is from. */
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import {
  type Collation,
  type ComposedText,
  describeComposed,
  summaryOfComposed,
} from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce, performShell, useCall } from '../../../api/index.js';
import { Button, ErrorState, Loading, VirtualList } from '../../../ui/index.js';
import { asChosen } from '../collation-actions.js';
import { problemMessage } from '../page/CollationNotices.js';
import type { CollationData } from '../page/use-collation.js';
import css from './ComposedView.module.css';
import { type ComposedRun, composedRows, sharesOf } from './composed-rows.js';

export interface ComposedViewProps {
  readonly saved: Collation | null;
  readonly collated: CollationData;
  onPlace(witness: number, offset: number): void;
}

export function ComposedView({ saved, collated, onPlace }: ComposedViewProps) {
  const { witnesses, base } = collated.result;
  const answer = useCall('collation.compose', saved ? { id: saved.id } : { witnesses: witnesses.map(asChosen), base }, {
    keepPrevious: true,
  });
  if (answer.status === 'loading') return <Loading>{t('Composing the text')}</Loading>;
  if (answer.status === 'error') return <ErrorState {...problemMessage(answer.error)} retry={answer.retry} />;
  return <Composed composed={answer.data} collated={collated} onPlace={onPlace} />;
}

interface ComposedProps extends Pick<ComposedViewProps, 'collated' | 'onPlace'> {
  readonly composed: ComposedText;
}

function Composed({ composed, collated, onPlace }: ComposedProps) {
  const { witnesses } = collated.result;
  const rows = useMemo(() => composedRows(composed), [composed]);
  const shares = useMemo(() => sharesOf(composed, witnesses.length), [composed, witnesses.length]);
  const said = useMemo(() => summaryOf(composed), [composed]);
  const base = witnesses[composed.base]?.siglum ?? '?';
  const whole = Math.max(1, composed.text.length);
  const copy = async () => {
    const done = await performShell('shell.copy', { text: composed.text });
    if (done.ok) announce(t('The least redacted text was copied'), { tone: 'good' });
  };
  return (
    <>
      <div className={css.bar}>
        <span className={css.word}>
          {witnesses
            .map(({ siglum }, index) => `${siglum} ${Math.round(((shares[index] ?? 0) / whole) * 100)}%`)
            .join(' · ')}
          {' · '}
          {said}
        </span>
        <Button size="small" onPress={() => void copy()}>
          <Copy size={13} aria-hidden /> {t('Copy')}
        </Button>
      </div>
      <VirtualList
        use="read"
        label={t('Least redacted text')}
        items={rows}
        rowPx={24}
        getKey={({ start }) => start}
        renderRow={({ runs }) => <p className={css.row}>{runs.map(drawRun)}</p>}
      />
    </>
  );

  function drawRun({ text, start, from, reason, choice, begins }: ComposedRun) {
    if (from === null) {
      if (reason === 'added') {
        return (
          <span key={start} className={css.added}>
            {text}
          </span>
        );
      }
      const title = reason === 'withheld' ? t('Withheld by every witness') : t('Legible in no witness');
      return (
        <span key={start} className={css.withheld} data-because={reason} title={title}>
          {text}
        </span>
      );
    }
    const { siglum = '?', title = '' } = witnesses[from.witness] ?? {};
    const why = WHY[reason]?.(base) ?? '';
    if (choice !== null) {
      // Its siglum stands before it in the text.
      const show = t('{siglum} has “{text}”, {title}: show it there', { siglum, text, title });
      return (
        <span key={start} className={css.piece} data-witness={from.witness % 4}>
          <button
            type="button"
            className={css.choice}
            aria-label={show}
            title={t('Those that show it differ. From {siglum}: {title}', { siglum, title })}
            onClick={() => onPlace(from.witness, from.start)}
          >
            <bdi>{text}</bdi>
          </button>
        </span>
      );
    }
    return (
      <span key={start} className={css.piece} data-witness={from.witness % 4} data-because={reason}>
        {begins ? (
          <button
            type="button"
            className={css.from}
            aria-label={t('From {siglum}, {title}{value}: show it there', {
              siglum,
              title,
              value: why === '' ? '' : `, ${why}`,
            })}
            title={t('From {siglum}: {title}{value}', { siglum, title, value: why === '' ? '' : ` (${why})` })}
            onClick={() => onPlace(from.witness, from.start)}
          >
            {reason === 'unread' ? t('{siglum}, illegible in {base}', { siglum, base }) : siglum}
          </button>
        ) : null}
        <span dir="auto">{text}</span>
      </span>
    );
  }
}

/** Why the words of another witness stand there. */
const WHY: Partial<Record<ComposedText['spans'][number]['because'], (base: string) => string>> = {
  withheld: (base) => t('{base} withholds it', { base }),
  unread: (base) => t('{base} cannot be read here', { base }),
  absent: (base) => t('{base} has nothing here, another witness withholds it', { base }),
};

function summaryOf(composed: ComposedText): string {
  const summary = summaryOfComposed(composed);
  const unread = summary.from.reduce((sum, from) => sum + from.unread, 0);
  const base = composed.sigla[composed.base] ?? '';
  return [
    ...describeComposed(summary),
    ...(unread === 0 ? [] : [t('{unread} illegible in {base}, read from another witness', { unread, base })]),
  ].join(' · ');
}
