/**
 * What the words of a search line stand for in Fonds: their stems in each language of the archive, in every script;
 * wildcards and fuzzy words among forms as well as stems; with exact matching only the form that was typed.
 */
import type { WordMatching } from '../../contract/index.js';
import { fold } from '../../text/index.js';
import { type Analyzer, isCapitalsTerm, isOneUnspaced, isUnspaced, type TypedWord } from '../analysis/index.js';
import type { FilterNode, PhraseNode, WordNode } from '../query/ast.js';
import { PatternAutomaton } from '../segment/pattern-automaton.js';
import type { TermEntry } from '../segment/segment.js';
import type { WrittenForm } from '../segment/segment-writer.js';
import type { QueryLexicon } from './evaluate.js';
import { exactTerm, patternTerms, spelledTerms, type TermEntries } from './expand-terms.js';
import { type MatchedTerm, termInForms, wholeTerm } from './matched-term.js';
import { type FormKind, type MatchedWord, matchedWord, NO_WORD, type WordForm } from './matched-word.js';
import type { PhraseQuery, PhraseWord } from './phrase-reader.js';
import type { LineWord } from './rescorer.js';
import type { SegmentList } from './segment-list.js';

export interface LexiconOptions {
  readonly list: SegmentList;
  readonly analyzer: Analyzer;
  /** Languages the documents of the index are in. */
  readonly languages: readonly string[];
  readonly matching: WordMatching;
  fieldNumber(field: NonNullable<WordNode['field']>): number;
  filter(node: FilterNode): (ref: string) => boolean;
}

/** A word that was looked up, with the rule that says which written forms count; null: all of them. */
export interface ResolvedWord {
  readonly typed: string;
  readonly terms: readonly MatchedTerm[];
  /** The terms with what each counts. */
  readonly word: MatchedWord;
  readonly counts: ((exact: string) => boolean) | null;
}

/** A term that was found for a word. */
interface ResolvedTerm {
  readonly entries: readonly TermEntry[];
  readonly kind: FormKind;
  readonly edits: number;
  /** Languages of the documents in which it counts; null: all. */
  readonly languages: ReadonlySet<string> | null;
}

/** A word of a phrase with what it means as a whole, and what its parts do. */
export interface ResolvedPhraseWord {
  /** Null when only the parts can be found. */
  readonly whole: ResolvedWord | null;
  readonly parts: readonly { readonly meaning: ResolvedWord; readonly offset: number }[] | null;
  readonly offset: number;
  readonly positionLength: number;
}

const KINDS: readonly FormKind[] = ['typed', 'spelling', 'completion', 'fuzzy'];
/** More than any word's edits. */
const EDIT_CODES = 8;
const LETTERS = /[\p{L}\p{N}]/u;

export class ArchiveLexicon implements QueryLexicon {
  readonly #options: LexiconOptions;
  readonly #every: readonly number[];
  readonly #known = new Map<string, MatchedTerm | null>();
  readonly #words = new Map<string, ResolvedWord>();
  readonly #matched = new Map<string, MatchedWord>();
  /** Terms in the order in which they turned up. */
  readonly #numbers = new Map<MatchedTerm, number>();
  readonly #phrases = new Map<PhraseNode, { query: PhraseQuery; meanings: ResolvedPhraseWord[] } | null>();
  /** Words that were passed over, as typed. */
  readonly passedOver = new Set<string>();

  constructor(options: LexiconOptions) {
    this.#options = options;
    this.#every = options.list.fields.map((_, field) => field);
  }

  fields({ field }: WordNode | PhraseNode): readonly number[] {
    return field === null ? this.#every : [this.#options.fieldNumber(field)];
  }

  filter(node: FilterNode): (ref: string) => boolean {
    return this.#options.filter(node);
  }

  word(node: WordNode): MatchedWord {
    return this.meaning(node).word;
  }

  meaning({ text, editDistance }: Pick<WordNode, 'text' | 'editDistance'>): ResolvedWord {
    const key = `${editDistance} ${text}`;
    const known = this.#words.get(key);
    if (known) return known;
    const counts = this.#options.matching === 'exact' ? this.#formRule(text, editDistance) : null;
    const forms: WordForm[] = [];
    for (const [term, { entries, kind, edits, languages }] of this.#look(text, editDistance)) {
      // A wildcard finds terms by the hundred, each of which counts everywhere: those have the shortest ids.
      const bound = languages ? `\0${[...languages].sort().join()}` : '';
      const id = counts ? `${key}\0${term}` : term + bound;
      let matched = this.#known.get(id);
      if (matched === undefined) {
        matched = counts ? termInForms(term, entries, counts) : wholeTerm(term, entries, languages);
        this.#known.set(id, matched);
      }
      if (matched) forms.push({ term: matched, kind, edits });
    }
    const word = this.#wordOf(forms);
    const meaning = { typed: text, terms: word.terms, word, counts };
    this.#words.set(key, meaning);
    return meaning;
  }

