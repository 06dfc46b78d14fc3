/** Reads the outlines of a TrueType font, so that tests draw letters without a program that draws. */
import { readFileSync } from 'node:fs';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** Closed polygons, in units of the em, y upwards. */
export type Outline = readonly (readonly (readonly [number, number])[])[];

export interface FontOutlines {
  /** @returns the width and the outline of a character; those of the missing glyph when the font has none. */
  glyph(character: string): { readonly advance: number; readonly outline: Outline };
}

const STEPS = 6;

export function readFont(path: string): FontOutlines {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    tables.set(file.toString('latin1', entry, entry + 4), view.getUint32(entry + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${path} has no table ${name}.`);
    return at;
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const isLong = view.getInt16(table('head') + 50) === 1;
  const metrics = view.getUint16(table('hhea') + 34);
  const glyphOf = readCharacters(view, table('cmap'));
  const offset = (glyph: number) =>
    isLong ? view.getUint32(table('loca') + glyph * 4) : view.getUint16(table('loca') + glyph * 2) * 2;

  const contours = (glyph: number, depth = 0): Point[][] => {
    const start = table('glyf') + offset(glyph);
    if (offset(glyph + 1) === offset(glyph) || depth > 4) return [];
    const count = view.getInt16(start);
    return count >= 0 ? simple(view, start, count) : composite(view, start, (part) => contours(part, depth + 1));
  };
  const known = new Map<string, { advance: number; outline: Outline }>();
  return {
    glyph: (character) => {
      const before = known.get(character);
      if (before) return before;
      const glyph = glyphOf(character.codePointAt(0) ?? 0);
      const advance = view.getUint16(table('hmtx') + Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
      const outline = contours(glyph).map((contour) => flatten(contour, unitsPerEm));
      known.set(character, { advance, outline });
      return { advance, outline };
    },
  };
}

/** The subtable of format 4, which is that of the basic multilingual plane. */
function readCharacters(view: DataView, cmap: number): (codePoint: number) => number {
  let subtable = 0;
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) === 4) subtable = at;
  }
  if (subtable === 0) throw new Error('The font has no table of characters of format 4.');
  const segments = view.getUint16(subtable + 6) / 2;
  const ends = subtable + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    for (let index = 0; index < segments; index += 1) {
      if (view.getUint16(ends + index * 2) < codePoint) continue;
      const start = view.getUint16(starts + index * 2);
      if (start > codePoint) return 0;
      const range = view.getUint16(ranges + index * 2);
      const delta = view.getUint16(deltas + index * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + index * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function simple(view: DataView, start: number, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(start + 10 + index * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = start + 10 + count * 2;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & 8) for (let left = view.getUint8(at++); left > 0; left -= 1) flags.push(flag);
  }
  const coordinates = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  let first = 0;
  return ends.map((end) => {
    const contour: Point[] = [];
    for (let index = first; index <= end; index += 1) {
      contour.push({ x: xs[index] ?? 0, y: ys[index] ?? 0, isOn: ((flags[index] ?? 0) & 1) === 1 });
    }
    first = end + 1;
    return contour;
  });
}

function composite(view: DataView, start: number, part: (glyph: number) => Point[][]): Point[][] {
  const contours: Point[][] = [];
  let at = start + 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    const isWide = flags & 1;
    const dx = isWide ? view.getInt16(at) : view.getInt8(at);
    const dy = isWide ? view.getInt16(at + 2) : view.getInt8(at + 1);
    at += isWide ? 4 : 2;
    let [a, b, c, d] = [1, 0, 0, 1];
    const fixed = () => {
      at += 2;
      return view.getInt16(at - 2) / 16_384;
    };
    if (flags & 8) a = d = fixed();
    else if (flags & 0x40) [a, d] = [fixed(), fixed()];
    else if (flags & 0x80) [a, b, c, d] = [fixed(), fixed(), fixed(), fixed()];
    for (const contour of part(glyph)) {
      contours.push(contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn })));
    }
  } while (flags & 0x20);
  return contours;
}

/** Quadratic curves as short lines. */
function flatten(contour: readonly Point[], unitsPerEm: number): [number, number][] {
  const full: Point[] = [];
  for (const [index, point] of contour.entries()) {
    const before = contour[(index + contour.length - 1) % contour.length] as Point;
    if (!before.isOn && !point.isOn)
      full.push({ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2, isOn: true });
    full.push(point);
  }
  const first = full.findIndex(({ isOn }) => isOn);
  const ordered = [...full.slice(first), ...full.slice(0, first + 1)];
  const line: [number, number][] = [];
  for (let index = 0; index < ordered.length; index += 1) {
    const point = ordered[index] as Point;
    if (point.isOn) {
      line.push([point.x / unitsPerEm, point.y / unitsPerEm]);
      continue;
    }
    const from = ordered[index - 1] as Point;
    const to = ordered[index + 1] as Point;
    for (let step = 1; step < STEPS; step += 1) {
      const t = step / STEPS;
      const mix = (one: number, middle: number, other: number) =>
        ((1 - t) ** 2 * one + 2 * t * (1 - t) * middle + t ** 2 * other) / unitsPerEm;
      line.push([mix(from.x, point.x, to.x), mix(from.y, point.y, to.y)]);
    }
  }
  return line;
}
