/** All that is known of the words of the languages, looked up by the language of the text first and then by all of them. */
import { foldWord } from '../fold.js';
import { composeNumeral, type NumeralItem } from './compose-numeral.js';
import { LANGUAGES, languageOf } from './languages/index.js';
import { OTHER_CALENDARS } from './languages/others.js';
import { type NumeralSplitter, splitterOf } from './split-numeral.js';
import type { Numeral, ValueLanguage, ValuePhrase } from './value-language.js';

type WordSets = {
  [K in keyof ValueLanguage]: ValueLanguage[K] extends ReadonlySet<string> ? K : never;
}[keyof ValueLanguage];
type WordMaps = 'months' | 'weekdays' | 'seasons';

export interface WordMeaning extends ValuePhrase {
  readonly kind: 'measure' | 'money' | 'percentage';
}

export interface ValueVocabulary {
  /** Of the text; null where it is not known. */
  readonly language: ValueLanguage | null;
  /** Base and region of the hint, lower case: `en-us`. */
  readonly hint: string;
  has(set: WordSets, key: string): boolean;
  /** Numbers of a month, day or season, in the language of the text where it knows the word. */
  named(map: WordMaps, key: string): readonly number[];
  /** What begins with a word, longest first. */
  phrasesAt(key: string): readonly WordMeaning[];
  /** The languages in which a word is numerals alone, as it is written. */
  speakersOf(word: { readonly key: string; readonly written: string }): readonly ValueLanguage[];
  itemsOf(key: string, language: ValueLanguage): readonly NumeralItem[] | null;
}

const splitters = new Map<ValueLanguage, NumeralSplitter>();
const known = new Map<string, ValueVocabulary>();

