import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenLight, lightRange } from '../../../electron/ocr/image/even-light.js';
import { findPage } from '../../../electron/ocr/image/find-page.js';
import { checkImage, type GreyImage, shrink } from '../../../electron/ocr/image/grey-image.js';
import {
  compose,
  homographyBetween,
  mapPoint,
  type Quadrilateral,
  quarterTurn,
  turned,
} from '../../../electron/ocr/image/homography.js';
import { after, boxToOriginal, toOriginal, untouched } from '../../../electron/ocr/image/page-transform.js';
import { preparePage } from '../../../electron/ocr/image/prepare-page.js';
import { resample } from '../../../electron/ocr/image/resample.js';
import { darkestAround, lightestAround, meanAround } from '../../../electron/ocr/image/windows.js';
import { drawPage } from '../../support/drawn-page.js';
import { homographyInverse } from '../../support/homography-inverse.js';
import { photograph } from '../../support/photographed-page.js';

const painted = (width: number, height: number, at: (x: number, y: number) => number): GreyImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width))),
});
const drawn = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat(255)))
  .map(([width, height, values]) => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height }, () => values.next().value as number),
  }));

/** All pixels of the square around each, one by one. */
const around = ({ width, height, data }: GreyImage, radius: number, of: (values: number[]) => number) =>
  painted(width, height, (x, y) => {
    const values: number[] = [];
    for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v += 1) {
      for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u += 1) {
        values.push(data[v * width + u] as number);
      }
    }
    return of(values);
  });

describe('what lies around a pixel', () => {
  it('is what a search of the whole square finds', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 5 }), (image, radius) => {
        expect(lightestAround(image, radius)).toEqual(around(image, radius, (values) => Math.max(...values)));
        expect(darkestAround(image, radius)).toEqual(around(image, radius, (values) => Math.min(...values)));
        const mean = around(image, radius, (values) => values.reduce((sum, one) => sum + one, 0) / values.length);
        for (const [index, value] of meanAround(image, radius).data.entries()) {
          expect(Math.abs(value - (mean.data[index] as number))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('of a shrunk image is the mean of its pixels', () => {
    const image = painted(5, 4, (x, y) => x * 10 + y * 40);
    expect(shrink(image, 2)).toEqual(painted(2, 2, (x, y) => 25 + x * 20 + y * 80));
    expect(shrink(image, 9)).toMatchObject({ width: 1, height: 1 });
  });
});

describe('a map of the page', () => {
  const corners: Quadrilateral = [
    [12, 7],
    [90, 15],
    [80, 130],
    [5, 110],
  ];
  const sheet: Quadrilateral = [
    [0, 0],
    [100, 0],
    [100, 150],
    [0, 150],
  ];

  it('takes each corner of the sheet to that of the page, and back', () => {
    const map = homographyBetween(sheet, corners);
    if (!map) throw new Error('There is a map.');
    for (const [index, corner] of sheet.entries()) {
      const [x, y] = mapPoint(map, corner);
      expect(x).toBeCloseTo(corners[index]?.[0] ?? 0, 6);
      expect(y).toBeCloseTo(corners[index]?.[1] ?? 0, 6);
      const [backX, backY] = mapPoint(homographyInverse(map), [x, y]);
      expect(backX).toBeCloseTo(corner[0], 6);
      expect(backY).toBeCloseTo(corner[1], 6);
    }
  });

  it('is none when corners lie on one line', () => {
    expect(homographyBetween(sheet, [corners[0], corners[0], corners[0], corners[0]])).toBeNull();
  });

  it('of a quarter turn moves each pixel whole', () => {
    const image = painted(3, 2, (x, y) => x * 10 + y * 100);
    const turn = (degrees: 90 | 180 | 270) =>
      resample(image, after(untouched(image), quarterTurn(degrees, image.width, image.height)));
    // Lying turned clockwise by 90 degrees, its left edge is what should be the top.
    expect(turn(90)).toEqual(painted(2, 3, (x, y) => image.data[(1 - x) * 3 + y] as number));
    expect(turn(180)).toEqual(painted(3, 2, (x, y) => image.data[(1 - y) * 3 + 2 - x] as number));
    expect(turn(270)).toEqual(painted(2, 3, (x, y) => image.data[x * 3 + 2 - y] as number));
  });

  it('of any turns leads back to where a point was', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.nat(300), fc.nat(200), (radians, x, y) => {
        const { map } = turned(radians, 300, 200);
        const there = mapPoint(homographyInverse(map), [x, y]);
        const back = mapPoint(compose(map, [1, 0, 0, 0, 1, 0, 0, 0, 1]), there);
        expect(back[0]).toBeCloseTo(x, 6);
        expect(back[1]).toBeCloseTo(y, 6);
      }),
    );
  });

  it('gives boxes of whole pixels within the image, whatever the map', () => {
    const wild = { width: 10, height: 10, map: [1e9, 0, 0, 0, 0, 0, 0, 0, 0] as const, curve: null };
    expect(boxToOriginal(wild, { left: 0, top: 0, right: 5, bottom: 5 }, 40, 30)).toEqual({
      left: 0,
      top: 0,
      right: 1,
      bottom: 1,
    });
  });
});

