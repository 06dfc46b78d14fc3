/**
 * Which language a text is in. The script decides first, then the letters that only one language has, then function
 * words, and only then trigrams (franc-min), which take names, lists and short texts for anything.
 */
import { francAll } from 'franc-min';
import { foldWord, tokens } from '../../text/index.js';
import { FUNCTION_WORDS } from './function-words.js';
import { isEnglishStopWord } from './stop-words.js';

/** Pieces looked at, and how long each is, in UTF-16 units: a letterhead or a quotation must not decide for the rest. */
const PIECES = 4;
const PIECE_UNITS = 600;
/** Fewer letters tell nothing where several languages share the script; less is enough where a script has one. */
const MIN_LETTERS = 60;
const MIN_LETTERS_OF_ITS_OWN = 12;
const MIN_WORDS = 10;
const MIN_LETTERS_FOR_TRIGRAMS = 120;
const LETTERS_FOR_ALL_TRIGRAMS = 600;
/** Names of franc-min for what a short text may be in; of its rarer languages some take any row of names for theirs. */
const LIKELY = 'eng fra deu spa por ita nld pol ces ron tur hun swe hrv bos srp vie ind swh'.split(' ');

/** Scripts that (nearly) one language writes. */
const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Bengali}/gu, 'bn'],
];

/**
 * Tells a language from some 2,400 characters of a text, sampled at four places.
 *
 * Serbian, Croatian and Bosnian in Latin letters are one language to any statistics; the answer is `sr-Latn` unless the
 * text has both ijekavian forms and words that only Croatian standard uses (tko, tisuća, općina), then `hr`. `bs` is
 * never guessed. All three are stemmed alike, so searching does not suffer by the guess.
 * @returns a BCP 47 tag, with the script only for Serbian; '' when the text is too short or cannot be determined.
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text).normalize('NFC');
  const letters = count(sample, /\p{L}/gu);
  if (letters < MIN_LETTERS_OF_ITS_OWN) return '';
  const latin = count(sample, /\p{Script=Latin}/gu);
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu);
  if (cyrillic * 2 > letters) return cyrillicLanguage(sample, cyrillic);
  if (latin * 2 > letters) return latinLanguage(sample, latin);
  return otherLanguage(sample, letters);
}

/** A guess from fewer letters is one among several: words are then looked for by the endings of every language. */
const MIN_LETTERS_TO_BE_CERTAIN = 200;

export type Certainty = 'certain' | 'uncertain';

/** @param language as guessed from the text; '' when it could not be determined. */
export function certaintyOf(language: string, text: string): Certainty {
  if (language === '') return 'uncertain';
  let letters = 0;
  // Only as far as is needed: most texts are long.
  for (const _letter of text.matchAll(/\p{L}/gu)) if (++letters >= MIN_LETTERS_TO_BE_CERTAIN) return 'certain';
  return 'uncertain';
}

