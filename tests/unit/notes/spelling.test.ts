import { describe, expect, it } from 'vitest';
import { createSpell } from '../../../electron/notes/spelling/spell.js';
import { createDictionary } from '../../../electron/notes/spelling/spelling-dictionary.js';
import { loadDictionary } from '../../../electron/notes/spelling/spelling-languages.js';

const words = (...list: string[]) => ({ aff: 'SET UTF-8\n', dic: `${list.length}\n${list.join('\n')}\n` });
const dictionary = (...list: string[]) => createDictionary(words(...list), 'apart');

describe('a dictionary', () => {
  it('takes a typographic apostrophe for a plain one', () => {
    expect(dictionary("don't").knows('don’t')).toBe(true);
  });

  it('reads flags that are numbered, as the Croatian one has them', () => {
    const aff = ['SET UTF-8', 'AF 1', 'AF A', 'SFX A Y 1', 'SFX A a ima a', ''].join('\n');
    const made = createDictionary({ aff, dic: '1\narhiva/1\n' }, 'apart');
    expect(made.knows('arhivima')).toBe(true);
    expect(made.knows('arhiv')).toBe(false);
  });

  it('takes words written together for right only where a language does that', () => {
    const list = words('Regierung', 'Vorlage');
    expect(createDictionary(list, 'compounds').knows('Regierungsvorlage')).toBe(true);
    expect(createDictionary(list, 'apart').knows('Regierungsvorlage')).toBe(false);
  });

  it('does not take part of a compound for the whole', () => {
    expect(createDictionary(words('Regierung'), 'compounds').knows('Regierungsvorlxge')).toBe(false);
  });
});

describe('spelling', () => {
  const spell = createSpell(async (language) => {
    if (language === 'a') return dictionary('colour', 'archive');
    return language === 'b' ? dictionary('Archiv', 'Farbe') : null;
  });

  it('takes a word for right when any chosen language knows it', async () => {
    expect(await spell.check(['a', 'b'], ['colour', 'Farbe', 'collour'])).toEqual(['collour']);
    expect(await spell.check(['a'], ['colour', 'Farbe'])).toEqual(['Farbe']);
  });

  it('says nothing when no language is chosen or none of them has a dictionary', async () => {
    expect(await spell.check([], ['xyzzy'])).toEqual([]);
    expect(await spell.check(['xx'], ['xyzzy'])).toEqual([]);
  });

  it('suggests from every chosen language', async () => {
    const suggested = await spell.suggest(['a', 'b'], 'archiv');
    expect(suggested).toContain('archive');
    expect(suggested).toContain('Archiv');
  });
});

describe('the dictionaries that come with Fonds', () => {
  it.each([
    ['en-GB', 'colour', 'goverment', 'government'],
    ['en-US', 'color', 'goverment', 'government'],
    ['hr', 'arhivima', 'predsjednka', 'predsjednika'],
    ['de', 'Bundesarchiv', 'Memorandm', 'Memorandum'],
    ['sr-Cyrl', 'председника', 'архва', 'архива'],
    ['sr-Latn', 'predsednika', 'arhva', 'arhiva'],
    ['es', 'archivo', 'archibo', 'archivo'],
  ])('know %s', async (language, right, wrong, meant) => {
    const made = await loadDictionary(language);
    expect(made?.knows(right)).toBe(true);
    expect(made?.knows(wrong)).toBe(false);
    expect(made?.suggest(wrong)).toContain(meant);
  });
});
