/**
 * What every list shares that draws only the rows in sight: where rows are, how long the list is said to be, the active
 * row, and the keys that move it. The focus stays on the list, which names the active row by `aria-activedescendant`.
 */
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react';
import { indexAfterKey } from './list-navigation.js';

export type { VirtualItem };

export interface VirtualRowsOptions {
  readonly count: number;
  /** Height of a row in CSS pixels; of measured rows the likely one. */
  readonly rowPx: number;
  /** `measured` for rows that have the height of what is in them. */
  readonly heights: 'fixed' | 'measured';
  /** Rows drawn above and below the window. */
  readonly overscan: number;
  /** The row the keyboard is on; -1 when there is none. It is scrolled into sight when it changes. */
  readonly active?: number;
  /** Another value scrolls the active row into sight again. */
  readonly reason?: unknown;
  /** Of another list, which is read from its top. Without it the list is always the same one. */
  readonly listKey?: string;
  /** Begins the ids of rows, for a list that is driven from outside. */
  readonly id?: string;
  /** Height of a head that stays in sight and that rows do not count. */
  readonly headPx?: number;
  /** Height of what stays in sight below the head. */
  readonly subheadPx?: number;
  /** Without it a row is known by its index. */
  keyOf?(index: number): string | number | undefined;
  /** Height to expect of a row; without it `rowPx`. */
  estimate?(index: number): number;
  /** The list is another one. @param forgetHeights when rows of the same index have other heights now. */
  onNewList?(forgetHeights: () => void): void;
}

/** Where a row is. */
export interface RowBox {
  readonly style: CSSProperties;
  readonly 'data-index'?: number;
  ref?(element: HTMLElement | null): void;
}
export interface OptionProps extends RowBox {
  readonly id: string;
  readonly 'aria-setsize': number;
  readonly 'aria-posinset': number;
}
export interface GridRowIdentity {
  readonly id: string;
  readonly 'aria-rowindex': number;
}

export interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** For the element that scrolls and has the focus. */
  readonly listProps: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly tabIndex: 0;
    readonly 'aria-activedescendant'?: string;
  };
  /** The rows to draw. */
  readonly items: readonly VirtualItem[];
  /** Height of all rows together. */
  readonly sizePx: number;
  /** For a row of a listbox. */
  optionProps(item: VirtualItem): OptionProps;
  /** For a row of a grid, together with its box; the head is the first row. */
  gridRow(item: VirtualItem): GridRowIdentity;
  box(item: VirtualItem): RowBox;
  /** The rows to draw, by the page that they are asked for with. */
  pages(rowsOfPage: number): [page: number, items: VirtualItem[]][];
  /** @returns the row a key leads to; null when it does not move. */
  indexAfterKey(key: string): number | null;
  scrollTo(index: number): void;
  /** Where the menu of a row opens when a key asks for it; null when the row is not drawn. */
  menuPoint(index: number): { readonly x: number; readonly y: number } | null;
}

export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, rowPx, heights, overscan, active = -1, reason, listKey, headPx = 0, subheadPx = 0 } = options;
  const ownId = useId();
  const id = options.id ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => options.estimate?.(index) ?? rowPx,
    getItemKey: (index) => options.keyOf?.(index) ?? index,
    overscan,
    paddingStart: headPx,
    scrollPaddingStart: headPx + subheadPx,
  });
  const items = rows.getVirtualItems();

  // The values an effect waits for are handed to it, so that it runs when they change and at no other time.
  const beginList = useEffectEvent((key: string | undefined) => {
    if (key === undefined) return;
    options.onNewList?.(() => rows.measure());
    if (scroller.current) scroller.current.scrollTop = 0;
  });
  useEffect(() => beginList(listKey), [listKey]);
  const showActive = useEffectEvent((index: number, _reason: unknown) => {
    if (index >= 0 && index < count) rows.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => showActive(active, reason), [active, reason]);

  const box = ({ index, start, size }: VirtualItem): RowBox => {
    const transform = `translateY(${start - headPx}px)`;
    return heights === 'fixed'
      ? { style: { transform, height: size } }
      : { style: { transform }, 'data-index': index, ref: rows.measureElement };
  };
  const rowId = (index: number) => `${id}-${index}`;
  const isActiveDrawn = items.some(({ index }) => index === active);
  return {
    scroller,
    listProps: {
      ref: scroller,
      tabIndex: 0,
      ...(isActiveDrawn ? { 'aria-activedescendant': rowId(active) } : {}),
    },
    items,
    sizePx: rows.getTotalSize() - headPx,
    optionProps: (item) => ({
      ...box(item),
      id: rowId(item.index),
      'aria-setsize': count,
      'aria-posinset': item.index + 1,
    }),
    gridRow: ({ index }) => ({ id: rowId(index), 'aria-rowindex': index + 2 }),
    box,
    pages: (rowsOfPage) => [...Map.groupBy(items, ({ index }) => Math.floor(index / rowsOfPage))],
    indexAfterKey: (key) => {
      const inSight = Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx);
      return indexAfterKey(key, active, count, Math.max(1, inSight - 1));
    },
    scrollTo: (index) => rows.scrollToIndex(index),
    menuPoint: (index) => {
      const row = scroller.current?.querySelector(`[aria-posinset="${index + 1}"]`)?.getBoundingClientRect();
      return row ? { x: row.left + 24, y: row.bottom - 8 } : null;
    },
  };
}
