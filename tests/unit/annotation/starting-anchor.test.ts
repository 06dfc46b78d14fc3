import { describe, expect, it } from 'vitest';
import { ancestors, startingAnchor } from '../../../electron/annotation/starting-anchor.js';
import type { VersionId } from '../../../electron/contract/index.js';

const id = (name: string) => name as VersionId;
const version = (name: string, parent: string | null) => ({ id: id(name), parentId: parent ? id(parent) : null });
/** Read once (`a`), corrected twice in a row (`b`, `c`), and once more from the first (`d`). */
const VERSIONS = [version('a', null), version('b', 'a'), version('c', 'b'), version('d', 'a')];
const chosen = (certain: string[], to: string) => {
  const places = certain.map((name) => ({ versionId: id(name) }));
  return startingAnchor(places, ancestors(VERSIONS, id(to)), VERSIONS).versionId;
};

describe('the place from which an annotation is looked for in another text', () => {
  it('is the one on the nearest text that this one was made from', () => {
    expect(ancestors(VERSIONS, id('c'))).toEqual(['c', 'b', 'a']);
    expect(chosen(['a'], 'c')).toBe('a');
    expect(chosen(['a', 'b'], 'c')).toBe('b');
    expect(chosen(['b', 'a'], 'd')).toBe('a');
    expect(chosen(['a', 'c'], 'c')).toBe('c');
  });

  it('is the one on the latest text when none of its forebears has one', () => {
    expect(chosen(['b', 'c'], 'd')).toBe('c');
    expect(chosen(['b', 'd'], 'a')).toBe('d');
  });
});
