/**
 * A text as a bad OCR gives it, with the truth: where every unit of the old text went. Noise comes in the forms that
 * OCR has: letters misread after a table of confusions, letters lost or invented, words split and joined, lines broken
 * elsewhere with hyphens, whole lines lost. Drawn with a seed, so the same on every machine.
 */
import type { Range } from '../../../electron/contract/index.js';
import { drawIndex, drawOne, type RandomSource } from '../search/random.js';
import { furniture, type Print, ratesOf, spacedWords } from './print.js';

export interface Corrupted {
  readonly text: string;
  /**
   * @param start UTF-16 offset in the old text, inclusive; `end` exclusive.
   * @returns where those words are now, from the first unit that is left to the last, without white space, and without
   * dirt at an end where the old words have a letter; null when none is.
   */
  where(start: number, end: number): Range | null;
  /** @returns the share of the units of a range that are left, whether read right or not. */
  left(start: number, end: number): number;
  /** @returns the share of the letters and digits of a range that are read as they are. */
  legible(start: number, end: number): number;
}

/** What is often read for what. Source: the usual confusions of Latin print (long s, rn/m, cl/d, ligatures, digits). */
const CONFUSIONS: readonly (readonly [string, readonly string[]])[] = [
  ['rn', ['m']],
  ['cl', ['d']],
  ['ll', ['U', 'il']],
  ['li', ['h', 'U']],
  ['ri', ['n']],
  ['nn', ['mi', 'rm']],
  ['fi', ['ﬁ', 'h']],
  ['m', ['rn', 'in', 'ni']],
  ['w', ['vv', 'iv']],
  ['d', ['cl', 'il']],
  ['h', ['b', 'li']],
  ['b', ['h', '6']],
  ['e', ['c', 'o', 'é']],
  ['c', ['e', 'o', '(']],
  ['a', ['o', 'u', 's']],
  ['o', ['0', 'c', 'e']],
  ['u', ['n', 'ii', 'v']],
  ['n', ['u', 'ii', 'ri']],
  ['s', ['f', 'ſ', '5']],
  ['f', ['ſ', 't', 'r']],
  ['t', ['r', 'l', 'f']],
  ['r', ['t', 'i', 'v']],
  ['i', ['l', '1', 'j', 'í']],
  ['l', ['1', 'i', 'I', '!']],
  ['v', ['y', 'r']],
  ['y', ['v', 'j']],
  ['g', ['q', '9']],
  ['q', ['g']],
  ['p', ['n', 'y']],
  ['k', ['h', 'lc']],
  ['I', ['l', '1', '|']],
  ['S', ['5', '8']],
  ['O', ['0', 'Q']],
  ['B', ['8', 'R']],
  ['T', ['1', 'F']],
  ['E', ['F', 'B']],
  ['G', ['C', '6']],
  ['1', ['l', 'I']],
  ['0', ['O', 'o']],
  [',', ['.', ';', '']],
  ['.', [',', '·', '']],
];
const MAX_CONFUSION_LENGTH = 3;
const DIRT = ['.', ',', "'", '·', '-', '^', '~', '*', '|'];
const LETTERS = 'etaoinshrdlucmfwyp';

export interface NoiseOptions {
  /** Share of the units that go wrong. */
  readonly rate: number;
  /** Where the lines of the new text break, in units. */
  readonly lineLength: number;
  /** Old print, with its own confusions and errors that come together; without it every unit has the same chance. */
  readonly print?: Print;
}

const confusions = new Map(CONFUSIONS);
/** One page in so many lines, where old print has its furniture. */
const PAGE_LINES = 36;
const HYPHENS = ['-\n'];

/** @param lost ranges of the old text that are left out altogether, in order. */
export function corrupt(
  old: string,
  noise: NoiseOptions,
  random: RandomSource,
  lost: readonly Range[] = [],
): Corrupted {
  const { print, rate, lineLength } = noise;
  const page = new CorruptedText(old, print?.hyphens ?? HYPHENS);
  const gone = lostLines(old, noise, random);
  for (const [start, end] of lost) gone.fill(1, start, end);
  const rates = print ? ratesOf(old.length, rate, lineLength, print, random) : null;
  const spaced = print ? spacedWords(old, random) : null;
  const known = print?.confusions ?? confusions;
  let at = 0;
  while (at < old.length) {
    if (gone[at]) {
      at += 1;
      continue;
    }
    const read = readUnit(old, at, rates?.[at] ?? rate, known, random);
    // A confusion of several letters must not reach into what is left out.
    const length = gone.subarray(at, at + read.length).includes(1) ? 1 : read.length;
    page.write(at, length, spaced?.[at] ? `${read.text} ` : read.text, lineLength, random);
    if (print && old.charAt(at) === ' ' && random() < 1 / ((PAGE_LINES * lineLength) / 6))
      page.insert(furniture(random));
    at += length;
  }
  return page.finish();
}

