/** A collation in the format that is asked for, piece by piece. CPU-heavy for long texts: made for a worker. */
import { assertNever, type CollationFormat } from '../../contract/index.js';
import type { CollationExportContent } from './collation-content.js';
import { collationCsv } from './collation-csv.js';
import { collationDocx } from './collation-docx.js';
import { collationHtml } from './collation-html.js';
import { collationJson } from './collation-json.js';
import { teiOf } from './tei.js';

export interface WriteCollationTask {
  readonly format: CollationFormat;
  readonly content: CollationExportContent;
}

/** Units that are handed on together. */
const PIECE_UNITS = 1024 * 1024;

function pieces({
  format,
  content: work,
}: WriteCollationTask): Iterable<string> | AsyncIterable<string> | Promise<Uint8Array> {
  switch (format) {
    case 'tei':
      return teiOf(work);
    case 'csv':
      return collationCsv(work);
    case 'html':
      return collationHtml(work);
    case 'docx':
      return collationDocx(work);
    case 'json':
      return collationJson(work);
    default:
      return assertNever(format);
  }
}

/** @returns what the file holds, in pieces: one string of it could be longer than a string may be. */
export async function writeCollation(task: WriteCollationTask): Promise<(string | Uint8Array)[]> {
  const written = pieces(task);
  if (written instanceof Promise) return [await written];
  const whole: string[] = [];
  let waiting: string[] = [];
  let units = 0;
  for await (const piece of written) {
    waiting.push(piece);
    units += piece.length;
    if (units < PIECE_UNITS) continue;
    whole.push(waiting.join(''));
    waiting = [];
    units = 0;
  }
  if (units > 0) whole.push(waiting.join(''));
  return whole;
}
