/** Names what the place of a file is at fault for, so that a person knows what to do; the program's faults stay as they are. */
import { basename } from 'node:path';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { systemErrorCode } from './durable-files.js';

/**
 * How far a file had come: its folder was entered, its bytes were put under a passing name, or it was given its own.
 * The same code means another thing at each.
 */
export type WriteStage = 'entering' | 'writing' | 'naming';

/** Bytes that a file may have on FAT32. Source: Microsoft, FAT32 File System Specification 1.03, DIR_FileSize. */
const FAT32_BYTES = 2 ** 32 - 1;
/** Bytes; what is written at once is smaller, so that a file that ran into the limit has come as near as this. */
const NEAR = 2 ** 21;
/** What no name may hold on Windows, FAT, exFAT and most network drives. */
const BARRED = /[<>:"|?*\\\p{Cc}]/u;
const BARRED_END = /[. ]$/;
/** Names of devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?$/i;

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const AWAY = new Set(['EIO', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH']);
const OPEN_ELSEWHERE = new Set(['EBUSY', 'ETXTBSY']);
const DENIED = new Set(['EACCES', 'EPERM']);
/** How a disk says that it does not take a name, where its folder has just taken another. */
const BAD_NAME = new Set(['EINVAL', 'EILSEQ', 'ENOENT']);

const ELSEWHERE = t('Choose another place.');

/** @returns what is wrong with a name on Windows and on what it shares with other systems; null when nothing is. */
export function fileNameProblem(name: string): string | null {
  const barred = [...new Set(name.match(new RegExp(BARRED, 'gu')))].map((sign) =>
    sign < ' ' ? t('a control character') : sign,
  );
  if (barred.length > 0)
    return t('its name holds {barred}, which this disk does not take', { barred: barred.join(' ') });
  if (BARRED_END.test(name)) return t('its name ends in a full stop or a blank, which this disk does not take');
  return DEVICE.test(name) ? t('its name is that of a device') : null;
}

export const fileExists = (path: string): FondsError =>
  new FondsError('FILE_EXISTS', t('{path} is there already. Choose another name, or remove it first.', { path }), {
    file: path,
  });

/** @returns why, and what to do; null when the place is not at fault. */
function reasonOf(code: string, path: string, stage: WriteStage): readonly [why: string, remedy: string] | null {
  if (code === 'EROFS') return [t('nothing can be written there'), ELSEWHERE];
  if (AWAY.has(code)) return [t('the disk does not answer'), t('See whether it is still connected, and try again.')];
  if (OPEN_ELSEWHERE.has(code))
    return [t('it is open in another program'), t('Close it there, or choose another name.')];
  if (code === 'ENAMETOOLONG') return [t('its name is too long'), t('Choose a shorter one.')];
  if (code === 'EISDIR') return [t('a folder has this name'), t('Choose another name.')];
  if (code === 'ENOTDIR') return [t('what should be its folder is a file'), ELSEWHERE];
  if (stage === 'naming') {
    const trouble = fileNameProblem(basename(path));
    if (trouble !== null && (BAD_NAME.has(code) || DENIED.has(code))) return [trouble, t('Choose another name.')];
    if (BAD_NAME.has(code)) return [t('this disk does not take its name'), t('Choose another name.')];
    if (DENIED.has(code)) {
      return [
        t('you may not put a file of this name there, or another program has it open'),
        t('Choose another name.'),
      ];
    }
  }
  if (code === 'ENOENT') return [t('the folder is not there'), ELSEWHERE];
  if (DENIED.has(code)) return [t('you may not write there'), ELSEWHERE];
  return null;
}

/**
 * @param path of the file that a person asked for, never of its passing name.
 * @param fileBytes that were written of it.
 * @returns FondsError FILE_EXISTS, DISK_FULL, or INVALID_INPUT where no such file can be; else the error as it was.
 */
export function asWriteFailure(error: unknown, path: string, stage: WriteStage, fileBytes = 0): unknown {
  const code = systemErrorCode(error);
  const isFull = FULL.has(code) || (error instanceof FondsError && error.code === 'DISK_FULL');
  // A disk that holds no larger file may say so, or say that it is full, or only that it could not write.
  if (code === 'EFBIG' || (fileBytes > FAT32_BYTES - NEAR && fileBytes <= FAT32_BYTES && (isFull || code !== ''))) {
    const message = t(
      '{path} was not written: it is larger than this disk lets a file be, which with FAT32 is 4 GB. Choose a disk with another file system, such as exFAT.',
      { path },
    );
    return new FondsError('INVALID_INPUT', message, { file: path });
  }
  if (error instanceof FondsError) return error;
  if (code === 'EEXIST') return fileExists(path);
  if (isFull) {
    const message = t('The disk is full: {path} was not written. Make room and try again.', { path });
    return new FondsError('DISK_FULL', message, { file: path });
  }
  const reason = reasonOf(code, path, stage);
  if (!reason) return error;
  return new FondsError(
    'INVALID_INPUT',
    t('{path} was not written: {reason}. {reason2}', { path, reason: reason[0], reason2: reason[1] }),
    { file: path },
  );
}
