/**
 * Finds where a quotation may stand, by its words and its context together. An index of n-grams is made once for a
 * text, so that a quotation costs as much as the places that share rare n-grams with it, not as much as the text.
 */
import search from 'approx-string-match';
import { letterAt } from '../../text/index.js';
import { type FoldedQuote, type QuoteSimilarity, quoteSimilarity, type SearchableText } from './quote-similarity.js';

export interface QuoteMatch extends QuoteSimilarity {
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

export interface QuoteSearch {
  /** @returns places whose words are at least half alike, best score first; none overlaps a better one. */
  find(folded: FoldedQuote): QuoteMatch[];
  /** @returns the best place of the words around `start`, a UTF-16 offset; null when none is at least half alike. */
  near(folded: FoldedQuote, start: number): QuoteMatch | null;
}

const GRAM = 5;
/** N-grams of a quotation that are looked up; those of a long one are spread over it. */
const MAX_GRAMS = 240;
/** An n-gram that stands at more places than this tells nothing. */
const COMMON = 400;
/** Neighbouring diagonals vote together. */
const DIAGONAL_SHIFT = 4;
const MAX_PLACES = 32;
const MIN_SIMILAR = 0.5;

export function quoteSearch(haystack: SearchableText): QuoteSearch {
  const { text, letters } = haystack;
  let index: GramIndex | null = null;
  const all = String.fromCharCode;

  /** Where the words would begin, in letters, by how many n-grams of words and context say so. */
  function diagonals({ prefix, exact, suffix }: FoldedQuote): number[] {
    const whole = new Uint16Array(prefix.length + exact.length + suffix.length);
    whole.set(prefix);
    whole.set(exact, prefix.length);
    whole.set(suffix, prefix.length + exact.length);
    const stride = Math.max(1, Math.floor((whole.length - GRAM + 1) / MAX_GRAMS));
    index ??= gramIndex(letters.units);
    const { starts: offsets, places, mask } = index;
    const votes = new Map<number, number>();
    for (let at = 0; at + GRAM <= whole.length; at += stride) {
      const bucket = hash(whole, at) & mask;
      const from = offsets[bucket] ?? 0;
      const to = offsets[bucket + 1] ?? 0;
      if (to - from > COMMON) continue;
      for (let entry = from; entry < to; entry += 1) {
        const diagonal = (places[entry] ?? 0) - at + prefix.length;
        const key = diagonal >> DIAGONAL_SHIFT;
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
    const together = (key: number) =>
      (votes.get(key) ?? 0) + 0.5 * ((votes.get(key - 1) ?? 0) + (votes.get(key + 1) ?? 0));
    return [...votes.keys()]
      .map((key) => ({ key, count: together(key) }))
      .sort((one, other) => other.count - one.count || one.key - other.key)
      .slice(0, MAX_PLACES)
      .map(({ key }) => key << DIAGONAL_SHIFT);
  }

  /** The best match of the words around the place where they are expected. */
  function verify(folded: FoldedQuote, diagonal: number): QuoteMatch[] {
    const length = folded.exact.length;
    const slack = 24 + (length >> 2);
    const from = Math.max(0, diagonal - slack);
    const to = Math.min(letters.count, diagonal + length + slack);
    if (from >= to || length === 0) return [];
    const window = textOf(letters.units.subarray(from, to), all);
    const matches = search(window, textOf(folded.exact, all), Math.floor(length * (1 - MIN_SIMILAR)));
    return matches
      .filter(({ start, end }) => start < end)
      .map(({ start, end }) => {
        const [first, last] = withEdges(
          text,
          letters.starts[from + start] ?? 0,
          letters.ends[from + end - 1] ?? 0,
          folded.quote.exact,
        );
        return { start: first, end: last, ...quoteSimilarity(folded, haystack, first, last) };
      });
  }

  return {
    find(folded) {
      const found = diagonals(folded).flatMap((diagonal) => verify(folded, diagonal));
      const ranked = found
        .filter(({ similarity }) => similarity >= MIN_SIMILAR)
        .sort((one, other) => other.score - one.score || other.similarity - one.similarity || one.start - other.start);
      const kept: QuoteMatch[] = [];
      for (const place of ranked) {
        if (kept.every((other) => place.end <= other.start || place.start >= other.end)) kept.push(place);
      }
      return kept;
    },
    near(folded, start) {
      const found = verify(folded, letterAt(letters, start));
      return found.reduce<QuoteMatch | null>((best, place) => (best && best.score >= place.score ? best : place), null);
    },
  };
}

interface GramIndex {
  /** Of each bucket, where it begins in `places`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  /** Of the bits of a hash that make a bucket. */
  readonly mask: number;
}

/** Places of every n-gram, grouped by hash (counting sort). */
function gramIndex(units: Uint16Array): GramIndex {
  const count = Math.max(0, units.length - GRAM + 1);
  // As many buckets as there are n-grams, so that in a long text, too, a rare one shares its bucket with few others.
  let size = 64;
  while (size < count) size *= 2;
  const mask = size - 1;
  const starts = new Int32Array(size + 2);
  const buckets = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const bucket = hash(units, at) & mask;
    buckets[at] = bucket;
    starts[bucket + 2] = (starts[bucket + 2] ?? 0) + 1;
  }
  for (let bucket = 2; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const places = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const slot = (buckets[at] ?? 0) + 1;
    places[starts[slot] ?? 0] = at;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  return { starts, places, mask };
}

function hash(units: Uint16Array, at: number): number {
  let value = 0;
  for (let index = 0; index < GRAM; index += 1) value = Math.imul(value, 0x01000193) + (units[at + index] ?? 0);
  return Math.imul(value ^ (value >>> 13), 0x5bd1e995) >>> 8;
}

function textOf(units: Uint16Array, make: (...codes: number[]) => string): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += make(...units.subarray(at, at + 8192));
  return text;
}

/** Takes in the punctuation that the quotation begins or ends with, as far as it stands here too. */
function withEdges(text: string, start: number, end: number, exact: string): [number, number] {
  const lead = /^[\p{P}\p{Z}]*/u.exec(exact)?.[0] ?? '';
  const trail = /[\p{P}\p{Z}]*$/u.exec(exact)?.[0] ?? '';
  let first = start;
  for (let index = lead.length - 1; index >= 0 && text.charAt(first - 1) === lead.charAt(index); index -= 1) first -= 1;
  let last = end;
  for (let index = 0; index < trail.length && text.charAt(last) === trail.charAt(index); index += 1) last += 1;
  return [first, last];
}
