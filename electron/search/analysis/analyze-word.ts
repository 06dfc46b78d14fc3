/**
 * What one written word is to the index: its term, and the tokens that stand beside it at the same number because the
 * word can be read in several ways.
 */
import type { Range } from '../../contract/index.js';
import { foldWord, withoutInvisible } from '../../text/index.js';
import { capitalsOf, capitalsTerm, initialsOf, initialsTerm, isShortAmongCapitals } from './acronyms.js';
import { DIGIT, INVISIBLE, kindAt, unitsAt } from './characters.js';
import { inOneWord } from './compounds.js';
import { lengthBeforeMark } from './footnote-marks.js';
import { positionLength } from './position-length.js';
import type { Stemmer } from './stemmers.js';
import { isStopWord } from './stop-words.js';
import { WordCache } from './word-cache.js';
import { elisionLength, humps, syllables, withoutPossessive } from './word-parts.js';

/**
 * One kind of word of a text. The same raw word in the same language gives the same object as long as it is remembered;
 * an archive has more kinds of words than that, so a caller may key a Map by it to save work, and has to take two
 * objects of the same strings for the same word.
 */
export interface AnalyzedToken {
  /** What the index holds: the folded stem, never ''. */
  readonly term: string;
  /** Folded, not stemmed; of a compound that others write in one word, that word. */
  readonly surface: string;
  /**
   * As written, lower case, NFC, without punctuation at its edges and without invisible characters; every apostrophe is
   * ', for nobody types the typographic one. Of a part that no sign parts (Wiki of WikiLeaks) the word it is part of.
   */
  readonly exact: string;
  /** Like `exact`, in its own case and with its own apostrophes. */
  readonly written: string;
  /** How many positions it takes: 1, or of a compound as many as it has words. */
  readonly positionLength: number;
}

/** A token within a word, counted from the word's beginning. */
export interface InnerToken {
  readonly token: AnalyzedToken;
  readonly start: number;
  readonly end: number;
}

/** A word with all its readings. */
export interface AnalyzedWord {
  readonly token: AnalyzedToken;
  /** In order of their starts. */
  readonly inner: readonly InnerToken[];
  /** Its reading as an acronym; null when it is not in capitals. */
  readonly acronym: { readonly token: AnalyzedToken; readonly isAlsoAmongCapitals: boolean } | null;
}

export interface WordAnalyzer {
  /** @returns null for what folds to nothing, such as a lone stretching stroke. */
  word(text: string, start: number, end: number): AnalyzedWord | null;
  /** A compound, or two characters of a script without blanks. */
  whole(text: string, start: number, end: number): AnalyzedToken | null;
}

/** Words longer than this (encoded files, rows of letters) are read each time and not remembered. In UTF-16 units. */
const MAX_KNOWN_LENGTH = 100;
const NOTHING: AnalyzedWord = {
  token: { term: '', surface: '', exact: '', written: '', positionLength: 1 },
  inner: [],
  acronym: null,
};
const NO_INNER: readonly InnerToken[] = [];

