/** Tesseract and its language data, in the test's own process. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguages } from '../../electron/ocr/index.js';
import { startTesseract, type Tesseract } from '../../electron/ocr/tesseract.js';

export const languages = createLanguages({ own: join(tmpdir(), 'fonds-no-such-folder'), packaged: '' });

let started: Promise<Tesseract> | null = null;

export const tesseract = (): Promise<Tesseract> => {
  started ??= startTesseract();
  return started;
};
