/**
 * Groups of texts that share much: whoever shares enough with another is in one group with it. Only texts with a hash in
 * common are ever compared, so that many texts that have nothing to do with each other cost little.
 */
import { sharedHashes, shareOf } from './sketch.js';

export interface GroupTask {
  readonly sketches: readonly Uint32Array[];
}

export interface Group {
  /** Indices of sketches, ascending; two at least. */
  readonly members: number[];
  /** The largest share of two of them. */
  readonly share: number;
}

/** A hash that more texts have is a phrase of the house: it says nothing, and pairs of it grow with its square. */
const MOST_HOLDERS = 24;

/** @returns those most alike first. */
export function groupsOf({ sketches }: GroupTask): Group[] {
  const holders = new Map<number, number[]>();
  for (const [index, sketch] of sketches.entries()) {
    for (const hash of sketch) {
      const known = holders.get(hash);
      if (known) known.push(index);
      else holders.set(hash, [index]);
    }
  }
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
  for (const [a, b] of candidatesOf(holders)) {
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

/** Pairs of texts with a telling hash in common, each once. */
function* candidatesOf(holders: ReadonlyMap<number, readonly number[]>): Generator<readonly [number, number]> {
  const seen = new Set<number>();
  for (const those of holders.values()) {
    if (those.length > MOST_HOLDERS) continue;
    for (const [at, a] of those.entries()) {
      for (const b of those.slice(at + 1)) {
        // Two indices of an archive fit one exact number.
        const key = a * 0x4000000 + b;
        if (seen.has(key)) continue;
        seen.add(key);
        yield [a, b];
      }
    }
  }
}
