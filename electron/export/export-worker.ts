/** Entry of a worker thread of the service: writes one document, the page that a PDF is printed from, or one collation. */
import { type WriteCollationTask, writeCollation } from './collation/write-collation.js';
import { type PrintPage, type PrintPageTask, printPageOf } from './print/print-page-document.js';
import { type RenderTask, renderDocument } from './render-document.js';

export default (task: RenderTask): Promise<string | Uint8Array> => renderDocument(task);

/** A document as the page that a PDF is printed from. */
export const printable = (task: PrintPageTask): Promise<PrintPage> => printPageOf(task);

/** A collation as the pieces of a file. */
export const collation = (task: WriteCollationTask): Promise<(string | Uint8Array)[]> => writeCollation(task);
