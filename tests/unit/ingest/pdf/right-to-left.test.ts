/** Lines of Hebrew and Arabic, whichever way a program draws them. Every text here is invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import type { GlyphRun } from '../../../../electron/ingest/pdf/glyph-run.js';
import { asDrawn, withoutShapes } from '../../../../electron/ingest/pdf/right-to-left.js';
import { linesOf, textOf } from '../../../../electron/ingest/pdf/text-lines.js';
import { drawnPdf, HELVETICA, stream } from '../../../support/drawn-pdf.js';

/** Letters of 10 points, each half as wide. */
const piece = (x: number, text: string, y = 700): GlyphRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  endsLine: 'no',
  turn: 0,
  origin: null,
  annotation: 0,
});

const linesIn = (...pieces: GlyphRun[]) => linesOf(pieces).map(textOf);

describe('a line from right to left', () => {
  const words = [piece(470, 'הספר'), piece(435, 'נמצא'), piece(395, 'במגדל')];

  it('is read from the right, whether its words are drawn from the right or from the left', () => {
    expect(linesIn(...words)).toEqual(['הספר נמצא במגדל']);
    expect(linesIn(...[...words].reverse())).toEqual(['הספר נמצא במגדל']);
  });

  it('is one word where its letters are drawn one by one', () => {
    expect(linesIn(piece(490, 'ש'), piece(485, 'ל'), piece(480, 'ו'), piece(475, 'ם'))).toEqual(['שלום']);
  });

  it('parts words by a gap of a sixth of their size, and not by one of an eighth', () => {
    expect(linesIn(piece(480, 'שלום'), piece(458.2, 'רבים'))).toEqual(['שלום רבים']);
    expect(linesIn(piece(480, 'שלום'), piece(458.8, 'רבים'))).toEqual(['שלוםרבים']);
  });

  it('keeps figures and foreign words running the other way', () => {
    const line = [piece(470, 'הספר'), piece(410, 'Annual'), piece(445, 'Book'), piece(380, 'נמצא')];
    expect(linesIn(...line)).toEqual(['הספר Annual Book נמצא']);
  });

  it('turns brackets that stand for themselves', () => {
    // Seen on the page: “)4(” to the left of the word, as brackets are drawn in a line from the right.
    expect(linesIn(piece(470, 'סעיף'), piece(455, ')'), piece(450, '4'), piece(445, '('))).toEqual(['סעיף (4)']);
  });

  it('leaves a line of Latin letters with one such word as it is drawn', () => {
    expect(linesIn(piece(60, 'The word'), piece(105, 'שלום'), piece(130, 'means peace'))).toEqual([
      'The word שלום means peace',
    ]);
  });

  it('sets two such words in a Latin line from the right', () => {
    expect(
      linesIn(piece(60, 'The words'), piece(110, 'רבים'), piece(135, 'שלום'), piece(160, 'are a greeting')),
    ).toEqual(['The words שלום רבים are a greeting']);
  });

  it('goes from cell to cell from the right, but leaves cells of two scripts as they are drawn', () => {
    expect(linesIn(piece(100, 'רבים'), piece(470, 'שלום'))).toEqual(['שלום רבים']);
    expect(linesIn(piece(60, 'Peace'), piece(470, 'שלום'))).toEqual(['Peace שלום']);
  });

  it('loses no letter, in whatever pieces it is drawn', () => {
    const letters = fc.constantFrom('ש', 'ל', 'ם', 'a', 'Z', '7', '(', '.', 'ح', '-');
    const pieces = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 500 }),
        text: fc.string({ unit: letters, minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const sorted = (text: string) => [...text.replace(/[\s()]/g, '')].sort().join('');
    fc.assert(
      fc.property(pieces, (drawn) => {
        const text = linesIn(...drawn.map(({ x, text }) => piece(x, text))).join('');
        expect(sorted(text)).toBe(sorted(drawn.map(({ text }) => text).join('')));
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

describe('shapes of letters', () => {
  it('become the letters they are shapes of', () => {
    expect(withoutShapes('\uFEB3\uFEFC\uFEE1')).toBe('سلام');
    expect(withoutShapes('\uFE76')).toBe('\u064E');
    expect(withoutShapes('Ornate \uFD3E brackets')).toBe('Ornate \uFD3E brackets');
  });

  it('that stand for several letters are set as they are drawn, since the line is turned round afterwards', () => {
    expect(asDrawn('\uFEFB')).toBe('\u0627\u0644');
    expect(asDrawn('fi')).toBe('fi');
  });

  it('are read as letters in a file that draws them from left to right', async () => {
    const map = `1 begincodespacerange <00> <FF> endcodespacerange
4 beginbfchar <81> <FEB3> <82> <FEFC> <83> <FEE1> <84> <0644> endbfchar`;
    const font = `${HELVETICA} /Encoding /WinAnsiEncoding /ToUnicode 6 0 R`;
    const objects = [stream('', `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${map} endcmap end end`)];
    const content = 'BT /F1 11 Tf 400 700 Td (\x83\x82\x81) Tj ET';
    expect((await read(drawnPdf({ content, font, objects }), 'page.pdf')).text.trim()).toBe('سلام');
  });
});
