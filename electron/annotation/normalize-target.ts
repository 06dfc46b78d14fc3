/** Normalises and checks targets of annotations. Pure: a range begins and ends with a visible character. */
import { FondsError, type Region, type TextRange } from '../contract/index.js';
import { t } from '../wording/index.js';

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
/** Whether a character of two units stands on both sides of the offset. */
const splits = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));

/**
 * Widened to whole characters, without white space at the ends.
 * @param start UTF-16 offset, inclusive. @param end exclusive.
 * @throws FondsError INVALID_INPUT when it is empty, outside of the text, or white space only.
 */
export function normalizeRange(text: string, start: number, end: number): TextRange {
  if (start >= end) throw refused(t('No words are chosen. Select at least one.'), { start, end });
  if (end > text.length) {
    const message = t('The passage ends at {end}, but the text has only {count} characters. Select it again.', {
      end,
      count: text.length,
    });
    throw refused(message, { start, end, length: text.length });
  }
  const from = splits(text, start) ? start - 1 : start;
  const words = text.slice(from, splits(text, end) ? end + 1 : end);
  const seen = words.trim();
  if (seen === '') throw refused(t('Only white space is chosen. Select at least one word.'), { start, end });
  const first = from + words.length - words.trimStart().length;
  return { start: first, end: first + seen.length };
}

/** Fractions of a page are read from a drawing: what goes past the edge by less than this is rounding. */
const ROUNDING = 1e-6;

/** @throws FondsError INVALID_INPUT when the rectangle has no area or goes past the page. */
export function checkRegion(region: Region): void {
  const { x, y, width, height } = region;
  if (width <= 0 || height <= 0)
    throw refused(t('The region has no area. Draw a rectangle over the page.'), { region });
  if (x + width > 1 + ROUNDING || y + height > 1 + ROUNDING) {
    throw refused(t('The region goes past the edge of the page. Draw it inside.'), { region });
  }
}

const refused = (message: string, details: Record<string, unknown>) =>
  new FondsError('INVALID_INPUT', message, details);
