/** What is wrong with an image, in words for a person: what happened, to which file, and what to do. */
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { UnreadFormat } from './image-format.js';

/** More is refused before anything is decoded: some twenty times what a telephone takes, and a map at 600 dpi. */
export const MAX_PIXELS = 400_000_000;
/** A scanned book of a thousand pages is about as large. */
export const MAX_FILE_BYTES = 1_500_000_000;

const FORMAT_NAMES: Record<UnreadFormat, string> = {
  avif: 'AVIF',
  jxl: t('JPEG XL'),
  psd: t('Photoshop'),
  bigtiff: 'BigTIFF',
  djvu: 'DjVu',
  raw: 'RAW',
};

const unreadable = (message: string): FondsError => new FondsError('FILE_UNREADABLE', message);

export const notAnImage = (name: string): FondsError =>
  unreadable(
    t('“{name}” is no image that Fonds reads: JPEG, PNG, TIFF, JPEG 2000, WebP, HEIC, GIF, BMP, or PDF.', { name }),
  );

export const formatUnread = (name: string, format: UnreadFormat): FondsError =>
  unreadable(
    t(
      '“{name}” is an image of the kind {format}, which Fonds does not read. Save it as TIFF, PNG or JPEG in the program it comes from.',
      { name, format: FORMAT_NAMES[format] },
    ),
  );

export const cutShort = (name: string): FondsError =>
  unreadable(t('“{name}” ends before its image does. Copy it again from where it came from.', { name }));

export const undecodable = (name: string, reason: string): FondsError =>
  unreadable(
    t(
      '“{name}” cannot be decoded: {reason}. It may be damaged. Copy it again, or save it as PNG or TIFF in a program that opens it.',
      { name, reason },
    ),
  );

export const tooManyPixels = (name: string, width: number, height: number): FondsError =>
  unreadable(
    t(
      '“{name}” has {width} × {height} pixels. Fonds draws images of up to {limit, number} megapixels. Save a smaller copy, or cut it into parts.',
      { name, width: String(width), height: String(height), limit: MAX_PIXELS / 1_000_000 },
    ),
  );

export const tooLarge = (name: string): FondsError =>
  unreadable(
    t('“{name}” is larger than {limit, number} MB. Split it, or save it with a stronger compression.', {
      name,
      limit: MAX_FILE_BYTES / 1_000_000,
    }),
  );

export const needsPassword = (name: string): FondsError =>
  unreadable(t('“{name}” is locked with a password. Save a copy without one and bring that in.', { name }));

export const noSuchPage = (name: string, page: number): FondsError =>
  new FondsError('NOT_FOUND', t('“{name}” has no page {page, number}.', { name, page: page + 1 }));

export const tooMuchTime = (name: string): FondsError =>
  unreadable(
    t('“{name}” took too long to decode and was stopped. Save it again as PNG or TIFF, or split it into pages.', {
      name,
    }),
  );

export const tooMuchMemory = (name: string): FondsError =>
  unreadable(
    t('“{name}” takes more memory to decode than an image may. Save a smaller copy, or split it into pages.', { name }),
  );
