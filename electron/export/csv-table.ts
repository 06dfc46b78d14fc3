/**
 * A table as CSV (RFC 4180, UTF-8), row after row. A cell that a spreadsheet would take for a formula gets an
 * apostrophe (OWASP, "CSV injection").
 */
import { stringify } from 'csv-stringify/sync';

/** Rows written at once. */
const BATCH = 200;

/** @param rows cells in the order of `columns`. */
export async function* csvTable(
  columns: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<string> {
  const written = (batch: readonly (readonly string[])[]) =>
    stringify(batch as string[][], { record_delimiter: '\r\n', escape_formulas: true });
  // Excel takes a file without this mark for the machine's own code page.
  yield `\uFEFF${written([columns])}`;
  let batch: (readonly string[])[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield written(batch);
    batch = [];
  }
  if (batch.length > 0) yield written(batch);
}

/** A passage in one cell: its lines and runs of blanks are single spaces. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');
