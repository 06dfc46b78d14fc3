/**
 * What a row of numerals says, by the grammar of its language. Invariant: all of the row is one number, or nothing is; no
 * part of it is ever a number.
 */
import { type Amount, amountOf, plus, times } from './amount.js';
import type { AndUsage, Numeral, NumeralGrammar, NumeralRole } from './value-language.js';

/** A numeral with all that its word may be, or the word `and`. */
export type NumeralItem = readonly Numeral[] | 'and';

export interface ComposedNumeral {
  readonly amount: Amount;
  /** `year`: written in pairs, as only years are. */
  readonly form: 'cardinal' | 'ordinal' | 'fraction' | 'year';
}

/** A number that begins at some item, and where it ends. */
interface NumeralOption {
  readonly value: number;
  readonly next: number;
  readonly isOrdinal: boolean;
}

const MILLION = 1_000_000;

/** @param items at most some dozens: the callers see to it. @returns null when they are not one number of the language. */
export function composeNumeral(items: readonly NumeralItem[], grammar: NumeralGrammar): ComposedNumeral | null {
  const { numbersAt, tensAt, find } = rules(items, grammar);
  const end = items.length;

  const whole = numbersAt(0, Number.POSITIVE_INFINITY).find(({ next }) => next === end);
  // Twice, for the halves of `anderthalb`.
  if (whole && Number.isSafeInteger(whole.value * 2))
    return { amount: amountOf(whole.value * 2, 2), form: whole.isOrdinal ? 'ordinal' : 'cardinal' };
  return yearInPairs() ?? dozens() ?? fraction();

  /** `nineteen sixty-two`, `nineteen oh five`. */
  function yearInPairs(): ComposedNumeral | null {
    if (grammar.yearsInPairs === 'never') return null;
    for (const { value: century, next } of tensAt(0)) {
      if (century < 10 || century > 20) continue;
      const isZero = find(next, 'plain', (value) => value === 0) !== undefined;
      const rest = tensAt(isZero ? next + 1 : next).find((option) => option.next === end && !option.isOrdinal);
      if (rest && (isZero ? rest.value < 10 : rest.value >= 10))
        return { amount: amountOf(century * 100 + rest.value), form: 'year' };
    }
    return null;
  }

  function dozens(): ComposedNumeral | null {
    const dozen = find(end - 1, 'collective');
    if (!dozen) return scaledDozens();
    if (end === 1) return dozen.isBare ? { amount: amountOf(dozen.value), form: 'cardinal' } : null;
    const factor = factorBefore(end - 1);
    return factor && { amount: times(factor, amountOf(dozen.value)), form: 'cardinal' };
  }

  /** `une centaine de milliers`. */
  function scaledDozens(): ComposedNumeral | null {
    const [dozen, scale] = [find(end - 2, 'collective'), find(end - 1, 'scale')];
    if (!dozen || !scale || scale.isOrdinal) return null;
    const factor = end === 2 ? (dozen.isBare ? amountOf(1) : null) : factorBefore(end - 2);
    return factor && { amount: times(factor, amountOf(dozen.value * scale.value)), form: 'cardinal' };
  }

  /** What stands before a dozen: a number, an article, a half. */
  function factorBefore(until: number): Amount | null {
    if (until === 1 && find(0, 'article')) return amountOf(1);
    const row = items.slice(0, until);
    if (row.at(-1) !== 'and' && find(until - 1, 'article') && find(until - 2, 'part', (value) => value === 2))
      return until === 2 ? amountOf(1, 2) : null;
    const factor = composeNumeral(row, grammar);
    return factor && factor.form !== 'ordinal' && factor.form !== 'year' ? factor.amount : null;
  }

  /** `two thirds`, `two and a half million`, `half a million`. */
  function fraction(): ComposedNumeral | null {
    const scale = find(end - 1, 'scale') ?? find(end - 1, 'hundred');
    if (scale && !scale.isOrdinal && end > 1) {
      // half a million
      const isArticle = find(end - 2, 'article') !== undefined;
      const row = items.slice(0, isArticle ? end - 2 : end - 1);
      const part = row.length > 0 ? partsOf(row) : null;
      return part && { amount: times(part, amountOf(scale.value)), form: 'cardinal' };
    }
    // deux millions et demi
    const half = find(end - 1, 'part', (value) => value === 2);
    const before = find(end - 3, 'scale');
    if (half && before && items[end - 2] === 'and') {
      const full = composeNumeral(items.slice(0, end - 2), grammar);
      if (full?.form === 'cardinal') return { ...full, amount: plus(full.amount, amountOf(before.value, 2)) };
    }
    const part = partsOf(items);
    return part && { amount: part, form: 'fraction' };
  }

  function partsOf(row: readonly NumeralItem[]): Amount | null {
    const last = row.length - 1;
    const part = find(last, 'part');
    if (!part) return null;
    const one = amountOf(1, part.value);
    if (last === 0) return part.isBare ? one : null;
    const isArticle = find(last - 1, 'article') !== undefined;
    const join = row.indexOf('and');
    if (join > 0 && join < last) {
      const full = wholeOfRow(0, join);
      if (full === null) return null;
      const count = join + 1 === last || (isArticle && join + 2 === last) ? 1 : wholeOfRow(join + 1, last);
      return count === null || count >= part.value ? null : plus(amountOf(full), amountOf(count, part.value));
    }
    if (isArticle && last === 1) return one;
    const count = wholeOfRow(0, last);
    return count === null ? null : amountOf(count, part.value);
  }

  function wholeOfRow(from: number, to: number): number | null {
    if (to === from + 1 && find(from, 'article')) return 1;
    return (
      numbersAt(from, Number.POSITIVE_INFINITY).find((option) => option.next === to && !option.isOrdinal)?.value ?? null
    );
  }
}

