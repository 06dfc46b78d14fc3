/** Compounds, acronyms, numbers and scripts without blanks, from what is typed to what is found and marked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn, textIndex } from '../../support/text-index.js';

const fixture = (name: string, file: string) =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'search', name, file), 'utf8');

describe('what people looked for in vain', () => {
  it.each(['acronym-with-full-stops', 'chinese-japanese', 'names-with-underscores', 'parts-of-address'])(
    'is found: %s',
    (name) => {
      const text = fixture(name, 'input.txt');
      for (const line of fixture(name, 'expected.txt').split('\n').filter(Boolean)) {
        const typed = line.split('\t')[0] ?? '';
        expect(matchesIn([text], typed), typed).toHaveLength(1);
      }
    },
  );
});

describe('signs without a blank', () => {
  it.each([
    ['B5', 'Releasable B5,B6 in part', ['B5']],
    ['1.4', 'exempt under 1.4(D),B1', ['1.4']],
    ['"1.4(D)"', 'exempt under 1.4(D),B1', ['1.4(D']],
    ['"September 11"', 'on September 11,2012 they', ['September 11']],
    ['box', 'from H<box@host>', ['box']],
    ['first', 'first.last@example.gov wrote', ['first']],
    ['last', 'first.last@example.gov wrote', ['last']],
    ['example.gov', 'first.last@example.gov wrote', ['example.gov']],
    ['first.last', 'first.last@example.gov wrote', ['first.last']],
    ['first.last@example.gov', 'first.last@example.gov wrote', ['first.last@example.gov']],
    ['example', 'https://www.example.org/a/b.html', ['example']],
    ['example.org', 'https://www.example.org/a/b.html', ['example.org']],
    ['"b html"', 'https://www.example.org/a/b.html', ['b.html']],
    ['RES', 'Resolution A/RES/1244', ['RES']],
    ['cable', 'see report_T3_cable.pdf', ['cable']],
    ['report_T3', 'see report_T3_cable.pdf', ['report_T3']],
    ['"T3 cable"', 'see report_T3_cable.pdf', ['T3_cable']],
    ['Leaks', 'as WikiLeaks said', ['Leaks']],
    ['wikileaks', 'as WikiLeaks said', ['WikiLeaks']],
    ['Neill', "Mr O'Neill said", ['Neill']],
    ['Qaddafi', 'in Qaddafi’s tent', ['Qaddafi’s']],
    ['AT&T', 'of AT&T Corp', ['AT&T']],
    ['users', 'in C:\\Users\\x_y.doc', ['Users']],
  ])('hide no part: %s finds %j', (typed, text, marks) => {
    expect(matchesIn([text], typed)).toEqual([marks]);
  });

  it('leave decimals, times and dates whole to who asks for them', () => {
    const texts = ['at 12.30 sharp', 'tables 12, 30', '12 30', 'from 12.30–13.45', '12:30', '1/16/1925', '1 16 1925'];
    expect(textIndex(texts).find('12.30')).toEqual([0, 3]);
    expect(textIndex(texts).find('12:30')).toEqual([4]);
    expect(textIndex(texts).find('1/16/1925')).toEqual([5]);
    expect(textIndex(texts).find('"1 16 1925"')).toEqual([5, 6]);
    expect(textIndex(texts).find('30')).toEqual([0, 1, 2, 3, 4]);
  });

  it('part what is asked for exactly as they part the text', () => {
    const texts = ['WikiLeaks', 'leaks', 'co-operation', 'cooperation', 'Qaddafi’s', 'Qaddafis'];
    const find = (typed: string) => textIndex(texts).find(typed, 'all', 'exact');
    expect(find('leaks')).toEqual([1]);
    expect(find('cooperation')).toEqual([3]);
    expect(find('co-operation')).toEqual([2]);
    expect(find('operation')).toEqual([2]);
    expect(find('Qaddafi')).toEqual([4]);
    expect(textIndex(texts).marks('Qaddafi', 'all', 'exact')[4]).toEqual([[0, 7]]);
  });

  it('may stand in a row as long as a book', () => {
    for (const glued of ['a.', 'a_', "a'", '1,', '1.000.', 'A.B-', '東', 'a://', 'aB', '가', '- ', '1 000 ']) {
      const text = `${glued.repeat(200_000)} treaty`;
      expect(textIndex([text]).find('treaty')).toEqual([0]);
    }
  });
});

describe('the bounds of wholes', () => {
  const row = (words: number) => Array.from({ length: words }, (_, at) => `w${at}`).join('_');

  it('are 24 words and 120 units', () => {
    expect(textIndex([row(24)]).find('w0_*')).toEqual([0]);
    expect(textIndex([row(25)]).find('w0_*')).toEqual([]);
    expect(textIndex([row(25)]).find(row(25))).toEqual([0]);
    const long = (units: number) => `${'x'.repeat(units - 61)}_${'y'.repeat(60)}`;
    expect(textIndex([long(120)]).find('xx*_y*')).toEqual([0]);
    expect(textIndex([long(121)]).find('xx*_y*')).toEqual([]);
    expect(textIndex([long(121)]).find(long(121))).toEqual([0]);
  });

  it('are six capitals for an acronym, and four where all is in capitals', () => {
    expect(textIndex(['the ABCDEF and']).find('A.B.C.D.E.F.')).toEqual([0]);
    expect(textIndex(['the ABCDEFG and']).find('A.B.C.D.E.F.G.')).toEqual([]);
    expect(textIndex(['ONLY NATO SPOKE']).find('N.A.T.O.')).toEqual([0]);
    expect(textIndex(['ONLY SEATO SPOKE']).find('S.E.A.T.O.')).toEqual([]);
  });
});

describe('acronyms', () => {
  const texts = ['the U.S.S.R. and', 'the USSR and', 'the USSR’s and', "the U.S.S.R.'s and", 'THE USSR AND THEN'];

  it('are found with and without full stops, by each other', () => {
    for (const typed of ['USSR', 'U.S.S.R.', 'U.S.S.R', "USSR's", 'u.s.s.r.']) {
      expect(textIndex(texts).find(typed), typed).toEqual([0, 1, 2, 3, 4]);
    }
    expect(matchesIn(texts, '"the USSR and"').map(([first]) => first)).toEqual([
      'the U.S.S.R. and',
      'the USSR and',
      'the USSR’s and',
      "the U.S.S.R.'s and",
      'THE USSR AND',
    ]);
  });

  it('are in capitals, and never the pronoun', () => {
    const pronouns = [
      'they told us so',
      'who knows',
      'WHO KNOWS',
      'it is',
      'the W.H.O. and',
      'of the U.S. then',
      'the US.',
    ];
    const index = textIndex(pronouns);
    expect(index.find('U.S.')).toEqual([5, 6]);
    expect(index.find('W.H.O.')).toEqual([4]);
    expect(index.find('WHO')).toEqual([1, 2, 4]);
    expect(index.find('who')).toEqual([1, 2]);
    expect(index.find('us')).toEqual([0, 6]);
  });

  it.each([
    ['SEATO', 'the S.E.A.T.O. staff'],
    ['U.N.', 'at the UN, he'],
    ['J.F.Kennedy', 'by J.F.Kennedy in'],
    ['Kennedy', 'by J.F.Kennedy in'],
    ['U.S.-led', 'a U.S.-led mission'],
    ['"US led"', 'a U.S.-led mission'],
    ['PM', 'at 10 p.m. sharp'],
    ['"US Army"', 'in the U.S.Army of'],
    ['UNESCO', 'the U.N.E.S.C.O. man'],
    ['U.N.E.S.C.O.', 'the UNESCO man'],
  ])('by %s finds %j', (typed, text) => {
    expect(matchesIn([text], typed)).toHaveLength(1);
  });
});

describe('spellings in one word and in several', () => {
  /** Each row is one thing, written in as many ways. */
  const THINGS = [
    ['cooperation', 'co-operation', 'co‐operation'],
    ['1250000', '1,250,000', '1 250 000', '1.250.000', '1\u00A0250\u00A0000', "1'250'000", '1\u202F250\u202F000'],
    ['F16', 'F-16'],
    ['USSR', 'U.S.S.R.', 'U.S.S.R'],
    ['email', 'e-mail', 'e‑mail'],
    ['treaty'],
    ['the'],
    ['envoy'],
  ];
  const written = fc
    .nat(THINGS.length - 1)
    .chain((thing) => fc.record({ thing: fc.constant(thing), way: fc.nat((THINGS[thing]?.length ?? 1) - 1) }));
  const rows = fc.array(written, { maxLength: 8 });
  const spelled = (row: readonly { thing: number; way: number }[]) =>
    row.map(({ thing, way }) => THINGS[thing]?.[way] ?? '').join(' ');

  it('are found by each other, alone and in phrases, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 1, maxLength: 5 }),
        fc.array(written, { minLength: 1, maxLength: 4 }),
        (documents, phrase) => {
          const texts = documents.map(spelled);
          const asked = phrase.map(({ thing }) => thing).join(' ');
          const holding = documents.flatMap((row, at) =>
            ` ${row.map(({ thing }) => thing).join(' ')} `.includes(` ${asked} `) ? [at] : [],
          );
          const index = textIndex(texts);
          const line = `"${spelled(phrase)}"`;
          expect(index.find(line), line).toEqual(holding);
          const marked = index.marks(line).flatMap((marks, at) => (marks.length > 0 ? [at] : []));
          expect(marked, line).toEqual(holding);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('are marked as they are written', () => {
    expect(matchesIn(['so the co-operation treaty is'], '"the cooperation treaty"')).toEqual([
      ['the co-operation treaty'],
    ]);
    expect(matchesIn(['so the cooperation treaty is'], '"the co-operation treaty"')).toEqual([
      ['the cooperation treaty'],
    ]);
    expect(matchesIn(['paid 1 250 000 dollars'], '1,250,000')).toEqual([['1 250 000']]);
    expect(matchesIn(['an F-16 flew'], 'F16')).toEqual([['F-16']]);
    expect(matchesIn(['co-operation treaty of peace'], 'cooperation NEAR/1 treaty')).toEqual([
      ['co-operation', 'treaty'],
    ]);
    expect(matchesIn(['cooperation and treaty'], '"co-operation treaty"~1')).toEqual([['cooperation and treaty']]);
    expect(matchesIn(['co-operation and treaty'], '"cooperation treaty"~1')).toEqual([['co-operation and treaty']]);
  });

  it('are found by any of a line’s words, too, whichever of them is typed', () => {
    const texts = ['their cooperation', 'a co-operation', 'the operation', 'co owner', 'an F16', 'F 16', 'the gulf'];
    const find = (typed: string) => textIndex(texts).find(typed, 'any');
    expect(find('co-operation')).toEqual([0, 1, 2, 3]);
    expect(find('gulf co-operation')).toEqual([0, 1, 2, 3, 6]);
    expect(find('F-16')).toEqual([4, 5]);
    // Who parts the words, or lets letters differ, asks for the words alone.
    expect(find('co operation')).toEqual([1, 2, 3]);
    expect(find('co-operation~1')).toEqual([1, 2, 3]);
    expect(find('title:gulf co-operation^2 -gulf')).toEqual([0, 1, 2, 3]);
  });

  it('are numbers only where three digits follow each sign', () => {
    const texts = ['in 1999 250 people', '12 345 people', '1,25,000', 'on 11,2012', '0.250 kg', '1,2500', '12 3456'];
    const find = (typed: string) => textIndex(texts).find(typed);
    expect(find('1999250')).toEqual([]);
    expect(find('12345')).toEqual([1]);
    expect(find('125000')).toEqual([]);
    expect(find('112012')).toEqual([]);
    expect(find('0250')).toEqual([]);
    expect(find('12500')).toEqual([]);
    expect(find('123456')).toEqual([]);
    expect(find('2012')).toEqual([3]);
  });

  it('are compounds of three words, and no longer ones', () => {
    const texts = ['non-co-operation', 'state-of-the-art', '1861-1865'];
    expect(textIndex(texts).find('noncooperation')).toEqual([0]);
    expect(textIndex(texts).find('stateoftheart')).toEqual([]);
    expect(textIndex(texts).find('18611865')).toEqual([]);
    expect(textIndex(texts).find('"state of the art"')).toEqual([1]);
    expect(textIndex(texts).find('state-of-the-art')).toEqual([1]);
    expect(textIndex(texts).find('1861-1865')).toEqual([2]);
  });
});

