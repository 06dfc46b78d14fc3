import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import type { Scope, SourceId, TagId } from '../../electron/contract/index.js';
import { addSource, BY_TITLE, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let one: SourceId;
let two: SourceId;
const place = () => `${folder.dir}/Letters.fonds`;
const reopen = async (access: 'write' | 'read' = 'write') => {
  archive.close();
  archive = await openArchive(place(), access, OPTIONS);
};

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(place(), OPTIONS);
  one = (await addSource(archive, folder.dir, { description: { title: 'One' } })).sourceId;
  two = (await addSource(archive, folder.dir, { description: { title: 'Two' } })).sourceId;
});
afterEach(() => {
  archive.close();
  folder.remove();
});

describe('tags', () => {
  it('are put on sources, taken off, and found from either side', () => {
    const urgent = archive.tags.create(' Urgent ');
    const late = archive.tags.create('Late');
    expect(urgent).toEqual({
      id: urgent.id,
      name: 'Urgent',
      parentId: null,
      colour: null,
      description: '',
      sourceCount: 0,
      annotationCount: 0,
      reachCount: 0,
    });
    archive.tags.add(urgent.id, [one, two, one]);
    archive.tags.add(late.id, [one]);
    expect(archive.sources.get(one).tagIds).toEqual([late.id, urgent.id]);
    expect(archive.tags.list().map(({ name, sourceCount }) => [name, sourceCount])).toEqual([
      ['Late', 1],
      ['Urgent', 2],
    ]);
    archive.tags.remove(urgent.id, [one]);
    expect(archive.tags.members(urgent.id)).toEqual([two]);
    const listed = archive.sources.list({ filter: { tagId: urgent.id }, sort: BY_TITLE, offset: 0, limit: 9 });
    expect(listed).toMatchObject({ total: 1, rows: [{ id: two }] });
    expect(archive.sources.ids({ filter: { tagId: late.id, contains: 'o' }, sort: BY_TITLE })).toEqual([one]);
    archive.sources.delete([two]);
    expect(archive.tags.members(urgent.id)).toEqual([]);
    expect(archive.tags.list().map(({ sourceCount }) => sourceCount)).toEqual([1, 0]);
  });

  it('refuse a name that is taken but for case and accents, also when renamed, and take their own again', () => {
    const czechs = archive.tags.create('Česi');
    const other = archive.tags.create('Other');
    const nameInUse = expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('“Česi”') });
    expect(() => archive.tags.create('cesi')).toThrow(nameInUse);
    expect(() => archive.tags.rename(other.id, 'CESI')).toThrow(nameInUse);
    expect(() => archive.tags.create('  ')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    archive.tags.rename(czechs.id, 'Cesi');
    archive.tags.delete(czechs.id);
    expect(archive.tags.create('česi').name).toBe('česi');
  });

  it('may be called like a collection', () => {
    archive.collections.create('Crisis');
    expect(archive.tags.create('Crisis').name).toBe('Crisis');
  });

  it('change nothing at all when a source or the tag does not exist', () => {
    const { id } = archive.tags.create('Urgent');
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5';
    const notFound = expect.objectContaining({ code: 'NOT_FOUND' });
    const before = archive.history.state();
    expect(() => archive.tags.add(id, [one, stranger as SourceId])).toThrow(notFound);
    expect(() => archive.tags.add(stranger as TagId, [one])).toThrow(notFound);
    expect(archive.tags.members(id)).toEqual([]);
    expect(archive.sources.get(one).tagIds).toEqual([]);
    expect(archive.history.state()).toEqual(before);
  });

  it('are undone and redone one change at a time, also after reopening', async () => {
    const snapshot = () =>
      JSON.stringify([
        archive.tags.list(),
        archive.tags.list().map(({ id }) => archive.tags.members(id)),
        [one, two].map((id) => archive.sources.get(id).tagIds),
      ]);
    const states = [snapshot()];
    const change = (work: () => void) => {
      work();
      states.push(snapshot());
    };
    let id = '' as TagId;
    change(() => {
      id = archive.tags.create('Urgent').id;
    });
    change(() => archive.tags.add(id, [one, two]));
    change(() => archive.tags.remove(id, [two]));
    change(() => archive.tags.rename(id, 'Done'));
    change(() => archive.tags.delete(id));
    expect(archive.history.state().undo).toBe('Delete tag “Done”');
    for (let at = states.length - 2; at >= 0; at -= 1) {
      archive.history.undo();
      expect(snapshot()).toBe(states[at]);
      if (at % 2 === 0) await reopen();
    }
    for (let at = 1; at < states.length; at += 1) {
      archive.history.redo();
      expect(snapshot()).toBe(states[at]);
      if (at % 2 === 0) await reopen();
    }
  });

  it('tell what a client must ask for again, and nothing when nothing changed', () => {
    const heard: { scopes: Scope[]; sourceIds: SourceId[] }[] = [];
    archive.onChange((change) => heard.push(change));
    const { id } = archive.tags.create('Urgent');
    archive.tags.add(id, [one]);
    archive.tags.add(id, [one]);
    archive.tags.rename(id, 'Urgent');
    expect(heard).toEqual([
      { scopes: ['tags', 'sources', 'history'], sourceIds: [] },
      { scopes: ['tags', 'sources', 'history'], sourceIds: [one] },
    ]);
    archive.history.undo();
    expect(heard.at(-1)).toEqual({ scopes: ['archive', 'history', 'tags', 'sources'], sourceIds: [one] });
  });

  it('cannot be changed in an archive that is open for reading, and can be read there', async () => {
    const { id } = archive.tags.create('Urgent');
    archive.tags.add(id, [two]);
    await reopen('read');
    const readOnly = expect.objectContaining({ code: 'ARCHIVE_READ_ONLY' });
    expect(() => archive.tags.create('X')).toThrow(readOnly);
    expect(() => archive.tags.add(id, [one])).toThrow(readOnly);
    expect(archive.tags.members(id)).toEqual([two]);
  });
});

describe('the language a text seems to be in', () => {
  const guess = (language: string) => {
    const versionId = archive.texts.get(one).id;
    archive.database.write(() =>
      archive.database
        .prepare('INSERT INTO text_language (version_id, language) VALUES (:versionId, :language)')
        .run({ versionId, language }),
    );
  };

  it('is reported with the source', () => {
    guess('sr');
    expect(archive.sources.get(one).guessedLanguage).toBe('sr');
    expect(archive.sources.get(two).guessedLanguage).toBeNull();
  });

  it('is not made up when it cannot be detected', () => {
    guess('');
    expect(archive.sources.get(one).guessedLanguage).toBeNull();
  });
});
