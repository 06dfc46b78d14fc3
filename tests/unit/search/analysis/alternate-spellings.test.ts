import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../../electron/search/analysis/index.js';
import { isKnownName, isWritingOf, skeletonsOf } from '../../../../electron/search/analysis/slavic-names.js';
import type { WordPattern } from '../../../../electron/search/segment/word-pattern.js';
import { foldWord } from '../../../../electron/text/index.js';
import { wordList } from '../../../support/word-lists.js';

const analyzer = createAnalyzer();

function accepts(pattern: WordPattern, word: string): boolean {
  let state = pattern.start;
  for (let at = 0; at < word.length && state >= 0; at++) state = pattern.step(state, word.charCodeAt(at));
  return state >= 0 && pattern.isFinal(state);
}

/** Whether the typed word finds a text of that language in which only the written one stands. */
function finds(typed: string, written: string, language: string, languages = [language]): boolean {
  let found = false;
  analyzer.analyze(written, language, ({ term, written: form }) => {
    found ||= analyzer.queryTerms(typed, languages).includes(term);
    found ||= analyzer
      .spellings(typed, languages)
      .some(
        ({ terms, pattern, isSpelling }) =>
          isSpelling(form) && (terms.includes(term) || (pattern !== null && accepts(pattern, term))),
      );
  });
  return found;
}
const findEachOther = (one: string, other: string, language: string) =>
  finds(one, other, language) && finds(other, one, language);