  /** The same forms must be the same object for all words of a query, as they are one dimension of lunr's vector. */
  #wordOf(forms: readonly WordForm[]): MatchedWord {
    const numbers = Float64Array.from(forms, ({ term, kind, edits = 1 }) => {
      const number = this.#numbers.get(term) ?? this.#numbers.size;
      this.#numbers.set(term, number);
      return (number * KINDS.length + KINDS.indexOf(kind)) * EDIT_CODES + edits;
    });
    const same = numbers.sort().join();
    const word = this.#matched.get(same) ?? matchedWord(forms);
    this.#matched.set(same, word);
    return word;
  }

  lineWords(node: WordNode | PhraseNode): readonly LineWord[] {
    // Only exact: nothing but the word as typed was found.
    if (this.#options.matching === 'exact') return [];
    const fields = this.fields(node);
    const meanings = node.kind === 'word' ? [this.meaning(node)] : this.phraseMeanings(node).flatMap(mostLikely);
    return meanings.map(({ typed, word }): LineWord => {
      const exact = this.#options.analyzer.exact(typed.replaceAll('*', ''));
      // The words of a phrase stand side by side wherever it was found.
      const edits = node.kind === 'word' ? node.editDistance : 0;
      const isFunctionWord = node.kind === 'word' ? this.#isPassed(node) : this.#isFunctionWord(typed);
      return { word, exact, fields, edits, follows: node.kind === 'word', isFunctionWord };
    });
  }

  phrase(node: PhraseNode): PhraseQuery | null {
    return this.#phrase(node)?.query ?? null;
  }

  /** The words of a phrase, in order. */
  phraseMeanings(node: PhraseNode): readonly ResolvedPhraseWord[] {
    return this.#phrase(node)?.meanings ?? [];
  }

  isPassedOver(node: WordNode): boolean {
    const passed = this.#isPassed(node);
    if (passed) this.passedOver.add(node.text);
    return passed;
  }

  #isPassed({ text, editDistance, field, boost }: WordNode): boolean {
    return editDistance === 0 && field === null && boost === 1 && this.#isFunctionWord(text);
  }

  /** US, WHO and IT in capitals are not the pronouns. */
  #isFunctionWord(text: string): boolean {
    const { analyzer, languages, matching } = this.#options;
    if (matching !== 'expanded' || text.includes('*')) return false;
    return analyzer.isStopWord(text, languages) && !analyzer.isAcronym(text);
  }

  /** The terms a word stands for, each with the nearest way it came about. */
  #look(text: string, editDistance: number): Map<string, ResolvedTerm> {
    const { list, analyzer, languages, matching } = this.#options;
    const isWild = editDistance === 0 && text.includes('*');
    const found = new Map<string, ResolvedTerm>();
    const note = (entries: TermEntries, kind: FormKind, edits: number) => {
      for (const [term, own] of entries) {
        if (!found.has(term)) found.set(term, { entries: own, kind, edits, languages: null });
      }
    };
    if (!isWild && editDistance === 0) {
      if (isOneUnspaced(text)) {
        // It stands in the index with the character behind it.
        const pairs: TermEntries = new Map();
        patternTerms(list, { term: `${fold(text).text}*` }, 'stems', pairs);
        note(pairs, 'typed', 1);
        return found;
      }
      this.#noteTyped(text, found);
      // Exact matching wants the spelling that was typed.
      if (matching === 'exact') return found;
      const entries: TermEntries = new Map();
      for (const spelling of analyzer.spellings(text, languages)) spelledTerms(list, spelling, entries);
      note(entries, 'spelling', 1);
      return found;
    }
    const folded = fold(text).text;
    if (!LETTERS.test(folded)) return found;
    if (isWild) {
      // treat* is also the word treat.
      this.#noteTyped(text.replaceAll('*', ''), found);
      const entries: TermEntries = new Map();
      patternTerms(list, { term: folded }, 'forms', entries);
      withoutCapitals(entries);
      for (const [term, own] of found) {
        if (entries.has(term)) found.set(term, { ...own, languages: null });
        else found.delete(term);
      }
      note(entries, 'completion', 1);
      return found;
    }
    const stems = this.#noteTyped(text, found).filter((term) => term !== folded);
    for (let edits = 1; edits <= editDistance; edits++) {
      const entries: TermEntries = new Map();
      // lunr stems a fuzzy word before it looks for what is near: what it finds is found here too.
      patternTerms(list, { term: folded, editDistance: edits }, 'forms', entries, stems);
      withoutCapitals(entries);
      note(entries, 'fuzzy', edits);
    }
    return found;
  }

  /** @returns every term the word may stand under, found or not. */
  #noteTyped(text: string, found: Map<string, ResolvedTerm>): string[] {
    const { list, analyzer, languages } = this.#options;
    const typed = analyzer.typedTerms(text, languages);
    for (const { term, kind, languages: own } of typed) {
      const entries: TermEntries = new Map();
      exactTerm(list, term, entries);
      for (const each of entries.values()) found.set(term, { entries: each, kind, edits: 1, languages: own });
    }
    return typed.map(({ term }) => term);
  }

  #formRule(text: string, editDistance: number): (exact: string) => boolean {
    const lower = text.normalize('NFC').toLowerCase();
    if (editDistance > 0 || lower.includes('*')) {
      const automaton = new PatternAutomaton({ term: lower, ...(editDistance > 0 ? { editDistance } : {}) });
      return (exact) => automaton.accepts(exact);
    }
    const typed = this.#options.analyzer.exact(text);
    if (isOneUnspaced(text)) return (exact) => exact.startsWith(typed);
    // Qaddafi's is a form of Qaddafi, as it is to whoever counts words by their bounds.
    const possessive = `${typed}'s`;
    return (exact) => exact === typed || exact === possessive;
  }

  #phrase(node: PhraseNode): { query: PhraseQuery; meanings: ResolvedPhraseWord[] } | null {
    const known = this.#phrases.get(node);
    if (known !== undefined) return known;
    const plain = (text: string) => this.meaning({ text, editDistance: 0 });
    const meanings = splitPhrase(this.#options.analyzer, node.text).map(
      ({ text, parts, offset, positionLength }): ResolvedPhraseWord => ({
        whole: text === null ? null : plain(text),
        parts: parts?.map((part) => ({ meaning: plain(part.text), offset: part.offset })) ?? null,
        offset,
        positionLength,
      }),
    );
    const query: PhraseQuery = {
      words: meanings.map(({ whole, parts, offset, positionLength }) => ({
        ...placed(whole),
        parts: parts?.map((part) => ({ ...placed(part.meaning), offset: part.offset })) ?? null,
        offset,
        positionLength,
      })),
      slop: node.slop,
    };
    const phrase = meanings.length > 0 ? { query, meanings } : null;
    this.#phrases.set(node, phrase);
    return phrase;
  }
}

