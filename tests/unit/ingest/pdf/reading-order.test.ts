import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../../electron/ingest/pdf/glyph-run.js';
import { inReadingOrder, MAX_CHUNKS } from '../../../../electron/ingest/pdf/reading-order.js';
import { linesOf, textOf } from '../../../../electron/ingest/pdf/text-lines.js';

/** Text in letters of 10 points, each half as wide. */
const piece = (x: number, y: number, text: string, turn = 0): GlyphRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  endsLine: 'no',
  turn,
  origin: null,
  annotation: 0,
});

const inOrder = (pieces: readonly GlyphRun[]) => inReadingOrder(linesOf(pieces)).lines.map(textOf);

const LEFT = [
  'The committee reviewed the yearly',
  'report of the harbour and found',
  'that the ledger had been altered',
  'on two occasions in the spring of',
  'that year.',
];
const RIGHT = [
  'A second paper, kept apart, names',
  'the officer who ordered a change',
  'and gives the hour at which the',
  'clerk was sent home before the',
  'safe was opened.',
];
const rows = (left: readonly string[], right: readonly string[], gutter = 330) =>
  left.flatMap((text, index) => [
    piece(60, 700 - index * 14, text),
    piece(gutter, 700 - index * 14, right[index] ?? ''),
  ]);

