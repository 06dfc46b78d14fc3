// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result, SearchQuery, SearchResponse } from '../../../electron/contract/index.js';

interface Asked {
  readonly line: string;
  answer(result: Result<SearchResponse>): void;
}

/** The service as the window sees it: every question waits until the test answers it. */
const asked = vi.hoisted(() => {
  const questions: Asked[] = [];
  const invoke = (_name: string, query: SearchQuery) =>
    new Promise<Result<SearchResponse>>((answer) => questions.push({ line: query.query, answer }));
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Object.assign(window, {
    fonds: { invoke, shell: () => new Promise(() => undefined), subscribe: () => () => undefined },
  });
  return questions;
});

const { queryClient } = await import('../../../renderer/api/index.js');
const { EMPTY_DRAFT } = await import('../../../renderer/features/search/search-draft.js');
const { useSearch } = await import('../../../renderer/features/search/use-search.js');

const found = (total: number): Result<SearchResponse> => ({
  ok: true,
  value: {
    total,
    searched: 100,
    tookMs: 1,
    hits: [],
    notes: [],
    facets: {
      documentTypes: [],
      creators: [],
      collections: [],
      languages: [],
      tags: [],
      dates: { unit: 'year', bins: [], undated: 0 },
    },
    expansions: [],
    remarks: [],
    hints: [],
  },
});
const unreadable: Result<SearchResponse> = { ok: false, error: { code: 'QUERY_SYNTAX', message: 'No partner.' } };

let root: Root;
let state: ReturnType<typeof useSearch>;
function Probe({ line }: { readonly line: string }) {
  state = useSearch({ ...EMPTY_DRAFT, line }, 'unwanted');
  return null;
}
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const type = (line: string) =>
  act(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <Probe line={line} />
      </QueryClientProvider>,
    ),
  );
async function answer(line: string, result: Result<SearchResponse>): Promise<void> {
  const question = asked.findLast((one) => one.line === line);
  if (!question) throw new Error(`“${line}” was never asked: ${asked.map((one) => one.line).join(', ')}`);
  await act(async () => question.answer(result));
  await wait(1);
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  queryClient.clear();
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

describe('answers to what stands in the line', () => {
  it('are asked for once the line rests, not for every letter on the way', async () => {
    for (const line of ['', 'l', 'lo', 'loc', 'lock']) {
      type(line);
      await wait(20);
    }
    await wait(100);
    expect(asked.map(({ line }) => line)).toEqual(['lock']);
  });

  it('stay while the next one is under way, with the query they answer', async () => {
    type('lock');
    await wait(100);
    await answer('lock', found(12));
    type('gate');
    await wait(100);
    expect(state.shown?.answer.total).toBe(12);
    expect(state.shown?.query.query).toBe('lock');
    expect([state.isCurrent, state.isWaiting]).toEqual([false, true]);
    await answer('gate', found(3));
    expect([state.shown?.query.query, state.shown?.answer.total, state.isCurrent]).toEqual(['gate', 3, true]);
  });

  it('never give way to an older one that comes late', async () => {
    type('lock');
    await wait(100);
    type('gate');
    await wait(100);
    await answer('gate', found(3));
    await answer('lock', found(12));
    expect([state.shown?.query.query, state.shown?.answer.total]).toEqual(['gate', 3]);
  });

  it('are gone when nothing is asked any more, and do not come back with a late one', async () => {
    type('lock');
    await wait(100);
    await answer('lock', found(12));
    type('');
    await wait(100);
    expect(state.shown).toBeNull();
    expect(state.hasQuery).toBe(false);
  });
});

describe('a line that cannot be read', () => {
  it('is called so only when it has rested, and meanwhile the last hits stay', async () => {
    type('the');
    await wait(100);
    await answer('the', found(12));
    type('the "win');
    await wait(100);
    await answer('the "win', unreadable);
    expect(state.failure).toBeNull();
    expect(state.shown?.answer.total).toBe(12);
    await wait(600);
    expect(state.failure?.code).toBe('QUERY_SYNTAX');
    expect(state.shown?.answer.total).toBe(12);
    expect(state.isCurrent).toBe(false);
  });

  it('is called so at once when the person asks for it', async () => {
    type('the "win');
    act(() => state.flush());
    await wait(1);
    await answer('the "win', unreadable);
    expect(state.failure?.code).toBe('QUERY_SYNTAX');
  });
});
