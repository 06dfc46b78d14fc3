import { describe, expect, it } from 'vitest';
import { readCommandLine, textOption, textOptions, UsageError } from '../../../electron/cli/command-line.js';
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
    for (const verb of VERBS) expect(USAGES[verb].line).toMatch(new RegExp(`^${verb} (create )?(DIR|FILE)`));
  });

  it('takes --remove of a tag for a word without a value', () => {
    const line = readCommandLine(['tag', 'a.fonds', 'Urgent', '--remove', 'one', 'two']);
    expect(line).toMatchObject({ operands: ['a.fonds', 'Urgent', 'one', 'two'], options: { remove: true } });
  });

  it('takes what follows an option for its value, whatever sign it begins with', () => {
    const withValue = Object.entries(USAGES).flatMap(([verb, { operands, options }]) =>
      Object.entries(options).flatMap(([name, { type }]) => (type === 'string' ? [{ verb, name, operands }] : [])),
    );
    expect(withValue.length).toBeGreaterThan(50);
    for (const { verb, name, operands } of withValue) {
      for (const value of ['- [ ] a', '-1', '-', '---', '--no such option', '-h', '=', '']) {
        const line = readCommandLine([verb, `--${name}`, value, ...Array(operands[0]).fill('x'), '--json']);
        expect([textOptions(line, name), line.json], `${verb} --${name} ${value}`).toEqual([[value], true]);
      }
    }
  });

  it('says that a value was forgotten where another option of the verb follows, or nothing', () => {
    for (const rest of [['--title', 'A'], ['--json'], ['--title=A'], ['--'], []]) {
      expect(() => readCommandLine(['note', 'a.fonds', '--body', ...rest]), rest.join(' ')).toThrow(UsageError);
    }
    expect(textOption(readCommandLine(['note', 'a.fonds', '--body=--title']), 'body')).toBe('--title');
  });

  it('takes words that begin with one dash for operands, since no option does', () => {
    const line = readCommandLine(['search', 'a.fonds', '-treaty', '--limit', '5']);
    expect(line).toMatchObject({ operands: ['a.fonds', '-treaty'], options: { limit: '5' } });
    expect(readCommandLine(['search', 'a.fonds', '--', '--exact']).operands).toEqual(['a.fonds', '--exact']);
  });

  it('tells how one verb is used, whatever else is typed', () => {
    for (const argv of [
      ['tags', '--help'],
      ['help', 'tags'],
      ['tags', 'a.fonds', '--add', 'X', '--help', '--json'],
    ])
      expect(readCommandLine(argv), argv.join(' ')).toMatchObject({ verb: 'help', operands: ['tags'] });
    expect(readCommandLine(['search', 'a.fonds', '--', '--help'])).toMatchObject({ verb: 'search' });
    expect(() => readCommandLine(['help', 'tagz'])).toThrow(UsageError);
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
