/**
 * How the reading of one text gets into another: what is replaced by what. Invariant: the words are those of the reading,
 * letter for letter; blanks and line ends around and between them are those of the text they get into, as far as it has
 * any there. Offsets are UTF-16 units.
 */
import type { Pin, Range } from '../contract/index.js';

/** A range of a text; a point after the word before where the text has nothing. */
export interface ReadingInText {
  readonly text: string;
  readonly range: Range;
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const BLANKS = /\s+/gu;
/** Before the end of a line: the word goes on in the next one. */
const BROKEN = /[\p{L}\p{M}\p{N}][-\u2010\u2011\u00AC\u2E17\u2E40]$/u;
const LINE_END = /\r\n?|\n/gu;
const BEFORE = /\s*$/u;
const AFTER = /^\s*/u;
/** Blanks longer than this are cut off there. */
const NEAR = 200;

const blanksBefore = (text: string, at: number): string =>
  BEFORE.exec(text.slice(Math.max(0, at - NEAR), at))?.[0] ?? '';
const blanksAfter = (text: string, at: number): string => AFTER.exec(text.slice(at, at + NEAR))?.[0] ?? '';
const lineEnds = (blanks: string): number => blanks.match(LINE_END)?.length ?? 0;
const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** @param from the reading that is taken over. @param into what it stands for in the text that is corrected. */
export function replacementOf(from: ReadingInText, into: ReadingInText): Replacement {
  const words = reading(from, into);
  const [start, end] = into.range;
  if (words === '') return removal(from, into);
  return start === end ? insertion(words, from, into) : { start, end, words };
}

export const replaced = (text: string, { start, end, words }: Replacement): string =>
  text.slice(0, start) + words + text.slice(end);

/** The words of a reading, with the blanks between them as they were between the words they stand for. */
function reading(from: ReadingInText, into: ReadingInText): string {
  const eol = lineEndOf(into.text);
  const words = from.text.slice(...from.range).replace(LINE_END, eol);
  const before = blanksIn(into.text.slice(...into.range));
  const wanted = blanksIn(words);
  const isAlike = wanted.length === before.length;
  let made = '';
  let at = 0;
  for (const [index, { start, blanks }] of wanted.entries()) {
    // Where lines end is a matter of each text; where paragraphs end is not.
    const levelled = lineEnds(blanks) > 1 ? eol + eol : lineEnds(blanks) === 1 ? ' ' : blanks;
    made += words.slice(at, start) + ((isAlike && before[index]?.blanks) || levelled);
    at = start + blanks.length;
  }
  return made + words.slice(at);
}

/** The blanks between words; the end of a line in the middle of a word is none. */
function blanksIn(words: string): { readonly start: number; readonly blanks: string }[] {
  return [...words.matchAll(BLANKS)]
    .filter(
      ({ 0: blanks, index }) => lineEnds(blanks) === 0 || !BROKEN.test(words.slice(Math.max(0, index - 4), index)),
    )
    .map(({ 0: blanks, index }) => ({ start: index, blanks }));
}

/** Takes words out; of the blanks at their two sides those stay that part more, if the other text has any there. */
function removal(from: ReadingInText, { text, range: [start, end] }: ReadingInText): Replacement {
  const [before, after] = [blanksBefore(text, start), blanksAfter(text, end)];
  const whole = { start: start - before.length, end: end + after.length };
  const isFirst = whole.start === 0;
  const isLast = whole.end === text.length;
  if (isFirst) return { ...whole, words: before };
  if (isLast) return { ...whole, words: after };
  if (blanksAfter(from.text, from.range[0]) === '') return { ...whole, words: '' };
  const kept = lineEnds(after) > lineEnds(before) ? after : before || after || ' ';
  return { ...whole, words: kept };
}

/** Puts words between two others, parted from them as they are where they come from. */
function insertion(words: string, from: ReadingInText, { text, range: [point] }: ReadingInText): Replacement {
  const [before, after] = [blanksBefore(from.text, from.range[0]), blanksAfter(from.text, from.range[1])];
  const isParted = {
    before: before !== '' || from.range[0] === 0,
    after: after !== '' || from.range[1] === from.text.length,
  };
  const here = blanksAfter(text, point);
  const behind = point + here.length;
  const eol = lineEndOf(text);
  // A paragraph or a line of its own gets one here too, where lines end here.
  const parting = (blanks: string): string =>
    lineEnds(here) > 0 && lineEnds(blanks) > 0 ? eol.repeat(Math.min(2, lineEnds(blanks))) : ' ';
  if (here === '') {
    const left = isParted.before && point > 0 ? ' ' : '';
    const right = isParted.after && point < text.length ? ' ' : '';
    return { start: point, end: point, words: left + words + right };
  }
  if (!isParted.before && !isParted.after) {
    return lineEnds(here) > 0 ? { start: point, end: point, words } : { start: point, end: behind, words };
  }
  if (!isParted.before) return { start: point, end: point, words };
  if (!isParted.after) return { start: behind, end: behind, words };
  // Words that begin a paragraph stand after its beginning, others before its end.
  if (point === 0 || (lineEnds(here) > 0 && lineEnds(after) < lineEnds(before))) {
    return behind === text.length
      ? { start: behind, end: behind, words }
      : { start: behind, end: behind, words: words + parting(after) };
  }
  return { start: point, end: point, words: parting(before) + words };
}

export interface ShiftedPins {
  readonly pins: Pin[];
  /** How many pins are left out, as their words are gone. */
  readonly dropped: number;
}

/** Pins after a replacement in one of their witnesses: those stay whose words, or what stands for them, are still there. */
export function shiftPins(pins: readonly Pin[], witness: number, { start, end, words }: Replacement): ShiftedPins {
  const grown = words.length - (end - start);
  const from = (at: number) => (at >= end ? at + grown : at <= start ? at : start + words.length);
  const until = (at: number) => (at <= start ? at : at >= end ? at + grown : start);
  const kept = pins.flatMap((pin): Pin[] => {
    const stretches = pin.stretches.flatMap((range) => {
      if (range.witness !== witness) return [range];
      const moved = { witness, start: from(range.start), end: until(range.end) };
      return moved.start < moved.end ? [moved] : [];
    });
    return stretches.length > 1 ? [{ ...pin, stretches }] : [];
  });
  return { pins: kept, dropped: pins.length - kept.length };
}
