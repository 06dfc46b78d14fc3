/** Calls that read the text of page images. */
import { z } from 'zod';
import { action, type Call, change, job, noInput, none, query } from './call.js';
import { SourceId, VersionId } from './ids.js';

/** Each is read by all that are named: more would take minutes a page. */
export const MAX_OCR_LANGUAGES = 4;

/** As in the names of language data: `eng`, `frk`. */
const OcrLanguage = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{1,63}$/);

export const ocrCalls = {
  /** The languages that can be read, as codes. */
  'ocr.languages': query({ audience: 'window', input: noInput, output: z.array(z.string()), reads: [] }),
  /** The languages that a person added on this computer, as codes. */
  'ocr.addedLanguages': query({ audience: 'window', input: noInput, output: z.array(OcrLanguage), reads: [] }),
  /** Keeps a `.traineddata` file for every archive of this computer; it goes before one that ships. */
  'ocr.addLanguage': action({
    audience: 'trusted',
    input: z.object({ file: z.string() }),
    output: z.object({ language: OcrLanguage }),
    errors: ['FILE_UNREADABLE', 'DISK_FULL'],
  }),
  'ocr.removeLanguage': action({
    audience: 'window',
    input: z.object({ language: OcrLanguage }),
    output: none,
    errors: ['NOT_FOUND'],
  }),
  /** Readings that were begun and have not become a text: asked for again as they were, they go on. */
  'ocr.unfinished': query({
    audience: 'window',
    input: noInput,
    output: z.array(
      z.object({ sourceId: SourceId, title: z.string(), pageCount: z.number(), languages: z.array(OcrLanguage) }),
    ),
    reads: ['texts', 'sources'],
  }),
  /**
   * Pages with the places of their words from ALTO, PAGE XML or hOCR, as a further text. Without `sourceId`: of the source
   * that has an image of the same name.
   */
  'ocr.bringIn': change({
    audience: 'trusted',
    input: z.object({ sourceId: SourceId.optional(), files: z.array(z.string()).min(1).max(5_000) }),
    output: z.object({
      sourceId: SourceId,
      versionId: VersionId,
      /** Pages of the source that a file was of. */
      pages: z.number(),
      remarks: z.array(z.string()),
    }),
    changes: ['texts', 'sources', 'annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'FILE_UNREADABLE', 'STALE'],
  }),
  /** What the first page of a source seems to be written in; always a guess. May take seconds. */
  'ocr.guess': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId }),
    output: z.object({
      /** Null when nothing that is there reads such a script, or there is too little text. */
      language: z.string().nullable(),
      /** As Tesseract names it; empty when there is too little text to tell. */
      script: z.string(),
      /** How many points of confidence the language is before the next, 0 to 100. */
      lead: z.number(),
    }),
    reads: ['sources'],
    errors: ['NOT_FOUND', 'FILE_UNREADABLE'],
  }),
  /**
   * Reads all pages of the originals of each source; what was read becomes its current text. Asked for again after it
   * was cancelled or killed, it goes on behind the last page.
   */
  'ocr.start': change({
    audience: 'window',
    input: z.object({
      sourceIds: z.array(SourceId).min(1),
      languages: z.array(OcrLanguage).min(1).max(MAX_OCR_LANGUAGES),
      kind: z.enum(['auto', 'photograph', 'scan']).default('auto'),
    }),
    output: job,
    changes: ['texts', 'sources', 'annotations'],
    errors: ['NOT_FOUND'],
  }),
} as const satisfies Record<string, Call>;
