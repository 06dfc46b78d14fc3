import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FondsError, type SearchMode } from '../../../../electron/contract/index.js';
import { readLine } from '../../../../electron/search/query/index.js';
import { read, shown } from './parse-helpers.js';

const lenient = (line: string, mode: SearchMode = 'any') => shown(readLine(line, mode).node);
const hinted = (line: string) => readLine(line, 'any').hints.map(({ suggestion }) => suggestion);

describe('a sign between blanks', () => {
  it.each([
    ['memorandum - 1947', '[memorandum - 1947]'],
    ['port (%) - 1870 - 2001', '[port % - 1870 - 2001]'],
    ['Vitamin B + C', '[Vitamin B + C]'],
    ['a -', '[a -]'],
    ['- a', '[- a]'],
    ['-', '-'],
    ['a -- b', '[a -- b]'],
    ['a – b — c', '[a – b — c]'],
    ['(a - b)', '[a - b]'],
    ['x ^ y ~ z', '[x ^ y ~ z]'],
    ['counted ~1870', '[counted ~1870]'],
  ])('is punctuation: %s is read as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('is punctuation in the mode “all”, too, where it forbids nothing', () => {
    expect(read('memorandum - 1947', 'all')).toBe('[+memorandum +- +1947]');
  });

  it('leaves a sign at a word, and a number after ~ or ^ that lunr takes, what they were', () => {
    expect(read('a -b +c')).toBe('[a -b +c]');
    expect(read('a ~1 b ^10')).toBe('[a~1 b^10]');
    expect(read('a -(b c)')).toBe('[a -[b c]]');
    expect(read('a ~3')).toBe('a~3');
    expect(read('a ~4')).toBe('[a ~4]');
  });
});

describe('a parenthesis glued to a word', () => {
  it.each([
    ['1.4(D)', '1.4(D)'],
    ['Act(III of 1960) x', '[Act(III of 1960) x]'],
    ['f(g(x)) y', '[f(g(x)) y]'],
    ['(1.4(D) b)', '[1.4(D) b]'],
    ['-1.4(D)', '[-1.4(D)]'],
    ['title:1.4(D)', 'title:1.4(D)'],
  ])('belongs to it: %s is read as %s', (line, expected) => expect(read(line)).toBe(expected));

  it('opens a group after a blank, a sign, an operator or a field', () => {
    expect(read('a (b c)')).toBe('[a [b c]]');
    expect(read('-(a b) +(c d)')).toBe('[-[a b] +[c d]]');
    expect(read('a AND(b OR c)')).toBe('and(a, or(b, c))');
    expect(read('title:(a b) Author:(c d)')).toBe('[[title:a title:b] [creator:c creator:d]]');
  });
});

describe('a pasted line', () => {
  it.each([
    ['Fw: H: latest', '[Fw: H: latest]'],
    ['Re: Benghazi', '[Re: Benghazi]'],
    ['H:', 'H:'],
    ['RE: FW: Re: the talks', '[RE: FW: Re: the talks]'],
    ['Report: (draft', '[Report: (draft]'],
    ['Report draft) 2', '[Report draft) 2]'],
    ['1) the port', '[1) the port]'],
    ['“the talks, at first', '[“the talks, at first]'],
    ['very guarded” and', '[very guarded” and]'],
    ['a "b c" d "e', '[a "b c" d "e]'],
    ['H^2 and x^y', '[H^2 and x^y]'],
    ['circa~ 1870', '[circa~ 1870]'],
    ['what () is ""', '[what () is ""]'],
    ['what is it? Smith & Sons, 50 % / 3', '[what is it? Smith & Sons, 50 % / 3]'],
    ['ends in \\', '[ends in \\]'],
    ['Act:III:IV title:x', '[Act:III:IV title:x]'],
  ])('is words where it is no command: %s is read as %s', (line, expected) => {
    const read = lenient(line).replace('H^2', 'H^2');
    expect(read).toBe(expected);
  });

  it('is words in the mode “all”, of which each must be there', () => {
    expect(lenient('Fw: H: latest', 'all')).toBe('[+Fw: +H: +latest]');
  });

  it('hears which command may have been meant, with a line that gives it', () => {
    expect(hinted('tilte:treaty')).toEqual(['title:treaty']);
    expect(hinted('“peace treaty')).toEqual(['“peace treaty"']);
    expect(hinted('treaty~')).toEqual(['treaty~1']);
    expect(hinted('(treaty pact')).toEqual(['(treaty pact)']);
    const [hint] = readLine('a tilte:treaty', 'any').hints;
    expect(hint && 'a tilte:treaty'.slice(hint.start, hint.end)).toBe('tilte');
    expect(hint?.message).toContain('Did you mean title:');
  });

  it('hears nothing where nothing else can have been meant', () => {
    for (const line of ['Fw: H: latest', 'Re: Benghazi', '1) the port', 'memorandum - 1947', 'a "" b', 'Wq: x'])
      expect(hinted(line), line).toEqual([]);
  });

  it('stays a command that cannot be read when it holds an operator or the value of a filter is wrong', () => {
    for (const line of ['(a OR b', 'the "peace AND war', 'a AND', 'tilte:x NOT y', 'date:soon', 'type:']) {
      expect(() => readLine(line, 'any'), line).toThrow(FondsError);
    }
    // In small letters they are words.
    expect(lenient('(a or b')).toBe('[(a or b]');
  });

  it('is never refused, whatever signs stand in it, as long as no operator, star or filter does', () => {
    const pieces = fc.constantFrom(
      '"',
      '“',
      '(',
      ')',
      '+',
      '-',
      '~',
      '^',
      '\\',
      ' ',
      ' ',
      ' ',
      'Re:',
      'H:',
      '–',
      '&',
      '%',
      '?',
      '/',
      'talks',
      '1870',
      '1.4',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), fc.constantFrom<SearchMode>('any', 'all'), (parts, mode) => {
        const { node } = readLine(parts.join(''), mode);
        const count = (text: string) => text.split('talks').length - 1;
        expect(count(shown(node))).toBeGreaterThanOrEqual(count(parts.join('')));
      }),
      { numRuns: 2_000, seed: 12 },
    );
  });
});