function sampleOf(text: string): string {
  if (text.length <= PIECES * PIECE_UNITS) return text;
  const step = (text.length - PIECE_UNITS) / (PIECES - 1);
  const pieces = Array.from({ length: PIECES }, (_, piece) => {
    const from = Math.floor(piece * step);
    return text.slice(from, from + PIECE_UNITS);
  });
  return pieces.join('\n');
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function cyrillicLanguage(sample: string, letters: number): string {
  if (letters < MIN_LETTERS) return '';
  const share = (pattern: RegExp) => count(sample, pattern) / letters;
  // Three in a hundred letters of Serbian are ј alone. Macedonian shares ј, љ, њ and џ, but has its own ѓ, ќ and ѕ.
  if (share(/[јљњћђџѓќѕ]/giu) > 0.01) return share(/[ѓќѕ]/giu) > share(/[ћђ]/giu) ? 'mk' : 'sr-Cyrl';
  if (share(/[қғңөүұһә]/giu) > 0.01) return trigrams(sample);
  if (share(/ў/giu) > 0.005) return 'be';
  if (share(/[іїєґ]/giu) > 0.01) return 'uk';
  if (share(/[ыэё]/giu) > 0.005) return 'ru';
  if (share(/ъ/giu) > 0.005) return 'bg';
  return trigrams(sample);
}

function latinLanguage(sample: string, letters: number): string {
  const words = tokens(sample).map((token) => foldWord(token.text));
  if (letters < MIN_LETTERS || words.length < MIN_WORDS) return '';
  // Poles and Czechs, too, say na, za and od: letters that Serbian does not have speak against it.
  const isSouthSlavic = count(sample, /[qwxyąęłńóśźżěřůťďňýáíéúőäöü]/giu) < letters * 0.03;
  const evidence = functionWords(words).filter(({ language }) => isSouthSlavic || !/^s[rl]$/.test(language));
  const [best, second] = evidence;
  if (best && best.share >= 0.2 && best.share >= 1.3 * (second?.share ?? 0)) {
    return best.language === 'sr' ? southSlavicTag(words) : best.language;
  }
  if (letters < MIN_LETTERS_FOR_TRIGRAMS) return '';
  const guess = trigrams(sample, letters < LETTERS_FOR_ALL_TRIGRAMS ? LIKELY : null);
  if (['sr', 'hr', 'bs'].includes(guess)) return isSouthSlavic ? southSlavicTag(words) : '';
  // A list of names, a table: where function words say something else, trigrams have no say.
  const shareOf = (wanted: string) => evidence.find(({ language }) => language === wanted)?.share;
  if ((shareOf(guess) ?? 1) < 0.1) return '';
  return guess !== 'en' && (shareOf('en') ?? 0) >= 0.15 ? '' : guess;
}

interface LanguageEvidence {
  readonly language: string;
  /** Of all words, 0 to 1. */
  readonly share: number;
}

/** @returns every language with a list, the likeliest first. */
function functionWords(words: readonly string[]): LanguageEvidence[] {
  const share = (isOne: (word: string) => boolean) => words.filter(isOne).length / words.length;
  const evidence: LanguageEvidence[] = [{ language: 'en', share: share(isEnglishStopWord) }];
  for (const [language, list] of FUNCTION_WORDS) {
    // Russian is recognised by its letters, above.
    if (language !== 'ru') evidence.push({ language, share: share((word) => list.has(word)) });
  }
  return evidence.sort((a, b) => b.share - a.share);
}

const IJEKAVIAN =
  /^(?:prije|poslije|gdje|ovdje|uvijek|vrijem|mjest|predsjedni|cijel|rijec|bijel|dvije|uspje|nije(?:m|l)|vijes)/;
const CROATIAN =
  /^(?:tko|netko|nitko|svatko|tisuc|opcin|tjed|takoder|glede|tijekom|sijecnj|veljac|ozujk|travnj|svibnj|lipnj|srpnj|kolovoz|rujn|listopad|studen|prosinc|europsk|povijes|glazb)/;

function southSlavicTag(words: readonly string[]): string {
  const isCroatian = words.some((word) => IJEKAVIAN.test(word)) && words.some((word) => CROATIAN.test(word));
  return isCroatian ? 'hr' : 'sr-Latn';
}

function otherLanguage(sample: string, letters: number): string {
  for (const [pattern, language] of OWN_SCRIPTS) {
    // Japanese writes Chinese characters among its own.
    if (count(sample, pattern) > letters * (language === 'ja' ? 0.1 : 0.5)) return language;
  }
  return letters < MIN_LETTERS ? '' : trigrams(sample);
}

function trigrams(sample: string, only: string[] | null = null): string {
  const [first] = francAll(sample, only ? { only } : {})[0] ?? ['und'];
  if (first === 'und') return '';
  // ISO 639-3 to BCP 47, which prefers two letters where there are two.
  return Intl.getCanonicalLocales(first)[0] ?? '';
}
