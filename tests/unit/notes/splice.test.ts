import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spliceBetween, spliced } from '../../../electron/notes/splice.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '🤀', 'é'), maxLength: 12 });

describe('a splice', () => {
  it('leads from one text to the other and back, also through the JSON of the journal', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { there, back } = JSON.parse(JSON.stringify(spliceBetween(before, after)));
        expect(spliced(before, there)).toBe(after);
        expect(spliced(after, back)).toBe(before);
        expect(there.insert.isWellFormed() && back.insert.isWellFormed()).toBe(true);
      }),
    );
  });

  it('holds only what differs', () => {
    const long = 'word '.repeat(1_000);
    expect(spliceBetween(`${long}a${long}`, `${long}bc${long}`).there).toMatchObject({
      at: long.length,
      remove: 1,
      insert: 'bc',
    });
  });

  it('is refused by any text but the one it was made for, of the same length or not', () => {
    const { there } = spliceBetween('one two', 'one three');
    for (const other of ['one tww', 'one two ', '']) expect(() => spliced(other, there)).toThrow('does not belong');
  });
});
