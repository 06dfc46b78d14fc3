// @vitest-environment jsdom
/** A value that components follow. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { createStore, useStore } from '../../../renderer/api/store.js';

vi.hoisted(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }));

it('draws a component again when the value is another one, until it is gone', async () => {
  const store = createStore('first');
  let drawings = 0;
  function Shows() {
    drawings += 1;
    return <p>{useStore(store)}</p>;
  }
  const page = document.createElement('main');
  const root = createRoot(page);
  await act(async () => root.render(<Shows />));
  expect(page.textContent).toBe('first');
  await act(async () => store.set('second'));
  expect(page.textContent).toBe('second');
  await act(async () => root.unmount());
  const before = drawings;
  await act(async () => store.set('third'));
  expect(drawings).toBe(before);
  expect(store.get()).toBe('third');
});

it('reports to every listener but those that stopped', () => {
  const store = createStore(0);
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = store.subscribe(first);
  store.subscribe(second);
  store.set(1);
  stop();
  store.set(2);
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
});
