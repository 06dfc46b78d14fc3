/** The readers there are: one line each. Their libraries are loaded on first use, so that listing them stays light. */
import type { ReadBytes, ReaderInfo } from './parsed-file.js';

export interface FormatReader extends ReaderInfo {
  /** Formats of bytes that it takes, as `content/signatures.ts` calls them; missing for those of text. */
  readonly formats?: readonly string[];
  readonly load: () => Promise<ReadBytes>;
}

export const readerRegistry: readonly FormatReader[] = [
  {
    name: 'text',
    mediaType: 'text/plain',
    extensions: ['.txt', '.text', '.log'],
    load: async () => (await import('./read-text.js')).readText,
  },
  {
    name: 'html',
    mediaType: 'text/html',
    extensions: ['.html', '.htm', '.xhtml'],
    load: async () => (await import('./read-html.js')).readHtml,
  },
  {
    name: 'markdown',
    mediaType: 'text/markdown',
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./read-markdown.js')).readMarkdown,
  },
  {
    name: 'pdf',
    mediaType: 'application/pdf',
    extensions: ['.pdf'],
    formats: ['pdf'],
    load: async () => (await import('./pdf/read-pdf.js')).readPdf,
  },
];
