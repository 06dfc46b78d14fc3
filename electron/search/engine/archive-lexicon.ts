/**
 * What the words of a search line stand for in Fonds: their stems in each language of the archive, in every script;
 * wildcards and fuzzy words among forms as well as stems; with exact matching only the form that was typed.
 */
import type { Matching } from '../../contract/index.js';
import { fold } from '../../text/index.js';
import { type Analyzer, isCapitalsTerm, isOneUnspaced, isUnspaced, type TypedWord } from '../analysis/index.js';
import type { FilterNode, PhraseNode, WordNode } from '../query/ast.js';
import { Automaton } from '../segment/automaton.js';
import type { Form } from '../segment/segment-writer.js';
import type { Lexicon } from './evaluate.js';
import { type Entries, exactTerm, patternTerms } from './expand.js';
import { type MatchedTerm, termInForms, wholeTerm } from './matched-term.js';
import type { PhraseQuery } from './phrase-reader.js';
import type { SegmentList } from './segment-list.js';

export interface LexiconOptions {
  readonly list: SegmentList;
  readonly analyzer: Analyzer;
  /** Languages the documents of the index are in. */
  readonly languages: readonly string[];
  readonly matching: Matching;
  fieldNumber(field: NonNullable<WordNode['field']>): number;
  filter(node: FilterNode): (ref: string) => boolean;
}

/** A word that was looked up, with the rule that says which written forms count; null: all of them. */
export interface Meaning {
  readonly typed: string;
  readonly terms: readonly MatchedTerm[];
  readonly counts: ((exact: string) => boolean) | null;
}

/** A word of a phrase with what it means as a whole, and what its parts do. */
export interface PhraseMeaning {
  /** Null when only the parts can be found. */
  readonly whole: Meaning | null;
  readonly parts: readonly { readonly meaning: Meaning; readonly offset: number }[] | null;
  readonly offset: number;
  readonly numbers: number;
}

const LETTERS = /[\p{L}\p{N}]/u;

export class ArchiveLexicon implements Lexicon {
  readonly #options: LexiconOptions;
  readonly #every: readonly number[];
  readonly #known = new Map<string, MatchedTerm | null>();
  readonly #words = new Map<string, Meaning>();
  readonly #phrases = new Map<PhraseNode, { query: PhraseQuery; meanings: PhraseMeaning[] } | null>();
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

  word(node: WordNode): readonly MatchedTerm[] {
    return this.meaning(node).terms;
  }

  meaning({ text, editDistance }: Pick<WordNode, 'text' | 'editDistance'>): Meaning {
    const key = `${editDistance} ${text}`;
    const known = this.#words.get(key);
    if (known) return known;
    const counts = this.#options.matching === 'exact' ? this.#formRule(text, editDistance) : null;
    const entries: Entries = new Map();
    this.#look(text, editDistance, entries);
    const terms = [...entries].flatMap(([term, found]) => {
      // The same term must be the same object for all words of a query, as it is one dimension of lunr's vector.
      const id = counts ? `${key}\0${term}` : term;
      let matched = this.#known.get(id);
      if (matched === undefined) {
        matched = counts ? termInForms(term, found, counts) : wholeTerm(term, found);
        this.#known.set(id, matched);
      }
      return matched ? [matched] : [];
    });
    const meaning = { typed: text, terms, counts };
    this.#words.set(key, meaning);
    return meaning;
  }

  phrase(node: PhraseNode): PhraseQuery | null {
    return this.#phrase(node)?.query ?? null;
  }

  /** The words of a phrase, in order. */
  phraseMeanings(node: PhraseNode): readonly PhraseMeaning[] {
    return this.#phrase(node)?.meanings ?? [];
  }

  isPassedOver({ text, editDistance, field, boost }: WordNode): boolean {
    const isPlain = editDistance === 0 && field === null && boost === 1 && !text.includes('*');
    const { analyzer, languages, matching } = this.#options;
    const passed = isPlain && matching === 'expanded' && analyzer.isStopWord(text, languages);
    if (passed) this.passedOver.add(text);
    return passed;
  }

