/** Phrases and neighbours by the index, against reading every text from its first word to its last. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Evaluator, type QueryLexicon } from '../../../electron/search/engine/evaluate.js';
import { exactTerm, type TermEntries } from '../../../electron/search/engine/expand-terms.js';
import { wholeTerm } from '../../../electron/search/engine/matched-term.js';
import { NO_WORD } from '../../../electron/search/engine/matched-word.js';
import { SegmentList } from '../../../electron/search/engine/segment-list.js';
import type { NearNode, PhraseNode, WordNode } from '../../../electron/search/query/ast.js';
import { mergeSegments } from '../../../electron/search/segment/merge-segments.js';
import { Segment } from '../../../electron/search/segment/segment.js';
import { type IndexedWord, SegmentBuilder } from '../../../electron/search/segment/segment-builder.js';
import type { SegmentData } from '../../../electron/search/segment/segment-format.js';

const FIELDS = [
  { name: 'title', boost: 2 },
  { name: 'body', boost: 1 },
];
type SampleTexts = readonly string[][];

/** A text is a row of letters; capitals are forms of the same term, so that some terms have several. */
const words = new Map<string, IndexedWord>();
function wordOf(written: string): IndexedWord {
  const exact = written.toLowerCase();
  // `x` and `y` are two forms of the term `z`.
  const term = exact === 'x' || exact === 'y' ? 'z' : exact;
  const word = words.get(written) ?? { term, surface: exact, exact, written };
  words.set(written, word);
  return word;
}
const analyze = (text: string, _language: string, visit: (word: IndexedWord, index: number) => void): number => {
  const tokens = text.split(' ').filter(Boolean);
  for (const [index, token] of tokens.entries()) visit(wordOf(token), index);
  return tokens.length;
};

/** A word of a query and the letters it stands for. */
interface QueryTerm {
  readonly terms: readonly string[];
  readonly offset: number;
}
interface PhraseSample {
  readonly words: readonly QueryTerm[];
  readonly slop: number;
}

const open = (data: SegmentData) =>
  new Segment(data.header, data.hot, (start, length) => data.cold.subarray(start, start + length));

/** @param cuts documents before which a new segment begins. */
function indexOf(
  documents: readonly SampleTexts[],
  cuts: ReadonlySet<number>,
  merged: ReadonlySet<number>,
): SegmentList {
  const list = new SegmentList(FIELDS);
  let waiting: SegmentData[] = [];
  let builder = new SegmentBuilder(FIELDS.length, analyze);
  const flush = () => {
    const [only] = waiting;
    if (!only) return;
    const whole =
      waiting.length === 1
        ? only
        : mergeSegments(
            FIELDS.length,
            waiting.map((data) => ({ data, removed: [] })),
          );
    if (whole) list.append(open(whole));
    waiting = [];
  };
  for (const [at, texts] of documents.entries()) {
    if (cuts.has(at) && builder.documents > 0) {
      waiting.push(builder.finish());
      if (!merged.has(at)) flush();
      builder = new SegmentBuilder(FIELDS.length, analyze);
    }
    builder.add({ ref: String(at), language: '', fields: texts.map((tokens) => tokens.join(' ')) });
  }
  waiting.push(builder.finish());
  flush();
  return list;
}

const place = [0, 0] as const;
const phraseNode: PhraseNode = { kind: 'phrase', text: 'left', field: null, slop: 0, boost: 1, place };
const otherNode: PhraseNode = { ...phraseNode, text: 'right' };

function ask(list: SegmentList, node: PhraseNode | NearNode, phrases: Record<string, PhraseSample>): number[] {
  const matched = ({ terms }: QueryTerm) =>
    terms.flatMap((term) => {
      const entries: TermEntries = new Map();
      exactTerm(list, term, entries);
      return [...entries].flatMap(([name, found]) => wholeTerm(name, found) ?? []);
    });
  const lexicon: QueryLexicon = {
    fields: () => [0, 1],
    word: (_word: WordNode) => NO_WORD,
    phrase: ({ text }) => {
      const phrase = phrases[text] as PhraseSample;
      return {
        slop: phrase.slop,
        words: phrase.words.map((word) => ({ terms: matched(word), word: NO_WORD, offset: word.offset })),
      };
    },
    lineWords: () => [],
    isPassedOver: () => false,
    filter: () => () => true,
  };
  const { documents } = new Evaluator(list).evaluate(node, lexicon);
  return Array.from(documents, (document) => Number(list.refOf(document))).sort((a, b) => a - b);
}

