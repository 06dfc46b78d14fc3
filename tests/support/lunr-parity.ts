/** The new engine set up exactly as published lunr is, so that the two can be compared result by result. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Evaluator, type QueryLexicon } from '../../electron/search/engine/evaluate.js';
import { patternTerms, type TermEntries } from '../../electron/search/engine/expand-terms.js';
import { type MatchedTerm, wholeTerm } from '../../electron/search/engine/matched-term.js';
import { type MatchedWord, matchedWord, NO_WORD } from '../../electron/search/engine/matched-word.js';
import { type FieldSpec, SegmentList } from '../../electron/search/engine/segment-list.js';
import { lunr } from '../../electron/search/lunr.js';
import type { ListNode, WordNode } from '../../electron/search/query/ast.js';
import { mergeSegments } from '../../electron/search/segment/merge-segments.js';
import { Segment } from '../../electron/search/segment/segment.js';
import { type IndexedWord, SegmentBuilder } from '../../electron/search/segment/segment-builder.js';
import type { SegmentData } from '../../electron/search/segment/segment-format.js';

export interface ParityDocument {
  readonly id: string;
  readonly boost: number;
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

export const FIELDS = ['title', 'text', 'source'] as const;
const SPECS: readonly FieldSpec[] = [
  { name: 'title', boost: 3 },
  { name: 'text', boost: 1 },
  { name: 'source', boost: 1 },
];

const pipeline = new lunr.Pipeline();
pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
const searchPipeline = new lunr.Pipeline();
searchPipeline.add(lunr.stemmer);

const words = new Map<string, IndexedWord>();
const wordOf = (term: string): IndexedWord => {
  const word = words.get(term) ?? { term, surface: term, exact: term, written: term };
  words.set(term, word);
  return word;
};

interface LunrToken {
  toString(): string;
  metadata: { index: number; position: [number, number] };
}
const run = (text: string): LunrToken[] => pipeline.run(lunr.tokenizer(text)) as unknown as LunrToken[];

function analyze(text: string, _language: string, visit: (word: IndexedWord, index: number) => void): number {
  const tokens = run(text);
  for (const token of tokens) visit(wordOf(token.toString()), token.metadata.index);
  return tokens.length;
}

/** A fresh build by lunr itself. */
export function lunrIndex(documents: readonly ParityDocument[]): lunr.Index {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.metadataWhitelist = ['position'];
  builder.ref('id');
  for (const { name, boost } of SPECS) builder.field(name, { boost });
  for (const document of documents) builder.add(document, { boost: document.boost });
  return builder.build();
}

interface ParityClause {
  term: string;
  fields: string[];
  boost: number;
  presence: number;
  usePipeline: boolean;
  editDistance?: number;
}

/** A clause of a line as read, with the terms of the index that its word stands for. */
export interface ParityWord {
  readonly terms: readonly string[];
  readonly fields: readonly string[];
  readonly boost: number;
  readonly presence: 'optional' | 'required' | 'prohibited';
}

export interface ParityResult {
  readonly ref: string;
  readonly score: number;
  /** As lunr's `matchData.metadata`. */
  readonly metadata: Record<string, Record<string, { position: [number, number][] }>>;
}

export class ParityEngine {
  readonly list = new SegmentList(SPECS);
  readonly #data = new Map<Segment, SegmentData>();
  readonly #documents = new Map<string, ParityDocument>();
  readonly #evaluator = new Evaluator(this.list);

