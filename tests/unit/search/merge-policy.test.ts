import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SEGMENTS, nextMerge, type SegmentSize } from '../../../electron/search/live/merge-policy.js';

const MAX_DOCUMENTS = 16_384;
const whole = (documents: number): SegmentSize => ({ documents, live: documents });

/** Merges until there is nothing to merge. @returns what is left, and documents written. */
function rest(start: readonly SegmentSize[]): { sizes: SegmentSize[]; written: number } {
  let sizes = [...start];
  let written = 0;
  for (let merges = 0; ; merges++) {
    const range = nextMerge(sizes);
    if (!range) return { sizes, written };
    if (merges > start.length * 2) throw new Error(`no end in sight: ${JSON.stringify(sizes)}`);
    const [from, until] = range;
    const chosen = sizes.slice(from, until);
    const live = chosen.reduce((sum, size) => sum + size.live, 0);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(until).toBeGreaterThan(from);
    expect(until).toBeLessThanOrEqual(sizes.length);
    // One alone is only rewritten to get rid of tombstones.
    if (chosen.length === 1) expect(live).toBeLessThan(chosen[0]?.documents ?? 0);
    else expect(live).toBeLessThanOrEqual(MAX_DOCUMENTS);
    written += live;
    sizes = sizes.toSpliced(from, until - from, ...(live > 0 ? [whole(live)] : []));
  }
}

const size = fc.oneof(
  fc.constant(whole(1)),
  fc.integer({ min: 1, max: 100 }).map(whole),
  fc.integer({ min: 1, max: 20_000 }).map(whole),
  fc
    .integer({ min: 1, max: 20_000 })
    .chain((documents) => fc.integer({ min: 0, max: documents }).map((live) => ({ documents, live }))),
);

describe('merging segments', () => {
  it('always ends, whatever sizes there are, and never makes a segment of more than 16,384 documents', () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), (start) => {
        const { sizes } = rest(start);
        const live = (some: readonly SegmentSize[]) => some.reduce((sum, one) => sum + one.live, 0);
        expect(live(sizes)).toBe(live(start));
        for (const one of sizes) expect(one.live).toBeGreaterThanOrEqual(one.documents * 0.7);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves large segments alone, however many there are', () => {
    expect(nextMerge(Array.from({ length: 30 }, () => whole(10_000)))).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_500, max: 16_384 }), { minLength: 11, maxLength: 60 }), (sizes) => {
        rest(sizes.map(whole));
      }),
    );
  });

  it('leaves at most ten segments after any number of single additions up to 3,000', () => {
    let sizes: SegmentSize[] = [];
    for (let added = 1; added <= 3_000; added++) {
      sizes = rest([...sizes, whole(1)]).sizes;
      expect(sizes.length).toBeLessThanOrEqual(MAX_SEGMENTS);
      expect(sizes.reduce((sum, { documents }) => sum + documents, 0)).toBe(added);
    }
  });

  it('leaves at most ten segments when sources come singly and in lots, and others go', () => {
    const change = fc.oneof(
      { weight: 5, arbitrary: fc.constant({ add: 1, remove: 0 }) },
      { weight: 1, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 60 }), remove: fc.constant(0) }) },
      { weight: 2, arbitrary: fc.record({ add: fc.constant(0), remove: fc.nat() }) },
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 300 }), (changes) => {
        let sizes: SegmentSize[] = [];
        for (const { add, remove } of changes) {
          const at = remove % Math.max(1, sizes.length);
          if (add > 0) sizes = [...sizes, whole(add)];
          else sizes = sizes.map((one, n) => (n === at && one.live > 0 ? { ...one, live: one.live - 1 } : one));
          sizes = rest(sizes).sizes;
          expect(sizes.length).toBeLessThanOrEqual(MAX_SEGMENTS);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('writes a document again only few times, however many are added one by one', () => {
    let sizes: SegmentSize[] = [];
    let total = 0;
    for (let added = 1; added <= 3_000; added++) {
      const { sizes: next, written } = rest([...sizes, whole(1)]);
      sizes = next;
      total += written;
    }
    expect(total / 3_000).toBeLessThan(8);
  });

  it('rewrites a segment when nearly a third of it was removed, and drops one that is empty', () => {
    expect(nextMerge([whole(100), { documents: 10, live: 6 }])).toEqual([1, 2]);
    expect(nextMerge([whole(100), { documents: 10, live: 8 }])).toBeNull();
    expect(rest([whole(100), { documents: 10, live: 0 }]).sizes).toEqual([whole(100)]);
  });
});
