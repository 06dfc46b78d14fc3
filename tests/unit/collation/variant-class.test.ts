/** What kind of difference two readings are guessed to be. Words of this test are written for it. */
import { describe, expect, it } from 'vitest';
import { type Tokens, WORD } from '../../../electron/collation/model.js';
import { classOf, weightiest } from '../../../electron/collation/variants/classify.js';
import { lexisOf } from '../../../electron/collation/variants/lexis.js';

/** Words parted by blanks: enough for a lexis, which asks for words only. */
function lexis(...texts: string[]) {
  const tokens = texts.map((text): Tokens => {
    const words = [...text.matchAll(/\S+/g)];
    return {
      count: words.length,
      starts: Int32Array.from(words, (word) => word.index),
      ends: Int32Array.from(words, (word) => word.index + word[0].length),
      kinds: new Uint8Array(words.length).fill(WORD),
      normalized: words.map(([word]) => word),
    };
  });
  return lexisOf(texts, tokens);
}

const ENGLISH = lexis(
  'he told the minister that the lock was closed and the lake was calm then the barges came back to the lock for them',
  'the lake and the barges were seen by General Pozaric then by Radosevic at the lock and he told them of the river',
);
const kind = (a: string | null, b: string | null, around = 'the of and', words = ENGLISH) =>
  classOf(a, b, around, words);

describe('a difference', () => {
  it('of signs, case, marks or script alone is accidental', () => {
    expect(kind(null, ',')).toBe('accidental');
    expect(kind(';', ',')).toBe('accidental');
    expect(kind('Lock', 'LOCK')).toBe('accidental');
    expect(kind('Radosevic', 'Radošević')).toBe('accidental');
    expect(kind('Radošević', 'Радошевић')).toBe('accidental');
    expect(kind('to-day', 'today')).toBe('accidental');
  });

  it('of spelling is accidental, in Greek too', () => {
    expect(kind('colour', 'color')).toBe('accidental');
    expect(kind('recognise', 'recognize')).toBe('accidental');
    expect(kind('travelled', 'traveled')).toBe('accidental');
    expect(kind('κρίνεται', 'κρίνετε')).toBe('accidental');
  });

  it('of letters that machines take for each other is one of OCR', () => {
    expect(kind('thern', 'them')).toBe('ocr');
    expect(kind('Septernber', 'September')).toBe('ocr');
    expect(kind('10:3l', '10:31')).toBe('ocr');
    expect(kind('be1ieve', 'believe')).toBe('ocr');
    expect(kind('1ake', 'lake')).toBe('ocr');
    expect(kind('uni-\nform', 'uniform')).toBe('ocr');
  });

  it('of letters that are rarely mistaken is one of OCR only where one form is no word of the texts', () => {
    expect(kind('tbe', 'the')).toBe('ocr');
    expect(kind('lock', 'look', '', lexis('a lock a look', 'the lock the look'))).toBe('substantive');
  });

  it('of a number is told from one of a date', () => {
    expect(kind('43', '48')).toBe('number');
    expect(kind('fifty', '35')).toBe('number');
    expect(kind('6,000', '8,000')).toBe('number');
    expect(kind('6', '7', 'On September , 2000')).toBe('date');
    expect(kind('6.', '9.', 'u sredu septembra 2000')).toBe('date');
    expect(kind('1999', '2000')).toBe('date');
    expect(kind('10:05', '10:35')).toBe('date');
    expect(kind('Monday', 'Tuesday')).toBe('date');
    expect(kind('августа', 'сентября')).toBe('date');
  });

  it('is none of a number where only the way of writing it differs', () => {
    expect(kind('6,000', '6000')).toBe('accidental');
    expect(kind('twelve barges', '12 barges')).not.toBe('number');
  });

  it('between two names is one of names, where capitals tell names', () => {
    expect(kind('Pozaric', 'Pozarevic')).toBe('name');
    expect(kind('Stavrin', 'Djordjinovic')).toBe('name');
    const german = lexis('Der Minister sprach mit dem Mann am Tor der Stadt', 'Die Frau kam mit dem Wagen zur Brücke');
    expect(kind('Brücke', 'Stadt', '', german)).toBe('substantive');
  });

  it('is substantive otherwise, an addition and an omission too', () => {
    expect(kind('quickly', 'slowly')).toBe('substantive');
    expect(kind(null, 'not')).toBe('substantive');
    expect(kind('on', 'one')).toBe('substantive');
    expect(kind('off', 'of')).toBe('substantive');
  });

  it('is the same whichever of the two comes first', () => {
    const readings = [
      '43',
      '48',
      'thern',
      'them',
      'colour',
      'color',
      'Pozaric',
      'fifty',
      'tbe',
      'the',
      ',',
      'not',
      '1999',
    ];
    for (const a of readings) for (const b of readings) if (a !== b) expect(kind(a, b), `${a} ${b}`).toBe(kind(b, a));
  });

  it('of several readings is called by the one that matters most', () => {
    expect(weightiest(['accidental', 'ocr', 'number'])).toBe('number');
    expect(weightiest(['ocr', 'accidental'])).toBe('ocr');
  });
});