export function createWordAnalyzer(stemmer: Stemmer): WordAnalyzer {
  const words = new WordCache((raw) => readWord(raw));
  const wholes = new WordCache((raw) => readWhole(raw, stemmer));

  function word(text: string, start: number, end: number): AnalyzedWord | null {
    const found = end - start > MAX_KNOWN_LENGTH ? readWord(text.slice(start, end)) : words.at(text, start, end);
    return found === NOTHING ? null : found;
  }

  /** @returns `NOTHING` for a word that folds to nothing. */
  function readWord(raw: string): AnalyzedWord {
    if (PLAIN.test(raw)) {
      // Nothing to fold, compose or take off: most words of most texts, read some times faster.
      const lower = raw.toLowerCase();
      const token = {
        term: stemmer.stem(lower, lower) || lower,
        surface: lower,
        exact: lower,
        written: raw,
        positionLength: 1,
      };
      const inner = PLAIN_HUMPS.test(raw) ? humpsOf(raw, token) : NO_INNER;
      const unmarked = unmarkedOf(raw, token);
      return {
        token,
        inner: unmarked ? [unmarked, ...inner] : inner,
        acronym: PLAIN_CAPITALS.test(raw) ? acronymOf(token) : null,
      };
    }
    const surface = surfaceOf(raw);
    if (surface === '') return NOTHING;
    const written = writtenOf(raw);
    const exact = exactOf(raw);
    const initials = raw.includes('.') ? initialsOf(written) : '';
    if (initials !== '') {
      const token = {
        term: initialsTerm(initials),
        surface: surface.replace(/\.$/, ''),
        exact,
        written,
        positionLength: 1,
      };
      return { token, inner: lettersOf(raw), acronym: null };
    }
    const spelled = kindAt(raw, 0) === DIGIT ? inOneWord(written) : null;
    const term = spelled ?? (stemmer.stem(withoutPossessive(exact), surface) || surface);
    const token = { term, surface, exact, written, positionLength: 1 };
    const inner = [...lettersOf(raw), ...syllablesOf(raw, token)];
    // Most words have no capital but the first letter.
    const hasCapitals = written.slice(1) !== exact.slice(1);
    if (hasCapitals) inner.push(...humpsOf(raw, token));
    const unmarked = unmarkedOf(raw, token);
    if (unmarked) inner.push(unmarked);
    const elided = elisionLength(raw, stemmer.name);
    const behind = elided > 0 ? word(raw, elided, raw.length) : null;
    if (behind && !inner.some(({ start, end }) => start === elided && end === raw.length)) {
      inner.push({ token: behind.token, start: elided, end: raw.length });
    }
    inner.sort((a, b) => a.start - b.start);
    return { token, inner, acronym: hasCapitals ? acronymOf(token) : null };
  }

  /** The runs of letters and digits in a word with apostrophes or full stops. Milosevic's is found by Milosevic as it is. */
  function lettersOf(raw: string): InnerToken[] {
    const runs = runsIn(raw);
    if (runs.length < 2) return [];
    const [[from, until]] = runs as [Range];
    const isPossessive = runs.length === 2 && withoutPossessive(exactOf(raw)) === exactOf(raw.slice(from, until));
    return (isPossessive ? runs.slice(1) : runs).flatMap(([start, end]) => {
      const read = word(raw, start, end);
      return read ? [{ token: read.token, start, end }] : [];
    });
  }

  /** Wiki and Leaks of WikiLeaks. */
  function humpsOf(raw: string, { exact, written }: AnalyzedToken): InnerToken[] {
    return humps(raw).flatMap(([start, end]) => {
      const read = word(raw, start, end);
      return read ? [{ token: { ...read.token, exact, written }, start, end }] : [];
    });
  }

  /** The word before the mark of a note. */
  function unmarkedOf(raw: string, { exact, written }: AnalyzedToken): InnerToken | null {
    const end = lengthBeforeMark(raw);
    const read = end > 0 ? word(raw, 0, end) : null;
    return read && { token: { ...read.token, exact, written }, start: 0, end };
  }

  function acronymOf({ surface, exact, written }: AnalyzedToken): AnalyzedWord['acronym'] {
    const letters = capitalsOf(written);
    if (letters === '') return null;
    const term = capitalsTerm(letters);
    const isFunctionWord = isStopWord(surface, ['', stemmer.name]);
    return {
      // Its surface is its term, so that beginnings and wildcards meet the plain word only.
      token: { term, surface: term, exact, written, positionLength: 1 },
      isAlsoAmongCapitals: isShortAmongCapitals(letters) && !isFunctionWord,
    };
  }

  return {
    word,
    whole: (text, start, end) => {
      const token = wholes.at(text, start, end);
      return token === NOTHING.token ? null : token;
    },
  };
}

/** Places of what signs part within a word. */
function runsIn(raw: string): Range[] {
  const runs: Range[] = [];
  let start = 0;
  for (let at = 0; at <= raw.length; at += at < raw.length ? unitsAt(raw, at) : 1) {
    if (at < raw.length && kindAt(raw, at) <= INVISIBLE) continue;
    if (at > start) runs.push([start, at]);
    start = at + 1;
  }
  return runs;
}

/** Pairs of syllables of a Korean word, so that it is found without its particles and in compounds. */
function syllablesOf(raw: string, { exact, written }: AnalyzedToken): InnerToken[] {
  const places = syllables(raw);
  if (places.length < 3) return [];
  return places.slice(1).map(([, end], at) => {
    const start = (places[at] as readonly [number, number])[0];
    const surface = foldWord(raw.slice(start, end).normalize('NFC'));
    return { token: { term: surface, surface, exact, written, positionLength: 1 }, start, end };
  });
}

function readWhole(raw: string, stemmer: Stemmer): AnalyzedToken {
  const written = writtenOf(raw);
  const spelled = inOneWord(written);
  const surface = surfaceOf(spelled ?? written);
  if (!/[a-z0-9]/.test(surface) && !/[\p{L}\p{N}]/u.test(surface)) return NOTHING.token;
  const exact = exactOf(raw);
  const term = spelled === null ? surface : stemmer.stem(withoutPossessive(exactOf(spelled)), surface) || surface;
  return { term, surface, exact, written, positionLength: positionLength(written) };
}

const PLAIN = /^[A-Za-z0-9]+$/;
const PLAIN_HUMPS = /[a-z][A-Z]|[A-Z]{2}[a-z]/;
const PLAIN_CAPITALS = /^[A-Z]{2,}$/;

/** @param bare a word without punctuation at its edges; '' gives ''. */
export const surfaceOf = (bare: string): string =>
  PLAIN.test(bare) ? bare.toLowerCase() : withoutPossessive(foldWord(bare));
// Blanks are within a word only between the thousands of a number, or where a row of characters goes on in the next line.
export const writtenOf = (bare: string): string =>
  PLAIN.test(bare)
    ? bare
    : withoutInvisible(bare)
        .replace(/[\r\n]/g, '')
        .replace(/[\u00A0\u2009\u202F]/g, ' ')
        .normalize('NFC');
// A capital that comes apart in lower case is composed again.
export const exactOf = (bare: string): string =>
  PLAIN.test(bare) ? bare.toLowerCase() : writtenOf(bare).toLowerCase().normalize('NFC').replace(/[’‘ʼ]/g, "'");
