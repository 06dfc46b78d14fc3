/** What figures say: `6,000`, `1.500`, `1,4`, `1 500 000`, `1'500`. */
import { type Amount, decimal } from './amount.js';

/** Longer figures are account numbers, not amounts. */
const MAX_DIGITS = 30;
/** Where the point parts thousands and the comma decimals. The other way round in English. */
const POINTED_THOUSANDS = new Set(['de', 'fr', 'es', 'it', 'ru', 'sr', 'hr', 'pt', 'nl', 'pl']);

/**
 * @param figure ASCII digits with the signs between them.
 * @param language the base of a BCP 47 tag, or empty.
 * @returns the likeliest first; empty where it is no number (a date, a time, a phone number).
 */
export function amountsOf(figure: string, language: string): Amount[] {
  const digits = figure.replace(/\D/g, '');
  if (digits.length > MAX_DIGITS) return [];
  if (digits === figure) return [decimal(digits, '')];
  if (/^0\d/.test(figure)) return [];
  const signs = figure.replace(/\d/g, '');
  const last = signs.at(-1) ?? '';
  const [whole = '', decimals = ''] = [
    figure.slice(0, figure.lastIndexOf(last)),
    figure.slice(figure.lastIndexOf(last) + 1),
  ];
  const isPoint = last === '.' || last === ',';
  const asDecimal = isPoint ? decimalOf(whole, decimals, last) : null;
  const asGroups = /^[1-9]\d{0,2}(\D)\d{3}(?:\1\d{3})*$/.test(figure) && last !== ':' ? decimal(digits, '') : null;
  if (!asDecimal || !asGroups) return [asDecimal ?? asGroups].filter((amount) => amount !== null);
  // One point or comma before three digits: which of the two it is depends on the language.
  const isGroup = last === (POINTED_THOUSANDS.has(language) ? '.' : ',');
  if (isGroup) return [asGroups];
  if (language === '') return [asGroups, asDecimal];
  return language === 'en' ? [asDecimal] : [asDecimal, asGroups];
}

function decimalOf(whole: string, decimals: string, point: string): Amount | null {
  const grouped = /^\d{1,3}(?:([., '’\u00A0\u2009\u202F])\d{3})(?:\1\d{3})*$/.exec(whole);
  if (!/^\d+$/.test(whole) && (!grouped || grouped[1] === point)) return null;
  return decimal(whole.replace(/\D/g, ''), decimals);
}

/** Signs that are fractions by themselves. */
const FRACTIONS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
};
export const fractionSign = (sign: string): readonly [number, number] | null => FRACTIONS[sign] ?? null;

/** Short scales behind figures: `3.5bn`, `5 Mio.` Folded; `m` counts only for money. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['tsd', 1e3],
  ['tys', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['mill', 1e6],
  ['bn', 1e9],
  ['mrd', 1e9],
  ['mds', 1e9],
  ['mld', 1e9],
  ['mlrd', 1e9],
  ['tn', 1e12],
  ['trln', 1e12],
  ['tis', 1e3],
]);