  add(documents: readonly ParityDocument[]): void {
    const builder = new SegmentBuilder(FIELDS.length, analyze);
    for (const document of documents) {
      this.remove(document.id);
      this.#documents.set(document.id, document);
      const { id, boost } = document;
      builder.add({ ref: id, boost, language: '', fields: FIELDS.map((field) => document[field]) });
    }
    this.list.append(this.#open(builder.finish()));
  }

  remove(id: string): void {
    if (!this.#documents.delete(id)) return;
    for (const segment of this.list.segments) {
      for (const [document, ref] of segment.refs.entries()) {
        if (ref === id && segment.isLive(document)) this.list.remove(segment, document);
      }
    }
  }

  merge(from: number, until: number): void {
    const segments = this.list.segments.slice(from, until);
    if (segments.length === 0) return;
    const merged = mergeSegments(
      FIELDS.length,
      segments.map((segment) => ({
        data: this.#data.get(segment) as SegmentData,
        removed: [...segment.refs.keys()].filter((document) => !segment.isLive(document)),
      })),
    );
    this.list.replace(segments, merged ? this.#open(merged) : null);
  }

  search(line: string): ParityResult[] {
    const { node, lexicon, termsIn } = this.#parsed(line);
    const { documents, scores } = this.#evaluator.evaluate(node, lexicon);
    return Array.from(documents, (document, at) => {
      const ref = this.list.refOf(document);
      return { ref, score: scores[at] as number, metadata: this.#metadata(ref, termsIn) };
    });
  }

  /** What the words of a line stand for. */
  words(line: string): ParityWord[] {
    return this.#parsed(line).words;
  }

  #open(data: SegmentData): Segment {
    const segment = new Segment(data.header, data.hot, (start, length) => data.cold.subarray(start, start + length));
    this.#data.set(segment, data);
    return segment;
  }

  #parsed(line: string) {
    const query = new lunr.Query([...FIELDS]);
    const { QueryParser } = lunr as unknown as {
      QueryParser: new (line: string, query: lunr.Query) => { parse(): lunr.Query };
    };
    new QueryParser(line, query).parse();
    return this.#read(query.clauses as unknown as ParityClause[]);
  }

  #read(clauses: readonly ParityClause[]) {
    const { REQUIRED, PROHIBITED } = lunr.Query.presence;
    const known = new Map<string, MatchedTerm>();
    const alike = new Map<string, MatchedWord>();
    const meanings = new Map<WordNode, { word: MatchedWord; fields: number[] }>();
    const termsIn = new Map<string, Set<string>>();
    const words: ParityWord[] = [];
    const node: ListNode = {
      kind: 'list',
      clauses: clauses.map((clause) => {
        const word: WordNode = {
          kind: 'word',
          text: clause.term,
          field: null,
          editDistance: clause.editDistance ?? 0,
          boost: clause.boost,
          place: [0, 0],
        };
        const stems = clause.usePipeline ? searchPipeline.runString(clause.term) : [clause.term];
        const entries: TermEntries = new Map();
        for (const term of stems.map(String)) {
          const edit = clause.editDistance === undefined ? {} : { editDistance: clause.editDistance };
          patternTerms(this.list, { term, ...edit }, 'stems', entries);
        }
        const terms = [...entries].flatMap(([term, found]) => {
          const matched = known.get(term) ?? wholeTerm(term, found);
          if (!matched) return [];
          known.set(term, matched);
          return [matched];
        });
        // Words of the same forms are one dimension.
        const key = terms
          .map(({ term }) => term)
          .sort()
          .join(' ');
        const matched = alike.get(key) ?? matchedWord(terms.map((term) => ({ term, kind: 'typed' })));
        alike.set(key, matched);
        const presence =
          clause.presence === REQUIRED ? 'required' : clause.presence === PROHIBITED ? 'prohibited' : 'optional';
        if (presence !== 'prohibited') {
          for (const field of clause.fields) {
            const set = termsIn.get(field) ?? new Set();
            for (const { term } of terms) set.add(term);
            termsIn.set(field, set);
          }
        }
        meanings.set(word, { word: matched, fields: clause.fields.map((field) => FIELDS.indexOf(field as 'title')) });
        words.push({
          terms: terms.map(({ term }) => term),
          fields: clause.fields,
          boost: clause.boost,
          presence,
        });
        return { presence, node: word } as const;
      }),
    };
    const lexicon: QueryLexicon = {
      fields: (word) => meanings.get(word as WordNode)?.fields ?? [],
      word: (word) => meanings.get(word)?.word ?? NO_WORD,
      lineWords: () => [],
      phrase: () => null,
      isPassedOver: () => false,
      filter: () => () => true,
    };
    return { node, lexicon, termsIn, words };
  }

  /** Which terms stand where in a document, read from its text again: positions of characters are not in the index. */
  #metadata(ref: string, termsIn: ReadonlyMap<string, ReadonlySet<string>>): ParityResult['metadata'] {
    const metadata: ParityResult['metadata'] = {};
    const document = this.#documents.get(ref) as ParityDocument;
    for (const [field, terms] of termsIn) {
      for (const token of run(document[field as 'title'])) {
        const term = token.toString();
        if (term === '' || !terms.has(term)) continue;
        metadata[term] ??= {};
        const places = metadata[term] as Record<string, { position: [number, number][] }>;
        places[field] ??= { position: [] };
        places[field].position.push(token.metadata.position);
      }
    }
    return metadata;
  }
}

