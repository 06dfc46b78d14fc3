/**
 * Opens an image or a PDF from its bytes: says what pages it has, and draws one of them. The header decides whether
 * anything is decoded. Invariant: what a page is drawn from is given back when it is closed.
 */
import * as mupdf from 'mupdf';
import { t } from '../wording/index.js';
import { type Affine, chain, isSideways, move, scale, upright } from './affine.js';
import { heicPictures, type Rgba, webpPixels } from './codecs.js';
import { NOTHING_SAID, readShot, type Shot } from './exif.js';
import { type ImageHeader, readHeader, type TiffHeader, type TiffPage, withFirstPage } from './headers/index.js';
import * as failure from './image-error.js';
import { HEAD_BYTES, IMAGE_FORMATS, type ImageFormat, imageFormatOf } from './image-format.js';
import { tiffDecoder, tiffPixels } from './tiff-raster.js';

/** Of a PDF, whose pages have no pixels of their own: what archives scan at. */
export const PDF_DPI = 300;

export interface PixelSize {
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
}

export interface ImagePage extends PixelSize {
  /** @param map from the unit square, which the upright page fills, to the pixels of `target`. */
  draw(target: mupdf.Pixmap, map: Affine): void;
  close(): void;
}

export interface OpenImage {
  readonly format: ImageFormat;
  readonly pages: readonly PixelSize[];
  readonly shot: Shot;
  /** Whether the file ends before its image does. */
  readonly isCut: boolean;
  /** @throws FondsError FILE_UNREADABLE, NOT_FOUND. */
  page(index: number): Promise<ImagePage>;
  close(): void;
}

/** Said of problems that MuPDF goes on from; each page is judged by what it draws. */
mupdf.setLog(null);

/** @param name of the file, for messages. @throws FondsError FILE_UNREADABLE in words for a person. */
export async function openImage(bytes: Uint8Array, name: string): Promise<OpenImage> {
  const format = imageFormatOf(bytes.subarray(0, HEAD_BYTES));
  if (format === null) throw failure.notAnImage(name);
  if (!isRead(format)) throw failure.formatUnread(name, format);
  return format === 'pdf' ? openPdf(bytes, name) : openRaster(bytes, name, format);
}

const isRead = (format: string): format is ImageFormat => (IMAGE_FORMATS as readonly string[]).includes(format);

function refuseTooMany(name: string, { width, height }: PixelSize): void {
  if (width * height > failure.MAX_PIXELS) throw failure.tooManyPixels(name, width, height);
}

async function openRaster(bytes: Uint8Array, name: string, format: Exclude<ImageFormat, 'pdf'>): Promise<OpenImage> {
  const header = readHeader(bytes, format);
  if (header === null) throw failure.cutShort(name);
  for (const page of header.pages) {
    if (page.width <= 0 || page.height <= 0) throw failure.undecodable(name, t('it says that it has no pixels'));
    refuseTooMany(name, page);
  }
  const shot = format === 'gif' || format === 'bmp' ? NOTHING_SAID : readShot(bytes);
  const stored = format === 'heic' ? await heicPictures(bytes) : header.pages;
  if (stored.length === 0)
    throw header.isCut ? failure.cutShort(name) : failure.undecodable(name, t('it has no picture'));
  for (const page of stored) refuseTooMany(name, page);
  const orientationOf = (index: number): number => {
    if (format === 'tiff') return (header as TiffHeader).pages[index]?.orientation ?? 1;
    return format === 'heic' ? 1 : shot.orientation;
  };
  return {
    format,
    pages: stored.map((page, index) => uprightSize(page, orientationOf(index))),
    shot,
    isCut: header.isCut,
    page: async (index) => {
      const size = stored[index];
      if (!size) throw failure.noSuchPage(name, index);
      const image = await decode(bytes, format, header, index).catch((error: unknown) => {
        throw header.isCut ? failure.cutShort(name) : reasonOf(error, name);
      });
      return rasterPage(image, uprightSize(size, orientationOf(index)), orientationOf(index), (error) =>
        header.isCut ? failure.cutShort(name) : reasonOf(error, name),
      );
    },
    close: () => undefined,
  };
}

const uprightSize = ({ width, height }: PixelSize, orientation: number): PixelSize =>
  isSideways(orientation) ? { width: height, height: width } : { width, height };

