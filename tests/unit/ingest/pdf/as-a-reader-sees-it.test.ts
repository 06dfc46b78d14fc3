import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../electron/ingest/index.js';
import { appearance, at, type DrawnPage, drawnPdf, escaped, HELVETICA, stream } from '../../../support/drawn-pdf.js';
import { expectValidSpans } from '../../../support/spans.js';

const FIXTURES = join('tests', 'fixtures', 'ingest', 'pdf');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

async function readDrawn(page: DrawnPage) {
  const reading = await read(drawnPdf(page), 'page.pdf');
  expectValidSpans(reading.text, reading.spans);
  return reading;
}

const textOf = async (page: DrawnPage) => plain((await readDrawn(page)).text);

/** Helvetica whose characters from 128 on are the named glyphs. */
const named = (...names: string[]) =>
  `${HELVETICA} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 ${names.map((name) => `/${name}`).join(' ')}] >>`;

describe('the cases of PDF', () => {
  for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith('.pdf'))) {
    it(`reads ${name.replace('.pdf', '').replaceAll('-', ' ')} as a person does`, async () => {
      const { text, spans } = await read(readFileSync(join(FIXTURES, name)), name);
      expectValidSpans(text, spans);
      expect(plain(text)).toBe(plain(readFileSync(join(FIXTURES, name.replace('.pdf', '.txt')), 'utf8')));
    });
  }
});

describe('glyphs without a letter of their own', () => {
  it.each([
    ['one.os', '1'],
    ['four.taboldstyle', '4'],
    ['nine.onum', '9'],
    ['a.sc', 'a'],
    ['eacute.sc', 'é'],
    ['Q.swash.alt', 'Q'],
    ['oneoldstyle', '1'],
    ['Asmall', 'a'],
    ['f_f_i', 'ffi'],
    ['uni00410416.alt', 'AЖ'],
    ['u0416', 'Ж'],
  ])('read /%s as %s', async (name, letter) => {
    expect(await textOf({ content: at(60, 700, 'x\x80y'), font: named(name) })).toBe(`x${letter}y`);
  });

  it('read small figures that the file itself maps to private characters', async () => {
    const map = `1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <0020> endbfrange 1 beginbfchar <80> <F731> endbfchar`;
    const font = `${HELVETICA} /Encoding /WinAnsiEncoding /ToUnicode 6 0 R`;
    const objects = [stream('', `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${map} endcmap end end`)];
    expect(await textOf({ content: at(60, 700, 'box \x80'), font, objects })).toBe('box 1');
  });

  it('are counted in a remark where nothing tells their letters', async () => {
    const { remarks } = await readDrawn({ content: at(60, 700, 'Known \x80\x81'), font: named('g17', 'zzz.os') });
    expect(remarks).toEqual([expect.stringMatching(/^2 characters without a meaning: .*page 1\.$/)]);
  });
});

describe('what the file says of its glyphs (ActualText)', () => {
  const span = (said: string, drawn: string) => `/Span << /ActualText ${said} >> BDC (${escaped(drawn)}) Tj EMC`;
  const line = (operators: string) => `BT /F1 11 Tf 60 700 Td ${operators} ET`;

  it('is read in their place, with the spaces around it', async () => {
    const content = line(`(The) Tj ( ) Tj ${span('(Ministry)', 'M!n!stry')} ( of War) Tj`);
    expect(await textOf({ content })).toBe('The Ministry of War');
  });

  it('may stand among the resources of the page, and in UTF-16', async () => {
    const content = line('/Span /P1 BDC (Stra!e) Tj EMC ( 9) Tj');
    const page =
      '/Resources << /Font << /F1 4 0 R >> /Properties << /P1 << /ActualText <FEFF005300740072006100DF0065> >> >> >>';
    expect(plain((await read(drawnPdf({ content, page }), 'page.pdf')).text)).toBe('Straße 9');
  });

  it('that is empty hides ornaments, but neither letters nor a hyphen', async () => {
    const content = line(`(Chapter) Tj ${span('()', ' ......')} ( 9) Tj`);
    expect(await textOf({ content })).toBe('Chapter 9');
    const letters = line(`(Har) Tj ${span('()', 'bour')} ${span('()', '-')}`);
    expect(await textOf({ content: letters })).toBe('Harbour-');
  });

  it('is passed over where the line is drawn from its end', async () => {
    const content = line(`/ReversedChars BMC ${span('(z)', 'abc')} EMC`);
    expect(await textOf({ content })).toBe('abc');
  });
});

