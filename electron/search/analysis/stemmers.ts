/**
 * Which stemmer reads which language. English: lunr's own, over the folded word, else Milošević and Milosevic part ways;
 * regular forms that it parts from their headword are stemmed as the headword.
 * Serbian and its sisters: ours, over the folded word too. Others: Snowball's, over the lower-case word with its
 * accents, which their rules need, and folded afterwards.
 */
import lunr from 'lunr';
import snowball from 'snowball-stemmers';
import { foldWord } from '../../text/index.js';
import { englishHeadword } from './english-forms.js';
import { southSlavicQueryStems, stemSouthSlavic } from './south-slavic-stemmer.js';

export interface Stemmer {
  /** Languages of the same name are read alike. */
  readonly name: string;
  /** @param exact lower case, NFC. @param surface the same word folded. @returns the folded stem. */
  stem(exact: string, surface: string): string;
  /** As `stem`, with what else a word in a query may mean. */
  queryStems(exact: string, surface: string): string[];
}

const SNOWBALL: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};
const SOUTH_SLAVIC = new Set(['sr', 'hr', 'bs', 'sh', 'cnr']);

const english: Stemmer = {
  name: 'en',
  stem: (_exact, surface) => lunr.stemmer(new lunr.Token(englishHeadword(surface), {})).toString(),
  queryStems: (exact, surface) => [english.stem(exact, surface)],
};
export const southSlavic: Stemmer = {
  name: 'sr',
  stem: (_exact, surface) => stemSouthSlavic(surface),
  queryStems: (_exact, surface) => southSlavicQueryStems(surface),
};
/** Languages nobody has written a stemmer for: only folded. */
const plain: Stemmer = { name: 'und', stem: (_exact, surface) => surface, queryStems: (_exact, surface) => [surface] };

/**
 * Where typists leave accents out and the stemmer needs them: negociacion has no ending to Spanish, negociación has. A
 * Spanish or Italian word carries one accent at most, so all ways to set it are few.
 */
const ACCENTS: Readonly<Record<string, string>> = { ca: '\u0300\u0301', es: '\u0301', fr: '\u0301', it: '\u0300' };

function accented(language: string, surface: string): string[] {
  const words: string[] = [];
  for (const accent of ACCENTS[language] ?? '') {
    for (const { index } of surface.slice(0, 40).matchAll(/[aeiou]/g)) {
      words.push((surface.slice(0, index + 1) + accent + surface.slice(index + 1)).normalize('NFC'));
    }
  }
  // Portuguese sets two marks at once, but only in these endings.
  if (language === 'pt') {
    words.push(surface.replace(/cao$/, 'ção').replace(/coes$/, 'ções').replace(/sao$/, 'são').replace(/soes$/, 'sões'));
  }
  return words;
}

function snowballStemmer(language: string, algorithm: string): Stemmer {
  let loaded: { stem(word: string): string } | null = null;
  const stem = (exact: string) => {
    loaded ??= snowball.newStemmer(algorithm);
    return foldWord(loaded.stem(exact));
  };
  return {
    name: language,
    stem,
    queryStems(exact, surface) {
      const words = exact === surface ? [exact, ...accented(language, surface)] : [exact, surface];
      return words.map(stem);
    },
  };
}

// Stemmers are made once: the memo of words goes by them.
const byLanguage = new Map<string, Stemmer>([
  ...Object.entries(SNOWBALL).map(([tag, name]) => [tag, snowballStemmer(tag, name)] as const),
  ...[...SOUTH_SLAVIC].map((tag) => [tag, southSlavic] as const),
  ['en', english],
  // Nobody said: most archives of English readers hold English, and memoranda must find treaties by treaty. To a text
  // in another language Porter's rules do little harm, and a query always asks for the unstemmed word too.
  ['', english],
  ['und', english],
]);

/**
 * @param language BCP 47, in any case; '' when it is not known.
 * @returns the stemmer of its first part (en of en-GB); `plain` for a language without one, English when the tag is none.
 */
export function stemmerOf(language: string): Stemmer {
  return byLanguage.get(language) ?? byLanguage.get(firstPart(language)) ?? plain;
}

function firstPart(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0]?.split('-')[0] ?? '';
  } catch {
    return '';
  }
}
