/** A list of the archive's sources to tick, with a filter over titles and codes. */
import { useDeferredValue, useState } from 'react';
import type { Input, SourceId, SourceRow } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, useCall, useCalls } from '../../api/index.js';
import { ErrorState, Loading, SearchField, VirtualList } from '../../ui/index.js';
import css from './SourcePicker.module.css';

export interface SourcePickerProps {
  readonly selected: readonly SourceId[];
  /** Cannot be ticked: they are among the witnesses already. */
  readonly fixed?: readonly SourceId[];
  onChange(selected: readonly SourceId[]): void;
}

/** Rows asked for at once. */
const PAGE = 200;
const NONE: readonly SourceId[] = [];
/** A row that is still to be asked for. */
type LoadedRow = SourceRow | null;

/** The sources that a filter lets through; rows are there from page `first` to page `last`, and of the first page. */
function useVisibleSources(contains: string, { first, last }: { readonly first: number; readonly last: number }) {
  const requested = (page: number): Input<'source.list'> => ({
    filter: contains === '' ? {} : { contains },
    sort: { by: 'title', direction: 'ascending' },
    offset: page * PAGE,
    limit: PAGE,
  });
  const head = useCall('source.list', requested(0), { keepPrevious: true });
  const total = head.status === 'ready' ? head.data.total : 0;
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (page) => page > 0 && page * PAGE < total,
  );
  const others = useCalls('source.list', pages.map(requested));
  const rows = Array.from<LoadedRow>({ length: total }).fill(null);
  for (const [index, answer] of [head, ...others].entries()) {
    const offset = index === 0 ? 0 : (pages[index - 1] ?? 0) * PAGE;
    const known = answer.status === 'ready' ? answer.data.rows : [];
    for (const [at, row] of known.entries()) if (offset + at < total) rows[offset + at] = row;
  }
  const failed = others.find((answer) => answer.status === 'error');
  return { answer: failed ?? head, rows };
}

export function SourcePicker({ selected, fixed = NONE, onChange }: SourcePickerProps) {
  const [line, setLine] = useState('');
  const contains = useDeferredValue(line).trim();
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const { answer, rows } = useVisibleSources(contains, sight);
  const isChosen = (row: LoadedRow) => row !== null && (selected.includes(row.id) || fixed.includes(row.id));
  const toggle = (row: LoadedRow) =>
    row && onChange(selected.includes(row.id) ? selected.filter((other) => other !== row.id) : [...selected, row.id]);
  return (
    <>
      <SearchField
        label={t('Filter by title or reference code')}
        placeholder={t('Filter by title or code')}
        autoFocus
        value={line}
        onChange={setLine}
      />
      <div className={css.list}>{content()}</div>
    </>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Reading the list')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (rows.length === 0) return <p className={css.word}>{t('No title or code has this.')}</p>;
    return (
      <VirtualList<LoadedRow>
        use="choose"
        label={t('Sources')}
        items={rows}
        rowPx={44}
        isChosen={isChosen}
        canChoose={(row) => row !== null && !fixed.includes(row.id)}
        onToggle={toggle}
        onToggleAll={() => undefined}
        onVisibleRange={(first, last) => setSight({ first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) })}
        renderRow={(row) =>
          row ? <SourcePickerRow row={row} isChosen={isChosen(row)} /> : <span className={css.about}>…</span>
        }
      />
    );
  }
}

function SourcePickerRow({ row, isChosen }: { readonly row: SourceRow; readonly isChosen: boolean }) {
  return (
    <div className={css.row}>
      <span className={css.box} data-chosen={isChosen || undefined} aria-hidden>
        {isChosen ? '✓' : ''}
      </span>
      <span className={css.texts}>
        <span className={css.title} dir="auto">
          {row.title || t('Untitled')}
        </span>
        <span className={css.about}>
          {[row.documentType, row.dateWritten && formatDate(row.dateWritten), row.referenceCode]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </div>
  );
}
