/**
 * Entry of a disposable process of the service: reads files from disk and gives their readings back as values. It throws
 * nothing and writes nothing; what is not an expected failure is reported as a file that cannot be read.
 */
import { readFileSync, statSync } from 'node:fs';
import { type Failure, FondsError, fail, ok, type Result } from '../contract/index.js';
import { t } from '../wording/index.js';
import { maxBytesFor, type ParsedFile, type ReadOptions, read, refuseTooLarge } from './index.js';

export interface IngestTask extends ReadOptions {
  readonly path: string;
  readonly fileName: string;
}

export default async function readInWorker({ path, fileName, ...options }: IngestTask): Promise<Result<ParsedFile>> {
  try {
    // This process may wait for a disk, and for a small file that is quicker than asking another one to.
    refuseTooLarge(statSync(path).size, maxBytesFor(fileName));
    return ok(await read(readFileSync(path), fileName, options));
  } catch (error) {
    return fail(asFailure(error));
  }
}

/** Small files one after another, so that a process is not asked for each. One that fails is an answer among the others. */
export async function readMany(tasks: readonly IngestTask[]): Promise<Result<ParsedFile>[]> {
  const answers: Result<ParsedFile>[] = [];
  for (const task of tasks) answers.push(await readInWorker(task));
  return answers;
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
