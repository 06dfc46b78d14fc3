/** Lists as hostile texts make them: many forms, long documents, places far apart, and places behind a field's end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLACK_BYTES } from '../../../electron/search/segment/bits.js';
import { Positions } from '../../../electron/search/segment/positions.js';
import { PostingList } from '../../../electron/search/segment/posting-list.js';
import { Postings } from '../../../electron/search/segment/postings.js';
import { PostingsWriter } from '../../../electron/search/segment/postings-writer.js';

interface ListSample {
  /** Documents passed over before this one. */
  readonly gap: number;
  /** The field's length in hundredths of the number of its last place. */
  readonly share: number;
  readonly steps: readonly number[];
}

const step = fc.oneof(fc.nat(3), fc.nat(500), fc.nat(1_000_000));
const listed = (most: number): fc.Arbitrary<ListSample> =>
  fc.record({
    gap: fc.oneof({ weight: 20, arbitrary: fc.nat(2) }, fc.nat(100_000)),
    share: fc.oneof(fc.integer({ min: 50, max: 200 }), fc.constantFrom(100, 10_000)),
    steps: fc.array(step, { minLength: 1, maxLength: most }),
  });

/** Written and read back: the documents at every `stride` of the list. */
function check(list: readonly ListSample[], forms: number, stride: number): void {
  let number = -1;
  const documents = list.map(({ gap, share, steps }) => {
    number += gap + 1;
    let index = 0;
    const indexes = steps.map((distance) => {
      index += distance;
      return index;
    });
    const length = Math.ceil(((index + 1) * share) / 100);
    return { number, length, indexes, forms: indexes.map((at) => (at * 7) % forms) };
  });
  const lengths = new Uint32Array(number + 1);
  for (const document of documents) lengths[document.number] = document.length;
  const writer = new PostingsWriter();
  // Another list before it: nothing of one may reach into the next.
  writer.startList([9], forms);
  writer.document(0, 1);
  writer.addPosition(8, 0);
  writer.finishList();
  const start = { postings: writer.postings.length, positions: writer.positions.length };
  writer.startList(lengths, forms);
  for (const document of documents) {
    writer.document(document.number, document.indexes.length);
    for (const [at, index] of document.indexes.entries()) writer.addPosition(index, document.forms[at] as number);
  }
  writer.finishList();
  const withSlack = (bytes: Uint8Array, from: number) =>
    new Uint8Array(Buffer.concat([bytes.subarray(from), Buffer.alloc(SLACK_BYTES, 255)]));
  const postingBytes = withSlack(writer.postings.done(), start.postings);
  const positionBytes = withSlack(writer.positions.done(), start.positions);
  const end = positionBytes.length - SLACK_BYTES;
  const postings = new Postings(new PostingList(postingBytes, documents.length));
  const positions = new Positions(
    (from, until) => positionBytes.subarray(from, (until ?? end) + SLACK_BYTES),
    lengths,
    forms,
  );
  for (let at = 0; at < documents.length; at += stride) {
    const wanted = documents[at] as (typeof documents)[number];
    expect(stride === 1 ? postings.next() : postings.advance(wanted.number)).toBe(true);
    expect([postings.document, postings.frequency]).toEqual([wanted.number, wanted.indexes.length]);
    const places = positions.of(postings);
    expect(places.indexes).toEqual(wanted.indexes);
    if (forms > 1) expect(places.forms).toEqual(wanted.forms);
  }
}

describe('a list of postings and places', () => {
  it('reads as it was written, one document after another or by leaps', () => {
    fc.assert(
      fc.property(
        fc.array(listed(6), { minLength: 1, maxLength: 400, size: 'max' }),
        fc.constantFrom(1, 2, 3, 8, 9, 10, 40),
        fc.constantFrom(1, 2, 31, 33, 127, 128, 129, 300),
        check,
      ),
      { numRuns: 60 },
    );
  });

  it('reads documents of many places too, where beginnings are too far for their table', () => {
    const long = { gap: 0, share: 100, steps: Array.from({ length: 900 }, (_, at) => (at * 7_919) % 100_003) };
    const list = Array.from({ length: 200 }, () => long);
    for (const stride of [1, 40, 150]) check(list, 12, stride);
  });
});
