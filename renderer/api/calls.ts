/** Questions and changes of the contract as React sees them. Failures are values; nothing here throws to a component. */
import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import {
  type Asked,
  type CallName,
  type EventBody,
  type EventName,
  type Failure,
  fail,
  type Input,
  type Output,
  ok,
  type PagedCall,
  type Result,
  readWhole,
  type Scope,
  type ShellCallName,
  type ShellInput,
  type ShellOutput,
} from '../../electron/contract/index.js';
import { announceFailure } from './announce.js';
import { bridge } from './bridge.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The archive says what changed, so an answer stays good until then.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

/** Which answers each scope touches, by the first part of the call's name. */
const TOUCHED: Record<Scope, readonly string[]> = {
  archive: [
    'archive.',
    'source.',
    'collection.',
    'tag.',
    'history.',
    'text.',
    'search.',
    'annotation.',
    'note.',
    'cite.',
    'spelling.',
    'collation.',
  ],
  // A text version never changes: what is being read is not fetched again because of the list beside it.
  sources: [
    'source.',
    'collection.',
    'archive.info',
    'search.query',
    'note.references',
    'cite.format',
    // What they are called, and which are alike; what their texts have in common stays as it is.
    'collation.list',
    'collation.get',
    'collation.suggest',
    'collation.groups',
  ],
  collections: ['collection.', 'source.', 'archive.info', 'search.query'],
  tags: ['tag.', 'source.', 'search.query', 'annotation.', 'note.references'],
  texts: ['text.', 'source.', 'annotation.', 'search.', 'note.references', 'cite.format', 'collation.'],
  // A list of sources by tag holds those whose passages bear it.
  annotations: ['annotation.', 'tag.', 'source.list', 'source.ids', 'search.query', 'note.references', 'cite.format'],
  notes: ['note.', 'search.query'],
  styles: ['cite.'],
  spelling: ['spelling.'],
  collations: ['collation.list', 'collation.get', 'collation.align', 'collation.table', 'collation.compose'],
  searches: ['search.log', 'search.history', 'search.saved'],
  history: ['history.'],
  index: ['search.'],
};

/** How often an unceasing stream of changes is shown. */
const BEAT_MS = 1_000;

export const nameOf = (key: QueryKey): string => String(key[0]);

/** Asks again for whatever begins with one of these; what is on its way for the first time is asked again after it. */
export function refresh(prefixes: readonly string[]): void {
  const predicate = ({ queryKey }: { readonly queryKey: QueryKey }) =>
    prefixes.some((prefix) => nameOf(queryKey).startsWith(prefix));
  // The query library would take such an answer for a fresh one, though it may be from before the change.
  const underWay = queryClient
    .getQueryCache()
    .findAll({ predicate, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  void queryClient.invalidateQueries({ predicate });
  for (const { queryKey, promise } of underWay) {
    const again = () => queryClient.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, again);
  }
}

/** Asks again for whatever the event touches; called once by the frame. @returns the way to stop. */
export function refreshOnChange(): () => void {
  // An import changes the archive many times a second: the first change is shown at once, the rest in beats.
  let waiting: Set<Scope> | null = null;
  const gather = (scopes: readonly Scope[]): void => {
    if (waiting) {
      for (const scope of scopes) waiting.add(scope);
      return;
    }
    refresh(scopes.flatMap((scope) => TOUCHED[scope]));
    waiting = new Set();
    setTimeout(() => {
      const late = [...(waiting ?? [])];
      waiting = null;
      if (late.length > 0) gather(late);
    }, BEAT_MS);
  };
  const stops = [
    bridge.subscribe('archive.changed', ({ scopes }) => gather(scopes)),
    bridge.subscribe('shell.incident', () => refresh(TOUCHED.archive)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Carries a `Failure` through the query library, which only knows thrown errors. */
class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const asFailure = (error: unknown): Failure =>
  error instanceof CallFailed ? error.failure : { code: 'INTERNAL', message: String(error) };

export type Answer<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | { readonly status: 'ready'; readonly data: T; readonly refreshing: boolean };

interface CallOptions {
  readonly enabled?: boolean;
  /** Show the previous answer while the next one is under way. */
  readonly keep?: boolean;
}

const asked =
  <T>(ask: () => Promise<Result<T>>) =>
  async (): Promise<{ value: T }> => {
    const result = await ask();
    if (!result.ok) throw new CallFailed(result.error);
    return { value: result.value };
  };

function useAnswer<T>(key: QueryKey, ask: () => Promise<Result<T>>, options: CallOptions): Answer<T> {
  const query = useQuery<{ value: T }>({
    queryKey: key,
    queryFn: asked(ask),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: (before) => keepPreviousData(before) } : {}),
  });
  return answerOf(query);
}

function answerOf<T>(query: UseQueryResult<{ value: T }>): Answer<T> {
  if (query.data !== undefined && !query.isError) {
    return { status: 'ready', data: query.data.value, refreshing: query.isFetching };
  }
  if (query.isError) return { status: 'error', error: asFailure(query.error), retry: () => void query.refetch() };
  return { status: 'loading' };
}

/** The answer to a call, asked again when the archive says that something it depends on changed. */
export function useCall<N extends CallName>(name: N, input: Input<N>, options: CallOptions = {}): Answer<Output<N>> {
  return useAnswer([name, input], () => bridge.invoke(name, input), options);
}

async function wholeOf<N extends PagedCall>(name: N, input: Asked<N>): Promise<Result<Output<N>>> {
  const ask = async (call: N, page: Input<N>): Promise<Output<N>> => {
    const result = await bridge.invoke(call, page);
    if (!result.ok) throw new CallFailed(result.error);
    return result.value;
  };
  try {
    return ok(await readWhole(ask, name, input));
  } catch (error) {
    if (error instanceof CallFailed) return fail(error.failure);
    throw error;
  }
}

/** A list to its end, for what must know all of it; a long list that one scrolls through asks for what is in sight. */
export function useWhole<N extends PagedCall>(name: N, input: Asked<N>, options: CallOptions = {}): Answer<Output<N>> {
  return useAnswer([name, 'whole', input], () => wholeOf(name, input), options);
}

/** The answers to one call for several inputs, in their order. */
export function useCalls<N extends CallName>(name: N, inputs: readonly Input<N>[]): readonly Answer<Output<N>>[] {
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: asked(() => bridge.invoke(name, input)) })),
    combine: answersOf,
  }) as readonly Answer<Output<N>>[];
}

