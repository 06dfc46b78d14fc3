/**
 * Where two passages of letters, or of words as numbers, surely correspond: runs of n-grams that occur once in each, in
 * the heaviest chain that keeps the order of both (as patience and histogram diffs do with lines, and genome aligners
 * with k-mers).
 * Invariant: the runs returned are exact matches, ascending in both texts, and do not overlap in either.
 */

/** `length` units that are alike from `a` and from `b`. */
export interface MatchingRun {
  a: number;
  b: number;
  length: number;
}

type Units = Uint16Array | Int32Array;

export interface UnitRange {
  readonly units: Units;
  /** Half-open. */
  readonly start: number;
  readonly end: number;
}

/** @param size of an n-gram in units. */
export function seedRuns(a: UnitRange, b: UnitRange, size: number): MatchingRun[] {
  const runs = chain(uniqueRuns(a, b, size));
  extend(runs, a, b);
  return runs;
}

const NONE = -1;
const OFTEN = -2;
const BASE = 0x01000193;

/**
 * A hash table of n-grams: of each slot the hash, the place in `a` and the place in `b`, side by side, because a text's
 * table is larger than what a processor keeps at hand. Kept between two calls: to allocate it again costs more than to fill it.
 */
const SLOT = 4;
const MAX_KEPT = 1 << 20;
let kept = new Int32Array(1 << 12);

function emptyTable(capacity: number): Int32Array {
  const length = capacity * SLOT;
  const table = kept.length >= length ? kept : new Int32Array(length);
  if (length <= MAX_KEPT) kept = table;
  return table.fill(NONE, 0, length);
}

/** Runs of neighbouring n-grams that are unique on both sides, in the order of `a`. */
export function uniqueRuns(a: UnitRange, b: UnitRange, size: number): MatchingRun[] {
  const places = a.end - a.start - size + 1;
  if (places <= 0 || b.end - b.start < size) return [];
  let capacity = 16;
  while (capacity < places * 2) capacity *= 2;
  const mask = capacity - 1;
  const last = capacity * SLOT - 1;
  const table = emptyTable(capacity);
  // Rolling polynomial hashes over every n-gram; written out twice, because a call for each unit costs as much again.
  let power = 1;
  for (let index = 1; index < size; index += 1) power = Math.imul(power, BASE);
  let hash = 0;
  for (let at = a.start; at < a.end; at += 1) {
    if (at - a.start >= size) hash = (hash - Math.imul(a.units[at - size] ?? 0, power)) | 0;
    hash = (Math.imul(hash, BASE) + (a.units[at] ?? 0)) | 0;
    if (at - a.start < size - 1) continue;
    let slot = (spread(hash) & mask) * SLOT;
    while (table[slot + 1] !== NONE && table[slot] !== hash) slot = (slot + SLOT) & last;
    table[slot] = hash;
    table[slot + 1] = table[slot + 1] === NONE ? at - size + 1 : OFTEN;
  }
  hash = 0;
  for (let at = b.start; at < b.end; at += 1) {
    if (at - b.start >= size) hash = (hash - Math.imul(b.units[at - size] ?? 0, power)) | 0;
    hash = (Math.imul(hash, BASE) + (b.units[at] ?? 0)) | 0;
    if (at - b.start < size - 1) continue;
    let slot = (spread(hash) & mask) * SLOT;
    while (table[slot + 1] !== NONE && table[slot] !== hash) slot = (slot + SLOT) & last;
    if (table[slot + 1] !== NONE) table[slot + 2] = table[slot + 2] === NONE ? at - size + 1 : OFTEN;
  }
  const partner = new Int32Array(places).fill(NONE);
  for (let slot = 0; slot < capacity * SLOT; slot += SLOT) {
    const atA = table[slot + 1] ?? NONE;
    const atB = table[slot + 2] ?? NONE;
    if (atA >= 0 && atB >= 0) partner[atA - a.start] = atB;
  }
  const runs: MatchingRun[] = [];
  let run: MatchingRun | null = null;
  for (let place = 0; place < places; place += 1) {
    const atB = partner[place] ?? NONE;
    const atA = a.start + place;
    if (atB === NONE) continue;
    const isNext: boolean = run !== null && atA === run.a + run.length - size + 1 && atB - atA === run.b - run.a;
    // Of the n-gram after one that is alike, only the last unit is new.
    const known = isNext ? size - 1 : 0;
    if (!isAlike(a.units, atA + known, b.units, atB + known, size - known)) continue;
    if (run && isNext) run.length += 1;
    else {
      run = { a: atA, b: atB, length: size };
      runs.push(run);
    }
  }
  return runs;
}