describe('scripts without blanks between words', () => {
  it.each([
    ['特使', '部长八点整接见了特使。', ['特使']],
    ['接见', '部长八点整接见了特使。', ['接见']],
    ['部', '部长八点整接见了特使，部长。', ['部', '部']],
    ['使', '部长八点整接见了特使。', ['使']],
    ['東京都', '東京都の会談は', ['東京都']],
    ['東京 2020', '東京2020年', ['東京', '2020']],
    ['"東京2020"', '東京2020年', ['東京2020']],
    ['2020', '東京2020年', ['2020']],
    ['NATO', '与NATO成员会谈', ['NATO']],
    ['ミロシェヴィッチ', '大統領ミロシェヴィッチは', ['ミロシェヴィッチ']],
    ['หนังสือ', 'เขาส่งหนังสือถึงรัฐมนตรี', ['หนังสือ']],
    ['รัฐมนตรี', 'เขาส่งหนังสือถึงรัฐมนตรี', ['รัฐมนตรี']],
    ['회담', '대통령은 회담을 마쳤다', ['회담']],
    ['대통령', '대통령은 회담을 마쳤다', ['대통령']],
    ['"대통령 회담"', '대통령은 회담을 마쳤다', ['대통령은 회담']],
    ['会谈', '部长会\n谈后', ['会\n谈']],
    ['𠮷野', '彼は𠮷野家に', ['𠮷野']],
    ['東京都*', 'この東京都の会談は', ['東京都']],
    ['*都の*', 'この東京都の会談は', ['都の']],
    ['"東京都* 2020"', '東京都 2020', ['東京都 2020']],
  ])('find %s in %j', (typed, text, marks) => {
    expect(matchesIn([text], typed)).toEqual([marks]);
  });

  it('find no word whose characters only stand apart', () => {
    expect(matchesIn(['特别的使节'], '特使')).toEqual([]);
    expect(matchesIn(['東都京'], '東京都')).toEqual([]);
    expect(matchesIn(['대리 통령'], '대통령')).toEqual([]);
  });

  it('find any range of a row of characters, and mark just that', () => {
    const row = fc.array(fc.constantFrom(...'部长会谈特使東京の都้เรก่'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(row, fc.nat(11), fc.integer({ min: 2, max: 5 }), (characters, from, length) => {
        const clusters = characters.join('').match(/\P{M}\p{M}*/gu) ?? [];
        const typed = clusters.slice(from, from + length).join('');
        if (clusters.slice(from, from + length).length < 2) return;
        const text = `A ${clusters.join('')} b`;
        const [marks = []] = textIndex([text]).marks(`"${typed}"`);
        expect(textIndex([text]).find(`"${typed}"`)).toEqual([0]);
        expect(marks.map(([start, end]) => text.slice(start, end)).join('')).toContain(typed);
      }),
      { numRuns: 500 },
    );
  });

  it('find a Korean word exactly where it stands without particles, when asked exactly', () => {
    const texts = ['대통령은 회담을', '대통령 회담'];
    expect(textIndex(texts).find('대통령', 'all', 'exact')).toEqual([1]);
    expect(textIndex(texts).find('회담', 'all', 'exact')).toEqual([1]);
  });
});
