/**
 * Words that stand elsewhere in another witness: what two witnesses do not share in order and say alike all the same.
 * Greedy string tiling: the longest common run first, then the longest of what is left (M. Wise, 1993). Invariant: the
 * moves of a pair of witnesses are disjoint in either, and no word of theirs is shared in order.
 */

import type { FormSimilarity } from './form-similarity.js';
import { FUNCTION_WEIGHT, GAP_FORM, type Lexicon, type WitnessWords } from './lexicon.js';
import { NONE, type Transposition } from './model.js';
import type { Profile } from './profile.js';

/** Words of substance that a move has at least; function words stand together anywhere. */
const MIN_SUBSTANCE = 3;
/** Words in a row that two places must share to be compared. */
const SEED = 3;
/** What stands more often is a formula, not a move. */
const MAX_PLACES = 4;
/** Words inside a move may be written otherwise, if they are so alike. */
const MIN_ALIKE = 0.6;

/** `length` words from word `a` of the one and from word `b` of the other. */
interface Tile {
  a: number;
  b: number;
  length: number;
}

/** @param table all witnesses, in order. Moves are reported for every pair, from the earlier witness to the later. */
export function transpositionsOf(
  table: Profile,
  words: readonly WitnessWords[],
  lexicon: Lexicon,
  likeness: FormSimilarity,
): Transposition[] {
  const moves: Transposition[] = [];
  for (const [first, one] of words.entries()) {
    for (const [second, other] of words.entries()) {
      if (second <= first) continue;
      const tiler = new Tiler(one, other, unalignedWords(table, first, second, words), lexicon, likeness);
      for (const { a, b, length } of tiler.tiles()) {
        moves.push({ from: wordRange(first, one, a, length), to: wordRange(second, other, b, length) });
      }
    }
  }
  return moves;
}

function wordRange(witness: number, { tokens }: WitnessWords, start: number, length: number): Transposition['from'] {
  return { witness, start: tokens[start] ?? 0, end: (tokens[start + length - 1] ?? 0) + 1 };
}

interface UnalignedWords {
  /** 1 for words that have no like word in the row of the other witness. */
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

function unalignedWords(
  { cells, rowCount, witnesses }: Profile,
  first: number,
  second: number,
  words: readonly WitnessWords[],
): UnalignedWords {
  const width = witnesses.length;
  const formsA = words[first]?.forms ?? new Int32Array(0);
  const formsB = words[second]?.forms ?? new Int32Array(0);
  const a = new Uint8Array(formsA.length);
  const b = new Uint8Array(formsB.length);
  for (let row = 0; row < rowCount; row += 1) {
    const wordA = cells[row * width + first] ?? NONE;
    const wordB = cells[row * width + second] ?? NONE;
    const formA = wordA === NONE ? GAP_FORM : (formsA[wordA] ?? GAP_FORM);
    const formB = wordB === NONE ? GAP_FORM : (formsB[wordB] ?? GAP_FORM);
    if (formA === formB) continue;
    if (formA !== GAP_FORM) a[wordA] = 1;
    if (formB !== GAP_FORM) b[wordB] = 1;
  }
  return { a, b };
}

class Tiler {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #left: UnalignedWords;
  readonly #lexicon: Lexicon;
  readonly #likeness: FormSimilarity;

  constructor(
    one: WitnessWords,
    other: WitnessWords,
    left: UnalignedWords,
    lexicon: Lexicon,
    likeness: FormSimilarity,
  ) {
    this.#a = one.forms;
    this.#b = other.forms;
    this.#left = left;
    this.#lexicon = lexicon;
    this.#likeness = likeness;
  }

  /** In the order of the first witness. */
  tiles(): Tile[] {
    const accepted: Tile[] = [];
    /** By length. */
    const waiting: Tile[][] = [];
    const wait = (tile: Tile) => {
      const alike = waiting[tile.length] ?? [];
      waiting[tile.length] = alike;
      alike.push(tile);
    };
    for (const tile of this.#candidates()) wait(tile);
    for (let length = waiting.length - 1; length >= SEED; length -= 1) {
      for (const tile of waiting[length]?.sort((one, other) => one.a - other.a || one.b - other.b) ?? []) {
        const parts = this.#freeParts(tile);
        if (parts[0]?.length === length) {
          this.#left.a.fill(0, tile.a, tile.a + length);
          this.#left.b.fill(0, tile.b, tile.b + length);
          accepted.push(tile);
        } else {
          // Cut by a longer one: what is left of it waits for its turn.
          for (const part of parts) if (this.#substance(part) >= MIN_SUBSTANCE) wait(part);
        }
      }
    }
    return accepted.sort((one, other) => one.a - other.a);
  }

  #candidates(): Tile[] {
    const places = new Map<string, number[]>();
    eachSeed(this.#b, this.#left.b, (seed, at) => {
      const known = places.get(seed);
      if (!known) places.set(seed, [at]);
      else if (known.length <= MAX_PLACES) known.push(at);
    });
    const tiles: Tile[] = [];
    /** For each distance of two places how far in the first witness it was looked at. */
    const seen = new Map<number, number>();
    eachSeed(this.#a, this.#left.a, (seed, a) => {
      const found = places.get(seed) ?? [];
      if (found.length > MAX_PLACES) return;
      for (const b of found) {
        if ((seen.get(b - a) ?? 0) > a) continue;
        const tile = this.#grown(a, b);
        seen.set(b - a, tile.a + tile.length);
        if (this.#substance(tile) >= MIN_SUBSTANCE) tiles.push(tile);
      }
    });
    return tiles;
  }

  #grown(a: number, b: number): Tile {
    let start = 0;
    while (this.#isFree(a - start - 1, b - start - 1) && this.#isAlike(a - start - 1, b - start - 1)) start += 1;
    let end = SEED;
    while (this.#isFree(a + end, b + end) && this.#isAlike(a + end, b + end)) end += 1;
    return { a: a - start, b: b - start, length: start + end };
  }

  #isFree(a: number, b: number): boolean {
    return this.#left.a[a] === 1 && this.#left.b[b] === 1;
  }

  #isAlike(a: number, b: number): boolean {
    return this.#likeness.similarity(this.#a[a] ?? 0, this.#b[b] ?? 0) >= MIN_ALIKE;
  }

  #freeParts({ a, b, length }: Tile): Tile[] {
    const parts: Tile[] = [];
    let start = 0;
    for (let index = 0; index <= length; index += 1) {
      if (index < length && this.#isFree(a + index, b + index)) continue;
      if (index > start) parts.push({ a: a + start, b: b + start, length: index - start });
      start = index + 1;
    }
    return parts;
  }

  #substance({ a, length }: Tile): number {
    let found = 0;
    for (let index = 0; index < length; index += 1) {
      if ((this.#lexicon.weights[this.#a[a + index] ?? 0] ?? 0) > FUNCTION_WEIGHT) found += 1;
    }
    return found;
  }
}

/** Every run of `SEED` words that are left, as a text to be looked up. */
function eachSeed(forms: Int32Array, left: Uint8Array, visit: (seed: string, at: number) => void): void {
  let run = 0;
  for (let at = 0; at < forms.length; at += 1) {
    run = left[at] === 1 ? run + 1 : 0;
    if (run >= SEED) visit(forms.subarray(at - SEED + 1, at + 1).join(' '), at - SEED + 1);
  }
}
