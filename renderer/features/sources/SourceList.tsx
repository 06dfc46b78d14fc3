/**
 * The list of sources: a listbox that holds only the rows near the window and yet says how many there are. The focus
 * stays on the list; `aria-activedescendant` names the row the keyboard is on.
 */
import { type KeyboardEvent, useMemo } from 'react';
import type { SourceFilter, SourceId, SourceSort } from '../../../electron/contract/index.js';
import { gestureOfKey, isCommandKey, useVirtualRows } from '../../ui/index.js';
import css from './SourceList.module.css';
import { SourceRows } from './SourceRows.js';
import { PAGE_ROWS, type SourceListState } from './use-source-list.js';

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
  const chosen = useMemo(() => new Set(selected), [selected]);
  const { active } = list;
  const rows = useVirtualRows({ count: total, rowPx: ROW_PX, heights: 'fixed', overscan: 8, active });

  return (
    <div
      {...rows.listProps}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      className={css.list}
      data-source-list
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0 && total > 0) list.goTo(0, 'move');
      }}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.pages(PAGE_ROWS).map(([page, shown]) => (
          <SourceRows
            key={page}
            page={page}
            items={shown}
            filter={filter}
            sort={sort}
            active={active}
            selected={chosen}
            optionProps={rows.optionProps}
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
    const target = rows.indexAfterKey(event.key);
    if (target !== null) {
      list.goTo(target, gestureOfKey(event));
    } else if (event.key === ' ') {
      if (active >= 0) list.goTo(active, 'toggle');
    } else if (event.key === 'Enter') {
      const row = list.rowAt(active);
      if (row) onOpen(row.id);
    } else if (event.key.toLowerCase() === 'a' && isCommandKey(event)) {
      list.selectAll();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const point = rows.menuPoint(active);
      if (point) onMenu(point);
    } else {
      return;
    }
    event.preventDefault();
  }
}
