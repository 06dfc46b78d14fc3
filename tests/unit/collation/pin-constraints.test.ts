import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlignmentPin } from '../../../electron/collation/model.js';
import { collated, linesOf, rangeOf, rowAt, rowsOf } from './tables.js';

const ONE = 'the river rose and the lock was shut';
const OTHER = 'the lake fell and the gate was open';

const together = (...stretches: AlignmentPin['stretches'][number][]): AlignmentPin => ({ kind: 'together', stretches });
const apart = (...stretches: AlignmentPin['stretches'][number][]): AlignmentPin => ({ kind: 'apart', stretches });

describe('a pin that joins', () => {
  it('puts the first words in one row and the further ones beside each other', () => {
    const texts = [ONE, OTHER];
    const alignment = collated(texts, [together(rangeOf(texts, 0, 'river rose'), rangeOf(texts, 1, 'gate was'))]);
    expect(alignment.refusedPins).toEqual([]);
    expect(linesOf(alignment)).toContain('river | gate');
    expect(linesOf(alignment)).toContain('rose | was');
    expect(
      rowsOf(alignment)
        .map(([one]) => one)
        .filter(Boolean)
        .join(' '),
    ).toBe(ONE);
  });

  it('is refused when it crosses an earlier one', () => {
    const texts = [ONE, OTHER];
    const pins = [
      together(rangeOf(texts, 0, 'river'), rangeOf(texts, 1, 'open')),
      together(rangeOf(texts, 0, 'lock'), rangeOf(texts, 1, 'lake')),
    ];
    const alignment = collated(texts, pins);
    expect(alignment.refusedPins).toEqual([1]);
    expect(linesOf(alignment)).toContain('river | open');
  });

  it('holds among many witnesses, and the others still find their places', () => {
    const texts = [ONE, OTHER, 'the river rose and the gate was shut', 'a river rose, and a lock was open'];
    const pins = [together(rangeOf(texts, 0, 'river'), rangeOf(texts, 1, 'fell'), rangeOf(texts, 3, 'rose'))];
    const alignment = collated(texts, pins);
    const rows = pins[0]?.stretches.map((range) => rowAt(alignment, range));
    expect(new Set(rows).size).toBe(1);
    expect(linesOf(alignment).some((line) => line.includes('lock | gate | gate | lock'))).toBe(true);
  });

  it('tells identical witnesses apart', () => {
    const texts = [ONE, ONE];
    const alignment = collated(texts, [together(rangeOf(texts, 0, 'river'), rangeOf(texts, 1, 'lock'))]);
    expect(linesOf(alignment)).toContain('river | lock');
  });

  it('gives a gap the row of the word it is pinned to', () => {
    const texts = ['He said ███ and left', 'He said quite suddenly nothing and left'];
    const alignment = collated(texts, [together(rangeOf(texts, 0, '███'), rangeOf(texts, 1, 'nothing'))]);
    expect(linesOf(alignment)).toContain('███ | nothing');
  });
});

describe('a pin that parts', () => {
  it('keeps the words of its ranges out of common rows', () => {
    const texts = [ONE, ONE.replace('lock', 'locks')];
    const alignment = collated(texts, [apart(rangeOf(texts, 0, 'lock was'), rangeOf(texts, 1, 'locks was'))]);
    expect(alignment.refusedPins).toEqual([]);
    expect(linesOf(alignment).filter((line) => /^(lock|was) \| (locks|was)$/.test(line))).toEqual([]);
    expect(linesOf(alignment)).toContain('shut | shut');
  });

  it('is refused when an earlier one joined those words, and the other way round', () => {
    const texts = [ONE, OTHER];
    const joining = together(rangeOf(texts, 0, 'lock'), rangeOf(texts, 1, 'gate'));
    const parting = apart(rangeOf(texts, 0, 'lock was'), rangeOf(texts, 1, 'gate'));
    expect(collated(texts, [joining, parting]).refusedPins).toEqual([1]);
    expect(collated(texts, [parting, joining]).refusedPins).toEqual([1]);
  });
});

it('holds every pin that is not refused, whatever the pins are', () => {
  const texts = [ONE, OTHER, 'and the river and the lock', `${OTHER} and ${ONE}`];
  const range = fc.nat(texts.length - 1).chain((column) => {
    const words = Array.from((texts[column] ?? '').matchAll(/\w+/g), ({ index, 0: { length } }) => [
      index,
      index + length,
    ]);
    return fc.tuple(fc.nat(words.length - 1), fc.nat(2)).map(([first, more]) => ({
      witness: column,
      start: words[first]?.[0] ?? 0,
      end: words[Math.min(first + more, words.length - 1)]?.[1] ?? 0,
    }));
  });
  const pin = fc.record({
    kind: fc.constantFrom('together' as const, 'apart' as const),
    stretches: fc.uniqueArray(range, { selector: ({ witness }) => witness, minLength: 2, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 5 }), (pins) => {
      const alignment = collated(texts, pins);
      for (const [column, text] of texts.entries()) {
        expect(
          rowsOf(alignment)
            .map((row) => row[column])
            .filter(Boolean)
            .join(' '),
        ).toBe(text);
      }
      for (const [index, { kind, stretches }] of pins.entries()) {
        if (alignment.refusedPins.includes(index)) continue;
        const rows = stretches.map(({ witness, start, end }) =>
          Array.from((texts[witness] ?? '').slice(start, end).matchAll(/\w+/g), (match) =>
            rowAt(alignment, { witness, start: start + match.index, end }),
          ),
        );
        for (const [place, own] of rows.entries()) {
          for (const other of rows.slice(place + 1)) {
            const shared = Math.min(own.length, other.length);
            if (kind === 'together') expect(own.slice(0, shared)).toEqual(other.slice(0, shared));
            else expect(own.filter((row) => other.includes(row))).toEqual([]);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
