import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightTable } from '../../../electron/images/adjust.js';
import { type Affine, apply, chain, type Turn, turned, upright } from '../../../electron/images/affine.js';
import { drawPage } from '../../../electron/images/draw-page.js';
import type { Drawn, PageDrawing } from '../../../electron/images/index.js';
import { imageFormatOf } from '../../../electron/images/index.js';
import { openImage } from '../../../electron/images/open-image.js';
import { areCorners, type Corners, project, projectionTo } from '../../../electron/images/straighten.js';
import { jpeg, png, quarterPixels, quartersOf, UPRIGHT } from '../../support/make-images.js';

const WIDTH = 120;
const HEIGHT = 80;
const SHEET = png(WIDTH, HEIGHT, quarterPixels(WIDTH, HEIGHT));

async function draw(drawing: Partial<PageDrawing>, bytes: Uint8Array = SHEET): Promise<Drawn> {
  const image = await openImage(bytes, 'letter');
  const page = await image.page(0);
  try {
    return await drawPage(page, { as: 'rgba', ...drawing });
  } finally {
    page.close();
  }
}
const fraction = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const point = fc.record({ x: fraction, y: fraction });

describe('a drawing of a page', () => {
  it.each([
    [0, UPRIGHT],
    [90, ['blue', 'red', 'white', 'green']],
    [180, ['white', 'blue', 'green', 'red']],
    [270, ['green', 'white', 'red', 'blue']],
  ] as const)('is turned clockwise by %i degrees', async (turn, expected) => {
    const drawn = await draw({ turn });
    expect(quartersOf(drawn)).toEqual(expected);
    const isSideways = turn === 90 || turn === 270;
    expect([drawn.width, drawn.height]).toEqual(isSideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
  });

  it('fits its longer side, keeps its shape, and is never larger than the page', async () => {
    expect(await draw({ fit: 60 })).toMatchObject({ width: 60, height: 40 });
    expect(await draw({ fit: 60, turn: 90 })).toMatchObject({ width: 40, height: 60 });
    expect(await draw({ fit: 5_000 })).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(await draw({ fit: 1 })).toMatchObject({ width: 1, height: 1 });
  });

  it('shows what was cut out, and the same of it when it is turned', async () => {
    const crop = { left: 0.5, top: 0.5, right: 1, bottom: 1 };
    for (const turn of [0, 90, 180, 270] as const) {
      const { bytes, width, height } = await draw({ crop, turn });
      expect([width, height].toSorted((a, b) => a - b)).toEqual([40, 60]);
      expect(bytes.every((value) => value === 255)).toBe(true);
    }
  });

  it.each([
    { left: 0.5, top: 0, right: 0.5, bottom: 1 },
    { left: -0.1, top: 0, right: 0.5, bottom: 1 },
    { left: 0, top: 0, right: 1, bottom: Number.NaN },
  ])('is refused when it would show nothing (%#)', async (crop) => {
    await expect(draw({ crop })).rejects.toThrow(RangeError);
  });

  it('is lit and inverted, and left as it is when nothing is asked', async () => {
    expect(quartersOf(await draw({ isInverted: true }))[3]).toBe('black');
    const { bytes } = await draw({ brightness: -100 });
    expect(bytes.every((value, index) => value === (index % 4 === 3 ? 255 : 0))).toBe(true);
    expect(lightTable({ brightness: 0, contrast: 0, isInverted: false })).toBeNull();
  });

  it('is written as JPEG, PNG and WebP, or as pixels', async () => {
    for (const as of ['jpeg', 'png', 'webp'] as const) {
      const { bytes } = await draw({ as });
      expect(imageFormatOf(bytes)).toBe(as);
      expect(quartersOf(await draw({}, bytes))).toEqual(UPRIGHT);
    }
    const grey = await draw({ as: 'grey' });
    expect(grey.bytes).toHaveLength(WIDTH * HEIGHT);
    expect(grey.bytes[WIDTH * HEIGHT - 1]).toBe(255);
    // The first quarter is red: darker than the white one.
    expect(grey.bytes[0]).toBeLessThan(160);
  });

  it('of a large photograph is small, and of the same picture', async () => {
    const photograph = jpeg(3_000, 2_000, quarterPixels(3_000, 2_000));
    const drawn = await draw({ fit: 256 }, photograph);
    expect([drawn.width, drawn.height]).toEqual([256, 171]);
    expect(quartersOf(drawn)).toEqual(UPRIGHT);
  });
});

describe('light', () => {
  it('never makes a darker value lighter than a lighter one, and inverting reverses that', () => {
    const percent = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(percent, percent, (brightness, contrast) => {
        const table = lightTable({ brightness, contrast }) ?? Uint8Array.from({ length: 256 }, (_, value) => value);
        const inverted = lightTable({ brightness, contrast, isInverted: true });
        for (let value = 1; value < 256; value++) {
          expect(table[value]).toBeGreaterThanOrEqual(table[value - 1] ?? 0);
          expect(inverted?.[value]).toBe(255 - (table[value] ?? 0));
        }
      }),
    );
  });
});

