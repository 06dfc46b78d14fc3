/**
 * The list of sources: a listbox that holds only the rows near the window and yet says how many there are. The focus
 * stays on the list; `aria-activedescendant` names the row the keyboard is on.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { SourceFilter, SourceId, SourceSort } from '../../../electron/contract/index.js';
import { indexAfterKey } from './list-navigation.js';
import css from './SourceList.module.css';
import { SourceRows } from './SourceRows.js';
import { PAGE_ROWS, type SelectGesture, type SourceListState } from './use-source-list.js';

export interface SourceListProps {
  readonly label: string;
  readonly total: number;
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
  readonly list: SourceListState;
  readonly selected: readonly SourceId[];
  onOpen(id: SourceId): void;
  /** @param at where the menu is to open, in CSS pixels of the window. */
  onMenu(at: { readonly x: number; readonly y: number }): void;
}

const ROW_PX = 48;

export function SourceList({ label, total, filter, sort, list, selected, onOpen, onMenu }: SourceListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const pages = Map.groupBy(items, (item) => Math.floor(item.index / PAGE_ROWS));
  const { active } = list;
  const isActiveDrawn = items.some((item) => item.index === active);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active >= 0 && active < total) rows.scrollToIndex(active, { align: 'auto' });
  }, [active]);

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      className={css.list}
      data-source-list
      {...(isActiveDrawn ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0 && total > 0) list.goTo(0, 'move');
      }}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() }}>
        {[...pages].map(([page, shown]) => (
          <SourceRows
            key={page}
            page={page}
            items={shown}
            filter={filter}
            sort={sort}
            total={total}
            active={active}
            selected={chosen}
            listId={listId}
            registerRows={list.registerRows}
            onPick={list.goTo}
            onOpen={onOpen}
            onMenu={(index, at) => {
              const row = list.rowAt(index);
              if (row && !chosen.has(row.id)) list.goTo(index, 'only');
              onMenu(at);
            }}
          />
        ))}
      </div>
    </div>
  );

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const gesture: SelectGesture = event.shiftKey ? 'extend' : isCommand ? 'move' : 'only';
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1);
    const target = indexAfterKey(event.key, active, total, screenful);
    if (target !== null) {
      if (total > 0) list.goTo(target, gesture);
    } else if (event.key === ' ') {
      if (active >= 0) list.goTo(active, 'toggle');
    } else if (event.key === 'Enter') {
      const row = list.rowAt(active);
      if (row) onOpen(row.id);
    } else if (event.key.toLowerCase() === 'a' && isCommand) {
      list.selectAll();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const row = scroller.current?.querySelector(`[aria-posinset="${active + 1}"]`)?.getBoundingClientRect();
      if (row) onMenu({ x: row.left + 24, y: row.bottom - 8 });
    } else {
      return;
    }
    event.preventDefault();
  }
}
