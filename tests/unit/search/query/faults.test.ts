import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FondsError, SEARCH_FIELDS } from '../../../../electron/contract/index.js';
import { parseQuery } from '../../../../electron/search/query/index.js';
import { faultOf, read, shown } from './parse-helpers.js';

describe('a line that is half typed or wrong', () => {
  it.each([
    ['the "peace', '"', 'the "peace"'],
    ['the "', '"', 'the'],
    ['peace”', '”', 'peace'],
    ['""', '""', null],
    ['a ""', '""', 'a'],
    ['(a OR b', '(', '(a OR b)'],
    ['(a "b', '"', '(a "b")'],
    ['((a', '(', '((a))'],
    ['a (', '(', 'a'],
    ['a)', ')', 'a'],
    ['a ()', '()', 'a'],
    ['a AND', 'AND', 'a'],
    ['AND a', 'AND', 'a'],
    ['AND', 'AND', 'and'],
    ['a AND OR b', 'AND', 'a OR b'],
    ['a NOT', 'NOT', 'a'],
    ['(a OR) b', 'OR', '(a) b'],
    ['NOT NOT a', 'NOT', 'NOT a'],
    ['NOT -a', '-', 'NOT a'],
    ['a NEAR', 'NEAR', 'a'],
    ['a NEAR/ b', 'NEAR/', 'a NEAR b'],
    ['a NEAR~5 b', 'NEAR~5', 'a NEAR/5 b'],
    ['a NEAR5 b', 'NEAR5', 'a NEAR/5 b'],
    ['a NEAR/0 b', 'NEAR/0', 'a NEAR/1 b'],
    ['a NEAR -b', '-', 'a NEAR b'],
    ['(a b) NEAR c', '(a b)', null],
    ['type:x NEAR c', 'type:x', null],
    ['title:a NEAR body:b', 'NEAR', 'title:a AND body:b'],
    ['title:', 'title:', 'title:treaty'],
    ['a title:', 'title:', 'a'],
    ['title: AND a', 'title:', 'a'],
    ['title:-a', '-', '-title:a'],
    ['a~', '~', 'a~1'],
    ['a^ b', '^', 'a^2 b'],
    ['"a b"~', '~', '"a b"~5'],
    ['a~1234567', '~1234567', 'a~1'],
    ['~2 a', '~2', 'a'],
    ['(a b)^2', '^2', '(a b)'],
    ['in:"a b"~2', '~2', 'in:"a b"'],
    ['--a', '-', '-a'],
    ['+a OR b', '+', 'a OR b'],
    ['*', '*', null],
    ['a *', '*', 'a'],
    ['title:*', '*', 'title:treaty'],
    ['a-**', '**', 'a-'],
    ['a \\', '\\', 'a'],
  ])('explains %s at “%s” and suggests %s', (line, at, suggestion) => {
    const fault = faultOf(line);
    expect({ at: fault.at, suggestion: fault.suggestion }).toEqual({ at, suggestion });
    // Each says what is wrong and, in a further clause, what to write.
    expect(fault.message).toMatch(/^[^.]+.+\.$/);
  });

  it('explains that a star alone is too wide', () => {
    expect(faultOf('*').message).toBe(
      'A * alone would find every word of every document. Write at least one letter with it, as in treat*.',
    );
  });

  it('mends several faults for one suggestion', () => {
    expect(faultOf('(creater:x AND "peace').suggestion).toBe('(creator:x AND "peace")');
  });

  it('keeps a sign without letter or digit as a word, which then finds nothing, rather than passing over it', () => {
    expect(read('Smith & Sons – !')).toBe('[Smith & Sons – !]');
  });
});

const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '»',
        '(',
        ')',
        '+',
        '-',
        '*',
        '~',
        '^',
        ':',
        '\\',
        ',',
        '..',
        '/',
        ' ',
        ' ',
        '\uE000',
        '\uD800',
      ),
      fc.constantFrom('AND', 'OR', 'NOT', 'NEAR', 'NEAR/3', ' AND ', ' OR ', ' NOT ', ' NEAR ', '~1', '^2', '14:30'),
      fc.constantFrom(...SEARCH_FIELDS.map(({ field }) => `${field}:`), 'creater:', 'x:'),
      fc.constantFrom('a', 'treaty', 'treat*', 'cease-fire', '1999', '1999-03', '199X', 'č', '😀'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const modes = fc.constantFrom('any', 'all', 'phrase');

function tryLine(line: string, mode: 'any' | 'all' | 'phrase') {
  try {
    return { node: parseQuery(line, mode), fault: null };
  } catch (error) {
    if (!(error instanceof FondsError) || error.code !== 'QUERY_SYNTAX') throw error;
    const details = error.details as { start: number; end: number; suggestion?: string };
    return { node: null, fault: { message: error.message, ...details } };
  }
}

describe('any line at all', () => {
  it('gives a tree, nothing, or an error with its place in the line and a suggestion that can be read', () => {
    fc.assert(
      fc.property(fc.oneof(lines, fc.string({ unit: 'binary', maxLength: 60 })), modes, (line, mode) => {
        const { fault } = tryLine(line, mode);
        if (!fault) return;
        expect(fault.message.length).toBeGreaterThan(20);
        expect(fault.start).toBeGreaterThanOrEqual(0);
        expect(fault.end).toBeGreaterThan(fault.start);
        expect(fault.end).toBeLessThanOrEqual(line.length);
        if (fault.suggestion === undefined) return;
        expect(fault.suggestion).not.toBe(line);
        expect(parseQuery(fault.suggestion, mode)).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it('passes over no word: each stands in some node of the tree', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('any', 'all'), (line, mode) => {
        const { node } = tryLine(line, mode);
        if (!node) return;
        const text = shown(node);
        for (const wanted of ['treaty', 'cease', 'fire', 'č', '😀']) {
          const count = (where: string) => where.split(wanted).length - 1;
          // The middle of a NEAR b NEAR c stands in both pairs.
          expect(count(text), `${wanted} in ${text}`).toBeGreaterThanOrEqual(count(line));
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('survives lines made to exhaust it', () => {
    const parts = [
      '(',
      '((a) ',
      '"',
      '\\',
      '-',
      '~',
      'a-',
      '1:',
      'a:',
      'title:(',
      'NOT ',
      'a NEAR ',
      'a OR ',
      'type:a,',
      'date:1,',
    ];
    for (const part of parts) {
      const line = part.repeat(2_000 / part.length);
      for (const mode of ['any', 'all', 'phrase'] as const) expect(() => tryLine(line, mode)).not.toThrow();
    }
    expect(faultOf(`${'('.repeat(60)}a${')'.repeat(60)}`).message).toContain('More than 50 parentheses');
    expect(read(`${'('.repeat(50)}a${')'.repeat(50)}`)).toBe('a');
  });
});