/** Every range by trying every place for every word. */
function spansIn(tokens: readonly string[], { words, slop }: PhraseSample): [number, number][] {
  const isWord = (at: number, { terms }: QueryTerm) => terms.includes(wordOf(tokens[at] as string).term);
  const [first, ...others] = words;
  if (!first) return [];
  let rows = tokens.flatMap((_, at) => (isWord(at, first) ? [[at, at] as [number, number]] : []));
  for (const [n, word] of others.entries()) {
    const gap = word.offset - (words[n] as QueryTerm).offset;
    rows = rows.flatMap(([start, last]) =>
      tokens.flatMap((_, at) => (at >= last + gap && isWord(at, word) ? [[start, at] as [number, number]] : [])),
    );
  }
  const span = (words.at(-1) as QueryTerm).offset - first.offset;
  return rows.filter(([start, last]) => last - start - span <= slop);
}

const LETTERS = ['a', 'b', 'c', 'd', 'x', 'y', 'A', 'X'];
const TERMS = ['a', 'b', 'c', 'd', 'z'];
const asked = fc.array(
  fc.record({
    terms: fc.uniqueArray(fc.constantFrom(...TERMS), { minLength: 1, maxLength: 2 }),
    gap: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const phrase: fc.Arbitrary<PhraseSample> = fc.tuple(asked, fc.nat(3)).map(([list, slop]) => {
  let offset = -1;
  return {
    slop,
    words: list.map(({ terms, gap }) => {
      offset += gap;
      return { terms, offset };
    }),
  };
});
const tokens = (maxLength: number) => fc.array(fc.constantFrom(...LETTERS), { maxLength });
const document = fc.tuple(tokens(4), tokens(14));

/** Of one number, so that thousands of texts need not be made by fast-check. */
function manyDocuments(seed: number, howMany: number): SampleTexts[] {
  let state = seed >>> 0;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
  const row = (most: number) =>
    // The first letters are in nearly every text, the last in few: long postings beside short ones.
    Array.from({ length: below(most) }, () => LETTERS[Math.min(below(8), below(8), below(8))] as string);
  return Array.from({ length: howMany }, () => [row(4), row(16)]);
}

function compare(
  documents: readonly SampleTexts[],
  list: SegmentList,
  gone: ReadonlySet<number>,
  left: PhraseSample,
  right: PhraseSample,
  distance: number,
) {
  const expected = (holds: (tokens: readonly string[]) => boolean) =>
    documents.flatMap((texts, at) => (!gone.has(at) && texts.some(holds) ? [at] : []));
  const phrases = { left, right };
  expect(ask(list, phraseNode, phrases)).toEqual(expected((tokens) => spansIn(tokens, left).length > 0));
  const near: NearNode = { kind: 'near', left: phraseNode, right: otherNode, distance, place };
  const isNear = (tokens: readonly string[]) =>
    soonest(spansIn(tokens, left)).some((a) =>
      soonest(spansIn(tokens, right)).some((b) => {
        const gap = Math.max(b[0] - a[1], a[0] - b[1]);
        return gap > 0 && gap <= distance;
      }),
    );
  expect(ask(list, near, phrases)).toEqual(expected(isNear));
}

/** A phrase stands from each of its beginnings to the soonest end. */
function soonest(spans: readonly [number, number][]): [number, number][] {
  const ends = new Map<number, number>();
  for (const [start, last] of spans) ends.set(start, Math.min(last, ends.get(start) ?? last));
  return [...ends];
}

function removeSome(list: SegmentList, gone: ReadonlySet<number>): void {
  for (const segment of list.segments) {
    for (const [at, ref] of segment.refs.entries()) if (gone.has(Number(ref))) list.remove(segment, at);
  }
}

describe('phrases and neighbours', () => {
  it('are found in exactly the texts that hold them, in any segments, merged or not, with sources removed', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11)),
        fc.array(fc.nat(11)),
        fc.array(fc.nat(11), { maxLength: 3 }),
        phrase,
        phrase,
        fc.integer({ min: 1, max: 4 }),
        (documents, cuts, merged, removed, left, right, distance) => {
          const list = indexOf(documents, new Set(cuts), new Set(merged));
          const gone = new Set(removed);
          removeSome(list, gone);
          compare(documents, list, gone, left, right, distance);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('are found in exactly the texts that hold them where words are skipped through by tables', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 301, max: 900 }),
        fc.array(fc.nat(900), { maxLength: 2 }),
        fc.array(fc.tuple(phrase, phrase, fc.integer({ min: 1, max: 4 })), { minLength: 10, maxLength: 10 }),
        (seed, howMany, cuts, queries) => {
          const documents = manyDocuments(seed, howMany);
          const list = indexOf(documents, new Set(cuts), new Set(cuts.slice(1)));
          const gone = new Set(documents.flatMap((_, at) => ((at * 31 + seed) % 17 === 0 ? [at] : [])));
          removeSome(list, gone);
          for (const [left, right, distance] of queries) compare(documents, list, gone, left, right, distance);
        },
      ),
      { numRuns: 30 },
    );
  });
});
