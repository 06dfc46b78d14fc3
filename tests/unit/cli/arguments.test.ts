import { describe, expect, it } from 'vitest';
import { readCommandLine, textOption, textOptions, UsageError } from '../../../electron/cli/arguments.js';
import { readChange } from '../../../electron/cli/description-arguments.js';
import { USAGES } from '../../../electron/cli/usages.js';
import { VERBS } from '../../../electron/contract/index.js';

describe('the command line', () => {
  it('reads verbs, operands and options in any order', () => {
    const line = readCommandLine(['search', '--limit', '5', 'a.fonds', 'peace treaty', '--json']);
    expect(line).toMatchObject({ verb: 'search', operands: ['a.fonds', 'peace treaty'], json: true });
    expect(line.options.limit).toBe('5');
  });

  it('takes several values of a filter, and one of the rest', () => {
    const line = readCommandLine([
      'search',
      'a.fonds',
      'x',
      '--type',
      'memo',
      '--exact',
      '--type',
      'cable',
      '--tag',
      'a',
    ]);
    expect(textOptions(line, 'type')).toEqual(['memo', 'cable']);
    expect(textOptions(line, 'tag')).toEqual(['a']);
    expect(textOptions(line, 'creator')).toEqual([]);
    expect(line.options.exact).toBe(true);
    const twice = readCommandLine(['sources', 'a.fonds', '--type', 'memo', '--type', 'cable']);
    expect(textOption(twice, 'type')).toBe('cable');
    expect(textOption(line, 'collection')).toBeUndefined();
  });

  it('knows a word for each verb of the contract, and tells how each is written', () => {
    for (const verb of VERBS) expect(USAGES[verb].line).toMatch(new RegExp(`^${verb} (DIR|FILE)`));
  });

  it('takes --remove of a tag for a word without a value', () => {
    const line = readCommandLine(['tag', 'a.fonds', 'Urgent', '--remove', 'one', 'two']);
    expect(line).toMatchObject({ operands: ['a.fonds', 'Urgent', 'one', 'two'], options: { remove: true } });
  });

  it.each([[['serach', 'a']], [['search', 'a.fonds']], [['create', 'a', 'b']], [['verify', 'a', '--nosuch']]])(
    'refuses %j as wrong usage and says what is right',
    (argv) => {
      expect(() => readCommandLine(argv)).toThrow(UsageError);
    },
  );

  it('reads fields, lists, own fields and clearing', () => {
    expect(readChange(['title=A = B', 'creators=One; Two', 'box=', 'custom.Translator=Ana', 'custom.Old='])).toEqual({
      title: 'A = B',
      creators: ['One', 'Two'],
      box: '',
      custom: { Translator: 'Ana', Old: null },
    });
    expect(() => readChange(['titel=x'])).toThrow(/no field “titel”/);
  });
});
