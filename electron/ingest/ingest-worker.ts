/**
 * Entry of a disposable process of the service: reads one file from disk and gives its reading back as a value. It throws
 * nothing and writes nothing; what is not an expected failure is reported as a file that cannot be read.
 */
import { readFile, stat } from 'node:fs/promises';
import { type Failure, FondsError, fail, ok, type Result } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type ParsedFile, type ReadOptions, read, refuseTooLarge } from './index.js';

export interface IngestTask extends ReadOptions {
  readonly path: string;
  readonly fileName: string;
}

export default async function readInWorker({ path, fileName, ...options }: IngestTask): Promise<Result<ParsedFile>> {
  try {
    refuseTooLarge((await stat(path)).size);
    return ok(await read(await readFile(path), fileName, options));
  } catch (error) {
    return fail(asFailure(error));
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof FondsError) {
    return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) };
  }
  return { code: 'FILE_UNREADABLE', message: fileProblem(error) };
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT')
    return t('The file is no longer where it was. Bring it back, or import it from its new place.');
  if (code === 'EACCES' || code === 'EPERM')
    return t('You are not allowed to read this file. Change its permissions and import it again.');
  return error instanceof Error ? error.message : String(error);
}
