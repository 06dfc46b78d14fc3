/** Two versions compared, in rows to read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts, editsOf } from '../../../electron/text/index.js';
import { type ComparisonRow, comparisonRows } from '../../../renderer/features/versions/comparison-rows.js';
import { anchorSummary } from '../../../renderer/features/versions/version-labels.js';

const compare = (from: string, to: string) => comparisonRows(from, to, editsOf(alignTexts(from, to)));
const side = (rows: readonly ComparisonRow[], which: 'left' | 'right') =>
  rows.map((row) => (row.kind === 'difference' ? row[which].map(({ text }) => text).join('') : `<${row.length}>`));

const filler = (words: number) => Array.from({ length: words }, (_, index) => `word${index}`).join(' ');

describe('two versions of a text', () => {
  it('show what differs with whole words around it, and tell how much is the same', () => {
    const from = `${filler(100)} the Presldent asked ${filler(100)}`;
    const rows = compare(from, from.replace('Presldent', 'President'));
    expect(rows.map(({ kind }) => kind)).toEqual(['unchanged', 'difference', 'unchanged']);
    expect(side(rows, 'left')[1]).toContain('the Presldent asked');
    expect(side(rows, 'right')[1]).toContain('the President asked');
    expect(side(rows, 'left')[1]).toMatch(/^\s?word\d+ /);
  });

  it('show differences that stand close together in one row', () => {
    const from = `${filler(60)} 1l November I999 ${filler(60)}`;
    const rows = compare(from, from.replace('1l', '11').replace('I999', '1999'));
    expect(rows.filter(({ kind }) => kind === 'difference')).toHaveLength(1);
  });

  it('lose no character of either side, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('the', 'river', 'Mrava', '\n\n', '😀', 'lock', 'a', ' '), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [from, to] = [a.join(' '), b.join(' ')];
        const rows = compare(from, to);
        const shown = rows.map((row) =>
          row.kind === 'difference'
            ? row.left.map(({ text }) => text).join('')
            : from.slice(row.at, row.at + row.length),
        );
        expect(shown.join('')).toBe(from);
        for (const row of rows) {
          if (row.kind !== 'difference') continue;
          for (const { text, start } of row.left) expect(from.slice(start, start + text.length)).toBe(text);
          for (const { text, start } of row.right) expect(to.slice(start, start + text.length)).toBe(text);
        }
        const changed = rows.flatMap((row) => (row.kind === 'difference' ? row.right : []));
        for (const { text } of changed) expect(to).toContain(text);
      }),
    );
  });
});

describe('what became of the annotations', () => {
  it('is put in words, and what needs a person is never left out', () => {
    expect(anchorSummary({ placed: 12, found: 1, review: 2 })).toBe(
      '12 annotations kept their place, 1 annotation found again by its words, 2 annotations need review',
    );
    expect(anchorSummary({ placed: 0, found: 0, review: 0 })).toBeNull();
  });
});
