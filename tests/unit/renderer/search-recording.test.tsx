// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result, SearchQuery } from '../../../electron/contract/index.js';
import type { ShownResults } from '../../../renderer/features/search/use-search.js';

const service = vi.hoisted(() => {
  const state = { recorded: [] as string[], answer: { ok: true, value: null } as Result<unknown> };
  const invoke = (name: string, query: SearchQuery) => {
    if (name === 'search.record') state.recorded.push(query.query);
    return Promise.resolve(state.answer);
  };
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Object.assign(window, { fonds: { invoke } });
  return state;
});

const { useSearchRecording } = await import('../../../renderer/features/search/use-search-recording.js');

const shown = (query: string) =>
  ({ query: { query, mode: 'all', filter: {} }, answer: null }) as unknown as ShownResults;

let root: Root;
let recording: ReturnType<typeof useSearchRecording>;
function Probe({ looksAt }: { readonly looksAt: ShownResults | null }) {
  recording = useSearchRecording(looksAt);
  return null;
}
const show = (looksAt: ShownResults | null) => act(() => root.render(<Probe looksAt={looksAt} />));
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  service.recorded.length = 0;
  service.answer = { ok: true, value: null };
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

describe('a search that was meant', () => {
  it('goes into the log when its answer was looked at for a while, not when it was passed on the way', async () => {
    show(shown('lo'));
    await wait(1_000);
    show(shown('lock'));
    await wait(1_400);
    expect(service.recorded).toEqual([]);
    await wait(200);
    expect(service.recorded).toEqual(['lock']);
  });

  it('goes into the log at once when it is used, and not again when it rests', async () => {
    const lock = shown('lock');
    show(lock);
    act(() => recording.confirm(lock.query));
    expect(service.recorded).toEqual(['lock']);
    await wait(5_000);
    expect(service.recorded).toEqual(['lock']);
  });

  it('is not logged when the line was left before its answer came', async () => {
    show(shown('lock'));
    show(null);
    await wait(5_000);
    expect(service.recorded).toEqual([]);
  });

  it('says in a few words that an archive open for reading keeps no log, and nothing louder', async () => {
    service.answer = { ok: false, error: { code: 'ARCHIVE_READ_ONLY', message: 'Read only.' } };
    show(shown('lock'));
    await wait(2_000);
    expect(recording.problem).toBe('not logged: open for reading only');
    service.answer = { ok: true, value: null };
    show(shown('gate'));
    await wait(2_000);
    expect(recording.problem).toBeNull();
  });
});
