/** Places and readings of any texts: what every view and every export may rely on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composedOf, resultOf, tableOf } from '../../../electron/collation/alignment-task.js';
import type { PinId } from '../../../electron/contract/index.js';

const word = fc.constantFrom(
  ...['the', 'lock', 'Lock', 'was', 'shut', '43', '48', 'on', '6', 'September', '2000', ',', '.', 'thern', 'them'],
  ...['[redacted, 1.4(b)]', '██ (b)(1)', '[illegible]', 'Милошевић', 'Milošević', '😀', '\u00AD', 'uni-\nform', '\n\n'],
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
const witnesses = fc.array(text, { minLength: 2, maxLength: 5 });
const plain = (words: string) => words.replace(/\s+/g, '');
let runs = 0;
const task = (texts: string[], base = 0) => {
  runs += 1;
  return { key: String(runs), texts, base, pins: [] };
};

describe('the blocks of a collation', () => {
  it('cover all rows once, in order, and every witness from its first word to its last', () => {
    fc.assert(
      fc.property(witnesses, fc.nat(), (texts, at) => {
        const base = at % texts.length;
        const { blocks, rowCount, counts } = resultOf(task(texts, base));
        let row = 0;
        const ends = texts.map(() => 0);
        for (const { rows, cells, readings, class: kind, withheld } of blocks) {
          expect(rows[0]).toBe(row);
          expect(rows[1]).toBeGreaterThan(row);
          row = rows[1];
          for (const [witness, cell] of cells.entries()) {
            if (!cell) continue;
            expect(plain((texts[witness] ?? '').slice(ends[witness], cell[0]))).toBe('');
            expect(cell[1]).toBeGreaterThan(cell[0]);
            ends[witness] = cell[1];
          }
          const said = cells.map((cell, witness) => cell && plain((texts[witness] ?? '').slice(...cell)));
          for (const [a, one] of said.entries()) {
            for (const [b, other] of said.entries()) {
              if (readings[a] === readings[b]) expect(one).toBe(other);
            }
          }
          expect(readings[base]).toBe(0);
          expect(kind === null).toBe(readings.every((reading) => reading === 0));
          if (kind === null) expect(withheld).toEqual([]);
          if (kind === 'redaction') expect(withheld.length).toBeGreaterThan(0);
        }
        expect(row).toBe(rowCount);
        for (const [witness, own] of texts.entries()) expect(plain(own.slice(ends[witness]))).toBe('');
        const differing = blocks.filter((block) => block.class !== null).length;
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(differing);
      }),
      { numRuns: 150 },
    );
  });

  it('are none that differ where the texts are one, and agree in all of their words', () => {
    fc.assert(
      fc.property(text, (own) => {
        const { blocks, agreement, moves } = resultOf(task([own, own.replaceAll(' ', '  '), own]));
        expect(blocks.filter((block) => block.class !== null)).toEqual([]);
        expect(agreement.flat().every((share) => share === 1)).toBe(true);
        expect(moves).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same, turned round, when witnesses are given in another order', () => {
    fc.assert(
      fc.property(witnesses, (texts) => {
        const one = resultOf(task(texts));
        const other = resultOf(task(texts.toReversed(), texts.length - 1));
        const bare = ({ blocks }: typeof one) =>
          blocks.map(({ rows, class: kind, cells, readings }) => ({ rows, kind, cells, readings }));
        const turned = bare(other).map((block) => ({ ...block, cells: block.cells.toReversed() }));
        expect(turned.map(({ rows, kind, cells }) => ({ rows, kind, cells }))).toEqual(
          bare(one).map(({ rows, kind, cells }) => ({ rows, kind, cells })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('make up the table, whose variants tell their readings', () => {
    fc.assert(
      fc.property(witnesses, (texts) => {
        const own = task(texts);
        const { blocks, rowCount } = resultOf(own);
        const { table, variants } = tableOf(own);
        expect(table).toHaveLength(rowCount);
        expect(variants.map(({ row, rows }) => [row, row + rows])).toEqual(
          blocks.filter((block) => block.class !== null).map(({ rows }) => rows),
        );
        for (const { readings } of variants) {
          expect(readings.flatMap((reading) => reading.witnesses).sort()).toEqual([...texts.keys()]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('compose a text of ranges that stand word for word in the witness they name', () => {
    fc.assert(
      fc.property(witnesses, (texts) => {
        const { text: composed, spans } = composedOf(task(texts));
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBe(end);
          end = span.end;
          const { from } = span;
          if (from) expect(texts[from.witness]?.slice(from.start, from.end)).toBe(composed.slice(span.start, span.end));
        }
        expect(end).toBe(composed.length);
      }),
      { numRuns: 60 },
    );
  });

  it('show where two witnesses differ in what a third withholds', () => {
    const texts = [
      'He spoke. There were 43 barges above the lock that night. He went home.',
      'He spoke. There were 48 barges above the lock that night. He went home.',
      'He spoke. [redacted, 1.4(b)] He went home.',
    ];
    const own = task(texts, 2);
    const { blocks } = resultOf(own);
    const differing = blocks.filter((block) => block.class !== null);
    expect(differing.map((block) => block.class)).toEqual(['redaction', 'number', 'redaction']);
    for (const { withheld } of differing) expect(withheld).toEqual([{ witness: 2, code: '1.4(b)' }]);
    expect(composedOf(own).text).toBe(texts[0]?.replace('43', '[A: 43 | B: 48]'));
  });

  it('part what was pinned apart, however it is given', () => {
    const texts = ['one two three four five', 'one two drei four five'];
    const rangeOf = (witness: number, said: string) => {
      const start = texts[witness]?.indexOf(said) ?? 0;
      return { witness, start, end: start + said.length };
    };
    const pin = { id: 'p' as PinId, kind: 'apart' as const, stretches: [rangeOf(0, 'three'), rangeOf(1, 'drei')] };
    const { blocks } = resultOf({ key: 'apart', texts, base: 0, pins: [pin] });
    for (const { cells } of blocks) {
      const said = cells.map((cell, witness) => cell && texts[witness]?.slice(...cell));
      expect(said).not.toEqual(['three', 'drei']);
    }
  });
});
