import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawPage } from '../../../electron/images/draw-page.js';
import { openImage } from '../../../electron/images/open-image.js';
import {
  bmp,
  jpeg,
  png,
  type Quarter,
  quarterPixels,
  quartersOf,
  UPRIGHT,
  withExif,
} from '../../support/make-images.js';
import { makePdf } from '../../support/make-pdf.js';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'images', name)) as Uint8Array;
const WIDTH = 64;
const HEIGHT = 40;
const pixels = quarterPixels(WIDTH, HEIGHT);

async function quarters(bytes: Uint8Array, page = 0): Promise<Quarter[]> {
  const image = await openImage(bytes, 'letter');
  const source = await image.page(page);
  try {
    return quartersOf(await drawPage(source, { as: 'rgba' }));
  } finally {
    source.close();
    image.close();
  }
}

describe('an image', () => {
  it.each([
    ['jpeg', jpeg(WIDTH, HEIGHT, pixels)],
    ['png', png(WIDTH, HEIGHT, pixels)],
    ['bmp', bmp(WIDTH, HEIGHT, pixels)],
    ['gif', fixture('quadrants.gif')],
    ['jp2', fixture('quadrants.jp2')],
    ['webp', fixture('quadrants.webp')],
    ['webp', fixture('lossless.webp')],
    ['heic', fixture('quadrants.heic')],
    ['tiff', fixture('lzw.tif')],
    ['tiff', fixture('jpeg.tif')],
    ['tiff', fixture('ycbcr.tif')],
    // These three MuPDF 1.28 shows wrongly, or refuses.
    ['tiff', fixture('tiled.tif')],
    ['tiff', fixture('deep.tif')],
    ['tiff', fixture('planar.tif')],
  ] as const)('is known by its content, and every pixel is where it was: %s (%#)', async (format, bytes) => {
    const image = await openImage(bytes, 'letter');
    expect(image).toMatchObject({ format, pages: [{ width: WIDTH, height: HEIGHT }], isCut: false });
    expect(await quarters(bytes)).toEqual(UPRIGHT);
  });

  it('is drawn page by page when it has several, each in its own compression', async () => {
    const { pages } = await openImage(fixture('pages.tif'), 'letter');
    expect(pages).toEqual([1, 2, 3].map(() => ({ width: WIDTH, height: HEIGHT })));
    expect(await quarters(fixture('pages.tif'), 0)).toEqual(['white', 'black', 'black', 'white']);
    expect(await quarters(fixture('pages.tif'), 1)).toEqual(UPRIGHT);
    expect(await quarters(fixture('pages.tif'), 2)).toEqual(UPRIGHT);
  });

  it('is drawn from fax compression', async () => {
    expect(await quarters(fixture('g4.tif'))).toEqual(['white', 'black', 'black', 'white']);
  });
});

describe('a page of a PDF', () => {
  /** Over a square of 400 points, 72 from the left and 300 from the foot of a page of 595 by 842. */
  const square = { left: 72 / 595, right: 472 / 595, top: (842 - 700) / 842, bottom: (842 - 300) / 842 };
  const draw = async (entries: string, hex: string) => {
    const bytes = makePdf({ pages: [{ width: WIDTH, height: HEIGHT, entries, hex }] });
    const image = await openImage(bytes, 'scan.pdf');
    expect(image).toMatchObject({ format: 'pdf', pages: [{ width: 2479, height: 3508 }] });
    return quartersOf(await drawPage(await image.page(0), { as: 'rgba', crop: square, fit: 200 }));
  };
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  /** The fax data of the fixture, which begin behind the eight bytes of its header. */
  const fax = () => {
    const file = Buffer.from(fixture('g4.tif'));
    const at = file.readUInt32LE(4);
    const value = (tag: number): number => {
      for (let entry = at + 2; ; entry += 12) if (file.readUInt16LE(entry) === tag) return file.readUInt32LE(entry + 8);
    };
    return file.subarray(value(273), value(273) + (value(279) & 0xffff));
  };

  it('shows its scan: JPEG, JPEG 2000', async () => {
    const rgb = '/ColorSpace /DeviceRGB /BitsPerComponent 8';
    expect(await draw(`${rgb} /Filter /DCTDecode`, hex(jpeg(WIDTH, HEIGHT, pixels)))).toEqual(UPRIGHT);
    expect(await draw('/Filter /JPXDecode', hex(fixture('quadrants.jp2')))).toEqual(UPRIGHT);
  });

  it('shows its scan: JBIG2', async () => {
    // ITU-T T.88: a segment of the page (7.4.8), and one of a region whose bits are coded as fax codes them (7.4.6).
    const long = (value: number) =>
      Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));
    const segment = (number: number, type: number, data: Buffer) =>
      Buffer.concat([long(number), Buffer.from([type, 0, 1]), long(data.length), data]);
    const size = Buffer.concat([long(WIDTH), long(HEIGHT)]);
    const page = Buffer.concat([size, long(0), long(0), Buffer.from([0, 0, 0])]);
    const region = Buffer.concat([size, long(0), long(0), Buffer.from([0, 1]), fax()]);
    const stream = Buffer.concat([segment(0, 48, page), segment(1, 38, region)]);
    const entries = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode';
    expect(await draw(entries, hex(stream))).toEqual(['white', 'black', 'black', 'white']);
  });
});

