/**
 * Other spellings of a typed word: ä as ae and ae as ä, names of the Cyrillic alphabets in another transliteration. The
 * index holds one term for `pot` and `pöt`, so a term that may hold another spelling counts only when one of the forms
 * it is written in is one: `poet` does not find `pot`.
 */
import { foldWord } from '../../text/index.js';
import type { WordPattern } from '../segment/word-pattern.js';
import { NamePattern } from './name-pattern.js';
import { CYRILLIC, isKnownName, isWritingOf, MARKS, skeletonsOf } from './slavic-names.js';
import { type Stemmer, stemmerOf } from './stemmers.js';

export interface AlternateSpelling {
  /** Terms of the index that may hold the word in this spelling. */
  readonly terms: readonly string[];
  /** Accepts further such terms; null: there are none. */
  readonly pattern: WordPattern | null;
  /** Whether a form of such a term is the typed word spelt otherwise. @param written lower case, or with a capital. */
  isSpelling(written: string): boolean;
}

/** @param exact the typed word in lower case, NFC. @param languages of the documents; none counts as unknown. */
export function alternateSpellings(exact: string, languages: readonly string[]): AlternateSpelling[] {
  const stemmers = [...new Set((languages.length > 0 ? languages : ['']).map(stemmerOf))];
  const hasCyrillic = languages.some((language) => CYRILLIC_LANGUAGES.test(language));
  return [withUmlauts(exact, stemmers), inOtherLetters(exact, hasCyrillic)].filter((spelling) => spelling !== null);
}

/** Letters of German and the Scandinavian languages, as typists without them write them, and back. */
const TOGGLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ä',
  ae: 'ä',
  oe: 'ö',
  ue: 'ü',
  aa: 'å',
};
const TOGGLES = /[äöüåøæ]|ae|oe|ue|aa/g;
/** 2 to the power of this many spellings are asked for; of a word with more such places all or none are changed. */
const MAX_TOGGLES = 4;
/** A form may lack an ending that was typed. */
const MAX_ENDING_LENGTH = 3;
const MIN_UNITS = 3;
const MAX_UNITS = 60;

function withUmlauts(exact: string, stemmers: readonly Stemmer[]): AlternateSpelling | null {
  if (exact.length < MIN_UNITS || exact.length > MAX_UNITS) return null;
  const places = [...exact.matchAll(TOGGLES)];
  const last = places.at(-1);
  if (!last) return null;
  const all = 2 ** places.length - 1;
  const choices = places.length <= MAX_TOGGLES ? Array.from({ length: all }, (_, at) => at + 1) : [all];
  const terms = new Set<string>();
  for (const choice of choices) {
    const word = toggled(exact, places, choice);
    const surface = foldWord(word);
    terms.add(surface);
    for (const stemmer of stemmers) terms.add(stemmer.stem(word, surface));
  }
  const placesEnd = last.index + last[0].length;
  const [typed, spelt] = [exact.slice(0, placesEnd), spelledOut(exact.slice(0, placesEnd))];
  const least = spelledOut(exact).length - MAX_ENDING_LENGTH;
  return {
    terms: [...terms],
    pattern: null,
    isSpelling(written) {
      const form = written.toLowerCase();
      const formSpelt = spelledOut(form);
      return formSpelt.length >= least && formSpelt.startsWith(spelt) && !form.startsWith(typed);
    },
  };
}

function toggled(exact: string, places: readonly RegExpExecArray[], choice: number): string {
  let word = '';
  let end = 0;
  for (const [at, { index, 0: letters }] of places.entries()) {
    const isSet = Math.floor(choice / 2 ** at) % 2 === 1;
    word += exact.slice(end, index) + (isSet ? TOGGLED[letters] : letters);
    end = index + letters.length;
  }
  return word + exact.slice(end);
}

const spelledOut = (word: string): string =>
  foldWord(word.normalize('NFC').replace(/[äöüåø]/g, (letter) => TOGGLED[letter] ?? letter));

/** Languages that write names in Cyrillic letters which their Latin writings do not agree on. */
const CYRILLIC_LANGUAGES = /^(?:ru|uk|be|bg)\b/i;

function inOtherLetters(exact: string, hasCyrillic: boolean): AlternateSpelling | null {
  const skeletons = skeletonsOf(exact);
  if (skeletons.size === 0) return null;
  const isSure = hasCyrillic || CYRILLIC.test(exact) || MARKS.test(exact);
  if (!isSure && ![...skeletons].some(isKnownName)) return null;
  return {
    terms: [],
    pattern: new NamePattern(skeletons),
    isSpelling: (written) => isWritingOf(exact, skeletons, written),
  };
}
