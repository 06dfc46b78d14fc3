/** What kind of difference two readings are guessed to be. Words of this test are written for it. */
import { describe, expect, it } from 'vitest';
import { type Tokens, WORD } from '../../../electron/collation/model.js';
import { classOf, weightiest } from '../../../electron/collation/variants/classify.js';
import { formsOf, type Knowledge } from '../../../electron/collation/variants/knowledge.js';
import { noisyWitnesses, Recognition } from '../../../electron/collation/variants/recognition.js';
import { wordStatistics } from '../../../electron/collation/variants/word-statistics.js';

/** Words parted by blanks: enough for statistics, which asks for words only. */
function recognitionOf(...texts: string[]) {
  return knowing(texts);
}

function knowing(texts: readonly string[], knowledge?: Knowledge) {
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
  const words = wordStatistics(texts, tokens, knowledge);
  return new Recognition(words, noisyWitnesses([], words, texts.length));
}

const ENGLISH = recognitionOf(
  'he told the minister that the lock was closed and the lake was calm then the barges came back to the lock for them',
  'the lake and the barges were seen by General Pozaric then by Radosevic at the lock and he told them of the river',
);
const kind = (a: string | null, b: string | null, around = 'the of and', words = ENGLISH) =>
  classOf(
    a === null ? null : { text: a, witnesses: [0] },
    b === null ? null : { text: b, witnesses: [1] },
    around,
    words,
  );

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
    expect(kind('defence', 'defense')).toBe('accidental');
    expect(kind('connexion', 'connection')).toBe('accidental');
    expect(kind('judgement', 'judgment')).toBe('accidental');
    expect(kind('Düsseldorf', 'Duesseldorf')).toBe('accidental');
    expect(kind('Fraenkel', 'Fränkel')).toBe('accidental');
    expect(kind('εἶπεν', 'εἶπε')).toBe('accidental');
    expect(kind('&', 'and')).toBe('accidental');
  });

  it('of a doubled letter is one of spelling in long words alone', () => {
    expect(kind('accommodation', 'accomodation')).toBe('accidental');
    expect(kind('Schifffahrt', 'Schiffahrt')).toBe('accidental');
    for (const [a, b] of [
      ['later', 'latter'],
      ['desert', 'dessert'],
      ['hoping', 'hopping'],
      ['supper', 'super'],
      ['medal', 'meddle'],
      ['poisson', 'poison'],
      ['reisen', 'reissen'],
    ] as const) {
      expect(kind(a, b), `${a} ${b}`).toBe('substantive');
    }
  });

  it('of letters that machines take for each other is one of OCR', () => {
    expect(kind('thern', 'them')).toBe('ocr');
    expect(kind('Septernber', 'September')).toBe('ocr');
    expect(kind('10:3l', '10:31')).toBe('ocr');
    expect(kind('be1ieve', 'believe')).toBe('ocr');
    expect(kind('m1nister', 'minister')).toBe('ocr');
    expect(kind('1ake', 'lake')).toBe('ocr');
    expect(kind('uni-\nform', 'uniform')).toBe('ocr');
  });

  it('of letters that are rarely mistaken is one of OCR only where one form is no word of the texts', () => {
    expect(kind('tbe', 'the')).toBe('ocr');
    expect(kind('tlie', 'the')).toBe('ocr');
    expect(kind('arid', 'and')).toBe('ocr');
    expect(kind('barid', 'band', '', recognitionOf('a band', 'the barid of the band band barid'))).toBe('substantive');
    expect(kind('lock', 'look', '', recognitionOf('a lock a look', 'the lock the look'))).toBe('substantive');
  });

  it('of a number is distinguished from one of a date', () => {
    expect(kind('43', '48')).toBe('number');
    expect(kind('fifty', '35')).toBe('number');
    expect(kind('6,000', '8,000')).toBe('number');
    expect(kind('twenty-five', '26')).toBe('number');
    expect(kind('½', '¼')).toBe('number');
    expect(kind('zwölf', 'zehn')).toBe('number');
    expect(kind('fünfundzwanzig', 'vierundzwanzig')).toBe('number');
    expect(kind('deux', 'trois')).toBe('number');
    expect(kind('пять', 'шесть')).toBe('number');
    expect(kind('četiri', 'pet')).toBe('number');
    expect(kind('六', '七')).toBe('number');
    expect(kind('1.500', '1.600')).toBe('number');
    expect(kind('$1500', '$1600')).toBe('number');
    expect(kind('£500', '$500')).toBe('number');
    expect(kind('5%', '5')).toBe('number');
    expect(kind('-5', '5')).toBe('number');
    expect(kind('<5', '>5')).toBe('number');
    expect(kind('IV', 'VI')).toBe('number');
    expect(kind('сто семнадцать', 'сто восемнадцать')).toBe('number');
    expect(kind('a dozen', 'two dozen')).toBe('number');
    expect(kind('the ninth', 'the tenth')).toBe('number');
    expect(kind('two-thirds', 'three-quarters')).toBe('number');
    expect(kind('€3.5bn', '€3.5m')).toBe('number');
    expect(kind('555-1234-22', '555-1234-23')).toBe('number');
    expect(kind('7.40 a.m.', '7.40 p.m.')).toBe('date');
    expect(kind('0740', '0840')).toBe('date');
    expect(kind('03/09/2000', '04/09/2000')).toBe('date');
    expect(kind('6', '7', 'سبتمبر ٢٠٠٠')).toBe('date');
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
    expect(kind('twelve', '12')).toBe('accidental');
    expect(kind('twenty-five', '25')).toBe('accidental');
    expect(kind('five hundred', '500')).toBe('accidental');
    expect(kind('two thousand five hundred', '2,500')).toBe('accidental');
    expect(kind('3.5 million', '3,500,000')).toBe('accidental');
    expect(kind('3 million', '3 billion')).toBe('number');
    expect(kind('second', '2nd')).toBe('accidental');
    expect(kind('twelve hundred', '1,200')).toBe('accidental');
    expect(kind('сто семнадцать', '117')).toBe('accidental');
    expect(kind('quatre-vingt-dix', '90')).toBe('accidental');
    expect(kind('1,4 Millionen', '1.400.000')).toBe('accidental');
    expect(kind('5%', '5 per cent')).toBe('accidental');
    expect(kind('7.40 p.m.', '19h40')).toBe('accidental');
    expect(kind('nineteen sixty-two', 'nineteen sixty-three')).toBe('date');
    expect(kind('nineteen sixty-two', '1962')).toBe('accidental');
  });

  it('is none of a date where only the way of writing it differs', () => {
    expect(kind('Oct.', 'October')).toBe('accidental');
    expect(kind('27 October 1962', 'October 27, 1962')).toBe('accidental');
    expect(kind('октября', 'oktobra')).toBe('accidental');
    expect(kind('Oct.', 'Nov.')).toBe('date');
    expect(kind('27 October 1962', 'November 27, 1962')).toBe('date');
    expect(kind('once', 'due')).toBe('substantive');
  });

  it('between two names is one of names, where capitals tell names', () => {
    expect(kind('Pozaric', 'Pozarevic')).toBe('name');
    expect(kind('Stavrin', 'Djordjinovic')).toBe('name');
    const german = recognitionOf(
      'Der Minister sprach mit dem Mann am Tor der Stadt',
      'Die Frau kam mit dem Wagen zur Brücke',
    );
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

/** What a small dictionary and a small archive say. The second witness is read by a machine, if any is. */
const WORDS =
  'the The and in he her can not cannot to day today prisoner bound hound modern have has minister house horse a I control public connection shown clothes London such first fame same may be maybe their receive received carried people';
function asked(
  a: string | null,
  b: string | null,
  made: 'by hand' | 'by machine' = 'by hand',
  archive: Record<string, number> = {},
) {
  const texts = ['the man had come to the river in the boats', 'the man had come to tbe river and the boats'];
  const dictionary = new Set(WORDS.split(' '));
  const forms = [a, b].flatMap((text) => (text === null ? [] : formsOf(text)));
  const knowledge: Knowledge = {
    isDictionaryAsked: true,
    known: new Set(forms.filter((form) => dictionary.has(form))),
    sources: new Map(Object.entries(archive)),
    machineRead: [false, made === 'by machine'],
  };
  return kind(a, b, '', knowing(texts, knowledge));
}

describe('with dictionaries and the archive asked, a difference', () => {
  it('between a word and what looks like it and is none is one of recognition', () => {
    for (const form of ['tbe', 'tlie', 'thc', 'th.e']) expect(asked('the', form), form).toBe('ocr');
    expect(asked('minister', 'rninister')).toBe('ocr');
    expect(asked('prisoner', 'pr1soncr')).toBe('ocr');
    expect(asked('such', 'fuch')).toBe('ocr');
    expect(asked('first', 'firft')).toBe('ocr');
  });

  it('between two words is none of recognition, however alike they look', () => {
    expect(asked('modern', 'modem', 'by machine', { modem: 3 })).toBe('substantive');
    expect(asked('bound', 'hound', 'by machine')).toBe('substantive');
    expect(asked('house', 'horse', 'by machine')).toBe('substantive');
    expect(asked('fame', 'same', 'by machine')).toBe('substantive');
    expect(asked('modern', 'modem', 'by machine')).toBe('ocr');
  });

  it('that no print makes likely is one of recognition only where a machine read the text', () => {
    expect(asked('the', 'tj^*e')).toBe('substantive');
    expect(asked('the', 'tj^*e', 'by machine')).toBe('ocr');
    expect(asked('people', 'pxoqle', 'by machine')).toBe('ocr');
    expect(asked('people', 'pxoqle')).toBe('substantive');
    expect(asked('people', 'wvttzk', 'by machine')).toBe('substantive');
  });

  it('of blanks is one of recognition where one side is torn or run together, else accidental', () => {
    expect(asked('in the', 'inthe')).toBe('ocr');
    expect(asked('prisoner', 'pris- oner')).toBe('ocr');
    expect(asked('prisoner', 'pris oner')).toBe('ocr');
    expect(asked('can not', 'cannot')).toBe('accidental');
    expect(asked('to day', 'today')).toBe('accidental');
    expect(asked('may be', 'maybe')).toBe('accidental');
  });

  it('of a capital or a sign within a word is one of recognition, but not in names, contractions, abbreviations', () => {
    expect(asked('the', 'tHe')).toBe('ocr');
    expect(asked('the', 'THE')).toBe('accidental');
    expect(asked('Mcdonald', 'McDonald')).toBe('accidental');
    expect(asked('carried', 'car*ried')).toBe('ocr');
    expect(asked('US', 'U.S.')).toBe('accidental');
  });

  it('of old spelling is accidental, though one form is in no dictionary and a machine read it', () => {
    for (const [now, then] of [
      ['shown', 'shewn'],
      ['control', 'controul'],
      ['connection', 'connexion'],
      ['public', 'publick'],
      ['clothes', 'cloaths'],
      ['received', "receiv'd"],
    ] as const) {
      expect(asked(now, then, 'by machine'), then).toBe('accidental');
    }
    expect(asked('shewn', 'fhewn', 'by machine')).toBe('ocr');
  });

  it('of digits is never explained away, but letters for digits are', () => {
    expect(asked('43', '48', 'by machine')).toBe('number');
    expect(asked('1999', '1989', 'by machine')).toBe('date');
    expect(asked('1999', 'l999')).toBe('ocr');
    expect(asked('1898', '1p98')).toBe('ocr');
    expect(asked('1898', '1p88')).not.toBe('ocr');
  });

  it('of several words is called by each of them', () => {
    expect(asked('the prisoner and', 'tlie pris oner aud', 'by machine')).toBe('ocr');
    expect(asked('the house', 'tbe horse', 'by machine')).toBe('substantive');
  });

  it('between two names stays one of names, unless a machine read one that stands nowhere and the other stands elsewhere', () => {
    expect(asked('Pozarevic', 'Pozaric')).toBe('name');
    expect(asked('Pozarevic', 'Pozarcvic')).toBe('name');
    expect(asked('Pozarevic', 'Pozarcvic', 'by hand', { pozarevic: 4 })).toBe('name');
    expect(asked('Pozarevic', 'Pozarcvic', 'by machine')).toBe('name');
    expect(asked('Pozarevic', 'Pozarcvic', 'by machine', { pozarevic: 4 })).toBe('ocr');
    expect(asked('Pozarevic', 'Pozarcvic', 'by machine', { pozarevic: 4, pozarcvic: 1 })).toBe('name');
  });

  it('of stains that a machine made words of is one of recognition, an omitted word is not', () => {
    expect(asked(null, 'j^ii', 'by machine')).toBe('ocr');
    expect(asked(null, 'j^ii')).toBe('substantive');
    expect(asked('not', null, 'by machine')).toBe('substantive');
  });
});
