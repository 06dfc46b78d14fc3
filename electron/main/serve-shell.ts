/**
 * Answers the shell's half of the contract: dialogs, preferences, which archive is open. Invariant: every input is
 * parsed, every answer is a Result, and only the window's own top frame is answered at all.
 */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  type IpcMainInvokeEvent,
  ipcMain,
  nativeTheme,
  shell as showInFolder,
} from 'electron';
import { z } from 'zod';
import {
  COLLATION_FORMATS,
  EXPORT_FORMATS,
  fail,
  ok,
  type Result,
  type ShellCallName,
  type ShellOutput,
  shellCalls,
  withoutPath,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveLifecycle } from './archive-lifecycle.js';
import { askArchive, askBackup, askFile, askImport, askNewArchive, askSave, type ChosenFile } from './dialogs.js';
import { describeThrown, type IncidentLog } from './incidents.js';
import { APP_ORIGIN } from './origins.js';
import { describeRecent, type PreferencesStore } from './preferences-store.js';
import type { ServiceHost } from './service-host.js';

export interface Shell {
  readonly window: () => BrowserWindow | null;
  readonly archives: ArchiveLifecycle;
  readonly service: Pick<ServiceHost, 'call'>;
  readonly preferences: PreferencesStore;
  readonly incidents: IncidentLog;
  /** What to tell about the last crash of the service; null when there was none. */
  readonly lastIncident: () => string | null;
  readonly onPreferences: () => void;
}

type ShellHandlers = {
  [N in ShellCallName]: (
    input: z.output<(typeof shellCalls)[N]['input']>,
    window: BrowserWindow,
  ) => Promise<Result<ShellOutput<N>>>;
};

const EXPORT_NAMES = { csv: t('Comma-separated table'), md: t('Markdown'), json: 'JSON' } as const;

/** `null` inside a Result: the person changed their mind. */
const declined = ok(null);

function handlers({
  archives: life,
  service,
  preferences,
  incidents,
  lastIncident,
  onPreferences,
}: Shell): ShellHandlers {
  return {
    'shell.state': async () => {
      // A first start is still making its sample: tell the window once, when there is something to tell.
      await life.settled();
      return ok({
        platform: process.platform,
        version: app.getVersion(),
        preferences: preferences.preferences,
        recents: preferences.recents.map(describeRecent),
        openRecentId: life.openRecentId,
        lastProblem: life.lastProblem,
        incident: lastIncident(),
      });
    },
    'shell.copy': async ({ text, html }) => {
      clipboard.write({ text, ...(html === undefined ? {} : { html }) });
      return ok(null);
    },
    'shell.setPreferences': async (change) => {
      const saved = preferences.setPreferences(change);
      nativeTheme.themeSource = saved.theme;
      onPreferences();
      return ok(saved);
    },
    'shell.keepDrafts': async (_input, window) => {
      window.webContents.session.flushStorageData();
      return ok(null);
    },
    'shell.showIncidents': async () => {
      const shown = existsSync(incidents.file);
      if (shown) showInFolder.showItemInFolder(incidents.file);
      return ok({ shown });
    },
    'shell.createArchive': async (_input, window) => {
      const dir = await askNewArchive(window, t('New archive'));
      return dir === null ? declined : life.create(dir);
    },
    'shell.openArchive': async (_input, window) => {
      const dir = await askArchive(window);
      return dir === null ? declined : life.open(dir);
    },
    'shell.openRecent': ({ id }) => life.openRecent(id),
    'shell.openSample': () => life.openSample(),
    'shell.chooseImport': async ({ what }, window) => {
      const paths = await askImport(window, what);
      return paths === null ? declined : service.call('import.scan', { paths });
    },
    'shell.exportSearch': ({ format, ...query }, window) =>
      saveAs(
        window,
        t('Export what was found'),
        t('Search results.{format}', { format }),
        ({ path: file, onExisting }) => service.call('search.export', { ...query, file, format, onExisting }),
      ),
    'shell.exportConcordance': (query, window) =>
      saveAs(window, t('Export the concordance'), 'Concordance.csv', ({ path: file, onExisting }) =>
        service.call('search.exportConcordance', { ...query, file, onExisting }),
      ),
    'shell.exportLog': ({ format }, window) =>
      saveAs(window, t('Export the search log'), t('Search log.{format}', { format }), ({ path: file, onExisting }) =>
        service.call('search.exportLog', { file, format, onExisting }),
      ),
    'shell.export': async ({ format, ...order }, window) => {
      const { title, extension } = EXPORT_FORMATS.find(({ id }) => id === format) ?? EXPORT_FORMATS[0];
      const filter = { name: title, extensions: [extension] };
      const chosen = await askSave(window, { title: t('Export'), fileName: `Export.${extension}`, filter });
      if (chosen === null) return declined;
      const { path: file, onExisting } = chosen;
      return named(file, await service.call('export.start', { ...order, format, file, onExisting }));
    },
    'shell.exportCollation': async ({ subject, format }, window) => {
      const { title, extension } = COLLATION_FORMATS.find(({ id }) => id === format) ?? COLLATION_FORMATS[0];
      const filter = { name: title, extensions: [extension] };
      const chosen = await askSave(window, {
        title: t('Export the collation'),
        fileName: `Collation.${extension}`,
        filter,
      });
      if (chosen === null) return declined;
      const { path: file, onExisting } = chosen;
      return named(file, await service.call('collation.export', { subject, format, file, onExisting }));
    },
    'shell.importAnnotations': async (_input, window) => {
      const file = await askFile(window, t('Import annotations'), [
        { name: t('Annotations'), extensions: ['jsonld', 'json', 'qdpx'] },
      ]);
      return file === null ? declined : named(file, await service.call('exchange.import', { file }));
    },
    'shell.addStyle': async (_input, window) => {
      const file = await askFile(window, t('Add a citation style'), [
        { name: t('CSL style'), extensions: ['csl', 'xml'] },
      ]);
      if (file === null) return declined;
      const added = await service.call('cite.addStyle', { file });
      return added.ok ? added : fail(withoutPath(added.error, file, basename(file)));
    },
    'shell.backup': async (_input, window) => {
      const name = life.openDir === null ? t('Archive') : basename(life.openDir, '.fonds');
      const fileName = t('{name} {toISOString}.fonds-backup', {
        name,
        toISOString: new Date().toISOString().slice(0, 10),
      });
      const filter = { name: t('Fonds backup'), extensions: ['fonds-backup'] };
      const chosen = await askSave(window, { title: t('Back up archive'), fileName, filter });
      if (chosen === null) return declined;
      const { path: file, onExisting } = chosen;
      return named(file, await service.call('archive.backup', { file, onExisting }));
    },
    'shell.restore': async (_input, window) => {
      const file = await askBackup(window);
      if (file === null) return declined;
      const dir = await askNewArchive(window, t('Restore as a new archive'));
      return dir === null ? declined : life.restore(file, dir);
    },
  };
}

