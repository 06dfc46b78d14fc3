/**
 * The lines as a grid: only those near the window are in the page. The focus stays on the grid;
 * `aria-activedescendant` names the active line.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ConcordanceLine, ConcordanceSort, SearchQuery } from '../../../electron/contract/index.js';
import { GridPart } from '../../ui/index.js';
import { ConcordanceRows } from './ConcordanceRows.js';
import css from './ConcordanceTable.module.css';
import { beginsSource, COLUMNS, PAGE_LINES } from './concordance-lines.js';

export interface ConcordanceTableProps {
  readonly label: string;
  readonly query: SearchQuery;
  readonly sort: ConcordanceSort;
  readonly total: number;
  readonly isBusy: boolean;
  readonly isPreviewing: boolean;
  onSort(sort: ConcordanceSort): void;
  /** The active line is known: the keyboard went to it, or its page has come. Null in a new order. */
  onReach(line: ConcordanceLine | null): void;
  onPreview(isPreviewing: boolean): void;
  onOpen(line: ConcordanceLine): void;
}

/** Heights in CSS pixels: the head of the table, a line with its source beside it or above it, the head of a source. */
const HEAD_PX = 32;
const LINE_PX = { source: 28, beside: 36 } as const;
const SOURCE_PX = 44;

export function ConcordanceTable(props: ConcordanceTableProps) {
  const { label, query, sort, total, isBusy, isPreviewing, onSort, onReach, onPreview, onOpen } = props;
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const listKey = JSON.stringify([query, sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query or order is another list, of which nothing is known
  const lines = useMemo(() => new Map<number, ConcordanceLine>(), [listKey]);
  const [, setArrivals] = useState(0);
  const registerRows = useCallback(
    (offset: number, page: readonly ConcordanceLine[]) => {
      for (const [index, line] of page.entries()) lines.set(offset + index, line);
      // Neighbours that have come decide where a source begins and how many lines it has.
      setArrivals((now) => now + 1);
    },
    [lines],
  );
  const isGrouped = sort === 'source';
  const linePx = isGrouped ? LINE_PX.source : LINE_PX.beside;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => linePx + (isGrouped && beginsSource(lines, index) ? SOURCE_PX : 0),
    overscan: 12,
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX + (isGrouped ? SOURCE_PX : 0),
  });
  const items = rows.getVirtualItems();
  const pages = Map.groupBy(items, (item) => Math.floor(item.index / PAGE_LINES));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is read from its top
  useEffect(() => {
    setActive(-1);
    if (scroller.current) scroller.current.scrollTop = 0;
    rows.measure();
  }, [listKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active >= 0 && active < total) rows.scrollToIndex(active, { align: 'auto' });
  }, [active, isPreviewing]);
  const reached = lines.get(active) ?? null;
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  });
  useEffect(() => latest.current(reached), [reached]);

  return (
    <GridPart
      part="grid"
      ref={scroller}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={isBusy}
      aria-multiselectable={false}
      tabIndex={0}
      className={css.grid}
      data-grouped={isGrouped || undefined}
      {...(items.some(({ index }) => index === active) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && active < 0 && setActive(0)}
    >
      <GridPart part="row" aria-rowindex={1} className={`${css.columns} ${css.head}`}>
        <div role="presentation" className={css.kwic}>
          {COLUMNS.slice(0, 3).map(head)}
        </div>
        {COLUMNS.slice(3).map(head)}
      </GridPart>
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() - HEAD_PX }}>
        {[...pages].map(([page, shown]) => (
          <ConcordanceRows
            key={page}
            page={page}
            items={shown}
            query={query}
            sort={sort}
            lines={lines}
            total={total}
            active={active}
            listId={listId}
            shiftPx={HEAD_PX}
            measure={rows.measureElement}
            registerRows={registerRows}
            onPick={setActive}
            onOpen={onOpen}
          />
        ))}
      </div>
    </GridPart>
  );

  function head({ sort: column, label: name, hint }: (typeof COLUMNS)[number]) {
    const isSorted = column === sort;
    return (
      <GridPart
        key={column}
        part="columnheader"
        aria-sort={isSorted ? 'ascending' : 'none'}
        className={css.cell}
        data-column={column}
      >
        <button type="button" className={css.sorter} title={hint} onClick={() => onSort(column)}>
          {name}
          {isSorted ? <ArrowDown size={12} aria-hidden /> : null}
        </button>
      </GridPart>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // The heads answer their own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / linePx) - 2);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: screenful, PageUp: -screenful };
    const step = steps[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(total - 1, active + step)));
    else if (event.key === 'Home') setActive(0);
    else if (event.key === 'End') setActive(total - 1);
    else if (event.key === 'Enter' && reached) onOpen(reached);
    else if (event.key === ' ' && reached) onPreview(!isPreviewing);
    else if (event.key === 'Escape' && isPreviewing) onPreview(false);
    else return;
    event.preventDefault();
  }
}
