/** The readers there are: one line each. Their libraries are loaded on first use, so that listing them stays light. */
import type { ReadBytes, ReaderInfo } from './parsed-file.js';

/** What a file may be, and take, before it is given up. */
export interface ReadingLimits {
  readonly fileBytes: number;
  readonly readMs: number;
}

const MEGABYTE = 1024 * 1024;
const MINUTE_MS = 60_000;
/** Of formats of text: nobody writes so much by hand. */
const OF_TEXT: ReadingLimits = { fileBytes: 200 * MEGABYTE, readMs: 2 * MINUTE_MS };
/** Of formats of pages: four hundred scanned ones are 300 MB and half an hour. */
const OF_PAGES: ReadingLimits = { fileBytes: 1024 * MEGABYTE, readMs: 30 * MINUTE_MS };

export interface FormatReader extends ReaderInfo {
  readonly limits: ReadingLimits;
  /** Formats of bytes that it takes, as `content/signatures.ts` calls them; missing for those of text. */
  readonly formats?: readonly string[];
  readonly load: () => Promise<ReadBytes>;
}

export const readerRegistry: readonly FormatReader[] = [
  {
    name: 'text',
    mediaType: 'text/plain',
    extensions: ['.txt', '.text', '.log'],
    limits: OF_TEXT,
    load: async () => (await import('./read-text.js')).readText,
  },
  {
    name: 'html',
    mediaType: 'text/html',
    extensions: ['.html', '.htm', '.xhtml'],
    limits: OF_TEXT,
    load: async () => (await import('./read-html.js')).readHtml,
  },
  {
    name: 'markdown',
    mediaType: 'text/markdown',
    extensions: ['.md', '.markdown'],
    limits: OF_TEXT,
    load: async () => (await import('./read-markdown.js')).readMarkdown,
  },
  {
    name: 'pdf',
    mediaType: 'application/pdf',
    extensions: ['.pdf'],
    formats: ['pdf'],
    limits: OF_PAGES,
    load: async () => (await import('./pdf/read-pdf.js')).readPdf,
  },
];

/** @param reader its name; null: nobody knows yet which one, so the widest. */
export function limitsOf(reader: string | null): ReadingLimits {
  const known = readerRegistry.find(({ name }) => name === reader);
  if (known) return known.limits;
  return {
    fileBytes: Math.max(...readerRegistry.map(({ limits }) => limits.fileBytes)),
    readMs: Math.max(...readerRegistry.map(({ limits }) => limits.readMs)),
  };
}