const spread = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 4;

function isAlike(a: Units, atA: number, b: Units, atB: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (a[atA + index] !== b[atB + index]) return false;
  return true;
}

/** The heaviest chain of runs ascending in both; runs that would force a wild jump for little are left out. */
export function chain(runs: readonly MatchingRun[]): MatchingRun[] {
  return withoutStrays(trimmed(heaviest(runs)));
}

/** Longest increasing subsequence by weight: O(n log n) over a Fenwick tree of the best chain below each place in b. */
function heaviest(runs: readonly MatchingRun[]): MatchingRun[] {
  const order = Array.from(runs.keys()).sort((x, y) => (runs[x]?.b ?? 0) - (runs[y]?.b ?? 0));
  const rank = new Int32Array(runs.length);
  for (const [position, index] of order.entries()) rank[index] = position + 1;
  const best = new Int32Array(runs.length + 1).fill(NONE);
  const weight = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(NONE);
  let top = NONE;
  for (const [index, run] of runs.entries()) {
    let before = NONE;
    for (let node = (rank[index] ?? 1) - 1; node > 0; node -= node & -node) {
      const candidate = best[node] ?? NONE;
      if (candidate !== NONE && (before === NONE || (weight[candidate] ?? 0) > (weight[before] ?? 0))) {
        before = candidate;
      }
    }
    previous[index] = before;
    weight[index] = run.length + (before === NONE ? 0 : (weight[before] ?? 0));
    for (let node = rank[index] ?? 1; node <= runs.length; node += node & -node) {
      const known = best[node] ?? NONE;
      if (known === NONE || (weight[index] ?? 0) > (weight[known] ?? 0)) best[node] = index;
    }
    if (top === NONE || (weight[index] ?? 0) > (weight[top] ?? 0)) top = index;
  }
  const chosen: MatchingRun[] = [];
  for (let index = top; index !== NONE; index = previous[index] ?? NONE) {
    const run = runs[index];
    if (run) chosen.push({ ...run });
  }
  return chosen.reverse();
}

/** Cuts away what overlaps the run before, in either text. */
function trimmed(runs: readonly MatchingRun[]): MatchingRun[] {
  const kept: MatchingRun[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    const overlap = last ? Math.max(0, last.a + last.length - run.a, last.b + last.length - run.b) : 0;
    if (overlap < run.length) kept.push({ a: run.a + overlap, b: run.b + overlap, length: run.length - overlap });
  }
  return kept;
}

/** What a jump of the diagonal costs, in letters that a run has to bring. */
const jump = (units: number) => (units === 0 ? 0 : 3 + 2 * Math.log2(1 + Math.abs(units)));

/** Leaves out short runs whose place agrees with neither neighbour, when without them the neighbours agree. */
function withoutStrays(runs: readonly MatchingRun[]): MatchingRun[] {
  let kept = [...runs];
  for (let round = 0; round < 4; round += 1) {
    const next: MatchingRun[] = [];
    for (const [index, run] of kept.entries()) {
      const before = next.at(-1);
      const after = kept[index + 1];
      if (before && after) {
        const here = run.b - run.a;
        const left = here - (before.b - before.a);
        const right = after.b - after.a - here;
        if (jump(left) + jump(right) - jump(left + right) > run.length) continue;
      }
      next.push(run);
    }
    if (next.length === kept.length) return next;
    kept = next;
  }
  return kept;
}

/** Grows every run as far as the letters agree, up to its neighbours. */
function extend(runs: MatchingRun[], a: UnitRange, b: UnitRange): void {
  let freeA = a.start;
  let freeB = b.start;
  for (const [index, run] of runs.entries()) {
    while (run.a > freeA && run.b > freeB && a.units[run.a - 1] === b.units[run.b - 1]) {
      run.a -= 1;
      run.b -= 1;
      run.length += 1;
    }
    const next = runs[index + 1];
    const endA = next?.a ?? a.end;
    const endB = next?.b ?? b.end;
    while (
      run.a + run.length < endA &&
      run.b + run.length < endB &&
      a.units[run.a + run.length] === b.units[run.b + run.length]
    ) {
      run.length += 1;
    }
    freeA = run.a + run.length;
    freeB = run.b + run.length;
  }
}
