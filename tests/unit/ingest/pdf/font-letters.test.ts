/** PDFs that call glyphs by their numbers in a font. Every text here is invented. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import { areNumbers } from '../../../../electron/ingest/pdf/font-letters.js';
import { isSpacedOut } from '../../../../electron/ingest/pdf/letter-spacing.js';
import { drawnPdf, HELVETICA, stream } from '../../../support/drawn-pdf.js';
import { type FontRecipe, makeFont } from '../../../support/make-font.js';

interface Numbered {
  /** Numbers of glyphs, as hexadecimal digits. */
  readonly shown: string;
  /** The font in the file; null leaves it to the viewer. */
  readonly font: FontRecipe | null;
  readonly name?: string;
  /** More entries of the font. */
  readonly entries?: string;
  readonly objects?: readonly string[];
}

async function readNumbered({ shown, font, name = 'Invented', entries = '', objects = [] }: Numbered) {
  const bytes = font ? Buffer.from(makeFont(font)).toString('latin1') : '';
  const file = font ? '/FontFile2 8 0 R' : '';
  const page = {
    content: `BT /F1 11 Tf 60 700 Td <${shown}> Tj ET`,
    font: `/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [6 0 R] ${entries}`,
    objects: [
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 600 /CIDToGIDMap /Identity >>`,
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 0 500 500] /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 500 /StemV 80 ${file} >>`,
      stream(`/Length1 ${bytes.length}`, bytes),
      ...objects,
    ],
  };
  const { text, remarks } = await read(drawnPdf(page), 'page.pdf');
  return { text: text.trim(), remarks };
}

const GLYPHS = ['blank', 'blank', 'drawn', 'drawn', 'drawn', 'drawn'] as const;

describe('glyphs that are called by their numbers', () => {
  it('are read by the table of characters of the font in the file', async () => {
    const characters = { k: 2, é: 3, Ж: 4, '\u00A0': 1, ' ': 1 };
    const { text, remarks } = await readNumbered({
      shown: '0002000300010004',
      font: { glyphs: GLYPHS, characters },
    });
    expect(text).toBe('ké Ж');
    expect(remarks).toEqual([]);
  });

  it('are counted as unknown, with the blanks between them, where the font tells nothing', async () => {
    const { text, remarks } = await readNumbered({
      shown: '0002000300010004',
      font: { glyphs: GLYPHS, characters: null },
    });
    expect(text).toBe('\uFFFD\uFFFD \uFFFD');
    expect(remarks).toEqual([expect.stringMatching(/^3 characters without a meaning: .*page 1\.$/)]);
  });

  it('are read by the usual order of glyphs in a font of Windows that is not in the file', async () => {
    // 36 and on: A, B, C; 570 and on: А, Б, В.
    expect((await readNumbered({ shown: '002400250026', font: null, name: 'Arial' })).text).toBe('ABC');
    expect((await readNumbered({ shown: '023A023B023C', font: null, name: 'Arial' })).text).toBe('АБВ');
  });

  it('are unknown where the file gives the letters of others only', async () => {
    const map = `1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0002> <006B> endbfchar`;
    const { text } = await readNumbered({
      shown: '000200010003',
      font: { glyphs: GLYPHS, characters: null },
      entries: '/ToUnicode 9 0 R',
      objects: [stream('', `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${map} endcmap end end`)],
    });
    expect(text).toBe('k \uFFFD');
  });
});

describe('codes for which a file gives the glyphs', () => {
  it('are numbers when a control character would be drawn, and characters otherwise', () => {
    expect(
      areNumbers(
        new Map([
          [3, 1],
          [36, 2],
        ]),
      ),
    ).toBe(true);
    expect(areNumbers(new Map([[0x85, 1]]))).toBe(true);
    expect(
      areNumbers(
        new Map([
          [0, 3],
          [13, 2],
          [32, 1],
          [0x431, 9],
        ]),
      ),
    ).toBe(false);
    expect(areNumbers(new Map([[3, 0]]))).toBe(false);
  });
});

describe('letters that are spaced out', () => {
  const spaced = (shown: string, spacing: number) =>
    read(drawnPdf({ content: `BT /F1 10 Tf ${spacing} Tc 60 700 Td ${shown} ET`, font: HELVETICA }), 'page.pdf');

  it('are one word, in a heading of several words too', async () => {
    expect((await spaced('(HARBOUR REPORT) Tj', 3)).text.trim()).toBe('HARBOUR REPORT');
  });

  it('are words where the spacing parts strings, or stands between two letters only', async () => {
    expect((await spaced('(box) Tj (file) Tj', 3)).text.trim()).toBe('box file');
    expect((await spaced('(ab) Tj', 3)).text.trim()).toBe('a b');
  });

  it('stay apart where the gap is another than the spacing, too wide, or beside a figure', () => {
    const gap = { gap: 3, letterSpacing: 3, size: 10, before: 'a', after: 'b' };
    expect(isSpacedOut(gap)).toBe(true);
    expect(isSpacedOut({ ...gap, gap: 3.02 })).toBe(false);
    expect(isSpacedOut({ ...gap, gap: 5.9, letterSpacing: 5.9 })).toBe(true);
    expect(isSpacedOut({ ...gap, gap: 6, letterSpacing: 6 })).toBe(false);
    expect(isSpacedOut({ ...gap, after: '4' })).toBe(false);
    expect(isSpacedOut({ ...gap, before: '.' })).toBe(false);
  });
});
