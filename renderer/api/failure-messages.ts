/** Messages for failures: what happened, what is safe, what to do. One entry for every code. */
import type { ErrorCode, Failure } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';

interface FailureMessage {
  /** null: the failure's own message says it best. */
  readonly title: string | null;
  readonly remedy: string;
}

const MESSAGES: Record<ErrorCode, FailureMessage> = {
  INTERNAL: {
    title: t('Something went wrong inside Fonds'),
    remedy: t('What was saved is safe. Try again; if it happens again, restart Fonds.'),
  },
  INVALID_INPUT: { title: null, remedy: t('Nothing was changed. Correct the entry and try again.') },
  FORBIDDEN: {
    title: t('This is not allowed from the window'),
    remedy: t('Nothing was changed. Use the menu instead.'),
  },
  NO_ARCHIVE: { title: t('No archive is open'), remedy: t('Open or create one first: File, Open archive.') },
  ARCHIVE_NOT_FOUND: {
    title: t('The archive is not there any more'),
    remedy: t('It may have been moved or renamed, or its disk is not connected. Open it from its new place.'),
  },
  ARCHIVE_EXISTS: { title: t('There is something with this name already'), remedy: t('Choose another name or place.') },
  ARCHIVE_FOREIGN: {
    title: t('This is not a Fonds archive'),
    remedy: t('It was left as it is. Choose a folder whose name ends in .fonds.'),
  },
  ARCHIVE_NEWER: {
    title: t('This archive was written by a newer Fonds'),
    remedy: t('It was left as it is. Install the newer version to open it.'),
  },
  ARCHIVE_LOCKED: {
    title: t('This archive is in use elsewhere'),
    remedy: t('Close it in the other window or program, then try again.'),
  },
  ARCHIVE_DAMAGED: {
    title: t('This archive is damaged'),
    remedy: t('Nothing was written to it. Restore the newest backup: File, Restore a backup.'),
  },
  ARCHIVE_LOG_FOREIGN: {
    title: t('The log beside this archive belongs to another'),
    remedy: t(
      'Nothing was changed. If archive.db-wal was left over, move it out of the folder and open the archive again; if archive.db was replaced, put the one back that the log belongs to, or restore a backup.',
    ),
  },
  ARCHIVE_LOG_MISSING: {
    title: t('The newest changes of this archive are missing'),
    remedy: t(
      'Nothing was changed. Put archive.db-wal back from the folder that archive.db was copied from, or restore the newest backup.',
    ),
  },
  ARCHIVE_READ_ONLY: {
    title: t('This archive is open for reading only'),
    remedy: t('Nothing was changed. Copy it to a place you can write to, and open the copy.'),
  },
  DISK_FULL: {
    title: t('The disk is full'),
    remedy: t('What was saved before is safe; this change was not. Free some space and try again.'),
  },
  FILE_UNREADABLE: {
    title: null,
    remedy: t('The archive is unchanged. Check that the file opens in another program.'),
  },
  FILE_EXISTS: { title: t('A file with this name is already there'), remedy: t('It was kept. Choose another name.') },
  NOT_FOUND: {
    title: t('This is not in the archive any more'),
    remedy: t('It may have been removed. Undo brings it back.'),
  },
  DATE_INVALID: {
    title: t('This is not a date Fonds can read'),
    remedy: t('Nothing was changed. Write 2000-09-30, 2000-09, 2000, 2000? or 2000-09-28/2000-10-02.'),
  },
  QUERY_SYNTAX: { title: null, remedy: t('Correct the query, or put the words between quotation marks.') },
  STALE: {
    title: t('This was changed meanwhile'),
    remedy: t('Nothing was overwritten. Look at it as it is now, and make the change again.'),
  },
  STYLE_INVALID: { title: null, remedy: t('The archive is unchanged. Choose another style, or mend the file.') },
  EXCHANGE_INVALID: { title: null, remedy: t('The archive is unchanged. Ask for the file again, or mend it.') },
  PRINTING_FAILED: { title: null, remedy: t('The archive is unchanged.') },
  NOTHING_TO_UNDO: { title: t('There is nothing to undo'), remedy: t('Everything is as it was.') },
  NOTHING_TO_REDO: { title: t('There is nothing to redo'), remedy: t('Everything is as it was.') },
  SERVICE_DOWN: {
    title: t('The archive service is not running'),
    remedy: t('What was saved is safe. It is being started again; try again in a moment.'),
  },
};

/** @returns `title` what happened; `remedy` what is safe and what to do; `detail` the program's words, if they add. */
export function failureMessage(failure: Failure): { title: string; remedy: string; detail: string | null } {
  const { title, remedy } = MESSAGES[failure.code];
  const { incidentId } = failure.details ?? {};
  const logged =
    typeof incidentId === 'string' ? t(' Incident {incidentId}: see Help, Show the incident log.', { incidentId }) : '';
  return { title: title ?? failure.message, remedy: remedy + logged, detail: title === null ? null : failure.message };
}
