import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { type PdfPage, type RecognizedLayout, searchablePdf } from '../../../electron/ocr/index.js';
import {
  asksPoppler,
  popplerFonts,
  popplerInfo,
  popplerPages,
  popplerWords,
  UNLESS_POPPLER,
} from '../../support/poppler.js';
import { layoutOf } from './drawn-layout.js';

const DESCRIPTION = { title: 'Letters “A–B”', language: 'de', creator: 'Fonds', now: new Date('2026-11-30T12:00:00Z') };
const SCRIPTS = [
  'Whereas the council',
  'Äpfel für čaršija',
  'Съвет на Европа',
  'Το συμβούλιο',
  'ſchöne 𝔉raktur',
  '上级 机关',
];
const page = (layout: RecognizedLayout): PdfPage => ({
  image: {
    kind: 'grey',
    image: { width: layout.width, height: layout.height, data: new Uint8Array(layout.width * layout.height).fill(230) },
  },
  layout,
  dotsPerInch: 200,
});
const small = (layout: RecognizedLayout): RecognizedLayout => ({ ...layout, width: 1_000, height: 1_400 });

async function pdfOf(pages: Iterable<PdfPage>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of searchablePdf(pages, DESCRIPTION)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a searchable PDF', () => {
  const pages = [small(layoutOf([[SCRIPTS]])), small(layoutOf([[['On the sec-', 'ond page']]])), small(layoutOf([]))];
  let bytes: Uint8Array;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    bytes = await pdfOf(pages.map(page));
    folder = await mkdtemp(join(tmpdir(), 'fonds-pdf-'));
    file = join(folder, 'made.pdf');
    await writeFile(file, bytes);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives our own reader each word, in every script, page by page', async () => {
    const { text, spans } = await read(bytes, 'made.pdf');
    const textOf = (index: number) => {
      const span = spans.filter(({ kind }) => kind === 'page')[index];
      return text.slice(span?.start, span?.end).replace(/\s+/g, ' ').trim();
    };
    expect(textOf(0)).toBe(SCRIPTS.join(' '));
    expect(textOf(1)).toBe('On the sec- ond page');
    expect(spans.filter(({ kind }) => kind === 'page')).toHaveLength(3);
  });

  it.skipIf(!asksPoppler)(`gives poppler the same${UNLESS_POPPLER}`, async () => {
    const normal = (text: string) => text.normalize('NFKC');
    const [first = '', second = ''] = await popplerPages(file);
    expect(first).toBe(normal(SCRIPTS.join(' ')));
    // It joins what a hyphen parts.
    expect(second).toBe('On the second page');
    expect(await popplerInfo(file)).toMatchObject({ Title: 'Letters “A–B”', Creator: 'Fonds', Pages: '3' });
    expect(await popplerFonts(file)).toEqual([{ name: 'GlyphLessFont', embedded: true, hasUnicode: true }]);
  });

  it.skipIf(!asksPoppler)(`has each word where it stands on the image, for poppler${UNLESS_POPPLER}`, async () => {
    const words = await popplerWords(file);
    const points = 72 / 200;
    const council = words.find(({ words: text }) => /council/.test(text));
    expect(council?.pageWidth).toBeCloseTo(1_000 * points, 0);
    // “Whereas the ” are twelve letters of 20 pixels, from 100 on; poppler may give the line as one.
    const right = (100 + 19 * 20) * points;
    expect(Math.abs((council?.right ?? 0) - right)).toBeLessThan(3);
  });

  it('puts a JPEG in as it is', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);
    const made = await pdfOf([
      { image: { kind: 'jpeg', bytes: jpeg, components: 3 }, layout: pages[1] as RecognizedLayout, dotsPerInch: 0 },
    ]);
    expect(Buffer.from(made).includes(Buffer.from(jpeg))).toBe(true);
    expect(Buffer.from(made).toString('latin1')).toMatch(/\/Filter \/DCTDecode/);
  });

  it('asks for a page when the one before is written: a source of any length needs the memory of one', async () => {
    let asked = 0;
    const one = page(small(layoutOf([[['one']]])));
    const endless = function* () {
      for (;;) {
        asked += 1;
        yield one;
      }
    };
    let written = 0;
    for await (const piece of searchablePdf(endless(), DESCRIPTION)) {
      if (/\/Type \/Page /.test(Buffer.from(piece.subarray(0, 60)).toString('latin1'))) written += 1;
      expect(asked).toBeLessThanOrEqual(written + 1);
      if (written === 5) break;
    }
    expect(asked).toBe(5);
  });
});