describe('a photograph', () => {
  const telephone = {
    make: 'Apple',
    model: 'Apple iPhone 15',
    takenAt: '2026:05:01 10:20:30',
    offset: '+02:00',
    latitude: [44, 48, 36, 'N'],
    longitude: [20, 27, 36, 'W'],
  } as const;

  it('says when, where and with what it was made', async () => {
    const { shot } = await openImage(withExif(jpeg(WIDTH, HEIGHT, pixels), telephone), 'IMG_1.jpg');
    expect(shot).toMatchObject({ takenAt: '2026-05-01T10:20:30+02:00', camera: 'Apple iPhone 15' });
    expect(shot.place?.latitude).toBeCloseTo(44.81, 5);
    expect(shot.place?.longitude).toBeCloseTo(-20.46, 5);
  });

  it.each(['0000:00:00 00:00:00', '2026:13:41 10:20:30', 'yesterday'])(
    'has no time when its camera had none: %s',
    async (takenAt) => {
      const { shot } = await openImage(withExif(jpeg(WIDTH, HEIGHT, pixels), { ...telephone, takenAt }), 'IMG_1.jpg');
      expect(shot.takenAt).toBeNull();
    },
  );

  it('has no place when its receiver found none', async () => {
    const nowhere = { latitude: [0, 0, 0, 'N'], longitude: [0, 0, 0, 'E'] } as const;
    const { shot } = await openImage(withExif(jpeg(WIDTH, HEIGHT, pixels), { ...telephone, ...nowhere }), 'IMG_1.jpg');
    expect(shot).toMatchObject({ place: null, camera: 'Apple iPhone 15' });
  });

  // Source: EXIF 2.32, 4.6.4: on which side of what is seen the first row and the first column of the pixels lie.
  it.each([
    [1, 'top', 'left'],
    [2, 'top', 'right'],
    [3, 'bottom', 'right'],
    [4, 'bottom', 'left'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ] as const)(
    'stands upright whichever way the camera was turned: %i, first row %s, first column %s',
    async (orientation, row, column) => {
      const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
      const seenAt = (a: string, b: string): Quarter =>
        UPRIGHT[([a, b].includes('top') ? 0 : 2) + ([a, b].includes('left') ? 0 : 1)] ?? 'other';
      const stored = [
        seenAt(row, column),
        seenAt(row, opposite[column]),
        seenAt(opposite[row], column),
        seenAt(opposite[row], opposite[column]),
      ];
      const isSideways = row === 'left' || row === 'right';
      const [width, height] = isSideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
      const file = withExif(jpeg(width, height, quarterPixels(width, height, stored)), { orientation });
      expect((await openImage(file, 'IMG_1.jpg')).pages).toEqual([{ width: WIDTH, height: HEIGHT }]);
      expect(await quarters(file)).toEqual(UPRIGHT);
    },
  );
});
