/**
 * A sorted, front-coded list of words: each word tells how many units it shares with the one before and how many bytes
 * its other units take, so that it can be passed over unread. Every 16th word is written whole, so that a word is found by halving. Order is that of UTF-16 units.
 */
import { ByteReader, type ByteWriter } from './bytes.js';
import type { WordPattern } from './word-pattern.js';

/** Words in a block; the first of each is whole. */
export const BLOCK_WORDS = 16;
/** Longer words are cut off before they get here. */
export const MAX_UNITS = 1_000;

export class TermDictionaryWriter {
  #previous = '';
  #count = 0;
  readonly blocks: number[] = [];

  constructor(readonly bytes: ByteWriter) {}

  get count(): number {
    return this.#count;
  }

  /** @param word must come after the last one. @returns its number. */
  add(word: string): number {
    let shared = 0;
    if (this.#count % BLOCK_WORDS === 0) {
      this.blocks.push(this.bytes.length);
    } else {
      const most = Math.min(word.length, this.#previous.length);
      while (shared < most && word.charCodeAt(shared) === this.#previous.charCodeAt(shared)) shared++;
    }
    let rest = word.length - shared;
    for (let at = shared; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      if (unit > 127) rest += unit > 16_383 ? 2 : 1;
    }
    this.bytes.varint(shared);
    this.bytes.varint(rest);
    this.bytes.units(word, shared);
    this.#previous = word;
    return this.#count++;
  }
}

/** Called with a word and its number. */
type OnTerm = (word: string, ordinal: number) => void;

/** The word that a walk has come to; walks do not go on side by side. */
const walked = new Uint16Array(MAX_UNITS);

export class TermDictionary {
  constructor(
    readonly bytes: Uint8Array,
    /** Where each block begins in `bytes`. */
    readonly blocks: ArrayLike<number>,
    readonly count: number,
  ) {}

  /** @returns the word's number, or -1. */
  find(word: string): number {
    if (this.count === 0) return -1;
    const block = this.#blockOf(word);
    const reader = new ByteReader(this.bytes, this.blocks[block] as number);
    const until = Math.min((block + 1) * BLOCK_WORDS, this.count);
    /** Units at the beginning of `word` that the last word has too. */
    let same = 0;
    for (let ordinal = block * BLOCK_WORDS; ordinal < until; ordinal++) {
      const shared = reader.varint();
      const end = reader.varint() + reader.at;
      // It parts from `word` before the last one did, and later in the order: so do all that follow.
      if (shared < same) return -1;
      if (shared === same) {
        let unit = -1;
        while (reader.at < end) {
          unit = reader.varint();
          if (same === word.length || unit !== word.charCodeAt(same)) break;
          same += 1;
          unit = -1;
        }
        if (unit < 0 && same === word.length) return ordinal;
      }
      reader.at = end;
    }
    return -1;
  }

  /** Every word that begins with `prefix`, in order. */
  withPrefix(prefix: string, found: OnTerm): void {
    this.#from(prefix, (text, ordinal) => {
      if (!text.startsWith(prefix)) return false;
      found(text, ordinal);
      return true;
    });
  }

  /** The word of a number. @throws RangeError when there is no such number (a caller's bug). */
  word(ordinal: number): string {
    if (!(ordinal >= 0 && ordinal < this.count)) throw new RangeError(`${ordinal} is not one of ${this.count} words`);
    const block = Math.floor(ordinal / BLOCK_WORDS);
    const reader = new ByteReader(this.bytes, this.blocks[block] as number);
    let word = '';
    for (let at = block * BLOCK_WORDS; at <= ordinal; at++) word = readWord(reader, word);
    return word;
  }

  *words(): Generator<string> {
    const reader = new ByteReader(this.bytes);
    let word = '';
    for (let at = 0; at < this.count; at++) {
      word = readWord(reader, word);
      yield word;
    }
  }

