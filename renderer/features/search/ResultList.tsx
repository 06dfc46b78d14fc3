/**
 * The hits as a listbox that the search line drives: the focus may stay in the line, `aria-activedescendant` names
 * the active hit, and only hits near the window are in the page.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Hit, SearchQuery } from '../../../electron/contract/index.js';
import css from './ResultList.module.css';
import { PAGE_HITS, ResultRows } from './ResultRows.js';

export interface ResultListHandle {
  hitAt(index: number): Hit | undefined;
}

export interface ResultListProps {
  readonly listId: string;
  /** The query that `total` answers. */
  readonly query: SearchQuery;
  /** `left-over`: of an earlier line, while the one that stands there cannot be read. */
  readonly state: 'current' | 'left-over';
  readonly total: number;
  readonly active: number;
  readonly handle: Ref<ResultListHandle>;
  /** The active hit is known: the keyboard went to it, or its page has come. */
  onReach(hit: Hit): void;
  onPick(index: number): void;
  onOpen(hit: Hit): void;
  /** The list answers the keys that the search line answers. */
  onKey(event: KeyboardEvent<HTMLElement>): void;
}

export function ResultList({
  listId,
  query,
  state,
  total,
  active,
  handle,
  onReach,
  onPick,
  onOpen,
  onKey,
}: ResultListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const queryKey = JSON.stringify(query);
  /** Hits by their place, of one query only: another list must never answer with them. */
  const known = useRef({ queryKey, hits: new Map<number, Hit>() });
  const reached = useRef<string | null>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 128,
    overscan: 5,
  });
  const pages = Map.groupBy(rows.getVirtualItems(), (item) => Math.floor(item.index / PAGE_HITS));
  const hitAt = useCallback(
    (index: number) => (known.current.queryKey === queryKey ? known.current.hits.get(index) : undefined),
    [queryKey],
  );
  useImperativeHandle(handle, () => ({ hitAt }), [hitAt]);

  const latest = useRef({ active, onReach });
  // Before any effect: the pages of a new list register their hits first, and the old place must not be reached in it.
  useLayoutEffect(() => {
    latest.current = { active, onReach };
  });
  const reach = useCallback(() => {
    const now = latest.current;
    const hit = hitAt(now.active);
    const key = `${queryKey} ${now.active} ${hit?.sourceId}`;
    if (!hit || reached.current === key) return;
    reached.current = key;
    now.onReach(hit);
  }, [queryKey, hitAt]);
  const registerRows = useCallback(
    (offset: number, hits: readonly Hit[]) => {
      if (known.current.queryKey !== queryKey) known.current = { queryKey, hits: new Map() };
      for (const [index, hit] of hits.entries()) known.current.hits.set(offset + index, hit);
      reach();
    },
    [queryKey, reach],
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
      data-state={state}
      {...(active >= 0 && active < total ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKey}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() }}>
        {[...pages].map(([page, items]) => (
          <ResultRows
            // The key contains the query, so that a page never shows the hits of the last one.
            key={`${queryKey} ${page}`}
            page={page}
            items={items}
            query={query}
            total={total}
            active={active}
            listId={listId}
            measure={rows.measureElement}
            registerRows={registerRows}
            onPick={onPick}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}