export interface RuledScore {
  /** What the words add up to: lunr's own score where each word is one term. */
  readonly sum: number;
  /** The sum, less for a document without some of the words. */
  readonly score: number;
}

/**
 * The scores that the rule of ADR 0035 asks for, computed from the texts alone: lunr's, if the forms of each word were
 * one term, times the square of the share of the words that a document holds.
 * @returns for a line; by ref, without documents that no word reaches.
 */
export function ruleOver(
  documents: readonly ParityDocument[],
): (line: readonly ParityWord[]) => ReadonlyMap<string, RuledScore> {
  const counts = new Map<string, Map<string, number>>();
  const lengths = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const document of documents) {
    for (const field of FIELDS) {
      const tokens = run(document[field]).map(String);
      lengths.set(`${field}/${document.id}`, tokens.length);
      sums.set(field, (sums.get(field) ?? 0) + tokens.length);
      const own = new Map<string, number>();
      for (const token of tokens) own.set(token, (own.get(token) ?? 0) + 1);
      counts.set(`${field}/${document.id}`, own);
    }
  }
  return (line) => scoresByRule(documents, { counts, lengths, sums }, line);
}

interface Counts {
  /** Places of each term, by field and document. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly lengths: ReadonlyMap<string, number>;
  /** Tokens of each field. */
  readonly sums: ReadonlyMap<string, number>;
}

function scoresByRule(
  documents: readonly ParityDocument[],
  { counts, lengths, sums }: Counts,
  line: readonly ParityWord[],
): Map<string, RuledScore> {
  const placesOf = (terms: readonly string[], key: string) =>
    terms.reduce((sum, term) => sum + (counts.get(key)?.get(term) ?? 0), 0);
  const dimensions = new Map<string, { terms: readonly string[]; boosts: Map<string, number> }>();
  for (const { terms, fields, boost, presence } of line) {
    if (presence === 'prohibited' || terms.length === 0) continue;
    const key = [...terms].sort().join(' ');
    const dimension = dimensions.get(key) ?? { terms, boosts: new Map() };
    dimensions.set(key, dimension);
    for (const field of fields) dimension.boosts.set(field, (dimension.boosts.get(field) ?? 0) + boost);
  }
  const squares = new Map<string, number>();
  for (const { boosts } of dimensions.values()) {
    for (const [field, boost] of boosts) squares.set(field, (squares.get(field) ?? 0) + boost * boost);
  }
  const scores = new Map<string, number>();
  const held = new Map<string, number>();
  let asked = 0;
  for (const { terms, boosts } of dimensions.values()) {
    const isWeighed = [...boosts.values()].some((boost) => boost > 0);
    if (isWeighed) asked += 1;
    const holders = new Set<string>();
    const holding = FIELDS.flatMap((field) =>
      documents.filter(({ id }) => placesOf(terms, `${field}/${id}`) > 0),
    ).length;
    const idf = Math.log(1 + Math.abs((documents.length - holding + 0.5) / (holding + 0.5)));
    for (const [field, boost] of boosts) {
      const share = boost === 0 ? 0 : boost / Math.sqrt(squares.get(field) ?? 1);
      const average = (sums.get(field) ?? 0) / documents.length;
      for (const document of documents) {
        const key = `${field}/${document.id}`;
        const places = placesOf(terms, key);
        if (places === 0) continue;
        const norm = 1.2 * (1 - 0.75 + 0.75 * ((lengths.get(key) ?? 0) / average));
        let score = (idf * (2.2 * places)) / (norm + places);
        score *= SPECS.find(({ name }) => name === field)?.boost ?? 1;
        score *= document.boost;
        scores.set(document.id, (scores.get(document.id) ?? 0) + share * (Math.round(score * 1000) / 1000));
        if (isWeighed) holders.add(document.id);
      }
    }
    for (const id of holders) held.set(id, (held.get(id) ?? 0) + 1);
  }
  return new Map(
    Array.from(scores, ([id, sum]) => [id, { sum, score: asked < 2 ? sum : sum * ((held.get(id) ?? 0) / asked) ** 2 }]),
  );
}

/** Words of the sample archive, with its numbers, hyphens, marks and scripts. */
export function sampleWords(): string[] {
  const folder = join(import.meta.dirname, '..', '..', 'data', 'sample-archive');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md|html)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/<[^>]*>/g, ' '));
  return texts.join(' ').split(/\s+/).filter(Boolean);
}
