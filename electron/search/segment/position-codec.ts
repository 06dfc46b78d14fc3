/**
 * How the positions of a term in a document are written as bits. A position is written as its distance to the one
 * before, with a width that follows from the length of the field and the number of positions; the last by a number below
 * what is left of the field. When the term has several forms, each position ends with the number of its form: the
 * commonest is a bit. Every 32nd document of a group of postings begins with a whole byte, and a whole group ends with
 * where these bytes are, so that few documents are passed over on the way to one.
 *
 * Positions 3, 4 and 17 in a field of 20 tokens; the term has two forms, of which the second stands at 4. The width is 1:
 *
 *     10 1  0       0 1  1       1101   0
 *     +3    form 0  +1   form 1  13     form 0
 *
 * The last position is 13 behind the one before, of 16 that are left: a number below 17 takes 4 bits, or 5 from 15 on.
 */
import { BitReader, type BitWriter, onesIn, riceWidth, WINDOW, WINDOW_BITS, windowAt } from './bits.js';
import { SKIP_DOCUMENTS } from './segment-format.js';

/** Forms with smaller numbers are written as that many ones. */
const COUNTED_FORMS = 8;

/** How far behind the field's end a position is, which only lunr's own lengths make: they leave out words that have numbers. */
const BEHIND_BITS = 31;
/** Documents from one beginning byte to the next. */
export const ALIGNED_DOCUMENTS = 32;
/** Where they begin is written with so many bits each, in bytes from the beginning of the group; 0 for what is too far. */
export const ENTRY_POINT_BITS = 16;
export const ENTRY_POINTS = SKIP_DOCUMENTS / ALIGNED_DOCUMENTS - 1;

/** @param length tokens of the field in this document. @param frequency positions of the term. */
export const positionWidth = (length: number, frequency: number): number => riceWidth(length, frequency + 1);

/** The last position. @param room tokens of the field from the position before on: seldom it lies behind them. */
export function writeLast(bits: BitWriter, distance: number, room: number): void {
  if (distance < room) bits.below(distance, room + 1);
  else {
    const within = Math.max(0, room);
    bits.below(within, within + 1);
    bits.bits(distance - within, BEHIND_BITS);
  }
}

function readLast(bits: BitReader, room: number): number {
  const within = bits.below(room + 1);
  return within < room ? within : room + bits.bits(BEHIND_BITS);
}

/** @param forms how many the term has, 2 or more. */
export function writeForm(bits: BitWriter, form: number, forms: number): void {
  const most = Math.min(forms - 1, COUNTED_FORMS);
  const ones = Math.min(form, most);
  if (ones < most) bits.bits((1 << (ones + 1)) - 2, ones + 1);
  // Behind as many ones as there can be, no zero is needed.
  else bits.bits((1 << ones) - 1, ones);
  if (form >= COUNTED_FORMS) bits.below(form - COUNTED_FORMS, forms - COUNTED_FORMS);
}

/** Where positions are written. */
export interface PositionList {
  /** With SLACK_BYTES more behind the positions. */
  readonly bytes: Uint8Array;
  /** Tokens of the field in each document. */
  readonly lengths: Uint32Array;
  /** Forms of the term. */
  readonly forms: number;
}

/**
 * Reads the positions of documents that follow each other; those of the last are kept. One loop over all of them: most are
 * only passed over.
 * @param start where the positions of the first begin, in bits.
 * @param pairs numbers and frequencies of the documents; those from `from` to before `until` are read.
 * @param indexes receives token numbers, `numbers` the forms.
 * @returns where the positions of the next document begin, in bits.
 */
export function readPositions(
  { bytes, lengths, forms }: PositionList,
  start: number,
  pairs: readonly number[],
  from: number,
  until: number,
  indexes: Int32Array,
  numbers: Int32Array,
): number {
  const mostOnes = Math.min(forms - 1, COUNTED_FORMS);
  let at = start;
  for (let pair = from; pair < until; pair++) {
    if (pair % ALIGNED_DOCUMENTS === 0) at = (at + 7) & ~7;
    const length = lengths[pairs[pair * 2] as number] as number;
    const frequency = pairs[pair * 2 + 1] as number;
    const last = frequency - 1;
    const isWanted = pair === until - 1;
    const width = last > 0 ? positionWidth(length, frequency) : 0;
    let index = 0;
    for (let position = 0; position <= last; position++) {
      const bits = windowAt(bytes, at);
      let used = 0;
      if (position < last) {
        const ones = onesIn(bits, 0);
        used = ones + 1 + width;
        // Nearly always one window holds it.
        if (used <= WINDOW_BITS) index += (ones << width) | ((bits >>> (WINDOW - used)) & ((1 << width) - 1));
        else {
          const reader = new BitReader(bytes, at);
          index += reader.rice(width);
          used = reader.at - at;
        }
      } else {
        const room = Math.max(0, length - index);
        used = 32 - Math.clz32(room);
        let distance = 0;
        if (used <= WINDOW_BITS) {
          const short = (1 << used) - room - 1;
          const value = bits >>> (WINDOW - used);
          // 1 for a number that does with a bit less. Not a branch: nobody could foretell which way it goes.
          const isShort = ((value >>> 1) - short) >>> 31;
          distance = (value >>> isShort) - (short & (isShort - 1));
          used -= isShort;
        }
        if (used > WINDOW_BITS || distance === room) {
          const reader = new BitReader(bytes, at);
          distance = readLast(reader, room);
          used = reader.at - at;
        }
        index += distance;
      }
      at += used;
      if (isWanted) indexes[position] = index;
      if (mostOnes === 0) continue;
      const isAhead = used + mostOnes <= WINDOW_BITS;
      const ones = Math.min(isAhead ? onesIn(bits, used) : onesIn(windowAt(bytes, at), 0), mostOnes);
      at += ones + ((ones - mostOnes) >>> 31);
      let form = ones;
      if (ones === COUNTED_FORMS) {
        const reader = new BitReader(bytes, at);
        form += reader.below(forms - COUNTED_FORMS);
        at = reader.at;
      }
      if (isWanted) numbers[position] = form;
    }
  }
  return at;
}
