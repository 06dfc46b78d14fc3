/** The questions that only the system's dialogs can ask. Invariant: a path chosen here never reaches the page. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { t } from '../wording/index.js';

export interface ChosenFile {
  readonly path: string;
  /** `replace` when the system's dialog itself asked about this very name and the person agreed. */
  readonly onExisting: 'refuse' | 'replace';
}

const ARCHIVE_EXTENSION = '.fonds';

/** @returns the folder of a new archive, ending in `.fonds`; null when the person changed their mind. */
export async function askNewArchive(window: BrowserWindow, title: string): Promise<string | null> {
  const chosen = await askSave(window, {
    title,
    fileName: `Untitled${ARCHIVE_EXTENSION}`,
    filter: { name: t('Fonds archive'), extensions: ['fonds'] },
  });
  return chosen?.path ?? null;
}

/** @returns the folder of an existing archive. */
export async function askArchive(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: t('Open an archive'),
    buttonLabel: t('Open archive'),
    message: t('Choose a folder whose name ends in .fonds'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'treatPackageAsDirectory'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** @returns an existing backup file. */
export async function askBackup(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: t('Restore a backup'),
    buttonLabel: t('Choose backup'),
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** @returns one file of the person's choice; null when they changed their mind. */
export async function askFile(window: BrowserWindow, title: string, filters: FileFilter[]): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    defaultPath: app.getPath('documents'),
    filters,
    properties: ['openFile'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** @returns the paths to import; null when none was chosen. */
export async function askImport(window: BrowserWindow, what: 'files' | 'folder'): Promise<string[] | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: what === 'files' ? t('Import files') : t('Import a folder'),
    buttonLabel: t('Import'),
    defaultPath: app.getPath('documents'),
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
  });
  return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
}

export interface SaveQuestion {
  readonly title: string;
  readonly fileName: string;
  readonly filter: FileFilter;
}

/** @returns where to write; a missing extension is added. */
export async function askSave(
  window: BrowserWindow,
  { title, fileName, filter }: SaveQuestion,
): Promise<ChosenFile | null> {
  const answer = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (answer.canceled || answer.filePath === '') return null;
  const wanted = extname(fileName);
  if (extname(answer.filePath).toLowerCase() === wanted) {
    return { path: answer.filePath, onExisting: existsSync(answer.filePath) ? 'replace' : 'refuse' };
  }
  // Nobody was asked about the name with its extension: a file that has it must survive.
  return { path: answer.filePath + wanted, onExisting: 'refuse' };
}
