/**
 * Text to tokens and typed words to terms. Invariant: what a person types and what a document holds go the same way, so
 * that scripts, accents, endings and the ways to store a letter cannot part them. Places are of the text as given.
 */
import lunr from 'lunr';
import type { Range } from '../../contract/index.js';
import { foldWord, withoutInvisible } from '../../text/index.js';
import { KnownWords } from './known-words.js';
import { lengthBeforeMark } from './note-marks.js';
import { queryTerms } from './query-terms.js';
import { bareRange, scanWords } from './scan-words.js';
import { type Stemmer, stemmerOf } from './stemmers.js';
import { isStopWord } from './stop-words.js';
import { elisionLength, withoutPossessive } from './word-parts.js';

/**
 * One kind of word of a text. The same raw word in the same language gives the same object as long as it is remembered;
 * an archive has more kinds of words than that, so a caller may key a Map by it to save work, and has to take two
 * objects of the same strings for the same word.
 */
export interface AnalyzedToken {
  /** What the index holds: the folded stem, never ''. */
  readonly term: string;
  /** Folded, not stemmed. */
  readonly surface: string;
  /**
   * As written, lower case, NFC, without punctuation at its edges and without invisible characters; every apostrophe is
   * ', for nobody types the typographic one.
   */
  readonly exact: string;
  /** Like `exact`, in its own case and with its own apostrophes. */
  readonly written: string;
}

export type TokenVisitor = (token: AnalyzedToken, index: number, start: number, end: number) => void;

export interface Analyzer {
  /** Part of an index's identity: changes whenever any output may change. */
  readonly version: string;
  /**
   * Visits the tokens in order of their starts; neighbours in the text have neighbouring numbers. Several tokens share
   * a number where a text can be read in two ways: a word broken at a line's end (the whole word, then its parts), a
   * word with the mark of a note (`treaty12`, then `treaty`), and a French or Italian word behind an elided one (`l’écluse`, then `écluse`).
   * @param language BCP 47, '' when it is not known.
   * @param visit `[start, end)` in UTF-16 units of `text`, of the bare word (with its possessive 's).
   * @returns how many numbers were given: the field's length as lunr counts it.
   */
  analyze(text: string, language: string, visit: TokenVisitor): number;
  /**
   * @param word one word, as `analyze` would split it.
   * @param languages of the documents searched; '' when not known.
   * @returns terms under which the word may stand there, without repetition, the word's own first; [] when it holds no
   * letter or digit. One written word may answer to several of them.
   */
  queryTerms(word: string, languages: readonly string[]): string[];
  /** The word as `AnalyzedToken.surface` has it; '' when it holds no letter or digit. */
  surface(word: string): string;
  /** The word as `AnalyzedToken.exact` has it; '' when it holds no letter or digit. */
  exact(word: string): string;
  /** Whether the word is a function word of one of the languages. The index holds these words all the same. */
  isStopWord(word: string, languages: readonly string[]): boolean;
}

/** A word together with the one it holds behind an elision. */
interface KnownWord extends AnalyzedToken {
  readonly rest: { readonly token: AnalyzedToken; readonly start: number } | null;
  /** The word before the mark of a note. */
  readonly unmarked: { readonly token: AnalyzedToken; readonly end: number } | null;
}

/** Reads the word at `[start, end)`. Null for what folds to nothing. */
type Read = (text: string, start: number, end: number) => KnownWord | null;

const NOTHING: KnownWord = { term: '', surface: '', exact: '', written: '', rest: null, unmarked: null };

const VERSION = `lunr-${lunr.version}/4`;

/** Words longer than this (encoded files, rows of letters) are read each time and not remembered. In UTF-16 units. */
const LONGEST_KNOWN = 100;

