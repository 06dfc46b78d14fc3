import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Beginning,
  decodeWordTable,
  encodeWordTable,
  type PlacedWord,
  type WordTable,
} from '../../../electron/ocr/index.js';

const side = fc.integer({ min: 1, max: 32_000 });
const word = fc.record({
  gap: fc.nat(5),
  length: fc.integer({ min: 1, max: 40 }),
  left: fc.nat(32_000),
  top: fc.nat(32_000),
  width: side,
  height: side,
  confidence: fc.option(fc.nat(100)),
  begins: fc.constantFrom<Beginning>('word', 'line', 'paragraph', 'block'),
});
const table: fc.Arbitrary<WordTable> = fc.record({ width: side, height: side, words: fc.array(word) }).map((drawn) => {
  let at = 0;
  const words: PlacedWord[] = drawn.words.map(({ gap, length, left, top, width, height, confidence, begins }) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at, box: { left, top, right: left + width, bottom: top + height }, confidence, begins };
  });
  return { width: drawn.width, height: drawn.height, words };
});

describe('a table of words', () => {
  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(table, (one) => {
        expect(decodeWordTable(encodeWordTable(one))).toEqual(one);
      }),
    );
  });

  it('takes about ten bytes a word of an ordinary page', () => {
    const words = Array.from({ length: 400 }, (_, index): PlacedWord => {
      const [left, top] = [250 + (index % 10) * 190, 260 + Math.floor(index / 10) * 64];
      const box = { left, top, right: left + 150, bottom: top + 44 };
      return { start: index * 7, end: index * 7 + 6, box, confidence: 95, begins: index % 10 ? 'word' : 'line' };
    });
    expect(encodeWordTable({ width: 2_480, height: 3_508, words }).length / words.length).toBeLessThan(11);
  });

  it('that was cut is refused, wherever it was cut', () => {
    fc.assert(
      fc.property(table, fc.nat(), (one, drawn) => {
        const bytes = encodeWordTable(one);
        expect(() => decodeWordTable(bytes.subarray(0, drawn % bytes.length))).toThrow(RangeError);
      }),
    );
  });

  it('of whatever bytes is a table or refused, and never more words than the bytes have room for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (drawn) => {
        const bytes = Uint8Array.from([1, ...drawn]);
        try {
          expect(decodeWordTable(bytes).words.length).toBeLessThan(bytes.length / 8);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('of a later version is refused, and so is one with something behind it', () => {
    const bytes = encodeWordTable({ width: 10, height: 10, words: [] });
    expect(() => decodeWordTable(Uint8Array.from([2, ...bytes.subarray(1)]))).toThrow(/version 1/);
    expect(() => decodeWordTable(Uint8Array.from([...bytes, 0]))).toThrow(/followed/);
  });

  it('takes no words that are out of order, nor what is no confidence', () => {
    const box = { left: 0, top: 0, right: 1, bottom: 1 };
    const at = (start: number, confidence: number): PlacedWord => ({
      start,
      end: start + 2,
      box,
      confidence,
      begins: 'word',
    });
    const encode = (...words: PlacedWord[]) => encodeWordTable({ width: 10, height: 10, words });
    expect(() => encode(at(5, 90), at(0, 90))).toThrow(RangeError);
    expect(() => encode(at(0, 101))).toThrow(RangeError);
    expect(() => encode(at(0, 9.5))).toThrow(RangeError);
  });
});
