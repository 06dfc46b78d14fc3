/**
 * The hits as a listbox that the search line drives: the focus may stay in the line, `aria-activedescendant` names
 * the active hit, and only hits near the window are in the page.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import type { Hit, SearchQuery } from '../../../electron/contract/index.js';
import { PAGE_HITS, ResultRows } from './ResultRows.js';
import css from './Results.module.css';

export interface ResultsHandle {
  hitAt(index: number): Hit | undefined;
}

export interface ResultsProps {
  readonly listId: string;
  readonly query: SearchQuery;
  readonly total: number;
  readonly active: number;
  readonly handle: Ref<ResultsHandle>;
  /** The active hit is known: the keyboard went to it, or its page has come. */
  onReach(hit: Hit): void;
  onPick(index: number): void;
  onOpen(hit: Hit): void;
  /** The list answers the keys that the search line answers. */
  onKey(event: KeyboardEvent<HTMLElement>): void;
}

export function Results({ listId, query, total, active, handle, onReach, onPick, onOpen, onKey }: ResultsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<number, Hit>());
  const reached = useRef<string | null>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 128,
    overscan: 5,
  });
  const pages = Map.groupBy(rows.getVirtualItems(), (item) => Math.floor(item.index / PAGE_HITS));
  const queryKey = JSON.stringify(query);
  useImperativeHandle(handle, () => ({ hitAt: (index) => known.current.get(index) }), []);

  const latest = useRef({ active, onReach, queryKey });
  useEffect(() => {
    latest.current = { active, onReach, queryKey };
  });
  const reach = useCallback(() => {
    const now = latest.current;
    const hit = known.current.get(now.active);
    const key = `${now.queryKey} ${now.active} ${hit?.sourceId}`;
    if (!hit || reached.current === key) return;
    reached.current = key;
    now.onReach(hit);
  }, []);
  const learn = useCallback(
    (offset: number, hits: readonly Hit[]) => {
      for (const [index, hit] of hits.entries()) known.current.set(offset + index, hit);
      reach();
    },
    [reach],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list, read from its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [queryKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active < 0) return;
    if (active < total) rows.scrollToIndex(active, { align: 'auto' });
    reach();
  }, [active]);

  return (
    <div
      ref={scroller}
      role="listbox"
      id={listId}
      aria-label="Hits"
      tabIndex={0}
      className={css.scroller}
      {...(active >= 0 && active < total ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKey}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() }}>
        {[...pages].map(([page, items]) => (
          <ResultRows
            key={page}
            page={page}
            items={items}
            query={query}
            total={total}
            active={active}
            listId={listId}
            measure={rows.measureElement}
            learn={learn}
            onPick={onPick}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}
