/** Entry of the process that reads pages. It keeps one Tesseract, whose memory is returned when the process ends. */
import { readFile, stat } from 'node:fs/promises';
import { FondsError, fail, ok, type Result } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type PagesOfFile, readPagesOf } from './formats/read-pages.js';
import { guessLanguage, type OcrLanguageGuess } from './guess-language.js';
import type { GreyImage } from './image/grey-image.js';
import type { ImageKind } from './image/prepare-page.js';
import { createLanguages } from './languages.js';
import { type PlacedWord, pageText } from './page-text.js';
import { recognizePage } from './recognize-page.js';
import type { RecognizedPage } from './recognized-page.js';
import { type LanguageData, startTesseract } from './tesseract.js';

export interface OcrTask {
  readonly image: GreyImage;
  readonly languages: readonly string[];
  readonly kind: ImageKind;
  readonly dotsPerInch: number;
  readonly folders: { readonly own: string; readonly packaged: string };
}

export interface OcrAnswer {
  readonly page: RecognizedPage;
  readonly text: string;
  readonly words: readonly PlacedWord[];
}

const engine = startTesseract();
const loaded = new Map<string, Promise<LanguageData>>();

/** Unpacked once for all pages. What could not be loaded is tried again: a person may have added it meanwhile. */
function once(code: string, load: () => Promise<LanguageData>): Promise<LanguageData> {
  const before = loaded.get(code);
  if (before) return before;
  const loading = load();
  loaded.set(code, loading);
  loading.catch(() => loaded.delete(code));
  return loading;
}

export function recognize({
  image,
  languages: codes,
  kind,
  dotsPerInch,
  folders,
}: OcrTask): Promise<Result<OcrAnswer>> {
  return answer(async () => {
    const languages = createLanguages(folders);
    const data = await Promise.all(codes.map((code) => once(code, () => languages.load(code))));
    const osd = await once('osd', languages.loadScripts);
    const page = recognizePage(await engine, image, { languages: data, osd, kind, dotsPerInch });
    return { page, ...pageText(page) };
  });
}

export function guess({ image, kind, folders }: Omit<OcrTask, 'languages'>): Promise<Result<OcrLanguageGuess>> {
  return answer(async () => {
    const languages = createLanguages(folders);
    const osd = await once('osd', languages.loadScripts);
    const known = new Set(await languages.list());
    const load = async (code: string) => (known.has(code) ? once(code, () => languages.load(code)) : null);
    return guessLanguage(await engine, image, { osd, load }, kind);
  });
}

/** The largest file of a newspaper page has some 10 MB. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** @param name as a person knows the file. */
export function readPages({
  path,
  name,
}: {
  readonly path: string;
  readonly name: string;
}): Promise<Result<PagesOfFile>> {
  return answer(async () => {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new FondsError('FILE_UNREADABLE', t('“{name}” is too large.', { name }));
    return readPagesOf(await readFile(path));
  });
}

/** What a person can mend goes back as a value: an error loses its code on the way. Whatever else is thrown is thrown. */
async function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof FondsError) return fail({ code: error.code, message: error.message });
    throw error;
  }
}
