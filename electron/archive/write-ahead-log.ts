/**
 * Reads archive.db-wal as bytes, without SQLite, which would fold it in: who wrote it, and what it does to page 1.
 * Source: SQLite, “Database File Format”, section 4 (the write-ahead log).
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { systemErrorCode } from '../files/index.js';

export const logPath = (file: string): string => `${file}-wal`;

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
/** Of the checksums; the last bit of the magic number says which. */
const BIG_ENDIAN = 1;
const CHANGE_COUNTER_AT = 24;

export interface LogHeader {
  /**
   * The same for all that one connection writes from its first write until it closes: SQLite draws the first salt by lot
   * and then raises it, with the number of checkpoints, by one each time the log begins again. 32 bits.
   */
  readonly session: number;
  readonly pageBytes: number;
}

export interface LogContent extends LogHeader {
  /** Transactions that SQLite would fold in. */
  readonly commits: number;
  /** The change counters of page 1, in the order of those transactions; null when none of them touches page 1. */
  readonly counters: { readonly first: number; readonly last: number } | null;
  /** Whether they touch nothing but page 1. */
  readonly isPageOneOnly: boolean;
}

/** A log is never shorter than this once a transaction was written to it: it begins again in place. */
export const leastBytes = ({ pageBytes }: LogHeader): number => HEADER_BYTES + FRAME_HEADER_BYTES + pageBytes;

/** The two running sums of a log, over words of 32 bits. */
class Checksum {
  private first = 0;
  private second = 0;

  constructor(private readonly isSwapped: boolean) {}

  add(bytes: Buffer): void {
    const own = Buffer.from(bytes);
    if (this.isSwapped) own.swap32();
    const words = new Uint32Array(own.buffer, own.byteOffset, own.length / 4);
    let [first, second] = [this.first, this.second];
    for (let at = 0; at + 1 < words.length; at += 2) {
      first = (first + (words[at] ?? 0) + second) >>> 0;
      second = (second + (words[at + 1] ?? 0) + first) >>> 0;
    }
    this.first = first;
    this.second = second;
  }

  matches(bytes: Buffer, at: number): boolean {
    return bytes.readUInt32BE(at) === this.first && bytes.readUInt32BE(at + 4) === this.second;
  }
}

interface OpenedLog {
  readonly header: LogHeader;
  readonly salts: Buffer;
  readonly checksum: Checksum;
}

function begin(head: Buffer): OpenedLog | null {
  const magic = head.readUInt32BE(0);
  if ((magic & ~BIG_ENDIAN) !== MAGIC) return null;
  const isBig = (magic & BIG_ENDIAN) !== 0;
  const checksum = new Checksum(isBig !== (endianness() === 'BE'));
  checksum.add(head.subarray(0, 24));
  if (!checksum.matches(head, 24)) return null;
  const session = (head.readUInt32BE(16) - head.readUInt32BE(12)) >>> 0;
  const pageBytes = head.readUInt32BE(8);
  if (pageBytes < 512 || pageBytes > 65_536 || (pageBytes & (pageBytes - 1)) !== 0) return null;
  return { header: { session, pageBytes }, salts: Buffer.from(head.subarray(16, 24)), checksum };
}

function withLog<T>(file: string, read: (handle: number, begun: OpenedLog) => T): T | null {
  let handle: number;
  try {
    handle = openSync(logPath(file), 'r');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const head = Buffer.alloc(HEADER_BYTES);
    const begun = readSync(handle, head, 0, HEADER_BYTES, 0) === HEADER_BYTES ? begin(head) : null;
    return begun && read(handle, begun);
  } finally {
    closeSync(handle);
  }
}

/** @returns null when there is no log, or it does not begin as one. */
export const readLogHeader = (file: string): LogHeader | null => withLog(file, (_handle, { header }) => header);

/** Reads the whole log, one frame in memory at a time. @returns null when there is none, or it does not begin as one. */
export function readLog(file: string): LogContent | null {
  return withLog(file, (handle, { header, salts, checksum }) => {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + header.pageBytes);
    let commits = 0;
    const counters: number[] = [];
    let pending: number | null = null;
    let isPageOneOnly = true;
    let isPendingOnly = true;
    for (let at = HEADER_BYTES; readSync(handle, frame, 0, frame.length, at) === frame.length; at += frame.length) {
      if (!frame.subarray(8, 16).equals(salts)) break;
      checksum.add(frame.subarray(0, 8));
      checksum.add(frame.subarray(FRAME_HEADER_BYTES));
      if (!checksum.matches(frame, 16)) break;
      if (frame.readUInt32BE(0) === 1) pending = frame.readUInt32BE(FRAME_HEADER_BYTES + CHANGE_COUNTER_AT);
      else isPendingOnly = false;
      // The number of pages after the transaction; 0 for a frame that is not its last.
      if (frame.readUInt32BE(4) === 0) continue;
      commits += 1;
      isPageOneOnly &&= isPendingOnly;
      if (pending !== null) counters.splice(counters.length === 0 ? 0 : 1, 1, pending);
      pending = null;
    }
    const [first, last = first] = counters;
    const range = first === undefined || last === undefined ? null : { first, last };
    return { ...header, commits, counters: range, isPageOneOnly };
  });
}
