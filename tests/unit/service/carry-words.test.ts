import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageWords } from '../../../electron/contract/index.js';
import { carryWords } from '../../../electron/service/carry-words.js';
import { alignTexts } from '../../../electron/text/index.js';

const LINE = 40;
const LETTER = 10;

/** Pages with a line of words each, every word in a box that says where it was: no two are alike. */
function readPages(lines: readonly (readonly string[])[][]): { text: string; pages: PageWords[] } {
  let text = '';
  const pages = lines.map((page, pageIndex): PageWords => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    const words = page.flatMap((line, row) =>
      line.map((letters, column) => {
        if (column > 0) text += ' ';
        else if (row > 0) text += '\n';
        const from = text.length;
        text += letters;
        const left = (from - start) * LETTER;
        const box = { left, top: row * LINE, right: left + letters.length * LETTER, bottom: row * LINE + LINE - 5 };
        const begins = column > 0 ? ('word' as const) : row > 0 ? ('line' as const) : ('block' as const);
        return { start: from, end: text.length, ...box, confidence: 50 + (from % 50), begins };
      }),
    );
    return { pageIndex, page: null, width: 5_000, height: 4_000, start, end: text.length, words };
  });
  return { text, pages };
}

const carried = (pages: readonly PageWords[], from: string, text: string, ranges: readonly PageWords[] = []) =>
  carryWords(pages, alignTexts(from, text), { text, pages: ranges });
const placeOf = ({ left, top, right, bottom }: PageWords['words'][number]) => ({ left, top, right, bottom });
const named = (pages: readonly PageWords[], text: string) =>
  pages.flatMap(({ words }) => words.map((word) => [text.slice(word.start, word.end), word] as const));

const letters = fc.stringMatching(/^[a-zäß]{1,9}$/);
const page = fc.array(fc.array(letters, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
const pages = fc.array(page, { minLength: 1, maxLength: 3 });

describe('the words of a corrected text', () => {
  it('are where they were when nothing was changed', () => {
    fc.assert(
      fc.property(pages, (drawn) => {
        const { text, pages: read } = readPages(drawn);
        expect(carried(read, text, text, read)).toEqual(read);
      }),
    );
  });

  it('follow one another within the text, and each is a word of it, in a box of its page, whatever was changed', () => {
    fc.assert(
      fc.property(
        pages,
        fc.array(fc.oneof(letters, fc.constantFrom(' ', '\n', '\n\n'))),
        fc.nat(),
        fc.nat(),
        (drawn, put, at, length) => {
          const { text: from, pages: read } = readPages(drawn);
          const start = at % (from.length + 1);
          const text = from.slice(0, start) + put.join('') + from.slice(start + (length % 12));
          for (const found of carried(read, from, text)) {
            const before = read.find(({ pageIndex }) => pageIndex === found.pageIndex);
            let end = 0;
            for (const word of found.words) {
              expect(word.start).toBeGreaterThanOrEqual(end);
              expect(text.slice(word.start, word.end)).toMatch(/^\S+$/);
              end = word.end;
              for (const side of ['left', 'top', 'right', 'bottom'] as const)
                expect(before?.words.map((one) => one[side])).toContain(word[side]);
            }
          }
        },
      ),
    );
  });

  it('keep box and confidence where they were not touched; a word that was written otherwise has the box of the one that it replaces', () => {
    const word = fc.stringMatching(/^[a-z]{4,9}$/);
    const line = fc.uniqueArray(word, { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(), (words, at, letter) => {
        const { text: from, pages: read } = readPages([[words]]);
        const changed = at % words.length;
        const was = words[changed] ?? '';
        const place = letter % was.length;
        const now = `${was.slice(0, place)}Q${was.slice(place + 1)}`;
        const text = words.with(changed, now).join(' ');
        const own = carried(read, from, text, read)[0]?.words ?? [];
        expect(own.map(placeOf)).toEqual(read[0]?.words.map(placeOf));
        expect(own.map(({ confidence }) => confidence)).toEqual(
          read[0]?.words.map(({ confidence }, index) => (index === changed ? null : confidence)),
        );
      }),
    );
  });

  it('share a box when one was parted, and have that around both when two were joined', () => {
    const { text: from, pages: read } = readPages([[['the', 'coun', 'cil', 'metagain', 'on', 'Thursday']]]);
    const text = 'the council met again on Thursday';
    const found = new Map(named(carried(read, from, text, []), text));
    const [, coun, cil, metagain] = read[0]?.words ?? [];
    if (!coun || !cil || !metagain) throw new Error('no words');
    expect(found.get('council')).toMatchObject({ left: coun.left, right: cil.right, confidence: null });
    expect(found.get('met')).toMatchObject(placeOf(metagain));
    expect(found.get('again')).toMatchObject(placeOf(metagain));
  });

  it('have no box when nothing was read where they stand', () => {
    const { text: from, pages: read } = readPages([
      [
        ['the', 'council', 'met', 'again'],
        ['and', 'rose', 'at', 'four'],
      ],
    ]);
    const text = 'the council met again\nwithout its chairman, who had been taken ill\nand rose at four';
    const names = named(carried(read, from, text, []), text).map(([name]) => name);
    expect(names).toEqual(['the', 'council', 'met', 'again', 'and', 'rose', 'at', 'four']);
  });

  it('go along with a passage that was moved within its page', () => {
    const first = 'the minutes of the last meeting were read and found to be correct in every particular'.split(' ');
    const second = 'whereupon the governor laid a letter from the ministry of finance upon the table'.split(' ');
    const { text: from, pages: read } = readPages([[first, second]]);
    const text = `${second.join(' ')}\n${first.join(' ')}`;
    const own = carried(read, from, text, [])[0]?.words ?? [];
    const boxes = new Set(own.slice(0, second.length).map(({ top }) => top));
    expect(own).toHaveLength(first.length + second.length);
    expect([...boxes]).toEqual([LINE]);
    expect(own.map(({ begins }) => begins).filter((one) => one !== 'word')).toEqual(['block', 'line']);
  });
});