export function createAnalyzer(): Analyzer {
  const readers = new Map<string, Read>();

  function readerOf(language: string): Read {
    const stemmer = stemmerOf(language);
    let reader = readers.get(stemmer.name);
    if (!reader) {
      reader = newReader(stemmer);
      readers.set(stemmer.name, reader);
    }
    return reader;
  }

  return {
    version: VERSION,
    analyze(text, language, visit) {
      const read = readerOf(language);
      let index = 0;
      scanWords(text, {
        word(start, end) {
          const word = read(text, start, end);
          if (word === null) return;
          visit(word, index, start, end);
          if (word.unmarked !== null) visit(word.unmarked.token, index, start, start + word.unmarked.end);
          if (word.rest !== null) visit(word.rest.token, index, start + word.rest.start, end);
          index += 1;
        },
        broken(parts) {
          if (visitBroken(text, parts, read, (token, start, end) => visit(token, index, start, end))) index += 1;
        },
      });
      return index;
    },
    queryTerms(word, languages) {
      const bare = bareWord(word);
      if (bare === '') return [];
      return queryTerms(exactOf(bare), surfaceOf(bare), languages);
    },
    surface: (word) => surfaceOf(bareWord(word)),
    exact: (word) => exactOf(bareWord(word)),
    isStopWord: (word, languages) => isStopWord(surfaceOf(bareWord(word)), languages),
  };
}

function newReader(stemmer: Stemmer): Read {
  const read: Read = (text, start, end) => {
    const word =
      end - start > LONGEST_KNOWN ? readWord(text.slice(start, end), stemmer, read) : known.at(text, start, end);
    return word === NOTHING ? null : word;
  };
  const known = new KnownWords((raw) => readWord(raw, stemmer, read));
  return read;
}

/** @returns whether any token was visited. */
function visitBroken(
  text: string,
  parts: readonly Range[],
  read: Read,
  visit: (token: AnalyzedToken, start: number, end: number) => void,
): boolean {
  const words = parts.map(([start, end]) => ({ word: read(text, start, end), start, end }));
  const joined = parts.map(([start, end]) => text.slice(start, end)).join('');
  const whole = read(joined, 0, joined.length);
  const [start, firstEnd] = parts[0] ?? [0, 0];
  const end = parts.at(-1)?.[1] ?? start;
  const found = [{ token: whole as AnalyzedToken | null, start, end }];
  // Behind an elision the whole word has a place of its own only if it begins in the first part.
  if (whole?.rest && start + whole.rest.start < firstEnd) {
    found.push({ token: whole.rest.token, start: start + whole.rest.start, end });
  }
  for (const part of words) {
    found.push({ token: part.word, start: part.start, end: part.end });
    if (part.word?.rest)
      found.push({ token: part.word.rest.token, start: part.start + part.word.rest.start, end: part.end });
  }
  found.sort((a, b) => a.start - b.start);
  let hasVisited = false;
  for (const { token, start: from, end: to } of found) {
    if (token === null) continue;
    visit(token, from, to);
    hasVisited = true;
  }
  return hasVisited;
}

/** @returns `NOTHING` for a word that folds to nothing, such as a lone stretching stroke. */
function readWord(raw: string, stemmer: Stemmer, read: Read): KnownWord {
  if (PLAIN.test(raw)) {
    // Nothing to fold, compose or take off: most words of most texts, read some times faster.
    const lower = raw.toLowerCase();
    const term = stemmer.stem(lower, lower) || lower;
    return { term, surface: lower, exact: lower, written: raw, rest: null, unmarked: unmarkedOf(raw, read) };
  }
  const surface = surfaceOf(raw);
  if (surface === '') return NOTHING;
  const written = writtenOf(raw);
  const exact = exactOf(raw);
  const term = stemmer.stem(withoutPossessive(exact), surface) || surface;
  const elided = elisionLength(raw, stemmer.name);
  const behind = elided > 0 ? read(raw, elided, raw.length) : null;
  const rest = behind && { token: behind, start: elided };
  return { term, surface, exact, written, rest, unmarked: unmarkedOf(raw, read) };
}

function unmarkedOf(raw: string, read: Read): KnownWord['unmarked'] {
  const end = lengthBeforeMark(raw);
  const token = end > 0 ? read(raw, 0, end) : null;
  return token && { token, end };
}

const PLAIN = /^[A-Za-z0-9]+$/;

function bareWord(word: string): string {
  const place = bareRange(word);
  return place ? word.slice(...place) : '';
}

const surfaceOf = (bare: string) => withoutPossessive(foldWord(bare));
const writtenOf = (bare: string) => withoutInvisible(bare).normalize('NFC');
// A capital that comes apart in lower case is composed again.
const exactOf = (bare: string) => writtenOf(bare).toLowerCase().normalize('NFC').replace(/[’‘ʼ]/g, "'");
