/**
 * pdf.js, with its parser patched where it has no hook as it is loaded. It runs in this thread, has no
 * canvas, fetches nothing, and takes its character maps and fonts from its own package.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { getDocument, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { t } from '../../wording/index.js';
import { fileUnreadable } from '../parsed-file.js';
import { DuplicateGlyphs } from './duplicate-glyphs.js';
import { areNumbers, lettersOfFont } from './font-letters.js';
import { plainGlyphName, textOfGlyphName } from './glyph-names.js';
import { isSpacedOut } from './letter-spacing.js';
import { HOOKS_KEY, patchParser } from './parser-patches.js';
import { readAnnotations } from './pdf-annotations.js';
import { asDrawn } from './right-to-left.js';

const ENCRYPTED = t('This PDF is locked with a password. Save a copy without one in a PDF program and import that.');
const DAMAGED = t('This is not a whole PDF: it is damaged or was cut short. Fetch or copy it again and import that.');

/** Glyphs struck so far, by the task of pdf.js that reads a page. */
const struck = new WeakMap<object, DuplicateGlyphs>();

function struckGlyphsOf(task: object): DuplicateGlyphs {
  const glyphs = struck.get(task) ?? new DuplicateGlyphs();
  struck.set(task, glyphs);
  return glyphs;
}

let loading: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | null = null;

async function loadPdfJs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const workerUrl = pathToFileURL(join(packageDir(), 'legacy', 'build', 'pdf.worker.mjs')).href;
  Reflect.set(globalThis, Symbol.for(HOOKS_KEY), {
    textOfGlyphName,
    plainGlyphName,
    lettersOfFont,
    areNumbers,
    asDrawn,
    isSpacedOut,
    struckGlyphsOf,
    readAnnotations,
  });
  const hooks = registerHooks({
    load: (url, context, next) =>
      url === workerUrl
        ? { format: 'module', source: patchParser(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true }
        : next(url, context),
  });
  try {
    const pdfjs = await quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
    // The part that parses is loaded into this thread: reading already has a worker thread to itself.
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    await import(workerUrl);
    return pdfjs;
  } finally {
    hooks.deregister();
  }
}

/** pdf.js complains aloud that it cannot draw in Node; nothing is drawn here, and the terminal is the person's. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

const packageDir = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a document, with the empty password when it is locked.
 * @throws FondsError `FILE_UNREADABLE` when it asks for another password or is no whole PDF.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  loading ??= loadPdfJs();
  const pdfjs = await loading;
  const folder = (name: string) => join(packageDir(), name) + sep;
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
    if (name === 'PasswordException') throw fileUnreadable(ENCRYPTED);
    if (name === 'InvalidPDFException') throw fileUnreadable(DAMAGED);
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
