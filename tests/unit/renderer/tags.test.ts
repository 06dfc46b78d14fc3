/** Tags of several sources at once, what the line offers, and the language that is guessed. */
import { describe, expect, it } from 'vitest';
import { type Tag, TagId, tagTree } from '../../../electron/contract/index.js';
import { commonGuess, languageTag } from '../../../renderer/features/description/language-options.js';
import { suggestTags, tagCoverage } from '../../../renderer/features/description/tag-coverage.js';
import { navItemKey, tabStopKey, tagsInSight } from '../../../renderer/features/sources/nav-items.js';

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
const paths = (offered: readonly { path: string }[]) => offered.map(({ path }) => path);
const known = tagTree([urgent, river, echo]);

describe('the tags of several sources', () => {
  it('tell those of all from those of some, and say of how many', () => {
    const sources = [{ tagIds: [urgent.id, river.id] }, { tagIds: [river.id] }];
    expect(tagCoverage(sources, known)).toEqual([
      { tag: river, count: 2, isOnAll: true },
      { tag: urgent, count: 1, isOnAll: false },
    ]);
  });

  it('leave out a tag that was deleted a moment ago', () => {
    expect(tagCoverage([{ tagIds: [urgent.id] }], tagTree([river]))).toEqual([]);
  });
});

describe('the line that adds a tag', () => {
  const standings = tagCoverage([{ tagIds: [river.id] }, { tagIds: [river.id, urgent.id] }], known);

  it('offers what is not on all of them yet, so that a tag of some can be given to the rest', () => {
    expect(paths(suggestTags('', known, standings))).toEqual(['Écho', 'urgent']);
  });

  it('finds a tag whatever its case and accents, beginnings first', () => {
    expect(paths(suggestTags('ECH', known, []))).toEqual(['Écho']);
    expect(paths(suggestTags('r', known, []))).toEqual(['river traffic', 'urgent']);
  });

  it('offers tags by their path: those called so first, then what is below them', () => {
    const president = { ...tag(4, 'President'), parentId: urgent.id };
    const other = { ...tag(5, 'President'), parentId: river.id };
    const tree = tagTree([urgent, river, echo, president, other]);
    expect(paths(suggestTags('urgent', tree, []))).toEqual(['urgent', 'urgent/President']);
    expect(paths(suggestTags('URGENT / pr', tree, []))).toEqual(['urgent/President']);
    expect(paths(suggestTags('river traffic/', tree, []))).toEqual(['river traffic/President']);
    expect(paths(suggestTags('président', tree, []))).toEqual(['river traffic/President', 'urgent/President']);
  });

  it('takes the tag there is instead of making a second one of the same name, and asks which of two', () => {
    const president = { ...tag(4, 'President'), parentId: urgent.id };
    const other = { ...tag(5, 'President'), parentId: river.id };
    const tree = tagTree([urgent, river, president, other]);
    expect(tree.candidatesFor('  River Traffic ')).toEqual([river]);
    expect(tree.candidatesFor('river')).toEqual([]);
    expect(tree.candidatesFor('president')).toHaveLength(2);
    expect(tree.candidatesFor('river traffic/PRESIDENT')).toEqual([other]);
    expect(tree.label(other.id)).toBe('river traffic/President');
    expect(tree.label(urgent.id)).toBe('urgent');
  });
});

describe('the tree of tags in the navigation', () => {
  const child = { ...tag(4, 'Child'), parentId: urgent.id };
  const grandchild = { ...tag(5, 'Grandchild'), parentId: child.id };
  const tree = tagTree([grandchild, child, urgent, river]);
  const at = (one: Tag) => ({ kind: 'tag', id: one.id, name: one.name }) as const;

  it('keeps a tab stop where the tag one is at is folded away', () => {
    expect(tabStopKey(at(grandchild), tree, new Set())).toBe(navItemKey(at(grandchild)));
    expect(tabStopKey(at(grandchild), tree, new Set([navItemKey(at(child))]))).toBe(navItemKey(at(child)));
    const folded = new Set([navItemKey(at(child)), navItemKey(at(urgent))]);
    expect(tabStopKey(at(grandchild), tree, folded)).toBe(navItemKey(at(urgent)));
    expect(tabStopKey(at(urgent), tree, folded)).toBe(navItemKey(at(urgent)));
    expect(tabStopKey({ kind: 'all' }, tree, folded)).toBe('all');
  });

  it('lists a parent before its children, whatever order they come in', () => {
    expect(tree.tags.map(({ id }) => tree.path(id))).toEqual([
      'urgent',
      'urgent/Child',
      'urgent/Child/Grandchild',
      'river traffic',
    ]);
    expect(tree.tags.map(({ id }) => tree.depth(id))).toEqual([0, 1, 2, 0]);
  });
});

describe('the language of a source', () => {
  it('can be typed by its name, and any other tag as it stands', () => {
    expect(languageTag('serbian (cyrillic)')).toBe('sr-Cyrl');
    expect(languageTag(' sr-Latn ')).toBe('sr-Latn');
    expect(languageTag('cu')).toBe('cu');
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

describe('very many tags', () => {
  const idOf = (n: number) => TagId.parse(`0195f000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  const many = (count: number, parentOf: (n: number) => number | null) =>
    tagTree(
      Array.from({ length: count }, (_, n): Tag => {
        const parent = parentOf(n);
        return { ...tag(1, `Tag ${n}`), id: idOf(n), parentId: parent === null ? null : idOf(parent) };
      }),
    );
  const options = { folded: new Set<string>(), most: 50, current: { kind: 'all' } as const };
  const drawn = (inSight: ReturnType<typeof tagsInSight>) => [...inSight.values()].flat().length;

  it.each<[string, (n: number) => number | null]>([
    ['side by side', () => null],
    ['below one', (n) => (n === 0 ? null : 0)],
    ['three below each', (n) => (n === 0 ? null : Math.floor((n - 1) / 3))],
  ])('are drawn a few at once beside the sources, lying %s', (_name, parentOf) => {
    const tree = many(100_000, parentOf);
    expect(drawn(tagsInSight(tree, options))).toBe(50);
    expect(drawn(tagsInSight(tree, { ...options, most: 100 }))).toBe(100);
    // The one that is shown is there, with the way to it.
    const id = idOf(99_999);
    const inSight = tagsInSight(tree, { ...options, current: { kind: 'tag', id, name: '' } });
    const ids = new Set([...inSight.values()].flat().map((each) => each.id));
    for (const each of [id, ...tree.ancestors(id)]) expect(ids.has(each)).toBe(true);
  });

  it('draw the outer ones before those below them, and nothing of what is folded', () => {
    const tree = many(60, (n) => (n < 30 ? null : n - 30));
    expect(tagsInSight(tree, options).get(null)).toHaveLength(30);
    const folded = new Set([navItemKey({ kind: 'tag', id: idOf(0), name: '' })]);
    expect(tagsInSight(tree, { ...options, folded }).has(idOf(0))).toBe(false);
    expect(tagsInSight(tree, options).get(idOf(0))).toHaveLength(1);
  });
});
