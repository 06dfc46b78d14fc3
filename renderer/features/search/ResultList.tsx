/**
 * The hits as a listbox that the search line drives: the focus may stay in the line, `aria-activedescendant` names
 * the active hit, and only hits near the window are in the page.
 */
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Hit, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useLoadedRows, useVirtualRows } from '../../ui/index.js';
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
  const queryKey = JSON.stringify(query);
  const { rows: hits, registerRows: registerHits } = useLoadedRows<Hit>(queryKey);
  const reached = useRef<string | null>(null);
  const rows = useVirtualRows({
    count: total,
    rowPx: 128,
    heights: 'measured',
    overscan: 5,
    active,
    listKey: queryKey,
    id: listId,
  });
  const hitAt = useCallback((index: number) => hits.get(index), [hits]);
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
    (offset: number, page: readonly Hit[]) => {
      registerHits(offset, page);
      reach();
    },
    [registerHits, reach],
  );
  const reachActive = useEffectEvent((index: number) => {
    if (index >= 0) reach();
  });
  useEffect(() => reachActive(active), [active]);

  return (
    <div
      {...rows.listProps}
      role="listbox"
      id={listId}
      aria-label={t('Hits')}
      className={css.scroller}
      data-state={state}
      onKeyDown={onKey}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.pages(PAGE_HITS).map(([page, items]) => (
          <ResultRows
            // The key contains the query, so that a page never shows the hits of the last one.
            key={`${queryKey} ${page}`}
            page={page}
            items={items}
            query={query}
            active={active}
            optionProps={rows.optionProps}
            registerRows={registerRows}
            onPick={onPick}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}
