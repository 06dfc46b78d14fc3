/**
 * Text to tokens and typed words to terms. Invariant: what a person types and what a document holds go the same way, so
 * that scripts, accents, endings, signs and the ways to store a letter cannot part them. Places are of the text as given.
 */
import lunr from 'lunr';
import type { Range } from '../../contract/index.js';
import { acronymTerms, initialsOf, isAmongCapitals } from './acronyms.js';
import { type AlternateSpelling, alternateSpellings } from './alternate-spellings.js';
import {
  type AnalyzedToken,
  type AnalyzedWord,
  createWordAnalyzer,
  exactOf,
  surfaceOf,
  type WordAnalyzer,
  writtenOf,
} from './analyze-word.js';
import { inOneWord } from './compounds.js';
import { memoize } from './memoize.js';
import { queryTerms } from './query-terms.js';
import { bareRange, scanWords } from './scan-words.js';
import { stemmerOf } from './stemmers.js';
import { isStopWord } from './stop-words.js';
import { type TypedTerm, typedTerms } from './typed-terms.js';
import { type TypedWord, typedWords } from './typed-words.js';
import { withoutPossessive } from './word-parts.js';

export type TokenVisitor = (token: AnalyzedToken, index: number, start: number, end: number) => void;

export interface Analyzer {
  /** Part of an index's identity: changes whenever any output may change. */
  readonly version: string;
  /**
   * Visits the tokens in order of their starts; neighbours in the text have neighbouring positions. Several tokens share
   * a number where a text can be read in several ways: a compound and its first word (`F-16`, `box@host.org`), a word
   * and the parts that take no number of their own (`O'Neill`, `WikiLeaks`, `U.S.`), a word with the mark of a note
   * (`treaty12`, then `treaty`), a word broken at a line's end (the
   * whole word, then its parts), an acronym and its letters.
   * @param language BCP 47, '' when it is not known.
   * @param visit `[start, end)` in UTF-16 units of `text`, of the bare word (with its possessive 's).
   * @returns how many positions were given: the field's length as lunr counts it.
   */
  analyze(text: string, language: string, visit: TokenVisitor): number;
  /** What a person typed as a phrase, or as one word, which may be a compound. */
  typedWords(text: string): { readonly words: readonly TypedWord[]; readonly positions: number };
  /**
   * @param word one word or compound, as `typedWords` gives it.
   * @param languages of the documents searched; '' when not known.
   * @returns terms under which the word may stand there, without repetition, the word's own first; [] when it holds no
   * letter or digit. One written word may answer to several of them.
   */
  queryTerms(word: string, languages: readonly string[]): string[];
  /** Other spellings of a typed word, whose terms count only where a form is one (alternate-spellings.ts). */
  spellings(word: string, languages: readonly string[]): readonly AlternateSpelling[];
  /** As `queryTerms`, with how each term came about and in which languages it counts. */
  typedTerms(word: string, languages: readonly string[]): readonly TypedTerm[];
  /** The word as `AnalyzedToken.surface` has it; '' when it holds no letter or digit. */
  surface(word: string): string;
  /** The word as `AnalyzedToken.exact` has it; '' when it holds no letter or digit. */
  exact(word: string): string;
  /** Whether the word is a function word of one of the languages. The index holds these words all the same. */
  isStopWord(word: string, languages: readonly string[]): boolean;
  /** Whether a typed word reads as an acronym: short and in capitals, but no numeral as of kings, or with full stops. */
  isAcronym(word: string): boolean;
}

const VERSION = `lunr-${lunr.version}/5`;

/** Typed words of which it is remembered what they stand for: a few kilobytes each at most. */
const TYPED_WORDS = 1_000;

