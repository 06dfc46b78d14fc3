/**
 * The peer: every witness against the first by Ratcliff and Obershelp's matching blocks, as Python's difflib has them
 * (popular units of long sequences are no anchors), and all put together around that one. Replaced words stand beside
 * each other in order; words put in stand in rows of their own, those of other witnesses at the same place beside them.
 */
import { foldWord } from '../../../electron/text/index.js';
import type { Gold } from './gold.js';
import type { TokenRows } from './judge.js';

interface MatchingBlock {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Python's `SequenceMatcher(None, a, b).get_matching_blocks()`. */
export function matchingBlocks(a: readonly string[], b: readonly string[]): MatchingBlock[] {
  const places = new Map<string, number[]>();
  for (const [at, unit] of b.entries()) places.set(unit, [...(places.get(unit) ?? []), at]);
  if (b.length >= 200) {
    const popular = Math.floor(b.length / 100) + 1;
    for (const [unit, found] of places) if (found.length > popular) places.delete(unit);
  }
  const blocks: MatchingBlock[] = [];
  const regions = [{ startA: 0, endA: a.length, startB: 0, endB: b.length }];
  for (let region = regions.pop(); region; region = regions.pop()) {
    const { startA, endA, startB, endB } = region;
    const block = longestBlock(a, b, places, startA, endA, startB, endB);
    if (block.length === 0) continue;
    blocks.push(block);
    regions.push({ startA, endA: block.a, startB, endB: block.b });
    regions.push({ startA: block.a + block.length, endA, startB: block.b + block.length, endB });
  }
  return blocks.sort((one, other) => one.a - other.a);
}

function longestBlock(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
): MatchingBlock {
  let best = { a: startA, b: startB, length: 0 };
  let lengths = new Map<number, number>();
  for (let at = startA; at < endA; at += 1) {
    const next = new Map<number, number>();
    for (const place of places.get(a[at] ?? '') ?? []) {
      if (place < startB) continue;
      if (place >= endB) break;
      const length = (lengths.get(place - 1) ?? 0) + 1;
      next.set(place, length);
      if (length > best.length) best = { a: at - length + 1, b: place - length + 1, length };
    }
    lengths = next;
  }
  // Popular units are no anchors, but they lengthen a block.
  let { a: fromA, b: fromB, length } = best;
  while (fromA > startA && fromB > startB && a[fromA - 1] === b[fromB - 1]) {
    fromA -= 1;
    fromB -= 1;
    length += 1;
  }
  while (fromA + length < endA && fromB + length < endB && a[fromA + length] === b[fromB + length]) length += 1;
  return { a: fromA, b: fromB, length };
}

export function placedByStar(gold: Gold): TokenRows {
  const sequences = gold.map(({ witness, tokens }) =>
    tokens.map(({ start, end }) => foldWord(witness.text.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, '')),
  );
  const [base = []] = sequences;
  /** Rows of words put in: one for each place in the base and each word in a row there. */
  const added = new Map<string, number>();
  const addedRow = (place: number, nth: number) => {
    const key = `${place}+${nth}`;
    const row = added.get(key) ?? base.length + added.size;
    added.set(key, row);
    return row;
  };
  return sequences.map((own, witness) => {
    if (witness === 0) return Int32Array.from(own.keys());
    const rows = new Int32Array(own.length);
    let [atA, atB] = [0, 0];
    for (const { a, b, length } of [...matchingBlocks(base, own), { a: base.length, b: own.length, length: 0 }]) {
      for (let index = 0; atB + index < b; index += 1) {
        rows[atB + index] = atA + index < a ? atA + index : addedRow(a, index - (a - atA));
      }
      for (let index = 0; index < length; index += 1) rows[b + index] = a + index;
      [atA, atB] = [a + length, b + length];
    }
    return rows;
  });
}
