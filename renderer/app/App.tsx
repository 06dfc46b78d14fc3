/** What the window shows: the frame over an open archive, a welcome without one, and above both what must be said. */
import { useEffect, useRef, useState } from 'react';
import type { ArchiveInfo, Preferences } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { failureMessage, refreshOnChange, useCall, useCommand, useShellState, watchShell } from '../api/index.js';
import { ErrorState, Loading } from '../ui/index.js';
import { Announcements } from './Announcements.js';
import css from './App.module.css';
import { CommandPalette } from './CommandPalette.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import { Frame } from './Frame.js';
import { IncidentBanner } from './IncidentBanner.js';
import { ShortcutSheet } from './ShortcutSheet.js';
import { useArchiveCommands } from './use-archive-commands.js';
import { useKeyboard } from './use-keyboard.js';
import { Welcome } from './Welcome.js';

/** Puts theme and reading measures on the root, where every style sheet finds them. */
function useAppearance(preferences: Preferences | null): void {
  useEffect(() => {
    if (!preferences) return;
    const root = document.documentElement;
    if (preferences.theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = preferences.theme;
    root.style.setProperty('--reading-size', `${preferences.readingSize}px`);
    root.style.setProperty('--measure', `${preferences.measure}ch`);
  }, [preferences]);
}

/**
 * The open archive; while it is asked for again (after a crash) the one that was shown stays.
 * @param archiveKey null until the shell has said which archive is open.
 */
function useArchiveInfo(archiveKey: string | null) {
  const answer = useCall('archive.info', undefined, { enabled: archiveKey !== null });
  const last = useRef<{ readonly key: string; readonly info: ArchiveInfo } | null>(null);
  useEffect(() => {
    if (answer.status === 'ready' && archiveKey !== null) last.current = { key: archiveKey, info: answer.data };
    else if (answer.status === 'error' && answer.error.code === 'NO_ARCHIVE') last.current = null;
  });
  const isPassing = answer.status === 'loading' || (answer.status === 'error' && answer.error.code === 'SERVICE_DOWN');
  return isPassing && last.current !== null && last.current.key === archiveKey
    ? { status: 'ready' as const, data: last.current.info, refreshing: true }
    : answer;
}

export function App() {
  const shell = useShellState();
  // An archive that is not among the recent ones is known only as the open one.
  const archiveKey = shell.status === 'ready' ? (shell.data.openRecentId ?? 'unnamed') : null;
  const info = useArchiveInfo(archiveKey);
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setOverlay(null);

  useEffect(refreshOnChange, []);
  useEffect(watchShell, []);
  useKeyboard();
  useAppearance(shell.status === 'ready' ? shell.data.preferences : null);
  useArchiveCommands();
  useCommand('palette.open', () => setOverlay('palette'));
  useCommand('help.shortcuts', () => setOverlay('shortcuts'));

  const content = () => {
    if (shell.status === 'error') return <ErrorState {...failureMessage(shell.error)} retry={shell.retry} />;
    if (shell.status === 'loading' || archiveKey === null || info.status === 'loading')
      return <Loading>{t('Opening the archive')}</Loading>;
    if (info.status === 'error') {
      if (info.error.code === 'NO_ARCHIVE') return <Welcome shell={shell.data} />;
      return <ErrorState {...failureMessage(info.error)} retry={info.retry} />;
    }
    return <Frame key={archiveKey} info={info.data} shell={shell.data} archiveKey={archiveKey} />;
  };

  return (
    <div className={css.app}>
      <IncidentBanner />
      <ErrorBoundary what={t('The window')}>
        <div className={css.content}>{content()}</div>
        <CommandPalette isOpen={overlay === 'palette'} onClose={close} />
        <ShortcutSheet isOpen={overlay === 'shortcuts'} onClose={close} />
      </ErrorBoundary>
      <Announcements />
    </div>
  );
}
