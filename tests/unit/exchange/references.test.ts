/** Sources as other reference programs read them: nothing is lost, and nothing in a title can break the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../electron/contract/index.js';
import { bibtex } from '../../../electron/exchange/references/bibtex.js';
import { citationKeys } from '../../../electron/exchange/references/citation-keys.js';
import { cslJson } from '../../../electron/exchange/references/csl-json.js';
import { ris } from '../../../electron/exchange/references/ris.js';
import { readDate } from '../../../electron/notes/citation/csl-dates.js';
import type { CslItem } from '../../../electron/notes/index.js';

const id = (number: number) => `0195f000-0000-7000-8000-${String(number).padStart(12, '0')}` as SourceId;
const LETTER: CslItem = {
  id: id(1),
  type: 'personal_communication',
  title: 'Letter about 50% of the A&B_C {loan} #3',
  author: [{ family: 'Đorđinović', given: 'Ana' }, { literal: 'Ministry of Trade' }],
  recipient: [{ family: 'Reiter', given: 'Paul' }],
  issued: { 'date-parts': [[1931, 4, 7]] },
  genre: 'Letter',
  archive: 'State Archive',
  'archive-place': 'Belgrade',
  archive_location: 'Box 12, Folder 3',
  language: 'sr',
  URL: 'https://example.org/a_b?c=50%25&d={e}',
};
const BARE: CslItem = { id: id(2), type: 'manuscript' };

/** Entries of BibTeX by key, read with braces matched, as BibTeX does. */
function parseBibtex(text: string) {
  const entries: { type: string; key: string; fields: Record<string, string> }[] = [];
  const value = (from: number): number => {
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    throw new Error('a brace is not closed');
  };
  for (const match of text.matchAll(/^@(\w+)\{([^,\n]+),$/gm)) {
    const end = value(match.index + match[0].indexOf('{'));
    const fields: Record<string, string> = {};
    let at = match.index + match[0].length;
    for (;;) {
      const found = /^\s*(\w+) = /.exec(text.slice(at, end));
      if (!found) break;
      const start = at + found[0].length;
      const close = value(start);
      fields[found[1] as string] = text.slice(start + 1, close);
      at = close + 2;
    }
    entries.push({ type: match[1] as string, key: match[2] as string, fields });
  }
  return entries;
}

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('{', '}', '\\', '%', '&', '\n', 'a', 'Đ', '𠀋', '"', '@', ','),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});

describe('citation keys', () => {
  it('are who, when and the first telling word, in plain letters', () => {
    expect([...citationKeys([LETTER, BARE]).values()]).toEqual(['djordjinovic1931letter-000001', 'source-000002']);
    const of = (change: Partial<CslItem>) => citationKeys([{ ...BARE, ...change }]).get(id(2));
    expect(of({ title: 'The Lock' })).toBe('lock-000002');
    expect(of({ title: 'Minutes', issued: { 'date-parts': [[-44]] } })).toBe('minutes44-000002');
  });

  it.each([
    ['Ковачевић', 'kovacevic'],
    ['Παπαδόπουλος', 'papadopoylos'],
    ['نجيب محفوظ', 'njyb'],
    ['עגנון', 'gnvn'],
    ['毛泽东', 'maozedong'],
    ['दिनकर', 'dinkr'],
    ['ჭავჭავაძე', 'chavchavadze'],
  ])('writes %s in Latin letters', (literal, said) => {
    const [key = ''] = citationKeys([{ ...BARE, author: [{ literal }] }]).values();
    expect(key.replace(/-000002$/, '')).toBe(said);
  });

  it('stay when sources are added, deleted or left out of an export, whatever the order', () => {
    const item = fc.record({
      title: fc.constantFrom('Letter', 'Memorandum', ''),
      author: fc.constant([{ family: 'Reiter' }]),
      id: fc.uuid({ version: 7 }).map((uuid) => uuid as SourceId),
    });
    const items = fc.uniqueArray(item, { selector: (one) => one.id, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.boolean()), (all, chosen) => {
        const some = all.filter(() => chosen.next().value).reverse();
        const keys = citationKeys(all);
        for (const [source, key] of citationKeys(some)) expect(keys.get(source)).toBe(key);
      }),
      { seed: 7 },
    );
  });

  it('of ids that end alike have the whole id, both of them', () => {
    const twin = '0195f000-0000-7000-9000-000000000002' as SourceId;
    const keys = citationKeys([BARE, { ...BARE, id: twin }]);
    expect([...keys.values()]).toEqual([
      'source-000002-0195f000000070008000000000000002',
      'source-000002-0195f000000070009000000000000002',
    ]);
  });

  it('are each there once, and the same for the same items', () => {
    const item = fc.record({ title: anyText, author: fc.array(fc.record({ family: anyText })) });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const keyed = items.map((one, index) => ({ ...one, id: id(index) }));
        const keys = [...citationKeys(keyed).values()];
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[a-z0-9]+-[0-9a-v]{6}(-[0-9a-f]{32})?$/);
        expect([...citationKeys(keyed).values()]).toEqual(keys);
      }),
    );
  });
});

describe('BibTeX', () => {
  it('holds the archival elements where BibLaTeX has them, with what TeX would take for an order escaped', () => {
    const [letter, bare] = parseBibtex([...bibtex([LETTER, BARE])].join(''));
    expect(letter).toEqual({
      type: 'unpublished',
      key: 'djordjinovic1931letter-000001',
      fields: {
        title: 'Letter about 50\\% of the A\\&B\\_C \\{loan\\} \\#3',
        author: 'Đorđinović, Ana and {Ministry of Trade}',
        date: '1931-04-07',
        year: '1931',
        type: 'Letter',
        library: 'State Archive, Belgrade',
        note: 'Box 12, Folder 3',
        langid: 'sr',
        url: 'https://example.org/a_b?c=50%25&d=%7Be%7D',
      },
    });
    expect(bare).toEqual({ type: 'unpublished', key: 'source-000002', fields: {} });
  });

  it('stays whole whatever a title says', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (titles) => {
        const items = titles.map(
          (title, index): CslItem => ({ id: id(index), type: 'book', title, author: [{ literal: title }] }),
        );
        expect(parseBibtex([...bibtex(items)].join(''))).toHaveLength(items.length);
      }),
    );
  });
});