/** One line in a hundred at a rate of 0.2. */
function lostLines(old: string, { rate, lineLength }: NoiseOptions, random: RandomSource): Uint8Array {
  const gone = new Uint8Array(old.length);
  for (let start = 0; start < old.length; start += lineLength) {
    if (random() < rate / 20) gone.fill(1, start, Math.min(old.length, start + lineLength));
  }
  return gone;
}

function readUnit(
  old: string,
  at: number,
  rate: number,
  known: ReadonlyMap<string, readonly string[]>,
  random: RandomSource,
): { text: string; length: number } {
  const unit = old.charAt(at);
  const whole = old.codePointAt(at) ?? 0;
  if (whole > 0xffff) return { text: String.fromCodePoint(whole), length: 2 };
  if (random() >= rate) return { text: unit, length: 1 };
  if (unit === '\n') return { text: unit, length: 1 };
  // A space that goes wrong joins two words.
  if (unit === ' ') return { text: random() < 0.8 ? '' : `${drawOne(random, DIRT)} `, length: 1 };
  const kind = random();
  if (kind < 0.08) return { text: '', length: 1 };
  if (kind < 0.14) return { text: `${unit} `, length: 1 };
  if (kind < 0.2) return { text: unit + drawOne(random, DIRT), length: 1 };
  if (kind < 0.24) return { text: unit + LETTERS.charAt(drawIndex(random, LETTERS.length)), length: 1 };
  for (let length = MAX_CONFUSION_LENGTH; length > 0; length -= 1) {
    const read = known.get(old.slice(at, at + length));
    if (read) return { text: drawOne(random, read), length };
  }
  return { text: LETTERS.charAt(drawIndex(random, LETTERS.length)), length: 1 };
}

/** The text that comes about, and for every old unit the range it became. */
class CorruptedText {
  #parts: string[] = [];
  #length = 0;
  #column = 0;
  #starts: Int32Array;
  #ends: Int32Array;

  readonly #old: string;
  readonly #hyphens: readonly string[];

  constructor(old: string, hyphens: readonly string[]) {
    this.#old = old;
    this.#hyphens = hyphens;
    this.#starts = new Int32Array(old.length).fill(-1);
    this.#ends = new Int32Array(old.length).fill(-1);
  }

  /** What no unit of the old text became. */
  insert(text: string): void {
    this.#append(text);
  }

  write(at: number, length: number, text: string, lineLength: number, random: RandomSource): void {
    let written = text;
    if (this.#column >= lineLength) {
      if (text === ' ') written = '\n';
      // A long word is broken with a hyphen, as printers do.
      else if (this.#column >= lineLength + 6 && /^\p{L}/u.test(text) && random() < 0.5) {
        this.#append(drawOne(random, this.#hyphens));
      }
    }
    const start = this.#length;
    this.#append(written);
    this.#starts.fill(start, at, at + length);
    this.#ends.fill(this.#length, at, at + length);
  }

  finish(): Corrupted {
    const old = this.#old;
    const starts = this.#starts;
    const ends = this.#ends;
    const isLeft = (at: number) => (starts[at] ?? -1) >= 0 && (ends[at] ?? -1) > (starts[at] ?? -1);
    const text = this.#parts.join('');
    return {
      text,
      where(start, end) {
        let first = start;
        while (first < end && !isLeft(first)) first += 1;
        let last = end - 1;
        while (last >= first && !isLeft(last)) last -= 1;
        if (first > last) return null;
        return trim(text, [starts[first] ?? 0, ends[last] ?? 0], old.slice(start, end));
      },
      left(start, end) {
        let count = 0;
        for (let at = start; at < end; at += 1) if ((starts[at] ?? -1) >= 0) count += 1;
        return count / Math.max(1, end - start);
      },
      legible(start, end) {
        let all = 0;
        let same = 0;
        for (let at = start; at < end; at += 1) {
          if (!/[\p{L}\p{N}]/u.test(old.charAt(at))) continue;
          all += 1;
          // What was invented after a letter does not make it another.
          if (isLeft(at) && text.charAt(starts[at] ?? 0) === old.charAt(at)) same += 1;
        }
        return same / Math.max(1, all);
      },
    };
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    const newline = text.lastIndexOf('\n');
    this.#column = newline < 0 ? this.#column + text.length : text.length - newline - 1;
  }
}

const LETTER = /[\p{L}\p{N}]/u;
const LOOSE = /[\p{P}\p{Z}\p{C}\p{Sk}\p{Sm}]/u;

function trim(text: string, [start, end]: Range, old: string): Range | null {
  const isKept = (at: number, ofOld: string) =>
    LETTER.test(ofOld) ? !LOOSE.test(text.charAt(at)) : /\S/.test(text.charAt(at));
  let first = start;
  while (first < end && !isKept(first, old.charAt(0))) first += 1;
  let last = end;
  while (last > first && !isKept(last - 1, old.charAt(old.length - 1))) last -= 1;
  return first < last ? [first, last] : null;
}