/** What a word of a phrase most likely stands as: the whole where it is found, else its parts. */
export function mostLikely({ whole, parts }: ResolvedPhraseWord): readonly ResolvedWord[] {
  if (whole && (whole.terms.length > 0 || !parts)) return [whole];
  return (parts ?? []).map(({ meaning }) => meaning);
}

/** What a phrase looks for, and what it is scored by. */
function placed(meaning: ResolvedWord | null): Pick<PhraseWord, 'terms' | 'word'> {
  const word = meaning?.word ?? NO_WORD;
  return { terms: word.terms, word };
}

/** What wildcards and edits find of a word in capitals they have found as the plain word. */
function withoutCapitals(entries: TermEntries): void {
  for (const term of entries.keys()) if (isCapitalsTerm(term)) entries.delete(term);
}

/** A row of characters without blanks is found in the middle of others as well: a `*` before or behind it adds nothing. */
export function withoutIdleStars(text: string): string {
  const bare = text.replace(/^\*+|\*+$/g, '');
  return bare !== text && isUnspaced(bare) ? bare : text;
}

/** The words of a phrase with their offsets. A piece with `*` is one word. */
export function splitPhrase(analyzer: Analyzer, text: string): TypedWord[] {
  const words: TypedWord[] = [];
  let next = 0;
  for (const raw of text.split(/(\S*\*\S*)/)) {
    const piece = withoutIdleStars(raw);
    if (!piece.includes('*')) {
      const typed = analyzer.typedWords(piece);
      words.push(...typed.words.map((word) => ({ ...word, offset: next + word.offset })));
      next += typed.positions;
    } else if (LETTERS.test(piece)) words.push({ text: piece, offset: next++, positionLength: 1, parts: null });
  }
  return words;
}

/** Forms of the terms of a word, with the positions where each stands; the most frequent first. */
export function formsOf({ terms, counts }: ResolvedWord, most: number): WrittenForm[] {
  const sums = new Map<string, { written: string; count: number }>();
  for (const { parts } of terms.slice(0, most)) {
    for (const { segment, entry } of parts) {
      for (const { written, count } of segment.forms(entry)) {
        const exact = written.toLowerCase();
        if (count === 0 || (counts && !counts(exact))) continue;
        const sum = sums.get(exact) ?? { written, count: 0 };
        // A name is shown as a name wherever one segment knows it as one.
        if (written !== exact) sum.written = written;
        sum.count += count;
        sums.set(exact, sum);
      }
    }
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.written < b.written ? -1 : 1));
}