  /**
   * Every word the pattern accepts, in order, with the state it ends in. Where a beginning leads nowhere, the pattern
   * tells the next one that may lead on, and words before that are passed over unread, whole blocks of them by leaps.
   */
  accepted(pattern: WordPattern, found: (word: string, ordinal: number, state: number) => void): void {
    const { bytes, count } = this;
    const units = walked;
    // states[i]: the pattern's state after i units of the current word.
    const states = [pattern.start];
    let at = 0;
    /** Units of the last word that was read which the words passed over since have too. */
    let length = 0;
    /** Words are passed over while they begin with the first `length` units and a unit before this one; -1: none are. */
    let target = -1;
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const isHead = ordinal % BLOCK_WORDS === 0;
      const isPassed = isHead && target >= 0 && this.#isBefore(ordinal / BLOCK_WORDS, length, target);
      if (isPassed) {
        const block = this.#lastBefore(length, target, ordinal / BLOCK_WORDS);
        ordinal = block * BLOCK_WORDS;
        at = this.blocks[block] as number;
      }
      let shared = bytes[at++] as number;
      if (shared > 127) shared = (shared & 127) + (bytes[at++] as number) * 128;
      let rest = bytes[at++] as number;
      if (rest > 127) rest = (rest & 127) + (bytes[at++] as number) * 128;
      const until = at + rest;
      if (isPassed || (target >= 0 && shared > length)) {
        at = until;
        continue;
      }
      // The first word of a block is whole: what it shares with the one before is found by comparing.
      let isSame = isHead;
      let isBefore = false;
      let end = shared;
      while (at < until) {
        let unit = bytes[at++] as number;
        if (unit > 127) {
          const second = bytes[at++] as number;
          unit = (unit & 127) + (second & 127) * 128;
          if (second > 127) unit += (bytes[at++] as number) * 16_384;
        }
        if (isSame) {
          if (end < length && units[end] === unit) {
            end += 1;
            shared = end;
            continue;
          }
          isSame = false;
        } else if (end === length && shared === length && unit < target) {
          isBefore = true;
          break;
        }
        units[end++] = unit;
      }
      if (isBefore) {
        at = until;
        continue;
      }
      length = end;
      target = -1;
      for (let index = shared; index < end; index++) {
        const next = pattern.step(states[index] as number, units[index] as number);
        if (next < 0) {
          // The next beginning that may lead on parts from this word here, or before.
          for (length = index; length >= 0; length--) {
            target = pattern.after(states[length] as number, units[length] as number);
            if (target >= 0) break;
          }
          if (target < 0) return;
          break;
        }
        states[index + 1] = next;
      }
      if (target < 0 && end > 0 && pattern.isFinal(states[end] as number)) {
        found(String.fromCharCode(...units.subarray(0, end)), ordinal, states[end] as number);
      }
    }
  }

  /**
   * The last block whose first word is passed over, as that of `from` is. Leaps, then halves: the blocks that are passed
   * over stand together.
   */
  #lastBefore(length: number, target: number, from: number): number {
    let low = from;
    let step = 1;
    while (low + step < this.blocks.length && this.#isBefore(low + step, length, target)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.blocks.length) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#isBefore(middle, length, target)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether a block's first word begins with the first `length` units of the current word and a unit before `target`. */
  #isBefore(block: number, length: number, target: number): boolean {
    const { bytes } = this;
    const units = walked;
    // Past the number of shared units, which is 0 in a first word.
    let at = (this.blocks[block] as number) + 1;
    let own = bytes[at++] as number;
    if (own > 127) own = (own & 127) + (bytes[at++] as number) * 128;
    const until = at + own;
    for (let index = 0; at < until; index++) {
      let unit = bytes[at++] as number;
      if (unit > 127) {
        const second = bytes[at++] as number;
        unit = (unit & 127) + (second & 127) * 128;
        if (second > 127) unit += (bytes[at++] as number) * 16_384;
      }
      if (index === length) return unit < target;
      if (units[index] !== unit) return false;
    }
    return false;
  }

  /** Words from the first that is not before `start`, until `visit` says false. */
  #from(start: string, visit: (word: string, ordinal: number) => boolean): void {
    if (this.count === 0) return;
    const block = this.#blockOf(start);
    const reader = new ByteReader(this.bytes, this.blocks[block] as number);
    let word = '';
    for (let ordinal = block * BLOCK_WORDS; ordinal < this.count; ordinal++) {
      word = readWord(reader, word);
      if (word >= start && !visit(word, ordinal)) return;
    }
  }

  /** The last block whose first word is not after `word`. */
  #blockOf(word: string): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#isAfter(middle, word)) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  /** Whether a block's first word is after `word`. */
  #isAfter(block: number, word: string): boolean {
    // Past the number of shared units, which is 0 in a first word.
    const reader = new ByteReader(this.bytes, (this.blocks[block] as number) + 1);
    const end = reader.varint() + reader.at;
    for (let at = 0; reader.at < end; at++) {
      const unit = reader.varint();
      if (at === word.length) return true;
      const other = word.charCodeAt(at);
      if (unit !== other) return unit > other;
    }
    return false;
  }
}

function readWord(reader: ByteReader, previous: string): string {
  const shared = reader.varint();
  const bytes = reader.varint();
  const until = reader.at + bytes;
  let word = previous.slice(0, shared);
  while (reader.at < until) word += String.fromCharCode(reader.varint());
  return word;
}
