// @vitest-environment jsdom
/** Lists of the window hold all there is, however many pages it comes in; those that offer the first few say so. */
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceId, TagId } from '../../../electron/contract/index.js';

const SOURCES = 501;
const ANNOTATIONS = 10_001;
const ROW_PX = 44;

/** The service as the window sees it, over 501 sources and notes and 10,001 passages, each page no longer than it may be. */
vi.hoisted(() => {
  const numbered = <T,>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, n) => make(n));
  const sources = numbered(501, (n) => ({ id: `s${n}`, title: `Source ${n}`, documentType: '', dateWritten: '' }));
  const notes = numbered(501, (n) => ({ id: `n${n}`, title: `Note ${n}`, excerpt: '', words: 1 }));
  const quote = { exact: 'word', prefix: '', suffix: '' };
  const annotations = numbered(10_001, (n) => ({
    id: `a${n}`,
    sourceId: `s${n % 501}`,
    sourceTitle: `Source ${n % 501}`,
    target: { kind: 'text', versionId: 'v', start: n, end: n + 1, quote },
    anchor: { state: 'placed', versionId: 'v', start: n, end: n + 1, method: 'exact', score: 1, similarity: 1 },
    pageLabel: null,
    colour: 1,
    comment: '',
    tagIds: ['t'],
    who: '',
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
  }));
  const tag = { id: 't', name: 'Everywhere', parentId: null, colour: null, description: '' };
  type Place = { offset: number; limit: number };
  const answers: Record<string, (input: Place) => unknown> = {
    'source.list': ({ offset, limit }) => ({
      total: sources.length,
      rows: sources.slice(offset, offset + Math.min(500, limit)),
    }),
    'note.list': ({ offset, limit }) => ({
      total: notes.length,
      rows: notes.slice(offset, offset + Math.min(500, limit)),
    }),
    'annotation.list': ({ offset, limit }) => ({
      total: annotations.length,
      annotations: annotations.slice(offset, offset + Math.min(2_000, limit)),
    }),
    'tag.list': () => [{ ...tag, sourceCount: 501, annotationCount: 10_001, reachCount: 501 }],
  };
  const invoke = async (name: string, input: Place) =>
    answers[name] ? { ok: true, value: answers[name](input) } : new Promise(() => undefined);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Object.assign(window, {
    fonds: { invoke, shell: () => new Promise(() => undefined), subscribe: () => () => undefined },
  });
  // A list draws the rows that its height has room for; jsdom gives nothing a height.
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 440 });
  }
  Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
    this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  } as typeof Element.prototype.scrollTo;
});

const { queryClient } = await import('../../../renderer/api/index.js');
const { TagPage } = await import('../../../renderer/features/tags/TagPage.js');
const { SourcePicker } = await import('../../../renderer/features/collation/SourcePicker.js');

let place: HTMLElement;
let root: Root;
beforeEach(() => {
  queryClient.clear();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});
const draw = (shown: ReactNode) =>
  act(async () => root.render(<QueryClientProvider client={queryClient}>{shown}</QueryClientProvider>));
/** Lets what was asked come, and what comes of it. */
const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

describe('the page of a tag', () => {
  it('counts and lists every passage and every source', async () => {
    await draw(<TagPage tagId={'t' as TagId} onOpen={() => undefined} />);
    await expect
      .poll(async () => {
        await rest();
        return place.querySelector('[role=status]')?.textContent;
      })
      .toBe('10,001 passages, 501 sources');
    const row = place.querySelector('[role=listitem]');
    expect(row?.getAttribute('aria-setsize')).toBe(String(ANNOTATIONS + SOURCES));
  });
});

describe('the choice of sources to compare', () => {
  const list = () => place.querySelector<HTMLElement>('[role=listbox]');
  const option = (words: string) =>
    [...place.querySelectorAll('[role=option]')].find((row) => row.textContent === words);

  it('is among all of them: the last can be reached by key and chosen', async () => {
    const chosen: SourceId[][] = [];
    await draw(<SourcePicker selected={[]} onChange={(ids) => chosen.push([...ids])} />);
    await expect
      .poll(async () => {
        await rest();
        return option('Source 0')?.getAttribute('aria-setsize');
      })
      .toBe(String(SOURCES));
    const press = (key: string) =>
      act(async () => list()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    const scroller = list();
    if (scroller) Object.defineProperty(scroller, 'scrollHeight', { value: SOURCES * ROW_PX });
    await press('End');
    await expect
      .poll(async () => {
        await rest();
        return option(`Source ${SOURCES - 1}`)?.getAttribute('aria-posinset');
      })
      .toBe(String(SOURCES));
    await press(' ');
    expect(chosen).toEqual([[`s${SOURCES - 1}`]]);
  });
});

describe('what is offered while one writes a note', () => {
  async function offered(text: string): Promise<string[]> {
    const state = EditorState.create({ doc: text });
    const { citations, links } = await import('../../../renderer/features/notes/editor/completions.js');
    const context = new CompletionContext(state, text.length, true);
    const results = await Promise.all([citations(context), links(context)]);
    const sections = results.flatMap((result) => result?.options ?? []).map(({ section }) => section);
    return [...new Set(sections.map((section) => (typeof section === 'object' ? section.name : '')))];
  }

  it('says that it is the first few, and of how many', async () => {
    expect(await offered('@')).toEqual(['Passages: 7 of 10,001, type on', 'Sources: 7 of 501, type on']);
    expect(await offered('[[')).toEqual(['Notes: 7 of 501, type on', 'Tags']);
  });
});
