/**
 * Which rows of the list are active and selected. Rows are identified by index and arrive in pages; an id that is needed
 * before its page has loaded is resolved when it comes.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SourceFilter, SourceId, SourceRow, SourceSort } from '../../../electron/contract/index.js';
import { perform } from '../../api/index.js';
import type { SelectGesture } from '../../ui/index.js';

/** Rows asked for at once. */
export const PAGE_ROWS = 100;

export interface SourceListState {
  /** Index of the row the keyboard is on; -1 when there is none. */
  readonly active: number;
  /** Called by each page of rows as it arrives. */
  registerRows(offset: number, rows: readonly SourceRow[]): void;
  rowAt(index: number): SourceRow | undefined;
  /** Goes to a row and selects by gesture; `move` leaves the selection as it is. */
  goTo(index: number, gesture: SelectGesture): void;
  selectAll(): void;
  /** Another list is shown: nothing is known of its rows. */
  reset(): void;
}

export interface SourceListInput {
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
  readonly selected: readonly SourceId[];
  onSelect(ids: readonly SourceId[]): void;
  onPreview(id: SourceId): void;
}

export function useSourceList({ filter, sort, selected, onSelect, onPreview }: SourceListInput): SourceListState {
  const [active, setActive] = useState(-1);
  const rows = useRef(new Map<number, SourceRow>());
  const anchor = useRef(0);
  const pendingIndex = useRef<number | null>(null);

  const selectOnly = (row: SourceRow) => {
    onSelect([row.id]);
    if (row.deletedAt === null) onPreview(row.id);
  };
  const latest = useRef(selectOnly);
  useEffect(() => {
    latest.current = selectOnly;
  });

  const registerRows = useCallback((offset: number, page: readonly SourceRow[]) => {
    for (const [index, row] of page.entries()) rows.current.set(offset + index, row);
    const wanted = pendingIndex.current;
    const row = wanted === null ? undefined : rows.current.get(wanted);
    if (row && wanted !== null && wanted >= offset && wanted < offset + page.length) {
      pendingIndex.current = null;
      latest.current(row);
    }
  }, []);

  const extendTo = async (index: number) => {
    const from = Math.min(anchor.current, index);
    const until = Math.max(anchor.current, index);
    const known: SourceId[] = [];
    for (let at = from; at <= until; at += 1) {
      const row = rows.current.get(at);
      if (row) known.push(row.id);
    }
    if (known.length === until - from + 1) {
      onSelect(known);
      return;
    }
    const all = await perform('source.ids', { filter, sort });
    if (all.ok) onSelect(all.value.slice(from, until + 1));
  };

  const goTo = (index: number, gesture: SelectGesture) => {
    const row = rows.current.get(index);
    setActive(index);
    pendingIndex.current = null;
    if (gesture === 'move') return;
    if (gesture === 'extend') {
      void extendTo(index);
      return;
    }
    anchor.current = index;
    if (gesture === 'only') {
      if (row) selectOnly(row);
      else pendingIndex.current = index;
    } else if (row) {
      onSelect(selected.includes(row.id) ? selected.filter((id) => id !== row.id) : [...selected, row.id]);
    }
  };

  return {
    active,
    registerRows,
    rowAt: (index) => rows.current.get(index),
    goTo,
    selectAll: () => void perform('source.ids', { filter, sort }).then((all) => all.ok && onSelect(all.value)),
    reset: () => {
      rows.current.clear();
      pendingIndex.current = null;
      anchor.current = 0;
      setActive(-1);
    },
  };
}
