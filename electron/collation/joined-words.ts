/**
 * Puts a word that others write as two or three (`necnon` beside `nec non`) into the row of the first of them, so that
 * one place has one beginning, however it is written. Aligned for itself it stands wherever its letters are most alike:
 * by the last part when that is longest, and copies of one word in several rows. Invariant: each column keeps its order.
 */

import type { FormSimilarity } from './form-similarity.js';
import { withoutEmptyRows } from './gap-spans.js';
import { GAP_FORM, type Lexicon, type WitnessWords } from './lexicon.js';
import { NONE } from './model.js';
import type { Profile } from './profile.js';

/** Words that grow together, as `variants/word-pairs.ts` has them. */
const MAX_PARTS = 3;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** Of each joined form, which others write in parts, the forms of its parts. */
type JoinedForms = ReadonlyMap<number, readonly number[]>;

/** @param isBound whether a scholar's pin tells where a word stands or may not stand. */
export function alignJoinedWords(
  profile: Profile,
  words: readonly WitnessWords[],
  lexicon: Lexicon,
  likeness: FormSimilarity,
  isBound: (witness: number, word: number) => boolean,
): Profile {
  const { witnesses, rowCount } = profile;
  const width = witnesses.length;
  const cells = Int32Array.from(profile.cells);
  const letters = lexicon.forms.map((form) => form.replace(NO_LETTER, ''));
  const formsBy = Map.groupBy(letters.keys(), (form) => letters[form] ?? '');
  const wordAt = (row: number, column: number) => cells[row * width + column] ?? NONE;
  const formAt = (row: number, column: number) => {
    const word = wordAt(row, column);
    return word === NONE ? GAP_FORM : (words[witnesses[column] ?? 0]?.forms[word] ?? GAP_FORM);
  };

  /** Which of so many rows from one on is the only one where a column has something; 0 for none, and for the first. */
  const lonePart = (row: number, parts: number, column: number): number => {
    let found = 0;
    for (let part = 0; part < parts; part += 1) {
      if (wordAt(row + part, column) === NONE) continue;
      if (part === 0 || found > 0) return 0;
      found = part;
    }
    return found;
  };
  const joinedAt = (row: number, parts: number): JoinedForms => {
    const found = new Map<number, readonly number[]>();
    for (let column = 0; column < width; column += 1) {
      const forms = Array.from({ length: parts }, (_, part) => formAt(row + part, column));
      if (forms.includes(GAP_FORM)) continue;
      const written = forms.map((form) => letters[form] ?? '');
      // Two may grow together in either order: cum me, mecum.
      const orders = parts === 2 ? [written, written.toReversed()] : [written];
      for (const order of orders) for (const joint of formsBy.get(order.join('')) ?? []) found.set(joint, forms);
    }
    return found;
  };
  const isJoined = (form: number, part: number, joined: JoinedForms) =>
    [...joined].some(
      ([joint, forms]) =>
        form === joint || likeness.score(form, joint) > Math.max(0, likeness.score(form, forms[part] ?? GAP_FORM)),
    );

  for (let row = rowCount - 2; row >= 0; row -= 1) {
    const free = Array.from({ length: width }, (_, column) => column).filter((column) => wordAt(row, column) === NONE);
    if (free.length === 0) continue;
    for (let parts = 2; parts <= Math.min(MAX_PARTS, rowCount - row); parts += 1) {
      const lone = free.flatMap((column) => {
        const part = lonePart(row, parts, column);
        return part > 0 && formAt(row + part, column) !== GAP_FORM ? [{ column, part }] : [];
      });
      if (lone.length === 0) continue;
      const joined = joinedAt(row, parts);
      if (joined.size === 0) continue;
      for (const { column, part } of lone) {
        const word = wordAt(row + part, column);
        if (isBound(witnesses[column] ?? 0, word) || !isJoined(formAt(row + part, column), part, joined)) continue;
        cells[row * width + column] = word;
        cells[(row + part) * width + column] = NONE;
      }
    }
  }
  return withoutEmptyRows({ ...profile, cells });
}
