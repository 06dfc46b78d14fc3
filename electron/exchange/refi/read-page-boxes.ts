/** How large the pages of a PDF are, read in a worker: nothing else of the file is looked at. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageBox } from './page-box.js';

/** pdf.js complains aloud that it cannot draw in Node; nothing is drawn here. */
async function importQuietly() {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** @returns by page index; pages that cannot be read, and files that are no PDF, have none. */
export async function readPageBoxes(bytes: Uint8Array, pageIndexes: Iterable<number>): Promise<Map<number, PageBox>> {
  const boxes = new Map<number, PageBox>();
  const pdfjs = await importQuietly();
  const packageDir = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(join(packageDir, 'legacy', 'build', 'pdf.worker.mjs')).href;
  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    for (const pageIndex of new Set(pageIndexes)) {
      if (pageIndex < 0 || pageIndex >= document.numPages) continue;
      const page = await document.getPage(pageIndex + 1);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view as number[];
      if (x1 > x0 && y1 > y0) boxes.set(pageIndex, { view: [x0, y0, x1, y1], rotate: page.rotate });
    }
  } catch {
    // A damaged or locked file has no pages that could be read.
  } finally {
    await task.destroy();
  }
  return boxes;
}
