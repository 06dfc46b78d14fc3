import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences, tokens, withoutInvisible } from '../../../electron/text/index.js';

const words = (text: string) => tokens(text).map((token) => token.text);
const split = (text: string) => sentences(text).map(([start, end]) => text.slice(start, end));

describe('words of a text', () => {
  it('parts words at hyphens and apostrophes, in every script', () => {
    expect(words("The minister's co-operation, l’été: Милошевић 27.000")).toEqual([
      'The',
      'minister',
      's',
      'co',
      'operation',
      'l',
      'été',
      'Милошевић',
      '27',
      '000',
    ]);
  });

  it('keeps a word whole over accents, soft hyphens and zero-width characters', () => {
    expect(words('cafe\u0301 co\u00ADop a\u200Db x\u00AD')).toEqual(['cafe\u0301', 'co\u00ADop', 'a\u200Db', 'x']);
  });

  it('gives for any text places that hold exactly those words, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          last = token.end;
        }
      }),
    );
  });
});

describe('sentences of a text', () => {
  it('does not stop at titles, initials, numbers and the name of a country', () => {
    expect(
      split(
        'Mr. Smith met Gen. J. P. Doe in the U.S. Embassy on Sept. 27. See No. 5, pp. 12-14. Dr. Lazić said: “No.” They left.',
      ),
    ).toEqual([
      'Mr. Smith met Gen. J. P. Doe in the U.S. Embassy on Sept. 27.',
      'See No. 5, pp. 12-14.',
      'Dr. Lazić said: “No.”',
      'They left.',
    ]);
  });

  it('stops after the name of a country where the next sentence begins', () => {
    expect(split('He returned to the U.S. The talks went on.')).toEqual([
      'He returned to the U.S.',
      'The talks went on.',
    ]);
  });

  it('keeps the number of a paragraph with its sentence', () => {
    expect(split('4. Summary follows. End.')).toEqual(['4. Summary follows.', 'End.']);
  });

  it('reads on over the end of a line, but not over a blank one', () => {
    expect(split('The talks\nwent on. They\nended.\n\nheading without stop\n\nNext.')).toEqual([
      'The talks\nwent on.',
      'They\nended.',
      'heading without stop',
      'Next.',
    ]);
  });

  it('looks only at the part it is asked for', () => {
    const text = 'One. Two. Three.';
    expect(sentences(text, 5, 9).map(([start, end]) => text.slice(start, end))).toEqual(['Two.']);
    expect(() => sentences(text, 5, 99)).toThrow(RangeError);
  });

  it('gets through a text of one endless paragraph', () => {
    const text = 'The minister said that talks would go on. '.repeat(12_000);
    expect(sentences(text)).toHaveLength(12_000);
  });

  it('loses no word of any text and never overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Mr.', 'A.', 'word', '5.', '\n', '\n\n', ' ', '. ', '?! ', '“', 'U.S. ', '\f')),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          let kept = '';
          for (const [start, end] of sentences(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            kept += text.slice(start, end);
            last = end;
          }
          expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

describe('the visible part of a text', () => {
  it('leaves out what OCR and browsers hide inside words, and nothing a reader sees', () => {
    expect(withoutInvisible('co\u00ADop\u200Be\u2060ra\uFEFFtion\u200F – e\u0301')).toBe('cooperation – e\u0301');
  });
});
