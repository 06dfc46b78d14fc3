/** Keeps the answers that the window holds up to date: each call says what it reads, each change what it changes. */
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { type CallName, calls, type Scope } from '../../electron/contract/index.js';
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

/** How often an unceasing stream of changes is shown. */
const REFRESH_INTERVAL_MS = 1_000;

export const callNameOf = (key: QueryKey): string => String(key[0]);

const scopesReadBy = (name: string): readonly Scope[] =>
  Object.hasOwn(calls, name) ? calls[name as CallName].reads : [];

const isAffected = (name: string, changed: readonly Scope[]): boolean => {
  const reads = scopesReadBy(name);
  return changed.includes('archive') ? reads.length > 0 : reads.some((scope) => changed.includes(scope));
};

/** Asks again for every answer that reads what changed; what is on its way for the first time is asked again after it. */
export function refresh(changed: readonly Scope[]): void {
  const predicate = ({ queryKey }: { readonly queryKey: QueryKey }) => isAffected(callNameOf(queryKey), changed);
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

/** Asks again for what the archive says has changed; called once by the frame. @returns a function that unsubscribes. */
export function refreshOnChange(): () => void {
  // An import changes the archive many times a second: the first change is shown at once, the rest in beats.
  let waiting: Set<Scope> | null = null;
  const gather = (scopes: readonly Scope[]): void => {
    if (waiting) {
      for (const scope of scopes) waiting.add(scope);
      return;
    }
    refresh(scopes);
    waiting = new Set();
    setTimeout(() => {
      const late = [...(waiting ?? [])];
      waiting = null;
      if (late.length > 0) gather(late);
    }, REFRESH_INTERVAL_MS);
  };
  const stops = [
    bridge.subscribe('archive.changed', ({ scopes }) => gather(scopes)),
    bridge.subscribe('shell.incident', () => refresh(['archive'])),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
