/** Reads pages outside of the service, two at once, with a limit on time: a page that hangs costs a worker, no more. */
import { FondsError } from '../contract/index.js';
import { createWorkerPool, WorkerFailure } from '../workers/index.js';
import type { LanguageGuess } from './guess-language.js';
import { checkImage, type GreyImage } from './image/grey-image.js';
import type { ImageKind } from './image/prepare-page.js';
import { MOST_LANGUAGES } from './languages.js';
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
  guessLanguage(image: GreyImage, request?: Omit<OcrRequest, 'languages'>): Promise<LanguageGuess>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

interface OcrWorker {
  recognize(task: OcrTask): Promise<OcrAnswer>;
  guess(task: Omit<OcrTask, 'languages'>): Promise<LanguageGuess>;
}

export interface OcrPoolOptions {
  /** The bundled entry `ocr-worker.js`. */
  readonly path: string;
  readonly folders: OcrTask['folders'];
  /** Left out: two. */
  readonly threads?: number;
  /** Of one page. Left out: three minutes. */
  readonly timeoutMs?: number;
}

const THREADS = 2;
const TIMEOUT_MS = 180_000;
const HEAP_MB = 1_024;
/** A worker without work returns its memory after so long. */
const IDLE_MS = 15_000;

export function createOcrPool(options: OcrPoolOptions): OcrPool {
  const { path, folders, threads = THREADS, timeoutMs = TIMEOUT_MS } = options;
  const pool = createWorkerPool<OcrWorker>({ path, threads, heapMb: HEAP_MB, idleMs: IDLE_MS, timeFrom: 'start' });
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
      if (languages.length === 0 || languages.length > MOST_LANGUAGES) {
        const message = `A page is read in one language or up to ${MOST_LANGUAGES}; ${languages.length} are named.`;
        throw new FondsError('INVALID_INPUT', message);
      }
      return pool.run('recognize', { ...task(image, rest), languages }, limits(signal)).catch(refuse);
    },
    guessLanguage: async (image, { signal, ...rest } = {}) =>
      pool.run('guess', task(image, rest), limits(signal)).catch(refuse),
    close: pool.close,
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof WorkerFailure)) throw error;
  // What a worker throws loses its class on the way, not its code.
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && (cause.code === 'NOT_FOUND' || cause.code === 'FILE_UNREADABLE')) {
    throw new FondsError(cause.code, cause.message);
  }
  throw new FondsError('FILE_UNREADABLE', explain(error));
}

function explain({ kind, message }: WorkerFailure): string {
  switch (kind) {
    case 'time':
      return 'Reading this page took longer than three minutes and was stopped. Make the image smaller, or choose one language.';
    case 'memory':
      return 'Reading this page needs more memory than it may take. Make the image smaller, or crop it.';
    case 'stopped':
      return `The page could not be read: ${message}`;
  }
}
