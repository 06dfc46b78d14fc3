import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, PUNCTUATION, WORD } from '../../../electron/collation/model.js';
import { tokenise } from '../../../electron/collation/tokenise.js';
import { witness } from './tables.js';

const KINDS = { [WORD]: 'word', [PUNCTUATION]: 'sign', [GAP]: 'gap' } as const;

function tokensOf(text: string) {
  const own = witness(text);
  const { count, starts, ends, kinds, normalized } = tokenise(own);
  return Array.from({ length: count }, (_, token) => ({
    written: text.slice(starts[token], ends[token]),
    normal: normalized[token] ?? '',
    kind: KINDS[(kinds[token] ?? WORD) as keyof typeof KINDS],
  }));
}

const written = (text: string) => tokensOf(text).map((token) => token.written);
const normal = (text: string) => tokensOf(text).map((token) => token.normal);

describe('the words of a witness', () => {
  it('keep inner apostrophes and hyphens', () => {
    expect(written("Côte-d'Ivoire didn’t re-open")).toEqual(["Côte-d'Ivoire", 'didn’t', 're-open']);
  });

  it('keep the separators inside of numbers, times and dates, also when OCR put a letter in', () => {
    expect(written('1,000 men at 10:05 or 10:3l on 9/06/10.')).toEqual([
      '1,000',
      'men',
      'at',
      '10:05',
      'or',
      '10:3l',
      'on',
      '9/06/10',
      '.',
    ]);
  });

  it('stay whole when OCR read a digit for a letter', () => {
    expect(written('the 1ake be1ieve')).toEqual(['the', '1ake', 'be1ieve']);
  });

  it('are one when a line ended inside of them', () => {
    expect(tokensOf('a uni-\nform')[1]).toEqual({ written: 'uni-\nform', normal: 'uniform', kind: 'word' });
    expect(normal('Djindjic-\r\n  Milosevic')).toEqual(['djindjic-milosevic']);
  });

  it('are two when a paragraph ended between them', () => {
    expect(written('end-\n\nnew')).toEqual(['end', '-', 'new']);
  });

  it('are alike whatever the case, marks, quotes, ligatures or long s', () => {
    expect(normal('Congreſs ﬁrſt don’t Σωκράτης Đinđić')).toEqual([
      'congress',
      'first',
      "don't",
      'σωκρατησ',
      'djindjic',
    ]);
    expect(normal("congress first don't σωκρατησ ĐINĐIĆ")).toEqual(normal('Congreſs ﬁrſt don’t Σωκράτης Đinđić'));
  });

  it('keep the apostrophe of a Greek elision', () => {
    expect(written('ἀλλ᾽ ἐγώ')).toEqual(['ἀλλ᾽', 'ἐγώ']);
    expect(normal('ἀλλ᾽ ἀλλ’')).toEqual(["αλλ'", "αλλ'"]);
  });

  it("keep an editor's brackets inside, which make no difference", () => {
    expect(tokensOf('πηλουσιώτ(ου)')).toEqual([{ written: 'πηλουσιώτ(ου)', normal: 'πηλουσιωτου', kind: 'word' }]);
    expect(normal('[de]clared')).toEqual(['declared']);
    expect(written('1.5(b)(d)')).toEqual(['1.5', '(', 'b', ')', '(', 'd', ')']);
  });

  it('are one when they are initials with full stops, which make no difference', () => {
    expect(written('the U.S. and the U.S.S.R, U.S.-led')).toEqual([
      'the',
      'U.S.',
      'and',
      'the',
      'U.S.S.R',
      ',',
      'U.S.-led',
    ]);
    expect(normal('U.S.')).toEqual(normal('US'));
    expect(normal('С.С.С.Р.')).toEqual(normal('СССР'));
    expect(written('J.F.Kennedy')).toEqual(['J.F.', 'Kennedy']);
    expect(written('i.e. it ended.Then')).toEqual(['i', '.', 'e', '.', 'it', 'ended', '.', 'Then']);
  });

  it('keep the marks of Armenian over their vowels, which make no difference, and its hyphen', () => {
    expect(written('ո՞վ եկա՛ւ, հա՜յր։ Արամ՝ ինչո՞ւ')).toEqual([
      'ո՞վ',
      'եկա՛ւ',
      ',',
      'հա՜յր',
      '։',
      'Արամ',
      '՝',
      'ինչո՞ւ',
    ]);
    expect(normal('ո՞վ եկա՛ւ')).toEqual(normal('ով եկաւ'));
    expect(written('այո՛ մէկ֊մէկ')).toEqual(['այո՛', 'մէկ֊մէկ']);
    expect(normal('մէկ֊մէկ')).toEqual(normal('մէկ-մէկ'));
    expect(normal('թագա֊\nւոր')).toEqual(normal('թագաւոր'));
  });

  it('keep the quotes of Hebrew abbreviations, however they are typed', () => {
    expect(written('צה״ל צה"ל ג׳ורג׳')).toEqual(['צה״ל', 'צה"ל', 'ג׳ורג׳']);
    expect(normal('צה״ל')).toEqual(normal('צה"ל'));
    expect(normal('ג׳')).toEqual(normal("ג'"));
  });

  it('keep the dot of Catalan, and no other dot of that height', () => {
    expect(written('col·legi SENATVS·POPVLVS λόγος·καὶ')).toEqual([
      'col·legi',
      'SENATVS',
      '·',
      'POPVLVS',
      'λόγος',
      '·',
      'καὶ',
    ]);
    expect(normal('col·legi')).toEqual(normal('collegi'));
  });

  it('keep the separators of Arabic numbers', () => {
    expect(written('١٬٠٠٠ ٣٫٥ و')).toEqual(['١٬٠٠٠', '٣٫٥', 'و']);
  });

  it('are two where a vowel was lost before another, in French, Italian and Catalan', () => {
    expect(written("J'ai qu’il l'homme dell'anno")).toEqual(["J'", 'ai', 'qu’', 'il', "l'", 'homme', "dell'", 'anno']);
    expect(normal("J' ai")).toEqual(normal("J'ai"));
    expect(written("aujourd'hui it's O'Brien M'Gregor")).toEqual(["aujourd'hui", "it's", "O'Brien", "M'Gregor"]);
  });

  it('are found in scripts of all kinds, letter by letter where there are no spaces', () => {
    expect(written('Ђинђић, العَرَبِيَّة')).toEqual(['Ђинђић', ',', 'العَرَبِيَّة']);
    expect(written('你好，世界。')).toEqual(['你', '好', '，', '世', '界', '。']);
  });
});

