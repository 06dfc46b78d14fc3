import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive, NewSource } from '../../../electron/archive/index.js';
import { FondsError } from '../../../electron/contract/index.js';
import { batchesOf } from '../../../electron/service/import-batches.js';
import { titlesOfFolders } from '../../../electron/service/import-collections.js';
import { createImportCommits, type ReadyFile } from '../../../electron/service/import-commits.js';
import { titleBy } from '../../../electron/service/import-titles.js';

describe('files that are ready to be written', () => {
  let groups: string[][];
  let said: string[];
  beforeEach(() => {
    groups = [];
    said = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const titleOf = ({ description }: NewSource) => description.title;
  /** An archive that refuses some titles. */
  const archiveThat = (refuses: (title: string) => unknown): Archive => {
    const addAll = (sources: readonly NewSource[]) => {
      for (const source of sources) {
        const error = refuses(titleOf(source));
        if (error) throw error;
      }
      groups.push(sources.map(titleOf));
      return sources.map((source) => ({ sourceId: titleOf(source), versionId: '' }));
    };
    return { sources: { addAll } } as unknown as Archive;
  };
  const commitsOf = (archive: Archive) => createImportCommits(archive, { id: 'step', label: 'Import' });
  const file = (title: string): ReadyFile => ({
    source: { description: { title }, original: null, text: { text: title } } as unknown as NewSource,
    sha256: title as never,
    added: () => said.push(`${title} added`),
    failed: (error) => said.push(`${title}: ${(error as Error).message}`),
  });

  it('are written together within 200 ms, and acknowledged only then', () => {
    const commits = commitsOf(archiveThat(() => null));
    for (const title of ['a', 'b', 'c']) commits.add(file(title));
    expect([groups, said]).toEqual([[], []]);
    vi.advanceTimersByTime(200);
    expect(groups).toEqual([['a', 'b', 'c']]);
    expect(said).toEqual(['a added', 'b added', 'c added']);
  });

  it('are not held up by one that cannot be written', () => {
    const commits = commitsOf(archiveThat((title) => title === 'b' && new Error('no such date')));
    for (const title of ['a', 'b', 'c']) commits.add(file(title));
    commits.flush();
    expect(groups).toEqual([['a'], ['c']]);
    expect(said).toEqual(['a added', 'b: no such date', 'c added']);
  });

  it('are all given back when the disk is full, and the import ends', () => {
    const commits = commitsOf(archiveThat(() => new FondsError('DISK_FULL', 'full')));
    for (const title of ['a', 'b']) commits.add(file(title));
    expect(() => commits.flush()).toThrow('full');
    expect(said).toEqual(['a: full', 'b: full']);
    expect(() => commits.add(file('c'))).toThrow('full');
  });

  it('are written at once when there are many', () => {
    const commits = commitsOf(archiveThat(() => null));
    for (let at = 0; at < 300; at += 1) commits.add(file(String(at)));
    expect(groups.map(({ length }) => length)).toEqual([128, 128]);
  });
});

describe('batches', () => {
  it('hold small texts together and what takes long alone, in the order given', () => {
    const files = [
      ...Array.from({ length: 200 }, () => ({ reader: 'text', fileBytes: 2_000 })),
      { reader: 'pdf', fileBytes: 2_000 },
      { reader: 'text', fileBytes: 50_000_000 },
      { reader: 'markdown', fileBytes: 100 },
    ];
    const batches = [...batchesOf(files)];
    expect(batches.map(({ length }) => length)).toEqual([128, 72, 1, 1, 1]);
    expect(batches.flat()).toEqual(files);
  });
});

describe('a title by a rule', () => {
  const letter = { name: 'Papers/box3/letter.txt', ownTitle: 'Memo', text: '\n * * *\n\n  To the   envoy \nNext' };
  it.each([
    ['content', 'Memo'],
    ['name', 'letter'],
    ['path', 'Papers/box3/letter'],
    ['first-line', 'To the envoy'],
  ] as const)('%s is “%s”', (rule, title) => {
    expect(titleBy(rule, letter)).toBe(title);
  });

  it('is the name of the file where the rule gives nothing', () => {
    const bare = { name: 'box/.txt', text: ' \n --- \n' };
    expect(titleBy('content', bare)).toBe('.txt');
    expect(titleBy('first-line', bare)).toBe('.txt');
  });

  it('is cut at a word where the first line is long', () => {
    const title = titleBy('first-line', { name: 'a.txt', text: 'word '.repeat(100) });
    expect(title).toMatch(/word…$/);
    expect(title.length).toBeLessThanOrEqual(201);
  });
});

it('folders give their names to collections, and their paths where the names are alike', () => {
  const titles = titlesOfFolders(['P/1950/a', 'P/1951/A', 'P/b']);
  expect([...titles.values()]).toEqual(['P/1950/a', 'P/1951/A', 'b']);
});
