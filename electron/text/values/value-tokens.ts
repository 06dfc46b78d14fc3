/** The lexemes of a text with their numbers made out: what dates, times, sums and measures are put together from. */
import { type Amount, amountOf, plus, times } from './amount.js';
import { amountsOf, fractionSign, SHORT_SCALES } from './figures.js';
import { hanValue } from './han.js';
import { type Lexeme, lexemesOf } from './lexemes.js';
import { ASKING, romanValue } from './roman.js';
import { runAt } from './spelled-numbers.js';
import { hasRole, type ValueVocabulary } from './value-vocabulary.js';

interface TokenRange {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  readonly gap: Lexeme['gap'];
}

export interface NumberToken extends TokenRange {
  readonly type: 'number';
  /** The likeliest first; empty where figures are no number by themselves (`10:05`). */
  readonly amounts: readonly Amount[];
  readonly form: 'cardinal' | 'ordinal' | 'fraction' | 'year' | 'roman';
  /** Figures as written, where it is only figures; else null. */
  readonly figures: string | null;
  /** `ein`, `une`: a number only before a unit. */
  readonly isArticle: boolean;
}

export interface WordToken extends TokenRange {
  readonly type: 'word' | 'sign';
  readonly key: string;
  readonly written: string;
}

/** Numbers that are not understood: nothing may be made of them. */
export interface OpaqueToken extends TokenRange {
  readonly type: 'opaque';
}

export type ValueToken = NumberToken | WordToken | OpaqueToken;

export function valueTokens(text: string, vocabulary: ValueVocabulary): ValueToken[] {
  const lexemes = lexemesOf(text);
  const pieces: ValueToken[] = [];
  const place = (from: number, to: number): TokenRange => ({
    start: lexemes[from]?.start ?? 0,
    end: lexemes[to - 1]?.end ?? 0,
    gap: lexemes[from]?.gap ?? 'none',
  });
  let at = 0;
  while (at < lexemes.length) {
    const lexeme = lexemes[at] as Lexeme;
    if (lexeme.type === 'figure' || (lexeme.type === 'sign' && fractionSign(lexeme.key))) {
      const figure = figureAt(lexemes, at, vocabulary);
      const where = place(at, figure.next);
      pieces.push(figure.isOpaque ? { type: 'opaque', ...where } : { type: 'number', ...where, ...figure.number });
      at = figure.next;
      continue;
    }
    const run = runAt(lexemes, at, vocabulary);
    if (run) {
      let done = at;
      for (const { from, to, amounts, form, isArticle } of run.numbers) {
        for (let between = done; between < from; between += 1) pieces.push(plain(lexemes[between] as Lexeme));
        pieces.push({ type: 'number', ...place(from, to), amounts, form, figures: null, isArticle });
        done = to;
      }
      // A single word that is no number here is a word like others: `second` may be a unit, `sept` a month.
      if (run.numbers.length === 0)
        pieces.push(run.next === at + 1 ? plain(lexeme) : { type: 'opaque', ...place(at, run.next) });
      at = run.next;
      continue;
    }
    pieces.push(romanAt(lexemes, at) ?? hanAt(lexeme) ?? plain(lexeme));
    at += 1;
  }
  return pieces;
}

const plain = ({ type, start, end, gap, key, written }: Lexeme): WordToken => ({
  type: type === 'word' ? 'word' : 'sign',
  start,
  end,
  gap,
  key,
  written,
});

interface Figure {
  readonly next: number;
  readonly isOpaque: boolean;
  readonly number: Pick<NumberToken, 'amounts' | 'form' | 'figures' | 'isArticle'>;
}

/** Figures with what belongs to them: `2½`, `1/2`, `3.5 million`, `2nd`. */
function figureAt(lexemes: readonly Lexeme[], at: number, vocabulary: ValueVocabulary): Figure {
  const lexeme = lexemes[at] as Lexeme;
  const language = vocabulary.language?.tag ?? '';
  let [amounts, next, figures]: [readonly Amount[], number, string | null] = [[], at + 1, lexeme.key];
  const sign = fractionSign(lexeme.key);
  if (sign) [amounts, figures] = [[amountOf(...sign)], null];
  else {
    amounts = amountsOf(lexeme.key, language);
    const behind = lexemes[at + 1];
    const part = behind && behind.gap !== 'break' ? fractionSign(behind.key) : null;
    const written = behind?.gap === 'blank' ? fractionAt(lexemes, at + 1) : null;
    if (part && /^\d+$/.test(lexeme.key))
      [amounts, next, figures] = [amounts.map((one) => plus(one, amountOf(...part))), at + 2, null];
    else if (written && /^\d+$/.test(lexeme.key))
      [amounts, next, figures] = [amounts.map((one) => plus(one, written)), at + 4, null];
  }
  const number = { amounts, form: figures === null ? 'fraction' : 'cardinal', figures, isArticle: false } as const;
  const ending = lexemes[next];
  const glued = ending?.type === 'word' && ending.gap === 'none' ? next : isHyphen(lexemes, next) ? next + 1 : -1;
  const suffix = lexemes[glued];
  if (suffix?.type === 'word' && figures !== null && isOrdinalEnding(lexeme.key, suffix, glued > next, vocabulary))
    return { next: glued + 1, isOpaque: false, number: { ...number, form: 'ordinal', figures: null } };
  return scaled({ next, isOpaque: false, number }, lexemes, vocabulary);
}

/** `3/4`, where the lower figure is larger. */
function fractionAt(lexemes: readonly Lexeme[], at: number): Amount | null {
  const [upper, stroke, lower] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]];
  if (upper?.type !== 'figure' || stroke?.gap !== 'none' || lower?.gap !== 'none') return null;
  if (!/^[/\u2044]$/.test(stroke.key) || !/^\d{1,2}$/.test(upper.key) || !/^\d{1,2}$/.test(lower.key)) return null;
  return Number(upper.key) < Number(lower.key) ? amountOf(Number(upper.key), Number(lower.key)) : null;
}

