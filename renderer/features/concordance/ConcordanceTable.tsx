/**
 * The lines as a grid: only those near the window are in the page. The focus stays on the grid;
 * `aria-activedescendant` names the active line.
 */
import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ConcordanceLine, ConcordanceSort, SearchQuery } from '../../../electron/contract/index.js';
import { GridPart, isKeyOfList, useLoadedRows, useVirtualRows } from '../../ui/index.js';
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
  const [active, setActive] = useState(-1);
  const listKey = JSON.stringify([query, sort]);
  const { rows: lines, registerRows: registerLines } = useLoadedRows<ConcordanceLine>(listKey);
  const [, setArrivals] = useState(0);
  const registerRows = useCallback(
    (offset: number, page: readonly ConcordanceLine[]) => {
      registerLines(offset, page);
      // Neighbours that have come decide where a source begins and how many lines it has.
      setArrivals((now) => now + 1);
    },
    [registerLines],
  );
  const isGrouped = sort === 'source';
  const linePx = isGrouped ? LINE_PX.source : LINE_PX.beside;
  const rows = useVirtualRows({
    count: total,
    rowPx: linePx,
    heights: 'measured',
    overscan: 12,
    active,
    reason: isPreviewing,
    listKey,
    headPx: HEAD_PX,
    subheadPx: isGrouped ? SOURCE_PX : 0,
    estimate: (index) => linePx + (isGrouped && beginsSource(lines, index) ? SOURCE_PX : 0),
    onNewList: (forgetHeights) => {
      setActive(-1);
      forgetHeights();
    },
  });

  const reached = lines.get(active) ?? null;
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  });
  useEffect(() => latest.current(reached), [reached]);

  return (
    <GridPart
      part="grid"
      {...rows.listProps}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={isBusy}
      aria-multiselectable={false}
      className={css.grid}
      data-grouped={isGrouped || undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && active < 0 && setActive(0)}
    >
      <GridPart part="row" aria-rowindex={1} className={`${css.columns} ${css.head}`}>
        <div role="presentation" className={css.kwic}>
          {COLUMNS.slice(0, 3).map(head)}
        </div>
        {COLUMNS.slice(3).map(head)}
      </GridPart>
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.pages(PAGE_LINES).map(([page, shown]) => (
          <ConcordanceRows
            key={page}
            page={page}
            items={shown}
            query={query}
            sort={sort}
            lines={lines}
            total={total}
            active={active}
            box={rows.box}
            gridRow={rows.gridRow}
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
    if (!isKeyOfList(event)) return;
    const next = rows.indexAfterKey(event.key);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && reached) onOpen(reached);
    else if (event.key === ' ' && reached) onPreview(!isPreviewing);
    else if (event.key === 'Escape' && isPreviewing) onPreview(false);
    else return;
    event.preventDefault();
  }
}
