/** A collation as TEI: valid, and from it each witness can be read again. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../electron/contract/index.js';
import { type CollationExportContent, writeCollation } from '../../../electron/export/index.js';
import { xmlText } from '../../../electron/export/write/xml-text.js';
import { schemaFaults } from '../../support/xml-schema.js';
import { alike, anyWork, differing, place, type Segment, tokens, workOf } from './collation-sample.js';

const tei = async (work: CollationExportContent): Promise<string> =>
  (await writeCollation({ format: 'tei', content: work })).join('');
const parse = (xml: string): Document => new JSDOM(xml, { contentType: 'application/xml' }).window.document;

/** What a witness says, as a program that knows TEI and not Fonds would read it. */
function readWitness(document: Document, id: string): string {
  const say = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    const element = node as Element;
    const children = () => [...element.childNodes].map(say).join('');
    switch (element.localName) {
      case 'app': {
        const reading = [...element.children].find((one) => one.getAttribute('wit')?.split(' ').includes(`#${id}`));
        return reading ? [...reading.childNodes].map(say).join('') : '';
      }
      case 'p':
        return `${children()}\n`;
      case 'milestone':
        return '\n';
      default:
        return children();
    }
  };
  const body = document.querySelector('body');
  return body ? [...body.childNodes].map(say).join('') : '';
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');
const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const CALL: readonly Segment[] = [
  alike('There are ', 'There are\n'),
  differing('number', '43 ', '48 '),
  alike('barges above the lock', 'barges above the lock'),
  differing('accidental', ', ', '. '),
  { ...differing('redaction', '[redacted, 1.4(b)] ', 'Their own. '), withheld: [{ witness: 0, code: '1.4(b)' }] },
  alike('Which uniform?\n\n', 'Which uniform? '),
  differing('substantive', '', 'He laughed. '),
  alike('A uniform', 'A uniform'),
  differing('ocr', ' rny', ' my'),
];

