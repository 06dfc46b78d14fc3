/**
 * Indexes and their segments in archive.db, beside what they index. A segment is written once and dropped whole; only
 * tombstones and the list of what is pending change. Every write belongs to a transaction of the caller.
 */
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from '../../archive/index.js';
import type { SourceId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ReadCold } from '../segment/segment.js';
import { COLD, joinBytes, type SegmentData, type SegmentHeader, startOf } from '../segment/segment-format.js';
import { IndexDamagedError } from './index-damaged-error.js';

/** Bytes of the checksum (CRC-32, little-endian) that ends a row which is not packed. */
const CHECKSUM_BYTES = 4;
/**
 * Bytes in a row of cold bytes: large enough to be few, small enough to read one for a rare word. With the checksum and
 * what SQLite writes before it such a row fills eight pages of 4 KB and leaves as little as there can be, 489 bytes, to
 * the page that lists the rows: https://www.sqlite.org/fileformat2.html, "Cell Payload Overflow Pages".
 */
const BLOCK_BYTES = 489 + 8 * 4_092 - 5 - CHECKSUM_BYTES;
/** Rows kept in memory, unpacked: 16 MB at most. */
const CACHED_BLOCKS = 512;
/** Segments of more documents are packed where it takes something off. */
const UNPACKED_DOCUMENTS = 64;
/** Node takes no smaller chunks. */
const MIN_CHUNK = 64;
/** Numbers of rows are segment id × this + row, so a segment may have 2 GB. */
const BLOCKS_A_SEGMENT = 65_536;
/** Rows counted at once, which takes a fraction of a millisecond. */
const COUNTED_ROWS = 512;

export interface IndexRow {
  readonly id: number;
  readonly analyzer: string;
  readonly state: 'building' | 'current';
}

export interface SegmentRow {
  readonly id: number;
  readonly header: SegmentHeader;
  readonly hot: Uint8Array;
  /** Numbers of removed documents, rising. */
  readonly removed: number[];
}

const INDEXES = `SELECT id, analyzer, state FROM search_index ORDER BY id`;
const ADD_INDEX = `INSERT INTO search_index (analyzer, state) VALUES (:analyzer, :state) RETURNING id`;
const SET_STATE = `UPDATE search_index SET state = :state WHERE id = :id`;
const DROP_INDEX = `DELETE FROM search_index WHERE id = :id`;
const SEGMENTS = `SELECT id, header, hot FROM search_segment WHERE index_id = :indexId ORDER BY position`;
const HOT = `SELECT hot FROM search_segment WHERE id = :id`;
const SEGMENT_IDS = `SELECT id FROM search_segment WHERE index_id = :indexId`;
const POSITION = `SELECT position FROM search_segment WHERE id = :id`;
const ADD_SEGMENT = `INSERT INTO search_segment (index_id, position, documents, header, hot)
  VALUES (:indexId, coalesce(:position, (SELECT max(position) + 1 FROM search_segment WHERE index_id = :indexId), 1),
    :documents, :header, :hot) RETURNING id`;
const DROP_SEGMENT = `DELETE FROM search_segment WHERE id = :id`;
const TOMBSTONES = `SELECT document FROM search_tombstone WHERE segment_id = :id ORDER BY document`;
const MARK_DELETED = `INSERT INTO search_tombstone (segment_id, document) VALUES (:id, :document) ON CONFLICT DO NOTHING`;
const CLEAR_DELETED = `DELETE FROM search_tombstone WHERE segment_id = :id`;
const BLOCK = `SELECT bytes FROM search_block WHERE number = :number`;
const BLOCKS = `SELECT number, bytes FROM search_block WHERE number BETWEEN :first AND :last ORDER BY number`;
const LAST_BLOCK = `SELECT number, length(bytes) AS bytes FROM search_block WHERE number BETWEEN :first AND :last
  ORDER BY number DESC LIMIT 1`;
