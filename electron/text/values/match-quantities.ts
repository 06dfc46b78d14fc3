/** Numbers with what belongs to them: sign, currency, unit, percent, the other end of a range. */
import type { Range } from '../../contract/index.js';
import { type Amount, amountOf, isLess, negative, times, wholeOf, writeAmount } from './amount.js';
import { yearReading } from './date-readings.js';
import type { TokenReader } from './token-reader.js';
import { inBaseUnit } from './units.js';
import type { QuantityReading, ValueBound, ValueMatch, ValueReading } from './value.js';
import type { NumberToken } from './value-tokens.js';
import type { ValueVocabulary } from './value-vocabulary.js';

/** Signs before, or behind, a sum. Where one stands for several currencies it stays what it is. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: '$',
  '£': '£',
  '€': 'EUR',
  '¥': 'JPY',
  '₽': 'rouble',
  '₤': '£',
  '¢': 'c',
  ƒ: 'guilder',
};
/** Letters before a sum. */
const CURRENCY_LETTERS: Readonly<Record<string, string>> = {
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  chf: 'CHF',
  dm: 'DEM',
  rm: 'mark',
  rub: 'RUB',
  frf: 'FRF',
  sfr: 'CHF',
  ffr: 'FRF',
  din: 'dinar',
  ats: 'schilling',
};
const DOLLARS: Readonly<Record<string, string>> = {
  us: 'USD',
  a: 'AUD',
  au: 'AUD',
  c: 'CAD',
  can: 'CAD',
  ca: 'CAD',
  nz: 'NZD',
  hk: 'HKD',
};
const BOUNDS: Readonly<Record<string, ValueBound>> = {
  '<': '<',
  '>': '>',
  '≤': '≤',
  '≥': '≥',
  '±': '±',
  '~': '≈',
  '≈': '≈',
};

interface QuantityPrefix {
  readonly bound: ValueBound | null;
  readonly isNegative: boolean;
  readonly currency: string | null;
  readonly next: number;
}

interface UnitFactor {
  readonly kind: 'money' | 'measure' | 'percentage';
  readonly unit: string | null;
  /** What it multiplies the number by: the scale of money. */
  readonly factor: number;
}

interface QuantitySuffix {
  readonly units: readonly UnitFactor[];
  readonly next: number;
}

/** Whether a folded word may stand before a number and belong to it. */
export const opensQuantity = (key: string, vocabulary: ValueVocabulary): boolean =>
  CURRENCY_LETTERS[key] !== undefined || DOLLARS[key] !== undefined || vocabulary.has('minus', key);

/** @returns null when no number begins with that piece; a match without readings where there is one that means nothing. */
export function quantityAt(reader: TokenReader, at: number): ValueMatch | null {
  const front = frontAt(reader, at);
  const first = reader.number(front.next);
  if (!first) return null;
  const where = (next: number): Range => [reader.pieceAt(at)?.start ?? 0, reader.pieceAt(next - 1)?.end ?? 0];
  const nothing = (next: number): ValueMatch => ({ readings: [], range: where(next), next });
  if (isPartOfWord(reader, front.next, at)) return nothing(front.next + 1);
  const isPlace = first.form === 'ordinal' || first.form === 'roman';
  // The thirties, of a century that is not named: тридцатых годов.
  if (isPlace && reader.isWordOf('year', front.next + 1) && (reader.whole(front.next) ?? 1) % 10 === 0)
    return nothing(front.next + 2);
  const range = rangeBehind(reader, front.next);
  if (range === 'senseless') return nothing(chainEnd(reader, front.next));
  const numbersEnd = range ? range.next : front.next + 1;
  const back = isPlace ? null : backAt(reader, numbersEnd, front.currency);
  const next = back?.next ?? numbersEnd;
  if (!back && endsInWord(reader, numbersEnd)) return nothing(numbersEnd);
  if (first.isArticle && (!back || front.currency)) return null;
  const signed = (amounts: readonly Amount[]) => (front.isNegative ? amounts.map(negative) : amounts);
  const last = range ? range.amounts : null;
  const bare = { bound: front.bound, upTo: null, unit: null };
  if (!back && !front.currency && !last)
    return { readings: plainReadings(first, signed(first.amounts), bare), range: where(next), next };
  const units: readonly UnitFactor[] = back?.units ?? [];
  const all =
    units.length > 0
      ? units
      : front.currency
        ? [{ kind: 'money', unit: front.currency, factor: 1 } as const]
        : [{ kind: 'number', unit: null, factor: 1 } as const];
  const readings = all.flatMap(({ kind, unit, factor }) =>
    signed(first.amounts).flatMap((amount, index) => {
      const low = scaledTo(amount, unit, factor);
      const high = last && scaledTo(last[index] ?? last[0] ?? amount, unit, factor);
      if (high && isLess(high.amount, low.amount)) return [];
      const reading: QuantityReading = {
        kind,
        amount: writeAmount(low.amount),
        upTo: high && writeAmount(high.amount),
        unit: low.unit,
        bound: front.bound,
      };
      return [reading];
    }),
  );
  return { readings, range: where(next), next };
}

