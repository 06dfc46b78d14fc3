/** Pages as OCR read them: those of a reading that goes on, and those of text versions. Owns `ocr_page`, `version_page`. */
import type { Archive } from '../archive/index.js';
import type { PageKey, SourceId, VersionId } from '../contract/index.js';
import { untouched } from './image/page-transform.js';
import { type PlacedWord, pageText } from './page-text.js';
import type { RecognizedPage } from './recognized-page.js';
import { decodeWordTable, encodeWordTable, type WordTable } from './word-table.js';

/** Beside text and words: all but the blocks, which the words give back. */
export type PageDetails = { readonly page?: PageKey } & Pick<
  RecognizedPage,
  'setup' | 'quarterTurn' | 'skewDegrees' | 'isPhotograph' | 'transform' | 'confidence'
>;

export interface StoredPage {
  readonly pageIndex: number;
  readonly text: string;
  readonly details: PageDetails;
}

export interface VersionPage {
  readonly pageIndex: number;
  /** UTF-16 offset of the page in the text of the version; offsets of words count from here. */
  readonly start: number;
  readonly table: WordTable;
  readonly details: PageDetails;
}

/** A page of one version whose text stands in another one too. */
export interface CarriedPage {
  readonly from: VersionId;
  readonly fromPage: number;
  readonly pageIndex: number;
  /** UTF-16 offset of the page in the text of the new version. */
  readonly start: number;
  /** As a person went through them, offsets from the start of the page; left out: they are those of the other version. */
  readonly words?: readonly PlacedWord[] | undefined;
}

/** A page whose words come from elsewhere than from reading its pixels here. */
export interface PlacedPage {
  readonly pageIndex: number;
  /** UTF-16 offset of the page in the text of the version; offsets of words count from here. */
  readonly start: number;
  readonly page: PageKey;
  /** What it comes from: a format, or a program. */
  readonly engine: string;
  readonly table: WordTable;
}

/** A reading of a source that was begun and has not become a text. */
export interface UnfinishedReading {
  readonly sourceId: SourceId;
  readonly pageCount: number;
  /** As the first page was read. */
  readonly languages: readonly string[];
  readonly reading: string;
}

export interface OcrStore {
  /** @returns readings that were begun and not finished, of every source. */
  unfinished(): UnfinishedReading[];
  /** Inside the step that makes the version. */
  place(versionId: VersionId, pages: readonly PlacedPage[]): void;
  /** @returns the pages that this reading of the source has so far, in order. */
  pages(sourceId: SourceId, reading: string): StoredPage[];
  /** Keeps a page that was read: on the disk when this returns. */
  put(sourceId: SourceId, reading: string, pageIndex: number, page: RecognizedPage, key: PageKey): void;
  /** Inside the step that makes the version: its pages become those of the version. @param starts of each, in order. */
  settle(sourceId: SourceId, reading: string, versionId: VersionId, starts: readonly number[]): void;
  /** What was read so far is of no use: it is forgotten. */
  clear(sourceId: SourceId): void;
  /** Inside the step that makes the version: pages of other versions whose text it has, at their new places. */
  carry(versionId: VersionId, pages: readonly CarriedPage[]): void;
  /** @returns where the words of a version are on its pages; empty when it was not read by OCR. */
  ofVersion(versionId: VersionId): VersionPage[];
}

const PAGES = `SELECT page_index AS pageIndex, text, details FROM ocr_page
  WHERE source_id = $sourceId AND reading = $reading ORDER BY page_index`;
const PUT = `INSERT INTO ocr_page (source_id, reading, page_index, text, words, details)
  VALUES ($sourceId, $reading, $pageIndex, $text, $words, $details)`;
const SETTLE = `INSERT INTO version_page (version_id, page_index, start_at, words, details)
  SELECT $versionId, page_index, $start, words, details FROM ocr_page
  WHERE source_id = $sourceId AND reading = $reading AND page_index = $pageIndex`;
const CARRY = `INSERT INTO version_page (version_id, page_index, start_at, words, details)
  SELECT $versionId, $pageIndex, $start, ifnull($table, words), details FROM version_page
  WHERE version_id = $from AND page_index = $fromPage`;
const PLACE = `INSERT INTO version_page (version_id, page_index, start_at, words, details)
  VALUES ($versionId, $pageIndex, $start, $words, $details)`;
