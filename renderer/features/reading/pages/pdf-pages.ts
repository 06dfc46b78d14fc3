/**
 * PDF pages as pictures, by pdf.js: parsed in one worker, drawn in another. Its fonts, character maps and decoders come
 * with the program. No form of XFA, no script (pdf.js evaluates none since version 6, and its sandbox is not shipped), no
 * WebAssembly, no font of the document in the browser's own font machinery: letters are drawn as paths.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { Original } from '../../../../electron/contract/index.js';
import {
  addressOf,
  checkedSize,
  MAX_CANVAS_PX,
  MAX_PAGES,
  MAX_SIDE_PX,
  type PageSource,
  PagesProblem,
} from './page-source.js';

GlobalWorkerOptions.workerSrc = workerUrl;
GlobalWorkerOptions.rendererSrc = rendererUrl;

/** Where vite.config.ts puts what pdf.js asks for. */
const asset = (folder: string): string => new URL(`pdf/${folder}/`, document.baseURI).href;

/** Bytes asked for at a time: a large original is never read as a whole. */
const CHUNK_BYTES = 512 * 1024;
/** Most pixels of one picture in a page: a broadsheet at 600 dpi. Larger ones would take more memory than a worker has. */
const MAX_IMAGE_PX = 160_000_000;
const OPEN_MS = 60_000;
const DRAW_MS = 45_000;
/** How long a file that is closed may take to end by itself. */
const GRACE_MS = 2_000;
/** CSS pixels to a point. */
const CSS_PX = 96 / 72;

/** `[begin, end)` in bytes. @throws PagesProblem `missing` when the archive does not have them. */
async function readBytes(original: Original, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const answer = await fetch(addressOf(original), { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
    if (answer.status !== 206) throw new PagesProblem(answer.status === 416 ? 'broken' : 'missing');
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    throw error instanceof PagesProblem ? error : new PagesProblem('missing');
  }
}

class OriginalBytes extends PDFDataRangeTransport {
  readonly #closing = new AbortController();

  constructor(
    readonly original: Original,
    first: Uint8Array,
    readonly onLost: (reason: unknown) => void,
  ) {
    super(original.fileBytes, first);
  }

  override requestDataRange(begin: number, end: number): void {
    readBytes(this.original, begin, end, this.#closing.signal).then(
      (bytes) => this.onDataRange(begin, bytes),
      (error: unknown) => this.#closing.signal.aborted || this.onLost(error),
    );
  }

  override abort(): void {
    this.#closing.abort();
  }
}

export async function openPdf(original: Original): Promise<PageSource> {
  if (original.fileBytes === 0) throw new PagesProblem('broken');
  const firstEnd = Math.min(CHUNK_BYTES, original.fileBytes);
  const first = await readBytes(original, 0, firstEnd, AbortSignal.timeout(OPEN_MS));
  // pdf.js has no event for bytes that never arrive, so the wait is rejected here.
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const worker = new PDFWorker({ verbosity: VerbosityLevel.ERRORS });
  const options: Parameters<typeof getDocument>[0] = {
    worker,
    range: new OriginalBytes(original, first, lost.reject),
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: asset('cmaps'),
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('decoders'),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: MAX_IMAGE_PX,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  };
  const task = getDocument(options);
  task.onPassword = () => lost.reject(new PagesProblem('locked'));
  try {
    const pdf = await inTime(Promise.race([task.promise, lost.promise]), OPEN_MS);
    const labels = await inTime(Promise.race([pdf.getPageLabels(), lost.promise]), OPEN_MS);
    const pages = pagesOf(pdf, labels, lost.promise, () => end(task, worker));
    return { ...pages, keyOf: (pageIndex) => ({ sha256: original.sha256, pageIndex }) };
  } catch (error) {
    end(task, worker);
    throw asProblem(error);
  }
}

/** A worker that a file keeps busy does not answer to its end: then it is ended without asking. */
function end(task: PDFDocumentLoadingTask, worker: PDFWorker): void {
  const kill = () => {
    // biome-ignore lint/complexity/useLiteralKeys: pdf.js keeps it to itself, and would wait for it for ever
    task['_rendererWorker']?.destroy();
    worker.destroy();
  };
  const timer = setTimeout(kill, GRACE_MS);
  const ended = () => {
    clearTimeout(timer);
    kill();
  };
  task.destroy().then(ended, ended);
}

function pagesOf(
  pdf: PDFDocumentProxy,
  labels: readonly string[] | null,
  lost: Promise<never>,
  close: () => void,
): Omit<PageSource, 'keyOf'> {
  return {
    pageCount: Math.min(pdf.numPages, MAX_PAGES),
    totalCount: pdf.numPages,
    labels,
    async sizeOf(pageIndex) {
      try {
        const page = await inTime(Promise.race([pdf.getPage(pageIndex + 1), lost]), OPEN_MS);
        const { width, height } = page.getViewport({ scale: CSS_PX });
        return checkedSize(width, height);
      } catch (error) {
        throw asProblem(error);
      }
    },
    async draw(pageIndex, widthPx, signal) {
      try {
        const page = await inTime(Promise.race([pdf.getPage(pageIndex + 1), lost]), OPEN_MS);
        signal.throwIfAborted();
        const whole = page.getViewport({ scale: 1 });
        checkedSize(whole.width, whole.height);
        const most = Math.min(
          Math.sqrt(MAX_CANVAS_PX / (whole.width * whole.height)),
          MAX_SIDE_PX / Math.max(whole.width, whole.height),
        );
        const viewport = page.getViewport({ scale: Math.min(most, widthPx / whole.width) });
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(1, Math.round(viewport.width));
        canvas.height = Math.max(1, Math.round(viewport.height));
        const drawing = page.render({ canvas, viewport });
        const stop = () => drawing.cancel();
        signal.addEventListener('abort', stop, { once: true });
        try {
          await inTime(Promise.race([drawing.promise, lost]), DRAW_MS);
        } finally {
          signal.removeEventListener('abort', stop);
          drawing.cancel();
          page.cleanup();
        }
        return canvas;
      } catch (error) {
        throw asProblem(error);
      }
    },
    close,
  };
}

/** @throws PagesProblem `slow` when there is no answer in time: a file may be made to take for ever. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new PagesProblem('slow')), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function asProblem(error: unknown): PagesProblem {
  if (error instanceof PagesProblem) return error;
  return new PagesProblem(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken');
}