function isHyphen(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.key === '-' && lexemes[at]?.gap === 'none' && lexemes[at + 1]?.gap === 'none';
}

/** `2nd` is one, `2th` is none: in English the ending goes by the number. */
function isOrdinalEnding(
  figure: string,
  { key, written }: Lexeme,
  isHyphened: boolean,
  vocabulary: ValueVocabulary,
): boolean {
  if (!/^\d{1,4}$/.test(figure) || !/^[\p{Ll}\p{Lm}\p{Lo}ªº]+$/u.test(written)) return false;
  const english = englishEnding(Number(figure));
  if (['st', 'nd', 'rd', 'th', 'd'].includes(key))
    return !isHyphened && (key === english || (key === 'd' && /[23]$/.test(figure)));
  // Letters that are units or decades as often need the language, or the hyphen of Cyrillic.
  if (key.length === 1 && !isHyphened && !/[ªºеe]/.test(written)) return false;
  return (
    vocabulary.has('ordinalEndings', key) &&
    !(vocabulary.has('decadeEndings', key) && figure.endsWith('0') && figure.length !== 1)
  );
}

function englishEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** Figures with the scales behind them, if those are understood. */
function scaled(figure: Figure, lexemes: readonly Lexeme[], vocabulary: ValueVocabulary): Figure {
  let { next } = figure;
  let amounts = figure.number.amounts;
  for (let count = 0; count < 3; count += 1) {
    const at = isHyphen(lexemes, next) ? next + 1 : next;
    const word = lexemes[at];
    if (word?.type !== 'word' || word.gap === 'break') break;
    const factors = factorsOf(word, vocabulary);
    if (factors.length > 0) {
      if (amounts.length === 0) return { ...figure, next: at + 1, isOpaque: true };
      amounts = factors.flatMap((factor) => amounts.map((amount) => times(amount, amountOf(factor))));
      next = at + 1;
      // The point of an abbreviation: 5 Mio.
      if (SHORT_SCALES.has(word.key) && lexemes[next]?.key === '.' && lexemes[next + 1]?.type === 'word') next += 1;
      continue;
    }
    if (isSpoilt(word, vocabulary)) {
      let end = at + 1;
      for (let run = runAt(lexemes, end, vocabulary); run; run = runAt(lexemes, end, vocabulary)) end = run.next;
      return { ...figure, next: end, isOpaque: true };
    }
    break;
  }
  if (next === figure.next) return figure;
  // 3 million two hundred: what follows the scale belongs to the number, and nobody adds that up here.
  const rest = lexemes[next]?.gap === 'blank' ? runAt(lexemes, next, vocabulary) : null;
  if (rest?.numbers.some(({ form, isArticle }) => form === 'cardinal' && !isArticle))
    return { ...figure, next: rest.next, isOpaque: true };
  return { next, isOpaque: false, number: { ...figure.number, amounts, figures: null, form: 'cardinal' } };
}

function factorsOf(word: Lexeme, vocabulary: ValueVocabulary): number[] {
  const short = SHORT_SCALES.get(word.key);
  if (short !== undefined && (word.key !== 'k' || word.gap === 'none')) return [short];
  const factors = vocabulary
    .speakersOf(word)
    .filter(
      (language) =>
        language === vocabulary.language ||
        !language.doubtful.has(word.key) ||
        // Only German writes it large.
        (language.tag === 'de' && /^\p{Lu}/u.test(word.written)),
    )
    .flatMap((language) => language.numerals.get(word.key) ?? [])
    .filter(({ role, isOrdinal }) => !isOrdinal && (role === 'hundred' || role === 'scale' || role === 'collective'))
    .map(({ value }) => value);
  return [...new Set(factors)];
}

const SCALE_STEM =
  /^(?:thousand|million|milliard|billion|tausend|millon|milion|milijun|milijard|miliard|hiljad|tisuc|tysjac|hundert|hundred)/;
/** A scale with an unknown ending. Who has a million is no scale. */
function isSpoilt(word: Lexeme, vocabulary: ValueVocabulary): boolean {
  if (!SCALE_STEM.test(word.key) || /^(?:mill|bill)ion(?:n?air|ar)/.test(word.key)) return false;
  return !vocabulary
    .speakersOf(word)
    .some((language) => hasRole(language.numerals.get(word.key) ?? [], 'plain', 'hundred', 'scale', 'part'));
}

function romanAt(lexemes: readonly Lexeme[], at: number): NumberToken | null {
  const lexeme = lexemes[at];
  if (lexeme?.type !== 'word') return null;
  const before = lexemes[at - 1]?.key === '.' ? lexemes[at - 2] : lexemes[at - 1];
  if (lexeme.gap === 'none' && lexemes[at - 1]?.type !== 'sign') return null;
  const isAsked = before?.type === 'word' && ASKING.has(before.key) && lexeme.written.length < 8;
  const value = romanValue(lexeme.written, isAsked ? 'asked' : 'unasked');
  if (value === null) return null;
  const { start, end, gap } = lexeme;
  return {
    type: 'number',
    start,
    end,
    gap,
    amounts: [amountOf(value)],
    form: 'roman',
    figures: null,
    isArticle: false,
  };
}

function hanAt({ type, start, end, gap, written }: Lexeme): NumberToken | null {
  const value = type === 'word' ? hanValue(written) : null;
  if (value === null) return null;
  return {
    type: 'number',
    start,
    end,
    gap,
    amounts: [amountOf(value)],
    form: 'cardinal',
    figures: null,
    isArticle: false,
  };
}
