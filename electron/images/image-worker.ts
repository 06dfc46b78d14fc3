/** Entry of a disposable process: opens one file, describes it or draws one of its pages, and keeps nothing of it. */
import { readFile, stat } from 'node:fs/promises';
import { FondsError, fail, ok, type Result } from '../contract/index.js';
import { drawPage } from './draw-page.js';
import type { Drawn, PageDrawing } from './drawing.js';
import type { Shot } from './exif.js';
import { MAX_FILE_BYTES, tooLarge } from './image-error.js';
import type { ImageFormat } from './image-format.js';
import { type OpenImage, openImage, type PixelSize } from './open-image.js';

export interface ImageFile {
  readonly path: string;
  /** As a person knows it, for messages. */
  readonly name: string;
}

export interface ImageDescription extends Omit<Shot, 'orientation'> {
  readonly format: ImageFormat;
  /** In pixels, upright; of a PDF as they are at 300 dpi. */
  readonly pages: readonly PixelSize[];
  /** Whether the file ends before its image does; what there is of it may still be drawn. */
  readonly isCut: boolean;
}

export interface DrawTask extends ImageFile {
  /** From 0. */
  readonly page: number;
  readonly drawing: PageDrawing;
}

export const describe = (file: ImageFile): Promise<Result<ImageDescription>> =>
  withImage(file, async ({ format, pages, shot: { takenAt, place, camera }, isCut }) => ({
    format,
    pages,
    takenAt,
    place,
    camera,
    isCut,
  }));

export const draw = ({ page: index, drawing, ...file }: DrawTask): Promise<Result<Drawn>> =>
  withImage(file, async (image) => {
    const page = await image.page(index);
    try {
      return await drawPage(page, drawing);
    } finally {
      page.close();
    }
  });

async function withImage<T>({ path, name }: ImageFile, use: (image: OpenImage) => Promise<T>): Promise<Result<T>> {
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) throw tooLarge(name);
    const image = await openImage(await readFile(path), name);
    try {
      return ok(await use(image));
    } finally {
      image.close();
    }
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    return fail({ code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) });
  }
}
