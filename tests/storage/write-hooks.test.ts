/** What other rooms write with a change of a source: in the same transaction, or not at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import type { SourceId } from '../../electron/contract/index.js';
import { addSource, freshFolder, OPTIONS, titles } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(`${folder.dir}/Letters.fonds`, OPTIONS);
  archive.database.exec(`INSERT INTO search_index (id, analyzer, state) VALUES (1, 'test', 'current')`);
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const INSERT = 'INSERT INTO search_pending (index_id, source_id) VALUES (1, :id) ON CONFLICT DO NOTHING';
/** As the search index does: a row for each source that was touched. */
const followed = () => {
  const events: string[] = [];
  const touched: (readonly SourceId[])[] = [];
  archive.onWrite(({ sourceIds }) => {
    for (const id of sourceIds) archive.database.prepare(INSERT).run({ id });
    touched.push(sourceIds);
    events.push('wrote');
    return { committed: () => events.push('committed'), rolledBack: () => events.push('rolled back') };
  });
  return { events, touched };
};
const pending = (): string[] =>
  archive.database
    .prepare<{ id: string }>('SELECT source_id AS id FROM search_pending ORDER BY source_id')
    .all()
    .map(({ id }) => id);

describe('a room that follows the sources', () => {
  it('writes with every change of a source, once for each, and sees the rows as they will be', async () => {
    const { events, touched } = followed();
    const seen: string[][] = [];
    archive.onWrite(() => {
      seen.push(titles(archive));
      return undefined;
    });
    const { sourceId: one } = await addSource(archive, folder.dir, { description: { title: 'One' } });
    const { sourceId: two } = await addSource(archive, folder.dir, { description: { title: 'Two' } });
    archive.sources.describe([one, two, one], { title: 'Same' });
    archive.sources.delete([two]);
    archive.sources.restore([two]);
    archive.history.undo();
    archive.history.redo();
    expect(touched).toEqual([[one], [two], [one, two], [two], [two], [two], [two]]);
    expect(seen).toEqual([
      ['One'],
      ['One', 'Two'],
      ['Same', 'Same'],
      ['Same'],
      ['Same', 'Same'],
      ['Same'],
      ['Same', 'Same'],
    ]);
    expect(events).toEqual(Array.from({ length: 7 }, () => ['wrote', 'committed']).flat());
    expect(pending()).toEqual([one, two].sort());
  });

  it('is left alone by changes that touch no source', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'One' } });
    const { events } = followed();
    const tag = archive.tags.create('Urgent');
    archive.tags.add(tag.id, [sourceId]);
    archive.collections.add(archive.collections.create('Set').id, [sourceId]);
    archive.history.undo();
    archive.sources.describe([sourceId], { title: 'One' });
    archive.sources.restore([sourceId]);
    expect(events).toEqual([]);
  });

  it('takes the whole change back when it fails, and the hooks before it hear of it', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Before' } });
    const before = { history: archive.history.state(), source: archive.sources.get(sourceId) };
    const heard: unknown[] = [];
    archive.onChange((change) => heard.push(change));
    const { events } = followed();
    const stop = archive.onWrite(() => {
      throw new Error('the index is broken');
    });
    const refused = /the index is broken/;
    expect(() => archive.sources.describe([sourceId], { title: 'After' })).toThrow(refused);
    expect(() => archive.sources.delete([sourceId])).toThrow(refused);
    expect(() => archive.history.undo()).toThrow(refused);
    await expect(addSource(archive, folder.dir, { description: { title: 'New' } })).rejects.toThrow(refused);
    expect(archive.sources.get(sourceId)).toEqual(before.source);
    expect(archive.history.state()).toEqual(before.history);
    expect(titles(archive)).toEqual(['Before']);
    expect(pending()).toEqual([]);
    expect(heard).toEqual([]);
    expect(events).toEqual(Array.from({ length: 4 }, () => ['wrote', 'rolled back']).flat());

    stop();
    archive.sources.describe([sourceId], { title: 'After' });
    expect(events.slice(-2)).toEqual(['wrote', 'committed']);
    expect(pending()).toEqual([sourceId]);
  });

  it('is not asked about a change that failed before it, nor about one before that', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Before' } });
    const { touched } = followed();
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5' as SourceId;
    // The first of the two is written, then the second turns out not to exist.
    expect(() => archive.sources.describe([sourceId, stranger], { title: 'After' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(touched).toEqual([]);
    const { sourceId: next } = await addSource(archive, folder.dir);
    expect(touched).toEqual([[next]]);
  });

  it('is called before the listeners, when the change can be read by anyone', async () => {
    const order: string[] = [];
    archive.onChange(() => order.push('heard'));
    archive.onWrite(() => ({ committed: () => order.push('committed'), rolledBack: () => undefined }));
    await addSource(archive, folder.dir);
    expect(order).toEqual(['committed', 'heard']);
  });
});

describe('a room with changes of its own', () => {
  const state = () => archive.database.prepare<{ state: string }>('SELECT state FROM search_index').get()?.state;
  const SET = 'UPDATE search_index SET state = :state';
  const join = () =>
    archive.history.register('index.state', (_id, to) => {
      archive.database.prepare(SET).run({ state: to as string });
      return { scopes: ['index'], sourceIds: [] };
    });
  const build = () =>
    archive.history.step(() => {
      archive.database.prepare(SET).run({ state: 'building' });
      const change = { kind: 'index.state', subjectId: '1', before: 'current', after: 'building' };
      return { label: 'Build', changes: [change], scopes: ['index'], said: 'built' };
    });

  it('shares the one history: undo and redo go through what it has made known', async () => {
    join();
    const heard: unknown[] = [];
    archive.onChange(({ scopes }) => heard.push(scopes));
    const { said } = build();
    expect(said).toBe('built');
    expect(archive.history.undo()).toMatchObject({ undo: null, redo: 'Build' });
    expect(state()).toBe('current');
    archive.history.redo();
    expect(state()).toBe('building');
    expect(heard).toEqual([
      ['index', 'history'],
      ['archive', 'history', 'index'],
      ['archive', 'history', 'index'],
    ]);
    expect(join).toThrow(/already/);
  });

  it('leaves the archive as it is when the room is not there to undo it', async () => {
    join();
    build();
    archive.close();
    archive = await openArchive(`${folder.dir}/Letters.fonds`, 'write', OPTIONS);
    expect(() => archive.history.undo()).toThrow(/index\.state/);
    expect(archive.history.state()).toMatchObject({ undo: 'Build', redo: null });
    expect(state()).toBe('building');
  });

  it('is rolled back with what it did when it fails half-way', () => {
    join();
    const fail = () =>
      archive.history.step(() => {
        archive.database.prepare(SET).run({ state: 'building' });
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(state()).toBe('current');
    expect(archive.history.state().undo).toBeNull();
  });
});
