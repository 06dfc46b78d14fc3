/** Entry of a worker thread of the service: reads one file of another tool, or the boxes of pages of a PDF. */
import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { FondsError, fail, ok, type Result } from '../contract/index.js';
import { exchangeParts } from './exchange-model.js';
import { openExchangeFile, type ReadExchangeTask } from './read-exchange-file.js';
import type { PageBox } from './refi/page-box.js';
import { readPageBoxes } from './refi/read-page-boxes.js';

/**
 * Reads all of a file of another tool, then gives it part by part: each message on the port is answered by the next part,
 * and by null after the last. What is expected to fail goes over the border as a value: an error would lose its code there.
 */
export default async function read({
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

/** The boxes of pages of a PDF, by page index. */
export const pageBoxes = async ({
  file,
  pageIndexes,
}: {
  file: string;
  pageIndexes: number[];
}): Promise<Map<number, PageBox>> => readPageBoxes(await readFile(file), pageIndexes);
