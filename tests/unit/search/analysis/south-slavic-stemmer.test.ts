import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemSouthSlavic } from '../../../../electron/search/analysis/south-slavic-stemmer.js';
import { foldWord } from '../../../../electron/text/index.js';

const stems = (words: string) => new Set(words.split(' ').map((word) => stemSouthSlavic(foldWord(word))));

describe('the endings of Serbian, Croatian and Bosnian', () => {
  it.each([
    'Милошевић Милошевића Милошевићу Милошевићем Милошевићи Милошевићима Miloševićev Miloševićeva Miloševićevog',
    'Радошевић Радошевића Радошевићу Радошевићем',
    'Đorđinović Đorđinovića Ђорђиновићу Ђорђиновићем',
    'Ставрин Ставрина Ставрину Ставрином Stavrinova Stavrinove',
    'Дренова Дренове Дренови Дренову Дреновом',
    'Мрава Мраве Мрави Мраву Мравом',
    'Зимогорск Зимогорска Зимогорску Зимогорском',
    'Косово Косова Косову Косовом',
    'Београд Београда Београду Београдом',
    'Коштуница Коштунице Коштуници Коштуницу Коштуницом',
    'Црњански Црњанског Црњанском Црњанскога',
    'Никола Николе Николи Николу Николом',
    'Ђорђе Ђорђа Ђорђу Ђорђем',
    'Aleksandar Aleksandra Aleksandru Aleksandrom',
    'Крагујевац Крагујевца Крагујевцу',
    'председник председника председнику председником',
    'влада владе влади владу владом владама',
    'ministar ministra ministru ministrom ministri ministrima',
    'режим режима режиму режимом режими',
    'razlog razloga razlogu razlogom',
    'пријем пријема пријему пријемом',
    'problem problema problemu problemom problemi problemima',
    'sastanak sastanka sastanku sastankom',
    'septembar septembra septembru',
    'безбедност безбедности безбедношћу',
    'dokument dokumenta dokumentu dokumentom dokumenti dokumenata dokumentima',
    'telegram telegrama telegramu telegramom telegrami',
    'srpski srpska srpsko srpskog srpskom srpskoj srpskih srpskim',
    'prevodnica prevodnice prevodnici prevodnicu prevodnicom prevodnicama',
  ])('are removed: %s', (words) => {
    expect(stems(words).size).toBe(1);
  });

  it.each([
    'Drenova drenovina',
    'Petar petao',
    'rat ratar',
    'most mostar',
    'Ivan Ivanov',
    'Kosovo kos',
    'Ana Ane',
    'sud sudar',
    'izbor izbornik',
  ])('leave different words apart: %s', (words) => {
    expect(stems(words).size).toBe(2);
  });

  it('never leave less than three letters, and touch nothing that is short or not a word', () => {
    for (const word of ['rat', 'ana', 'je', 'b92', '1999-a', 'мир', "don't"]) expect(stemSouthSlavic(word)).toBe(word);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
        const stem = stemSouthSlavic(word);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(3, word.length));
        expect(stem[0]).toBe(word[0]);
      }),
    );
  });
});
