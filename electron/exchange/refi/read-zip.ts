/**
 * The files of a zip that may be hostile. Nothing is unpacked to a disk and no name is ever a path; sizes are those of
 * the directory, which yauzl holds the files to, and there is a limit to each and to all of them.
 */
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { FondsError } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface ZipReader {
  /** In lower case, with `/`. */
  has(name: string): boolean;
  /** @returns null when it is not there. @throws FondsError EXCHANGE_INVALID when it is larger or damaged. */
  read(name: string, mostBytes: number): Promise<Uint8Array | null>;
  /** SHA-256 of a file; null when it is not there. */
  hash(name: string): Promise<string | null>;
  readonly names: readonly string[];
  close(): void;
}

const MAX_ENTRIES = 100_000;
const MAX_BYTES = 16 * 1024 ** 3;
/** No text packs better than this by itself; a bomb does. */
const MAX_RATIO = 2_000;

const refused = (what: string) =>
  new FondsError(
    'EXCHANGE_INVALID',
    t('{what} Nothing was taken in. Write the file anew in the program it comes from, or fetch it again.', { what }),
  );

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws FondsError EXCHANGE_INVALID. */
export async function openZip(path: string): Promise<ZipReader> {
  const zip = await opened(path);
  const entries = new Map<string, Entry>();
  try {
    await list(zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
  const find = (name: string): Entry | undefined => entries.get(name.toLowerCase());

  async function* chunks(entry: Entry): AsyncGenerator<Uint8Array> {
    try {
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, opening) => (error ? reject(error) : resolve(opening)));
      });
      // The stream of a file that is not packed never closes, for which an iteration would wait.
      const through = new PassThrough();
      stream.on('error', (error) => through.destroy(error));
      for await (const chunk of stream.pipe(through)) yield chunk as Uint8Array;
    } catch (error) {
      throw refused(
        t('“{fileName}” in it is damaged ({reason}).', { fileName: entry.fileName, reason: reasonOf(error) }),
      );
    }
  }

  return {
    names: [...entries.keys()],
    has: (name) => find(name) !== undefined,
    read: async (name, mostBytes) => {
      const entry = find(name);
      if (!entry) return null;
      if (entry.uncompressedSize > mostBytes) {
        throw refused(
          t('“{fileName}” in it would be {uncompressedSize} bytes, more than such a file may have.', {
            fileName: entry.fileName,
            uncompressedSize: entry.uncompressedSize,
          }),
        );
      }
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks(entry)) parts.push(chunk);
      return Buffer.concat(parts);
    },
    hash: async (name) => {
      const entry = find(name);
      if (!entry) return null;
      const hash = createHash('sha256');
      for await (const chunk of chunks(entry)) hash.update(chunk);
      return hash.digest('hex');
    },
    close: () => zip.close(),
  };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, zip) => {
      if (error) reject(refused(t('This is not a whole zip file ({reason}).', { reason: reasonOf(error) })));
      else resolve(zip);
    });
  });
}

function list(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const check = (entry: Entry): string | null => {
      const { fileName, uncompressedSize, compressedSize } = entry;
      bytes += uncompressedSize;
      if (entries.size >= MAX_ENTRIES) return t('There are more than {MAX_ENTRIES} files in it.', { MAX_ENTRIES });
      if (bytes > MAX_BYTES) return t('Unpacked it would be larger than 16 GB.');
      if (uncompressedSize > compressedSize * MAX_RATIO + 1_024)
        return t('“{fileName}” in it swells without measure.', { fileName });
      if (entry.isEncrypted()) return t('“{fileName}” in it is locked with a password.', { fileName });
      if (entries.has(fileName.toLowerCase())) return t('“{fileName}” is in it twice.', { fileName });
      return null;
    };
    zip.on('entry', (entry: Entry) => {
      const wrong = check(entry);
      if (wrong) {
        reject(refused(wrong));
        return;
      }
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error) =>
      reject(refused(t('The list of its files cannot be followed ({reason}).', { reason: reasonOf(error) }))),
    );
    zip.readEntry();
  });
}
