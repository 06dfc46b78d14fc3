/** A list of the archive's sources to tick, with a filter over titles and codes. */
import { useDeferredValue, useState } from 'react';
import type { SourceId, SourceRow } from '../../../electron/contract/index.js';
import { sayDate, useCall, wordFailure } from '../../api/index.js';
import { ErrorState, Loading, SearchField, VirtualList } from '../../ui/index.js';
import css from './SourcePicker.module.css';

export interface SourcePickerProps {
  readonly chosen: readonly SourceId[];
  /** Cannot be ticked: they are among the witnesses already. */
  readonly fixed?: readonly SourceId[];
  onChange(chosen: readonly SourceId[]): void;
}

const MOST = 500;
const NONE: readonly SourceId[] = [];

export function SourcePicker({ chosen, fixed = NONE, onChange }: SourcePickerProps) {
  const [line, setLine] = useState('');
  const contains = useDeferredValue(line).trim();
  const answer = useCall(
    'source.list',
    {
      filter: contains === '' ? {} : { contains },
      sort: { by: 'title', direction: 'ascending' },
      offset: 0,
      limit: MOST,
    },
    { keep: true },
  );
  const toggle = ({ id }: SourceRow) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <>
      <SearchField
        label="Filter by title or reference code"
        placeholder="Filter by title or code"
        autoFocus
        value={line}
        onChange={setLine}
      />
      <div className={css.list}>{content()}</div>
    </>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>Reading the list</Loading>;
    if (answer.status === 'error') return <ErrorState {...wordFailure(answer.error)} retry={answer.retry} />;
    if (answer.data.total === 0) return <p className={css.word}>No title or code has this.</p>;
    const { rows, total } = answer.data;
    return (
      <>
        <VirtualList<SourceRow>
          use="choose"
          label="Sources"
          items={rows}
          rowPx={44}
          keyOf={({ id }) => id}
          isChosen={({ id }) => chosen.includes(id) || fixed.includes(id)}
          canChoose={({ id }) => !fixed.includes(id)}
          onToggle={toggle}
          onToggleAll={() => undefined}
          row={(row) => <Row row={row} isChosen={chosen.includes(row.id) || fixed.includes(row.id)} />}
        />
        {total > rows.length ? (
          <p className={css.word}>The first {rows.length} are shown. Filter for the others.</p>
        ) : null}
      </>
    );
  }
}

function Row({ row, isChosen }: { readonly row: SourceRow; readonly isChosen: boolean }) {
  return (
    <div className={css.row}>
      <span className={css.box} data-chosen={isChosen || undefined} aria-hidden>
        {isChosen ? '✓' : ''}
      </span>
      <span className={css.texts}>
        <span className={css.title} dir="auto">
          {row.title || 'Untitled'}
        </span>
        <span className={css.about}>
          {[row.documentType, row.dateWritten && sayDate(row.dateWritten), row.referenceCode]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </div>
  );
}