function rules(items: readonly NumeralItem[], grammar: NumeralGrammar) {
  const find = (at: number, role: NumeralRole, fits: (value: number) => boolean = () => true): Numeral | undefined => {
    const item = items[at];
    return item === undefined || item === 'and' ? undefined : item.find((one) => one.role === role && fits(one.value));
  };
  const plain = (at: number, from: number, to: number): readonly Numeral[] => {
    const item = items[at];
    if (item === undefined || item === 'and') return [];
    return item.filter(({ role, value }) => role === 'plain' && value >= from && value <= to);
  };
  /** One to nine, without halves. */
  const unitsAt = (at: number) => plain(at, 1, 9).filter(({ value }) => Number.isInteger(value));
  /** Where the next part begins: with and without `and`, as the joint allows. */
  const joint = (at: number, rule: AndUsage): number[] => {
    if (items[at] !== 'and') return rule === 'must' ? [] : [at];
    return rule === 'never' ? [] : [at + 1];
  };
  const option = ({ value, isOrdinal }: Numeral, next: number): NumeralOption => ({ value, next, isOrdinal });

  /** 10 to 19; dix-sept is ten and seven. */
  const teensAt = (at: number): NumeralOption[] =>
    plain(at, 10, 19).flatMap((teen) => [
      option(teen, at + 1),
      ...(grammar.vigesimal === 'may' && teen.value === 10
        ? plain(at + 1, 7, 9).map((unit) => ({ ...option(unit, at + 2), value: 10 + unit.value }))
        : []),
    ]);

  /** What may follow tens. */
  const afterTens = (value: number, at: number, isOrdinal: boolean): NumeralOption[] => {
    if (isOrdinal && grammar.ordinalTens === 'never') return [];
    return joint(at, grammar.afterTens).flatMap((next) => {
      const units = unitsAt(next).map((unit) => option(unit, next + 1));
      const teens = grammar.vigesimal === 'may' && (value === 60 || value === 80) ? teensAt(next) : [];
      return [...units, ...teens]
        .filter((rest) => !isOrdinal || rest.isOrdinal)
        .map((rest) => ({ ...rest, value: value + rest.value }));
    });
  };

  /** 1 to 99. */
  const tensAt = (at: number): NumeralOption[] => {
    const found: NumeralOption[] = plain(at, 1, 99)
      .filter(({ value }) => value < 10 || value > 19)
      .map((one) => option(one, at + 1));
    found.push(...teensAt(at));
    for (const { value, isOrdinal } of plain(at, 20, 90)) {
      if (value % 10 === 0) found.push(...afterTens(value, at + 1, isOrdinal));
    }
    if (grammar.vigesimal === 'may' && plain(at, 4, 4).some((four) => !four.isOrdinal)) {
      for (const twenty of plain(at + 1, 20, 20)) {
        found.push({ ...option(twenty, at + 2), value: 80 });
        if (!twenty.isOrdinal) found.push(...afterTens(80, at + 2, false));
      }
    }
    if (grammar.unitsFirst === 'may' && items[at + 1] === 'and') {
      for (const unit of [...unitsAt(at), ...articleAt(at)]) {
        if (unit.isOrdinal) continue;
        for (const ten of plain(at + 2, 20, 90)) {
          if (ten.value % 10 === 0) found.push({ ...option(ten, at + 3), value: ten.value + unit.value });
        }
      }
    }
    return found;
  };
  const articleAt = (at: number): Numeral[] => {
    const article = find(at, 'article');
    return article ? [article] : [];
  };

  /** What may follow hundreds, or nothing. */
  const withTail = (value: number, at: number, isOrdinal: boolean): NumeralOption[] => [
    { value, next: at, isOrdinal },
    ...(isOrdinal && grammar.ordinalTens === 'never'
      ? []
      : joint(at, grammar.afterHundreds).flatMap((next) =>
          tensAt(next)
            .filter((rest) => !isOrdinal || rest.isOrdinal)
            .map((rest) => ({ ...rest, value: value + rest.value })),
        )),
  ];

  /** 1 to 999; `twelve hundred` too. */
  const hundredsAt = (at: number): NumeralOption[] => {
    const tens = tensAt(at);
    const found = [...tens];
    for (const fixed of plain(at, 100, 900)) found.push(...withTail(fixed.value, at + 1, fixed.isOrdinal));
    const bare = find(at, 'hundred');
    if (bare?.isBare) found.push(...withTail(100, at + 1, bare.isOrdinal));
    const counts = find(at, 'article') ? [...tens, { value: 1, next: at + 1, isOrdinal: false }] : tens;
    for (const { value, next, isOrdinal } of counts) {
      const hundred = find(next, 'hundred');
      if (!hundred || isOrdinal || value % 10 === 0) continue;
      if (value < 10 || grammar.hundredsPastNine === 'may')
        found.push(...withTail(value * 100, next + 1, hundred.isOrdinal));
    }
    return found;
  };

  const tailOf = (value: number, at: number, tails: (next: number) => NumeralOption[]): NumeralOption[] => [
    { value, next: at, isOrdinal: false },
    ...joint(at, grammar.afterScales).flatMap((next) =>
      tails(next).map((rest) => ({ ...rest, value: value + rest.value })),
    ),
  ];
  const belowThousand = (at: number) => hundredsAt(at).filter(({ value }) => value < 1_000);

  const scaled = (
    value: number,
    at: number,
    scale: Numeral,
    tails: (next: number) => NumeralOption[],
  ): NumeralOption[] =>
    scale.isOrdinal
      ? [{ value: value * scale.value, next: at, isOrdinal: true }]
      : tailOf(value * scale.value, at, tails);
  const isThousand = (value: number) => value === 1_000;

  /** Below a million. */
  const thousandsAt = (at: number): NumeralOption[] => {
    const hundreds = hundredsAt(at);
    const found = [...hundreds];
    const bare = find(at, 'scale', isThousand);
    if (bare?.isBare) found.push(...scaled(1, at + 1, bare, belowThousand));
    const counts = find(at, 'article') ? [...hundreds, { value: 1, next: at + 1, isOrdinal: false }] : hundreds;
    for (const { value, next, isOrdinal } of counts) {
      const thousand = find(next, 'scale', isThousand);
      if (thousand && !isOrdinal && value < 1_000) found.push(...scaled(value, next + 1, thousand, belowThousand));
    }
    return found;
  };

  /** Any number whose scales are all below `limit`. */
  const numbersAt = (at: number, limit: number): NumeralOption[] => {
    const thousands = thousandsAt(at);
    const found = [...thousands, ...plain(at, 0, 0).map((zero) => option(zero, at + 1))];
    const isBig = (value: number) => value >= MILLION && value < limit;
    const bare = find(at, 'scale', isBig);
    if (bare?.isBare) found.push(...scaled(1, at + 1, bare, (next) => numbersAt(next, bare.value)));
    const counts = find(at, 'article') ? [...thousands, { value: 1, next: at + 1, isOrdinal: false }] : thousands;
    for (const { value, next, isOrdinal } of counts) {
      const scale = find(next, 'scale', isBig);
      if (scale && !isOrdinal) found.push(...scaled(value, next + 1, scale, (after) => numbersAt(after, scale.value)));
    }
    return found;
  };

  return { numbersAt, tensAt, find };
}
