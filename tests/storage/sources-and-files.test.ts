/** Sources with several originals, with none, and without a text; and where files came from. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, type NewSource, openArchive, restoreArchive, textHash } from '../../electron/archive/index.js';
import { EMPTY_DESCRIPTION, NO_TEXT_ORIGIN, type SourceId } from '../../electron/contract/index.js';
import { OPTIONS, verifyAll } from './archive-bench.js';
import { openShelf, type Shelf } from './search-index-bench.js';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.remove());

const step = { id: 'a-step', label: 'Import 3 files' };
const original = async (path: string, words: string) => {
  const file = join(dirname(shelf.archive.dir), path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, words);
  const { sha256, fileBytes } = await shelf.archive.originals.store(file);
  return { sha256, fileBytes, fileName: path.split('/').at(-1) ?? '', mediaType: 'image/png', path };
};
const source = (given: Pick<NewSource, 'original'> & { title: string }): NewSource => ({
  description: { ...EMPTY_DESCRIPTION, title: given.title },
  original: given.original,
  text: null,
});
const gone = { sha256: 'f'.repeat(64) as never, fileBytes: 1, fileName: 'x', mediaType: 'image/png' };

describe('a source of several originals', () => {
  it('keeps them in their order, with where each lay, through a backup too', async () => {
    const pages = [await original('box3/page 2.png', 'two'), await original('box3/page 1.png', 'one')];
    const { sourceId } = shelf.archive.sources.add(source({ title: 'A letter', original: pages }), step);
    const paths = (archive: Archive) => archive.sources.get(sourceId).originals.map(({ path }) => path);
    expect(paths(shelf.archive)).toEqual(['box3/page 2.png', 'box3/page 1.png']);
    expect((await verifyAll(shelf.archive)).map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
    const file = join(dirname(shelf.archive.dir), 'Kept.fonds-backup');
    await shelf.archive.backup(file);
    const restored = join(dirname(shelf.archive.dir), 'Restored.fonds');
    await restoreArchive(file, restored, OPTIONS);
    const again = await openArchive(restored, 'read', OPTIONS);
    expect(paths(again)).toEqual(['box3/page 2.png', 'box3/page 1.png']);
    expect((await verifyAll(again)).map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
    again.close();
  });
});

describe('a source without a text', () => {
  it('is found by its description, and by its text once there is one', async () => {
    const { sourceId } = shelf.archive.sources.add(source({ title: 'A book of accounts', original: null }), step);
    const { texts } = shelf.archive;
    expect(texts.get(sourceId)).toMatchObject({ text: '', origin: NO_TEXT_ORIGIN, isCurrent: true });
    expect(shelf.ids('accounts')).toEqual([sourceId]);
    shelf.archive.history.step(() => {
      const { id: parentId } = texts.get(sourceId);
      const text = { text: 'Twelve barrels.', spans: [], remarks: [], origin: 'person', parentId, reason: '' };
      const made = texts.revise(sourceId, text);
      return { label: 'Transcribe', changes: [made.change], scopes: ['texts'], sourceIds: [sourceId] };
    });
    expect(shelf.ids('barrels')).toEqual([sourceId]);
    shelf.archive.history.undo();
    expect(shelf.ids('barrels')).toEqual([]);
    expect(await verifyAll(shelf.archive)).toEqual([]);
  });

  it('is never taken for another one because neither has a text', () => {
    shelf.archive.sources.add(source({ title: 'A', original: null }), step);
    expect(shelf.archive.sources.findByText(textHash(''))).toBeNull();
  });
});

describe('sources that are added together', () => {
  it('are one undo step, and none is there when one of them cannot be', async () => {
    const added = shelf.archive.sources.addAll(
      [source({ title: 'A', original: await original('a', 'a') }), source({ title: 'B', original: null })],
      step,
    );
    expect(added).toHaveLength(2);
    const bad = [source({ title: 'C', original: null }), source({ title: 'D', original: gone })];
    expect(() => shelf.archive.sources.addAll(bad, step)).toThrow(/not stored/);
    const bin = { ...source({ title: 'E', original: null }), collectionId: 'none' as never };
    expect(() => shelf.archive.sources.addAll([source({ title: 'C', original: null }), bin], step)).toThrow();
    expect(shelf.archive.info().counts.sources).toBe(2);
    shelf.archive.history.undo();
    expect(shelf.archive.info().counts).toMatchObject({ sources: 0, inBin: 2 });
  });
});

describe('folders that files came from', () => {
  let ids: Record<string, SourceId>;
  const list = (folder: string) =>
    shelf.archive.sources
      .list({ filter: { folder }, sort: { by: 'title', direction: 'ascending' }, offset: 0, limit: 10 })
      .rows.map(({ title }) => title);
  beforeEach(async () => {
    ids = {};
    for (const path of ['Papers/box3/letter.txt', 'Papers/box 3/letter.txt', 'Papers/box3/a/x.txt', 'loose.txt']) {
      ids[path] = shelf.archive.sources.add(
        source({ title: path, original: await original(path, path) }),
        step,
      ).sourceId;
    }
  });

  it('are a tree in which each says how many sources lie below it', () => {
    expect(shelf.archive.sources.folders()).toEqual([
      { path: 'Papers', sourceCount: 3 },
      { path: 'Papers/box 3', sourceCount: 1 },
      { path: 'Papers/box3', sourceCount: 2 },
      { path: 'Papers/box3/a', sourceCount: 1 },
    ]);
    shelf.archive.sources.delete([ids['Papers/box3/a/x.txt'] as SourceId]);
    expect(shelf.archive.sources.folders()).toContainEqual({ path: 'Papers/box3', sourceCount: 1 });
    expect(shelf.archive.sources.folders().map(({ path }) => path)).not.toContain('Papers/box3/a');
  });

  it('narrow the list to what is in them and below', () => {
    expect(list('Papers/box3')).toEqual(['Papers/box3/a/x.txt', 'Papers/box3/letter.txt']);
    expect(list('Papers')).toHaveLength(3);
    expect(list('Pap')).toEqual([]);
  });
});