describe('the signs of a witness', () => {
  it('are one for each sign, and one for a row of the same', () => {
    expect(written('no... he said ." - - - - - -')).toEqual(['no', '...', 'he', 'said', '.', '"', '- - - - - -']);
  });

  it('are alike when they are dashes of any length or quotes of any kind', () => {
    expect(normal('— -- – “ « "')).toEqual(['-', '-', '-', '"', '"', '"']);
  });

  it('do not break letters of two units', () => {
    expect(normal('👍👍👍👍👍')).toEqual(['👍👍👍']);
  });
});

describe('the gaps of a witness', () => {
  it('swallow their range and carry their code', () => {
    const [before, gap, after] = tokensOf('before [redacted, 1.4(b)]\n[redacted, 1.4(b)] after');
    expect(before?.kind).toBe('word');
    expect(gap).toEqual({ written: '[redacted, 1.4(b)]\n[redacted, 1.4(b)]', normal: '1.4(b)', kind: 'gap' });
    expect(after?.written).toBe('after');
  });

  it('part words that touch them', () => {
    expect(written('half███half')).toEqual(['half', '███', 'half']);
  });
});

it('leaves nothing but white space between the tokens of any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      'uni-\nform ',
      '1,000',
      '███ (b)(1)',
      "don't ",
      'ἀλλ᾽ ',
      '[re]',
      '(C)',
      '\u00AD',
      '\u200B',
      '\uD800',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { count, starts, ends, normalized, kinds } = tokenise(witness(text));
      let at = 0;
      for (let token = 0; token < count; token += 1) {
        const [start, end] = [starts[token] ?? 0, ends[token] ?? 0];
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        if (kinds[token] === WORD) expect(normalized[token]).not.toBe('');
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});

it('bears a word of a hundred thousand letters and a text of brackets, marks and hyphens alone', () => {
  for (const part of ['a', '[a', '(a', "a'", 'a-\n', '\u0301', '[', '- ', '1,']) {
    const text = part.repeat(100_000);
    const { count, ends } = tokenise({ text, gaps: [] });
    expect(ends[count - 1]).toBe(text.trimEnd().length);
  }
});
