import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishHeadword } from '../../../../electron/search/analysis/english-forms.js';
import { stemmerOf } from '../../../../electron/search/analysis/stemmers.js';
import { lunr } from '../../../../electron/search/lunr.js';
import {
  lunrIndex,
  type ParityDocument,
  ParityEngine,
  type ParityResult,
  type RuledScore,
  ruleOver,
  sampleWords,
} from '../../../support/lunr-parity.js';

/** Queries a run compares; more on request: FONDS_PARITY_QUERIES=8750. */
const QUERIES = Number(process.env.FONDS_PARITY_QUERIES ?? 600);
const QUERIES_AN_ARCHIVE = 50;

const vocabulary = sampleWords();

/** A small pseudo-random source (mulberry32), so that fast-check needs to find one number only. */
function randomFrom(seed: number) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}
type Random = ReturnType<typeof randomFrom>;

function documentOf(random: Random, id: string): ParityDocument {
  const wordsUpTo = (most: number) => {
    const length = random.below(most);
    const from = random.below(vocabulary.length - length);
    return vocabulary.slice(from, from + length).join(' ');
  };
  return { id, boost: random.below(7) === 0 ? 2 : 1, title: wordsUpTo(8), text: wordsUpTo(120), source: wordsUpTo(4) };
}

/** A term of lunr's query language: plain, wildcard, fuzzy, boosted, required, prohibited, in a field. */
function clause(random: Random, texts: readonly string[]): string {
  let word = random.pick(random.pick(texts).toLowerCase().split(/\s+/)).replace(/[:~^*+\-\\]/g, '') || 'president';
  let modifier = '';
  const kind = random.next();
  if (kind < 0.12) word = `${word.slice(0, 1 + random.below(4))}*`;
  else if (kind < 0.17) word = `*${word.slice(-4)}`;
  else if (kind < 0.22) word = `${word.slice(0, 2)}*${word.slice(-2)}`;
  else if (kind < 0.25) word = `*${word.slice(1, 5)}*`;
  else if (kind < 0.37) modifier = `~${random.next() < 0.3 ? 2 : 1}`;
  if (random.next() < 0.15) modifier += `^${random.below(11)}`;
  const field = random.next() < 0.2 ? `${random.pick(['title', 'text', 'source'])}:` : '';
  const presence = random.next();
  return `${presence < 0.15 ? '+' : presence < 0.25 ? '-' : ''}${field}${word}${modifier}`;
}

function outcome<T>(search: () => T): { results: T } | { refused: string } {
  try {
    return { results: search() };
  } catch (error) {
    return { refused: String((error as Error).message) };
  }
}

/**
 * Sources and places are lunr's. Scores are those of the rule of ADR 0035, which are lunr's for a word alone that is one
 * term of the index.
 */
function compare(
  line: string,
  theirs: readonly lunr.Index.Result[],
  ours: readonly ParityResult[],
  ruled: ReadonlyMap<string, RuledScore>,
): void {
  const byRef = new Map(ours.map((result) => [result.ref, result]));
  expect(ours.length, line).toBe(theirs.length);
  for (const { ref, matchData } of theirs) {
    const own = byRef.get(ref);
    expect(own, `${line}: ${ref}`).toBeDefined();
    const wanted = ruled.get(ref)?.score ?? 0;
    expect(Math.abs((own?.score ?? 0) - wanted), `${line}: score of ${ref}`).toBeLessThanOrEqual(1e-9);
    expect(own?.metadata, `${line}: places in ${ref}`).toEqual(JSON.parse(JSON.stringify(matchData.metadata)));
  }
}

