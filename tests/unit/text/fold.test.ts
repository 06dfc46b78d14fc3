import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWord } from '../../../electron/text/index.js';

/** Letters, marks, ligatures, invisible characters and broken halves, mixed more often than chance would. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('Š', 'š', 'č', 'ђ', 'Љ', 'џ', 'й', 'и\u0306', 'Đ', 'đ', 'ﬁ', 'ß', 'Æ', '’', '“', '\u00AD'),
      fc.constantFrom(
        '\u200B',
        '\u200D',
        '\u0301',
        '\uFEFF',
        '\uD83D',
        '\uDE00',
        '😀',
        'ﷺ',
        'が',
        'か\u3099',
        'İ',
        'Σ',
        'ς',
      ),
      fc.constantFrom('a', 'B', ' ', '\n', '-', '.', 'e\u0301\u0327'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('folding a text', () => {
  it.each([
    ['Милошевић', 'milosevic'],
    ['Milošević', 'milosevic'],
    ['MILOSEVIC', 'milosevic'],
    ['Ђинђић', 'djindjic'],
    ['Đinđić', 'djindjic'],
    ['Џорџ', 'dzordz'],
    ['Љубљана', 'ljubljana'],
    ['Његош', 'njegos'],
    ['Жарко Шћепановић', 'zarko scepanovic'],
    ['Čačak', 'cacak'],
    ['Ћуприја', 'cuprija'],
    ['Крылов', 'krylov'],
    ['Київ', 'kijiv'],
    ['ќерка ѓавол ѕид', 'kjerka gjavol dzid'],
    ['объект', 'obekt'],
    ['æther œuvre ﬁnal Straße ø ł ð þ', 'aether oeuvre final strasse o l d th'],
    ['Congreſs', 'congress'],
    ['ＦＵＬＬ１２', 'full12'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['“Don’t”, said «he» – ‘yes’', '"don\'t", said "he" - \'yes\''],
    ['co\u00ADop\u200Beration', 'cooperation'],
    ['İstanbul', 'istanbul'],
    ['ЋИРИЛИЦА Ђорђе Њ Љ Џ', 'cirilica djordje nj lj dz'],
    ['ǅ ǆ ǈ ǌ', 'dz dz lj nj'],
    ['C\u030Cac\u030Cak, Z\u030Citoradja', 'cacak, zitoradja'],
    ['ﬁnal oﬀer eﬃcient baﬄe ﬂag ﬅ', 'final offer efficient baffle flag st'],
    ['ｔｒｅａｔｙ　ＮＡＴＯ １９９９', 'treaty nato 1999'],
    ['Ἀθῆναι Αθήνα ΆΘΗΝΑ Θεσσαλονίκης', 'αθηναι αθηνα αθηνα θεσσαλονικησ'],
    ['Größe Häuser STRASSE ẞ', 'grosse hauser strasse ss'],
    ['القُدْس العـــربية', 'القدس العربيه'],
    ['أحمد إيران آل ٱلله مصطفى', 'احمد ايران ال الله مصطفي'],
    ['کتاب فارسی ۱۹۹۹ ١٩٩٩', 'كتاب فارسي 1999 1999'],
    ['יְרוּשָׁלַיִם צה״ל ג׳', 'ירושלים צה"ל ג\''],
    ['Łódź Øresund Ðorđe Œuvre Ærø', 'lodz oresund dordje oeuvre aero'],
    ['September 27, 2000', 'september 27, 2000'],
  ])('finds %s by %s', (written, folded) => {
    expect(fold(written).text).toBe(folded);
    expect(foldWord(written)).toBe(folded);
  });

  it('finds a letter with its mark whether they were stored as one character or two', () => {
    for (const word of ['Милошевић', 'Đorđe Čolić', 'русский', 'ѓакон', 'É', 'が', 'ﺁ']) {
      expect(fold(word.normalize('NFD')).text).toBe(fold(word.normalize('NFC')).text);
    }
  });

  it('finds any text by the same letters, however its accents were stored', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        expect(foldWord(source.normalize('NFD'))).toBe(foldWord(source.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps vowel signs and voicing marks that make another letter', () => {
    expect(fold('กิน').text).not.toBe(fold('กน').text);
    expect(fold('がく').text).not.toBe(fold('かく').text);
  });

  it('marks exactly the written name when the folded name was found', () => {
    const source = 'Председник Слободан Милошевић, i „Ђинђић“.';
    const folded = fold(source);
    const at = folded.text.indexOf('djindjic');
    expect(source.slice(...folded.rangeToSource(at, at + 'djindjic'.length))).toBe('Ђинђић');
    const name = folded.text.indexOf('milosevic');
    expect(source.slice(...folded.rangeToSource(name, name + 'milosevic'.length))).toBe('Милошевић');
  });

  it('marks a decomposed letter with its accent, and a word with its soft hyphen', () => {
    const source = 'a cafe\u0301 co\u00ADop';
    const folded = fold(source);
    expect(folded.text).toBe('a cafe coop');
    expect(source.slice(...folded.rangeToSource(2, 6))).toBe('cafe\u0301');
    expect(source.slice(...folded.rangeToSource(7, 11))).toBe('co\u00ADop');
  });

  it('marks the whole letter when only half of what it folds to was found', () => {
    const folded = fold('Њ');
    expect(folded.text).toBe('nj');
    expect(folded.rangeToSource(0, 1)).toEqual([0, 1]);
    expect(folded.rangeToSource(1, 2)).toEqual([0, 1]);
  });

  it('gives for every folded range of any text a source range that lies inside and folds to it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (source, one, other) => {
        const folded = fold(source);
        const length = folded.text.length;
        const [start, end] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b) as [number, number];
        const [from, to] = folded.rangeToSource(start, end);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(source.length);
        expect(fold(source.slice(from, to)).text).toContain(folded.text.slice(start, end));
      }),
      { numRuns: 2_000 },
    );
  });

  it('maps offsets of any text back without ever going backwards', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const folded = fold(source);
        let last = 0;
        for (let offset = 0; offset <= folded.text.length; offset += 1) {
          expect(folded.toSource(offset)).toBeGreaterThanOrEqual(last);
          last = folded.toSource(offset);
        }
        expect(folded.toSource(folded.text.length)).toBe(source.length);
      }),
    );
  });

  it('folds a word as it folds a text, and what is folded no further', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const once = fold(source).text;
        expect(foldWord(source)).toBe(once);
      }),
    );
    for (const word of ['Милошевић', 'Straße', 'ﬁ', 'Ђ', '“']) expect(foldWord(foldWord(word))).toBe(foldWord(word));
  });

  it('refuses a range outside of the folded text', () => {
    expect(() => fold('abc').rangeToSource(2, 4)).toThrow(RangeError);
    expect(() => fold('čbc').rangeToSource(3, 2)).toThrow(RangeError);
    expect(() => fold('čbc').toSource(-1)).toThrow(RangeError);
  });

  it('folds a megabyte as it folds its sentences, place for place', () => {
    const sentence = 'Председник Milošević je “izjavio” da će 27. septembra. ';
    const [one, all] = [fold(sentence), fold(sentence.repeat(19_000))];
    expect(all.text).toBe(one.text.repeat(19_000));
    const at = one.text.indexOf('milosevic');
    const [start, end] = one.rangeToSource(at, at + 9);
    const before = 18_999 * sentence.length;
    const place = 18_999 * one.text.length + at;
    expect(all.rangeToSource(place, place + 9)).toEqual([before + start, before + end]);
  });
});
