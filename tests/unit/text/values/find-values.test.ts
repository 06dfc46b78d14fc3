/** What texts state in numbers, sums, measures, dates and times, whole or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findValues } from '../../../../electron/text/index.js';
import { only, read } from './shown.js';

describe('a number', () => {
  it.each([
    ['сто семнадцать', 'number 117'],
    ['quatre-vingt-dix', 'number 90'],
    ['soixante et onze', 'number 71'],
    ['nonante-deux', 'number 92'],
    ['einundzwanzig Millionen dreihunderttausend', 'number 21300000'],
    ['fünf und zwanzig', 'number 25'],
    ['centotré', 'number 103'],
    ['dos mil trescientos millones', 'number 2300000000'],
    ['двумястами тридцатью пятью', 'number 235'],
    ['двеста хиљада', 'number 200000'],
    ['pedeset i četiri', 'number 54'],
    ['twelve hundred', 'number 1200'],
    ['1,200', 'number 1200'],
    ['five and twenty', 'number 25'],
    ['one million, two hundred thousand', 'number 1200000'],
    ['a dozen', 'number 12'],
    ['two dozen', 'number 24'],
    ['half a dozen', 'number 6'],
    ['une centaine de milliers', 'number 100000'],
    ['two-thirds', 'number 2/3'],
    ['three quarters', 'number 0.75'],
    ['две трети', 'number 2/3'],
    ['drei Viertel', 'number 0.75'],
    ['two and a half million', 'number 2500000'],
    ['deux millions et demi', 'number 2500000'],
    ['half a million', 'number 500000'],
    ['anderthalb Millionen', 'number 1500000'],
    ['zweieinhalb', 'number 2.5'],
    ['полтора миллиона', 'number 1500000'],
    ['3.5 million', 'number 3500000'],
    ['1,4 Millionen', 'number 1400000'],
    ['2½', 'number 2.5'],
    ['2 1/2', 'number 2.5'],
    ['minus five', 'number -5'],
    ['-5', 'number -5'],
    ['−5', 'number -5'],
    ['< 5', 'number <5'],
    ['>5', 'number >5'],
    ['≤ 5', 'number ≤5'],
    ['5–6', 'number 5…6'],
    ['1 500 000', 'number 1500000'],
    ["1'500'000", 'number 1500000'],
    ['1,234.56', 'number 1234.56'],
    ['1.234,56', 'number 1234.56'],
    ['٦', 'number 6'],
    ['三百二十', 'number 320'],
  ])('%s is read whole', (text, reading) => {
    expect(only(text)).toBe(reading);
  });

  it('with one point before three digits goes by the language, and is two where that is not known', () => {
    expect(only('1.500', 'en')).toBe('number 1.5');
    expect(only('1.500', 'de')).toBe('number 1500');
    expect(only('1.500')).toBe('number 1500 | number 1.5');
    expect(only('1,500', 'en')).toBe('number 1500');
    expect(only('1,500', 'ru')).toBe('number 1.5 | number 1500');
  });

  it('of a scale that languages do not share is of the language, and several where that is not known', () => {
    expect(only('3 billion', 'en')).toBe('number 3000000000');
    expect(only('3 Billionen', 'de')).toBe('number 3000000000000');
    expect(only('3 billion')).toBe('number 3000000000');
    expect(only('1 биллион')).toBe('number 1000000000000');
    expect(only('1 Billion')).toBe('number 1000000000 | number 1000000000000');
  });

  it('in a code, a phone number or a shelf mark is none', () => {
    for (const text of [
      'B-52',
      'MiG-21',
      'F16',
      '555-1234-22',
      '1-2-3',
      '3.3.1',
      'A/1234',
      '0740Q',
      '12-B',
      '011 381 112',
      '198[1]',
      'March%2024%20',
    ])
      expect(read(text), text).toEqual([]);
  });

  it('is none where the number is left open', () => {
    for (const text of ['several hundred men', 'hundreds of men', 'mehrere hundert', 'несколько тысяч', 'dozens'])
      expect(read(text), text).toEqual([]);
  });

  it('ends where other words begin', () => {
    expect(read('two men and three women')).toEqual(['[two] number 2', '[three] number 3']);
    expect(read('between one hundred and five hundred')).toEqual([
      '[one hundred] number 100',
      '[five hundred] number 500',
    ]);
    expect(read('between one hundred and two')).toEqual(['[one hundred] number 100', '[two] number 2']);
    expect(read('seven of nine')).toEqual(['[seven] number 7', '[nine] number 9']);
    expect(read('-First, we')).toEqual(['[First] ordinal 1']);
    expect(read('two.\n\nThree')).toEqual(['[two] number 2', '[Three] number 3']);
  });

  it('is none where the word is rather another one', () => {
    for (const text of ['no one came', 'the one who', 'a pet dog', 'die acht und die neun'.slice(0, 3), 'once upon'])
      expect(read(text), text).toEqual([]);
    expect(read('une voiture', 'fr')).toEqual([]);
    expect(read('sept', 'fr')).toEqual(['[sept] number 7']);
  });
});

describe('a number that is not understood whole', () => {
  it.each([
    ['two blorp hundred'],
    ['twenty-blorp'],
    ['blorp-twenty'],
    ['twentyish five'],
    ['fiftyy thousand'],
    ['five hundret thousand'],
    ['sto padesát šest'],
    ['dvě stě padesát šest'],
    ['1,4 Millionenx'],
    ['3 million two hundred'],
    ['five twenty hundred'],
    ['2th'],
    ['twenty-5'],
  ])('gives nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('an ordinal', () => {
  it.each([
    ['the ninth', 'ordinal 9'],
    ['second', 'ordinal 2'],
    ['2nd', 'ordinal 2'],
    ['twenty-first', 'ordinal 21'],
    ['zweite', 'ordinal 2'],
    ['fünfundzwanzigsten', 'ordinal 25'],
    ['двести первого', 'ordinal 201'],
    ['17-го', 'ordinal 17'],
    ['dwudziestego pierwszego', 'ordinal 21'],
    ['XVI', 'ordinal 16 | number 16'],
    ['IV', 'ordinal 4 | number 4'],
    ['Chapter V', 'ordinal 5 | number 5'],
    ['p. xvi', 'ordinal 16 | number 16'],
    ['MCMXLV', 'ordinal 1945 | number 1945'],
  ])('%s', (text, reading) => {
    expect(only(text)).toBe(reading);
  });

  it('is no measure, and no decade of a century that is not named', () => {
    expect(only('the second day')).toBe('ordinal 2');
    for (const text of ['tridesetih godina', 'тридцатых годов']) expect(read(text), text).toEqual([]);
  });

  it('in Roman numerals is one only where it is one as it stands', () => {
    for (const text of ['appendix C', 'I', 'V', 'MIX', 'CD', 'IIII', 'VX', 'XXX', 'CIVIL', 'iv', 'Vi'])
      expect(read(text), text).toEqual([]);
  });
});

describe('a sum, a measure, a percentage', () => {
  it.each([
    ['€3.5bn', 'money 3500000000 EUR'],
    ['£500', 'money 500 £'],
    ['$500', 'money 500 $'],
    ['US$500', 'money 500 USD'],
    ['-$500', 'money -500 $'],
    ['$1.2 million', 'money 1200000 $'],
    ['$5m', 'money 5000000 $'],
    ['1,4 Millionen Dollar', 'money 1400000 $'],
    ['5 Mio. Euro', 'money 5000000 EUR'],
    ['пять миллионов рублей', 'money 5000000 rouble'],
    ['500 хиљада динара', 'money 500000 dinar'],
    ['$5-10', 'money 5…10 $'],
    ['5 km', 'measure 5000 m'],
    ['5 км', 'measure 5000 m'],
    ['twelve miles', 'measure 12 mi'],
    ['5 tons', 'measure 5 ton'],
    ['15 kt', 'measure 15 kt'],
    ['30 ft', 'measure 30 ft'],
    ['80 kg', 'measure 80 kg'],
    ['−5 °C', 'measure -5 °C'],
    ['a ten-year plan', 'measure 120 mo'],
    ['une heure', 'measure 3600 s'],
    ['5-6 tons', 'measure 5…6 ton'],
    ['5 to 6 miles', 'measure 5…6 mi'],
    ['5%', 'percentage 5'],
    ['5 %', 'percentage 5'],
    ['5 per cent', 'percentage 5'],
    ['five percent', 'percentage 5'],
    ['5 v. H.', 'percentage 5'],
    ['5 процентов', 'percentage 5'],
    ['5 odsto', 'percentage 5'],
    ['5 pour cent', 'percentage 5'],
    ['< 5 %', 'percentage <5'],
    ['5 pounds', 'measure 5 lb | money 5 £'],
  ])('%s', (text, reading) => {
    expect(only(text)).toBe(reading);
  });
});

describe('a date', () => {
  it.each([
    ['6 September 2000', 'date 2000-09-06'],
    ['Sept. 6, 2000', 'date 2000-09-06'],
    ['September 6th, 2000', 'date 2000-09-06'],
    ['6. September 2000', 'date 2000-09-06'],
    ['6. септембра 2000.', 'date 2000-09-06'],
    ['6. septembra 2000. godine', 'date 2000-09-06'],
    ['6 сентября 2000 г.', 'date 2000-09-06'],
    ['le 6 septembre 2000', 'date 2000-09-06'],
    ['6 de septiembre de 2000', 'date 2000-09-06'],
    ['6 settembre 2000', 'date 2000-09-06'],
    ['6 września 2000 r.', 'date 2000-09-06'],
    ['6. rujna 2000.', 'date 2000-09-06'],
    ['2000-09-06', 'date 2000-09-06'],
    ['6.9.2000', 'date 2000-09-06'],
    ['6. 9. 2000.', 'date 2000-09-06'],
    ['6.IX.2000', 'date 2000-09-06'],
    ['03/09/2000', 'date 2000-09-03 | date 2000-03-09'],
    ['13/09/2000', 'date 2000-09-13'],
    ['6.9.44', 'date 1944-09-06 | date 1844-09-06 | date 2044-09-06'],
    ['the sixth of September, nineteen sixty-two', 'date 1962-09-06'],
    ['шестого сентября тысяча девятьсот сорок первого года', 'date 1941-09-06'],
    ['Wednesday, 6 September 2000', 'date 2000-09-06 weekday 3'],
    ['Mittwoch, den 6. September 2000', 'date 2000-09-06 weekday 3'],
    ['27-28 October 1962', 'date 1962-10-27…1962-10-28'],
    ['October 27–28, 1962', 'date 1962-10-27…1962-10-28'],
    ['27 October to 3 November 1962', 'date 1962-10-27…1962-11-03'],
    ['27 December 1962 – 3 January 1963', 'date 1962-12-27…1963-01-03'],
    ['September 2000', 'date 2000-09-01…2000-09-30 month'],
    ['6 September', 'date --09-06'],
    ['September', 'date --09-01…--09-30 month'],
    ['listopada 1944', 'date 1944-10-01…1944-10-31 month | date 1944-11-01…1944-11-30 month'],
    ['in 1962', 'date 1962-01-01…1962-12-31 year'],
    ['nineteen sixty-two', 'date 1962-01-01…1962-12-31 year'],
    ['1962', 'date 1962-01-01…1962-12-31 year | number 1962'],
    ['1962-63', 'date 1962-01-01…1963-12-31 year'],
    ['1939–1945', 'date 1939-01-01…1945-12-31 year'],
    ['2000-09', 'date 2000-09-01…2000-09-30 month | date 2000-01-01…2009-12-31 year'],
    ['the 1940s', 'date 1940-01-01…1949-12-31 decade'],
    ["the 1940's", 'date 1940-01-01…1949-12-31 decade'],
    ['die 1940er Jahre', 'date 1940-01-01…1949-12-31 decade'],
    ['1940-х годов', 'date 1940-01-01…1949-12-31 decade'],
    ['les années 1940', 'date 1940-01-01…1949-12-31 decade'],
    ['the 19th century', 'date 1801-01-01…1900-12-31 century'],
    ['XIX век', 'date 1801-01-01…1900-12-31 century'],
    ['u XX veku', 'date 1901-01-01…2000-12-31 century'],
    ['XIXe siècle', 'date 1801-01-01…1900-12-31 century'],
    ['autumn of 1962', 'date 1962-09-01…1962-11-30 season'],
    ['6/7 September 1944', 'date 1944-09-06…1944-09-07'],
    ['44 BC', 'date -0043-01-01…-0043-12-31 year'],
  ])('%s', (text, reading) => {
    expect(only(text)).toBe(reading);
  });

  it('of two readings begins with that of the language', () => {
    expect(only('03/09/2000', 'en-US')).toBe('date 2000-03-09 | date 2000-09-03');
    expect(only('03/09/2000', 'en-GB')).toBe('date 2000-09-03 | date 2000-03-09');
    expect(only('listopada 1944', 'hr')).toBe('date 1944-10-01…1944-10-31 month');
    expect(only('listopada 1944', 'pl')).toBe('date 1944-11-01…1944-11-30 month');
  });

  it('that there is not gives nothing, nor a part of it', () => {
    for (const text of [
      '31 September 2000',
      '30 February 1944',
      '29 February 1900',
      '13/13/2000',
      '2000-13-06',
      '32.1.1944',
    ])
      expect(read(text), text).toEqual([]);
    expect(only('29 February 2000')).toBe('date 2000-02-29');
  });

  it('tied to figures that are not understood gives nothing', () => {
    for (const text of ['winter 1964/1965', 'September 2000/7', '6 September 2000-7/8'])
      expect(read(text), text).toEqual([]);
  });

  it('is no century where centuries are counted', () => {
    expect(read('three centuries')).toEqual(['[three] number 3']);
  });

  it('does not take the month of what is another word', () => {
    expect(read('it may be')).toEqual([]);
    expect(read('the march on Rome')).toEqual([]);
    expect(only('May 1962')).toBe('date 1962-05-01…1962-05-31 month');
    expect(read('a march of 5 miles')).toEqual(['[5 miles] measure 5 mi']);
  });

  it('ends with its paragraph', () => {
    expect(read('6\n\nSeptember 2000')).toEqual(['[6] number 6', '[September 2000] date 2000-09-01…2000-09-30 month']);
    expect(read('Letter\n\nSeptember 5th.\n\n2000')).toEqual([
      '[September 5th] date --09-05',
      '[2000] date 2000-01-01…2000-12-31 year | number 2000',
    ]);
  });
});

describe('a time of day', () => {
  it.each([
    ['0740', 'time 07:40 | number 740'],
    ['at 0740', 'time 07:40'],
    ['0740 hours', 'time 07:40'],
    ['1940 hours', 'time 19:40'],
    ['7.40 a.m.', 'time 07:40'],
    ['7.40 p.m.', 'time 19:40'],
    ['7:40 am', 'time 07:40'],
    ['12 a.m.', 'time 00:00'],
    ['12 p.m.', 'time 12:00'],
    ['19h40', 'time 19:40'],
    ['19 h 40', 'time 19:40'],
    ['7 Uhr 40', 'time 07:40'],
    ['7.40 Uhr', 'time 07:40'],
    ['19:40:12', 'time 19:40:12'],
    ['07:40-08:10', 'time 07:40–08:10'],
    ['seven o’clock', 'time 07:00 | time 19:00'],
    ['half past seven', 'time 07:30 | time 19:30'],
    ['halb sieben', 'time 06:30 | time 18:30'],
    ['в 7 часов утра', 'time 07:00'],
    ['u 19 časova', 'time 19:00'],
    ['alle ore 19.40', 'time 19:40'],
    ['o godz. 19.40', 'time 19:40'],
  ])('%s', (text, reading) => {
    expect(only(text)).toBe(reading);
  });

  it('that there is not gives nothing', () => {
    for (const text of ['25:10', '7:75', '13 p.m.', '10:3']) expect(read(text), text).toEqual([]);
  });
});

describe('the values of a long text', () => {
  it('have places in order that do not overlap, whatever the text', () => {
    const scraps = fc.constantFrom(
      'two',
      'hundred',
      'and',
      'a',
      '-',
      '.',
      ',',
      '/',
      '5',
      '1962',
      '0740',
      'September',
      'мая',
      'сто',
      'et',
      'vingt',
      '$',
      '%',
      'km',
      'XIX',
      'век',
      'century',
      'to',
      '<',
      "'",
      's',
      'h',
      'p',
      'm',
      '6.9.',
      '10:05',
      'half',
      'past',
      '\n\n',
      'Million',
      '½',
      '²',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(scraps, fc.constantFrom('', ' ', ' ', '\n'))), (parts) => {
        const text = parts.flat().join('');
        let before = 0;
        for (const { start, end, readings, kind } of findValues(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(readings[0]?.kind).toBe(kind);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20261129, numRuns: 2000 },
    );
  });

  it('are found also where the text asks for much work', () => {
    for (const scrap of [
      'one ',
      'one and ',
      '1-',
      '1 ',
      'a ',
      'zweihundert',
      '6.9.',
      'September ',
      '$',
      "'",
      '<',
      'two blorp ',
      '½',
      '1.',
      'half past ',
    ])
      findValues(scrap.repeat(20_000));
    expect(read(`${'9'.repeat(100_000)} and 5`)).toEqual(['[5] number 5']);
  });
});
