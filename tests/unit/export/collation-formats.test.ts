/** A collation as a table, a page, a Word document and an alignment: each says the same and harms nobody who opens it. */
import axeCore from 'axe-core';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { type CollationFormat, VariantClass } from '../../../electron/contract/index.js';
import { type CollationExportContent, tooLongForWord, writeCollation } from '../../../electron/export/index.js';
import {
  asksLibreOffice,
  missingWords,
  type OpenedWord,
  openInLibreOffice,
  UNLESS_INSTALLED,
} from '../../support/libre-office.js';
import { alike, anyWork, differing, place, type Segment, tokens, workOf } from './collation-sample.js';

const asText = async (work: CollationExportContent, format: CollationFormat): Promise<string> =>
  (await writeCollation({ format, content: work })).join('');

/** Reads RFC 4180, as a spreadsheet would. */
function parseTable(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const CALL: readonly Segment[] = [
  alike('There are ', 'There are\n', 'There are '),
  differing('number', '43 ', '48 ', '43 '),
  alike('barges above the lock', 'barges above the lock', 'barges above the lock'),
  differing('accidental', ', ', '. ', ''),
  {
    ...differing('redaction', '[redacted, 1.4(b)] ', 'Their own. ', '██████ '),
    withheld: [
      { witness: 0, code: '1.4(b)' },
      { witness: 2, code: null },
    ],
  },
  alike('Which uniform?\n\n', 'Which uniform? ', 'Which uniform? '),
  differing('substantive', '', 'He laughed. ', 'He laughed. '),
  alike('A uniform.', 'A uniform.', 'A uniform.'),
];
const HOSTILE = '<script>alert(1)</script><img src="https://x.example/a.png" onerror="x()">';
const hostile = (): CollationExportContent => {
  const segments = [
    differing('substantive', `=HYPERLINK("https://x") `, `${HOSTILE} `),
    alike('\u0007\uD800 ', '\u0007\uD800 '),
    differing('name', 'שלום עולם ', '👩‍👩‍👧 ̈́'),
    differing('ocr', '@SUM(A1) ', `${'x'.repeat(200_000)} `),
  ];
  const work = workOf(segments);
  const sources = work.sources.map((one) => ({ ...one, title: `=1+1 ${HOSTILE}`, repository: '"; DROP' }));
  return { ...work, name: `=2 ${HOSTILE}\u0000`, sources };
};

describe('a collation as a table', () => {
  it('has a row a place, with page, words before, what each witness says, and who withholds', async () => {
    const spans = [[{ kind: 'page' as const, start: 0, end: 34, pageIndex: 0, pageLabel: '2' }], [], []];
    const [head, ...rows] = parseTable(await asText(workOf(CALL, { spans }), 'csv'));
    expect(head?.slice(0, 4)).toEqual(['Place', 'Class (a machine’s guess)', 'Page of A', 'Before, in A']);
    expect(head?.[5]).toBe('B: Telcon 1, circa 2000, WPL 2007-0111-M, Whitcombe Presidential Library & Museum');
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      ['1', 'Number', '2', 'There are', '43', '48', '43', ''],
      ['2', 'Accidental', '2', 'are 43 barges above the lock', ',', '.', '', ''],
      [
        '3',
        'Redaction',
        '2',
        'are 43 barges above the lock,',
        '[redacted, 1.4(b)]',
        'Their own.',
        '██████',
        'A: 1.4(b); C',
      ],
      ['4', 'Substantive', '2', 'the lock, [redacted, 1.4(b)] Which uniform?', '', 'He laughed.', 'He laughed.', ''],
    ]);
    expect(rows[0]?.at(-1)).toBe('Two releases of one call, 2026-11-24');
  });

  it('has no cell that a spreadsheet runs, and as many cells in every row', async () => {
    for (const work of [hostile(), workOf(CALL)]) {
      const rows = parseTable(await asText(work, 'csv'));
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    }
    await fc.assert(
      fc.asyncProperty(anyWork(3), async (work) => {
        const rows = parseTable(await asText(work, 'csv'));
        expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([10]));
        expect(rows).toHaveLength(1 + work.result.blocks.filter((block) => block.class !== null).length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a collation as an alignment table', () => {
  it('is read as that of CollateX: sigla, and a list of tokens a witness in every place', async () => {
    const parsed = JSON.parse(await asText(workOf(CALL), 'json'));
    expect(parsed.witnesses).toEqual(['A', 'B', 'C']);
    expect(parsed.table[2]).toEqual([
      [{ t: '43 ', n: '43', start: 10, end: 12 }],
      [{ t: '48 ', n: '48', start: 10, end: 12 }],
      [{ t: '43 ', n: '43', start: 10, end: 12 }],
    ]);
    expect(parsed.table[7]?.[2]).toEqual([]);
    expect(parsed.variants[0]).toMatchObject({ class: 'number', row: 2, rows: 1 });
    expect(parsed.moves).toEqual([]);
    expect(parsed.collation).toMatchObject({
      name: 'Two releases of one call',
      madeAt: '2026-11-24T12:00:00.000Z',
      base: 0,
      classes: expect.stringContaining('guess'),
      witnesses: [{ siglum: 'A', citation: expect.stringContaining('WPL 2007-0110-M') }, {}, {}],
    });
  });

  it('gives every witness back, letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }).chain(anyWork), async (work) => {
        const parsed = JSON.parse(await asText(work, 'json'));
        for (const [witness, text] of work.texts.entries()) {
          const read = parsed.table.flatMap((row: { t: string }[][]) => row[witness]?.map(({ t }) => t)).join('');
          expect(read).toBe(work.table.table.some((row) => row[witness]) ? text : '');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a collation as a page', () => {
  const page = async (work: CollationExportContent) => new JSDOM(await asText(work, 'html')).window.document;

  it('shows the places side by side, with what differs marked, and the text with its apparatus', async () => {
    const document = await page(workOf(CALL));
    const table = document.querySelector('[aria-label="Places that differ"] table');
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['1', 'Number', '', '43', '48', '43'],
      ['2', 'Accidental', '', ',', '.', '—'],
      ['3', 'Redaction, withheld in A: 1.4(b); C', '', '[redacted, 1.4(b)]', 'Their own.', '██████'],
      ['4', 'Substantive', '', '—', 'He laughed.', 'He laughed.'],
    ]);
    expect([...(rows[0]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['48']);
    const paragraphs = [...document.querySelectorAll('.text p')].map((one) => one.textContent);
    expect(paragraphs).toEqual([
      'There are 431 barges above the lock,2 [redacted, 1.4(b)]3 Which uniform?‸4',
      'A uniform.',
    ]);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a')) {
      expect(document.querySelector(link.getAttribute('href') ?? ''), link.outerHTML).not.toBeNull();
    }
    const entries = [...document.querySelectorAll('.apparatus li')].map((one) => one.textContent);
    expect(entries[0]).toMatch(/^43 A C\] 48 B/);
    expect(entries[3]).toMatch(/^nothing A\] He laughed\. B C/);
    expect(document.querySelector('h1')?.textContent).toBe('Two releases of one call');
    expect(document.querySelector('dl')?.textContent).toContain('Telcon 1, circa 2000, WPL 2007-0111-M');
    expect(document.body.textContent).toContain('a machine’s guess');
  });

  it('says in words what each class is, and knows day and night', async () => {
    const html = await asText(workOf(CALL), 'html');
    const { document } = new JSDOM(html).window;
    const legend = [...document.querySelectorAll('section table tbody tr')].slice(0, VariantClass.options.length);
    expect(legend.map((row) => row.querySelector('mark')?.className)).toEqual([...VariantClass.options]);
    const style = document.querySelector('style')?.textContent ?? '';
    expect(style).toContain('prefers-color-scheme: dark');
    const looks = VariantClass.options.map((one) => new RegExp(`mark\\.${one} \\{([^}]*)\\}`).exec(style)?.[1]);
    expect(new Set(looks).size).toBe(VariantClass.options.length);
    expect(looks).not.toContain(undefined);
  });

  it('runs nothing and asks for nothing, whatever the texts hold', async () => {
    const html = await asText(hostile(), 'html');
    const { document } = new JSDOM(html).window;
    expect(document.querySelectorAll('script, link, img, iframe, object, form, [onerror], [src]')).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\(/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    const targets = [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');
    for (const target of targets) expect(target).toMatch(/^#/);
    expect(document.querySelector('h1')?.textContent).toContain('<script>');
  });

  it('leads from what was moved to where it stands elsewhere', async () => {
    const moved = (at: 0 | 1): Segment => ({
      class: 'moved',
      words: at === 0 ? [tokens('as I told you '), []] : [[], tokens('as I told you ')],
      moves: [0],
    });
    const segments = [alike('One ', 'One '), moved(0), alike('two ', 'two '), moved(1)];
    const still = workOf(segments);
    const moves = [{ from: place(still, 0, 'as I told you'), to: place(still, 1, 'as I told you') }];
    const work = workOf(segments, { moves });
    const document = await page(work);
    expect(document.querySelector('#place-1 a[href="#place-2"]')).not.toBeNull();
    expect(document.querySelector('#place-2 a[href="#place-1"]')).not.toBeNull();
    const rows = parseTable(await asText(work, 'csv'));
    expect(rows.slice(1).map((row) => row.at(-2))).toEqual(['2 (B)', '1 (A)']);
  });

  it('is a page in which a checker of accessibility finds nothing', async () => {
    const { window } = new JSDOM(await asText(workOf(CALL), 'html'), { runScripts: 'outside-only' });
    window.eval(axeCore.source);
    // Colours need a page that is drawn; frames there are none.
    const options = { rules: { 'color-contrast': { enabled: false } } };
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run(window.document, options);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

describe('a collation as a Word document', () => {
  /** What was made here, to be opened at once by LibreOffice. */
  const made: { readonly work: CollationExportContent; readonly bytes: Uint8Array }[] = [];
  const opened = async (work: CollationExportContent) => {
    const [bytes] = await writeCollation({ format: 'docx', content: work });
    if (typeof bytes === 'string' || !bytes) throw new Error('a Word document is bytes');
    made.push({ work, bytes });
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    return new JSDOM(value).window.document;
  };

  it('is a table that another program opens, with a head that is repeated and a row a place', async () => {
    const document = await opened(workOf(CALL));
    const head = [...document.querySelectorAll('table thead th')].map((cell) => cell.textContent);
    expect(head).toEqual(['Place', 'Class (a guess)', 'Page of A', 'A (base)', 'B', 'C']);
    const rows = [...document.querySelectorAll('table tbody tr')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['1', 'Number', '', '43', '48', '43'],
      ['2', 'Accidental', '', ',', '.', '—'],
      ['3', 'Redaction, withheld in A: 1.4(b); C', '', '[redacted, 1.4(b)]', 'Their own.', '██████'],
      ['4', 'Substantive', '', '—', 'He laughed.', 'He laughed.'],
    ]);
    expect([...document.querySelectorAll('tbody strong')].map((one) => one.textContent)).toContain('48');
    expect(document.body.textContent).toContain('B: Telcon 1, circa 2000, WPL 2007-0111-M');
    expect(document.body.textContent).toContain('4 places differ.');
  });

  it('opens whatever the texts hold, and where nothing differs', async () => {
    const document = await opened(hostile());
    expect(document.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(document.body.textContent).toContain('שלום עולם');
    expect((await opened(workOf([alike('same', 'same')]))).body.textContent).toContain('0 places differ.');
  });

  it('runs from right to left where the words of a cell do', async () => {
    const work = workOf([alike('same ', 'same '), differing('number', 'الصفحة ٤٢', 'הדף 12')]);
    const [bytes] = await writeCollation({ format: 'docx', content: work });
    const xml = strFromU8(unzipSync(bytes as Uint8Array)['word/document.xml'] ?? new Uint8Array());
    const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
    const cells = [...document.getElementsByTagName('w:tc')].filter(({ textContent }) =>
      /٤٢|12/.test(textContent ?? ''),
    );
    expect(cells.map((cell) => cell.getElementsByTagName('w:bidi').length)).toEqual([1, 1]);
    expect(cells.every((cell) => cell.getElementsByTagName('w:rtl').length > 0)).toBe(true);
    await opened(work);
  });

  it.skipIf(!asksLibreOffice)(`opens in LibreOffice with all its words${UNLESS_INSTALLED}`, async () => {
    expect(made.length).toBeGreaterThanOrEqual(4);
    const read = await openInLibreOffice(made.map(({ bytes }) => bytes));
    for (const [index, { work }] of made.entries()) {
      const [, ...rows] = parseTable(await asText(work, 'csv'));
      const readings = rows.flatMap((row) => row.slice(4, 4 + work.result.witnesses.length));
      expect(missingWords(read[index] as OpenedWord, readings.join(' '))).toEqual([]);
    }
  });
});

describe('a long collation', () => {
  let longWord: Uint8Array;

  it('is written whole in every format', async () => {
    const count = 5_000;
    const segments = Array.from({ length: count }, (_, at): Segment[] => [
      alike('the river stood above the lock ', 'the river stood above the lock '),
      differing('number', `${at} `, `${at + 1} `),
    ]).flat();
    const work = workOf(segments);
    const times = (text: string, what: RegExp) => [...text.matchAll(what)].length;
    expect(times(await asText(work, 'tei'), /<app /g)).toBe(count);
    expect(times(await asText(work, 'csv'), /\r\n/g)).toBe(count + 1);
    expect(times(await asText(work, 'html'), /<tr id="place-/g)).toBe(count);
    expect(JSON.parse(await asText(work, 'json')).variants).toHaveLength(count);
    const [bytes] = await writeCollation({ format: 'docx', content: work });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes as Uint8Array) });
    expect(value).toContain(`${count.toLocaleString('en')} places differ.`);
    expect(value).toContain(String(count));
    longWord = bytes as Uint8Array;
  }, 300_000);

  it.skipIf(!asksLibreOffice)(
    `is whole in LibreOffice${UNLESS_INSTALLED}`,
    async () => {
      const [read] = await openInLibreOffice([longWord]);
      expect(read?.paragraphs.slice(-6).join(' ')).toContain('5000 Number');
    },
    300_000,
  );

  it('tells a dozen of the places where moved words stand, and how many more there are', async () => {
    const width = 17;
    const others = Array.from({ length: width - 1 }, (_, at) => at + 1);
    const only = (witness: number, said: string) =>
      Array.from({ length: width }, (_, at) => (at === witness ? tokens(said) : []));
    const segments: Segment[] = [
      { class: 'moved', words: only(0, 'as he said '), moves: others.map((at) => at - 1) },
      ...others.map((at): Segment => ({ class: 'moved', words: only(at, 'as he said '), moves: [at - 1] })),
    ];
    const still = workOf(segments);
    const moves = others.map((at) => ({ from: place(still, 0, 'as he said'), to: place(still, at, 'as he said') }));
    const work = workOf(segments, { moves });
    const [, first] = (await asText(work, 'csv')).split('\r\n');
    expect(first).toContain('12 (L), 13 (M), 4 more');
    expect(await asText(work, 'html')).toContain('place 13</a> and 4 more');
  });

  it('is no Word document when no Word could open it', () => {
    expect(tooLongForWord(5_000, 2)).toBeNull();
    expect(tooLongForWord(33_000, 2)).toContain('33000 places');
    expect(tooLongForWord(20_000, 40)).toContain('CSV');
  });

  it('is a page even when it is one paragraph of more words than a function takes arguments', async () => {
    const segments = Array.from({ length: 40_000 }, (_, at): Segment[] => [
      alike('lock ', 'lock '),
      differing('number', `${at} `, `${at + 1} `),
    ]).flat();
    const page = await asText(workOf(segments), 'html');
    expect(page).toContain('id="entry-40000"');
    expect(page.endsWith('</html>\n')).toBe(true);
  });
});
