/** Whether the window is dark now, chosen or following the system. */
import { useSyncExternalStore } from 'react';
import { useShellState } from '../api/index.js';

const system = matchMedia('(prefers-color-scheme: dark)');

export function useDark(): boolean {
  const shell = useShellState();
  const systemIsDark = useSyncExternalStore(
    (listener) => {
      system.addEventListener('change', listener);
      return () => system.removeEventListener('change', listener);
    },
    () => system.matches,
  );
  const theme = shell.status === 'ready' ? shell.data.preferences.theme : 'system';
  return theme === 'system' ? systemIsDark : theme === 'dark';
}
