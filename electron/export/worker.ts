/** Entry of a worker thread of the service: writes one document or collation, reads one file of another tool or the sizes of pages. */
import { readFile } from 'node:fs/promises';
import { FondsError, fail, ok, type Result } from '../contract/index.js';
import { type CollationTask, writeCollation } from './collation/write-collation.js';
import type { PageBox } from './exchange/page-box.js';
import { type ReadTask, readExchangeFile } from './exchange/read-file.js';
import { readPageBoxes } from './exchange/read-page-boxes.js';
import type { ExchangeFile } from './exchange/told.js';
import { type Printable, type PrintableTask, printableOf } from './print/printable.js';
import { type RenderTask, renderDocument } from './render-document.js';

export default (task: RenderTask): Promise<string | Uint8Array> => renderDocument(task);

/** A document as the page that a PDF is printed from. */
export const printable = (task: PrintableTask): Promise<Printable> => printableOf(task);

/** A collation as the pieces of a file. */
export const collation = (task: CollationTask): Promise<(string | Uint8Array)[]> => writeCollation(task);

/** What is expected to fail goes over the border as a value: an error would lose its code there. */
export async function read(task: ReadTask): Promise<Result<ExchangeFile>> {
  try {
    return ok(await readExchangeFile(task));
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    return fail({ code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) });
  }
}

/** How large pages of a PDF are, by their index. */
export const pages = async ({
  file,
  pageIndexes,
}: {
  file: string;
  pageIndexes: number[];
}): Promise<Map<number, PageBox>> => readPageBoxes(await readFile(file), pageIndexes);