describe('ä, ö, ü, ß, å, ø, æ and what a typewriter without them writes', () => {
  it.each([
    ['Goering', 'Göring', 'de'],
    ['Goering', 'Göring', 'en'],
    ['Oesterreich', 'Österreich', 'de'],
    ['Oesterreichs', 'Österreich', 'de'],
    ['Laerm', 'Lärm', 'de'],
    ['Kuerten', 'Kürten', 'de'],
    ['Mueller', 'Müller', 'en'],
    ['Ueberläufer', 'Überläufer', 'de'],
    ['Ueberlaeufer', 'Überläufer', 'de'],
    ['Strasse', 'Straße', 'de'],
    ['Groesse', 'Größe', 'de'],
    ['Aarhus', 'Århus', 'da'],
    ['Haakon', 'Håkon', 'nb'],
    ['Soerensen', 'Sørensen', 'da'],
    ['Soeren', 'Sören', 'sv'],
    ['Malmoe', 'Malmö', 'sv'],
    ['Haerlig', 'Härlig', 'sv'],
    ['Æbelø', 'Aebeloe', 'da'],
    ['Färöer', 'Færøer', 'da'],
  ])('%s and %s find each other (%s)', (one, other, language) => {
    expect(findEachOther(one, other, language)).toBe(true);
    expect(findEachOther(one.normalize('NFD'), other.normalize('NFD'), language)).toBe(true);
    expect(findEachOther(one.toUpperCase(), other, language)).toBe(true);
  });

  it('find a word by its other forms too', () => {
    expect(finds('Vertraege', 'Vertrag', 'de')).toBe(false);
    expect(finds('Vertraegen', 'Verträge', 'de')).toBe(true);
    expect(finds('Goering', 'Görings', 'de')).toBe(true);
  });

  it.each([
    ['poet', 'pot'],
    ['guest', 'gust'],
    ['does', 'dos'],
    ['true', 'tru'],
    ['blue', 'blu'],
    ['Joe', 'Jo'],
    ['duel', 'dul'],
    ['neue', 'neu-'],
    ['aktuell', 'aktull'],
    ['Quelle', 'Qulle'],
    ['jouer', 'jour'],
    ['Isaac', 'Isac'],
  ])('do not make %s another spelling of %s', (typed, written) => {
    for (const languages of [['en'], ['de'], ['fr', 'sv']]) {
      for (const { isSpelling } of analyzer.spellings(typed, languages)) expect(isSpelling(written)).toBe(false);
    }
  });

  it('join few words of the word lists that are not one word', () => {
    const lists = ['de', 'en', 'fr', 'es'].flatMap((name) => wordList(name).map(({ word }) => word.toLowerCase()));
    const words = [...new Set(lists)];
    const byFold = Map.groupBy(words, foldWord);
    const joined = words
      .filter((word) => /[äöüåøæ]|ae|oe|ue|aa/.test(word))
      .flatMap((word) => {
        const [spelling] = analyzer.spellings(word, ['']);
        const others = spelling?.terms.flatMap((term) => byFold.get(term) ?? []) ?? [];
        return others.filter((other) => spelling?.isSpelling(other)).map((other) => `${word} ${other}`);
      });
    // Most of these are one word: Göring, Goering.
    expect(joined.length / words.length, joined.join(', ')).toBeLessThan(0.001);
  });

  it('never take long, and never find what the spelling is not', () => {
    const typed = fc.array(fc.constantFrom('ae', 'oe', 'ue', 'aa', 'ä', 'ö', 'ü', 'å', 'ø', 'æ', 'b', 't'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(typed, (letters) => {
        const word = letters.join('');
        for (const { terms } of analyzer.spellings(word, ['de', 'en'])) expect(terms.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

const NAMES = readFileSync(join(import.meta.dirname, '../../../fixtures/search/slavic-names.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

describe('names of the Cyrillic alphabets', () => {
  it.each(NAMES)('%s is found by every writing of it, and finds it: %s', (...writings) => {
    const [cyrillic = ''] = writings;
    const language = /[іїєґ]|ськ/.test(cyrillic) ? 'uk' : 'ru';
    for (const typed of writings) {
      for (const written of writings) {
        const own = written === cyrillic ? language : 'en';
        expect([typed, written, finds(typed, written, own, ['en', language])]).toEqual([typed, written, true]);
        // The language of a short paper is often not known.
        expect([typed, written, finds(typed, written, '', [''])]).toEqual([typed, written, true]);
      }
    }
  });

  it.each([
    ['Горбачёва', 'Gorbachev'],
    ['Gorbachev', 'Горбачёва'],
    ['Gorbachev', 'Горбачёвым'],
    ['Zelensky', 'Зеленського'],
    ['Чайковского', 'Tchaikovsky'],
    ['Arsenyev', 'Арсеньева'],
    ['Арсеньева', 'Арсеньев'],
    ['Зеленский', 'Зеленський'],
  ])('are found in their cases: %s finds %s', (typed, written) => {
    const language = /ськ/.test(written) ? 'uk' : /\p{Script=Cyrillic}/u.test(written) ? 'ru' : 'en';
    expect(finds(typed, written, language, ['en', 'ru', 'uk'])).toBe(true);
  });

  it('stay apart where they are others', () => {
    for (const [one = '', other = ''] of [
      ['Petrov', 'Petrovsky'],
      ['Иванов', 'Ivanovich'],
      ['Zhukov', 'Shukov'],
      ['Malenkov', 'Milenkov'],
      ['Ivanov', 'Ivanova'],
    ]) {
      expect([one, other, finds(one, other, 'en')]).toEqual([one, other, false]);
    }
  });

  it.each(['jury Yuri', 'shell sell', 'yet jet', 'below Белов', 'widow Видов', 'china хина', 'jack yack'])(
    'are not seen in ordinary words: %s',
    (pair) => {
      const [typed = '', written = ''] = pair.split(' ');
      expect(finds(typed, written, 'ru', ['en', 'ru'])).toBe(false);
      expect(finds(typed, written, 'en', ['en', 'ru'])).toBe(false);
    },
  );

  it('leave Serbian as it is: both alphabets fold alike', () => {
    for (const word of ['Милошевић', 'Đinđić', 'љубав']) expect(skeletonsOf(word.toLowerCase()).size).toBe(0);
  });

  it.each([
    ['en', 0.0001],
    ['de', 0.0001],
    ['fr', 0.001],
  ])('join few words of the word list %s', (name, share) => {
    const words = new Set(wordList(name).map(({ word }) => word));
    const bySkeleton = new Map<string, string[]>();
    for (const word of words) {
      for (const one of skeletonsOf(word.toLowerCase())) {
        // Within one alphabet no other skeleton joins.
        if (isKnownName(one)) bySkeleton.set(one, [...(bySkeleton.get(one) ?? []), word]);
      }
    }
    const joined = new Set<string>();
    for (const alike of bySkeleton.values()) {
      for (const one of alike.length > 1 ? alike : []) {
        const exact = one.toLowerCase();
        const skeletons = skeletonsOf(exact);
        for (const other of alike) {
          if (foldWord(one) !== foldWord(other) && isWritingOf(exact, skeletons, other)) joined.add(`${one} ${other}`);
        }
      }
    }
    expect(joined.size / words.size, [...joined].join(', ')).toBeLessThan(share);
  });

  it('are no trouble whatever is typed', () => {
    const letters = fc.constantFrom(..."abcdeijkosyzvwhčšžё'щьґ’ʹ".split(''), 'sch', 'tsch', 'ow', 'ss');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 45 }), (word) => {
        const typed = word.join('');
        expect(skeletonsOf(typed).size).toBeLessThanOrEqual(96);
        for (const { pattern } of analyzer.spellings(typed, ['ru'])) if (pattern) accepts(pattern, foldWord(typed));
      }),
      { numRuns: 500 },
    );
  });
});