async function decode(
  bytes: Uint8Array,
  format: Exclude<ImageFormat, 'pdf'>,
  header: ImageHeader,
  index: number,
): Promise<mupdf.Image> {
  switch (format) {
    case 'webp':
      return imageOf(await webpPixels(bytes));
    case 'heic':
      return imageOf((await (await heicPictures(bytes))[index]?.pixels()) ?? null);
    case 'tiff': {
      const { pages } = header as TiffHeader;
      const page = pages[index];
      return page ? tiffImage(bytes, header as TiffHeader, page) : new mupdf.Image(bytes);
    }
    default:
      return new mupdf.Image(bytes);
  }
}

function tiffImage(bytes: Uint8Array, header: TiffHeader, page: TiffPage): mupdf.Image {
  const decoder = tiffDecoder(page);
  if (decoder === 'mupdf') return new mupdf.Image(withFirstPage(bytes, header, page));
  const pixels = decoder === 'own' ? tiffPixels(bytes, header, page) : null;
  if (pixels === null) throw new Error(t('it is a rare kind of TIFF'));
  const { DeviceGray, DeviceRGB, DeviceCMYK } = mupdf.ColorSpace;
  const space = { 1: DeviceGray, 3: DeviceRGB, 4: DeviceCMYK }[pixels.channels];
  return imageFrom(space, pixels.width, pixels.height, (target) => target.set(pixels.data));
}

function imageFrom(
  space: mupdf.ColorSpace,
  width: number,
  height: number,
  write: (target: Uint8ClampedArray) => void,
): mupdf.Image {
  const pixmap = new mupdf.Pixmap(space, [0, 0, width, height], false);
  try {
    write(pixmap.getPixels());
    return new mupdf.Image(pixmap);
  } finally {
    pixmap.destroy();
  }
}

/** On white, as paper is. */
function imageOf(pixels: Rgba | null): mupdf.Image {
  if (pixels === null) throw new Error(t('its picture is damaged'));
  const { width, height, data } = pixels;
  return imageFrom(mupdf.ColorSpace.DeviceRGB, width, height, (target) => {
    for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
      const alpha = data[from + 3] ?? 255;
      for (let channel = 0; channel < 3; channel++) {
        const value = data[from + channel] ?? 0;
        target[to + channel] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  });
}

function rasterPage(
  image: mupdf.Image,
  size: PixelSize,
  orientation: number,
  failed: (error: unknown) => Error,
): ImagePage {
  return {
    ...size,
    draw: (target, map) => {
      const device = new mupdf.DrawDevice(mupdf.Matrix.identity, target);
      try {
        device.fillImage(image, [...chain(upright(orientation), map)], 1);
        device.close();
      } catch (error) {
        throw failed(error);
      } finally {
        device.destroy();
      }
    },
    close: () => image.destroy(),
  };
}

function openPdf(bytes: Uint8Array, name: string): OpenImage {
  let document: mupdf.Document;
  let pages: PixelSize[];
  try {
    document = mupdf.Document.openDocument(bytes, 'application/pdf');
    if (document.needsPassword() && document.authenticatePassword('') === 0) throw failure.needsPassword(name);
    pages = Array.from({ length: document.countPages() }, (_, index) => {
      const page = document.loadPage(index);
      try {
        return pixelsOf(page.getBounds());
      } finally {
        page.destroy();
      }
    });
  } catch (error) {
    throw reasonOf(error, name);
  }
  return {
    format: 'pdf',
    pages,
    shot: NOTHING_SAID,
    isCut: false,
    page: async (index) => {
      const size = pages[index];
      if (!size) throw failure.noSuchPage(name, index);
      refuseTooMany(name, size);
      const page = document.loadPage(index);
      const [x0, y0, x1, y1] = page.getBounds();
      return {
        ...size,
        draw: (target, map) => {
          const device = new mupdf.DrawDevice(mupdf.Matrix.identity, target);
          try {
            page.run(device, [...chain(move(-x0, -y0), scale(1 / (x1 - x0), 1 / (y1 - y0)), map)]);
            device.close();
          } catch (error) {
            throw reasonOf(error, name);
          } finally {
            device.destroy();
          }
        },
        close: () => page.destroy(),
      };
    },
    close: () => document.destroy(),
  };
}

const pixelsOf = ([x0, y0, x1, y1]: mupdf.Rect): PixelSize => ({
  width: Math.max(1, Math.round(((x1 - x0) * PDF_DPI) / 72)),
  height: Math.max(1, Math.round(((y1 - y0) * PDF_DPI) / 72)),
});

function reasonOf(error: unknown, name: string): Error {
  if (error instanceof Error && error.name === 'FondsError') return error;
  const message = error instanceof Error ? error.message : String(error);
  return /malloc|memory/i.test(message) ? failure.tooMuchMemory(name) : failure.undecodable(name, message);
}