export function createAnalyzer(): Analyzer {
  const readers = new Map<string, WordAnalyzer>();

  function readerOf(language: string): WordAnalyzer {
    const stemmer = stemmerOf(language);
    let reader = readers.get(stemmer.name);
    if (!reader) {
      reader = createWordAnalyzer(stemmer);
      readers.set(stemmer.name, reader);
    }
    return reader;
  }

  return {
    version: VERSION,
    analyze(text, language, visit) {
      const reader = readerOf(language);
      let index = 0;
      const whole = (start: number, end: number): boolean => {
        const token = reader.whole(text, start, end);
        if (token !== null) visit(token, index, start, end);
        return token !== null;
      };
      scanWords(text, {
        whole,
        word(start, end) {
          const word = reader.word(text, start, end);
          if (word === null) return;
          // Most words are themselves and nothing else.
          if (word.acronym === null && word.inner.length === 0) visit(word.token, index, start, end);
          else visitWord(text, word, start, end, (token, from, to) => visit(token, index, from, to));
          index += 1;
        },
        pair(start, end) {
          if (whole(start, end)) index += 1;
        },
        broken(parts) {
          if (visitBroken(text, parts, reader, (token, start, end) => visit(token, index, start, end))) index += 1;
        },
      });
      return index;
    },
    typedWords,
    queryTerms(word, languages) {
      const bare = bareWord(word);
      if (bare === '') return [];
      const written = writtenOf(bare);
      const acronym = acronymTerms(written);
      if (initialsOf(written) !== '') return acronym;
      const spelled = inOneWord(written) ?? written;
      const terms = queryTerms(exactOf(spelled), surfaceOf(spelled), languages);
      return acronym.length === 0 ? terms : [...terms, ...acronym];
    },
    spellings: memoize(TYPED_WORDS, (word, languages): readonly AlternateSpelling[] => {
      const written = spelledInOne(bareWord(word));
      return written === '' ? [] : alternateSpellings(withoutPossessive(exactOf(written)), languages);
    }),
    typedTerms: memoize(TYPED_WORDS, (word, languages): readonly TypedTerm[] => {
      const bare = bareWord(word);
      if (bare === '') return [];
      const written = writtenOf(bare);
      const acronym = acronymTerms(written).map((term): TypedTerm => ({ term, kind: 'typed', languages: null }));
      if (initialsOf(written) !== '') return acronym;
      const spelled = inOneWord(written) ?? written;
      return [...typedTerms(exactOf(spelled), surfaceOf(spelled), languages), ...acronym];
    }),
    surface: (word) => spelledSurface(bareWord(word)),
    exact: (word) => exactOf(bareWord(word)),
    isStopWord: (word, languages) => isStopWord(surfaceOf(bareWord(word)), languages),
    isAcronym: (word) => acronymTerms(writtenOf(bareWord(word))).length > 0,
  };
}

type VisitToken = (token: AnalyzedToken, start: number, end: number) => void;

function visitWord(
  text: string,
  { token, inner, acronym }: AnalyzedWord,
  start: number,
  end: number,
  visit: VisitToken,
): void {
  visit(token, start, end);
  if (acronym !== null && (acronym.isAlsoAmongCapitals || !isAmongCapitals(text, start, end))) {
    visit(acronym.token, start, end);
  }
  for (const part of inner) visit(part.token, start + part.start, start + part.end);
}

/** @returns whether any token was visited. */
function visitBroken(text: string, parts: readonly Range[], reader: WordAnalyzer, visit: VisitToken): boolean {
  const joined = parts.map(([start, end]) => text.slice(start, end)).join('');
  const whole = reader.word(joined, 0, joined.length);
  const [start, firstEnd] = parts[0] ?? [0, 0];
  const end = parts.at(-1)?.[1] ?? start;
  const found: { readonly token: AnalyzedToken; readonly start: number; readonly end: number }[] = [];
  const note: VisitToken = (token, from, to) => found.push({ token, start: from, end: to });
  if (whole) {
    note(whole.token, start, end);
    // What the word holds up to its end has a place of its own only if it begins in the first part.
    for (const part of whole.inner) {
      if (part.end === joined.length && start + part.start < firstEnd) note(part.token, start + part.start, end);
    }
  }
  for (const [from, to] of parts) {
    const part = reader.word(text, from, to);
    if (part) visitWord(text, part, from, to, note);
  }
  found.sort((a, b) => a.start - b.start);
  for (const token of found) visit(token.token, token.start, token.end);
  return found.length > 0;
}

function bareWord(word: string): string {
  const place = bareRange(word);
  return place ? word.slice(...place) : '';
}

function spelledInOne(bare: string): string {
  const written = writtenOf(bare);
  return inOneWord(written) ?? written;
}

function spelledSurface(bare: string): string {
  const written = writtenOf(bare);
  const surface = surfaceOf(inOneWord(written) ?? written);
  return initialsOf(written) === '' ? surface : surface.replace(/\.$/, '');
}
