/**
 * The life of the program with a window: start, archive, crash, end. Invariant: the window outlives the service; a
 * crash of either is written down, shown to the person, and repaired where it can be.
 */
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { CommandId, EventBody, EventName } from '../contract/index.js';
import { t } from '../wording/index.js';
import { archiveArgument } from './archive-argument.js';
import { createArchiveLifecycle } from './archive-lifecycle.js';
import { createIncidentLog, describeOutput, describeThrown, logsDir } from './incidents.js';
import { lockDownResolver } from './lockdown.js';
import { setMenu } from './menu.js';
import { appRoot, fontsDir, rendererDir, serviceFile } from './paths.js';
import { describeRecent, openPreferences } from './preferences-store.js';
import { servePrinting } from './printing/serve-printing.js';
import { serveProtocols } from './protocols.js';
import { serveShell } from './serve-shell.js';
import { type ServiceCrash, startServiceHost } from './service-host.js';
import { createWindow } from './window.js';

/** How long closing the archive may hold up the end of the program. */
const CLOSE_MS = 5_000;
const MAX_PAGE_CRASHES = 3;
const PAGE_CRASH_WINDOW_MS = 60_000;

/** What a second start of the program says to the first. */
interface SecondStart {
  /** The archive it was to open. */
  readonly asked: string | null;
}

/** Must run before `ready`. */
export function startDesktop(): void {
  const ownData = process.env.FONDS_USER_DATA;
  if (ownData) app.setPath('userData', ownData);
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    // Chromium cannot sandbox root; started any other way, the sandbox is on for every page.
    app.commandLine.appendSwitch('no-sandbox');
    console.error('Fonds runs as root: the sandbox of its pages is off. Run it as an ordinary user.');
  } else if (app.commandLine.hasSwitch('no-sandbox')) {
    console.error('Fonds was started with --no-sandbox: the sandbox of its pages is off.');
  } else {
    app.enableSandbox();
  }
  let asked = archiveArgument(process.argv, process.cwd());
  // Chromium puts the words of a second start into another order on their way to the first; what they mean goes beside.
  if (!app.requestSingleInstanceLock({ asked } satisfies SecondStart)) {
    app.quit();
    return;
  }
  // macOS names the archive by an event, which may come before there is a window.
  let open = (dir: string): void => {
    asked = dir;
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  void app.whenReady().then(() => {
    open = run(asked);
  });
}

/** @param asked archive to begin with. @returns how to open another one later. */
function run(asked: string | null): (dir: string) => void {
  const userData = app.getPath('userData');
  const incidents = createIncidentLog({ userData });
  process.on('uncaughtException', (error) => incidents.record('main-exception', describeThrown(error)));
  process.on('unhandledRejection', (reason) => incidents.record('main-rejection', describeThrown(reason)));
  lockDownResolver();

  const preferences = openPreferences({ userData });
  nativeTheme.themeSource = preferences.preferences.theme;
  let window: BrowserWindow | null = null;
  let lastIncident: string | null = null;
  const emit = <N extends EventName>(name: N, body: EventBody<N>): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('fonds:event', name, body);
  };

  const connectWindow = (target: BrowserWindow): void => {
    const port = service.connect('window');
    if (port === null) target.webContents.send('fonds:down');
    else target.webContents.postMessage('fonds:port', null, [port]);
  };
  const onCrash = async ({ exitCode, tail, restarted }: ServiceCrash): Promise<void> => {
    const incidentId = incidents.record('service-exit', { exitCode, tail: describeOutput(tail), restarted });
    if (window !== null) connectWindow(window);
    const reopened = restarted ? await life.reopen() : null;
    const recovered = restarted && (reopened === null || reopened.ok);
    const end = recovered
      ? t('It was started again and your archive is open. What was saved is safe; a running job was stopped.')
      : t('It could not be started again. What was saved is safe; close Fonds and open it again.');
    lastIncident = t('The archive service stopped unexpectedly (incident {incidentId}). {end}', { incidentId, end });
    emit('shell.incident', { incidentId, message: lastIncident, recovered });
  };
  const service = startServiceHost({
    file: serviceFile,
    appRoot,
    logsDir: logsDir(userData),
    onCrash: (crash) => void onCrash(crash),
    printing: () => servePrinting({ fontsDir }),
  });

  const life = createArchiveLifecycle({
    service,
    preferences,
    userData,
    onChange(name) {
      window?.setTitle(name === null ? 'Fonds' : `${name} – Fonds`);
      showMenu();
      emit('shell.archive', { open: name !== null });
    },
  });
  const showMenu = (): void =>
    setMenu(preferences.recents.map(describeRecent), {
      run: (id: CommandId) => emit('shell.command', { id }),
      openRecent: (id) => void life.openRecent(id),
    });

  serveProtocols(rendererDir, {
    locate: (sha256) => service.call('original.locate', { sha256 }),
    draw: (page) => service.call('page.draw', page),
  });
  serveShell({
    window: () => window,
    archives: life,
    service,
    preferences,
    incidents,
    lastIncident: () => lastIncident,
    onPreferences: () => emit('shell.preferences', { theme: preferences.preferences.theme }),
  });
  showMenu();
  void life.begin(asked);
  window = createWindow(preferences, connectWindow);
  window.once('closed', () => {
    window = null;
    // A page that is being printed has a window too, and would keep the program alive.
    service.stopPrinting();
  });
  const pageCrashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    incidents.record('page-gone', { reason, exitCode });
    pageCrashes.push(Date.now());
    const recent = pageCrashes.filter((at) => Date.now() - at < PAGE_CRASH_WINDOW_MS);
    if (recent.length <= MAX_PAGE_CRASHES) window?.webContents.reload();
  });

  app.on('second-instance', (_event, _argv, _cwd, second) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const { asked: dir } = second as SecondStart;
    if (dir !== null) void life.open(dir);
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    // The archive is closed before the program ends, so that its lock is released and its log is folded in.
    event.preventDefault();
    void service.stop(CLOSE_MS).finally(() => {
      closed = true;
      app.quit();
    });
  });
  return (dir) => void life.open(dir);
}
