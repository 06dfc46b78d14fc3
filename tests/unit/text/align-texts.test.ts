import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts, editsOf, type TextAlignment } from '../../../electron/text/index.js';

const PROSE =
  'The minister received the ambassador in the small library. He was told that the government could not consent to the ' +
  'proposal, and that the treaty of commerce would have to wait.\n\nOn the following morning the ambassador wrote home.';

function checkTiles({ from, to, ops }: TextAlignment): void {
  let atFrom = 0;
  let atTo = 0;
  for (const op of ops) {
    expect([op.from[0], op.to[0]]).toEqual([atFrom, atTo]);
    [, atFrom] = op.from;
    [, atTo] = op.to;
    const here = from.slice(...op.from);
    const there = to.slice(...op.to);
    if (op.kind === 'same') expect(there).toBe(here);
    if (op.kind === 'changed') expect(here !== '' && there !== '' && here !== there).toBe(true);
    if (op.kind === 'removed') expect(here !== '' && there === '').toBe(true);
    if (op.kind === 'added') expect(here === '' && there !== '').toBe(true);
    if (from.isWellFormed()) expect(here.isWellFormed()).toBe(true);
    if (to.isWellFormed()) expect(there.isWellFormed()).toBe(true);
  }
  expect([atFrom, atTo]).toEqual([from.length, to.length]);
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('æ', 'ﬁ', 'a', 'e', 'fi', '😀', '😃', '𠀋', 'e\u0301', ' ', '\n', '.', '-', 'the '), {
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);

describe('an alignment of two texts', () => {
  it('tiles both, says what is the same unit for unit, and splits no pair', () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        checkTiles(alignTexts(from, to));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tiles both after any edits of one text', () => {
    const edit = fc.record({ at: fc.nat(PROSE.length), remove: fc.nat(60), add: anyText });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        let text = PROSE;
        for (const { at, remove, add } of edits) text = text.slice(0, at) + add + text.slice(at + remove);
        const alignment = alignTexts(PROSE, text);
        checkTiles(alignment);
        let rebuilt = '';
        for (const edit of editsOf(alignment)) {
          if (edit.kind === 'same') rebuilt += PROSE.slice(...edit.from);
          if (edit.kind === 'added') rebuilt += text.slice(...edit.to);
        }
        expect(rebuilt).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