describe('a collation as TEI', () => {
  it('has the base as its text and what differs beside it, with who says what', async () => {
    const document = parse(await tei(workOf(CALL)));
    const entries = [...document.querySelectorAll('app')].map((app) => [
      app.getAttribute('type'),
      [...app.children].map((one) => `${one.localName} ${one.getAttribute('wit')} ${one.textContent}`),
    ]);
    expect(entries).toEqual([
      ['number', ['lem #A 43', 'rdg #B 48']],
      ['accidental', ['lem #A ,', 'rdg #B .']],
      ['redaction', ['lem #A [redacted, 1.4(b)]', 'rdg #B Their own.']],
      ['substantive', ['lem #A ', 'rdg #B He laughed.']],
      ['ocr', ['lem #A rny', 'rdg #B my']],
    ]);
    const [method] = document.querySelectorAll('variantEncoding');
    expect(method?.getAttribute('method')).toBe('parallel-segmentation');
    expect(document.querySelector('titleStmt title')?.textContent).toBe('Two releases of one call');
    expect([...document.querySelectorAll('witness')].map((one) => one.textContent)).toEqual([
      expect.stringContaining('Telcon 0, 2000-09-06, WPL 2007-0110-M, Whitcombe Presidential Library & Museum, 12'),
      expect.stringContaining('Telcon 1, circa 2000, WPL 2007-0111-M'),
    ]);
    expect(document.querySelectorAll('body > p')).toHaveLength(2);
    expect(document.querySelector('editorialDecl')?.textContent).toContain('guess');
  });

  it('tells what is withheld as a gap with its exemption code, and keeps the words around it', async () => {
    const words = (text: string) => ({ ...differing('redaction', text, 'He said two thousand men, no more. ') });
    const segment = { ...words('He said [redacted, 1.4(b)] no more. '), withheld: [{ witness: 0, code: '1.4(b)' }] };
    const document = parse(await tei(workOf([segment])));
    const gap = document.querySelector('lem gap');
    expect(gap?.getAttribute('reason')).toBe('redacted');
    expect(gap?.getAttribute('n')).toBe('1.4(b)');
    expect(gap?.textContent).toBe('[redacted, 1.4(b)]');
    expect(document.querySelector('lem')?.textContent).toBe('He said [redacted, 1.4(b)] no more.');
    expect(document.querySelector('lem')?.getAttribute('type')).toBe('redaction');
    expect(document.querySelector('rdg')?.getAttribute('type')).toBeNull();
  });

  it('tells who withholds from those who show and differ', async () => {
    const withheld = [{ witness: 2, code: null }];
    const segment = { ...differing('number', '43 barges ', '48 barges ', '██████ '), withheld };
    const document = parse(await tei(workOf([segment])));
    const kinds = [...document.querySelectorAll('lem, rdg')].map((one) => one.getAttribute('type'));
    expect(kinds).toEqual([null, 'number', 'redaction']);
  });

  it('says that a word goes on in the next line, and that what cannot be read is no redaction', async () => {
    const work = workOf([alike('a uni-\nform [illegible stamp] ', 'a uni-\nform [illegible stamp] ')]);
    const xml = await tei(work);
    expect(xml).toContain('a uni-<lb break="no"/>form <gap reason="lacuna"><desc>[illegible stamp]</desc></gap>');
    expect(await schemaFaults(xml, 'tei-apparatus')).toEqual([]);
  });

  it('leads from what was moved to where it stands in the other witness, and back', async () => {
    const move = (at: number): Segment => ({
      class: 'moved',
      words: at === 0 ? [tokens('as I told you '), []] : [[], tokens('as I told you ')],
      moves: [0],
    });
    const segments = [alike('One ', 'One '), move(0), alike('two ', 'two '), move(1), alike('three', 'three')];
    const still = workOf(segments);
    const moves = [{ from: place(still, 0, 'as I told you'), to: place(still, 1, 'as I told you') }];
    const document = parse(await tei(workOf(segments, { moves })));
    const [here, there] = [...document.querySelectorAll('[corresp]')];
    expect(here?.getAttribute('corresp')).toBe(`#${there?.getAttribute('xml:id')}`);
    expect(there?.getAttribute('corresp')).toBe(`#${here?.getAttribute('xml:id')}`);
    expect([here?.getAttribute('wit'), there?.getAttribute('wit')]).toEqual(['#A', '#B']);
  });

  it('marks the pages of each witness where they begin, and the paragraphs of the base', async () => {
    const segments = [alike('One two ', 'One\ftwo '), differing('name', 'Lazar ', 'Lasar '), alike('three.', 'three.')];
    const spans: Span[][] = [
      [
        { kind: 'page', start: 0, end: 8, pageIndex: 0, pageLabel: 'i' },
        { kind: 'page', start: 8, end: 20, pageIndex: 1, pageLabel: 'ii' },
        { kind: 'paragraph', start: 0, end: 14 },
        { kind: 'paragraph', start: 14, end: 20 },
      ],
      [
        { kind: 'page', start: 0, end: 4, pageIndex: 0, pageLabel: '1' },
        { kind: 'page', start: 4, end: 20, pageIndex: 1, pageLabel: '2' },
      ],
    ];
    const xml = await tei(workOf(segments, { spans }));
    expect(xml).toContain(
      '<p><pb n="i" edRef="#A"/><pb n="1" edRef="#B"/>One <pb n="2" edRef="#B"/>two\n<app xml:id="place-1"',
    );
    expect(xml).toContain('wit="#A"><pb n="ii" edRef="#A"/>Lazar</lem>');
    expect(xml).toContain('</app></p>\n<p>three.</p>');
    expect(await schemaFaults(xml, 'tei-apparatus')).toEqual([]);
  });

  it('is valid, whatever the witnesses are called and hold', async () => {
    const sigla = ['1', 'MS A*', 'MS A+', 'place-1', 'α', ''];
    const six = (text: string) => Array.from({ length: 6 }, (_, at) => `${text} ${at} `);
    const segments = [alike(...six('same').map(() => 'same ')), differing('name', ...six('<x a="1">&\u0001]]>'))];
    for (const work of [workOf(CALL), workOf(segments, { sigla }), workOf([alike('', '')])]) {
      expect(await schemaFaults(await tei(work), 'tei-apparatus')).toEqual([]);
    }
    const ids = [...parse(await tei(workOf(segments, { sigla }))).querySelectorAll('witness')];
    expect(ids.map((one) => one.getAttribute('xml:id'))).toEqual(['w1', 'MS_A_', 'MS_A__2', 'wplace-1', 'α', 'w']);
  });

  it('is held to a schema that sees what is wrong', async () => {
    const xml = await tei(workOf(CALL));
    for (const [right, wrong] of [
      ['wit="#B"', 'wit="B"'],
      ['lem', 'lemma'],
      ['xml:id="place-2"', 'xml:id="place-1"'],
      ['reason="redacted"', 'reason=""'],
    ] as const) {
      expect(await schemaFaults(xml.replaceAll(right, wrong), 'tei-apparatus'), wrong).not.toEqual([]);
    }
  });

  it('is valid of any collation', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork(3), async (work) => {
        expect(await schemaFaults(await tei(work), 'tei-apparatus')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('gives every witness back, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }).chain(anyWork), async (work) => {
        const document = parse(await tei(work));
        for (const [witness, text] of work.texts.entries()) {
          const id = work.result.witnesses[witness]?.siglum ?? '';
          expect(squeezed(readWitness(document, id))).toBe(xmlText(squeezed(text)));
        }
      }),
    );
  });

  it('neither glues words of two witnesses nor tears them apart', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork(2), async (work) => {
        const document = parse(await tei(work));
        // Within what is common the blanks are those of the base.
        const { base, witnesses } = work.result;
        const read = readWitness(document, witnesses[base]?.siglum ?? '');
        expect(collapsed(read)).toBe(xmlText(collapsed(work.texts[base] ?? '')));
      }),
    );
    const glued = [
      alike('x ', 'x'),
      differing('accidental', 'y ', ', '),
      alike('z', 'z'),
      differing('accidental', '', '!'),
      alike(' q', ' q'),
    ];
    const work = workOf(glued);
    const document = parse(await tei(work));
    expect(['A', 'B'].map((id) => collapsed(readWitness(document, id)))).toEqual(work.texts.map(collapsed));
  });

  it('writes the words of the base as they stand, also where another witness parts them', async () => {
    const work = workOf([alike('河', '河 '), differing('accidental', '水 ', '水 '), alike('。', '。')]);
    expect(work.texts).toEqual(['河水 。', '河 水 。']);
    expect(collapsed(readWitness(parse(await tei(work)), 'A'))).toBe('河水 。');
  });

  it('gives a blank to the witness that has it, not to those that agree with it in the word before', async () => {
    const { texts, ...work } = workOf([
      alike('the ', 'the ', 'the '),
      differing('substantive', 'barge ', 'barge', 'lock'),
      differing('accidental', '', '', ','),
      { ...differing('redaction', '[redacted]', '', ''), withheld: [{ witness: 0, code: null }] },
      alike('.', '.', '.'),
    ]);
    const document = parse(await tei({ texts, ...work }));
    expect(texts).toEqual(['the barge [redacted].', 'the barge.', 'the lock,.']);
    expect(['A', 'B', 'C'].map((id) => collapsed(readWitness(document, id)))).toEqual(texts);
  });
});
