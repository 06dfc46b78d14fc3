/** Describes and draws images in disposable processes: a hostile file costs one of them, never the service. */
import { unwrap } from '../contract/index.js';
import { createProcessPool, WorkerFailure } from '../workers/index.js';
import { checkView, type Drawn, type PageDrawing } from './drawing.js';
import * as failure from './image-error.js';
import type * as worker from './image-worker.js';
import type { ImageDescription, ImageFile } from './image-worker.js';

const PROCESSES = 2;
/** A page of 400 megapixels is 1.2 GB, and MuPDF needs part of it twice. */
const MEMORY_MB = 3_000;
const IDLE_MS = 30_000;
/** Of one page or one description. The largest JPEG 2000 that may be drawn takes about half of it. */
const TIMEOUT_MS = 120_000;

export interface Images {
  /**
   * @throws FondsError FILE_UNREADABLE in words that name the file and the remedy; the reason of `signal`; NO_ARCHIVE
   * when this is closed.
   */
  describe(file: ImageFile, signal?: AbortSignal): Promise<ImageDescription>;
  /** @param page from 0. @throws as `describe`; NOT_FOUND when there is no such page; RangeError as `checkView`. */
  draw(file: ImageFile, page: number, drawing: PageDrawing, signal?: AbortSignal): Promise<Drawn>;
  close(): Promise<void>;
}

export interface ImagesOptions {
  /** The bundled entry `image-worker.js`. */
  readonly path: string;
  readonly memoryMb?: number;
  readonly timeoutMs?: number;
}

export function createImages({ path, memoryMb = MEMORY_MB, timeoutMs = TIMEOUT_MS }: ImagesOptions): Images {
  const pool = createProcessPool<typeof worker>({ path, processes: PROCESSES, memoryMb, idleMs: IDLE_MS });
  const options = (signal: AbortSignal | undefined) => ({ timeoutMs, ...(signal ? { signal } : {}) });
  return {
    describe: async (file, signal) =>
      unwrap(await pool.run('describe', file, options(signal)).catch((error) => refuse(error, file.name))),
    draw: async (file, page, drawing, signal) => {
      checkView(drawing);
      const task = { ...file, page, drawing };
      return unwrap(await pool.run('draw', task, options(signal)).catch((error) => refuse(error, file.name)));
    },
    close: pool.close,
  };
}

function refuse(error: unknown, name: string): never {
  if (!(error instanceof WorkerFailure)) throw error;
  switch (error.kind) {
    case 'time':
      throw failure.tooMuchTime(name);
    case 'memory':
      throw failure.tooMuchMemory(name);
    case 'stopped':
      throw failure.undecodable(name, error.message);
  }
}
