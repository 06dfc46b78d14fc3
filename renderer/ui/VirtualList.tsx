/**
 * A list that draws only the rows in sight. `choose` makes it a list of ticks with one tab stop; `read` a plain list
 * that scrolls. Both tell assistive technology how long the list is and which row is which.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { isCommandKey } from './select-gesture.js';
import { useVirtualRows } from './use-virtual-rows.js';
import css from './VirtualList.module.css';

interface VirtualListBaseProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  /** Height of a row; in a list to read, of the lowest one. */
  readonly rowPx: number;
  /** Without it a row is known by its place. */
  getKey?(item: T): string | number;
  renderRow(item: T): ReactNode;
  /** Rows `first` to `last`, counted from 0, are drawn: for a list whose rows are asked for as they come into sight. */
  onVisibleRange?(first: number, last: number): void;
}
export interface ReadListProps<T> extends VirtualListBaseProps<T> {
  readonly use: 'read';
}
export interface ChooseListProps<T> extends VirtualListBaseProps<T> {
  readonly use: 'choose';
  isChosen(item: T): boolean;
  /** A row that cannot be chosen is still read. */
  canChoose(item: T): boolean;
  onToggle(item: T): void;
  /** Chooses all when some are not, else none. */
  onToggleAll(): void;
}

/** @param active the row the keyboard is on, in a list that has one. */
function useRows<T>(props: VirtualListBaseProps<T>, heights: 'fixed' | 'measured', active?: number) {
  const { items, rowPx, getKey, onVisibleRange } = props;
  const rows = useVirtualRows({
    count: items.length,
    rowPx,
    heights,
    overscan: 8,
    ...(active === undefined ? {} : { active }),
    keyOf: (index) => {
      const item = items[index];
      return item === undefined ? undefined : getKey?.(item);
    },
  });
  const [first, last] = [rows.items[0]?.index ?? 0, rows.items.at(-1)?.index ?? 0];
  const report = useEffectEvent((from: number, until: number) => onVisibleRange?.(from, until));
  useEffect(() => report(first, last), [first, last]);
  return rows;
}

function ReadList<T>(props: ReadListProps<T>) {
  const { label, items, renderRow } = props;
  const rows = useRows(props, 'measured');
  return (
    // It has the tab stop of `listProps`: a region that scrolls must be reachable by keyboard.
    <section {...rows.listProps} className={css.scroller} aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, and counted by aria-setsize */}
      <div role="list" aria-label={label} style={{ height: rows.sizePx, position: 'relative' }}>
        {rows.items.map((virtual) => {
          const item = items[virtual.index];
          const { id: _, ...place } = rows.optionProps(virtual);
          return item === undefined ? null : (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={virtual.key}
              {...place}
              role="listitem"
              className={css.row}
              style={{ ...place.style, minHeight: props.rowPx }}
            >
              {renderRow(item)}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function ChooseList<T>(props: ChooseListProps<T>) {
  const { label, items, renderRow, isChosen, canChoose, onToggle, onToggleAll } = props;
  const [activeIndex, setActiveIndex] = useState(0);
  const active = Math.min(activeIndex, Math.max(0, items.length - 1));
  const rows = useRows(props, 'fixed', active);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = rows.indexAfterKey(event.key);
    const item = items[active];
    if (next !== null) {
      setActiveIndex(next);
      rows.scrollTo(next);
    } else if (event.key === ' ' && item !== undefined && canChoose(item)) onToggle(item);
    else if (event.key.toLowerCase() === 'a' && isCommandKey(event)) onToggleAll();
    else return;
    event.preventDefault();
  };

  return (
    <div
      {...rows.listProps}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      className={`${css.scroller} ${css.chooser}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.sizePx, position: 'relative' }}>
        {rows.items.map((virtual) => {
          const { index, key } = virtual;
          const item = items[index];
          return item === undefined ? null : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
            <div
              key={key}
              {...rows.optionProps(virtual)}
              role="option"
              // The list has the focus; the active row is named by aria-activedescendant.
              tabIndex={-1}
              aria-selected={isChosen(item)}
              aria-disabled={!canChoose(item) || undefined}
              data-active={index === active || undefined}
              className={css.row}
              onClick={() => {
                setActiveIndex(index);
                rows.scroller.current?.focus({ preventScroll: true });
                if (canChoose(item)) onToggle(item);
              }}
            >
              {renderRow(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

export function VirtualList<T>(props: ReadListProps<T> | ChooseListProps<T>) {
  return props.use === 'choose' ? <ChooseList {...props} /> : <ReadList {...props} />;
}
