import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEARCH_FIELDS } from '../../../electron/contract/index.js';
import { parseQuery } from '../../../electron/search/query/index.js';
import { includeSelected, isInformative, visibleValues } from '../../../renderer/features/search/facet-values.js';
import { HELP, withExample } from '../../../renderer/features/search/query-help.js';

const value = (label: string, count = 1) => ({ value: label, label, count });

describe('the values of a facet', () => {
  it('keep a chosen value in sight, also when nothing found has it', () => {
    const values = includeSelected([value('Cable', 3)], ['Letter', 'Cable'], (name) => name.toUpperCase());
    expect(values).toEqual([value('Cable', 3), { value: 'Letter', label: 'LETTER', count: 0 }]);
  });

  it('show the first ones in their order, chosen ones from further down, and say how many more there are', () => {
    const values = 'abcdef'.split('').map((label) => value(label));
    const { shown, more } = visibleValues(values, { selected: ['e'], limit: 2, contains: '' });
    expect(shown.map(({ label }) => label)).toEqual(['a', 'b', 'e']);
    expect(more).toBe(3);
  });

  it('are looked in whatever case and marks', () => {
    const values = [value('Ćirjanić, Ljiljana'), value('Abell, T.')];
    expect(visibleValues(values, { selected: [], limit: 9, contains: ' CIRJ ' }).shown).toEqual([values[0]]);
  });

  it('never lose one: what is shown and what is counted as more are all that match', () => {
    const values = fc.uniqueArray(fc.string(), { maxLength: 40 }).map((labels) => labels.map((label) => value(label)));
    fc.assert(
      fc.property(values, fc.nat({ max: 50 }), fc.subarray(['', 'a', 'b', '!']), (all, limit, selected) => {
        const { shown, more } = visibleValues(all, { selected, limit, contains: '' });
        expect(shown.length + more).toBe(all.length);
        for (const one of all) if (selected.includes(one.value)) expect(shown).toContain(one);
      }),
    );
  });

  it('are worth a heading when one is given or chosen, not when all are without', () => {
    expect(isInformative([{ value: '', label: 'Not given', count: 9 }], [])).toBe(false);
    expect(isInformative([{ value: '', label: 'Not given', count: 9 }], [''])).toBe(true);
    expect(isInformative([value('Cable')], [])).toBe(true);
  });
});

describe('the help of the search line', () => {
  const examples = HELP.flatMap(({ lines }) => lines.map(({ example }) => example));

  it('shows only examples that can be read, alone and behind a word', () => {
    for (const example of examples) {
      expect(() => parseQuery(example, 'all'), example).not.toThrow();
      expect(() => parseQuery(withExample('lock', example), 'all'), example).not.toThrow();
    }
  });

  it('names every field once, and no example twice', () => {
    for (const { example } of SEARCH_FIELDS) expect(examples.filter((other) => other === example)).toHaveLength(1);
    expect(new Set(examples).size).toBe(examples.length);
  });

  it('writes an example behind what stands there, with one blank', () => {
    expect(withExample('lock  ', 'box:12')).toBe('lock box:12');
    expect(withExample('  ', 'box:12')).toBe('box:12');
  });
});
