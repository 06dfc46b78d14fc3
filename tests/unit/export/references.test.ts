/** Sources as other reference programs read them: nothing is lost, and nothing in a title can break the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../electron/contract/index.js';
import { bibtex } from '../../../electron/export/exchange/bibtex.js';
import { citationKeys } from '../../../electron/export/exchange/citation-keys.js';
import { cslJson } from '../../../electron/export/exchange/csl-json.js';
import { ris } from '../../../electron/export/exchange/ris.js';
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
    expect([...citationKeys([LETTER, BARE]).values()]).toEqual(['djordjinovic1931letter', 'source']);
  });

  it('are each there once, and the same for the same items', () => {
    const item = fc.record({ title: anyText, author: fc.array(fc.record({ family: anyText })) });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const keyed = items.map((one, index) => ({ ...one, id: id(index) }));
        const keys = [...citationKeys(keyed).values()];
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(-\d+)?$/);
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
      key: 'djordjinovic1931letter',
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
    expect(bare).toEqual({ type: 'unpublished', key: 'source', fields: {} });
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
    expect(date({ literal: 'spring of 1931' })).toBe('///spring of 1931');
  });
});

describe('CSL-JSON', () => {
  it('reads back as the very items, with keys for programs that go by them', () => {
    expect(JSON.parse([...cslJson([LETTER, BARE])].join(''))).toEqual([LETTER, BARE]);
    const keys = citationKeys([LETTER, BARE]);
    expect(JSON.parse([...cslJson([LETTER, BARE], keys)].join(''))).toMatchObject([
      { id: 'djordjinovic1931letter' },
      { id: 'source' },
    ]);
    expect(JSON.parse([...cslJson([])].join(''))).toEqual([]);
  });
});