describe('the order of reading', () => {
  it('goes down each column where a program drew row by row over both', () => {
    expect(inOrder(rows(LEFT, RIGHT))).toEqual([...LEFT, ...RIGHT]);
  });

  it('goes down columns that stand below a title over both', () => {
    const title = piece(60, 730, 'Report of the harbour committee for the year, with a second paper');
    expect(inOrder([title, ...rows(LEFT, RIGHT)])).toEqual([textOf(linesOf([title])[0] as never), ...LEFT, ...RIGHT]);
  });

  it('takes three rows for columns where every line goes on, and two for chance', () => {
    const four = inOrder(rows(LEFT.slice(0, 4), RIGHT.slice(0, 4)));
    expect(four[1]).toBe(LEFT[1]);
    const three = inOrder(rows(LEFT.slice(0, 3), RIGHT.slice(0, 3)));
    expect(three[0]).toBe(LEFT[0]);
    const sentences = ['The first was read aloud.', 'The second was not read.', 'The third was lost at sea.'];
    expect(inOrder(rows(sentences, RIGHT.slice(0, 3)))[0]).toBe(`${sentences[0]} ${RIGHT[0]}`);
    const two = inOrder(rows(LEFT.slice(0, 2), RIGHT.slice(0, 2)));
    expect(two[0]).toBe(`${LEFT[0]} ${RIGHT[0]}`);
  });

  it('takes a gutter as wide as its letters for one, and a narrower gap for none', () => {
    const widest = Math.max(...LEFT.map((text) => 60 + text.length * 5));
    expect(inOrder(rows(LEFT, RIGHT, widest + 10.5))[1]).toBe(LEFT[1]);
    expect(inOrder(rows(LEFT, RIGHT, widest + 9.5))[0]).toBe(`${LEFT[0]} ${RIGHT[0]}`);
  });

  it('leaves the rows of a table as they are', () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
    const table = days.map((day, index) => [
      piece(60, 700 - index * 14, day),
      piece(200, 700 - index * 14, `${index} boxes`),
    ]);
    expect(inOrder(table.flat())).toEqual(days.map((day, index) => `${day} ${index} boxes`));
    const long = days.map((day, index) => [
      piece(60, 700 - index * 14, `Ledger of ${day} in the north hall`),
      piece(330, 700 - index * 14, `Shelf ${index} of the second cabinet`),
    ]);
    expect(inOrder(long.flat())[0]).toBe('Ledger of Monday in the north hall Shelf 0 of the second cabinet');
  });

  it('begins with a title that was drawn last, and ends with a foot that was drawn first', () => {
    const body = LEFT.map((text, index) => piece(60, 650 - index * 14, text));
    const title = piece(60, 760, 'Harbour committee');
    const foot = piece(120, 40, 'Page 7');
    expect(inOrder([foot, ...body, title])).toEqual(['Harbour committee', ...LEFT, 'Page 7']);
  });

  it('turns lines that were drawn from the foot up', () => {
    const up = LEFT.map((text, index) => piece(60, 700 - index * 14, text)).reverse();
    expect(inOrder(up)).toEqual(LEFT);
    const wide = LEFT.map((text, index) => piece(60, 700 - index * 40, text)).reverse();
    expect(inOrder(wide)).toEqual(LEFT);
  });

  it('leaves columns that were drawn one after the other, whichever comes first', () => {
    const column = (x: number, texts: readonly string[]) =>
      texts.map((text, index) => piece(x, 700 - index * 14, text));
    expect(inOrder([...column(330, RIGHT), ...column(60, LEFT)])).toEqual([...RIGHT, ...LEFT]);
  });

  it('goes on in its column after a gap between paragraphs', () => {
    const more = {
      left: ['The clerk was asked to', 'come before the council'],
      right: ['a keeper and his wife', 'who lived by the bridge'],
    };
    const gap = rows(LEFT, RIGHT).concat(
      more.left.flatMap((text, index) => [
        piece(60, 616 - index * 14, text),
        piece(330, 616 - index * 14, more.right[index] ?? ''),
      ]),
    );
    expect(inOrder(gap)).toEqual([...LEFT, ...more.left, ...RIGHT, ...more.right]);
  });

  it('moves nothing but a heading on a form, whose labels are drawn anyhow', () => {
    const labels = ['Name', 'Master', 'Port', 'To be filled in by the harbour office', 'Cargo', 'Crew'];
    const anyhow = [3, 0, 5, 1, 4, 2].map((at) => piece(60, 600 - at * 60, labels[at] ?? ''));
    const drawn = anyhow.map(({ text }) => text);
    expect(inOrder(anyhow)).toEqual(drawn);
    const heading = { ...piece(60, 760, 'Declaration'), size: 20 };
    expect(inOrder([...anyhow, heading])).toEqual(['Declaration', ...drawn]);
  });

  it('ends with a foot that stands between the columns and was drawn first', () => {
    const foot = piece(250, 40, 'Archive of the harbour, page 7');
    expect(inOrder([foot, ...rows(LEFT, RIGHT)]).at(-1)).toBe('Archive of the harbour, page 7');
  });

  it('turns lines of three words round, and leaves the labels of an axis, which have two, as they are drawn', () => {
    const upwards = (lines: readonly string[]) => lines.map((text, index) => piece(60, 600 + index * 12, text));
    const lines = ['three small words', 'were written here', 'below these ones'];
    expect(inOrder(upwards(lines))).toEqual([...lines].reverse());
    const labels = ['grain imported', 'coal mined', 'timber felled', 'wool spun'];
    expect(inOrder(upwards(labels))).toEqual(labels);
  });

  it('leaves the labels of a chart where they are drawn', () => {
    const labels = [0, 50, 100, 150].map((value, index) => piece(60, 100 + index * 60, String(value)));
    expect(inOrder(labels)).toEqual(['0', '50', '100', '150']);
  });

  it('leaves turned text where it is drawn', () => {
    const body = LEFT.map((text, index) => piece(60, 650 - index * 14, text));
    expect(inOrder([...body, piece(700, 20, 'In the margin, from the foot up', 90)])).toEqual([
      ...LEFT,
      'In the margin, from the foot up',
    ]);
  });

  it('is that of drawing on a page with too much on it', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => piece(60, index * 40, `This is the line of number ${index}`));
    expect(inOrder(many(MAX_CHUNKS))[0]).toContain(`number ${MAX_CHUNKS - 1}`);
    expect(inOrder(many(MAX_CHUNKS + 1))[0]).toContain('number 0');
  });

  it('loses no line and doubles none, whatever is drawn', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 800 }),
      turn: fc.constantFrom(0, 0, 0, 90),
      text: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { maxLength: 60 }), (drawn) => {
        const pieces = drawn.map(({ x, y, text, turn }) => piece(x, y, text, turn));
        const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean).sort();
        expect(words(inOrder(pieces))).toEqual(words(linesOf(pieces).map(textOf)));
      }),
      { seed: 20 },
    );
  });
});