const COUNT_BLOCKS = `SELECT count(*) AS rows FROM search_block WHERE number BETWEEN :first AND :last`;
const ADD_BLOCK = `INSERT INTO search_block (number, bytes) VALUES (:number, :bytes)`;
const DROP_BLOCKS = `DELETE FROM search_block WHERE number BETWEEN :first AND :last`;
const PENDING = `SELECT source_id AS id FROM search_pending WHERE index_id = :indexId ORDER BY source_id LIMIT :limit`;
const PENDING_COUNT = `SELECT count(*) AS count FROM search_pending WHERE index_id = :indexId`;
const ADD_PENDING = `INSERT INTO search_pending (index_id, source_id) VALUES (:indexId, :sourceId) ON CONFLICT DO NOTHING`;
const DROP_PENDING = `DELETE FROM search_pending WHERE index_id = :indexId AND source_id = :sourceId`;
const DROP_ALL_PENDING = `DELETE FROM search_pending WHERE index_id = :indexId`;

/**
 * A damaged dictionary would not fail: it would find nothing, or be read for ever. So hot bytes, as they are stored, are
 * known by a checksum (CRC-32).
 */
type StoredHeader = SegmentHeader & {
  readonly hotChecksum: number;
  /**
   * Cold rows from this one on are Zstandard frames (RFC 8878), each with a checksum of its own; those before end with
   * one. Info is read for each word, and postings and positions are bits, which would not become smaller.
   */
  readonly firstPackedRow: number;
  /** Cold rows, and bytes of the last as they are stored. */
  readonly rows: number;
  readonly lastRowBytes: number;
};

const pack = (bytes: Uint8Array): Uint8Array =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_compressionLevel]: 1 } });

