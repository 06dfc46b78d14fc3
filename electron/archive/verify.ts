/** Hashes every original and every text again and says what is not as it was stored. Changes nothing. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReportLine } from '../contract/index.js';
import { systemErrorCode } from '../files/index.js';
import { t } from '../wording/index.js';
import { type Database, storable } from './database.js';
import type { OriginalStore } from './original-store.js';
import { hashFile, originalPath } from './originals.js';
import { textHash } from './text-store.js';

export interface VerifyOptions {
  /** @param done originals looked at so far. @param current file name of the one just done. */
  onProgress(done: number, total: number, current: string): void;
  readonly signal: AbortSignal;
}

const REMEDY = t(
  'Restore your last backup into a new folder and compare, or import the file again from where it came.',
);

async function lookAt(
  path: string,
  sha256: string,
  signal: AbortSignal,
): Promise<Pick<ReportLine, 'outcome' | 'message'>> {
  try {
    const found = await hashFile(path, signal);
    if (found === sha256) return { outcome: 'verified', message: null };
    if (found === null)
      return { outcome: 'missing', message: t('The original is not in the archive folder. {REMEDY}', { REMEDY }) };
    return {
      outcome: 'damaged',
      message: t('The bytes of the original have changed since it was stored. {REMEDY}', { REMEDY }),
    };
  } catch (error) {
    signal.throwIfAborted();
    return {
      outcome: 'damaged',
      message: t('The original cannot be read ({systemErrorCode}). {REMEDY}', {
        systemErrorCode: systemErrorCode(error) || String(error),
        REMEDY,
      }),
    };
  }
}

/**
 * @returns a line for each original of each source (the bin included), and a line for each damaged text or damage of
 * archive.db. @throws the reason of `signal` when aborted.
 */
export async function verifyArchive(
  dir: string,
  database: Database,
  originals: OriginalStore,
  { onProgress, signal }: VerifyOptions,
): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  const named = originals.named();
  let lookedAt = '';
  let result: Pick<ReportLine, 'outcome' | 'message'> = { outcome: 'missing', message: null };
  for (const [index, { sha256, fileName, sourceId }] of named.entries()) {
    signal.throwIfAborted();
    if (lookedAt !== sha256) {
      result = await lookAt(originalPath(dir, sha256), sha256, signal);
      lookedAt = sha256;
    }
    lines.push({ name: fileName, ...result, sourceId, remarks: [] });
    onProgress(index + 1, named.length, fileName);
  }

  // integrity_check misses flipped bytes inside texts; their own hashes do not.
  for (const [index, id] of originals.textIds().entries()) {
    if (index % 64 === 0) await nextTurn();
    signal.throwIfAborted();
    const stored = originals.text(id);
    if (!stored || (storable(stored.text) === stored.text && textHash(stored.text) === stored.textSha256)) continue;
    const message = t('The stored text is not as it was read. {REMEDY}', { REMEDY });
    lines.push({ name: stored.title, outcome: 'damaged', message, sourceId: stored.sourceId, remarks: [] });
  }
  const problems = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
  for (const { integrity_check: problem } of problems) {
    if (problem === 'ok') continue;
    const message = t('{problem}. Keep a copy of the folder and restore your last backup.', { problem });
    lines.push({ name: 'archive.db', outcome: 'damaged', message, sourceId: null, remarks: [] });
  }
  return lines;
}
