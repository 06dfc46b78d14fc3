/**
 * Reader of PDF with a text layer: page by page, with the labels printed on the pages. pdf.js runs in this thread, has
 * no canvas, fetches nothing, and takes its character maps and fonts from its own package. A scan without a text layer
 * is refused, never imported as an empty text. Words broken at a line's end stay as they are printed.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { getDocument, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describeFrom } from './description.js';
import { type Glyphs, paragraphsOf } from './pdf-lines.js';
import { counted, PARAGRAPH, type ReadBytes, ReadingBuilder, unreadable } from './reading.js';

const NO_TEXT_LAYER =
  'This PDF is a scan without a text layer: its pages are pictures. Text recognition comes in a later version; until then run it through an OCR program and import what that makes. Nothing was imported.';
const ENCRYPTED = 'This PDF is locked with a password. Save a copy without one in a PDF program and import that.';

export const readPdf: ReadBytes = async (bytes) => {
  const document = await open(bytes);
  try {
    const builder = new ReadingBuilder();
    const labels = await document.getPageLabels();
    let emptyPages = 0;
    for (let pageIndex = 0; pageIndex < document.numPages; pageIndex += 1) {
      builder.page(labels?.[pageIndex] || String(pageIndex + 1));
      const before = builder.length;
      for (const paragraph of paragraphsOf(await glyphsOf(document, pageIndex))) builder.block(PARAGRAPH, paragraph);
      if (builder.length === before) emptyPages += 1;
    }
    if (emptyPages > 0 && builder.length > 0) {
      builder.remarks.push(
        `${counted(emptyPages, 'page')} of ${document.numPages} had no text: blank, or pictures without a text layer.`,
      );
    }
    return builder.finish(await description(document), NO_TEXT_LAYER);
  } finally {
    await document.loadingTask.destroy();
  }
};

/** pdf.js complains aloud that it cannot draw in Node; nothing is drawn here, and the terminal is the person's. */
async function importQuietly() {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await importQuietly();
  const require = createRequire(import.meta.url);
  const packageDir = dirname(require.resolve('pdfjs-dist/package.json'));
  // The part that parses is loaded into this thread: reading already has a worker thread to itself.
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(join(packageDir, 'legacy', 'build', 'pdf.worker.mjs')).href;
  const folder = (name: string) => join(packageDir, name) + sep;
  const options: Exclude<Parameters<typeof getDocument>[0], undefined> = {
    // A copy: pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    BinaryDataFactory: PackagedData,
    cMapUrl: folder('cmaps').replaceAll('\\', '/'),
    standardFontDataUrl: folder('standard_fonts').replaceAll('\\', '/'),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    verbosity: 0,
  };
  try {
    return await pdfjs.getDocument(options).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw unreadable(ENCRYPTED);
    if (name === 'InvalidPDFException') {
      throw unreadable(
        'This is not a whole PDF: it is damaged or was cut short. Fetch or copy it again and import that.',
      );
    }
    throw error;
  }
}

/** Reads pdf.js's own character maps and fonts from its package; there is no other place it may ask. */
class PackagedData {
  readonly #folders: Readonly<Record<string, string | null | undefined>>;

  constructor(folders: Readonly<Record<string, string | null | undefined>>) {
    this.#folders = folders;
  }

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = this.#folders[kind];
    if (!folder || !/^[\w.-]+$/.test(filename)) throw new Error(`No ${kind} data named ${filename}`);
    return new Uint8Array(await readFile(folder + filename));
  }
}

async function glyphsOf(document: PDFDocumentProxy, pageIndex: number): Promise<Glyphs[]> {
  const page = await document.getPage(pageIndex + 1);
  try {
    const { items } = await page.getTextContent();
    return items.flatMap((item) => {
      if (!('str' in item)) return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = item.height > 0 ? item.height : Math.hypot(a, b);
      return [
        { text: item.str, x, y, width: item.width, size, endsLine: item.hasEOL ? ('yes' as const) : ('no' as const) },
      ];
    });
  } finally {
    page.cleanup();
  }
}

async function description(document: PDFDocumentProxy) {
  const { info } = await document.getMetadata();
  const fields = info as Readonly<Record<string, unknown>>;
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  return describeFrom({
    // Programs put the name of the file they printed there; that is no title.
    title: [field('Title')?.replace(/^(?:Microsoft Word - )?.*\.(?:docx?|rtf|indd|qxd|pdf|wpd)$|^untitled$/i, '')],
    creators: field('Author')?.split(/\s*;\s*/) ?? [],
    language: [field('Language')],
  });
}
