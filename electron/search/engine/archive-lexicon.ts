/**
 * What the words of a search line stand for in Fonds: their stems in each language of the archive, in every script;
 * wildcards and fuzzy words among forms as well as stems; with exact matching only the form that was typed.
 */
import type { Matching } from '../../contract/index.js';
import { fold } from '../../text/index.js';
import type { Analyzer } from '../analysis/index.js';
import type { FilterNode, PhraseNode, WordNode } from '../query/ast.js';
import { Automaton } from '../segment/automaton.js';
import type { Form } from '../segment/segment-writer.js';
import type { Lexicon } from './evaluate.js';
import { type Entries, exactTerm, patternTerms, spelledTerms } from './expand.js';
import { type MatchedTerm, termInForms, wholeTerm } from './matched-term.js';
import type { PhraseQuery } from './place-search.js';
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

const LETTERS = /[\p{L}\p{N}]/u;

export class ArchiveLexicon implements Lexicon {
  readonly #options: LexiconOptions;
  readonly #every: readonly number[];
  readonly #known = new Map<string, MatchedTerm | null>();
  readonly #words = new Map<string, Meaning>();
  readonly #phrases = new Map<PhraseNode, { query: PhraseQuery; meanings: Meaning[] } | null>();
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
  phraseMeanings(node: PhraseNode): readonly Meaning[] {
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
    const { list, analyzer, languages, matching } = this.#options;
    const isWild = text.includes('*');
    if (!isWild && editDistance === 0) {
      for (const term of analyzer.queryTerms(text, languages)) exactTerm(list, term, entries);
      // Exact matching wants the spelling that was typed.
      if (matching === 'exact') return;
      for (const spelling of analyzer.spellings(text, languages)) spelledTerms(list, spelling, entries);
      return;
    }
    const folded = fold(text).text;
    if (!LETTERS.test(folded)) return;
    if (isWild && editDistance === 0) {
      patternTerms(list, { term: folded }, 'forms', entries);
      return;
    }
    // lunr stems a fuzzy word before it looks for what is near: what it finds is found here too.
    const stems = analyzer.queryTerms(text, languages).filter((term) => term !== folded);
    patternTerms(list, { term: folded, editDistance }, 'forms', entries, stems);
  }

  #formRule(text: string, editDistance: number): (exact: string) => boolean {
    const lower = text.normalize('NFC').toLowerCase();
    if (editDistance > 0 || lower.includes('*')) {
      const automaton = new Automaton({ term: lower, ...(editDistance > 0 ? { editDistance } : {}) });
      return (exact) => automaton.accepts(exact);
    }
    const typed = this.#options.analyzer.exact(text);
    return (exact) => exact === typed;
  }

  #phrase(node: PhraseNode): { query: PhraseQuery; meanings: Meaning[] } | null {
    const known = this.#phrases.get(node);
    if (known !== undefined) return known;
    const words = splitPhrase(this.#options.analyzer, node.text);
    const meanings = words.map(({ text }) => this.meaning({ text, editDistance: 0 }));
    const query = {
      words: words.map(({ offset }, at) => ({ terms: meanings[at]?.terms ?? [], offset })),
      slop: node.slop,
    };
    const phrase = words.length > 0 ? { query, meanings } : null;
    this.#phrases.set(node, phrase);
    return phrase;
  }
}

/** The words of a phrase with their numbers. A piece with `*` is one word. */
export function splitPhrase(analyzer: Analyzer, text: string): { text: string; offset: number }[] {
  const words: { text: string; offset: number }[] = [];
  let next = 0;
  const plain = (piece: string) => {
    let last = -1;
    analyzer.analyze(piece, '', ({ written }, index) => {
      // Of the readings of one place (a broken word and its parts) the first is the whole.
      if (index > last) words.push({ text: written, offset: next + index });
      last = index;
    });
    next += last + 1;
  };
  for (const piece of text.split(/(\S*\*\S*)/)) {
    if (!piece.includes('*')) plain(piece);
    else if (LETTERS.test(piece)) words.push({ text: piece, offset: next++ });
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
