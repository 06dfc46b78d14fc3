import { describe, expect, it } from 'vitest';
import { findWithheld, withholdingIn } from '../../../electron/text/index.js';
import { type Case, casesOf, isFoundWell } from './withholding-catalogue.js';

/** Of the forms that a person would call a mark. */
const REACH = 0.95;
/** Forms that are known not to be read, and stay in the catalogue. */
const KNOWN_MISSES = ['[ATIP(A) - 15(1)]'];

const groupsOf = (cases: readonly Case[]) => [...Map.groupBy(cases, ({ group }) => group)];
const missed = (cases: readonly Case[]) => cases.filter((one) => !isFoundWell(one)).map(({ line }) => line);

describe.each(['marks.txt', 'marks-held-out.txt', 'marks-held-out-2.txt'])('the catalogue of marks, %s', (file) => {
  const cases = casesOf(file);

  it.each(groupsOf(cases))('is read, each mark whole and nothing but it: %s', (_group, those) => {
    expect(missed(those).filter((line) => !KNOWN_MISSES.includes(line))).toEqual([]);
  });

  it('is read nearly whole', () => {
    expect(1 - missed(cases).length / cases.length).toBeGreaterThanOrEqual(REACH);
  });
});

describe('the catalogue of what only looks like a mark', () => {
  it.each(groupsOf(casesOf('no-marks.txt')))('has no mark in it: %s', (_group, those) => {
    expect(missed(those)).toEqual([]);
  });
});

describe('a bare code that is other things too', () => {
  const possible = (text: string) =>
    withholdingIn(text).possible.map(({ start, end, code }) => [text.slice(start, end), code]);

  it.each([
    ['The farm lies in B5 on the sheet.', 'B5', 'B5'],
    ['He told b6 to leave.', 'b6', 'b6'],
    ['She wrote to P5 in May.', 'P5', 'P5'],
    ['They spoke of 1.4(b) at length.', '1.4(b)', '1.4(b)'],
    ['The man (B6) left.', '(B6)', 'B6'],
    ['The man [b1] left.', '[b1]', 'b1'],
    ['He met (a)(1) in Bonn.', '(a)(1)', '(a)(1)'],
    ['(b)(1) The man left.', '(b)(1)', '(b)(1)'],
    ['STAT\nThe man left.', 'STAT', 'STAT'],
  ])('is a mark only if another text says so: %s', (text, mark, code) => {
    expect(findWithheld(text)).toEqual([]);
    expect(possible(text)).toEqual([[mark, code]]);
  });

  it.each([
    ['1.4(D)\nB1', 'the section of an order beside it'],
    ['b6 b7C', 'a code beside it that is nothing else'],
    ['██ B5', 'a bar beside it'],
    ['P5 (b)(5)', 'an exemption beside it'],
  ])('is a mark by the company it keeps: %s, %s', (mark) => {
    expect(findWithheld(`The man ${mark} left.`)).toHaveLength(1);
    expect(withholdingIn(`The man ${mark} left.`).possible).toEqual([]);
  });

  it('is a mark in the margins of a text that is stamped with such codes, and nowhere else in it', () => {
    const stamped = 'The man b7C left.\nHe saw b7D go.\n   b6\nThen he slept.';
    expect(findWithheld(stamped).map(({ code }) => code)).toEqual(['b7C', 'b7D', 'b6']);
    expect(findWithheld(stamped.replace('b7D', 'him')).map(({ code }) => code)).toEqual(['b7C']);
    expect(findWithheld(stamped.replace('\n   b6\nThen', ' In b6')).map(({ code }) => code)).toEqual(['b7C', 'b7D']);
  });

  it('is none where it is cited or a form has a blank, not even for another text', () => {
    expect(possible('under (b)(1), Reason: 1.4(b), Exemption (b)(5), Name: ________, Yes [   ] No')).toEqual([]);
  });
});

describe('marks in hostile texts', () => {
  const MILLION = 1_000_000;
  const SIGNS = '[ ] ( ) < { █ * - _ X x / # § ( [█ [- [( b( (b) [a 【 E.O. .... [█████████████████████████████████a';
  const PIECES = [
    '  ',
    '\n',
    '[ ',
    '[\n',
    '* ',
    '█ ',
    '█ 1 ',
    '(b)(',
    '[redacted ',
    '25X1 ',
    'go ____ go ',
    'page ',
    '§ ',
  ];

  // Work that grew with the square of the length would not end within the time a test has.
  it.each([...SIGNS.split(' '), ...PIECES])('are read to the end, of %j over and over', (piece) => {
    const text = piece.repeat(Math.ceil(MILLION / piece.length));
    let end = 0;
    for (const mark of findWithheld(text)) {
      expect(mark.start).toBeGreaterThanOrEqual(end);
      end = mark.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it('are read to the end, where a bracket is closed only after a wrong sign', () => {
    const text = `[${'█'.repeat(300)}a] [${'X '.repeat(150)}y] (${'b '.repeat(50)}) `.repeat(1000);
    expect(findWithheld(text)).toEqual([]);
  });
});
