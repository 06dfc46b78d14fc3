/**
 * The search log: what was searched, where, when, and how much was found; the ground of “searched, nothing found”.
 * Append-only: an entry is on the disk when `record` returns and never changes afterwards.
 */
import { type Archive, foldedKey } from '../../archive/index.js';
import type { LogEntry, SearchQuery } from '../../contract/index.js';

export interface LoggedSearch {
  readonly query: SearchQuery;
  /** The filters in words, with the names they have now. */
  readonly scope: string;
  /** Sources that could have been found. */
  readonly searched: number;
  /** Sources that were found. */
  readonly total: number;
  readonly tookMs: number;
}

export interface LogPage {
  readonly offset: number;
  readonly limit: number;
  /** Part of the line, whatever its case and accents. */
  readonly contains?: string | undefined;
  /** Only searches that found nothing. */
  readonly onlyEmpty?: boolean | undefined;
}

export interface SearchLog {
  /** @throws FondsError ARCHIVE_READ_ONLY, DISK_FULL. */
  record(searched: LoggedSearch): LogEntry;
  /** Newest first. `total`: entries that fit, on all pages. */
  list(page: LogPage): { total: number; entries: LogEntry[] };
  /** Lines searched recently, each once: those that begin with what is typed, then those that hold it; newest first. */
  history(asked: { readonly typed: string; readonly limit: number }): LogEntry[];
  /** The whole log, oldest first, page by page. */
  all(): Generator<LogEntry>;
}

interface LogRow extends Omit<LogEntry, 'query'> {
  query: string;
}

/** Entries read at once by `all`. */
const PAGE = 500;
/** Sorts after whatever a person may type (it is no character). */
const LAST = '\u{10FFFF}';

const ENTRY = `seq, at, who, query, scope, sources AS searched, hits, took_ms AS tookMs`;
// `line` is folded, so that the index answers what is typed in any case and without accents; `query` keeps it as typed.
const INSERT = `INSERT INTO search_log (at, who, query, line, scope, sources, hits, took_ms)
  VALUES (:at, :who, :query, :line, :scope, :searched, :hits, :tookMs) RETURNING ${ENTRY}`;
const FITS = `(:contains = '' OR instr(line, :contains) > 0) AND (:anyHits = 1 OR hits = 0)`;
const COUNT = `SELECT count(*) AS total FROM search_log WHERE ${FITS}`;
const LIST = `SELECT ${ENTRY} FROM search_log WHERE ${FITS} ORDER BY seq DESC LIMIT :limit OFFSET :offset`;
const AFTER = `SELECT ${ENTRY} FROM search_log WHERE seq > :seq ORDER BY seq LIMIT :limit`;

/** The newest search of each line; both run per keystroke and read nothing but the index, save for the rows they return. */
const newestOfLines = (where: string) => `SELECT ${ENTRY} FROM search_log WHERE seq IN (
  SELECT max(seq) FROM search_log WHERE ${where} GROUP BY line ORDER BY max(seq) DESC LIMIT :limit) ORDER BY seq DESC`;
/** For the test that asks SQLite for its plan. */
export const HISTORY_STATEMENTS = {
  begins: newestOfLines(`line > '' AND line >= :typed AND line < :end`),
  holds: newestOfLines(`line > '' AND instr(line, :typed) > 1`),
} as const;

const entryOf = (row: LogRow): LogEntry => ({ ...row, query: JSON.parse(row.query) });

export function createSearchLog(
  { database, who, announce }: Pick<Archive, 'database' | 'who' | 'announce'>,
  now: () => Date,
): SearchLog {
  return {
    record: ({ query, scope, searched, total, tookMs }) => {
      const row = database.write(() =>
        database.prepare<LogRow>(INSERT).get({
          at: now().toISOString(),
          who,
          query: JSON.stringify(query),
          line: foldedKey(query.query),
          scope,
          searched,
          hits: total,
          tookMs,
        }),
      );
      if (!row) throw new Error('A search was logged but not returned');
      announce(['searches']);
      return entryOf(row);
    },

    list: ({ offset, limit, contains = '', onlyEmpty = false }) => {
      const fits = { contains: foldedKey(contains), anyHits: onlyEmpty ? 0 : 1 };
      const rows = database.prepare<LogRow>(LIST).all({ ...fits, offset, limit });
      return {
        total: database.prepare<{ total: number }>(COUNT).get(fits)?.total ?? 0,
        entries: rows.map(entryOf),
      };
    },

    history: ({ typed, limit }) => {
      const wanted = foldedKey(typed);
      const { begins, holds } = HISTORY_STATEMENTS;
      const first = database.prepare<LogRow>(begins).all({ typed: wanted, end: wanted + LAST, limit });
      const room = limit - first.length;
      // Every line begins with nothing.
      if (room === 0 || wanted === '') return first.map(entryOf);
      return [...first, ...database.prepare<LogRow>(holds).all({ typed: wanted, limit: room })].map(entryOf);
    },

    *all() {
      for (let seq = 0; ; ) {
        const rows = database.prepare<LogRow>(AFTER).all({ seq, limit: PAGE });
        for (const row of rows) yield entryOf(row);
        const last = rows.at(-1);
        if (!last) return;
        seq = last.seq;
      }
    },
  };
}