function scaledTo(amount: Amount, unit: string | null, factor: number) {
  const full = times(amount, amountOf(factor));
  return unit === null ? { amount: full, unit } : inBaseUnit(full, unit);
}

/** A bare number: of four figures a year as well, as an ordinal an ordinal, a Roman one either. */
function plainReadings(
  { form, figures }: NumberToken,
  amounts: readonly Amount[],
  bare: Pick<QuantityReading, 'bound' | 'upTo' | 'unit'>,
): ValueReading[] {
  const readings: ValueReading[] = amounts.map((amount) => ({
    kind: form === 'ordinal' || form === 'roman' ? 'ordinal' : 'number',
    amount: writeAmount(amount),
    ...bare,
  }));
  const year =
    figures !== null && /^\d{4}$/.test(figures) && amounts[0] && bare.bound === null ? wholeOf(amounts[0]) : null;
  if (form === 'roman') {
    readings.push(...amounts.map((amount) => ({ kind: 'number' as const, amount: writeAmount(amount), ...bare })));
  }
  const date = year !== null && year >= 1000 && year <= 2199 ? yearReading(year) : null;
  return date ? [date, ...readings] : readings;
}

/** Signs and currencies before a number. */
function frontAt(reader: TokenReader, at: number): QuantityPrefix {
  if (reader.number(at)) return { bound: null, isNegative: false, currency: null, next: at };
  let next = at;
  let bound: ValueBound | null = null;
  let isNegative = false;
  let currency: string | null = null;
  const piece = reader.pieceAt(next);
  if (piece?.type === 'sign' && BOUNDS[piece.key]) {
    bound = BOUNDS[piece.key] ?? null;
    next += 1;
    if ((bound === '<' || bound === '>') && reader.isSign(next, '=')) {
      bound = bound === '<' ? '≤' : '≥';
      next += 1;
    }
  }
  if (isMinus(reader, next)) [isNegative, next] = [true, next + 1];
  else if (reader.isSign(next, '+') && reader.isGlued(next + 1)) next += 1;
  const letters = reader.word(next);
  if (letters && DOLLARS[letters.key] && reader.isSign(next + 1, '$') && reader.isGlued(next + 1)) {
    [currency, next] = [DOLLARS[letters.key] ?? null, next + 2];
  } else if (letters && CURRENCY_LETTERS[letters.key] && /^\p{Lu}/u.test(letters.written)) {
    const point = reader.afterPoint(next + 1);
    if (reader.number(point)) [currency, next] = [CURRENCY_LETTERS[letters.key] ?? null, point];
  } else {
    const sign = reader.pieceAt(next);
    if (sign?.type === 'sign' && CURRENCY_SIGNS[sign.key])
      [currency, next] = [CURRENCY_SIGNS[sign.key] ?? null, next + 1];
  }
  if (currency !== null && isMinus(reader, next)) [isNegative, next] = [true, next + 1];
  const isNumber = reader.number(next) !== null;
  return isNumber
    ? { bound, isNegative, currency, next }
    : { bound: null, isNegative: false, currency: null, next: at };
}