/** Adds the name of a file to what was begun with it; a failure tells the name and not the path. */
function named<T extends object>(path: string, begun: Result<T>): Result<T & { fileName: string }> {
  const fileName = basename(path);
  return begun.ok ? ok({ ...begun.value, fileName }) : fail(withoutPath(begun.error, path, fileName));
}

/** Asks where to write and has it written. @returns the counts and the name of the file, never its path. */
async function saveAs<T extends object>(
  window: BrowserWindow,
  title: string,
  fileName: string,
  write: (chosen: ChosenFile) => Promise<Result<T>>,
): Promise<Result<(T & { fileName: string }) | null>> {
  const format = extname(fileName).slice(1) as keyof typeof EXPORT_NAMES;
  const chosen = await askSave(window, {
    title,
    fileName,
    filter: { name: EXPORT_NAMES[format], extensions: [format] },
  });
  if (chosen === null) return declined;
  const name = basename(chosen.path);
  const written = await write(chosen);
  return written.ok ? ok({ ...written.value, fileName: name }) : fail(withoutPath(written.error, chosen.path, name));
}

/** @returns whether a message comes from the top frame of the window, showing our own page. */
export function isOwnFrame(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  window: BrowserWindow | null,
): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && frame.origin === APP_ORIGIN;
}

/** Starts answering `fonds:shell` and `fonds:dropped`. */
export function serveShell(shell: Shell): void {
  const table = handlers(shell);
  /** Sender, parsing and bugs, the same for every name. */
  const guard = async <T>(
    event: IpcMainInvokeEvent,
    what: string,
    work: (window: BrowserWindow) => Promise<Result<T>>,
  ) => {
    const window = shell.window();
    if (window === null || !isOwnFrame(event, window)) {
      return fail({ code: 'FORBIDDEN', message: t('Only the window of Fonds may ask for this.') });
    }
    try {
      return await work(window);
    } catch (error) {
      const incidentId = shell.incidents.record('shell-call', { call: what, ...describeThrown(error) });
      return fail({
        code: 'INTERNAL',
        message: t('Something went wrong in the program (incident {incidentId}).', { incidentId }),
        details: { incidentId },
      });
    }
  };
  ipcMain.handle('fonds:shell', (event, name: unknown, input: unknown) =>
    guard(event, String(name), async (window) => {
      if (typeof name !== 'string' || !isShellCall(name))
        return fail({ code: 'FORBIDDEN', message: t('There is no such call.') });
      return answer(table, name, input, window);
    }),
  );
  const DroppedPaths = z.array(z.string().min(1)).min(1).max(100_000);
  ipcMain.handle('fonds:dropped', (event, input: unknown) =>
    guard<ShellOutput<'shell.chooseImport'>>(event, 'dropped', async () => {
      const paths = DroppedPaths.safeParse(input);
      if (!paths.success) return fail({ code: 'INVALID_INPUT', message: t('What was dropped holds no files.') });
      return shell.service.call('import.scan', { paths: paths.data });
    }),
  );
}

const isShellCall = (name: string): name is ShellCallName => Object.hasOwn(shellCalls, name);

async function answer<N extends ShellCallName>(
  table: ShellHandlers,
  name: N,
  input: unknown,
  window: BrowserWindow,
): Promise<Result<unknown>> {
  const parsed = shellCalls[name].input.safeParse(input);
  if (!parsed.success) return fail({ code: 'INVALID_INPUT', message: z.prettifyError(parsed.error) });
  // The schema just parsed is the one this handler's input type was made from.
  return table[name](parsed.data as z.output<(typeof shellCalls)[N]['input']>, window);
}