describe('RIS', () => {
  it('begins each source with its type and ends it, with a line for each element', () => {
    const lines = [...ris([LETTER, BARE])].join('').split('\r\n');
    expect(lines.slice(0, 15)).toEqual([
      'TY  - PCOMM',
      'TI  - Letter about 50% of the A&B_C {loan} #3',
      'AU  - Đorđinović, Ana',
      'AU  - Ministry of Trade',
      'A2  - Reiter, Paul',
      'PY  - 1931',
      'DA  - 1931/04/07/',
      'M3  - Letter',
      'DB  - State Archive',
      'CY  - Belgrade',
      'AV  - Box 12, Folder 3',
      'LA  - sr',
      'UR  - https://example.org/a_b?c=50%25&d={e}',
      `ID  - ${id(1)}`,
      'ER  - ',
    ]);
    expect(lines.slice(16)).toEqual(['TY  - MANSCPT', `ID  - ${id(2)}`, 'ER  - ', '', '']);
  });

  it('lets no words of a source begin a line', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const lines = [...ris([{ ...BARE, title: `${title}\nER  - \r\nTY  - BOOK` }])].join('').split('\r\n');
        expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith('TY  -'))).toHaveLength(1);
      }),
    );
  });

  it('says about a date what it does not know', () => {
    const date = (issued: NonNullable<CslItem['issued']>) =>
      /DA {2}- (.*)/.exec([...ris([{ ...BARE, issued }])].join(''))?.[1];
    expect(date({ 'date-parts': [[1931]] })).toBe('1931///');
    expect(date({ 'date-parts': [[1931, 4]], circa: true })).toBe('1931/04//about');
    expect(date({ 'date-parts': [[1931], [1933]] })).toBe('1931///to 1933');
    expect(date({ 'date-parts': [[1931, 4, 7]], uncertain: true })).toBe('1931/04/07/uncertain');
    expect(date({ 'date-parts': [[1931]], circa: true, uncertain: true })).toBe('1931///about, uncertain');
    expect(date({ 'date-parts': [[1931]], season: 1 })).toBe('1931///spring');
    expect(date({ 'date-parts': [[1931], [0]] })).toBe('1931///or later');
    expect(date({ literal: 'spring of 1931' })).toBe('///spring of 1931');
  });
});

describe('a date that is not certain', () => {
  const issued = (text: string): CslItem => {
    const read = readDate(text);
    return { ...BARE, ...(read ? { issued: read.date } : {}) };
  };
  const csl = (text: string) => JSON.parse([...cslJson([issued(text)])].join(''))[0].issued;
  const bib = (text: string) => parseBibtex([...bibtex([issued(text)])].join(''))[0]?.fields;

  it('stays uncertain in CSL-JSON, which has a field only for what is about right', () => {
    expect(csl('2000-09-06')).toEqual({ 'date-parts': [[2000, 9, 6]] });
    expect(csl('2000-09-06~')).toEqual({ 'date-parts': [[2000, 9, 6]], circa: true, edtf: '2000-09-06~' });
    expect(csl('2000-09-06?')).toEqual({ literal: '[September 6, 2000?]', edtf: '2000-09-06?' });
    expect(csl('2000-09?')).toEqual({ literal: '[September 2000?]', edtf: '2000-09?' });
    expect(csl('1910%')).toEqual({ literal: '[ca. 1910?]', edtf: '1910%' });
    expect(csl('199X')).toEqual({ literal: '[1990–1999?]', edtf: '199X' });
    expect(csl('2001-21')).toEqual({ 'date-parts': [[2001]], season: 1, edtf: '2001-21' });
    expect(csl('1910?/1912')).toEqual({ literal: '[1910–1912?]', edtf: '1910?/1912' });
  });

  it('is read by BibLaTeX as it was described, and printed by classic BibTeX with its doubt', () => {
    expect(bib('2000-09-06')).toMatchObject({ date: '2000-09-06', year: '2000' });
    expect(bib('2000-09-06?')).toMatchObject({ date: '2000-09-06?', year: '[2000?]' });
    expect(bib('1910~')).toMatchObject({ date: '1910~', year: 'ca. 1910' });
    expect(bib('1910%')).toMatchObject({ date: '1910%', year: '[ca. 1910?]' });
    expect(bib('199X')).toMatchObject({ date: '199X' });
    expect(bib('1999/..')).toMatchObject({ date: '1999/..' });
    expect(bib('[1667,1668]')).toMatchObject({ date: '1667?/1668?' });
    expect(bib('-0044')).toMatchObject({ date: '-0044' });
  });
});

describe('CSL-JSON', () => {
  it('reads back as the very items, with keys for programs that go by them', () => {
    expect(JSON.parse([...cslJson([LETTER, BARE])].join(''))).toEqual([LETTER, BARE]);
    const keys = citationKeys([LETTER, BARE]);
    expect(JSON.parse([...cslJson([LETTER, BARE], keys)].join(''))).toMatchObject([
      { id: 'djordjinovic1931letter-000001' },
      { id: 'source-000002' },
    ]);
    expect(JSON.parse([...cslJson([])].join(''))).toEqual([]);
  });
});
