import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWithheld } from '../../../electron/text/index.js';

const found = (text: string) =>
  findWithheld(text).map(({ start, end, kind, code }) => [text.slice(start, end), kind, code]);

describe('what a text withholds', () => {
  it('is told by bracketed remarks, with their exemption code', () => {
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

  it('is told by exemption codes that stand alone', () => {
    expect(found('The source is (b)(1) (b)(3) of the embassy, 25X1.')).toEqual([
      ['(b)(1) (b)(3)', 'redaction', '(b)(1), (b)(3)'],
    ]);
  });

  it('is not seen in a law that is cited, a marking of classification, or the reason of one', () => {
    expect(found('under 5 U.S.C. 552(b)(1), see section 1.5(b)(d). (C)\nReason: 1.5(b)(d)')).toEqual([]);
  });

  it('is told apart from what cannot be read or was left out', () => {
    expect(found('He [illegible] the [...] and [lacuna] so […] on #LACUNA# #LACUNA# end')).toEqual([
      ['[illegible]', 'lacuna', null],
      ['[...]', 'lacuna', null],
      ['[lacuna]', 'lacuna', null],
      ['[…]', 'lacuna', null],
      ['#LACUNA# #LACUNA#', 'lacuna', null],
    ]);
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
      }),
    );
  });
});
