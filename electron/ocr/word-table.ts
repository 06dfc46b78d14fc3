/**
 * The words of a page as bytes: about ten a word. What it says of a text is exact; what is no table, or one of a later
 * version, is refused rather than guessed at.
 *
 * Layout: version; then, as numbers of seven bits a byte (LEB128), the width and height of the page and the count of
 * words; then for each word a byte for what it begins and one for its confidence (255: unknown), and as numbers the
 * distance from the end of the word before, the length, left and top as the difference to the word before (zigzag), width
 * and height.
 */
import type { Beginning, PlacedWord } from './page-text.js';

export interface WordTable {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
}

const VERSION = 1;
const BEGINNINGS: readonly Beginning[] = ['word', 'line', 'paragraph', 'block'];
const UNKNOWN = 255;
const GREATEST = 2 ** 31 - 1;
/** Bytes that a word has at least. */
const LEAST_BYTES = 8;

/** @throws RangeError when the words are not in text order, or a number is none that a table holds. */
export function encodeWordTable({ width, height, words }: WordTable): Uint8Array {
  const bytes: number[] = [VERSION];
  const number = (value: number) => {
    if (!Number.isInteger(value) || value < 0 || value > GREATEST)
      throw new RangeError(`A table cannot hold ${value}.`);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  const difference = (value: number) => number(value < 0 ? -2 * value - 1 : 2 * value);
  number(width);
  number(height);
  number(words.length);
  let [end, left, top] = [0, 0, 0];
  for (const { start, end: wordEnd, box, confidence, begins } of words) {
    if (confidence !== null && !(Number.isInteger(confidence) && confidence >= 0 && confidence <= 100)) {
      throw new RangeError(`A confidence is a whole number to 100, not ${confidence}.`);
    }
    bytes.push(BEGINNINGS.indexOf(begins), confidence ?? UNKNOWN);
    number(start - end);
    number(wordEnd - start);
    difference(box.left - left);
    difference(box.top - top);
    number(box.right - box.left);
    number(box.bottom - box.top);
    end = wordEnd;
    left = box.left;
    top = box.top;
  }
  return Uint8Array.from(bytes);
}

/** @throws RangeError when the bytes are no table of words. */
export function decodeWordTable(bytes: Uint8Array): WordTable {
  if (bytes[0] !== VERSION) throw new RangeError(`This is no table of words of version ${VERSION}.`);
  let at = 1;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('The table of words ends too early.');
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const part = byte();
      value += (part & 127) * factor;
      if (value > GREATEST) throw new RangeError('A number of the table of words is too great.');
      if (part < 128) return value;
    }
  };
  const difference = (): number => {
    const value = number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  const width = number();
  const height = number();
  const count = number();
  // A lying count must not make room for what is not there.
  if (count > (bytes.length - at) / LEAST_BYTES) throw new RangeError('The table of words ends too early.');
  const words: PlacedWord[] = [];
  let [end, left, top] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const begins = BEGINNINGS[byte()];
    const confidence = byte();
    if (!begins || (confidence > 100 && confidence !== UNKNOWN)) throw new RangeError('A word of the table is none.');
    const start = end + number();
    end = start + number();
    left += difference();
    top += difference();
    const box = { left, top, right: left + number(), bottom: top + number() };
    words.push({ start, end, box, confidence: confidence === UNKNOWN ? null : confidence, begins });
  }
  if (at !== bytes.length) throw new RangeError('The table of words is followed by something else.');
  return { width, height, words };
}
