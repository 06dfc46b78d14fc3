/** Draws pages of text as grey pixels, with the text that they show, for tests and the bench of OCR. */
import { createRequire } from 'node:module';
import { drawIndex, type RandomSource } from '../bench/search/random.js';
import { type FontOutlines, type Outline, readFont } from './font-outlines.js';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row; 0 is black. */
  readonly data: Uint8Array;
}

export interface DrawnPage extends Pixels {
  /** What stands on the page, line by line, paragraphs parted by an empty line. */
  readonly text: string;
}

export interface PageLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the letters, in pixels of the em. */
  readonly sizePx: number;
  readonly marginPx: number;
  readonly columns?: number;
  readonly font?: 'DejaVuSerif' | 'DejaVuSans' | 'SourceSerif';
}

const FILES = {
  DejaVuSerif: 'dejavu-fonts-ttf/ttf/DejaVuSerif.ttf',
  DejaVuSans: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  SourceSerif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
} as const;
const find = createRequire(import.meta.url).resolve;
const LEADING = 1.4;
const ROWS = 4;
const fonts = new Map<string, FontOutlines>();

const fontOf = (name: keyof typeof FILES): FontOutlines => {
  const font = fonts.get(name) ?? readFont(find(FILES[name]));
  fonts.set(name, font);
  return font;
};

/** Lays paragraphs out in columns; what finds no room is left out, and the text says so by ending earlier. */
export function drawPage(paragraphs: readonly string[], layout: PageLayout): DrawnPage {
  const { widthPx, heightPx, sizePx, marginPx, columns = 1, font: name = 'DejaVuSerif' } = layout;
  const font = fontOf(name);
  const gap = sizePx * 2;
  const columnPx = (widthPx - 2 * marginPx - gap * (columns - 1)) / columns;
  const ink = new Float32Array(widthPx * heightPx);
  const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + font.glyph(letter).advance * sizePx, 0);
  const blank = widthOf(' ');
  let column = 0;
  let y = marginPx + sizePx;
  const written: string[] = [];
  const drawLine = (words: readonly string[], isLast: boolean): boolean => {
    if (y > heightPx - marginPx) {
      column += 1;
      y = marginPx + sizePx;
    }
    if (column >= columns) return false;
    let x = marginPx + column * (columnPx + gap);
    const natural = words.reduce((sum, word) => sum + widthOf(word), 0);
    const between = isLast || words.length < 2 ? blank : (columnPx - natural) / (words.length - 1);
    for (const word of words) {
      for (const letter of word) {
        const { advance, outline } = font.glyph(letter);
        fill({ width: widthPx, height: heightPx, ink }, outline, x, y, sizePx);
        x += advance * sizePx;
      }
      x += between;
    }
    written.push(words.join(' '));
    y += sizePx * LEADING;
    return true;
  };
  for (const paragraph of paragraphs) {
    let line: string[] = [];
    let length = 0;
    let hasRoom = true;
    for (const word of paragraph.split(/\s+/)) {
      const width = widthOf(word);
      if (line.length > 0 && length + width > columnPx) {
        hasRoom = drawLine(line, false);
        if (!hasRoom) break;
        line = [];
        length = 0;
      }
      line.push(word);
      length += width + blank;
    }
    if (!hasRoom || !drawLine(line, true)) break;
    written.push('');
    y += sizePx * 0.7;
  }
  const data = new Uint8Array(ink.length);
  for (let index = 0; index < data.length; index += 1) data[index] = 255 - 225 * Math.min(1, ink[index] as number);
  return { width: widthPx, height: heightPx, data, text: written.join('\n').trim() };
}

/** Grains of light and dark, as a scanner adds them. @param strength standard deviation, of 255. */
export function addNoise({ width, height, data }: Pixels, strength: number, random: RandomSource): Pixels {
  const noisy = new Uint8Array(data.length);
  // Chance is drawn once and gone through from a place of chance in each row: a page has millions of pixels.
  const grains = Float32Array.from({ length: 65_521 }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return normal * strength;
  });
  for (let y = 0; y < height; y += 1) {
    let at = drawIndex(random, grains.length);
    for (let index = y * width; index < (y + 1) * width; index += 1) {
      noisy[index] = Math.max(0, Math.min(255, (data[index] as number) + (grains[at] as number)));
      at = at + 1 === grains.length ? 0 : at + 1;
    }
  }
  return { width, height, data: noisy };
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

/** Adds a filled outline to the ink, by the rule of non-zero winding, with soft edges. */
function fill({ width, height, ink }: Sheet, outline: Outline, x: number, y: number, size: number): void {
  const edges: { x0: number; y0: number; x1: number; y1: number; turn: number }[] = [];
  let top = Infinity;
  let foot = -Infinity;
  for (const contour of outline) {
    for (let index = 0; index < contour.length; index += 1) {
      const [ax, ay] = contour[index] as [number, number];
      const [bx, by] = contour[(index + 1) % contour.length] as [number, number];
      const [x0, y0, x1, y1] = [x + ax * size, y - ay * size, x + bx * size, y - by * size];
      top = Math.min(top, y0);
      foot = Math.max(foot, y0);
      if (y0 < y1) edges.push({ x0, y0, x1, y1, turn: 1 });
      else if (y0 > y1) edges.push({ x0: x1, y0: y1, x1: x0, y1: y0, turn: -1 });
    }
  }
  for (let row = Math.max(0, Math.floor(top)); row <= Math.min(height - 1, Math.floor(foot)); row += 1) {
    for (let part = 0; part < ROWS; part += 1) {
      const level = row + (part + 0.5) / ROWS;
      const crossings = edges
        .filter(({ y0, y1 }) => y0 <= level && level < y1)
        .map(({ x0, y0, x1, y1, turn }) => ({ at: x0 + ((level - y0) / (y1 - y0)) * (x1 - x0), turn }))
        .sort((one, other) => one.at - other.at);
      let winding = 0;
      for (let index = 0; index < crossings.length; index += 1) {
        const { at, turn } = crossings[index] as { at: number; turn: number };
        if (winding !== 0) cover(ink, row * width, width, (crossings[index - 1] as { at: number }).at, at);
        winding += turn;
      }
    }
  }
}

function cover(ink: Float32Array, row: number, width: number, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, to); x += 1) {
    const share = Math.min(x + 1, to) - Math.max(x, from);
    const at = row + x;
    ink[at] = (ink[at] as number) + share / ROWS;
  }
}
