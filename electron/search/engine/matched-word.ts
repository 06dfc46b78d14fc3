/**
 * What one typed word stands for in the index, and how far each form is from what was typed. All forms of a word are one
 * term to the scorer (ADR 0035): the word's own rarity counts, not that of the rarest misreading of it.
 */
import type { MatchedTerm } from './matched-term.js';

/**
 * How a term came to stand for a word. `typed`: the word itself, with the endings its language gives it; `spelling`:
 * another way to spell it; `completion`: what a `*` stands for; `fuzzy`: letters differ.
 */
export type FormKind = 'typed' | 'spelling' | 'completion' | 'fuzzy';

/** What a position of each kind counts, beside one of the word as typed. Tuned with the bench's known items (docs/search.md). */
const WEIGHTS: Readonly<Record<FormKind, number>> = { typed: 1, spelling: 0.8, completion: 0.7, fuzzy: 0.2 };

export interface WordForm {
  readonly term: MatchedTerm;
  readonly kind: FormKind;
  /** Letters that differ, for a fuzzy match; 1 when left out. */
  readonly edits?: number;
}

export interface MatchedWord {
  readonly terms: readonly MatchedTerm[];
  /** What a position of each term counts: 1 for the form that is nearest to what was typed. */
  readonly weights: readonly number[];
  /** Those of the terms under which the word as typed may stand. */
  readonly typed: readonly MatchedTerm[];
}

export const NO_WORD: MatchedWord = { terms: [], weights: [], typed: [] };

/** @param forms each term once. Without any of the word as typed the nearest others take its place. */
export function matchedWord(forms: readonly WordForm[]): MatchedWord {
  if (forms.length === 0) return NO_WORD;
  const weights = forms.map(({ kind, edits = 1 }) => WEIGHTS[kind] ** edits);
  const most = Math.max(...weights);
  return {
    terms: forms.map(({ term }) => term),
    weights: weights.map((weight) => weight / most),
    typed: forms.filter(({ kind }) => kind === 'typed').map(({ term }) => term),
  };
}