describe('light', () => {
  it('across a page is made even, and letters stay dark', () => {
    const shaded = painted(400, 300, (x, y) => {
      const paper = 240 - (x * 150) / 400;
      return x % 24 < 3 && y % 24 < 12 ? paper * 0.3 : paper;
    });
    expect(lightRange(shaded)).toBeGreaterThan(100);
    const even = evenLight(shaded);
    const at = (x: number, y: number) => even.data[y * 400 + x] as number;
    for (const x of [39, 111, 207, 303, 375]) {
      expect(at(x, 140)).toBeGreaterThan(225);
      expect(at(x - (x % 24) + 1, 148)).toBeLessThan(110);
    }
  });
});

const LAYOUT = { widthPx: 620, heightPx: 877, sizePx: 18, marginPx: 60, font: 'DejaVuSans' } as const;
const PARAGRAPHS = Array.from({ length: 9 }, () =>
  'The council met again in the upper room and read the minutes of May. '.repeat(4),
);
const CAMERA = { lean: 15, sideways: 6, turn: 2, gutter: 0.05, shadow: 0.5, table: 60 };

describe('a photograph', () => {
  const page = drawPage(PARAGRAPHS, LAYOUT);

  it('shows its page: four corners, near where they were photographed', () => {
    const corners = findPage(photograph({ ...page, data: page.data }, { ...CAMERA, gutter: 0, shadow: 0.3 }));
    expect(corners).not.toBeNull();
    // A page that leans back is narrower at its foot.
    const [[left, top], [right], [footRight, foot], [footLeft]] = corners ?? [[0, 0], [0], [0, 0], [0]];
    expect((right ?? 0) - (left ?? 0)).toBeGreaterThan((footRight ?? 0) - (footLeft ?? 0));
    expect(top).toBeLessThan(120);
    expect(foot).toBeGreaterThan(700);
  });

  it('is none when it is a scan, which stays as it is to the pixel', () => {
    const prepared = preparePage(page, 'auto');
    expect(prepared.isPhotograph).toBe(false);
    expect(prepared.image).toBe(page);
  });

  it('has straight lines afterwards: rows between lines are empty again', () => {
    const emptyRows = (image: GreyImage) => {
      let empty = 0;
      // The edge of a page may lie in the frame.
      const [from, to] = [Math.round(image.width * 0.15), Math.round(image.width * 0.85)];
      for (let y = 0; y < image.height; y += 1) {
        const row = image.data.subarray(y * image.width + from, y * image.width + to);
        if (row.every((value) => value > 140)) empty += 1;
      }
      return empty / image.height;
    };
    const shot = photograph(page, CAMERA);
    const prepared = preparePage(shot, 'auto');
    expect(prepared.isPhotograph).toBe(true);
    const [bent, straight, drawnRows] = [evenLight(shot), prepared.image, page].map(emptyRows) as [
      number,
      number,
      number,
    ];
    expect(straight).toBeGreaterThan(drawnRows * 0.75);
    expect(straight).toBeGreaterThan(bent * 1.5);
  });

  it('keeps the way back: what is dark on the straightened page is dark in the photograph', () => {
    const shot = photograph(page, CAMERA);
    const { image, transform } = preparePage(shot, 'photograph');
    let [dark, found] = [0, 0];
    for (let index = 0; index < image.data.length; index += 7) {
      if ((image.data[index] as number) > 90) continue;
      const [x, y] = toOriginal(transform, [(index % image.width) + 0.5, Math.floor(index / image.width) + 0.5]);
      const value = shot.data[Math.floor(y) * shot.width + Math.floor(x)] ?? 255;
      dark += 1;
      if (value < 140) found += 1;
    }
    expect(dark).toBeGreaterThan(500);
    expect(found / dark).toBeGreaterThan(0.97);
  });

  it('of nothing, of noise, of one pixel is prepared without a fault', () => {
    for (const image of [
      painted(1, 1, () => 0),
      painted(300, 5, () => 255),
      painted(64, 64, (x, y) => (x * y * 7) % 256),
    ]) {
      for (const kind of ['auto', 'photograph'] as const) {
        expect(() => checkImage(preparePage(image, kind).image)).not.toThrow();
      }
    }
  });
});

it('an image whose bytes are not as many as its sides say is refused', () => {
  for (const [width, height, bytes] of [
    [2, 2, 3],
    [0, 5, 0],
    [2.5, 2, 5],
    [40_000, 1, 40_000],
  ] as const) {
    expect(() => checkImage({ width, height, data: new Uint8Array(bytes) })).toThrow(RangeError);
  }
});
