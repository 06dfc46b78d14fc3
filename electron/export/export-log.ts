/** Writes the search log, oldest first, as CSV or JSON: what was searched, where, when, by whom, and how much was found. */
import type { LogEntry } from '../contract/index.js';
import { type OnExisting, writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import { csvTable } from './csv-table.js';

export interface ExportLogOptions {
  readonly entries: Iterable<LogEntry>;
  readonly file: string;
  readonly format: 'csv' | 'json';
  readonly onExisting: OnExisting;
  readonly now: () => Date;
}

const COLUMNS = [
  t('Number'),
  t('When'),
  t('Who'),
  t('Search'),
  t('Mode'),
  t('Matching'),
  t('Within'),
  t('Sources searched'),
  t('Sources found'),
  t('Milliseconds'),
];

/** @throws FondsError FILE_EXISTS, DISK_FULL. */
export async function exportLog({
  entries,
  file,
  format,
  onExisting,
  now,
}: ExportLogOptions): Promise<{ entries: number; fileBytes: number }> {
  let count = 0;
  function* counted(): Generator<LogEntry> {
    for (const entry of entries) {
      count += 1;
      yield entry;
    }
  }
  const chunks = format === 'csv' ? csvTable(COLUMNS, rows(counted())) : json(counted(), now());
  const fileBytes = await writeAtomically(file, chunks, onExisting);
  return { entries: count, fileBytes };
}

function* rows(entries: Iterable<LogEntry>): Generator<readonly string[]> {
  for (const { seq, at, who, query, scope, searched, hits, tookMs } of entries) {
    const asked = [query.query, query.mode, query.matching ?? 'expanded', scope];
    yield [String(seq), at, who, ...asked, String(searched), String(hits), String(Math.round(tookMs))];
  }
}

async function* json(entries: Iterable<LogEntry>, at: Date): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(at.toISOString())},"entries":[`;
  let separator = '\n';
  for (const entry of entries) {
    yield separator + JSON.stringify(entry);
    separator = ',\n';
  }
  yield '\n]}\n';
}
