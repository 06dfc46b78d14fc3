/**
 * Folds text for comparison: lower case, no accents, Cyrillic as Latin, plain quotes and dashes, nothing invisible.
 * Invariant: every folded unit knows the exact source range it came from, so a match in the folded text is a match in
 * the source. Works cluster by cluster (a letter with its marks), so NFC and NFD of a text fold alike.
 */
import type { Range } from '../contract/index.js';
import { foldTable } from './fold-table.js';
import { withoutInvisible } from './invisible.js';

export interface FoldedString {
  readonly text: string;
  /**
   * @param offset in the folded text, 0 to its length.
   * @returns where the cluster behind that offset begins in the source; the source's length for the end.
   * @throws RangeError outside of that (a caller's bug).
   */
  toSource(offset: number): number;
  /**
   * @returns the source range whose clusters made `[start, end)`; empty when that is empty.
   * @throws RangeError when the range is not inside the folded text (a caller's bug).
   */
  rangeToSource(start: number, end: number): Range;
}

/** Folds a whole text. 1 MB takes well under 150 ms; memory is 8 bytes a unit unless the text is plain ASCII. */
export function fold(source: string): FoldedString {
  return isAscii(source) ? identity(source) : mapOf(source).finish(source.length);
}

/** Folded units, each with the source range of the cluster it came from. */
export interface FoldedUnits {
  readonly units: Uint16Array;
  /** UTF-16 offset in the source, inclusive. */
  readonly starts: Uint32Array;
  /** UTF-16 offset in the source, exclusive. */
  readonly ends: Uint32Array;
}

/** As `fold`, for those that go through every unit. @returns views, not copies. */
export const foldUnits = (source: string): FoldedUnits => mapOf(source).views();

function mapOf(source: string): FoldedTextBuilder {
  const map = new FoldedTextBuilder(source.length);
  const length = source.length;
  let at = 0;
  while (at < length) {
    const plainEnd = map.pushPlain(source, at);
    if (plainEnd === length) break;
    at = plainEnd;
    const end = clusterEnd(source, at);
    const folded = foldCluster(source.slice(at, end));
    for (let index = 0; index < folded.length; index += 1) map.push(folded.charCodeAt(index), at, end);
    at = end;
  }
  return map;
}

/** The folded form of a word or a name when no offsets are needed. `foldWord(w) === fold(w).text`. */
export function foldWord(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  let folded = '';
  for (let at = 0; at < word.length; ) {
    const end = clusterEnd(word, at);
    folded += foldCluster(word.slice(at, end));
    at = end;
  }
  return folded;
}

const NON_ASCII = /[^\0-\x7f]/;
const isAscii = (text: string) => !NON_ASCII.test(text);
const MARK = /^\p{M}$/u;

/** End of the code point at `at` with the marks that follow it. */
function clusterEnd(source: string, at: number): number {
  let end = at + unitsAt(source, at);
  while (end < source.length && source.charCodeAt(end) >= 0x300) {
    const units = unitsAt(source, end);
    if (!isMark(source.slice(end, end + units))) break;
    end += units;
  }
  return end;
}

const unitsAt = (source: string, at: number) => ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

// Distinct letters of a text are few; a hostile text with endless distinct clusters must not grow the caches.
const CACHE_LIMIT = 20_000;
const marks = new Map<string, boolean>();
const clusters = new Map<string, string>();

function cached<V>(cache: Map<string, V>, key: string, make: (key: string) => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const value = make(key);
  cache.set(key, value);
  return value;
}

const isMark = (character: string) => cached(marks, character, (key) => MARK.test(key));
// Long clusters (a tower of marks) are folded each time rather than kept.
const foldCluster = (cluster: string) =>
  cluster.length > 16 ? foldNewCluster(cluster) : cached(clusters, cluster, foldNewCluster);

/** Marks that only colour a letter. Vowel signs of Indic and Thai and the kana voicing marks make another letter. */
const COLOURING =
  /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

function foldNewCluster(cluster: string): string {
  const composed = withoutInvisible(cluster).normalize('NFC').toLowerCase().normalize('NFC');
  let folded = '';
  for (const letter of composed) {
    const known = foldTable.get(letter);
    if (known !== undefined) {
      folded += known;
      continue;
    }
    const plain = withoutInvisible(letter.normalize('NFKD').toLowerCase().replace(COLOURING, ''));
    for (const part of plain) folded += foldTable.get(part) ?? part;
  }
  return folded;
}

/** Folded units with the source range of each, grown as needed: some letters fold to several units. */
class FoldedTextBuilder {
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  constructor(expected: number) {
    const capacity = expected + (expected >> 3) + 16;
    this.#units = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /**
   * ASCII from `at` on, as far as no mark follows: most of most texts, so it is done in one loop.
   * @returns where that ends in the source.
   */
  pushPlain(source: string, at: number): number {
    while (this.#length + source.length - at > this.#units.length) this.#grow();
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends];
    let length = this.#length;
    let place = at;
    let unit = source.charCodeAt(place);
    while (unit < 0x80) {
      const next = place + 1 < source.length ? source.charCodeAt(place + 1) : 0;
      if (next >= 0x300) break;
      units[length] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
      starts[length] = place;
      ends[length] = place + 1;
      length += 1;
      place += 1;
      if (place === source.length) break;
      unit = next;
    }
    this.#length = length;
    return place;
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  views(): FoldedUnits {
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends];
    const length = this.#length;
    return { units: units.subarray(0, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
  }

  finish(sourceLength: number): FoldedString {
    const text = unitsToString(this.#units.subarray(0, this.#length));
    // Copies give the spare capacity back.
    const starts = this.#starts.slice(0, this.#length);
    const ends = this.#ends.slice(0, this.#length);
    const toSource = (offset: number) => {
      checkRange(offset, offset, starts.length);
      return starts[offset] ?? sourceLength;
    };
    return {
      text,
      toSource,
      rangeToSource(start, end) {
        checkRange(start, end, starts.length);
        return start === end ? [toSource(start), toSource(start)] : [starts[start] ?? 0, ends[end - 1] ?? 0];
      },
    };
  }

  #grow(): void {
    const capacity = this.#units.length * 2;
    this.#units = enlarged(this.#units, new Uint16Array(capacity));
    this.#starts = enlarged(this.#starts, new Uint32Array(capacity));
    this.#ends = enlarged(this.#ends, new Uint32Array(capacity));
  }
}

function enlarged<A extends Uint16Array | Uint32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Unlike a TextDecoder this keeps lone surrogates as they are. */
function unitsToString(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return parts.join('');
}

function identity(source: string): FoldedString {
  const toSource = (offset: number) => {
    checkRange(offset, offset, source.length);
    return offset;
  };
  return {
    text: source.toLowerCase(),
    toSource,
    rangeToSource(start, end) {
      checkRange(start, end, source.length);
      return [start, end];
    },
  };
}

function checkRange(start: number, end: number, length: number): void {
  if (!(start >= 0 && start <= end && end <= length)) {
    throw new RangeError(`[${start}, ${end}) is not inside the ${length} folded units`);
  }
}