describe('words struck twice', () => {
  it('count once when they are struck word by word, and letter by letter', async () => {
    const byWord = at(60, 700, 'TOP') + at(60.4, 700, 'TOP') + at(90, 700, 'SECRET') + at(90.4, 700, 'SECRET');
    expect(await textOf({ content: byWord })).toBe('TOP SECRET');
    const byLetter = [...'SEAL'].map((letter, index) => at(60 + index * 7.4, 700, letter).repeat(2)).join('');
    expect(await textOf({ content: byLetter })).toBe('SEAL');
  });

  it('count once when letters are spaced out', async () => {
    const line = (x: number) => `BT /F1 11 Tf 3 Tc ${x} 700 Td (SECRET) Tj ET\n`;
    expect((await textOf({ content: line(60) + line(60.3) })).replaceAll(' ', '')).toBe('SECRET');
  });

  it('count twice when they stand a tenth of their size apart, or are of another size', async () => {
    const apart = (offset: number) => textOf({ content: at(60, 700, 'no', 10) + at(60 + offset, 700, 'no', 10) });
    expect(await apart(0.9)).toBe('no');
    expect((await apart(1.1)).replaceAll(' ', '')).toBe('nono');
    const sizes = (size: number) => textOf({ content: at(60, 700, 'n', 10) + at(60, 700, 'n', size) });
    expect(await sizes(10.4)).toBe('n');
    expect((await sizes(10.6)).replaceAll(/\s/g, '')).toBe('nn');
  });

  it('leave doubled letters alone', async () => {
    expect(await textOf({ content: at(60, 700, 'llama, committee, 1100, ......') })).toBe(
      'llama, committee, 1100, ......',
    );
  });
});

describe('raised marks of notes', () => {
  const raised = (before: string, mark: string, after: string) =>
    `BT /F1 11 Tf 60 700 Td (${before}) Tj /F1 7 Tf 4 Ts (${mark}) Tj /F1 11 Tf 0 Ts (${after}) Tj ET`;

  it.each([
    ['The treaty', '12', ' was signed', 'The treaty 12 was signed'],
    ['It ended.', '3', ' Later', 'It ended. 3 Later'],
    ['The envoy', '*', ' left', 'The envoy * left'],
  ])('are parted from their word: %s%s', async (before, mark, after, expected) => {
    expect(await textOf({ content: raised(before, mark, after) })).toBe(expected);
  });

  it.each([
    ['a = b', '2', '', 'a = b2'],
    ['an area of 40 km', '2', ' of land', 'an area of 40 km2 of land'],
    ['x', '2', ' + y', 'x2 + y'],
    ['the 4', 'th', ' of May', 'the 4th of May'],
    ['10', '6', ' men', '106 men'],
  ])('are not what makes a figure or an ending: %s%s', async (before, mark, after, expected) => {
    expect(await textOf({ content: raised(before, mark, after) })).toBe(expected);
  });

  it('are parted from the note that they begin', async () => {
    expect(await textOf({ content: raised('', '7', 'See the ledger') })).toBe('7 See the ledger');
  });
});

