/** The entries of the log, newest first. One tab stop: the arrows walk, Enter searches again. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { LogEntry, SearchQuery } from '../../../electron/contract/index.js';
import { GridPart } from '../../ui/index.js';
import { LogRows } from './LogRows.js';
import css from './LogTable.module.css';
import { type LogFilter, PAGE_ENTRIES } from './log-filter.js';

export interface LogTableProps {
  readonly filter: LogFilter;
  readonly total: number;
  onSearch(query: SearchQuery): void;
}

const HEAD_PX = 32;
const ROW_PX = 52;
const COLUMN_TITLES = ['When', 'Search', 'Found', 'By'] as const;

export function LogTable({ filter, total, onSearch }: LogTableProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const listKey = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list, of which nothing is known
  const entries = useMemo(() => new Map<number, LogEntry>(), [listKey]);
  const registerRows = useCallback(
    (offset: number, page: readonly LogEntry[]) => {
      for (const [index, entry] of page.entries()) entries.set(offset + index, entry);
    },
    [entries],
  );
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  const items = rows.getVirtualItems();
  const pages = Map.groupBy(items, (item) => Math.floor(item.index / PAGE_ENTRIES));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is read from its top
  useEffect(() => {
    setActive(-1);
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [listKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active >= 0 && active < total) rows.scrollToIndex(active, { align: 'auto' });
  }, [active]);

  return (
    <GridPart
      part="grid"
      ref={scroller}
      aria-label="Searches"
      aria-rowcount={total + 1}
      tabIndex={0}
      className={css.grid}
      {...(items.some(({ index }) => index === active) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && active < 0 && setActive(0)}
    >
      <GridPart part="row" aria-rowindex={1} className={`${css.columns} ${css.head}`}>
        {COLUMN_TITLES.map((name) => (
          <GridPart key={name} part="columnheader" className={name === 'Found' ? css.figures : ''}>
            {name}
          </GridPart>
        ))}
      </GridPart>
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() - HEAD_PX }}>
        {[...pages].map(([page, shown]) => (
          <LogRows
            key={page}
            page={page}
            items={shown}
            filter={filter}
            active={active}
            listId={listId}
            shiftPx={HEAD_PX}
            registerRows={registerRows}
            onPick={setActive}
            onSearch={onSearch}
          />
        ))}
      </div>
    </GridPart>
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: screenful, PageUp: -screenful };
    const step = steps[event.key];
    const entry = entries.get(active);
    if (step !== undefined) setActive(Math.max(0, Math.min(total - 1, active + step)));
    else if (event.key === 'Home') setActive(0);
    else if (event.key === 'End') setActive(total - 1);
    else if (event.key === 'Enter' && entry) onSearch(entry.query);
    else return;
    event.preventDefault();
  }
}
