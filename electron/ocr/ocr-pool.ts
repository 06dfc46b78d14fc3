/** Reads pages in disposable processes with limits on time and memory: a page that hangs costs one of them, no more. */
import { FondsError, MAX_OCR_LANGUAGES, type Result, unwrap } from '../contract/index.js';
import { t } from '../wording/index.js';
import { createProcessPool, WorkerFailure } from '../workers/index.js';
import type { PagesOfFile } from './formats/read-pages.js';
import type { OcrLanguageGuess } from './guess-language.js';
import { checkImage, type GreyImage } from './image/grey-image.js';
import type { ImageKind } from './image/prepare-page.js';
import type { OcrAnswer, OcrTask } from './ocr-worker.js';

export interface OcrRequest {
  readonly languages: readonly string[];
  /** Left out: judged by the image. */
  readonly kind?: ImageKind;
  /** Left out, or 0: unknown. */
  readonly dotsPerInch?: number;
  readonly signal?: AbortSignal;
}

export interface OcrPool {
  /**
   * @throws FondsError FILE_UNREADABLE with the reason and the remedy, INVALID_INPUT for a request that is none,
   * NOT_FOUND for a language without data; the reason of `signal` when it is aborted.
   */
  recognize(image: GreyImage, request: OcrRequest): Promise<OcrAnswer>;
  /** Always a guess. Throws as `recognize` does. */
  guessLanguage(image: GreyImage, request?: Omit<OcrRequest, 'languages'>): Promise<OcrLanguageGuess>;
  /** A file of ALTO, PAGE XML or hOCR. @throws FondsError FILE_UNREADABLE, by the name of the file. */
  readPages(file: { readonly path: string; readonly name: string }): Promise<PagesOfFile>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

interface OcrWorker {
  recognize(task: OcrTask): Promise<Result<OcrAnswer>>;
  guess(task: Omit<OcrTask, 'languages'>): Promise<Result<OcrLanguageGuess>>;
  readPages(file: { readonly path: string; readonly name: string }): Promise<Result<PagesOfFile>>;
}

export interface OcrPoolOptions {
  /** The bundled entry `ocr-worker.js`. */
  readonly path: string;
  readonly folders: OcrTask['folders'];
  /** Left out: two. */
  readonly processes?: number;
  /** Of one page. Left out: three minutes. */
  readonly timeoutMs?: number;
  /** As of a pool of processes. */
  readonly entry?: string;
}

const PROCESSES = 2;
const TIMEOUT_MS = 180_000;
/** Of all that a process takes: a page of 300 dpi has some 250. */
const MEMORY_MB = 1_536;
/** A process without work returns its memory after so long. */
const IDLE_MS = 15_000;

export function createOcrPool(options: OcrPoolOptions): OcrPool {
  const { path, folders, processes = PROCESSES, timeoutMs = TIMEOUT_MS, entry } = options;
  const pool = createProcessPool<OcrWorker>({
    path,
    processes,
    memoryMb: MEMORY_MB,
    idleMs: IDLE_MS,
    ...(entry === undefined ? {} : { entry }),
  });
  const task = (image: GreyImage, { kind = 'auto', dotsPerInch = 0 }: Omit<OcrRequest, 'languages'>) => {
    try {
      checkImage(image);
    } catch (error) {
      throw new FondsError('INVALID_INPUT', (error as RangeError).message);
    }
    return { image, kind, dotsPerInch, folders };
  };
  const limits = (signal: AbortSignal | undefined) => (signal ? { signal, timeoutMs } : { timeoutMs });
  return {
    recognize: async (image, { languages, signal, ...rest }) => {
      if (languages.length === 0 || languages.length > MAX_OCR_LANGUAGES) {
        const message = t('A page is read in one language or up to {most}; {count} are named.', {
          most: MAX_OCR_LANGUAGES,
          count: languages.length,
        });
        throw new FondsError('INVALID_INPUT', message);
      }
      return unwrap(await pool.run('recognize', { ...task(image, rest), languages }, limits(signal)).catch(refuse));
    },
    guessLanguage: async (image, { signal, ...rest } = {}) =>
      unwrap(await pool.run('guess', task(image, rest), limits(signal)).catch(refuse)),
    readPages: async (file) => {
      try {
        return unwrap(await pool.run('readPages', file, limits(undefined)).catch(refuse));
      } catch (error) {
        if (!(error instanceof FondsError)) throw error;
        throw new FondsError(error.code, t('“{name}”: {message}', { name: file.name, message: error.message }));
      }
    },
    close: pool.close,
  };
}

function refuse(error: unknown): never {
  throw error instanceof WorkerFailure ? new FondsError('FILE_UNREADABLE', explain(error)) : error;
}

function explain({ kind, message }: WorkerFailure): string {
  switch (kind) {
    case 'time':
      return t('Reading this page took too long and was stopped. Make the image smaller, or choose one language.');
    case 'memory':
      return t('Reading this page needs more memory than it may take. Make the image smaller, or crop it.');
    case 'stopped':
      return t('The page could not be read: {message}', { message });
  }
}
