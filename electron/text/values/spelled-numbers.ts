/**
 * Numbers in words. Invariant: a run of numerals is one number, or several where `and` parts them, or nothing at all; a
 * word in it that is not understood makes all of it nothing.
 */
import { type Amount, writeAmount } from './amount.js';
import { type ComposedNumeral, composeNumeral, type NumeralItem } from './compose-numeral.js';
import { OTHER_NUMERALS } from './languages/others.js';
import type { Lexeme } from './lexemes.js';
import type { ValueLanguage } from './value-language.js';
import { hasRole, type ValueVocabulary } from './value-vocabulary.js';

/** Nobody writes longer numbers in words; one of all nine digits has twenty. */
const MAX_WORDS = 40;

export interface SpelledNumber {
  /** Indices of lexemes, half-open. */
  readonly from: number;
  readonly to: number;
  /** The likeliest first. */
  readonly amounts: readonly Amount[];
  readonly form: ComposedNumeral['form'];
  /** `ein`, `une`: a number only before a unit. */
  readonly isArticle: boolean;
}

export interface SpelledRun {
  /** Index of the first lexeme behind the run. */
  readonly next: number;
  /** Empty when the run is not understood. */
  readonly numbers: readonly SpelledNumber[];
}

interface Member {
  /** Index of a lexeme. */
  readonly at: number;
  readonly isAnd: boolean;
}

/** @returns null when no run begins with that lexeme. */
export function runAt(lexemes: readonly Lexeme[], at: number, vocabulary: ValueVocabulary): SpelledRun | null {
  const first = lexemes[at];
  if (first?.type !== 'word') return null;
  let speakers = vocabulary.speakersOf(first);
  if (speakers.length === 0 || !isOpening(lexemes, at, speakers, vocabulary)) return null;
  const members: Member[] = [{ at, isAnd: false }];
  let isUnderstood = !isTainted(lexemes, at, speakers, vocabulary);
  let next = at + 1;
  for (;;) {
    const step = stepFrom(lexemes, next, speakers, vocabulary, members);
    if (!step) break;
    if (step.speakers) speakers = step.speakers;
    else isUnderstood = false;
    members.push(...step.members);
    next = step.next;
  }
  if (!isUnderstood || members.length > MAX_WORDS) return { next, numbers: [] };
  return { next, numbers: numbersOf(lexemes, members, speakers, vocabulary) };
}

/** An article begins or continues a number only where something follows that it counts: `a hundred`, `two and a half`. */
function isOpening(
  lexemes: readonly Lexeme[],
  at: number,
  speakers: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
): boolean {
  const [lexeme, after] = [lexemes[at], lexemes[at + 1]];
  return speakers.some((language) => {
    const numerals = language.numerals.get(lexeme?.key ?? '');
    if (!numerals || numerals.some(({ role }) => role !== 'article')) return true;
    const [counted] =
      after?.type === 'word' && after.gap !== 'break' ? (vocabulary.itemsOf(after.key, language) ?? []) : [];
    return counted !== undefined && counted !== 'and' && hasRole(counted, 'hundred', 'scale', 'collective', 'part');
  });
}

interface SpelledStep {
  readonly next: number;
  readonly members: readonly Member[];
  /** Who understands all of the run; null when nobody does. */
  readonly speakers: readonly ValueLanguage[] | null;
}

