// @vitest-environment jsdom
/** The hook that every virtual list is made of: what is drawn, what is said of it, and where its keys lead. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  gestureOfClick,
  gestureOfKey,
  useLoadedRows,
  useVirtualRows,
  type VirtualRows,
} from '../../../renderer/ui/index.js';

const ROW_PX = 40;
const WINDOW_PX = 400;

vi.hoisted(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // jsdom gives nothing a height, and the list draws what its height has room for.
  for (const side of ['clientHeight', 'clientWidth', 'offsetHeight', 'offsetWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 400 });
  }
  Object.defineProperty(HTMLElement.prototype, 'scrollHeight', { configurable: true, get: () => 1e7 });
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  };
});

let root: Root;
let page: HTMLElement;
let rows: VirtualRows;
const newLists: string[] = [];

interface ListProps {
  readonly count: number;
  readonly active?: number;
  readonly listKey?: string;
  readonly reason?: unknown;
  readonly headPx?: number;
}

function List({ count, active = -1, listKey = 'one', reason, headPx = 0 }: ListProps) {
  rows = useVirtualRows({
    count,
    rowPx: ROW_PX,
    heights: 'fixed',
    overscan: 2,
    active,
    listKey,
    reason,
    headPx,
    id: 'list',
    onNewList: () => newLists.push(listKey),
  });
  return (
    <div {...rows.listProps} role="listbox">
      {rows.items.map((item) => (
        <div key={item.key} {...rows.optionProps(item)} role="option" aria-selected={false} tabIndex={-1}>
          {item.index}
        </div>
      ))}
    </div>
  );
}

const show = (props: ListProps) => act(async () => root.render(<List {...props} />));
const list = () => page.querySelector<HTMLElement>('[role="listbox"]') ?? page;
const drawn = () => [...page.querySelectorAll('[role="option"]')].map((row) => Number(row.textContent));

beforeEach(() => {
  newLists.length = 0;
  page = document.body.appendChild(document.createElement('main'));
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
});

describe('a list of 50,000 rows', () => {
  it('draws the rows near the window and says of each which of how many it is', async () => {
    await show({ count: 50_000 });
    expect(drawn()).toEqual([...Array(12).keys()]);
    const third = page.querySelector('#list-2');
    expect(third?.getAttribute('aria-posinset')).toBe('3');
    expect(third?.getAttribute('aria-setsize')).toBe('50000');
    expect(rows.sizePx).toBe(50_000 * ROW_PX);
  });

  it('scrolls to the row that the keyboard goes to, and names it once it is drawn', async () => {
    await show({ count: 50_000, active: 3 });
    expect(list().getAttribute('aria-activedescendant')).toBe('list-3');
    await show({ count: 50_000, active: 40_000 });
    expect(drawn()).toContain(40_000);
    expect(list().getAttribute('aria-activedescendant')).toBe('list-40000');
  });

  it('names no row that was scrolled out of the page', async () => {
    await show({ count: 50_000, active: 3 });
    await act(async () => list().scrollTo({ top: 10_000 * ROW_PX }));
    expect(drawn()).not.toContain(3);
    expect(list().hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('lets a person scroll away from the active row, and comes back to it when asked', async () => {
    await show({ count: 50_000, active: 3, reason: 'preview closed' });
    await act(async () => list().scrollTo({ top: 10_000 * ROW_PX }));
    await show({ count: 50_001, active: 3, reason: 'preview closed' });
    expect(drawn()).not.toContain(3);
    await show({ count: 50_001, active: 3, reason: 'preview open' });
    expect(drawn()).toContain(3);
  });

  it('begins another list at its top, and says once that it is another', async () => {
    await show({ count: 50_000 });
    await act(async () => list().scrollTo({ top: 10_000 * ROW_PX }));
    await show({ count: 50_000, listKey: 'two' });
    expect(list().scrollTop).toBe(0);
    await show({ count: 49_999, listKey: 'two' });
    expect(newLists).toEqual(['one', 'two']);
  });
});

describe('the keys of a list', () => {
  it('move by a row, by what the window holds, and to both ends', async () => {
    await show({ count: 1_000, active: 500 });
    expect(rows.indexAfterKey('ArrowDown')).toBe(501);
    expect(rows.indexAfterKey('ArrowUp')).toBe(499);
    // A row of the last screen stays in sight.
    expect(rows.indexAfterKey('PageDown')).toBe(500 + WINDOW_PX / ROW_PX - 1);
    expect(rows.indexAfterKey('PageUp')).toBe(500 - WINDOW_PX / ROW_PX + 1);
    expect(rows.indexAfterKey('Home')).toBe(0);
    expect(rows.indexAfterKey('End')).toBe(999);
    expect(rows.indexAfterKey('x')).toBeNull();
  });

  it('do not count the head of a table as rows of the screen', async () => {
    await show({ count: 1_000, active: 500, headPx: 2 * ROW_PX });
    expect(rows.indexAfterKey('PageDown')).toBe(500 + WINDOW_PX / ROW_PX - 3);
  });

  it('lead nowhere in a list without rows', async () => {
    await show({ count: 0 });
    expect(rows.indexAfterKey('Home')).toBeNull();
    expect(rows.indexAfterKey('ArrowDown')).toBeNull();
  });

  it('open the menu of the active row below it, and none of a row that is not drawn', async () => {
    await show({ count: 1_000, active: 3 });
    expect(rows.menuPoint(3)).toEqual({ x: 24, y: -8 });
    expect(rows.menuPoint(900)).toBeNull();
  });
});

describe('what selects', () => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false };

  it('is the same for Control and Command, and Shift goes before both', () => {
    expect(gestureOfClick(plain)).toBe('only');
    expect(gestureOfClick({ ...plain, ctrlKey: true })).toBe('toggle');
    expect(gestureOfClick({ ...plain, metaKey: true })).toBe('toggle');
    expect(gestureOfClick({ ...plain, shiftKey: true, ctrlKey: true })).toBe('extend');
  });

  it('moves without selecting when Control is held with a key', () => {
    expect(gestureOfKey(plain)).toBe('only');
    expect(gestureOfKey({ ...plain, metaKey: true })).toBe('move');
    expect(gestureOfKey({ ...plain, shiftKey: true })).toBe('extend');
  });
});

describe('rows that arrive in pages', () => {
  let loaded: ReturnType<typeof useLoadedRows<string>>;
  function Pages({ listKey }: { readonly listKey: string }) {
    loaded = useLoadedRows<string>(listKey);
    return null;
  }
  const showPages = (listKey: string) => act(async () => root.render(<Pages listKey={listKey} />));

  it('stay known while the list is the same, and are forgotten with it', async () => {
    await showPages('one');
    loaded.registerRows(100, ['a', 'b']);
    const { registerRows } = loaded;
    await showPages('one');
    expect(loaded.rows.get(101)).toBe('b');
    expect(loaded.registerRows).toBe(registerRows);
    await showPages('two');
    expect(loaded.rows.size).toBe(0);
    // A page of the first list that comes late is not one of the second.
    registerRows(0, ['late']);
    expect(loaded.rows.size).toBe(0);
  });
});