/** @param hint BCP 47, or empty. */
export function vocabularyOf(hint: string): ValueVocabulary {
  const language = languageOf(hint);
  const key = language ? hint.toLowerCase().replace('_', '-') : '';
  const made = known.get(key);
  if (made) return made;
  const vocabulary = createVocabulary(language, key);
  if (known.size < 100) known.set(key, vocabulary);
  return vocabulary;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const isWritten = ({ script }: ValueLanguage, as: 'latin' | 'cyrillic'): boolean => script === 'both' || script === as;

/** Distinct words of a text are few; a hostile one must not grow this. */
const CACHE_LIMIT = 20_000;

function createVocabulary(language: ValueLanguage | null, hint: string): ValueVocabulary {
  const speakers = new Map<string, readonly ValueLanguage[]>();
  const sets = new Map<string, ReadonlySet<string>>();
  const itemsOf = (key: string, one: ValueLanguage): readonly NumeralItem[] | null => {
    const numerals = one.numerals.get(key);
    if (numerals) return [numerals];
    const split = splitters.get(one) ?? splitterOf(one);
    splitters.set(one, split);
    const items = split(key);
    return items && composeNumeral(items, one.grammar) ? items : null;
  };
  const phrases = phraseIndex(language ? [language] : LANGUAGES);
  return {
    language,
    hint,
    has: (set, key) => {
      if (language) return language[set].has(key);
      const all = sets.get(set) ?? new Set(LANGUAGES.flatMap((one) => [...one[set]]));
      sets.set(set, all);
      return all.has(key);
    },
    named: (map, key) => {
      const own = language?.[map].get(key);
      return own === undefined ? (everyName(map).get(key) ?? []) : [own];
    },
    phrasesAt: (key) => phrases.get(key) ?? (language ? (everyPhrase().get(key) ?? []) : []),
    speakersOf: ({ key, written }) => {
      const script = CYRILLIC.test(written) ? 'cyrillic' : 'latin';
      const found = speakers.get(script + key);
      if (found) return found;
      const speaking =
        language && isWritten(language, script) && itemsOf(key, language)
          ? [language]
          : LANGUAGES.filter((one) => isWritten(one, script) && itemsOf(key, one) !== null);
      if (speakers.size >= CACHE_LIMIT) speakers.clear();
      speakers.set(script + key, speaking);
      return speaking;
    },
    itemsOf,
  };
}

/** Symbols that no language declines. Written small, but for those that are not. */
const SYMBOLS: Readonly<Record<string, string>> = {
  km: 'km',
  m: 'm',
  cm: 'cm',
  mm: 'mm',
  mi: 'mi',
  yd: 'yd, yds',
  ft: 'ft',
  ha: 'ha',
  kg: 'kg',
  g: 'g',
  mg: 'mg',
  t: 't',
  kt: 'kt',
  Mt: 'mt',
  lb: 'lb, lbs',
  oz: 'oz',
  l: 'l',
  nmi: 'nmi, nm',
  'km/h': 'kmh, kph',
  min: 'min',
  h: 'h',
  'km²': 'sqkm',
};
const CODES: Readonly<Record<string, string>> = {
  USD: 'usd',
  EUR: 'eur',
  GBP: 'gbp',
  CHF: 'chf',
  DEM: 'dem',
  FRF: 'frf',
  RUB: 'rub',
  RSD: 'rsd',
  YUD: 'yud',
  JPY: 'jpy',
};

function phraseIndex(languages: readonly ValueLanguage[]): ReadonlyMap<string, readonly WordMeaning[]> {
  const found = new Map<string, WordMeaning[]>();
  const add = (kind: WordMeaning['kind'], { keys, means }: ValuePhrase): void => {
    const first = keys[0] ?? '';
    const list = found.get(first) ?? [];
    if (list.some((other) => other.kind === kind && other.means === means && other.keys.join() === keys.join())) return;
    found.set(
      first,
      [...list, { keys, means, kind }].sort((a, b) => b.keys.length - a.keys.length),
    );
  };
  const plain = (kind: WordMeaning['kind'], table: Readonly<Record<string, string>>) => {
    for (const [means, forms] of Object.entries(table)) {
      for (const form of forms.split(', ')) add(kind, { keys: [form], means });
    }
  };
  plain('measure', SYMBOLS);
  plain('money', CODES);
  for (const one of languages) {
    for (const phrase of one.units) add('measure', phrase);
    for (const phrase of one.currencies) add('money', phrase);
    for (const phrase of one.percent) add('percentage', phrase);
  }
  return found;
}
let allPhrases: ReadonlyMap<string, readonly WordMeaning[]> | null = null;
function everyPhrase(): ReadonlyMap<string, readonly WordMeaning[]> {
  allPhrases ??= phraseIndex(LANGUAGES);
  return allPhrases;
}

const names = new Map<WordMaps, ReadonlyMap<string, readonly number[]>>();

/** Of each word all that it means in any language: `listopad` is October or November. */
function everyName(map: WordMaps): ReadonlyMap<string, readonly number[]> {
  const made = names.get(map);
  if (made) return made;
  const found = new Map<string, number[]>();
  const add = (key: string, value: number): void => {
    const list = found.get(key) ?? [];
    if (key !== '' && !list.includes(value))
      found.set(
        key,
        [...list, value].sort((a, b) => a - b),
      );
  };
  for (const one of LANGUAGES) for (const [key, value] of one[map]) add(key, value);
  if (map !== 'seasons') for (const [key, value] of tabledNames(map)) add(key, value);
  names.set(map, found);
  return found;
}

function* tabledNames(map: 'months' | 'weekdays'): Generator<readonly [string, number]> {
  for (const tag of OTHER_CALENDARS) {
    const zone = { timeZone: 'UTC' } as const;
    const long = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', weekday: 'long', ...zone });
    const formats = [long, new Intl.DateTimeFormat(tag, { month: 'long', ...zone })];
    // The third of January 2000 was a Monday.
    const dates =
      map === 'weekdays'
        ? [...Array(7).keys()].map((day) => new Date(Date.UTC(2000, 0, 3 + day)))
        : [...Array(12).keys()].map((month) => new Date(Date.UTC(2000, month, 5)));
    for (const [at, date] of dates.entries()) {
      for (const { type, value } of formats.flatMap((format) => format.formatToParts(date))) {
        if (type === (map === 'months' ? 'month' : 'weekday'))
          yield [foldWord(value).replace(/[^\p{L}]/gu, ''), at + 1];
      }
    }
  }
}

export const hasRole = (numerals: readonly Numeral[], ...roles: readonly Numeral['role'][]): boolean =>
  numerals.some(({ role }) => roles.includes(role));