/** One more word of the run, or what spoils it. */
function stepFrom(
  lexemes: readonly Lexeme[],
  at: number,
  speakers: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
  members: readonly Member[],
): SpelledStep | null {
  const hyphen = lexemes[at]?.key === '-' && lexemes[at]?.gap === 'none' && lexemes[at + 1]?.gap !== 'break';
  const isComma = lexemes[at]?.key === ',' && lexemes[at]?.gap === 'none';
  const next = hyphen || isComma ? at + 1 : at;
  const lexeme = lexemes[next];
  if (lexeme?.type !== 'word' || lexeme.gap === 'break') return null;
  // A hyphen before a blank is a dash, unless the line ends there.
  if (hyphen && lexeme.gap === 'blank' && !/^\p{Ll}/u.test(lexeme.written)) return null;
  const knowing = (key: string) => speakers.filter((language) => vocabulary.itemsOf(key, language) !== null);
  const word = (index: number, who: readonly ValueLanguage[] | null, extra: readonly Member[] = []): SpelledStep => ({
    next: index + 1,
    members: [...extra, { at: index, isAnd: false }],
    speakers: who,
  });
  const able = knowing(lexeme.key).filter((language) => isOpening(lexemes, next, [language], vocabulary));
  if (isComma) return able.length > 0 && goesOn(lexemes, members, next, able, vocabulary) ? word(next, able) : null;

  const joining = speakers.filter(
    (language) => language.and.has(lexeme.key) || isLink(language, lexemes, next, vocabulary),
  );
  const behind = lexemes[next + 1]?.key === '-' && hyphen ? next + 2 : next + 1;
  if (joining.length > 0 && able.length === 0) {
    const after = lexemes[behind];
    if (after?.type !== 'word' || after.gap === 'break') return null;
    const both = joining.filter(
      (language) =>
        vocabulary.itemsOf(after.key, language) !== null && isOpening(lexemes, behind, [language], vocabulary),
    );
    const isLinked = !joining.some((language) => language.and.has(lexeme.key));
    if (both.length > 0) return word(behind, both, isLinked ? [] : [{ at: next, isAnd: true }]);
    const isSpoilt =
      isNumberLike(after, joining, vocabulary) || isUnknownBetween(lexemes, behind, speakers, vocabulary);
    return isSpoilt ? word(behind, null) : null;
  }
  if (able.length > 0) return word(next, able);
  if (hyphen) return isKnownOtherwise(lexeme.key, vocabulary) ? null : word(next, null);
  if (isNumberLike(lexeme, speakers, vocabulary)) return word(next, null);
  return isUnknownBetween(lexemes, next, speakers, vocabulary) ? word(next, null) : null;
}

/** Between two numerals a word that nobody knows may be a third: `two blorp hundred`. Names are none. */
function isUnknownBetween(
  lexemes: readonly Lexeme[],
  at: number,
  speakers: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
): boolean {
  const [lexeme, after] = [lexemes[at], lexemes[at + 1]];
  if (!lexeme || after?.type !== 'word' || after.gap !== 'blank') return false;
  const isPlain = /^[\p{Ll}\p{M}]+$/u.test(lexeme.written);
  const isFollowed = OTHER_NUMERALS.has(after.key) || isCounting(after.key, speakers, vocabulary);
  return isPlain && isFollowed && !isKnownOtherwise(lexeme.key, vocabulary);
}

/** `une centaine de milliers`: a word that only leads on to a scale. */
function isLink(language: ValueLanguage, lexemes: readonly Lexeme[], at: number, vocabulary: ValueVocabulary): boolean {
  const after = lexemes[at + 1];
  const before = lexemes[at - 1];
  if (!language.of.has(lexemes[at]?.key ?? '') || after?.type !== 'word' || before?.type !== 'word') return false;
  const [dozen, scale] = [language.numerals.get(before.key) ?? [], language.numerals.get(after.key) ?? []];
  return vocabulary.language !== undefined && hasRole(dozen, 'collective') && hasRole(scale, 'scale');
}

/** Whether a numeral counts things, not places: ordinals often stand in a clause of their own. */
const isCounting = (key: string, speakers: readonly ValueLanguage[], vocabulary: ValueVocabulary): boolean =>
  speakers.some((language) => {
    const last = vocabulary.itemsOf(key, language)?.at(-1) ?? 'and';
    return last !== 'and' && last.some(({ isOrdinal, role }) => !isOrdinal && role !== 'article');
  });

/** `one million, two hundred thousand`: after a scale, what is smaller. */
function goesOn(
  lexemes: readonly Lexeme[],
  members: readonly Member[],
  next: number,
  able: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
): boolean {
  const last = lexemes[members.at(-1)?.at ?? -1];
  if (!last) return false;
  return able.some((language) => {
    const scale = language.numerals.get(last.key)?.find(({ role, isOrdinal }) => role === 'scale' && !isOrdinal);
    if (!scale) return false;
    // What follows up to the next sign has no scale as large.
    let isScaleless = scale.value > 1_000;
    for (let at = next; at < next + MAX_WORDS && lexemes[at]?.type === 'word'; at += 1) {
      const numerals = language.numerals.get(lexemes[at]?.key ?? '');
      if (
        !numerals &&
        !language.and.has(lexemes[at]?.key ?? '') &&
        !vocabulary.itemsOf(lexemes[at]?.key ?? '', language)
      )
        break;
      if (numerals?.some(({ role, value }) => role === 'scale' && value >= scale.value)) return false;
      if (hasRole(numerals ?? [], 'hundred')) isScaleless = true;
    }
    return isScaleless;
  });
}

