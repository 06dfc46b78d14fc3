/** The commands that open, make and keep archives, the theme, and the log of incidents. They work with and without an open archive. */
import type { ShellCallName } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { announce, performShell, setPreferences, useCall, useCommand, useShellState } from '../api/index.js';
import { formatBytes } from '../ui/index.js';

type ArchiveCall = Extract<
  ShellCallName,
  'shell.createArchive' | 'shell.openArchive' | 'shell.openSample' | 'shell.restore'
>;

/** The window learns of the new archive from the shell's event. */
const openBy = (name: ArchiveCall) => () => void performShell(name, undefined);

async function backUp(): Promise<void> {
  const result = await performShell('shell.backup', undefined);
  if (!result.ok || result.value === null) return;
  const { fileName, fileBytes, absent } = result.value;
  if (absent.length > 0) {
    const text = t(
      '{count, plural, one {# original} other {# originals}} could not be put into {fileName}. “Verify originals” says which; import those files again, then back up again.',
      { count: absent.length, fileName },
    );
    announce(t('The backup is not complete'), { tone: 'problem', text });
    return;
  }
  announce(t('The archive is backed up'), { tone: 'good', text: `${fileName}, ${formatBytes(fileBytes)}` });
}

async function showIncidents(): Promise<void> {
  const result = await performShell('shell.showIncidents', undefined);
  if (!result.ok || result.value.shown) return;
  announce(t('No incident was ever written down'), {
    text: t('Fonds makes the log when something goes wrong by itself.'),
  });
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

export function useArchiveCommands(): void {
  const shell = useShellState();
  const info = useCall('archive.info', undefined, { enabled: shell.status === 'ready' });
  const isOpen = info.status === 'ready';
  useCommand('archive.new', openBy('shell.createArchive'));
  useCommand('archive.open', openBy('shell.openArchive'));
  useCommand('archive.sample', openBy('shell.openSample'));
  useCommand('archive.restore', openBy('shell.restore'));
  useCommand('archive.backup', () => void backUp(), { enabled: isOpen });
  useCommand('help.incidents', () => void showIncidents());
  useCommand('view.theme', () => setPreferences({ theme: isDark() ? 'light' : 'dark' }));
}
