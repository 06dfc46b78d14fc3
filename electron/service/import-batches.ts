/** Cuts the files of an import into batches: small texts together, whatever takes long by itself. Pure. */

export interface FileToBatch {
  readonly fileBytes: number;
  /** Name of the reader; null when none is known. */
  readonly reader: string | null;
}

/** Read in a moment, as long as they are small. */
const QUICK_READERS: ReadonlySet<string | null> = new Set(['text', 'markdown']);
const SMALL_BYTES = 256 * 1024;
const MOST_FILES = 128;
const MOST_BYTES = 2 * 1024 * 1024;

/** In the order given. */
export function* batchesOf<T extends FileToBatch>(files: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const file of files) {
    const isQuick = QUICK_READERS.has(file.reader) && file.fileBytes <= SMALL_BYTES;
    if (batch.length > 0 && (!isQuick || batch.length >= MOST_FILES || bytes + file.fileBytes > MOST_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    if (!isQuick) {
      yield [file];
      continue;
    }
    batch.push(file);
    bytes += file.fileBytes;
  }
  if (batch.length > 0) yield batch;
}