const answersOf = (queries: readonly UseQueryResult<{ value: unknown }>[]) => queries.map(answerOf);

/** As `useCall`, for what the main process answers. */
export function useShell<N extends ShellCallName>(
  name: N,
  input: ShellInput<N>,
  options: CallOptions = {},
): Answer<ShellOutput<N>> {
  return useAnswer([name, input], () => bridge.shell(name, input), options);
}

function reported<T>(result: Result<T>, options: { quiet?: boolean }): Result<T> {
  if (!result.ok && !options.quiet) announceFailure(result.error);
  return result;
}

/** The calls that change the archive; while one is under way the window says that it is saving. */
const CHANGES: ReadonlySet<CallName> = new Set<CallName>([
  'source.describe',
  'source.delete',
  'source.restore',
  'collection.create',
  'collection.rename',
  'collection.delete',
  'collection.add',
  'collection.remove',
  'tag.create',
  'tag.ensure',
  'tag.rename',
  'tag.delete',
  'tag.add',
  'tag.remove',
  'tag.change',
  'tag.move',
  'tag.merge',
  'text.correct',
  'text.reread',
  'text.makeCurrent',
  'annotation.create',
  'annotation.change',
  'annotation.tag',
  'annotation.delete',
  'annotation.place',
  'annotation.reanchor',
  'note.create',
  'note.save',
  'note.delete',
  'note.restore',
  'note.quote',
  'cite.removeStyle',
  'spelling.learn',
  'collation.create',
  'collation.change',
  'collation.delete',
  'collation.pin',
  'collation.unpin',
  'collation.takeOver',
  'search.save',
  'search.renameSaved',
  'search.deleteSaved',
  'history.undo',
  'history.redo',
]);
let saving = 0;
const savingListeners = new Set<() => void>();

function countSaving(step: 1 | -1): void {
  saving += step;
  for (const listener of savingListeners) listener();
}

/** Whether a change is under way. */
export function useSaving(): boolean {
  return useSyncExternalStore(
    (listener) => {
      savingListeners.add(listener);
      return () => savingListeners.delete(listener);
    },
    () => saving > 0,
  );
}

/** A change, or a question asked once. A failure is announced to the person unless `quiet`. */
export async function perform<N extends CallName>(
  name: N,
  input: Input<N>,
  options: { quiet?: boolean } = {},
): Promise<Result<Output<N>>> {
  if (!CHANGES.has(name)) return reported(await bridge.invoke(name, input), options);
  countSaving(1);
  try {
    return reported(await bridge.invoke(name, input), options);
  } finally {
    countSaving(-1);
  }
}

/** As `perform`, for what the main process does. */
export async function performShell<N extends ShellCallName>(
  name: N,
  input: ShellInput<N>,
  options: { quiet?: boolean } = {},
): Promise<Result<ShellOutput<N>>> {
  return reported(await bridge.shell(name, input), options);
}

/** Runs `listener` for each event while the component is shown. */
export function useEvent<N extends EventName>(name: N, listener: (body: EventBody<N>) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => bridge.subscribe(name, (body) => latest.current(body)), [name]);
}
