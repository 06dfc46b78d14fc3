/**
 * The list of notes: a listbox that holds only the rows near the window and yet says how many there are. The focus
 * stays on the list; `aria-activedescendant` names the row the keyboard is on.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { NoteId, NoteRow } from '../../../electron/contract/index.js';
import css from './NoteList.module.css';
import { type NoteQuery, NoteRows, PAGE_ROWS } from './NoteRows.js';

export interface NoteListProps {
  readonly label: string;
  readonly total: number;
  readonly query: NoteQuery;
  readonly selected: readonly NoteRow[];
  /** The note on top of the tabs. */
  readonly activeId: NoteId | null;
  onSelect(rows: readonly NoteRow[]): void;
  onOpen(row: NoteRow, from: 'key' | 'pointer'): void;
  onRename(row: NoteRow): void;
  /** @param at where the menu is to open, in CSS pixels of the window. */
  onMenu(at: { readonly x: number; readonly y: number }): void;
  onFocusChange(hasFocus: boolean): void;
}

const ROW_PX = 66;

export function NoteList(props: NoteListProps) {
  const { label, total, query, selected, activeId, onSelect, onOpen, onRename, onMenu, onFocusChange } = props;
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<number, NoteRow>());
  const [at, setAt] = useState(-1);
  const anchor = useRef(0);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const pages = Map.groupBy(items, ({ index }) => Math.floor(index / PAGE_ROWS));
  const active = Math.min(at, total - 1);
  const registerRows = useCallback((offset: number, page: readonly NoteRow[]) => {
    for (const [index, row] of page.entries()) known.current.set(offset + index, row);
  }, []);

  // Rows of another list must not be selected in this one. Before the effects in which its pages register their rows.
  const listKey = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list forgets
  useLayoutEffect(() => known.current.clear(), [listKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active, { align: 'auto' });
  }, [active]);

  // The pane was asked for before its list was there: the focus goes on to it.
  useEffect(() => {
    const focus = document.activeElement;
    if (focus?.matches('[data-entry]') && focus.contains(scroller.current)) scroller.current?.focus();
  }, []);

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      className={css.list}
      {...(items.some(({ index }) => index === active) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onFocusChange(true);
        if (at < 0) setAt(0);
      }}
      onBlur={() => onFocusChange(false)}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.getTotalSize() }}>
        {[...pages].map(([page, shown]) => (
          <NoteRows
            key={page}
            page={page}
            items={shown}
            query={query}
            total={total}
            active={active}
            selected={selected}
            openId={activeId}
            listId={listId}
            registerRows={registerRows}
            onPick={pick}
            onOpen={(row) => onOpen(row, 'pointer')}
            onMenu={(index, place) => {
              const row = known.current.get(index);
              if (row && !selected.some(({ id }) => id === row.id)) go(index, 'only');
              onMenu(place);
            }}
          />
        ))}
      </div>
    </div>
  );

  function pick(index: number, gesture: 'only' | 'toggle' | 'extend'): void {
    go(index, gesture);
    const row = known.current.get(index);
    if (row && gesture === 'only') onOpen(row, 'pointer');
  }

  function go(index: number, gesture: 'only' | 'toggle' | 'extend' | 'move'): void {
    setAt(index);
    const row = known.current.get(index);
    if (gesture === 'move' || !row) return;
    if (gesture === 'extend') {
      const [from, until] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const range = Array.from({ length: until - from + 1 }, (_, step) => known.current.get(from + step));
      onSelect(range.filter((one) => one !== undefined));
      return;
    }
    anchor.current = index;
    if (gesture === 'only') onSelect([row]);
    else {
      const others = selected.filter(({ id }) => id !== row.id);
      onSelect(others.length < selected.length ? others : [...selected, row]);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const gesture = event.shiftKey ? 'extend' : isCommand ? 'move' : 'only';
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    const row = known.current.get(active);
    if (target !== undefined) go(Math.max(0, Math.min(total - 1, target)), gesture);
    else if (event.key === ' ') go(active, 'toggle');
    else if (event.key === 'Enter' && row) onOpen(row, 'key');
    else if (event.key === 'F2' && row) onRename(row);
    else if (event.key.toLowerCase() === 'a' && isCommand)
      onSelect([...known.current].filter(([index]) => index < total).map(([, one]) => one));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = scroller.current?.querySelector(`[aria-posinset="${active + 1}"]`)?.getBoundingClientRect();
      if (row && !selected.some(({ id }) => id === row.id)) go(active, 'only');
      if (place) onMenu({ x: place.left + 24, y: place.bottom - 8 });
    } else return;
    event.preventDefault();
  }
}
