/** Finds the values that a text states. */
import { dateAt, opensDate } from './match-dates.js';
import { opensQuantity, quantityAt } from './match-quantities.js';
import { opensTime, timeAt } from './match-times.js';
import { createTokenReader } from './token-reader.js';
import type { Value, ValueReading } from './value.js';
import { type ValueToken, valueTokens } from './value-tokens.js';
import { vocabularyOf } from './value-vocabulary.js';

/**
 * Numbers, dates, times, sums, measures, percentages and ordinals of a text. What is not understood whole is left out:
 * no part of a longer number, or of a date that there is not, is ever given.
 *
 * @param text any length; takes time in proportion to it.
 * @param language BCP 47, as far as it is known; decides between readings, and which words are numerals. Empty: all
 * languages that are read are tried, and what they disagree on has several readings.
 * @returns values in order, without overlaps.
 */
export function findValues(text: string, language = ''): Value[] {
  const vocabulary = vocabularyOf(language);
  const reader = createTokenReader(valueTokens(text, vocabulary), vocabulary);
  const found: Value[] = [];
  /** Words that begin values are few: the others are passed over without looking at what follows. */
  const openings = new Map<string, boolean>();
  const mayBegin = (piece: ValueToken | undefined): boolean => {
    if (piece?.type !== 'word') return piece?.type !== 'opaque';
    const known = openings.get(piece.written);
    if (known !== undefined) return known;
    const isOpening = opensDate(piece, vocabulary) || opensTime(piece.key) || opensQuantity(piece.key, vocabulary);
    openings.set(piece.written, isOpening);
    return isOpening;
  };
  for (let at = 0; at < reader.pieces.length; ) {
    reader.begin(at);
    const match = mayBegin(reader.pieces[at])
      ? (dateAt(reader, at) ?? timeAt(reader, at) ?? quantityAt(reader, at))
      : null;
    if (!match) {
      at += 1;
      continue;
    }
    const readings = distinct(match.readings);
    const [first] = readings;
    if (first) found.push({ start: match.range[0], end: match.range[1], kind: first.kind, readings });
    at = match.next;
  }
  return found;
}

function distinct(readings: readonly ValueReading[]): ValueReading[] {
  const found = new Map<string, ValueReading>();
  for (const reading of readings) if (!found.has(JSON.stringify(reading))) found.set(JSON.stringify(reading), reading);
  return [...found.values()];
}
