import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pageText,
  type RecognizedLayout,
  readAlto,
  readHocr,
  readPageXml,
  scaledTo,
  writeAlto,
  writeHocr,
  writePageXml,
} from '../../../electron/ocr/index.js';
import { drawnLayout, layoutOf } from './drawn-layout.js';

const NOW = new Date('2026-11-30T12:00:00.000Z');
const written = (page: RecognizedLayout, imageName = 'letter 1.jpg') => ({
  page,
  imageName,
  createdBy: 'Tesseract 5.5',
});
const FORMATS = [
  ['ALTO', (page: RecognizedLayout, name?: string) => writeAlto(written(page, name)), readAlto],
  ['PAGE XML', (page: RecognizedLayout, name?: string) => writePageXml(written(page, name), NOW), readPageXml],
  ['hOCR', (page: RecognizedLayout, name?: string) => writeHocr([written(page, name)]), readHocr],
] as const;
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};
/** PAGE has no blocks of several paragraphs: each is a region. */
const asRegions = (page: RecognizedLayout): RecognizedLayout => ({
  ...page,
  blocks: page.blocks.flatMap(({ paragraphs }) => paragraphs.map((one) => ({ box: one.box, paragraphs: [one] }))),
});

describe.each(FORMATS)('%s', (name, write, read) => {
  it('gives back each word, its box, its confidence and the order of reading', () => {
    fc.assert(
      fc.property(drawnLayout, (page) => {
        expect(only(read(write(page))).page).toEqual(name === 'PAGE XML' ? asRegions(page) : page);
      }),
    );
  });

  it('keeps the name of the image, and no name ends its place early', () => {
    const page = layoutOf([[['One']]]);
    expect(only(read(write(page))).imageName).toBe('letter 1.jpg');
    expect(only(read(write(page, 'a"; bbox 0 0 1 1 <b>.jpg'))).page).toEqual(page);
  });

  it('replaces what no XML may hold rather than writing a broken file', () => {
    const page = layoutOf([[['bell\u0007 half\ud800 end\uffff']]]);
    expect(pageText(only(read(write(page))).page).text).toBe('bell\ufffd half\ufffd end\ufffd');
  });

  it('says of a file that is none what to do', () => {
    for (const file of ['', 'no markup at all', '<html><body>nothing</body></html>', '<alto', '<a><b></a>']) {
      expect(() => read(file)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    }
  });

  it('reads no entity of a hostile file, and no depth without end', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>';
    expect(() => read(bomb)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    const deep = `${'<a>'.repeat(100_000)}`;
    expect(() => read(deep)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  });
});

describe('ALTO of others', () => {
  const alto = (content: string, unit = 'pixel') =>
    `<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Layout><Page ID="P1" WIDTH="1000" HEIGHT="2000"><TopMargin/><PrintSpace HPOS="0" VPOS="0" WIDTH="1000" HEIGHT="2000">${content}</PrintSpace></Page></Layout></alto>`;

  it('joins a hyphen that is an element of its own to its word', () => {
    const line = (strings: string, top: number) =>
      `<TextLine HPOS="10" VPOS="${top}" WIDTH="300" HEIGHT="20">${strings}</TextLine>`;
    const block = `<TextBlock ID="B1" HPOS="10" VPOS="10" WIDTH="300" HEIGHT="60">${line(
      '<String CONTENT="the" HPOS="10" VPOS="10" WIDTH="40" HEIGHT="20" WC="0.8"/><SP/><String CONTENT="coun" SUBS_TYPE="HypPart1" SUBS_CONTENT="council" HPOS="60" VPOS="10" WIDTH="80" HEIGHT="20"/><HYP CONTENT="-"/>',
      10,
    )}${line('<String CONTENT="cil" SUBS_TYPE="HypPart2" SUBS_CONTENT="council" HPOS="10" VPOS="40" WIDTH="40" HEIGHT="20"/>', 40)}</TextBlock>`;
    const { page } = only(readAlto(alto(block)));
    expect(pageText(page).text).toBe('the coun-\ncil');
    expect(pageText(page).words[0]).toMatchObject({
      confidence: 80,
      box: { left: 10, top: 10, right: 50, bottom: 30 },
    });
    expect(pageText(page).words[1]?.confidence).toBeNull();
  });

  it('in tenths of a millimetre fits the pixels of its image', () => {
    const block =
      '<TextBlock HPOS="100" VPOS="100" WIDTH="200" HEIGHT="50"><TextLine HPOS="100" VPOS="100" WIDTH="200" HEIGHT="50"><String CONTENT="Box" HPOS="100" VPOS="100" WIDTH="200" HEIGHT="50"/></TextLine></TextBlock>';
    const { page } = only(readAlto(alto(block, 'mm10')));
    expect(pageText(scaledTo(page, 3_000, 6_000)).words[0]?.box).toEqual({
      left: 300,
      top: 300,
      right: 900,
      bottom: 450,
    });
  });

  it('with polygons, and blocks in blocks, has boxes all the same', () => {
    const block =
      '<ComposedBlock ID="C"><ComposedBlock ID="D"><TextBlock ID="B"><Shape><Polygon POINTS="10,10 90,12 90,60 10,58"/></Shape><TextLine BASELINE="10,50 90,50"><Shape><Polygon POINTS="10,10 90,12 90,60 10,58"/></Shape><String CONTENT="in a line"/></TextLine></TextBlock></ComposedBlock></ComposedBlock>';
    const { page } = only(readAlto(alto(block)));
    expect(pageText(page).text).toBe('in a line');
    expect(page.blocks[0]?.box).toEqual({ left: 10, top: 10, right: 90, bottom: 60 });
  });
});

describe('PAGE XML of others', () => {
  const file = (content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Metadata/><Page imageFilename="0001.jpg" imageWidth="1000" imageHeight="1500">${content}</Page></PcGts>`;
  const line = (text: string, y: number, more = '') =>
    `<TextLine id="l${y}"><Coords points="100,${y} 500,${y} 500,${y + 40} 100,${y + 40}"/><Baseline points="100,${y + 30} 500,${y + 30}"/>${more}<TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`;
  const region = (id: string, lines: string) =>
    `<TextRegion id="${id}" custom="readingOrder {index:0;}"><Coords points="90,90 510,90 510,900 90,900"/>${lines}</TextRegion>`;

  it('is read in the order that it names', () => {
    const order =
      '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="first"/><RegionRefIndexed index="0" regionRef="second"/></OrderedGroup></ReadingOrder>';
    const { page } = only(
      readPageXml(file(order + region('first', line('goes second', 100)) + region('second', line('goes first', 200)))),
    );
    expect(pageText(page).text).toBe('goes first\n\ngoes second');
  });

  it('transcribed by lines has words with their share of the line', () => {
    const { page } = only(readPageXml(file(region('r', line('Liebe Mutter', 100)))));
    expect(pageText(page).words.map(({ box }) => [box.left, box.right])).toEqual([
      [100, 267],
      [300, 500],
    ]);
  });

  it('has a line as it was corrected, not as its words were read', () => {
    const word =
      '<Word id="w"><Coords points="100,100 200,140"/><TextEquiv><Unicode>Liebc</Unicode></TextEquiv></Word>';
    const { page } = only(readPageXml(file(region('r', line('Liebe', 100, word)))));
    expect(pageText(page).text).toBe('Liebe');
  });

  it('with text of a region alone, and none of its lines, is read by lines', () => {
    const text = '<TextEquiv><Unicode>first line\nsecond</Unicode></TextEquiv>';
    const { page } = only(readPageXml(file(region('r', `${line('', 100)}${text}`))));
    expect(pageText(page).text).toBe('first line\nsecond');
    expect(pageText(page).words.map(({ box }) => [box.top, box.bottom])).toEqual([
      [90, 495],
      [90, 495],
      [495, 900],
    ]);
  });

  it('reads cells of tables and regions within regions', () => {
    const inner = region('outer', line('outer', 100) + region('inner', line('inner', 200)));
    const table = `<TableRegion id="t"><Coords points="0,0 9,9"/><TableCell id="c" row="0" col="0">${line('cell', 300)}</TableCell></TableRegion>`;
    expect(pageText(only(readPageXml(file(inner + table))).page).text).toBe('outer\n\ninner\n\ncell');
  });
});

describe('hOCR of others', () => {
  it('as HTML with open elements and entities is read', () => {
    const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>
<div class='ocr_page' id='page_1' title='image "in.png"; bbox 0 0 800 1200; ppageno 0'><p class='ocr_par'>
<span class='ocr_line' title="bbox 36 92 618 130; baseline 0 -8">Caf&eacute;&nbsp;ouvert</span><br></p></div></body></html>`;
    const { page, imageName } = only(readHocr(html));
    expect(imageName).toBe('in.png');
    expect(pageText(page).text).toBe('Café ouvert');
    expect(page).toMatchObject({ width: 800, height: 1_200 });
  });

  it('of several pages gives each', () => {
    const pages = [layoutOf([[['one']]]), layoutOf([[['two']]])].map((page, index) => written(page, `${index}.png`));
    expect(readHocr(writeHocr(pages)).map(({ page, imageName }) => [imageName, pageText(page).text])).toEqual([
      ['0.png', 'one'],
      ['1.png', 'two'],
    ]);
  });
});