/** @param most bytes it may have unpacked. One chunk for all of them: by itself Node takes 16 KB at a time and joins them. */
function unpack(bytes: Uint8Array, most: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = zstdDecompressSync(bytes, { chunkSize: Math.max(MIN_CHUNK, most + 1) });
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function withChecksum(bytes: Uint8Array): Uint8Array {
  const row = new Uint8Array(bytes.length + CHECKSUM_BYTES);
  row.set(bytes);
  new DataView(row.buffer).setUint32(bytes.length, crc32(bytes), true);
  return row;
}

/** @throws IndexDamaged. */
function withoutChecksum(row: Uint8Array, number: number): Uint8Array {
  const bytes = row.subarray(0, Math.max(0, row.length - CHECKSUM_BYTES));
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  const isWhole = row.length > CHECKSUM_BYTES && view.getUint32(bytes.length, true) === crc32(bytes);
  if (!isWhole) throw new IndexDamagedError(t('Block {number}', { number }));
  return bytes;
}

export type SegmentStore = ReturnType<typeof createSegmentStore>;

export function createSegmentStore(database: Database) {
  const cache = new Map<number, Uint8Array>();
  /** How cold rows of a segment are stored, by its id. */
  const stored = new Map<number, Pick<StoredHeader, 'firstPackedRow' | 'rows'>>();

  /** @throws IndexDamaged. */
  function unpackRow(number: number, bytes: Uint8Array): Uint8Array {
    const row = number % BLOCKS_A_SEGMENT;
    if (row < (stored.get(segmentOf(number))?.firstPackedRow ?? 0)) return withoutChecksum(bytes, number);
    try {
      return unpack(bytes, BLOCK_BYTES);
    } catch (cause) {
      throw new IndexDamagedError(t('Block {number}', { number }), { cause });
    }
  }

  function block(number: number): Uint8Array {
    const known = cache.get(number);
    if (known) {
      // The newest is last: what was not asked for recently is first to go.
      cache.delete(number);
      cache.set(number, known);
      return known;
    }
    const row = database.prepare<{ bytes: Uint8Array }>(BLOCK).get({ number });
    if (!row) throw new IndexDamagedError(t('Block {number}', { number }));
    const bytes = unpackRow(number, row.bytes);
    cache.set(number, bytes);
    if (cache.size > CACHED_BLOCKS) cache.delete(cache.keys().next().value as number);
    return bytes;
  }

  const segmentOf = (number: number) => Math.floor(number / BLOCKS_A_SEGMENT);
  const span = (id: number) => ({ first: id * BLOCKS_A_SEGMENT, last: (id + 1) * BLOCKS_A_SEGMENT - 1 });

  function dropSegment(id: number): void {
    database.prepare(CLEAR_DELETED).run({ id });
    database.prepare(DROP_BLOCKS).run(span(id));
    database.prepare(DROP_SEGMENT).run({ id });
    const { first, last } = span(id);
    for (const number of cache.keys()) if (number >= first && number <= last) cache.delete(number);
  }

  /**
   * Of the cold rows only the last is looked at: even counting them would be felt whenever an archive is opened. A row
   * that is missing further in is known when they are counted, a damaged one when it is read.
   * @throws IndexDamaged when the segment is not what was written.
   */
  function readSegment(id: number, storedHeader: string, storedHot: Uint8Array): SegmentRow {
    const header = JSON.parse(storedHeader) as StoredHeader;
    const { hotChecksum, firstPackedRow, rows, lastRowBytes, ...own } = header;
    stored.set(id, { firstPackedRow, rows });
    const last = database.prepare<{ number: number; bytes: number }>(LAST_BLOCK).get(span(id));
    const hasRows = last?.number === id * BLOCKS_A_SEGMENT + rows - 1 && last.bytes === lastRowBytes;
    if (crc32(storedHot) !== hotChecksum || !hasRows) throw new IndexDamagedError(t('Segment {id}', { id }));
    const tombstones = database.prepare<{ document: number }>(TOMBSTONES).all({ id });
    return { id, header: own, hot: storedHot, removed: tombstones.map(({ document }) => document) };
  }

  /** All cold bytes of a segment, past the cache. @throws IndexDamaged. */
  function readCold(id: number): Uint8Array {
    const rows = database.prepare<{ number: number; bytes: Uint8Array }>(BLOCKS).all(span(id));
    if (rows.length !== stored.get(id)?.rows) throw new IndexDamagedError(t('A block of segment {id}', { id }));
    return joinBytes(rows.map(({ number, bytes }) => unpackRow(number, bytes)));
  }

  return {
    indexes: (): IndexRow[] => database.prepare<IndexRow>(INDEXES).all(),
    addIndex: (analyzer: string, state: IndexRow['state']): number =>
      database.prepare<{ id: number }>(ADD_INDEX).get({ analyzer, state })?.id ?? 0,
    setState: (id: number, state: IndexRow['state']) => database.prepare(SET_STATE).run({ id, state }),
    dropIndex(id: number): void {
      for (const segment of database.prepare<{ id: number }>(SEGMENT_IDS).all({ indexId: id })) dropSegment(segment.id);
      database.prepare(DROP_ALL_PENDING).run({ indexId: id });
      database.prepare(DROP_INDEX).run({ id });
    },

    /** In order of insertion. @throws IndexDamaged when one is not what was written. */
    segments: (indexId: number): SegmentRow[] =>
      database
        .prepare<{ id: number; header: string; hot: Uint8Array }>(SEGMENTS)
        .all({ indexId })
        .map(({ id, header, hot }) => readSegment(id, header, hot)),

    /** @param place after all others, or where another segment is. @returns the segment's id. */
    add(indexId: number, data: SegmentData, place: 'last' | { of: number }): number {
      const position =
        place === 'last'
          ? null
          : (database.prepare<{ position: number }>(POSITION).get({ id: place.of })?.position ?? null);
      const { documents } = data.header;
      const isPacked = documents > UNPACKED_DOCUMENTS;
      const packedFrom = startOf(data.header.cold, COLD.forms);
      const firstPackedRow = isPacked ? Math.ceil(packedFrom / BLOCK_BYTES) : BLOCKS_A_SEGMENT;
      const rows: Uint8Array[] = [];
      for (let at = 0; at < data.cold.length; at += BLOCK_BYTES) {
        const bytes = data.cold.subarray(at, at + BLOCK_BYTES);
        rows.push(rows.length < firstPackedRow ? withChecksum(bytes) : pack(bytes));
      }
      const header: StoredHeader = {
        ...data.header,
        hotChecksum: crc32(data.hot),
        firstPackedRow,
        rows: rows.length,
        lastRowBytes: rows.at(-1)?.length ?? 0,
      };
      const row = database
        .prepare<{ id: number }>(ADD_SEGMENT)
        .get({ indexId, position, documents, header: JSON.stringify(header), hot: data.hot });
      if (!row) throw new Error('A segment was written but not returned');
      stored.set(row.id, { firstPackedRow, rows: rows.length });
      const insert = database.prepare(ADD_BLOCK);
      for (const [at, bytes] of rows.entries()) insert.run({ number: row.id * BLOCKS_A_SEGMENT + at, bytes });
      return row.id;
    },
    drop: dropSegment,
    markDeleted: (id: number, document: number) => database.prepare(MARK_DELETED).run({ id, document }),

    /** Cold bytes of a segment, read in rows and kept for a while; the reader throws IndexDamaged. */
    reader:
      (id: number): ReadCold =>
      (start, length) => {
        const first = Math.floor(start / BLOCK_BYTES);
        const inFirst = start - first * BLOCK_BYTES;
        if (length === 0) return new Uint8Array(0);
        const bytes = block(id * BLOCKS_A_SEGMENT + first);
        if (inFirst + length <= bytes.length) return bytes.subarray(inFirst, inFirst + length);
        const whole = new Uint8Array(length);
        let filled = 0;
        for (let at = first, from = inFirst; filled < length; at++, from = 0) {
          const part = block(id * BLOCKS_A_SEGMENT + at).subarray(from, from + length - filled);
          whole.set(part, filled);
          filled += part.length;
        }
        return whole;
      },
    /** A segment's hot bytes: for a merge. */
    hot(id: number): Uint8Array {
      const row = database.prepare<{ hot: Uint8Array }>(HOT).get({ id });
      if (!row) throw new IndexDamagedError(t('Segment {id}', { id }));
      return row.hot;
    },
    /** All of a segment's cold bytes: for a merge. @throws IndexDamaged. */
    cold: readCold,
    /** Counts the cold rows of a segment, so many between two turns. @throws IndexDamaged when one is missing. */
    *count(id: number): Generator<void> {
      const rows = stored.get(id)?.rows ?? 0;
      for (let at = 0; at < rows; at += COUNTED_ROWS) {
        const first = id * BLOCKS_A_SEGMENT + at;
        const wanted = Math.min(COUNTED_ROWS, rows - at);
        const counted = database.prepare<{ rows: number }>(COUNT_BLOCKS).get({ first, last: first + wanted - 1 });
        if (counted?.rows !== wanted) throw new IndexDamagedError(t('A block of segment {id}', { id }));
        yield;
      }
    },

    pending: (indexId: number, limit: number): SourceId[] =>
      database
        .prepare<{ id: SourceId }>(PENDING)
        .all({ indexId, limit })
        .map(({ id }) => id),
    pendingCount: (indexId: number): number =>
      database.prepare<{ count: number }>(PENDING_COUNT).get({ indexId })?.count ?? 0,
    addPending: (indexId: number, sourceId: SourceId) => database.prepare(ADD_PENDING).run({ indexId, sourceId }),
    dropPending: (indexId: number, sourceId: SourceId) => database.prepare(DROP_PENDING).run({ indexId, sourceId }),
  };
}
