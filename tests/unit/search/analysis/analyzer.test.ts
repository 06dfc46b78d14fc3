import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { type AnalyzedToken, createAnalyzer, isCapitalsTerm } from '../../../../electron/search/analysis/index.js';
import { foldWord } from '../../../../electron/text/index.js';

const analyzer = createAnalyzer();

interface Visited {
  readonly token: AnalyzedToken;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

function analyzed(text: string, language = 'en'): Visited[] {
  const found: Visited[] = [];
  analyzer.analyze(text, language, (token, index, start, end) => found.push({ token, index, start, end }));
  return found;
}

const surfaces = (text: string, language = 'en') => analyzed(text, language).map(({ token }) => token.surface);
const terms = (text: string, language = 'en') => analyzed(text, language).map(({ token }) => token.term);
const marked = (text: string, language = 'en') =>
  analyzed(text, language).map(({ index, start, end }) => [index, text.slice(start, end)]);
/** The first reading of each number: the word, or the compound that begins there. */
const readings = (text: string, language = 'en') =>
  analyzed(text, language).filter(({ index }, at, all) => index !== all[at - 1]?.index);

/** Whether the word, typed by a person, finds the written one in a document of that language. */
const finds = (typed: string, written: string, language: string, languages = [language]) =>
  terms(written, language).some((term) => analyzer.queryTerms(typed, languages).includes(term));

/** Pieces in which words begin, end, break, and hide. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('treaty', 'Milošević', 'Милошевић', 'İ', 'ﬁ', 'ſ', 'ĳ', '1999', 'đ', 'Ђ', "'s", '’s', 'l’'),
      fc.constantFrom(',', ':', ';', '\u037E', '(', ')', '”', '«', '.Été', 'é.', 'e.G', 'U.S.'),
      fc.constantFrom('-\n', '\u00AD\n', '¬ \r\n', '-', '—', '…', '...', '/', ' ', '\n', '.', '’', '“', '²'),
      fc.constantFrom('\u0301', '\u030C', '\u200D', '\uFEFF', '\u0640', '\uD83D', '\uDE00', '𝒜', 'が', '\u3099'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
const anyLanguage = fc.constantFrom('en', '', 'fr', 'sr-Latn', 'sr-Cyrl', 'de', 'ru', 'it', 'pl', 'not a tag');

describe('the words of a text', () => {
  it('are those of lunr, in plain text', () => {
    const text = 'The President said (on the 27th) that well-known   envoys, “all of them”, had left.\tYes!';
    const lunrs = lunr.tokenizer(text).map((token) => token.toString().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, ''));
    expect(surfaces(text).filter((surface) => surface !== 'wellknown')).toEqual(lunrs);
    expect(analyzer.analyze(text, 'en', () => {})).toBe(lunrs.length);
  });

  it('end at dashes, ellipses and slashes, but a date or a document number stands there whole too', () => {
    expect(surfaces('peace—war–truce‑talks…end... so...and/or 1/16/1925 S/1999/119 −5°')).toEqual(
      'peace war trucetalks truce talks end so and/or and or 1/16/1925 1 16 1925 s/1999/119 s 1999/119 1999 119 5'.split(
        ' ',
      ),
    );
  });

  it('stand bare of the punctuation, note numbers and marks around them, in every script', () => {
    expect(marked('«Țara», (Милошевић): “Œuvre”² — treaty³ • „Đinđić“! ʼtis')).toEqual([
      [0, 'Țara'],
      [1, 'Милошевић'],
      [2, 'Œuvre'],
      [3, 'treaty'],
      [4, 'Đinđić'],
      [5, 'tis'],
    ]);
  });

  it('keep their place behind letters whose lower case is longer', () => {
    expect(marked('İİi İzmir treaty')).toEqual([
      [0, 'İİi'],
      [1, 'İzmir'],
      [2, 'treaty'],
    ]);
    expect(surfaces('İzmir')).toEqual(['izmir']);
  });

  it('are given as written, in lower case and folded', () => {
    expect(analyzed('“S\u030Cta\u00ADv’,')[0]?.token).toEqual(
      expect.objectContaining({ written: 'Štav', exact: 'štav', surface: 'stav', term: 'stav' }),
    );
    expect(analyzer.exact('“Don’t”')).toBe("don't");
    expect(analyzer.surface('(Милошевића,')).toBe('milosevica');
    expect(analyzer.surface('—')).toBe('');
  });

  it('lose their possessive s, whichever apostrophe was used, so that Milosevic’s is found by Milosevic', () => {
    for (const written of ["Milosevic's", 'Milošević’s', 'MILOSEVIC’S', "Милошевић's"]) {
      expect(finds('Milosevic', written, 'en')).toBe(true);
      expect(finds(written, 'Milosevic', 'en')).toBe(true);
      expect(surfaces(written)).toEqual(['milosevic', 's']);
    }
    expect(surfaces("'s Hertogenbosch")).toEqual(['s', 'hertogenbosch']);
  });

  it('do not include what folds to nothing', () => {
    expect(marked('a \u0640 b')).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
  });

  it('are one object for one word, so that a caller can remember what it knows of it', () => {
    const [first, second, other] = analyzed('treaty “treaty” Treaty');
    expect(first?.token).toBe(second?.token);
    expect(first?.token).not.toBe(other?.token);
    expect(analyzed('treaty', '')[0]?.token).toBe(first?.token);
  });

  it('are right also when there are more kinds of them than are remembered', () => {
    const many = Array.from({ length: 150_000 }, (_, number) => `Word${number}s`);
    const seen = analyzed(['treaties', ...many, 'treaties', ...many.slice(0, 10)].join(' '));
    expect(seen).toHaveLength(150_012);
    expect(seen[0]?.token).toEqual(seen[150_001]?.token);
    expect(seen[150_002]?.token.surface).toBe('word0s');
    expect(seen[75_000]?.token.surface).toBe('word74999s');
  });
});

describe('a forgotten blank', () => {
  it.each([
    ['under scrutiny.Franklin wrote', 'under scrutiny franklin wrote'],
    ['scrutiny.A new', 'scrutiny a new'],
    ['the end.”Then', 'the end then'],
    ["the end.')Then", 'the end then'],
    ['Paris,France;Rome:Q?yes!no', 'paris france rome q yes no'],
    ['the letter(s) said“no”and[sic]left', 'the letter s said no and sic left'],
    ['Mr.Hull Lt.Col.Smith', 'mr hull lt col smith'],
    ['рекао.Затим дође,а', 'rekao zatim dodje a'],
    ['declassification).See', 'declassification see'],
    ['B5,B6', 'b5 b6'],
    ['11(a)', '11 a'],
    ['1:a a:1', '1 a a 1'],
    ['H<box>', 'h box'],
    ['a=b|c~d*e', 'a b c d e'],
    ['one{two}three', 'one two three'],
    ['x__y', 'x y'],
    ['a😀b', 'a b'],
  ])('does not hide a word: %j', (text, words) => {
    expect(surfaces(text)).toEqual(words.split(' '));
  });

  it.each([
    'U.S.A.',
    'U.S.Army',
    '12.30',
    '1,000',
    '14:30',
    'www.example.org',
    'e.g.',
    'A.B.',
    'Ph.D.',
    'p.m.',
    '10:30pm',
    'word.12',
    'so.called',
    'ALL.CAPITALS',
    "don't",
    'AT&T',
    'a@b',
  ])('is not seen where there is none: %j', (word) => {
    expect(analyzer.typedWords(`so ${word} on`).words).toHaveLength(3);
    const bare = word.replace(/\.$/, '');
    expect(marked(`so ${word} on`)).toContainEqual([1, bare]);
  });

  it('is seen also between letters whose accents are stored apart, and behind letters of two units', () => {
    expect(marked('Île,été.Été 𝒜𐐨𐐨.𐐀'.normalize('NFD'))).toEqual(
      ['Île', 'été', 'Été', '𝒜𐐨𐐨', '𐐀'].map((word, index) => [index, word.normalize('NFD')]),
    );
  });

  it('is seen behind a long row of signs too, without reading the row for each of them', () => {
    const signs = ',.;'.repeat(100_000);
    expect(surfaces(`a${signs}b c${signs}`)).toEqual(['a', 'b', 'c']);
  });
});

describe('a word broken at the end of a line', () => {
  it.each(['govern-\nment', 'govern- \r\n  ment', 'govern\u00AD\nment', 'govern¬\nment', 'govern‐\n\fment'])(
    'is found whole and in its parts: %j',
    (broken) => {
      const text = `the (${broken}) fell`;
      expect(analyzed(text).map(({ token, index }) => [index, token.surface])).toEqual([
        [0, 'the'],
        [1, 'government'],
        [1, 'govern'],
        [1, 'ment'],
        [2, 'fell'],
      ]);
      const places = marked(text).map(([, written]) => written);
      expect(places.slice(1, 4)).toEqual([broken, 'govern', 'ment']);
      expect(analyzer.analyze(text, 'en', () => {})).toBe(3);
    },
  );

  it('is found whole when it was broken twice', () => {
    expect(surfaces('inter-\ngovern-\nmental’s')).toEqual(['intergovernmental', 'inter', 'govern', 'mental', 's']);
  });

  it.each([
    'Anglo-\nFrench',
    '1999-\nand',
    'govern-\n\nment',
    'govern- ment',
    'govern –\nment',
    'govern\nment',
    'govern-',
  ])('is not seen where there is none: %j', (text) => {
    const indexes = analyzed(text).map(({ index }) => index);
    expect(indexes).toEqual(indexes.map((_, at) => at));
    expect(surfaces(text)).not.toContain('government');
  });
});

describe('finding a word by another form of it', () => {
  it('finds the cases of a name in both scripts, and the name in English, by each other', () => {
    const serbian = ['Милошевић', 'Милошевића', 'Милошевићу', 'Милошевићем', 'Milošević', 'Miloševića', 'Miloševićeva'];
    const languages = ['en', 'sr-Latn', 'sr-Cyrl'];
    for (const typed of [...serbian, 'milosevic', "Milošević's"]) {
      for (const written of serbian) {
        for (const language of ['sr-Cyrl', 'sr-Latn', 'hr', 'bs']) expect(finds(typed, written, language)).toBe(true);
      }
      expect(finds(typed, "Milošević's", 'en', languages)).toBe(true);
    }
  });

  it('finds English words by their stems, also where nobody said what language the text is in', () => {
    for (const language of ['en', 'en-GB', 'EN', 'eng', '']) {
      expect(finds('treaty', 'treaties', language)).toBe(true);
      expect(finds('negotiating', 'negotiation', language)).toBe(true);
    }
    expect(finds('treaty', 'treaties', 'pl')).toBe(false);
  });

  it.each([
    ['élections', 'election', 'fr'],
    ['election', 'élections', 'fr'],
    ['negocie', 'négocié', 'fr'],
    ['ecluse', 'L’écluse', 'fr'],
    ['l’écluse', 'écluses', 'fr'],
    ['negociacion', 'negociaciones', 'es'],
    ['negociacion', 'negociación', 'es'],
    ['negociacao', 'negociações', 'pt'],
    ['hauser', 'Häuser', 'de'],
    ['vertrag', 'Verträge', 'de'],
    ['strasse', 'Straße', 'de'],
    ['президент', 'президентом', 'ru'],
    ['prezident', 'президента', 'ru'],
    ['переговоры', 'переговоров', 'ru'],
    ['citta', 'Città', 'it'],
    ['italia', 'dell’Italia', 'it'],
    ['warszawa', 'WARSZAWA', 'pl'],
  ])('by %s finds %s (%s)', (typed, written, language) => {
    expect(finds(typed, written, language, ['en', language])).toBe(true);
  });

  it('finds đ and ђ written as dj and as d, in both directions, and leaves other words alone', () => {
    const spellings = ['Ђинђић', 'Đinđić', 'Djindjic', 'Dindic', 'Ðinđić'];
    for (const typed of spellings) {
      for (const written of spellings) {
        for (const language of ['en', 'sr-Latn']) expect(finds(typed, written, language)).toBe(true);
      }
    }
    expect(finds('Dindica', 'Ђинђића', 'sr-Cyrl')).toBe(true);
    expect(finds('Andelija', 'Анђелији', 'sr-Cyrl')).toBe(true);
    expect(finds('Dzordz', 'Džordž', 'sr-Latn')).toBe(true);
    expect(finds('peace', 'pejace', 'en')).toBe(false);
    expect(analyzer.queryTerms('treaties', ['en'])).toEqual(['treati', 'treaties']);
    expect(analyzer.queryTerms('ddddddddddddddddd', ['en', 'sr', 'fr', 'ru']).length).toBeLessThan(10);
  });

  it('gives nothing to look for when nothing remains of the word', () => {
    for (const typed of ['', '—', '“”', '\u0640', '\u0301']) expect(analyzer.queryTerms(typed, ['en'])).toEqual([]);
    expect(analyzer.queryTerms('treaties', [])).toContain('treati');
  });

  it('finds by any word of any text that text', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        for (const { token, start, end } of analyzed(text, language)) {
          const typed = text.slice(start, end);
          // A word in capitals is found by the plain word beside it.
          if (isCapitalsTerm(token.term) || /[\r\n]/.test(typed) || readings(typed, language).length !== 1) continue;
          if (analyzed(typed, language)[0]?.token.term !== token.term) continue;
          const asked = analyzer.queryTerms(typed, [language]);
          expect(asked).toContain(token.term);
          expect(new Set(asked).size).toBe(asked.length);
          expect(analyzer.surface(typed)).toBe(token.surface);
          // A part of a word that no sign parts is a place of that word.
          expect(token.exact).toContain(analyzer.exact(typed));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same terms however the accents were stored', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const read = (form: 'NFC' | 'NFD') =>
          analyzed(text.normalize(form), language).map(({ token, index }) => ({ ...token, rest: null, index }));
        expect(read('NFD')).toEqual(read('NFC'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('parts two sentences without a blank however the accent of the second was stored', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(analyzed('Ce.Ǵ'.normalize(form), '').map(({ token }) => token.term)).toEqual(['ce.g', 'ce', 'g']);
      expect(analyzed('café.Élan'.normalize(form), '').map(({ token }) => token.surface)).toEqual(['cafe', 'elan']);
    }
  });

  it('gives the same terms in both scripts of Serbian', () => {
    const cyrillic = 'абвгдђежзијклљмнњопрстћуфхцчџш';
    const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
    const letters = fc.array(fc.nat(cyrillic.length - 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), (words) => {
        const inCyrillic = words.map((word) => word.map((letter) => cyrillic.charAt(letter)).join('')).join(' ');
        const inLatin = words.map((word) => word.map((letter) => latin[letter]).join('')).join(' ');
        expect(terms(inCyrillic, 'sr-Cyrl')).toEqual(terms(inLatin, 'sr-Latn'));
        const first = (text: string) => readings(text).map(({ token }) => token.term);
        expect(first(inCyrillic)).toEqual(first(inLatin.toUpperCase()));
      }),
    );
  });
});

describe('the places of words in any text', () => {
  it('lie inside it, in order, and hold what folds to the word', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let count = 0;
        let lastIndex = 0;
        let lastStart = 0;
        const returned = analyzer.analyze(text, language, (token, index, start, end) => {
          expect(token.term).not.toBe('');
          expect(index === lastIndex || index === lastIndex + 1).toBe(true);
          expect(start).toBeGreaterThanOrEqual(lastStart);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const folded = foldWord(text.slice(start, end));
          // Compounds that others write in one word are given so, acronyms by a sign and their letters.
          const bare = folded.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
          const spellings = [
            folded,
            folded.replace(/\.$/, ''),
            folded.replaceAll('-', ''),
            folded.slice(0, -2),
            folded.slice(0, -3),
            bare,
            bare.slice(0, -1),
            `^${bare}`,
          ];
          if (!/\s/.test(text.slice(start, end)))
            expect([...spellings, `^${bare.slice(0, -1)}`]).toContain(token.surface);
          count = index + 1;
          lastIndex = index;
          lastStart = start;
        });
        expect(returned).toBe(count);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('function words', () => {
  it('are known in every language of the archive, in both scripts and without accents', () => {
    for (const word of ['the', 'The', 'and', '“which”']) expect(analyzer.isStopWord(word, ['en'])).toBe(true);
    expect(analyzer.isStopWord('the', [''])).toBe(true);
    expect(analyzer.isStopWord('the', ['sr', 'fr'])).toBe(false);
    for (const word of ['који', 'koji', 'što', 'sto', 'ће', 'također']) {
      expect(analyzer.isStopWord(word, ['en', 'hr'])).toBe(true);
    }
    for (const [word, language] of [
      ['même', 'fr'],
      ['meme', 'fr'],
      ['über', 'de'],
      ['también', 'es'],
      ['perché', 'it'],
      ['чтобы', 'ru'],
    ] as const) {
      expect(analyzer.isStopWord(word, [language])).toBe(true);
    }
    for (const word of ['treaty', 'most', '—', '']) expect(analyzer.isStopWord(word, ['sr'])).toBe(false);
  });

  it('stand in the index like other words', () => {
    expect(surfaces('peace of the valley')).toEqual(['peace', 'of', 'the', 'valley']);
  });
});
