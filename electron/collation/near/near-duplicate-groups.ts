/**
 * Groups of texts that share much: whoever shares enough with another is in one group with it. Only texts with a hash in
 * common are ever compared, so that many texts that have nothing to do with each other cost little.
 */
import { sharedHashes, shareOf } from './sketch.js';

export interface GroupTask {
  readonly sketches: readonly Uint32Array[];
}

export interface DuplicateGroup {
  /** Indices of sketches, ascending; two at least. */
  readonly members: number[];
  /** The largest share of two of them. */
  readonly share: number;
}

/** A hash that more texts have is a phrase of the house: it says nothing, and pairs of it grow with its square. */
const MAX_HOLDERS = 24;

/** @returns those most alike first. */
export function groupsOf({ sketches }: GroupTask): DuplicateGroup[] {
  const parents = sketches.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] ?? root] ?? root;
      root = parents[root] ?? root;
    }
    return root;
  };
  const shares = new Map<number, number>();
  for (const [a, b] of candidatesOf(sketches)) {
    const [x, y] = [sketches[a], sketches[b]];
    if (!x || !y) continue;
    const share = shareOf(sharedHashes(x, y), x.length, y.length);
    if (share === 0) continue;
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    const best = Math.max(share, shares.get(rootA) ?? 0, shares.get(rootB) ?? 0);
    parents[rootB] = rootA;
    shares.set(rootA, best);
  }
  const members = Map.groupBy(sketches.keys(), rootOf);
  return [...members]
    .filter(([, those]) => those.length > 1)
    .map(([root, those]) => ({ members: those, share: shares.get(root) ?? 0 }))
    .sort((a, b) => b.share - a.share || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** More texts than an archive has; hash and index fit one exact number. */
const INDEX_LIMIT = 0x200000;

/**
 * Pairs of texts with a telling hash in common, each once. Numbers in rows throughout: an archive of 20,000 sources has
 * more hashes than a Map can hold.
 */
function* candidatesOf(sketches: readonly Uint32Array[]): Generator<readonly [number, number]> {
  const keys = new Float64Array(sketches.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const [index, sketch] of sketches.entries()) {
    for (const hash of sketch) {
      keys[count] = hash * INDEX_LIMIT + index;
      count += 1;
    }
  }
  // Texts with one hash come to stand beside each other.
  keys.sort();
  const holderAt = (at: number) => (keys[at] ?? 0) % INDEX_LIMIT;
  const { firsts, runs } = runsByHolder(keys, sketches.length);
  const seenBy = new Int32Array(sketches.length).fill(-1);
  for (let text = 0; text < sketches.length; text += 1) {
    for (const start of runs.subarray(firsts[text], firsts[text + 1])) {
      // Within a run texts ascend: each meets those before it.
      for (let at = start, other = holderAt(at); other < text; at += 1, other = holderAt(at)) {
        if (seenBy[other] === text) continue;
        seenBy[other] = text;
        yield [other, text];
      }
    }
  }
}

/**
 * Where runs of one hash begin that some texts have, but not too many: those of text `t` are `runs` from `firsts[t]` to
 * `firsts[t + 1]`. @param keys ascending. @param texts how many there are.
 */
function runsByHolder(keys: Float64Array, texts: number): { readonly firsts: Uint32Array; readonly runs: Uint32Array } {
  const eachPlace = (take: (text: number, start: number) => void): void => {
    for (let start = 0, end = 0; start < keys.length; start = end) {
      const hash = Math.floor((keys[start] ?? 0) / INDEX_LIMIT);
      while (end < keys.length && Math.floor((keys[end] ?? 0) / INDEX_LIMIT) === hash) end += 1;
      if (end - start < 2 || end - start > MAX_HOLDERS) continue;
      for (let at = start; at < end; at += 1) take((keys[at] ?? 0) % INDEX_LIMIT, start);
    }
  };
  const firsts = new Uint32Array(texts + 1);
  eachPlace((text) => {
    firsts[text + 1] = (firsts[text + 1] ?? 0) + 1;
  });
  for (let text = 0; text < texts; text += 1) firsts[text + 1] = (firsts[text + 1] ?? 0) + (firsts[text] ?? 0);
  const runs = new Uint32Array(firsts[texts] ?? 0);
  const next = firsts.slice();
  eachPlace((text, start) => {
    const at = next[text] ?? 0;
    runs[at] = start;
    next[text] = at + 1;
  });
  return { firsts, runs };
}
