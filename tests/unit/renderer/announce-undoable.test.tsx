// @vitest-environment jsdom
/** Messages that offer to undo what was done. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it } from 'vitest';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
/** The journal: steps that are done, by number. */
let done: number[];
Object.assign(window, {
  fonds: {
    invoke: () => Promise.resolve({ ok: true, value: { undo: 'a step', redo: null, step: done.at(-1) ?? null } }),
  },
});
const { announceUndoable, dismiss, useAnnouncements, dismissUndoneOffers } = await import(
  '../../../renderer/api/index.js'
);

let said: ReturnType<typeof useAnnouncements> = [];
function Messages() {
  said = useAnnouncements();
  return null;
}
const titles = () => said.map(({ title }) => title);
const doStep = (title: string) =>
  act(async () => {
    done.push((done.at(-1) ?? 0) + 1);
    await announceUndoable(title);
  });
const undo = () =>
  act(() => {
    done.pop();
    dismissUndoneOffers({ undo: null, redo: 'a step', step: done.at(-1) ?? null });
  });

beforeEach(async () => {
  done = [4];
  await act(async () => createRoot(document.createElement('div')).render(<Messages />));
  act(() => {
    for (const { key } of said) dismiss(key);
  });
});

it('go with their step when it is undone by other means, and only then', async () => {
  await doStep('One moved');
  await doStep('Two moved');
  undo();
  expect(titles()).toEqual(['One moved']);
  undo();
  expect(titles()).toEqual([]);
});

it('stay while a step that came after theirs is undone', async () => {
  await doStep('One moved');
  done.push(6);
  undo();
  expect(titles()).toEqual(['One moved']);
});

it('do not come back when their step is done again', async () => {
  await doStep('One moved');
  undo();
  act(() => dismissUndoneOffers({ undo: 'a step', redo: null, step: 5 }));
  expect(titles()).toEqual([]);
});
