/** Tags of several sources at once, what the line offers, and the language that is guessed. */
import { describe, expect, it } from 'vitest';
import { type Tag, TagId } from '../../../electron/contract/index.js';
import { commonGuess, tagOfLanguage } from '../../../renderer/features/description/languages.js';
import { offeredTags, tagCalled, tagStandings } from '../../../renderer/features/description/tag-counts.js';

const tag = (n: number, name: string): Tag => ({
  id: TagId.parse(`0195f000-0000-7000-8000-00000000000${n}`),
  name,
  parentId: null,
  colour: null,
  description: '',
  sourceCount: n,
  annotationCount: 0,
  reachCount: n,
});
const urgent = tag(1, 'urgent');
const river = tag(2, 'river traffic');
const echo = tag(3, 'Écho');
const known = [urgent, river, echo];

describe('the tags of several sources', () => {
  it('tell those of all from those of some, and say of how many', () => {
    const sources = [{ tagIds: [urgent.id, river.id] }, { tagIds: [river.id] }];
    expect(tagStandings(sources, known)).toEqual([
      { tag: river, count: 2, isOnAll: true },
      { tag: urgent, count: 1, isOnAll: false },
    ]);
  });

  it('leave out a tag that was deleted a moment ago', () => {
    expect(tagStandings([{ tagIds: [urgent.id] }], [river])).toEqual([]);
  });
});

describe('the line that adds a tag', () => {
  const standings = tagStandings([{ tagIds: [river.id] }, { tagIds: [river.id, urgent.id] }], known);

  it('offers what is not on all of them yet, so that a tag of some can be given to the rest', () => {
    expect(offeredTags('', known, standings)).toEqual([echo, urgent]);
  });

  it('finds a tag whatever its case and accents, beginnings first', () => {
    expect(offeredTags('ECH', known, [])).toEqual([echo]);
    expect(offeredTags('r', known, [])).toEqual([river, urgent]);
  });

  it('takes the tag there is instead of making a second one of the same name', () => {
    expect(tagCalled('  River Traffic ', known)).toBe(river);
    expect(tagCalled('river', known)).toBeNull();
  });
});

describe('the language of a source', () => {
  it('can be typed by its name, and any other tag as it stands', () => {
    expect(tagOfLanguage('serbian (cyrillic)')).toBe('sr-Cyrl');
    expect(tagOfLanguage(' sr-Latn ')).toBe('sr-Latn');
    expect(tagOfLanguage('cu')).toBe('cu');
  });

  const guessed = (guessedLanguage: string | null, language = '') => ({ guessedLanguage, description: { language } });

  it('is guessed for several only where all guesses agree and none says its own', () => {
    expect(commonGuess([guessed('fr'), guessed('fr')])).toBe('fr');
    expect(commonGuess([guessed('fr'), guessed('de')])).toBeNull();
    expect(commonGuess([guessed('fr'), guessed(null)])).toBeNull();
    expect(commonGuess([guessed('fr', 'fr')])).toBeNull();
    expect(commonGuess([])).toBeNull();
  });
});