/** Whether what stands before a run spoils it: an unknown numeral, or a word that makes a scale vague. */
function isTainted(
  lexemes: readonly Lexeme[],
  at: number,
  speakers: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
): boolean {
  const [before, lexeme] = [lexemes[at - 1], lexemes[at]];
  if (!before || !lexeme || lexeme.gap === 'break') return false;
  if (before.key === '-' && before.gap === 'none' && lexeme.gap === 'none') {
    const joined = lexemes[at - 2];
    return joined !== undefined && joined.type !== 'sign' && !isKnownOtherwise(joined.key, vocabulary);
  }
  if (lexeme.gap === 'none') return before.type === 'figure';
  if (before.type !== 'word') return false;
  const isAnd = before.gap === 'blank' && speakers.some((language) => language.and.has(before.key));
  const numeral = isAnd ? lexemes[at - 2] : before;
  if (numeral?.type === 'word' && isNumberLike(numeral, speakers, vocabulary)) return true;
  return speakers.every((language) => {
    const numerals = language.numerals.get(lexeme.key) ?? [];
    return language.vague.has(before.key) && hasRole(numerals, 'hundred', 'scale', 'collective');
  });
}

/** A word that is understood, only not as a number: it ends a run and spoils nothing. */
function isKnownOtherwise(key: string, vocabulary: ValueVocabulary): boolean {
  if (OTHER_NUMERALS.has(key)) return false;
  return (
    key.length < 2 ||
    (
      [
        'ordinary',
        'and',
        'of',
        'to',
        'between',
        'at',
        'inYear',
        'year',
        'century',
        'clock',
        'minus',
        'vague',
        'decadeBefore',
      ] as const
    ).some((set) => vocabulary.has(set, key)) ||
    vocabulary.named('months', key).length > 0 ||
    vocabulary.named('weekdays', key).length > 0 ||
    vocabulary.named('seasons', key).length > 0 ||
    vocabulary.phrasesAt(key).length > 0
  );
}

const MIN_STEM = 4;
const MIN_MISSPELT = 5;
const MAX_STEM_LENGTH = 24;
const stems = new WeakMap<ValueLanguage, ReadonlySet<string>>();
const misspellings = new WeakMap<ValueLanguage, ReadonlySet<string>>();

/** Whether a word that is no numeral looks like one: a numeral with an unknown ending, one letter off, of another language. */
function isNumberLike(lexeme: Lexeme, speakers: readonly ValueLanguage[], vocabulary: ValueVocabulary): boolean {
  const { key } = lexeme;
  if (vocabulary.speakersOf(lexeme).length > 0) return false;
  if (OTHER_NUMERALS.has(key)) return true;
  return speakers.some((language) => {
    if (language.ordinary.has(key)) return false;
    const own = stemsOf(language);
    for (let length = MIN_STEM; length < Math.min(key.length, MAX_STEM_LENGTH); length += 1) {
      const stem = key.slice(0, length);
      if (own.has(stem) || (!language.numerals.has(stem) && vocabulary.itemsOf(stem, language))) return true;
    }
    return key.length >= MIN_MISSPELT && key.length <= MAX_STEM_LENGTH && isMisspelt(key, language);
  });
}

function stemsOf(language: ValueLanguage): ReadonlySet<string> {
  const known = stems.get(language);
  if (known) return known;
  const made = new Set(
    [...language.numerals]
      .filter(([key, numerals]) => key.length >= MIN_STEM && !hasRole(numerals, 'article'))
      .map(([key]) => key),
  );
  stems.set(language, made);
  return made;
}

