/** Opens an original page by page, with the reader that its kind asks for. */
import type { Original } from '../../../../electron/contract/index.js';
import { isPdf, type PageSource } from './page-source.js';

/** @throws PagesProblem when it cannot be opened. */
export async function openPages(original: Original): Promise<PageSource> {
  // The reader of PDFs is large, and most documents are read without it.
  if (isPdf(original)) return (await import('./pdf-pages.js')).openPdf(original);
  return (await import('./bitmap-page.js')).openBitmap(original);
}
