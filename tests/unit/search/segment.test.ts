import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSegments } from '../../../electron/search/segment/merge-segments.js';
import { Segment } from '../../../electron/search/segment/segment.js';
import { type IndexedWord, SegmentBuilder } from '../../../electron/search/segment/segment-builder.js';
import type { SegmentData } from '../../../electron/search/segment/segment-format.js';

const FIELDS = 2;

/** Words parted by blanks; a word's stem is its first letter, so that terms have many forms. */
const words = new Map<string, IndexedWord>();
function analyze(text: string, _language: string, visit: (word: IndexedWord, index: number) => void): number {
  const parts = text.split(' ');
  for (const [index, part] of parts.entries()) {
    const lower = part.toLowerCase();
    const word = words.get(part) ?? { term: lower.slice(0, 1), surface: lower, exact: lower, written: part };
    words.set(part, word);
    visit(word, index);
  }
  return parts.length;
}

interface Text {
  readonly ref: string;
  readonly fields: readonly string[];
}

function build(texts: readonly Text[]): SegmentData {
  const builder = new SegmentBuilder(FIELDS, analyze);
  for (const text of texts) builder.add({ ...text, language: 'en' });
  return builder.finish();
}

const open = (data: SegmentData): Segment =>
  new Segment(data.header, data.hot, (start, length) => data.cold.subarray(start, start + length));

/** Everything a segment says of its living documents, in plain words. */
function spell(segment: Segment) {
  const said: Record<string, string[]> = {};
  let ordinal = 0;
  for (const term of segment.terms.words()) {
    const entry = segment.entry(ordinal++);
    const forms = segment.forms(entry);
    for (const [field, fieldEntry] of entry.fields) {
      const postings = segment.postings(fieldEntry);
      const positions = segment.positions(fieldEntry, forms.length);
      while (postings.next()) {
        if (!segment.isLive(postings.document)) continue;
        const places = positions.of(postings);
        expect(places.indexes.length).toBe(postings.frequency);
        said[`${term} ${field} ${segment.refs[postings.document]}`] = places.indexes.map(
          (index, at) => `${index}:${forms[places.forms[at] ?? 0]?.written.toLowerCase()}`,
        );
      }
    }
  }
  return said;
}

/** The same, from the texts themselves. */
function wanted(texts: readonly Text[]) {
  const said: Record<string, string[]> = {};
  for (const { ref, fields } of texts) {
    for (const [field, text] of fields.entries()) {
      if (text === '') continue;
      analyze(text, '', ({ term, exact }, index) => {
        const key = `${term} ${field} ${ref}`;
        said[key] = [...(said[key] ?? []), `${index}:${exact}`];
      });
    }
  }
  return said;
}

const word = fc.constantFrom('a', 'ab', 'Ab', 'ac', 'b', 'ba', 'c', 'ж', 'жа', 'Ж');
const text = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));
const textsOf = (least: number, most: number) =>
  fc
    .array(fc.tuple(text, text), { minLength: least, maxLength: most, size: 'max' })
    .map((list) => list.map((fields, at) => ({ ref: `r${at}`, fields })));

/** Three groups of a skip table and more for the commonest word, which stands in nearly every text. */
const manyTexts = fc
  .array(fc.constantFrom('a', 'a b', 'ab a', 'c', 'a Ab ж'), { minLength: 600, maxLength: 700, size: 'max' })
  .map((list) => list.map((own, at) => ({ ref: `r${at}`, fields: [own, ''] })));
/** Many small steps, so that the end of a group is reached on foot, then a leap. */
const strides = fc
  .array(fc.tuple(fc.constantFrom(126, 127, 128, 129), fc.nat(300)), { minLength: 1, maxLength: 3 })
  .map((legs) => legs.flatMap(([small, leap]) => [...Array.from({ length: small }, () => 1), leap]));

describe('a segment', () => {
  it('holds every word at its place and in its form, through skip tables too', () => {
    fc.assert(
      fc.property(textsOf(1, 400), (texts) => {
        expect(spell(open(build(texts)))).toEqual(wanted(texts));
      }),
      { numRuns: 30 },
    );
  });

  it('leaps to any document and reads the places there as if it had walked', () => {
    fc.assert(
      fc.property(manyTexts, strides, (texts, steps) => {
        const segment = open(build(texts));
        const all = wanted(texts);
        for (const [ordinal, term] of [...segment.terms.words()].entries()) {
          const entry = segment.entry(ordinal);
          for (const [field, fieldEntry] of entry.fields) {
            const postings = segment.postings(fieldEntry);
            const positions = segment.positions(fieldEntry, segment.formCount(entry));
            let target = 0;
            for (const step of steps) {
              target += step;
              const next = texts.findIndex(({ ref }, at) => at >= target && all[`${term} ${field} ${ref}`]);
              expect(postings.advance(target)).toBe(next >= 0);
              if (next < 0) break;
              expect(postings.document).toBe(next);
              // Not every document is read: passing over is what is tested.
              if (step % 3 > 0) continue;
              const places = all[`${term} ${field} r${next}`]?.map((place) => Number.parseInt(place, 10));
              expect(positions.of(postings).indexes).toEqual(places);
              target = next + 1;
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('made of others says what they said, without what was removed', () => {
    fc.assert(
      fc.property(textsOf(1, 60), fc.array(fc.nat(59)), fc.array(fc.nat(59), { maxLength: 4 }), (texts, cuts, gone) => {
        const bounds = [...new Set([0, ...cuts.filter((cut) => cut < texts.length), texts.length])].sort(
          (a, b) => a - b,
        );
        const removed = new Set(gone.filter((number) => number < texts.length));
        const parts = bounds.slice(1).map((end, at) => {
          const start = bounds[at] as number;
          const inside = [...removed].filter((number) => number >= start && number < end);
          return { data: build(texts.slice(start, end)), removed: inside.map((number) => number - start) };
        });
        const merged = mergeSegments(FIELDS, parts);
        const left = texts.filter((_, number) => !removed.has(number));
        expect(merged ? spell(open(merged)) : {}).toEqual(wanted(left));
        if (!merged) return;
        expect(open(merged).refs).toEqual(left.map(({ ref }) => ref));
        // And counts of forms are those of what is left.
        const counts = new Map<string, number>();
        for (const places of Object.values(wanted(left))) {
          for (const place of places) {
            const form = place.slice(place.indexOf(':') + 1);
            counts.set(form, (counts.get(form) ?? 0) + 1);
          }
        }
        const segment = open(merged);
        for (let ordinal = 0; ordinal < merged.header.terms; ordinal++) {
          for (const { written, count } of segment.forms(segment.entry(ordinal))) {
            expect(count).toBe(counts.get(written.toLowerCase()) ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells single refs as it tells all of them, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'ж', '語', '😀') }), { maxLength: 200 }), (names) => {
        const refs = names.map((name, at) => `${at} ${name}`);
        const data = build([{ ref: 'first', fields: ['a', ''] }, ...refs.map((ref) => ({ ref, fields: ['a', ''] }))]);
        const segment = open(data);
        // Few at first: then they are read sixteen at a time; later all are decoded.
        const read = ['first', ...refs].map((_, at, { length }) => segment.refOf(length - 1 - at)).reverse();
        expect(read).toEqual(['first', ...refs]);
      }),
    );
  });
});
