/** Turns a document into the bytes of a file. CPU-heavy and without any file: made for a worker. A PDF is printed, see `print/`. */
import { assertNever } from '../contract/index.js';
import type { ExportDocument } from './document/document-model.js';
import { docxOf } from './write/docx.js';
import { htmlOf } from './write/html.js';
import { markdownOf } from './write/markdown.js';
import { textOf } from './write/plain-text.js';

export type DocumentFormat = 'docx' | 'md' | 'html' | 'txt';

export interface RenderTask {
  readonly document: ExportDocument;
  readonly format: DocumentFormat;
  /** Of Markdown for Pandoc: the name of the CSL-JSON file beside it. */
  readonly bibliography?: string;
}

/** @returns text for formats of text, bytes for the others. */
export async function renderDocument({ document, format, bibliography }: RenderTask): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return docxOf(document);
    case 'html':
      return htmlOf(document);
    case 'md':
      return markdownOf(document, bibliography);
    case 'txt':
      return textOf(document);
    default:
      return assertNever(format);
  }
}
