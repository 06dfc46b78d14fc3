/**
 * The list of notes: a listbox that holds only the rows near the window and yet says how many there are. The focus
 * stays on the list; `aria-activedescendant` names the row the keyboard is on.
 */
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { NoteId, NoteRow } from '../../../electron/contract/index.js';
import { type ClickGesture, gestureOfKey, isCommandKey, type SelectGesture, useVirtualRows } from '../../ui/index.js';
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
  const known = useRef(new Map<number, NoteRow>());
  const [at, setAt] = useState(-1);
  const anchor = useRef(0);
  const active = Math.min(at, total - 1);
  const rows = useVirtualRows({ count: total, rowPx: ROW_PX, heights: 'fixed', overscan: 8, active });
  const { scroller } = rows;
  const registerRows = useCallback((offset: number, page: readonly NoteRow[]) => {
    for (const [index, row] of page.entries()) known.current.set(offset + index, row);
  }, []);

  // Rows of another list must not be selected in this one. Before the effects in which its pages register their rows.
  const listKey = JSON.stringify(query);
  const forget = useEffectEvent((_listKey: string) => known.current.clear());
  useLayoutEffect(() => forget(listKey), [listKey]);

  // The pane was asked for before its list was there: the focus goes on to it.
  useEffect(() => {
    const focus = document.activeElement;
    if (focus?.matches('[data-entry]') && focus.contains(scroller.current)) scroller.current?.focus();
  }, [scroller]);

  return (
    <div
      {...rows.listProps}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      className={css.list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onFocusChange(true);
        if (at < 0) setAt(0);
      }}
      onBlur={() => onFocusChange(false)}
    >
      <div role="presentation" className={css.sizer} style={{ height: rows.sizePx }}>
        {rows.pages(PAGE_ROWS).map(([page, shown]) => (
          <NoteRows
            key={page}
            page={page}
            items={shown}
            query={query}
            active={active}
            selected={selected}
            openId={activeId}
            optionProps={rows.optionProps}
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

  function pick(index: number, gesture: ClickGesture): void {
    go(index, gesture);
    const row = known.current.get(index);
    if (row && gesture === 'only') onOpen(row, 'pointer');
  }

  function go(index: number, gesture: SelectGesture): void {
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
    const target = rows.indexAfterKey(event.key);
    const row = known.current.get(active);
    if (target !== null) go(target, gestureOfKey(event));
    else if (event.key === ' ') go(active, 'toggle');
    else if (event.key === 'Enter' && row) onOpen(row, 'key');
    else if (event.key === 'F2' && row) onRename(row);
    else if (event.key.toLowerCase() === 'a' && isCommandKey(event))
      onSelect([...known.current].filter(([index]) => index < total).map(([, one]) => one));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const point = rows.menuPoint(active);
      if (row && !selected.some(({ id }) => id === row.id)) go(active, 'only');
      if (point) onMenu(point);
    } else return;
    event.preventDefault();
  }
}