/** Where each word is one term, what the rule adds up is lunr's score, and for a word alone it is the score itself. */
function compareAlone(
  line: string,
  theirs: readonly lunr.Index.Result[],
  ours: readonly ParityResult[],
  ruled: ReadonlyMap<string, RuledScore>,
  words: number,
): void {
  const byRef = new Map(ours.map((result) => [result.ref, result]));
  for (const { ref, score } of theirs) {
    expect(Math.abs((ruled.get(ref)?.sum ?? 0) - score), `${line}: sum of ${ref}`).toBeLessThanOrEqual(1e-9);
    if (words < 2) expect(Math.abs((byRef.get(ref)?.score ?? 0) - score), `${line}: ${ref}`).toBeLessThanOrEqual(1e-9);
  }
  if (words > 1) return;
  // The same order, but for equal scores: each of theirs is at least as good as the next, by our scores too.
  for (let at = 1; at < theirs.length; at++) {
    const [before, after] = [byRef.get(theirs[at - 1]?.ref ?? ''), byRef.get(theirs[at]?.ref ?? '')];
    expect((before?.score ?? 0) - (after?.score ?? 0), `${line}: order`).toBeGreaterThanOrEqual(-2e-9);
  }
}

describe('the engine beside lunr 2.3.9', () => {
  it('finds the same sources and places, scores a word alone as lunr does and several forms of it as one, while documents come, change, go and are merged', () => {
    let compared = 0;
    let alone = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const engine = new ParityEngine();
        // Insertion order; a document that changes goes to the end, as it does in a fresh build of what is there now.
        const live = new Map<string, ParityDocument>();
        const put = (documents: ParityDocument[]) => {
          engine.add(documents);
          for (const document of documents) {
            live.delete(document.id);
            live.set(document.id, document);
          }
        };
        const size = 10 + random.below(140);
        for (let at = 0; at < size; at += 30) {
          put(Array.from({ length: Math.min(30, size - at) }, (_, n) => documentOf(random, `d${at + n}`)));
        }
        for (let change = 0; change < size * 0.3; change++) {
          const kind = random.next();
          if (kind < 0.4) put([documentOf(random, `n${change}`)]);
          else if (kind < 0.7 && live.size > 2) {
            const id = random.pick([...live.keys()]);
            live.delete(id);
            engine.remove(id);
          } else put([documentOf(random, random.pick([...live.keys()]))]);
          if (random.next() < 0.1) {
            const from = random.below(engine.list.segments.length);
            engine.merge(from, from + 2 + random.below(6));
          }
        }
        const theirs = lunrIndex([...live.values()]);
        const rule = ruleOver([...live.values()]);
        const texts = [...live.values()].map(({ title, text, source }) => `${title} ${text} ${source}`);
        for (let query = 0; query < QUERIES_AN_ARCHIVE; query++) {
          const line = Array.from({ length: 1 + random.below(4) }, () => clause(random, texts)).join(' ');
          const [a, b] = [outcome(() => theirs.search(line)), outcome(() => engine.search(line))];
          if ('refused' in a || 'refused' in b) expect(b, line).toEqual(a);
          else {
            const words = engine.words(line).filter(({ presence }) => presence !== 'prohibited');
            const ruled = rule(words);
            compare(line, a.results, b.results, ruled);
            if (words.every(({ terms }) => terms.length < 2)) {
              compareAlone(line, a.results, b.results, ruled, words.length);
              if (words.length === 1) alone += 1;
            }
          }
          compared += 1;
        }
      }),
      { numRuns: Math.ceil(QUERIES / QUERIES_AN_ARCHIVE) },
    );
    expect(compared).toBeGreaterThanOrEqual(500);
    expect(alone).toBeGreaterThanOrEqual(50);
  }, 120_000);
});

describe('the stems of an archive', () => {
  it('are lunr’s, but of a regular form that lunr parts from its headword: that has the headword’s (ADR 0033)', () => {
    const lunrStem = (word: string) => lunr.stemmer(new lunr.Token(word, {})).toString();
    const words = [...new Set([...vocabulary, 'boycotted', 'added'].map((word) => word.toLowerCase()))];
    for (const word of words) expect(stemmerOf('en').stem(word, word)).toBe(lunrStem(englishHeadword(word)));
    expect(words.filter((word) => stemmerOf('en').stem(word, word) !== lunrStem(word))).toContain('boycotted');
  });
});
