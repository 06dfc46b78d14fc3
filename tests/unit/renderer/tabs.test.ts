import { describe, expect, it } from 'vitest';
import { SourceId } from '../../../electron/contract/index.js';
import { NO_TABS, type TabsAction, tabsReducer } from '../../../renderer/app/tabs-state.js';

const id = (n: number) => SourceId.parse(`0195f000-0000-7000-8000-00000000000${n}`);
const [a, b, c] = [id(1), id(2), id(3)];
const stateAfter = (...actions: TabsAction[]) => actions.reduce(tabsReducer, NO_TABS);
const query = { query: 'observers', mode: 'all' } as const;

describe('the tabs of open documents', () => {
  it('lets the next preview take the place of the last, so that looking through a list opens one tab', () => {
    const state = stateAfter(
      { type: 'preview', sourceId: a, query: null },
      { type: 'preview', sourceId: b, query: null },
      { type: 'preview', sourceId: c, query: null },
    );
    expect(state).toEqual({ tabs: [{ sourceId: c, query: null, standing: 'preview' }], activeId: c });
  });

  it('keeps a previewed document once it is opened, and previews the next one beside it', () => {
    const state = stateAfter(
      { type: 'preview', sourceId: a, query: null },
      { type: 'open', sourceId: a, query: null },
      { type: 'preview', sourceId: b, query: null },
    );
    expect(state.tabs.map(({ sourceId, standing }) => [sourceId, standing])).toEqual([
      [a, 'kept'],
      [b, 'preview'],
    ]);
  });

  it('shows a document that is open already instead of opening it twice, and never makes a kept tab a preview', () => {
    const state = stateAfter(
      { type: 'open', sourceId: a, query: null },
      { type: 'open', sourceId: b, query: null },
      { type: 'preview', sourceId: a, query: null },
    );
    expect(state.tabs).toHaveLength(2);
    expect(state.activeId).toBe(a);
    expect(state.tabs[0]?.standing).toBe('kept');
  });

  it('keeps the marked hits when the document is chosen again without a search', () => {
    const state = stateAfter({ type: 'open', sourceId: a, query }, { type: 'preview', sourceId: a, query: null });
    expect(state.tabs[0]?.query).toEqual(query);
  });

  it('marks the hits of the new search in a document that is open already', () => {
    const next = { query: 'toll', mode: 'any' } as const;
    const state = stateAfter({ type: 'open', sourceId: a, query }, { type: 'preview', sourceId: a, query: next });
    expect(state.tabs[0]?.query).toEqual(next);
  });

  it('shows the neighbour when the active tab is closed, and nothing after the last', () => {
    const two = stateAfter({ type: 'open', sourceId: a, query: null }, { type: 'open', sourceId: b, query: null });
    const one = tabsReducer(two, { type: 'close', sourceId: b });
    expect(one.activeId).toBe(a);
    expect(tabsReducer(one, { type: 'close', sourceId: a })).toEqual(NO_TABS);
  });

  it('leaves the document one is reading when another tab is closed', () => {
    const two = stateAfter({ type: 'open', sourceId: a, query: null }, { type: 'open', sourceId: b, query: null });
    expect(tabsReducer(two, { type: 'close', sourceId: a }).activeId).toBe(b);
  });

  it('never holds more tabs than are remembered, and always the one just opened', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      SourceId.parse(`0195f000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`),
    );
    const state = stateAfter(...many.map((sourceId) => ({ type: 'open', sourceId, query: null }) as const));
    expect(state.tabs).toHaveLength(50);
    expect(state.tabs.some(({ sourceId }) => sourceId === state.activeId)).toBe(true);
  });
});