describe('the geometry of a page', () => {
  const isClose = (map: Affine, other: Affine) =>
    map.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 1e-9);
  const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

  it('comes back when a page is turned all around, by whatever steps', () => {
    const steps: Record<Turn, readonly Turn[]> = {
      0: [0],
      90: [90, 90, 90, 90],
      180: [180, 180],
      270: [270, 270, 270, 270],
    };
    fc.assert(
      fc.property(
        fc.constantFrom<Turn>(0, 90, 180, 270),
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (turn, width, height) => {
          let [wide, high] = [width, height];
          const maps = steps[turn].map((step) => {
            const map = turned(step, wide, high);
            if (step === 90 || step === 270) [wide, high] = [high, wide];
            return map;
          });
          expect(isClose(chain(...maps), IDENTITY)).toBe(true);
        },
      ),
    );
  });

  it('keeps the unit square the unit square, and no two orientations are the same', () => {
    const corners = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })));
    const seen = new Set<string>();
    for (let orientation = 1; orientation <= 8; orientation++) {
      const mapped = corners.map((corner) => apply(upright(orientation), corner));
      expect(new Set(mapped.map(({ x, y }) => `${x + 0} ${y + 0}`)).size).toBe(4);
      expect(mapped.every(({ x, y }) => [0, 1].includes(x + 0) && [0, 1].includes(y + 0))).toBe(true);
      seen.add(JSON.stringify(mapped));
    }
    expect(seen.size).toBe(8);
    for (const nonsense of [0, 9, -1, Number.NaN]) expect(upright(nonsense)).toEqual(IDENTITY);
  });
});

describe('straightening', () => {
  const corners: fc.Arbitrary<Corners> = fc
    .record({ topLeft: point, topRight: point, bottomRight: point, bottomLeft: point })
    .filter(areCorners);

  it('leads each corner of a rectangle to its own, and lines to lines', () => {
    fc.assert(
      fc.property(corners, fraction, (given, along) => {
        const projection = projectionTo(given);
        const near = (a: { x: number; y: number }, b: { x: number; y: number }) =>
          Math.hypot(a.x - b.x, a.y - b.y) < 1e-6;
        expect(near(project(projection, { x: 0, y: 0 }), given.topLeft)).toBe(true);
        expect(near(project(projection, { x: 1, y: 0 }), given.topRight)).toBe(true);
        expect(near(project(projection, { x: 1, y: 1 }), given.bottomRight)).toBe(true);
        expect(near(project(projection, { x: 0, y: 1 }), given.bottomLeft)).toBe(true);
        const { x, y } = project(projection, { x: along, y: 0 });
        const { topLeft: a, topRight: b } = given;
        expect(Math.abs((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x))).toBeLessThan(1e-6);
      }),
    );
  });

  it('of corners that are a rectangle already is a crop', async () => {
    const crop = { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 };
    const rectangle = {
      topLeft: { x: 0.25, y: 0.25 },
      topRight: { x: 0.75, y: 0.25 },
      bottomRight: { x: 0.75, y: 0.75 },
      bottomLeft: { x: 0.25, y: 0.75 },
    };
    for (const turn of [0, 90] as const) {
      const cut = await draw({ crop, turn });
      const straight = await draw({ corners: rectangle, turn });
      expect([straight.width, straight.height]).toEqual([cut.width, cut.height]);
      expect(quartersOf(straight)).toEqual(quartersOf(cut));
    }
  });

  it('makes a sheet that lies aslant straight', async () => {
    // A diamond: its corners are the middles of the sides of the page, so each of its quarters has all four colours' meeting
    // point in the middle, and red lies at its left and top.
    const drawn = await draw({
      corners: {
        topLeft: { x: 0.5, y: 0 },
        topRight: { x: 1, y: 0.5 },
        bottomRight: { x: 0.5, y: 1 },
        bottomLeft: { x: 0, y: 0.5 },
      },
    });
    const at = (x: number, y: number) => {
      const from = (Math.floor(y * drawn.height) * drawn.width + Math.floor(x * drawn.width)) * 4;
      return [...drawn.bytes.subarray(from, from + 3)];
    };
    expect(at(0.5, 0.06)).toEqual([0, 255, 0]);
    expect(at(0.94, 0.5)).toEqual([255, 255, 255]);
    expect(at(0.5, 0.94)).toEqual([0, 0, 255]);
    expect(at(0.06, 0.5)).toEqual([255, 0, 0]);
  });

  it.each([
    [
      'crossed',
      { topLeft: { x: 0, y: 0 }, topRight: { x: 1, y: 1 }, bottomRight: { x: 1, y: 0 }, bottomLeft: { x: 0, y: 1 } },
    ],
    [
      'the other way round',
      { topLeft: { x: 1, y: 0 }, topRight: { x: 0, y: 0 }, bottomRight: { x: 0, y: 1 }, bottomLeft: { x: 1, y: 1 } },
    ],
    [
      'far away',
      { topLeft: { x: 0, y: 0 }, topRight: { x: 9, y: 0 }, bottomRight: { x: 9, y: 9 }, bottomLeft: { x: 0, y: 9 } },
    ],
    [
      'no numbers',
      {
        topLeft: { x: Number.NaN, y: 0 },
        topRight: { x: 1, y: 0 },
        bottomRight: { x: 1, y: 1 },
        bottomLeft: { x: 0, y: 1 },
      },
    ],
  ])('refuses corners that are %s', async (_, given) => {
    await expect(draw({ corners: given })).rejects.toThrow(RangeError);
  });
});
