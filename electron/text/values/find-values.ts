/** Finds the values that a text states. */
import { dateAt } from './dates.js';
import { createPieceReader } from './piece-reader.js';
import { piecesOf } from './pieces.js';
import { quantityAt } from './quantities.js';
import { timeAt } from './times.js';
import type { Reading, Value } from './value.js';
import { vocabularyOf } from './vocabulary.js';

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
  const reader = createPieceReader(piecesOf(text, vocabulary), vocabulary);
  const found: Value[] = [];
  for (let at = 0; at < reader.pieces.length; ) {
    const match = dateAt(reader, at) ?? timeAt(reader, at) ?? quantityAt(reader, at);
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

function distinct(readings: readonly Reading[]): Reading[] {
  const found = new Map<string, Reading>();
  for (const reading of readings) if (!found.has(JSON.stringify(reading))) found.set(JSON.stringify(reading), reading);
  return [...found.values()];
}
