/** Entry of a worker thread of the service: writes one document or collation, reads one file of another tool or the sizes of pages. */
import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { FondsError, fail, ok, type Result } from '../contract/index.js';
import { exchangeParts } from '../exchange/exchange-model.js';
import { openExchangeFile, type ReadExchangeTask } from '../exchange/read-exchange-file.js';
import type { PageBox } from '../exchange/refi/page-box.js';
import { readPageBoxes } from '../exchange/refi/read-page-boxes.js';
import { type WriteCollationTask, writeCollation } from './collation/write-collation.js';
import { type PrintPage, type PrintPageTask, printPageOf } from './print/print-page-document.js';
import { type RenderTask, renderDocument } from './render-document.js';

export default (task: RenderTask): Promise<string | Uint8Array> => renderDocument(task);

/** A document as the page that a PDF is printed from. */
export const printable = (task: PrintPageTask): Promise<PrintPage> => printPageOf(task);

/** A collation as the pieces of a file. */
export const collation = (task: WriteCollationTask): Promise<(string | Uint8Array)[]> => writeCollation(task);

/**
 * Reads all of a file of another tool, then gives it part by part: each message on the port is answered by the next part,
 * and by null after the last. What is expected to fail goes over the border as a value: an error would lose its code there.
 */
export async function read({
  port,
  ...task
}: ReadExchangeTask & { readonly port: MessagePort }): Promise<Result<null>> {
  try {
    const parts = exchangeParts(await openExchangeFile(task));
    const isOver = Promise.withResolvers<null>();
    port.on('close', () => isOver.resolve(null));
    port.on('message', () => {
      const next = parts.next();
      port.postMessage(next.done ? null : next.value);
      if (next.done) isOver.resolve(null);
    });
    return ok(await isOver.promise);
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    return fail({ code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) });
  } finally {
    port.close();
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
