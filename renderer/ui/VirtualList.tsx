/**
 * A list that draws only the rows in sight. `choose` makes it a list of ticks with one tab stop; `read` a plain list
 * that scrolls. Both tell assistive technology how long the list is and which row is which.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
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

function useRows<T>({ items, rowPx, getKey, onVisibleRange }: VirtualListBaseProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined || !getKey ? index : getKey(item);
    },
    overscan: 8,
  });
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other rows are drawn, not when another function listens
  useEffect(() => onVisibleRange?.(first, last), [first, last]);
  return { scroller, rows };
}

const rowPosition = (start: number, size: number) => ({ height: size, transform: `translateY(${start}px)` });

function ReadList<T>(props: ReadListProps<T>) {
  const { label, items, renderRow } = props;
  const { scroller, rows } = useRows(props);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} className={css.scroller} aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, and counted by aria-setsize */}
      <div role="list" aria-label={label} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={css.row}
              style={{ transform: `translateY(${start}px)`, minHeight: props.rowPx }}
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
  const { scroller, rows } = useRows(props);
  const [activeIndex, setActiveIndex] = useState(0);
  const id = useId();
  const active = Math.min(activeIndex, Math.max(0, items.length - 1));

  const go = (index: number) => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActiveIndex(next);
    rows.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.rowPx) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    const item = items[active];
    if (step !== undefined) go(active + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === ' ' && item !== undefined && canChoose(item)) onToggle(item);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onToggleAll();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={`${css.scroller} ${css.chooser}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, key, start, size }) => {
          const item = items[index];
          return item === undefined ? null : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              // The list has the focus; the active row is named by aria-activedescendant.
              tabIndex={-1}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              aria-selected={isChosen(item)}
              aria-disabled={!canChoose(item) || undefined}
              data-active={index === active || undefined}
              className={css.row}
              style={rowPosition(start, size)}
              onClick={() => {
                setActiveIndex(index);
                scroller.current?.focus({ preventScroll: true });
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
