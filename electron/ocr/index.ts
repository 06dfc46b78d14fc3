/**
 * The public API of the ocr room: pixels of a page to words with boxes, and pages with their words to and from the files
 * of others. It knows no archive, and reads nothing from a network.
 */
export { readAlto, writeAlto } from './formats/alto.js';
export { readHocr, writeHocr } from './formats/hocr.js';
export { type PageFile, scaledTo, type WrittenPage } from './formats/page-file.js';
export { readPageXml, writePageXml } from './formats/page-xml.js';
export { type PagesOfFile, readPagesOf } from './formats/read-pages.js';
export { type PdfDescription, type PdfPage, type PdfPageImage, searchablePdf } from './formats/searchable-pdf.js';
export type { OcrLanguageGuess } from './guess-language.js';
export type { GreyImage } from './image/grey-image.js';
export { type Box, boxToOriginal, type PageTransform, toOriginal, untouched } from './image/page-transform.js';
export type { ImageKind } from './image/prepare-page.js';
export { createLanguages, type OcrLanguages, SHIPPED_LANGUAGES } from './languages.js';
export { createOcrPool, type OcrPool, type OcrPoolOptions, type OcrRequest } from './ocr-pool.js';
export {
  type CarriedPage,
  createOcrStore,
  type OcrStore,
  type PageDetails,
  type PlacedPage,
  type StoredPage,
  type UnfinishedReading,
  type VersionPage,
} from './ocr-store.js';
export type { OcrAnswer } from './ocr-worker.js';
export { type Beginning, type PlacedWord, pageOf, pageText, type RecognizedText } from './page-text.js';
export type {
  OcrSetup,
  RecognizedBlock,
  RecognizedLayout,
  RecognizedLine,
  RecognizedPage,
  RecognizedParagraph,
  RecognizedWord,
} from './recognized-page.js';
export { decodeWordTable, encodeWordTable, type WordTable } from './word-table.js';
