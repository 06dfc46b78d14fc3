/**
 * A ZIP file as a container of parts, as Office, OpenDocument and EPUB files are. Sizes are those that inflating gives,
 * never those that are claimed; what is larger than a document can be is refused before it fills the memory. Nothing is
 * written anywhere, so that a name of an entry is only a name.
 */
import yauzl from 'yauzl';
import { t } from '../../wording/index.js';
import { fileUnreadable } from '../parsed-file.js';

const MEGABYTE = 1024 * 1024;
const MAX_ENTRIES = 20_000;
/** Of one part that is read, and of all of them together. */
const MAX_PART_BYTES = 128 * MEGABYTE;
const MAX_TOTAL_BYTES = 384 * MEGABYTE;
/** Sheets of equal cells reach 200; deflate itself ends at 1,032. */
const MAX_RATIO = 400;
/** Below this no ratio matters. */
const SMALL_BYTES = 8 * MEGABYTE;

export interface Container {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** @returns null when there is no such part. @throws FondsError `FILE_UNREADABLE` when it is larger than parts may be. */
  bytes(name: string): Promise<Buffer | null>;
}

/** @throws FondsError `FILE_UNREADABLE` when it is no ZIP file, damaged, encrypted, or has too many entries. */
export async function openContainer(bytes: Uint8Array): Promise<Container> {
  const zip = await open(bytes);
  const entries = await entriesOf(zip);
  let total = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: async (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const part = await inflate(zip, entry, MAX_TOTAL_BYTES - total);
      total += part.byteLength;
      return part;
    },
  };
}

function open(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = withoutTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(damaged(error));
      else resolve(zip);
    });
  });
}

const END_BYTES = 22;

/** Transfers have put bytes behind files, or cut off the comment; programs open such files, so they are read. */
function withoutTail(buffer: Buffer): Buffer {
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + END_BYTES > buffer.length) return buffer;
  if (end + END_BYTES + buffer.readUInt16LE(end + 20) === buffer.length) return buffer;
  const trimmed = Buffer.from(buffer.subarray(0, end + END_BYTES));
  trimmed.writeUInt16LE(0, end + 20);
  return trimmed;
}

function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(damaged(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.size >= MAX_ENTRIES) {
        reject(tooLarge());
        return;
      }
      // Of two entries of one name programs use the first one.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, left: number): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & 1) === 1) return Promise.reject(encrypted());
  const most = Math.min(left, MAX_PART_BYTES, Math.max(SMALL_BYTES, entry.compressedSize * MAX_RATIO));
  if (entry.uncompressedSize > most) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => {
      if (failure) {
        reject(damaged(failure));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > most) {
          stream.destroy();
          reject(tooLarge());
        } else chunks.push(chunk);
      });
      stream.on('error', (error: Error) => reject(damaged(error)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

const damaged = (error: Error) =>
  fileUnreadable(
    t(
      'This file is damaged: its container (ZIP) cannot be opened ({reason}). Open it in the program that made it and save it again, then import that.',
      { reason: error.message },
    ),
  );

const tooLarge = () =>
  fileUnreadable(
    t(
      'This file unpacks to more than any document of its kind holds, as files do that are made to fill a computer. It was not unpacked.',
    ),
  );

export const encrypted = () =>
  fileUnreadable(
    t(
      'This file is protected by a password. Open it in the program that made it, save it without the password, and import that.',
    ),
  );
