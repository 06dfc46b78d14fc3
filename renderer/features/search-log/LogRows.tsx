/** One page of the log: asks for its entries and draws those near the window. */
import { CircleDashed, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import type { LogEntry, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';
import { GridPart, type VirtualItem, type VirtualRows } from '../../ui/index.js';
import css from './LogTable.module.css';
import { type LogFilter, PAGE_ENTRIES } from './log-filter.js';
import { describeManner, formatHits, formatTotal, formatWhen } from './log-labels.js';

export interface LogRowsProps {
  readonly page: number;
  readonly items: readonly VirtualItem[];
  readonly filter: LogFilter;
  readonly active: number;
  readonly box: VirtualRows['box'];
  readonly gridRow: VirtualRows['gridRow'];
  registerRows(offset: number, entries: readonly LogEntry[]): void;
  onPick(index: number): void;
  onSearch(query: SearchQuery): void;
}

export function LogRows({ page, items, filter, active, box, gridRow, registerRows, onPick, onSearch }: LogRowsProps) {
  const offset = page * PAGE_ENTRIES;
  const answer = useCall('search.log', { ...filter, offset, limit: PAGE_ENTRIES }, { keepPrevious: true });
  const entries = answer.status === 'ready' ? answer.data.entries : null;
  useEffect(() => {
    if (entries) registerRows(offset, entries);
  }, [entries, offset, registerRows]);

  return items.map((item) => {
    const { index, key } = item;
    const entry = entries?.[index - offset];
    return (
      <GridPart
        key={key}
        {...box(item)}
        {...gridRow(item)}
        part="row"
        aria-selected={index === active}
        className={`${css.columns} ${css.row} ${index === active ? css.active : ''}`}
        onClick={() => onPick(index)}
        onDoubleClick={() => entry && onSearch(entry.query)}
      >
        {entry ? (
          <EntryCells entry={entry} onAgain={() => onSearch(entry.query)} />
        ) : (
          <GridPart part="gridcell" aria-colspan={4}>
            …
          </GridPart>
        )}
      </GridPart>
    );
  });
}

function EntryCells({ entry, onAgain }: { readonly entry: LogEntry; onAgain(): void }) {
  const when = formatWhen(entry.at);
  return (
    <>
      <GridPart part="gridcell">
        <time dateTime={entry.at} className={css.two}>
          <span>{when.day}</span>
          <span className={css.quiet}>{when.time}</span>
        </time>
      </GridPart>
      <GridPart part="gridcell" className={css.two}>
        <span className={css.words} dir="auto">
          {entry.query.query}
        </span>
        <span className={css.quiet}>{describeManner(entry)}</span>
      </GridPart>
      <GridPart part="gridcell" className={`${css.two} ${css.figures}`}>
        <span className={entry.hits === 0 ? css.nothing : ''}>
          {entry.hits === 0 ? <CircleDashed size={12} aria-hidden /> : null}
          {formatHits(entry)}
        </span>
        <span className={css.quiet}>{formatTotal(entry)}</span>
      </GridPart>
      <GridPart part="gridcell" className={css.last}>
        <span className={css.who}>{entry.who}</span>
        {/* The keyboard searches again by Enter on the row. */}
        <button
          type="button"
          tabIndex={-1}
          className={css.again}
          title={t('Search again (Enter)')}
          aria-label={t('Search {query} again', { query: entry.query.query })}
          onClick={onAgain}
        >
          <RotateCw size={14} aria-hidden />
        </button>
      </GridPart>
    </>
  );
}
