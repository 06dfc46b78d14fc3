/**
 * How the person likes the window. Invariant: what is shown follows at once; what is written follows within half a
 * second, and before the window goes away.
 */
import type { Preferences, ShellOutput } from '../../electron/contract/index.js';
import { bridge } from './bridge.js';
import { callNameOf, queryClient } from './call-cache.js';
import { type CallState, performShell, useShellCall } from './client.js';

type ShellState = ShellOutput<'shell.state'>;

const STATE_KEY = ['shell.state', undefined];
const WRITE_DELAY_MS = 500;

let pending: Partial<Preferences> | null = null;
let writeTimer: ReturnType<typeof setTimeout> | null = null;

function flush(): void {
  if (writeTimer !== null) clearTimeout(writeTimer);
  writeTimer = null;
  if (pending === null) return;
  const change = pending;
  pending = null;
  void performShell('shell.setPreferences', change);
}

function applyLocally(change: Partial<Preferences>): void {
  queryClient.setQueryData<{ value: ShellState }>(STATE_KEY, (known) =>
    known ? { value: { ...known.value, preferences: { ...known.value.preferences, ...change } } } : known,
  );
}

/** Shows a change at once and writes it down soon. */
export function setPreferences(change: Partial<Preferences>): void {
  applyLocally(change);
  pending = { ...pending, ...change };
  if (writeTimer !== null) clearTimeout(writeTimer);
  writeTimer = setTimeout(flush, WRITE_DELAY_MS);
}

/** Remembers one thing of the window's layout beside the others. */
export function saveLayout(name: string, value: unknown): void {
  const known = queryClient.getQueryData<{ value: ShellState }>(STATE_KEY);
  if (known) setPreferences({ layout: { ...known.value.preferences.layout, [name]: value } });
}

/**
 * Takes over what the shell says, and when another archive is open forgets every answer of the old one in the same
 * moment: the window must never show one archive under the name of the other.
 */
async function reloadState(answers: 'keep' | 'forget'): Promise<void> {
  // What waits to be written goes first, or it would come back as it was.
  flush();
  const state = await bridge.shell('shell.state', undefined);
  if (state.ok) queryClient.setQueryData<{ value: ShellState }>(STATE_KEY, { value: state.value });
  else void queryClient.invalidateQueries({ queryKey: STATE_KEY });
  if (answers === 'keep') return;
  void queryClient.resetQueries({ predicate: ({ queryKey }) => !callNameOf(queryKey).startsWith('shell.') });
}

/** Follows what the shell changed by itself; called once by the frame. @returns a function that unsubscribes. */
export function watchShell(): () => void {
  window.addEventListener('pagehide', flush);
  const stops = [
    bridge.subscribe('shell.preferences', ({ theme }) => {
      if (pending?.theme === undefined) applyLocally({ theme });
    }),
    bridge.subscribe('shell.archive', () => void reloadState('forget')),
    bridge.subscribe('shell.incident', () => void reloadState('keep')),
  ];
  return () => {
    window.removeEventListener('pagehide', flush);
    for (const stop of stops) stop();
  };
}

/** Platform, version, preferences, recent archives, problems of the last start. */
export function useShellState(): CallState<ShellState> {
  return useShellCall('shell.state', undefined);
}