  #look(text: string, editDistance: number, entries: Entries): void {
    const { list, analyzer, languages } = this.#options;
    const isWild = text.includes('*');
    if (!isWild && editDistance === 0) {
      if (isOneUnspaced(text)) {
        // It stands in the index with the character behind it.
        patternTerms(list, { term: `${fold(text).text}*` }, 'stems', entries);
        return;
      }
      for (const term of analyzer.queryTerms(text, languages)) exactTerm(list, term, entries);
      return;
    }
    const folded = fold(text).text;
    if (!LETTERS.test(folded)) return;
    if (isWild && editDistance === 0) {
      patternTerms(list, { term: folded }, 'forms', entries);
      withoutCapitals(entries);
      return;
    }
    // lunr stems a fuzzy word before it looks for what is near: what it finds is found here too.
    const stems = analyzer.queryTerms(text, languages).filter((term) => term !== folded);
    patternTerms(list, { term: folded, editDistance }, 'forms', entries, stems);
    withoutCapitals(entries);
  }

  #formRule(text: string, editDistance: number): (exact: string) => boolean {
    const lower = text.normalize('NFC').toLowerCase();
    if (editDistance > 0 || lower.includes('*')) {
      const automaton = new Automaton({ term: lower, ...(editDistance > 0 ? { editDistance } : {}) });
      return (exact) => automaton.accepts(exact);
    }
    const typed = this.#options.analyzer.exact(text);
    if (isOneUnspaced(text)) return (exact) => exact.startsWith(typed);
    // Qaddafi's is a form of Qaddafi, as it is to whoever counts words by their bounds.
    const possessive = `${typed}'s`;
    return (exact) => exact === typed || exact === possessive;
  }

  #phrase(node: PhraseNode): { query: PhraseQuery; meanings: PhraseMeaning[] } | null {
    const known = this.#phrases.get(node);
    if (known !== undefined) return known;
    const plain = (text: string) => this.meaning({ text, editDistance: 0 });
    const meanings = splitPhrase(this.#options.analyzer, node.text).map(
      ({ text, parts, offset, numbers }): PhraseMeaning => ({
        whole: text === null ? null : plain(text),
        parts: parts?.map((part) => ({ meaning: plain(part.text), offset: part.offset })) ?? null,
        offset,
        numbers,
      }),
    );
    const query: PhraseQuery = {
      words: meanings.map(({ whole, parts, offset, numbers }) => ({
        terms: whole?.terms ?? [],
        parts: parts?.map((part) => ({ terms: part.meaning.terms, offset: part.offset })) ?? null,
        offset,
        numbers,
      })),
      slop: node.slop,
    };
    const phrase = meanings.length > 0 ? { query, meanings } : null;
    this.#phrases.set(node, phrase);
    return phrase;
  }
}

/** What wildcards and slips find of a word in capitals they have found as the plain word. */
function withoutCapitals(entries: Entries): void {
  for (const term of entries.keys()) if (isCapitalsTerm(term)) entries.delete(term);
}

/** A row of characters without blanks is found in the middle of others as well: a `*` before or behind it adds nothing. */
export function withoutIdleStars(text: string): string {
  const bare = text.replace(/^\*+|\*+$/g, '');
  return bare !== text && isUnspaced(bare) ? bare : text;
}

/** The words of a phrase with their numbers. A piece with `*` is one word. */
export function splitPhrase(analyzer: Analyzer, text: string): TypedWord[] {
  const words: TypedWord[] = [];
  let next = 0;
  for (const raw of text.split(/(\S*\*\S*)/)) {
    const piece = withoutIdleStars(raw);
    if (!piece.includes('*')) {
      const typed = analyzer.typedWords(piece);
      words.push(...typed.words.map((word) => ({ ...word, offset: next + word.offset })));
      next += typed.numbers;
    } else if (LETTERS.test(piece)) words.push({ text: piece, offset: next++, numbers: 1, parts: null });
  }
  return words;
}

/** Forms of the terms of a word, with the places where each stands; the most frequent first. */
export function formsOf({ terms, counts }: Meaning, most: number): Form[] {
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