/** One letter too many, too few, or another one. */
function isMisspelt(key: string, language: ValueLanguage): boolean {
  let near = misspellings.get(language);
  if (!near) {
    const made = new Set<string>();
    for (const numeral of language.numerals.keys()) {
      if (numeral.length >= MIN_MISSPELT) for (const form of withoutOne(numeral)) made.add(form);
    }
    near = made;
    misspellings.set(language, made);
  }
  return (
    near.has(key) ||
    withoutOne(key).some((form) => near.has(form) || (language.numerals.has(form) && form.length >= MIN_MISSPELT))
  );
}

/** The word without each of its letters but the first. */
const withoutOne = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => `${word.slice(0, at + 1)}${word.slice(at + 2)}`);

function numbersOf(
  lexemes: readonly Lexeme[],
  members: readonly Member[],
  speakers: readonly ValueLanguage[],
  vocabulary: ValueVocabulary,
): SpelledNumber[] {
  const isAlone = members.length === 1;
  const before = lexemes[(members[0]?.at ?? 0) - 1];
  const isPronoun = (language: ValueLanguage): boolean =>
    language.pronouns.has(lexemes[members[0]?.at ?? -1]?.key ?? '') && language.determiners.has(before?.key ?? '');
  if (isAlone && speakers.some(isPronoun)) return [];
  const able = speakers.filter(
    (language) =>
      !isAlone || language === vocabulary.language || !language.doubtful.has(lexemes[members[0]?.at ?? -1]?.key ?? ''),
  );
  // Where languages part the run differently, there is no telling.
  const readings = able
    .map((language) => partition(lexemes, members, language, vocabulary))
    .filter((found) => found !== null);
  const [first, ...others] = readings;
  if (!first) return [];
  const alike = others.filter(
    (other) =>
      other.map(({ from, to }) => `${from}-${to}`).join() === first.map(({ from, to }) => `${from}-${to}`).join(),
  );
  if (alike.length < others.length) return [];
  return first.map((number, at) => ({
    ...number,
    amounts: distinct([number, ...alike.map((other) => other[at] ?? number)].flatMap(({ amounts }) => amounts)),
    isArticle: [number, ...alike.map((other) => other[at] ?? number)].every(({ isArticle }) => isArticle),
  }));
}

const distinct = (amounts: readonly Amount[]): Amount[] => [
  ...new Map(amounts.map((amount) => [writeAmount(amount), amount])).values(),
];

/** The run as one number; failing that as several, parted at `and`. */
function partition(
  lexemes: readonly Lexeme[],
  members: readonly Member[],
  language: ValueLanguage,
  vocabulary: ValueVocabulary,
): SpelledNumber[] | null {
  const part = (from: number, to: number): SpelledNumber | null => {
    const row = members.slice(from, to);
    const items = row.flatMap(({ at, isAnd }): readonly NumeralItem[] =>
      isAnd ? ['and'] : (vocabulary.itemsOf(lexemes[at]?.key ?? '', language) ?? []),
    );
    const composed = composeNumeral(items, language.grammar);
    const [first, last] = [row[0]?.at ?? 0, row.at(-1)?.at ?? 0];
    if (!composed) return null;
    const numerals = row.length === 1 ? (language.numerals.get(lexemes[first]?.key ?? '') ?? []) : [];
    return {
      from: first,
      to: last + 1,
      amounts: [composed.amount],
      form: composed.form,
      isArticle: hasRole(numerals, 'article'),
    };
  };
  const ands = members.flatMap(({ isAnd }, at) => (isAnd ? [at] : []));
  const between = ands.length > 0 && language.between.has(lexemes[(members[0]?.at ?? 0) - 1]?.key ?? '');
  const whole = between ? null : part(0, members.length);
  if (whole) return [whole];
  // From the end: the numbers that begin at each part, the longest first.
  const starts = [0, ...ands.map((at) => at + 1)];
  const best = new Map<number, SpelledNumber[] | null>([[members.length + 1, []]]);
  for (const from of starts.toReversed()) {
    let found: SpelledNumber[] | null = null;
    for (const to of [members.length, ...ands.toReversed()]) {
      if (to <= from || (between && from === 0 && to === members.length)) continue;
      const rest = best.get(to + 1);
      const head = rest ? part(from, to) : null;
      if (head && rest) {
        found = [head, ...rest];
        break;
      }
    }
    best.set(from, found);
  }
  return best.get(0) ?? null;
}
