import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, GAP, NONE } from '../../../electron/collation/model.js';
import { collated, linesOf, reordered, rowsOf } from './tables.js';

/** Texts that are copies of each other, with words, signs and gaps changed, left out, put in and moved. */
const word = fc.constantFrom(
  'the',
  'river',
  'lock',
  'barges',
  'Radosevic',
  'and',
  'winter',
  'closed',
  'toll',
  'of',
  'fuel',
);
const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  fc.constantFrom(',', '.', '"', '(', '—', '███', '[redacted, 1.4(b)]'),
);
const change = fc.record({ at: fc.nat(30), cut: fc.nat(3), put: fc.array(piece, { maxLength: 3 }) });
const copies = fc
  .tuple(
    fc.array(piece, { maxLength: 30 }),
    fc.array(fc.array(change, { maxLength: 4 }), { minLength: 2, maxLength: 5 }),
  )
  .map(([base, copying]) =>
    copying.map((changes) => {
      const text = [...base];
      for (const { at, cut, put } of changes) text.splice(at, cut, ...put);
      return text.join(' ');
    }),
  );

function checkRebuilds({ tokens, cells, rowCount, witnesses, gapSpans }: Alignment): void {
  for (const [column, { count }] of tokens.entries()) {
    const found: number[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      const token = cells[row * witnesses.length + column] ?? NONE;
      if (token !== NONE) found.push(token);
    }
    expect(found).toEqual(Array.from({ length: count }, (_, token) => token));
  }
  for (let row = 0; row < rowCount; row += 1) {
    const line = cells.subarray(row * witnesses.length, (row + 1) * witnesses.length);
    expect(line.some((token) => token !== NONE)).toBe(true);
  }
  const gaps = tokens.flatMap(({ kinds }, column) =>
    [...kinds.keys()].filter((token) => kinds[token] === GAP).map((token) => `${column}:${token}`),
  );
  expect(gapSpans.map(({ witness, token }) => `${witness}:${token}`).sort()).toEqual(gaps.sort());
  let before = 0;
  for (const { witness, token, rowStart, rowEnd } of gapSpans) {
    expect(rowStart).toBeGreaterThanOrEqual(before);
    before = rowStart;
    expect(rowEnd).toBeGreaterThan(rowStart);
    expect(rowEnd).toBeLessThanOrEqual(rowCount);
    expect(cells[rowStart * witnesses.length + witness]).toBe(token);
    for (let row = rowStart + 1; row < rowEnd; row += 1) expect(cells[row * witnesses.length + witness]).toBe(NONE);
  }
}

describe('every table', () => {
  it('gives each witness back, token by token, with its gaps standing where their spans begin', () => {
    fc.assert(
      fc.property(copies, (texts) => checkRebuilds(collated(texts))),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of the witnesses', () => {
    fc.assert(
      fc.property(
        copies.chain((texts) =>
          fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts.keys()], { minLength: texts.length })),
        ),
        ([texts, order]) => {
          const shuffled = collated(order.map((column) => texts[column] ?? ''));
          expect(reordered(shuffled, [...texts.keys()])).toEqual(reordered(collated(texts), order));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of two texts mirrors that of the two the other way round', () => {
    fc.assert(
      fc.property(copies, ([one = '', other = '']) => {
        const there = collated([one, other]);
        const back = collated([other, one]);
        expect(reordered(back, [1, 0])).toEqual(reordered(there, [0, 1]));
        expect(back.moves.map(({ from, to }) => [from.start, from.end, to.start, to.end]).sort()).toEqual(
          there.moves.map(({ from, to }) => [to.start, to.end, from.start, from.end]).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('puts identical witnesses beside each other word for word', () => {
    fc.assert(
      fc.property(copies, ([one = '', other = '']) => {
        for (const [first, , third] of rowsOf(collated([one, other, one]))) expect(third).toBe(first);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a scholar sees', () => {
  it('a replaced word beside the one it replaced', () => {
    expect(linesOf(collated(['there are 43 barges above the lock', 'there are 48 barges above the lock']))[2]).toBe(
      '43 | 48',
    );
  });

  it('words read wrongly beside the right ones', () => {
    const lines = linesOf(collated(['on Septernber 6 he saw thern all', 'on September 6 he saw them all']));
    expect(lines).toContain('Septernber | September');
    expect(lines).toContain('thern | them');
  });

  it('a long omission as one piece', () => {
    const full =
      'The lock was closed in August, and nobody knew why it had been closed, but the barges waited above it.';
    const lines = linesOf(collated([full, 'The lock was closed in August, but the barges waited above it.']));
    const missing = [...lines.keys()].filter((row) => lines[row]?.endsWith('| –'));
    expect(missing).toEqual(Array.from({ length: 9 }, (_, index) => (missing[0] ?? 0) + index));
  });

  it('punctuation in rows of its own, which never parts words that belong together', () => {
    const lines = linesOf(
      collated(['He said: wait, and waited.', 'He said wait; and waited', 'He, said "wait" and waited.']),
    );
    for (const same of ['He', 'said', 'wait', 'and', 'waited']) expect(lines).toContain(`${same} | ${same} | ${same}`);
    expect(lines).toContain(', | ; | –');
  });

  it('common words follow the rare ones, not the other way round', () => {
    const one = 'it was said of the king and of the queen that the bridge was theirs';
    const other = 'the bridge it was said of old';
    expect(linesOf(collated([one, other]))).toContain('said | said');
  });

  it('two spellings of one word beside each other in ten witnesses', () => {
    const texts = Array.from({ length: 10 }, (_, index) =>
      index % 3 === 0
        ? 'he shewed the publick his colour'
        : index % 3 === 1
          ? 'he showed to the public his color'
          : 'he showed the public colour',
    );
    for (const row of rowsOf(collated(texts))) {
      expect(new Set(row.filter((cell) => cell !== '').map((cell) => cell[0])).size).toBe(1);
    }
  });

  it('a table of no rows for empty texts, and one column for a single witness', () => {
    expect(collated(['', '']).rowCount).toBe(0);
    expect(linesOf(collated(['', 'one']))).toEqual(['– | one']);
    expect(linesOf(collated(['one, two']))).toEqual(['one', ',', 'two']);
    expect(collated([]).rowCount).toBe(0);
  });

  it('Greek, Cyrillic, Arabic and Chinese in their places', () => {
    expect(linesOf(collated(['τὸν ἐχθρόν ἀλλ᾽ ἐγώ', 'τῶν ἐχθρῶν ἀλλὰ ἐγώ']))).toEqual([
      'τὸν | τῶν',
      'ἐχθρόν | ἐχθρῶν',
      'ἀλλ᾽ | ἀλλὰ',
      'ἐγώ | ἐγώ',
    ]);
    expect(linesOf(collated(['Река није оружје', 'Rijeka nije oružje']))).toEqual([
      'Река | Rijeka',
      'није | nije',
      'оружје | oružje',
    ]);
    expect(linesOf(collated(['كتاب قديم', 'كتابٌ جديد']))).toEqual(['كتاب | كتابٌ', 'قديم | جديد']);
    expect(linesOf(collated(['道可道非常道', '道可道也非常道']))).toContain('– | 也');
  });
});
