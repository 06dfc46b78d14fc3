/**
 * How the person likes the window. Invariant: what is shown follows at once; what is written follows within half a
 * second, and before the window goes away.
 */
import type { Preferences, ShellOutput } from '../../electron/contract/index.js';
import { bridge } from './bridge.js';
import { type Answer, performShell, useShell } from './calls.js';
import { nameOf, queryClient } from './freshness.js';

type ShellState = ShellOutput<'shell.state'>;

const STATE_KEY = ['shell.state', undefined];
const REST_MS = 500;

let pending: Partial<Preferences> | null = null;
let rest: ReturnType<typeof setTimeout> | null = null;

function flush(): void {
  if (rest !== null) clearTimeout(rest);
  rest = null;
  if (pending === null) return;
  const change = pending;
  pending = null;
  void performShell('shell.setPreferences', change);
}

function show(change: Partial<Preferences>): void {
  queryClient.setQueryData<{ value: ShellState }>(STATE_KEY, (known) =>
    known ? { value: { ...known.value, preferences: { ...known.value.preferences, ...change } } } : known,
  );
}

/** Shows a change at once and writes it down soon. */
export function setPreferences(change: Partial<Preferences>): void {
  show(change);
  pending = { ...pending, ...change };
  if (rest !== null) clearTimeout(rest);
  rest = setTimeout(flush, REST_MS);
}

/** Remembers one thing of the window's layout beside the others. */
export function rememberLayout(name: string, value: unknown): void {
  const known = queryClient.getQueryData<{ value: ShellState }>(STATE_KEY);
  if (known) setPreferences({ layout: { ...known.value.preferences.layout, [name]: value } });
}

/**
 * Takes over what the shell says, and when another archive is open forgets every answer of the old one in the same
 * moment: the window must never show one archive under the name of the other.
 */
async function follow(answers: 'keep' | 'forget'): Promise<void> {
  // What waits to be written goes first, or it would come back as it was.
  flush();
  const state = await bridge.shell('shell.state', undefined);
  if (state.ok) queryClient.setQueryData<{ value: ShellState }>(STATE_KEY, { value: state.value });
  else void queryClient.invalidateQueries({ queryKey: STATE_KEY });
  if (answers === 'keep') return;
  void queryClient.resetQueries({ predicate: ({ queryKey }) => !nameOf(queryKey).startsWith('shell.') });
}

/** Follows what the shell changed by itself; called once by the frame. @returns the way to stop. */
export function followShell(): () => void {
  window.addEventListener('pagehide', flush);
  const stops = [
    bridge.subscribe('shell.preferences', ({ theme }) => {
      if (pending?.theme === undefined) show({ theme });
    }),
    bridge.subscribe('shell.archive', () => void follow('forget')),
    bridge.subscribe('shell.incident', () => void follow('keep')),
  ];
  return () => {
    window.removeEventListener('pagehide', flush);
    for (const stop of stops) stop();
  };
}

/** Platform, version, preferences, recent archives, problems of the last start. */
export function useShellState(): Answer<ShellState> {
  return useShell('shell.state', undefined);
}