describe('what is drawn over a page', () => {
  const field = (rect: string, entries: string) =>
    `<< /Type /Annot /Subtype /Widget /Rect [${rect}] /F 4 ${entries} >>`;
  const form = '/AcroForm << /Fields [6 0 R] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 4 0 R >> >> >>';

  it('is marked as such, and counted', async () => {
    const { text, spans, remarks } = await readDrawn({
      content: at(60, 720, 'Name:'),
      catalog: form,
      page: '/Annots [6 0 R 8 0 R]',
      objects: [
        field('180 715 380 735', '/FT /Tx /T (n) /V (Marta) /AP << /N 7 0 R >>'),
        appearance('Marta'),
        '<< /Type /Annot /Subtype /Stamp /Rect [60 600 260 620] /F 4 /AP << /N 9 0 R >> >>',
        appearance('DECLASSIFIED'),
      ],
    });
    expect(text).toBe('Name: Marta\n\nDECLASSIFIED');
    expect(spans.filter(({ kind }) => kind === 'inset')).toEqual([
      { kind: 'inset', start: 6, end: 11, origin: 'form-field' },
      { kind: 'inset', start: 13, end: 25, origin: 'stamp' },
    ]);
    expect(remarks).toEqual([
      '1 form field read in place and marked in the text: page 1.',
      '1 stamp read in place and marked in the text: page 1.',
    ]);
  });

  it('is read from the value where nothing says how it is drawn', async () => {
    const page = { content: at(60, 720, 'Name:'), catalog: form, page: '/Annots [6 0 R]' };
    const objects = [field('180 715 380 735', '/FT /Tx /T (n) /V (Marta) /DA (/F1 10 Tf 0 g)')];
    expect(await textOf({ ...page, objects })).toBe('Name: Marta');
    const choice = [field('180 715 380 735', '/FT /Ch /Ff 131072 /T (n) /V (a) /Opt [[(a) (Archive)] [(b) (Box)]]')];
    expect(await textOf({ ...page, objects: choice })).toBe('Name: Archive');
  });

  it('does not give passwords away, nor what is hidden', async () => {
    const page = { content: at(60, 720, 'Key:'), catalog: form, page: '/Annots [6 0 R]' };
    const secret = [field('180 715 380 735', '/FT /Tx /Ff 8192 /T (n) /V (sesame) /DA (/F1 10 Tf 0 g)')];
    expect(await textOf({ ...page, objects: secret })).toBe('Key:');
    const hidden = ['<< /Type /Annot /Subtype /FreeText /F 2 /Rect [60 600 260 620] /Contents (gone) >>'];
    expect(await textOf({ ...page, objects: hidden })).toBe('Key:');
  });

  it('keeps a page that only it has text on from being called a scan', async () => {
    const objects = [
      '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [60 600 260 640] /Contents (Seen by the clerk) /DA (/F1 10 Tf) >>',
    ];
    expect(await textOf({ content: '', page: '/Annots [6 0 R]', objects })).toBe('Seen by the clerk');
  });

  it('keeps fields that touch apart', async () => {
    const page = { content: '', catalog: form, page: '/Annots [6 0 R 7 0 R]' };
    const objects = [
      field('60 700 90 720', '/FT /Tx /T (a) /V (left) /DA (/F1 10 Tf 0 g)'),
      field('78 700 120 720', '/FT /Tx /T (b) /V (right) /DA (/F1 10 Tf 0 g)'),
    ];
    expect(await textOf({ ...page, objects })).toBe('left right');
  });

  it('reports comments that the page does not show', async () => {
    const objects = ['<< /Type /Annot /Subtype /Text /F 4 /Rect [60 600 80 620] /Contents (Check this) >>'];
    const { text, remarks } = await readDrawn({ content: at(60, 700, 'Memo'), page: '/Annots [6 0 R]', objects });
    expect(text).toBe('Memo');
    expect(remarks).toEqual([expect.stringMatching(/^1 comment of readers not read.*page 1\.$/)]);
  });
});

describe('what is not read of a page', () => {
  it('reports an annotation whose appearance is damaged', async () => {
    const broken = stream('/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources /None', 'BT /F1 9 Tf (x) Tj ET');
    const objects = [`<< /Type /Annot /Subtype /Stamp /Rect [60 600 260 620] /AP << /N 7 0 R >> /F 4 >>`, broken];
    const { remarks } = await readDrawn({ content: at(60, 700, 'Memo'), page: '/Annots [6 0 R]', objects });
    expect(remarks).toContainEqual(expect.stringMatching(/^1 annotation not wholly read.*damaged: page 1\.$/));
  });

  /** A page of marked content 0 and 1, both of one element of its structure. */
  const tagged = (first: string, second: string, said: string): DrawnPage => ({
    content: `/Span << /MCID 0 >> BDC ${first} EMC /Span << /MCID 1 >> BDC ${second} EMC`,
    page: '/StructParents 0',
    catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
    objects: [
      '<< /Type /StructTreeRoot /K [7 0 R] /ParentTree << /Nums [0 [7 0 R 7 0 R]] >> >>',
      `<< /Type /StructElem /S /Span /P 6 0 R /Pg 3 0 R /K [0 1] /ActualText (${said}) >>`,
    ],
  });

  it('follows the text that the structure of the document gives for what is drawn, once for all its pieces', async () => {
    const { text, remarks } = await readDrawn(tagged(at(60, 700, 'F0'), at(74, 700, 'nds'), 'Fonds'));
    expect(text).toBe('Fonds');
    expect(remarks).toEqual([]);
  });

  it('reports such a text for a picture, and keeps what is drawn where the text says much less', async () => {
    const remark = expect.stringMatching(/^1 replacement text .*ActualText.*page 1\.$/);
    const picture = await readDrawn(tagged('0 0 9 9 re f', `EMC ${at(60, 700, 'Beside it')} /Span BMC`, 'A seal'));
    expect(picture).toMatchObject({ text: 'Beside it', remarks: [remark] });
    const most = `F${'o'.repeat(19)}`;
    expect((await readDrawn(tagged(at(60, 700, most), '', 'Fonds'))).text).toBe('Fonds');
    expect(await readDrawn(tagged(at(60, 700, `${most}o`), '', 'Fonds'))).toMatchObject({
      text: `${most}o`,
      remarks: [remark],
    });
  });

  it('reports a page with too much on it to tell its order', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) =>
      at(20 + (index % 25) * 22, 20 + Math.floor(index / 25) * 19, 'x', 5),
    );
    const { remarks } = await readDrawn({ content: many.reverse().sort().join('') });
    expect(remarks).toEqual([expect.stringMatching(/^1 page read in the order of drawing.*page 1\.$/)]);
  });
});