/** A dash that touches figures, and nothing before it; or a word for it. */
function isMinus(reader: TokenReader, at: number): boolean {
  const next = reader.pieceAt(at + 1);
  const form = next?.type === 'number' ? next.form : 'cardinal';
  if (form === 'ordinal' || form === 'roman') return false;
  if (reader.isWordOf('minus', at)) return next?.type === 'number' && next.gap === 'blank';
  const before = reader.pieceAt(at - 1);
  const isFree =
    reader.pieceAt(at)?.gap !== 'none' ||
    before === undefined ||
    (before.type === 'sign' && /^[([{<>=≤≥$£€]$/.test(before.key));
  const touches =
    next?.gap === 'none' &&
    (next.type === 'number' || (next.type === 'sign' && CURRENCY_SIGNS[next.key] !== undefined));
  return reader.isSign(at, '-') && isFree && touches;
}

/** `F16`, `B-52`, `A/1234`, `1-2-3`: no number of its own. */
function isPartOfWord(reader: TokenReader, at: number, front: number): boolean {
  if (front !== at || !reader.isGlued(at)) return false;
  const before = reader.pieceAt(at - 1);
  if (!before) return false;
  if (before.type !== 'sign') return true;
  const joined = reader.pieceAt(at - 2);
  const isJoined = /^[-/_.:\\#&=+*%[\]]$/.test(before.key) && before.gap === 'none' && joined !== undefined;
  if (before.key === '.' && joined?.type === 'word') return false;
  return isJoined && joined.type !== 'sign';
}

/** Letters that touch the number and are no unit. `12-storey` is 12, `12-B` is a code. */
function endsInWord(reader: TokenReader, at: number): boolean {
  const piece = reader.pieceAt(at);
  if (piece?.gap !== 'none') return false;
  if (piece.type !== 'sign') return true;
  // 198[1]
  if (piece.key === '[') return reader.isGlued(at + 1) && reader.number(at + 1) !== null;
  if (piece.key === '/' || piece.key === '_') return reader.isGlued(at + 1) && reader.pieceAt(at + 1)?.type !== 'sign';
  const word = reader.word(at + 1);
  if (piece.key !== '-' || !reader.isGlued(at + 1)) return false;
  if (!word) return reader.pieceAt(at + 1)?.type !== 'sign';
  return word.key.length < 3 || !/^\p{Ll}/u.test(word.written) || reader.number(at - 1)?.figures === null;
}

type RangeEnd = { readonly amounts: readonly Amount[]; readonly next: number };

/** `5-6`, `5 to 6`, `5%-6%` are ranges; `6-5` and `1-2-3` are not, nor are they numbers of their own. */
function rangeBehind(reader: TokenReader, at: number): RangeEnd | 'senseless' | null {
  const first = reader.number(at);
  const isDash = reader.isSign(at + 1, '-');
  const isGlued = isDash && reader.isGlued(at + 1) && reader.isGlued(at + 2);
  if (!isDash && !reader.isWordOf('to', at + 1)) return null;
  const sign = reader.pieceAt(at + 2);
  const currency =
    sign?.type === 'sign' && CURRENCY_SIGNS[sign.key] !== undefined && reader.isSign(at - 1, sign.key) ? 1 : 0;
  const last = reader.number(at + 2 + currency);
  if (!first || !last || last.isArticle) return null;
  const isAlone =
    first.form !== 'ordinal' && last.form !== 'ordinal' && first.form !== 'roman' && last.form !== 'roman';
  const [low, high] = [first.amounts[0], last.amounts[0]];
  const isChain = isGlued && reader.isSign(at + 3, '-', '/') && reader.isGlued(at + 3) && reader.isGlued(at + 4);
  const isShort = Math.max(first.figures?.length ?? 0, last.figures?.length ?? 0) <= MAX_RANGE_FIGURES;
  const isOrdered = low !== undefined && high !== undefined && isLess(low, high);
  if (isAlone && isOrdered && isShort && !isChain) return { amounts: last.amounts, next: at + 3 + currency };
  return isGlued ? 'senseless' : null;
}
/** Longer figures with a dash between them are phone numbers and shelf marks. */
const MAX_RANGE_FIGURES = 9;

/** Behind figures that dashes join. */
function chainEnd(reader: TokenReader, at: number): number {
  let next = at + 1;
  while (
    reader.isSign(next, '-', '/') &&
    reader.isGlued(next) &&
    reader.isGlued(next + 1) &&
    reader.pieceAt(next + 1)?.type === 'number'
  )
    next += 2;
  return next;
}

/** Units, currencies and percent behind a number. */
function backAt(reader: TokenReader, at: number, currency: string | null): QuantitySuffix | null {
  const piece = reader.pieceAt(at);
  if (!piece) return null;
  if (currency !== null) {
    const scale = piece.type === 'word' && piece.key === 'm' ? 1e6 : null;
    return scale === null ? null : { units: [{ kind: 'money', unit: currency, factor: scale }], next: at + 1 };
  }
  if (piece.type === 'sign') {
    if (piece.key === '%' || piece.key === '‰')
      return { units: [{ kind: 'percentage', unit: piece.key === '%' ? null : '‰', factor: 1 }], next: at + 1 };
    if (CURRENCY_SIGNS[piece.key] && !reader.number(at + 1))
      return { units: [{ kind: 'money', unit: CURRENCY_SIGNS[piece.key] ?? null, factor: 1 }], next: at + 1 };
    if (piece.key === '°' || piece.key === 'º' || piece.key === '℃' || piece.key === '℉')
      return degrees(reader, at, piece.key);
    if (piece.key !== '-' || piece.gap !== 'none' || !reader.isGlued(at + 1)) return null;
    // `ten-year`, `500-km`
    const found = phraseAt(reader, at + 1);
    return found;
  }
  const scale = piece.type === 'word' && piece.key === 'm' ? CURRENCY_SIGNS[signKey(reader, at + 1)] : undefined;
  if (scale) return { units: [{ kind: 'money', unit: scale, factor: 1e6 }], next: at + 2 };
  return phraseAt(reader, at);
}

const signKey = (reader: TokenReader, at: number): string => {
  const piece = reader.pieceAt(at);
  return piece?.type === 'sign' ? piece.key : '';
};

function degrees(reader: TokenReader, at: number, key: string): QuantitySuffix {
  const letter = reader.word(at + 1);
  const isScale = key !== '℃' && key !== '℉' && letter !== null && /^[CFС]$/.test(letter.written);
  const unit = key === '℃' || (isScale && letter.written !== 'F') ? '°C' : key === '℉' || isScale ? '°F' : '°';
  return { units: [{ kind: 'measure', unit, factor: 1 }], next: isScale ? at + 2 : at + 1 };
}

/** The longest phrase that begins there; points between its words do not count. */
function phraseAt(reader: TokenReader, at: number): QuantitySuffix | null {
  const word = reader.word(at);
  if (!word) return null;
  let longest = 0;
  let next = at;
  const units: UnitFactor[] = [];
  for (const { keys, kind, means } of reader.vocabulary.phrasesAt(word.key)) {
    if (keys.length < longest) break;
    const end = phraseEnd(reader, at, keys);
    if (end === null || !isWrittenSo(word.written, keys)) continue;
    [longest, next] = [keys.length, end];
    const unit: UnitFactor = { kind, unit: kind === 'percentage' ? null : means, factor: 1 };
    if (!units.some((other) => other.kind === kind && other.unit === unit.unit)) units.push(unit);
  }
  return units.length === 0 ? null : afterSquare(reader, next, units);
}

/** Short symbols are small letters: `5 M` is no length. */
const isWrittenSo = (written: string, keys: readonly string[]): boolean =>
  keys.length > 1 || written.length > 1 || /^\p{Ll}/u.test(written);

function phraseEnd(reader: TokenReader, at: number, keys: readonly string[]): number | null {
  let next = at;
  for (const [index, key] of keys.entries()) {
    if (index > 0 && reader.isSign(next, '.', '-')) next += 1;
    if (reader.word(next)?.key !== key) return null;
    next += 1;
  }
  // The last point of `v. H.`
  return keys.length > 1 && keys.at(-1)?.length === 1 ? reader.afterPoint(next) : next;
}

/** `km²` */
function afterSquare(reader: TokenReader, next: number, units: readonly UnitFactor[]): QuantitySuffix {
  const piece = reader.pieceAt(next);
  if (piece?.type !== 'sign' || piece.gap !== 'none' || (piece.key !== '²' && piece.key !== '³'))
    return { units, next };
  return { units: units.map((unit) => ({ ...unit, unit: `${unit.unit}${piece.key}` })), next: next + 1 };
}
