/**
 * Decodes the TIFF pages that MuPDF 1.28 shows wrongly without a word, or refuses: differenced values of 16 bits, differenced
 * tiles, and colours in planes of their own (ADR 0054). All others are MuPDF's.
 */
import type { TiffHeader, TiffPage } from './headers/index.js';
import { undoPredictor, unpack } from './tiff-bytes.js';

export interface TiffPixels {
  readonly width: number;
  readonly height: number;
  /** Grey, RGB or CMYK. */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

/** What MuPDF cannot be trusted with; `unknown` is what nobody here decodes. */
export function tiffDecoder({ directory }: TiffPage): 'mupdf' | 'own' | 'unknown' {
  const predictor = directory.first('predictor', 1);
  const compression = directory.first('compression', 1);
  const bits = directory.first('bitsPerSample', 1);
  const isTiled = directory.first('tileWidth', 0) > 0;
  const isPlanar = directory.first('planarConfiguration', 1) === 2 && directory.first('samplesPerPixel', 1) > 1;
  const isJpeg = compression === 6 || compression === 7;
  // A JPEG with a fourth channel comes out white.
  if (isJpeg && directory.all('extraSamples').length > 0) return 'unknown';
  const isDifferenced = predictor !== 1 && [5, 8, 32_946].includes(compression);
  if (!isPlanar && !(isDifferenced && (bits !== 8 || isTiled))) return 'mupdf';
  return (bits === 8 || bits === 16) && predictor <= 2 ? 'own' : 'unknown';
}

/** @returns null for what is not known here. */
export function tiffPixels(bytes: Uint8Array, { order }: TiffHeader, page: TiffPage): TiffPixels | null {
  const { directory, width, height } = page;
  const samples = directory.first('samplesPerPixel', 1);
  const bits = directory.first('bitsPerSample', 1);
  const valueBytes = bits / 8;
  const colours = coloursOf(directory.first('photometric', 1));
  if (colours === null || samples < colours || samples > 8) return null;

  const isTiled = directory.first('tileWidth', 0) > 0;
  const chunkWidth = isTiled ? directory.first('tileWidth', 0) : width;
  const chunkHeight = isTiled
    ? directory.first('tileLength', 0)
    : Math.min(height, directory.first('rowsPerStrip', height));
  if (chunkHeight <= 0 || chunkWidth * chunkHeight > 4 * width * height + 1_048_576) return null;
  const offsets = directory.all(isTiled ? 'tileOffsets' : 'stripOffsets');
  const counts = directory.all(isTiled ? 'tileByteCounts' : 'stripByteCounts');
  const across = Math.ceil(width / chunkWidth);
  const down = Math.ceil(height / chunkHeight);
  const planes = directory.first('planarConfiguration', 1) === 2 ? samples : 1;
  const perChunk = planes === 1 ? samples : 1;
  const rowBytes = chunkWidth * perChunk * valueBytes;
  const isDifferenced = directory.first('predictor', 1) === 2;
  // Of 16 bits the higher eight.
  const high = bits === 16 && order === 'little' ? 1 : 0;
  const values = new Uint8Array(width * height * samples);

  for (let chunk = 0; chunk < across * down * planes; chunk++) {
    const plane = Math.floor(chunk / (across * down));
    const left = (chunk % across) * chunkWidth;
    const top = (Math.floor(chunk / across) % down) * chunkHeight;
    const rows = isTiled ? chunkHeight : Math.min(chunkHeight, height - top);
    const start = offsets[chunk] ?? bytes.length;
    const packed = bytes.subarray(start, start + (counts[chunk] ?? 0));
    const raw = unpack(packed, directory.first('compression', 1), rowBytes * rows);
    if (raw === null) return null;
    if (isDifferenced) undoPredictor(raw, { rowBytes, samples: perChunk, bits, order });
    for (let y = 0; y < Math.min(rows, height - top); y++) {
      for (let x = 0; x < Math.min(chunkWidth, width - left); x++) {
        const to = ((top + y) * width + left + x) * samples + plane;
        const from = y * rowBytes + x * perChunk * valueBytes + high;
        for (let sample = 0; sample < perChunk; sample++) values[to + sample] = raw[from + sample * valueBytes] ?? 0;
      }
    }
  }
  return shown(values, page, samples, colours);
}

/** How many of the samples are colours, by the photometric interpretation. */
function coloursOf(photometric: number): 1 | 3 | 4 | null {
  switch (photometric) {
    case 0:
    case 1:
    case 3:
      return 1;
    case 2:
      return 3;
    case 5:
      return 4;
    default:
      return null;
  }
}

/** Without what is no colour; an alpha that is one lets the white of the paper through. */
function shown(
  values: Uint8Array,
  { directory, width, height }: TiffPage,
  samples: number,
  colours: 1 | 3 | 4,
): TiffPixels {
  const photometric = directory.first('photometric', 1);
  const palette = photometric === 3 ? directory.all('colorMap') : null;
  const channels = palette ? 3 : colours;
  const isAlpha = directory.first('extraSamples', 0) === 2 && colours !== 4;
  const data = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * samples;
    const alpha = isAlpha ? (values[from + colours] ?? 255) : 255;
    for (let channel = 0; channel < channels; channel++) {
      let value = values[from + (palette ? 0 : channel)] ?? 0;
      if (palette) value = (palette[value + (channel * palette.length) / 3] ?? 0) >> 8;
      if (photometric === 0) value = 255 - value;
      data[pixel * channels + channel] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return { width, height, channels, data };
}
