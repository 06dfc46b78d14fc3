import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from '../../../electron/cli/arguments.js';
import { readChange } from '../../../electron/cli/description-arguments.js';

describe('the command line', () => {
  it('reads verbs, operands and options in any order', () => {
    const line = readCommandLine(['search', '--limit', '5', 'a.fonds', 'peace treaty', '--json']);
    expect(line).toMatchObject({ verb: 'search', operands: ['a.fonds', 'peace treaty'], json: true });
    expect(line.options.limit).toBe('5');
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
