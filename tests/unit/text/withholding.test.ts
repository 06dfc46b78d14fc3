import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWithheld, withholdingIn } from '../../../electron/text/index.js';

const found = (text: string) =>
  findWithheld(text).map(({ start, end, kind, code }) => [text.slice(start, end), kind, code]);

describe('what a text withholds', () => {
  it('is recognised by bracketed remarks, with their exemption code', () => {
    expect(found('THE PRESIDENT: [redacted, 1.4(b)]   (S)')).toEqual([['[redacted, 1.4(b)]', 'redaction', '1.4(b)']]);
    expect(found('He said [less than 1 line not declassified] and left.')).toEqual([
      ['[less than 1 line not declassified]', 'redaction', null],
    ]);
    expect(found('Рекао је [зацрњено] и отишао.')).toEqual([['[зацрњено]', 'redaction', null]]);
  });

  it('is one gap where only white space is between its marks', () => {
    expect(found('A: [redacted, 1.4(b)]\n[redacted, 1.4(d)]\n[redacted, 1.4(b)]  (S)')).toEqual([
      ['[redacted, 1.4(b)]\n[redacted, 1.4(d)]\n[redacted, 1.4(b)]', 'redaction', '1.4(b), 1.4(d)'],
    ]);
    expect(found('number. ████████ (b)(1)\n██████ (b)(1) (C)')).toEqual([
      ['████████ (b)(1)\n██████ (b)(1)', 'redaction', '(b)(1)'],
    ]);
  });

  it('is recognised by exemption codes that stand alone', () => {
    expect(found('The source is (b)(1) (b)(3) of the embassy, 25X1.')).toEqual([
      ['(b)(1) (b)(3)', 'redaction', '(b)(1), (b)(3)'],
      ['25X1', 'redaction', '25X1'],
    ]);
  });

  it('gives the code as it is written, without what is said around it', () => {
    const code = (mark: string) => findWithheld(`The man ${mark} left.`)[0]?.code;
    expect(code('E.O. 12958, Sec. 3.3(b)(1)')).toBe('3.3(b)(1)');
    expect(code('(b)(3)-50 USC 403g')).toBe('(b)(3)-50 USC 403g');
    expect(code('[redacted, b(1)]')).toBe('b(1)');
    expect(code('50X1-HUM')).toBe('50X1-HUM');
    expect(code('P1/(b)(1)')).toBe('P1, (b)(1)');
    expect(code('JFK Act 6 (1)(B)')).toBe('6 (1)(B)');
    expect(code('[s. 40(2)]')).toBe('40(2)');
    expect(code('Retained under Section 3(4)')).toBe('3(4)');
    expect(code('b6 b7C')).toBe('b6, b7C');
  });

  it('leaves the words that OCR glued to a mark', () => {
    for (const [text, mark] of [
      ['appointed(b)(1)to', '(b)(1)'],
      ['The officer25X1came', '25X1'],
      ['they saw[redacted]there', '[redacted]'],
      ['they saw██there', '██'],
    ]) {
      expect(
        found(text as string).map(([written]) => written),
        text,
      ).toEqual([mark]);
    }
    expect(found('552a(b)(1), f(b)(1), section(b)(1), x12(b)(3)')).toEqual([]);
  });

  it('is not seen in a law that is cited, a marking of classification, or the reason of one', () => {
    expect(found('under 5 U.S.C. 552(b)(1), see section 1.5(b)(d). (C)\nReason: 1.5(b)(d)')).toEqual([]);
  });

  it('is distinguished from what cannot be read or was left out', () => {
    expect(found('He [illegible] the [...] and [lacuna] so […] on #LACUNA# #LACUNA# end')).toEqual([
      ['[illegible]', 'lacuna', null],
      ['[...]', 'lacuna', null],
      ['[lacuna]', 'lacuna', null],
      ['[…]', 'lacuna', null],
      ['#LACUNA# #LACUNA#', 'lacuna', null],
    ]);
  });

  it('is recognised by remarks that go on in the next line, and by rows of crosses, dashes and slashes', () => {
    const marks = [
      '[less than 1 line of source text\nnot declassified]',
      '[1 paragraph (3 lines) not declassified]',
      '[1½ lines not declassified]',
      '[line not released]',
      '(less than 1 line not declassified)',
      '(name redacted)',
      '[XXXXXX]',
      'XXXXXX',
      '[---]',
      '[______]',
      '////////',
      '[NR]',
      '▒▒▒▒',
    ];
    for (const mark of marks) expect(found(`the man ${mark} left`), mark).toEqual([[mark, 'redaction', null]]);
  });

  it('reads codes with a blank or a comma among them as one', () => {
    expect(found('asked (b) (1)\n(b) (3) whether')).toEqual([['(b) (1)\n(b) (3)', 'redaction', '(b) (1), (b) (3)']]);
    expect(found('asked (b)(6), (b)(7)(C) whether')).toEqual([['(b)(6), (b)(7)(C)', 'redaction', '(b)(6), (b)(7)(C)']]);
  });

  it('is not seen where a law, a rule or an exemption is cited', () => {
    for (const text of [
      'It was withheld under (b)(1) and (b)(3), as subsection (b)(1) has it.',
      'b(1) National security classified information [(b)(1) of the FOIA]',
      'pursuant to paragraph (b)(2) or (b)(3) of this section; exemptions: (b)(1), (b)(7)(C).',
      'Rule 12 (b)(6), § 552 (b)(1), Exemption (b)(5)',
    ]) {
      expect(found(text), text).toEqual([]);
    }
    expect(found('He met (b)(1) and (b)(6) in Bonn.')).toHaveLength(2);
  });

  it('is not seen in remarks that tell a story, and signs of other uses', () => {
    for (const text of [
      '[He withheld the letter from the President.]',
      '[It is unclear whether she came.]',
      '[They were torn between two loyalties.]',
      '(the file was heavily redacted) (omitted)',
      'see http://archive.invalid//// or and//or --- // // XXXV, xxxxxx, XXXL',
      '* * *\n\nPart Two\n\n* * * * *\n////////////\n[ ] yes [X] no [XX] [-] [--]',
      '[nr] [Nr] 3 * 4 * 5',
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });

  it('is distinguished from what editors left out or could not read', () => {
    for (const mark of [
      '[Omitted here is a discussion of the military situation in the Gulf\nand of unrelated matters; see Document 12.]',
      '[Here follows discussion of the budget.]',
      '[Here follow 2 paragraphs on trade.]',
      '[....]',
      '[. . . .]',
      '[unintelligible]',
      '[garble]',
      '[2 words undecipherable]',
      '[page missing]',
      '[omissis]',
      '[testo illeggibile]',
      '[неразб.]',
      '(illegible)',
      '* * * * *',
    ]) {
      expect(found(`the party ${mark} shall`), mark).toEqual([[mark, 'lacuna', null]]);
    }
  });

  it('leaves words alone that only look like such marks', () => {
    expect(found('[the redactedness of it] the deleted scene, undeletedly [sic] [footnote]')).toEqual([]);
  });

  it('never overlaps, and always lies inside the text', () => {
    const piece = fc.constantFrom(
      '[redacted',
      ', 1.4(b)]',
      ']',
      '[',
      '██',
      ' ',
      '\n',
      '(b)(1)',
      '(B6)',
      'b7C',
      'B5',
      '[      ]',
      '____',
      'Page Denied',
      'REDACTED',
      'word',
      '[...]',
      '25X1',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const mark of findWithheld(text)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.end).toBeLessThanOrEqual(text.length);
          end = mark.end;
        }
        const sure = findWithheld(text);
        for (const mark of withholdingIn(text).possible) {
          expect(sure.every(({ start, end: last }) => last <= mark.start || mark.end <= start)).toBe(true);
        }
      }),
    );
  });
});
