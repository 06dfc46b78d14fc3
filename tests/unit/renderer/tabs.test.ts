import { describe, expect, it } from 'vitest';
import { SourceId } from '../../../electron/contract/index.js';
import {
  type DocumentTab,
  NO_TABS,
  type TabsAction,
  TabsState,
  tabsReducer,
} from '../../../renderer/app/tabs-state.js';

const id = (n: number) => SourceId.parse(`0195f000-0000-7000-8000-00000000000${n}`);
const [a, b, c] = [id(1), id(2), id(3)];
const stateAfter = (...actions: TabsAction[]) => actions.reduce(tabsReducer, NO_TABS);
const documents = (state: TabsState) => state.tabs.filter((tab): tab is DocumentTab => tab.kind === 'document');
const query = { query: 'observers', mode: 'all' } as const;

describe('the tabs of open documents', () => {
  it('lets the next preview take the place of the last, so that looking through a list opens one tab', () => {
    const state = stateAfter(
      { type: 'preview', sourceId: a, query: null, place: null },
      { type: 'preview', sourceId: b, query: null, place: null },
      { type: 'preview', sourceId: c, query: null, place: null },
    );
    expect(state).toEqual({
      ...NO_TABS,
      tabs: [{ kind: 'document', sourceId: c, query: null, place: null, standing: 'preview' }],
      activeId: c,
    });
  });

  it('keeps a previewed document once it is opened, and previews the next one beside it', () => {
    const state = stateAfter(
      { type: 'preview', sourceId: a, query: null, place: null },
      { type: 'open', sourceId: a, query: null, place: null },
      { type: 'preview', sourceId: b, query: null, place: null },
    );
    expect(documents(state).map(({ sourceId, standing }) => [sourceId, standing])).toEqual([
      [a, 'kept'],
      [b, 'preview'],
    ]);
  });

  it('shows a document that is open already instead of opening it twice, and never makes a kept tab a preview', () => {
    const state = stateAfter(
      { type: 'open', sourceId: a, query: null, place: null },
      { type: 'open', sourceId: b, query: null, place: null },
      { type: 'preview', sourceId: a, query: null, place: null },
    );
    expect(state.tabs).toHaveLength(2);
    expect(state.activeId).toBe(a);
    expect(documents(state)[0]?.standing).toBe('kept');
  });

  it('keeps the marked hits when the document is chosen again without a search', () => {
    const state = stateAfter(
      { type: 'open', sourceId: a, query, place: null },
      { type: 'preview', sourceId: a, query: null, place: null },
    );
    expect(documents(state)[0]?.query).toEqual(query);
  });

  it('marks the hits of the new search in a document that is open already', () => {
    const next = { query: 'toll', mode: 'any' } as const;
    const state = stateAfter(
      { type: 'open', sourceId: a, query, place: null },
      { type: 'preview', sourceId: a, query: next, place: null },
    );
    expect(documents(state)[0]?.query).toEqual(next);
  });

  it('shows the neighbour when the active tab is closed, and nothing after the last', () => {
    const two = stateAfter(
      { type: 'open', sourceId: a, query: null, place: null },
      { type: 'open', sourceId: b, query: null, place: null },
    );
    const one = tabsReducer(two, { type: 'close', id: b });
    expect(one.activeId).toBe(a);
    expect(tabsReducer(one, { type: 'close', id: a })).toEqual(NO_TABS);
  });

  it('leaves the document one is reading when another tab is closed', () => {
    const two = stateAfter(
      { type: 'open', sourceId: a, query: null, place: null },
      { type: 'open', sourceId: b, query: null, place: null },
    );
    expect(tabsReducer(two, { type: 'close', id: a }).activeId).toBe(b);
  });

  it('never holds more tabs than are remembered, and always the one just opened', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      SourceId.parse(`0195f000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`),
    );
    const state = stateAfter(
      ...many.map((sourceId) => ({ type: 'open', sourceId, query: null, place: null }) as const),
    );
    expect(state.tabs).toHaveLength(50);
    expect(documents(state).some(({ sourceId }) => sourceId === state.activeId)).toBe(true);
  });

  it('goes to another passage of a document that is open already, and leaves it there when it is chosen in a list', () => {
    const place = { start: 40, end: 46 };
    const state = stateAfter(
      { type: 'open', sourceId: a, query, place: null },
      { type: 'open', sourceId: a, query, place },
      { type: 'preview', sourceId: a, query: null, place: null },
    );
    expect(documents(state)).toEqual([{ kind: 'document', sourceId: a, query, place, standing: 'kept' }]);
  });

  it('opens one concordance for each search, beside the documents, and the log once', () => {
    const concordance = (words: string) =>
      ({ type: 'page', page: { kind: 'concordance', query: { query: words, mode: 'all', filter: {} } } }) as const;
    const state = stateAfter(
      concordance('toll'),
      concordance('lock'),
      { type: 'page', page: { kind: 'log' } },
      concordance('toll'),
      { type: 'page', page: { kind: 'log' } },
    );
    expect(state.tabs.map(({ kind }) => kind)).toEqual(['concordance', 'concordance', 'log']);
    expect(state.activeId).toBe('log');
  });

  it('closes a page like a document and goes to its neighbour', () => {
    const open = stateAfter(
      { type: 'open', sourceId: a, query: null, place: null },
      { type: 'page', page: { kind: 'log' } },
    );
    expect(tabsReducer(open, { type: 'close', id: 'log' }).activeId).toBe(a);
  });

  it('never lets a preview take the place of a page', () => {
    const state = stateAfter(
      { type: 'page', page: { kind: 'log' } },
      { type: 'preview', sourceId: a, query: null, place: null },
      { type: 'preview', sourceId: b, query: null, place: null },
    );
    expect(state.tabs.map(({ kind }) => kind)).toEqual(['log', 'document']);
  });

  it('brings back the tabs that were remembered before there were pages', () => {
    const remembered = { tabs: [{ sourceId: a, query, standing: 'kept' }], activeId: a };
    expect(TabsState.parse(remembered)).toEqual(stateAfter({ type: 'open', sourceId: a, query, place: null }));
  });
});