const UNFINISHED = `SELECT source_id AS sourceId, reading, count(*) AS pageCount,
  (SELECT f.details FROM ocr_page f WHERE f.source_id = p.source_id AND f.reading = p.reading
   ORDER BY f.page_index LIMIT 1) AS details
  FROM ocr_page p GROUP BY source_id, reading ORDER BY source_id, reading`;
const CLEAR = 'DELETE FROM ocr_page WHERE source_id = $sourceId';
const OF_VERSION = `SELECT page_index AS pageIndex, start_at AS start, words, details FROM version_page
  WHERE version_id = $versionId ORDER BY page_index`;

const NO_PIXELS = new Uint8Array();

interface PageRow {
  readonly pageIndex: number;
  readonly text: string;
  readonly details: string;
}
interface VersionPageRow {
  readonly pageIndex: number;
  readonly start: number;
  readonly words: Uint8Array;
  readonly details: string;
}

const WORDS = 'SELECT words FROM version_page WHERE version_id = $from AND page_index = $fromPage';

export function createOcrStore({ database }: Pick<Archive, 'database'>): OcrStore {
  const tableOfSameSize = ({ from, fromPage }: CarriedPage, words: readonly PlacedWord[]): Uint8Array | null => {
    const row = database.prepare<{ words: Uint8Array }>(WORDS).get({ from, fromPage });
    if (!row) return null;
    const { width, height } = decodeWordTable(row.words);
    return encodeWordTable({ width, height, words });
  };
  return {
    pages: (sourceId, reading) =>
      database
        .prepare<PageRow>(PAGES)
        .all({ sourceId, reading })
        .map(({ details, ...row }) => ({ ...row, details: JSON.parse(details) as PageDetails })),
    put: (sourceId, reading, pageIndex, page, key) => {
      const { text, words } = pageText(page);
      const { setup, quarterTurn, skewDegrees, isPhotograph, transform, confidence } = page;
      const details: PageDetails = { page: key, setup, quarterTurn, skewDegrees, isPhotograph, transform, confidence };
      const table = encodeWordTable({ width: page.width, height: page.height, words });
      const row = { sourceId, reading, pageIndex, text, words: table, details: JSON.stringify(details) };
      database.write(() => database.prepare(PUT).run(row));
    },
    settle: (sourceId, reading, versionId, starts) => {
      for (const [pageIndex, start] of starts.entries()) {
        database.prepare(SETTLE).run({ sourceId, reading, versionId, pageIndex, start });
      }
      // Also what an earlier reading left that nobody went on with.
      database.prepare(CLEAR).run({ sourceId });
    },
    clear: (sourceId) => {
      database.write(() => database.prepare(CLEAR).run({ sourceId }));
    },
    carry: (versionId, pages) => {
      for (const { words, ...page } of pages) {
        const table = words ? tableOfSameSize(page, words) : null;
        database.prepare(CARRY).run({ versionId, ...page, table });
      }
    },
    place: (versionId, pages) => {
      for (const { pageIndex, start, page, engine, table } of pages) {
        const { words } = table;
        const sure = words.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
        const details: PageDetails = {
          page,
          setup: { engine, languages: [], parameters: {} },
          quarterTurn: 0,
          skewDegrees: 0,
          isPhotograph: false,
          transform: untouched({ width: table.width, height: table.height, data: NO_PIXELS }),
          confidence: sure.length === 0 ? 0 : sure.reduce((sum, one) => sum + one, 0) / sure.length,
        };
        const row = { versionId, pageIndex, start, words: encodeWordTable(table), details: JSON.stringify(details) };
        database.prepare(PLACE).run(row);
      }
    },
    unfinished: () =>
      database
        .prepare<{ sourceId: SourceId; reading: string; pageCount: number; details: string }>(UNFINISHED)
        .all()
        .map(({ details, ...row }) => ({
          ...row,
          languages: (JSON.parse(details) as PageDetails).setup.languages,
        })),
    ofVersion: (versionId) =>
      database
        .prepare<VersionPageRow>(OF_VERSION)
        .all({ versionId })
        .map(({ words, details, ...row }) => ({
          ...row,
          table: decodeWordTable(words),
          details: JSON.parse(details) as PageDetails,
        })),
  };
}
