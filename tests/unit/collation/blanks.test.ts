/** White space is no difference, and words run together or torn apart are one place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf, tableOf } from '../../../electron/collation/alignment-task.js';
import { PARAGRAPHS, spoiled } from './resegmented-texts.js';

let runs = 0;
const task = (texts: readonly string[], base = 0) => {
  runs += 1;
  return { key: `blanks ${runs}`, texts: [...texts], base, pins: [] };
};
const differing = (texts: readonly string[]) =>
  resultOf(task(texts)).blocks.flatMap(({ class: kind, cells }) =>
    kind === null ? [] : [[kind, ...cells.map((cell, witness) => cell && (texts[witness] ?? '').slice(...cell))]],
  );
const CLEAN = PARAGRAPHS.join('\n\n');

describe('white space', () => {
  it.each([
    ['a blank before a question mark', 'He asked: Quoi ? and left.', 'He asked: Quoi? and left.'],
    ['a blank before a colon', 'the keeper said : no', 'the keeper said: no'],
    ['blanks around a dash', 'the gate — shut — held', 'the gate—shut—held'],
    ['blanks inside brackets', 'the gate ( the upper ) held', 'the gate (the upper) held'],
    ['a blank before a bracket', 'the gate (upper) held', 'the gate(upper) held'],
    ['a line end and several blanks', 'the gate\n   held  well', 'the gate held well'],
    ['thin and non-breaking blanks', 'the\u2009gate\u00A0held\u202F!', 'the gate held!'],
    ['dashes with and without blanks', 'the gate - - held', 'the gate -- held'],
    ['a blank in a number behind its comma', 'paid 1, 500 crowns', 'paid 1,500 crowns'],
  ])('is no difference: %s', (_name, one, other) => {
    expect(differing([one, other])).toEqual([]);
    expect(tableOf(task([one, other])).variants).toEqual([]);
  });

  it('keeps a long text whole when one comma has a blank before it', () => {
    expect(differing([CLEAN, CLEAN.replace(',', ' ,'), CLEAN])).toEqual([]);
  });

  it('is no part of a variant beside it', () => {
    expect(differing(['he counted 43 boats , and left', 'he counted 48 boats, and left'])).toEqual([
      ['number', '43', '48'],
    ]);
  });

  it('leaves in variants no more words than rows hold that differ', () => {
    const word = fc.constantFrom(
      'the',
      'gate',
      'gates',
      'held',
      ',',
      ' ,',
      '?',
      '—',
      '(',
      ')',
      '\n',
      '\u00A0',
      'in',
      'inthe',
    );
    const text = fc
      .array(word, { minLength: 1, maxLength: 30 })
      .chain((words) =>
        fc
          .array(fc.constantFrom('', ' ', '  ', '\n'), { minLength: words.length, maxLength: words.length })
          .map((blanks) => words.map((own, at) => `${own}${/\w$/.test(own) ? ' ' : (blanks[at] ?? '')}`).join('')),
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
        const own = task(texts);
        const { table } = tableOf(own);
        for (const { class: kind, rows } of resultOf(own).blocks) {
          if (kind === null) continue;
          for (const row of table.slice(...rows)) {
            const said = row.map((cell) => cell?.text.replace(/\s+/g, '') ?? null);
            expect(said.every((one) => one === said[0])).toBe(false);
          }
        }
      }),
      { seed: 37, numRuns: 300 },
    );
  });
});

describe('words run together or torn apart', () => {
  it.each([
    ['a lost blank', 'it stood inthe house', 'it stood in the house', ['ocr', 'inthe', 'in the']],
    ['a line’s end', 'the pris- oner came', 'the prisoner came', ['ocr', 'pris- oner', 'prisoner']],
    [
      'three words in one',
      'he sat inthehouse of men',
      'he sat in the house of men',
      ['ocr', 'inthehouse', 'in the house'],
    ],
    ['a tear at another letter', 'in the boa- t that', 'in the bo- at that', ['ocr', 'boa- t', 'bo- at']],
    ['a torn first letter', 'he wrote a bout him', 'he wrote about him', ['ocr', 'a bout', 'about']],
    ['two words torn differently', 'it was to daylight', 'it was today light', ['ocr', 'to daylight', 'today light']],
    ['a hyphen', 'he came to-day again', 'he came to day again', ['accidental', 'to-day', 'to day']],
    [
      'a head that is a word',
      'number, a nd aboat that',
      'number, and a boat that',
      ['ocr', 'a nd aboat', 'and a boat'],
    ],
  ])('are one place: %s', (_name, one, other, expected) => {
    expect(differing([one, other])).toEqual([expected]);
  });

  it('are a spelling where both ways are in use, and a misreading where one is no word', () => {
    const use = 'One can do it or not do it. He cannot stay. ';
    expect(differing([`${use}They can not come.`, `${use}They cannot come.`])).toEqual([
      ['accidental', 'can not', 'cannot'],
    ]);
    expect(differing([`${use}They can stay.`, `${use}They ca n stay.`])).toEqual([['ocr', 'can', 'ca n']]);
  });

  it('are one place with one misread letter besides, and two where a word was put in', () => {
    expect(differing(['it stood inthc house', 'it stood in the house'])).toHaveLength(1);
    expect(differing(['it stood intlie house', 'it stood in the house'])).toHaveLength(1);
    expect(differing(['the house by it', 'the houses a by it']).length).toBeGreaterThan(1);
  });

  it('say nothing of a number that a blank between figures makes another', () => {
    expect(differing(['there were 3 48 in all', 'there were 348 in all'])).toEqual([['number', '3 48', '348']]);
  });

  it('hold all witnesses, those that say something else too', () => {
    const texts = ['it stood inthe house', 'it stood in the house', 'it stood in thehouse', 'it stood in a house'];
    const found = differing(texts);
    expect(found).toEqual([['substantive', 'inthe house', 'in the house', 'in thehouse', 'in a house']]);
  });

  it('make no substantive place in any number of paragraphs, and no place longer than their words', () => {
    fc.assert(
      fc.property(spoiled(CLEAN, 40, 5), fc.nat(2), ({ text, touched }, more) => {
        const texts = [CLEAN, text, ...Array.from({ length: more }, () => CLEAN)];
        for (const { class: kind, cells } of resultOf(task(texts)).blocks) {
          if (kind === null) continue;
          expect(['ocr', 'accidental']).toContain(kind);
          const own = cells[0];
          expect(own && touched.some(([start, end]) => start <= own[0] && own[1] <= end)).toBe(true);
        }
      }),
      { seed: 370, numRuns: 60 },
    );
  });
});
