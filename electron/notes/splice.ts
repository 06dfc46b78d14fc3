/**
 * A change of a text as the one range that differs, for the journal. Invariant: a splice is applied to the very text
 * it was made for, or not at all.
 */
import { createHash } from 'node:crypto';

export interface Splice {
  /** UTF-16 offset at which `remove` units go and `insert` comes. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  /** The text it was made for: its length in UTF-16 units, and a digest of it. */
  readonly of: { readonly length: number; readonly digest: string };
}

/** Enough to tell two texts of one note apart; this guards against mistakes, not against people. */
const DIGEST_LETTERS = 16;
const digestOf = (text: string): string =>
  createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, DIGEST_LETTERS);

/** @returns how to go from one text to the other, and back. Neither parts a surrogate pair. */
export function spliceBetween(before: string, after: string): { readonly there: Splice; readonly back: Splice } {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  if (isInPair(before, at) || isInPair(after, at)) at -= 1;
  let tail = 0;
  while (
    tail < most - at &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (isInPair(before, before.length - tail) || isInPair(after, after.length - tail)) tail -= 1;
  const [removed, inserted] = [before.slice(at, before.length - tail), after.slice(at, after.length - tail)];
  return {
    there: { at, remove: removed.length, insert: inserted, of: nameOf(before) },
    back: { at, remove: inserted.length, insert: removed, of: nameOf(after) },
  };
}

/** @throws Error when the text is not the one that the splice was made for (a damaged journal, or a bug). */
export function spliced(text: string, { at, remove, insert, of }: Splice): string {
  if (text.length !== of.length || digestOf(text) !== of.digest) {
    throw new Error(`A change of a text of ${of.length} units does not belong to this one of ${text.length}`);
  }
  return text.slice(0, at) + insert + text.slice(at + remove);
}

const nameOf = (text: string) => ({ length: text.length, digest: digestOf(text) });

const isInPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
