/** Queries and changes of the contract as React hooks and functions. Failures are values; nothing here throws to a component. */
import { keepPreviousData, type QueryKey, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import {
  type CallName,
  calls,
  type EventBody,
  type EventName,
  type Failure,
  fail,
  type Input,
  type Output,
  ok,
  type PagedCall,
  type PagedInput,
  type Result,
  readWhole,
  type ShellCallName,
  type ShellInput,
  type ShellOutput,
} from '../../electron/contract/index.js';
import { announceFailure } from './announce.js';
import { bridge } from './bridge.js';
import { refresh } from './call-cache.js';
import { createStore } from './store.js';

/** Carries a `Failure` through the query library, which only knows thrown errors. */
class CallError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const asFailure = (error: unknown): Failure =>
  error instanceof CallError ? error.failure : { code: 'INTERNAL', message: String(error) };

export type CallState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | { readonly status: 'ready'; readonly data: T; readonly refreshing: boolean };

interface CallOptions {
  readonly enabled?: boolean;
  /** Show the previous answer while the next one is under way. */
  readonly keepPrevious?: boolean;
}

const queryFnOf =
  <T>(ask: () => Promise<Result<T>>) =>
  async (): Promise<{ value: T }> => {
    const result = await ask();
    if (!result.ok) throw new CallError(result.error);
    return { value: result.value };
  };

function useCallQuery<T>(key: QueryKey, ask: () => Promise<Result<T>>, options: CallOptions): CallState<T> {
  const query = useQuery<{ value: T }>({
    queryKey: key,
    queryFn: queryFnOf(ask),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (before) => keepPreviousData(before) } : {}),
  });
  return callStateOf(query);
}

function callStateOf<T>(query: UseQueryResult<{ value: T }>): CallState<T> {
  if (query.data !== undefined && !query.isError) {
    return { status: 'ready', data: query.data.value, refreshing: query.isFetching };
  }
  if (query.isError) return { status: 'error', error: asFailure(query.error), retry: () => void query.refetch() };
  return { status: 'loading' };
}

/** The answer to a call, asked again when the archive says that something it depends on changed. */
export function useCall<N extends CallName>(name: N, input: Input<N>, options: CallOptions = {}): CallState<Output<N>> {
  return useCallQuery([name, input], () => bridge.invoke(name, input), options);
}

async function fetchFullList<N extends PagedCall>(name: N, input: PagedInput<N>): Promise<Result<Output<N>>> {
  const ask = async (call: N, page: Input<N>): Promise<Output<N>> => {
    const result = await bridge.invoke(call, page);
    if (!result.ok) throw new CallError(result.error);
    return result.value;
  };
  try {
    return ok(await readWhole(ask, name, input));
  } catch (error) {
    if (error instanceof CallError) return fail(error.failure);
    throw error;
  }
}

/** A list to its end, for what must know all of it; a long list that one scrolls through asks for what is in sight. */
export function useFullList<N extends PagedCall>(
  name: N,
  input: PagedInput<N>,
  options: CallOptions = {},
): CallState<Output<N>> {
  return useCallQuery([name, 'whole', input], () => fetchFullList(name, input), options);
}

/** The answers to one call for several inputs, in their order. */
export function useCalls<N extends CallName>(name: N, inputs: readonly Input<N>[]): readonly CallState<Output<N>>[] {
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: queryFnOf(() => bridge.invoke(name, input)) })),
    combine: callStatesOf,
  }) as readonly CallState<Output<N>>[];
}

const callStatesOf = (queries: readonly UseQueryResult<{ value: unknown }>[]) => queries.map(callStateOf);

/** As `useCall`, for what the main process answers. */
export function useShellCall<N extends ShellCallName>(
  name: N,
  input: ShellInput<N>,
  options: CallOptions = {},
): CallState<ShellOutput<N>> {
  return useCallQuery([name, input], () => bridge.shell(name, input), options);
}

function announceIfFailed<T>(result: Result<T>, options: { quiet?: boolean }): Result<T> {
  if (!result.ok && !options.quiet) announceFailure(result.error);
  return result;
}

/** Changes under way. */
const saving = createStore(0);

const countSaving = (step: 1 | -1): void => saving.set(saving.get() + step);

/** Whether a change is under way. */
export const useSaving = (): boolean => useSyncExternalStore(saving.subscribe, () => saving.get() > 0);

/**
 * A change, or a question asked once. A failure is announced to the person unless `quiet`. Who made a change sees it at
 * once, while others hear of it in beats.
 */
export async function perform<N extends CallName>(
  name: N,
  input: Input<N>,
  options: { quiet?: boolean } = {},
): Promise<Result<Output<N>>> {
  const { changes } = calls[name];
  if (changes.length === 0) return announceIfFailed(await bridge.invoke(name, input), options);
  countSaving(1);
  try {
    const result = await bridge.invoke(name, input);
    if (result.ok) refresh([...changes, 'history']);
    return announceIfFailed(result, options);
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
  return announceIfFailed(await bridge.shell(name, input), options);
}

/** Runs `listener` for each event while the component is shown. */
export function useEvent<N extends EventName>(name: N, listener: (body: EventBody<N>) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => bridge.subscribe(name, (body) => latest.current(body)), [name]);
}
