/** Reads a file of another tool, whichever of the known kinds it is. Made for a worker: a file may be large and hostile. */
import { readFile, stat } from 'node:fs/promises';
import { FondsError } from '../../contract/index.js';
import { readWebAnnotations } from './read-web-annotations.js';
import type { ExchangeFile } from './told.js';

export interface ReadTask {
  /** Path of the file. */
  readonly file: string;
}

/** JSON is held whole; a string of V8 ends at 512 MB. */
const MOST_JSON_BYTES = 256 * 1024 * 1024;

/** @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE. */
export async function readExchangeFile({ file }: ReadTask): Promise<ExchangeFile> {
  const { size } = await stat(file);
  if (size > MOST_JSON_BYTES) {
    throw new FondsError(
      'EXCHANGE_INVALID',
      'The file is larger than 256 MB. Write it in parts in the program it comes from.',
    );
  }
  const bytes = await readFile(file);
  return readWebAnnotations(new TextDecoder('utf-8').decode(bytes));
}
