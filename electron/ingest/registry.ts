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

/** Of photographs; what a decoder may take for one is limited by the room of images. */
const OF_IMAGES: ReadingLimits = { fileBytes: 1_430 * MEGABYTE, readMs: 2 * MINUTE_MS };

export interface FormatReader extends ReaderInfo {
  readonly limits: ReadingLimits;
  /** Whether a file is pages to look at, and has no text until somebody or something reads it. */
  readonly isImage?: boolean;
  /** Formats of bytes that it takes, as `content/signatures.ts` calls them; missing for those of text. */
  readonly formats?: readonly string[];
  readonly load: () => Promise<ReadBytes>;
}

const image = (name: string, mediaType: string, extensions: readonly string[]): FormatReader => ({
  name,
  mediaType,
  extensions,
  formats: [name],
  limits: OF_IMAGES,
  isImage: true,
  load: async () => (await import('./read-image.js')).readImage,
});

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
  image('jpeg', 'image/jpeg', ['.jpg', '.jpeg', '.jpe', '.jfif']),
  image('png', 'image/png', ['.png']),
  image('tiff', 'image/tiff', ['.tif', '.tiff']),
  image('heic', 'image/heic', ['.heic', '.heif', '.hif']),
  image('webp', 'image/webp', ['.webp']),
  image('jp2', 'image/jp2', ['.jp2', '.jpx', '.j2k', '.jpf', '.j2c']),
  image('gif', 'image/gif', ['.gif']),
  image('bmp', 'image/bmp', ['.bmp', '.dib']),
  {
    name: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx', '.docm', '.dotx'],
    formats: ['docx'],
    limits: OF_TEXT,
    load: async () => (await import('./office/word/read-docx.js')).readDocx,
  },
  {
    name: 'rtf',
    mediaType: 'application/rtf',
    extensions: ['.rtf'],
    formats: ['rtf'],
    limits: OF_TEXT,
    load: async () => (await import('./office/rtf/read-rtf.js')).readRtf,
  },
  {
    name: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    extensions: ['.odt', '.ott'],
    formats: ['odt'],
    limits: OF_TEXT,
    load: async () => (await import('./office/open/read-odt.js')).readOdt,
  },
  {
    name: 'epub',
    mediaType: 'application/epub+zip',
    extensions: ['.epub'],
    formats: ['epub'],
    limits: OF_TEXT,
    load: async () => (await import('./office/epub/read-epub.js')).readEpub,
  },
  {
    name: 'doc',
    mediaType: 'application/msword',
    extensions: ['.doc', '.dot'],
    formats: ['doc'],
    limits: OF_TEXT,
    load: async () => (await import('./office/doc/read-doc.js')).readDoc,
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

/** Whether what a reader of this name takes is an image: pages to look at, without a text of their own. */
export const isImageReader = (name: string): boolean =>
  readerRegistry.some((reader) => reader.name === name && reader.isImage === true);
