/** Versions of a text: made by hand, made the current one, taken back; read, searched, verified and backed up with all. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive, restoreArchive } from '../../electron/archive/index.js';
import type { Scope, SourceId, VersionId } from '../../electron/contract/index.js';
import { OPTIONS, verifyAll } from './archive-bench.js';
import { openShelf, type Shelf } from './search-index-bench.js';

let shelf: Shelf;
let id: SourceId;
let read: VersionId;
beforeEach(async () => {
  shelf = await openShelf();
  id = await shelf.add('The cnvoy signed the treaty.');
  read = shelf.archive.texts.get(id).id;
});
afterEach(() => shelf.remove());

/** As the room of annotations does it, without annotations to anchor. */
const correct = (text: string, reason = 'Misread letters', parentId?: VersionId): VersionId =>
  shelf.archive.history.step(() => {
    const { texts } = shelf.archive;
    const parent = texts.get(id, parentId);
    const { spans, remarks } = parent;
    const made = texts.revise(id, { text, spans, remarks, origin: 'person', parentId: parent.id, reason });
    return {
      label: 'Correct the text',
      changes: [made.change],
      scopes: ['texts', 'sources'],
      sourceIds: [id],
      ...made,
    };
  }).versionId;
const makeCurrent = (versionId: VersionId): void => {
  shelf.archive.history.step(() => {
    const change = shelf.archive.texts.makeCurrent(id, versionId);
    return { label: 'Go to a version', changes: change ? [change] : [], scopes: ['texts'], sourceIds: [id] };
  });
};
const current = () => shelf.archive.texts.get(id);
const line = (archive: Archive) =>
  archive.texts.versions(id).map(({ origin, parentId, reason, isCurrent, length }) => ({
    origin,
    parentId,
    reason,
    isCurrent,
    length,
  }));

describe('a corrected text', () => {
  it('is a further version with its parent, its author and its reason, and the one that is read', () => {
    const made = correct('The envoy signed the treaty.');
    expect(current()).toMatchObject({ id: made, text: 'The envoy signed the treaty.', who: shelf.archive.who });
    expect(line(shelf.archive)).toEqual([
      { origin: 'reader:text', parentId: null, reason: '', isCurrent: false, length: 28 },
      { origin: 'person', parentId: read, reason: 'Misread letters', isCurrent: true, length: 28 },
    ]);
    expect(shelf.archive.texts.get(id, read).text).toBe('The cnvoy signed the treaty.');
    expect(shelf.archive.sources.live()).toMatchObject([{ sourceId: id, versionId: made }]);
    expect(shelf.archive.catalogue.heads([id]).get(id)?.versionId).toBe(made);
  });

  it('goes back to the version before when it is undone, which never takes a version away', async () => {
    const second = correct('The envoy signed.');
    const third = correct('The envoy signed nothing.');
    const held = () => shelf.archive.texts.versions(id).map((version) => version.id);
    const seen: string[] = [];
    for (const turn of ['undo', 'undo', 'redo', 'redo'] as const) {
      shelf.archive.history[turn]();
      seen.push(current().id);
      expect(held()).toEqual([read, second, third]);
      await shelf.reopen();
    }
    expect(seen).toEqual([second, read, second, third]);
    // Left behind by a new correction, and still there to go to.
    shelf.archive.history.undo();
    const fourth = correct('The envoy fled.');
    expect(held()).toEqual([read, second, third, fourth]);
    expect(shelf.archive.texts.get(id, fourth).parentId).toBe(second);
    makeCurrent(third);
    expect(current().text).toBe('The envoy signed nothing.');
  });

  it('is no step when the version is the current one already', () => {
    const before = shelf.archive.history.state();
    makeCurrent(read);
    expect(shelf.archive.history.state()).toEqual(before);
  });

  it('is refused for a version of another source, and nothing is written', async () => {
    const other = await shelf.add('Another text.');
    const stranger = shelf.archive.texts.get(other).id;
    const notFound = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => correct('A text', '', stranger)).toThrow(notFound);
    expect(() => makeCurrent(stranger)).toThrow(notFound);
    expect(line(shelf.archive)).toHaveLength(1);
    expect(current().id).toBe(read);
  });

  it('tells who reads texts or sources, also when it is undone', () => {
    const heard: { scopes: Scope[]; sourceIds: SourceId[] }[] = [];
    const changedAt = () => shelf.archive.sources.get(id).changedAt;
    const times = [changedAt()];
    shelf.archive.onChange((change) => heard.push(change));
    correct('The envoy signed.');
    times.push(changedAt());
    shelf.archive.history.undo();
    times.push(changedAt());
    for (const change of heard) {
      expect(change.scopes).toEqual(expect.arrayContaining(['texts', 'sources', 'history']));
      expect(change.sourceIds).toEqual([id]);
    }
    expect(heard).toHaveLength(2);
    expect([...new Set(times)].sort()).toEqual(times);
  });
});

describe('a search', () => {
  it('finds the words of the current version and none of the others, at every turn', async () => {
    const corrected = correct('The envoy signed the treaty.');
    const finds = () => ['cnvoy', 'envoy', 'treaty'].filter((word) => shelf.ids(word).length > 0);
    expect(finds()).toEqual(['envoy', 'treaty']);
    makeCurrent(read);
    expect(finds()).toEqual(['cnvoy', 'treaty']);
    shelf.archive.history.undo();
    expect(finds()).toEqual(['envoy', 'treaty']);
    shelf.archive.history.undo();
    expect(finds()).toEqual(['cnvoy', 'treaty']);
    await shelf.reopen();
    expect(finds()).toEqual(['cnvoy', 'treaty']);
    shelf.archive.history.redo();
    expect(finds()).toEqual(['envoy', 'treaty']);
    await shelf.reopen();
    expect(finds()).toEqual(['envoy', 'treaty']);
    expect(current().id).toBe(corrected);
  });

  it('finds the old words after a correction that was taken back whole', () => {
    const { archive } = shelf;
    expect(() =>
      archive.history.step(() => {
        archive.texts.revise(id, { ...current(), text: 'The envoy.', parentId: read, reason: '' });
        throw new Error('the disk');
      }),
    ).toThrow('the disk');
    expect(shelf.ids('cnvoy')).toEqual([id]);
    expect(shelf.ids('envoy')).toEqual([]);
    expect(line(archive)).toHaveLength(1);
  });

  it('tells the language of the current version', async () => {
    const french =
      'Les élections de la République sont dans les mains de la commission, et elle ne les veut pas pour le moment.';
    const source = await shelf.add(french, { language: '' });
    expect(shelf.archive.sources.get(source).guessedLanguage).toBe('fr');
    const first = shelf.archive.texts.get(source);
    const english =
      'The elections were held in the first week of the month, and the commission said that it had not seen any.';
    shelf.archive.history.step(() => {
      const made = shelf.archive.texts.revise(source, { ...first, text: english, parentId: first.id, reason: '' });
      return { label: 'Translate', changes: [made.change], scopes: ['texts'] };
    });
    expect(shelf.archive.sources.get(source).guessedLanguage).toBe('en');
    shelf.archive.history.undo();
    expect(shelf.archive.sources.get(source).guessedLanguage).toBe('fr');
  });
});

describe('an archive with several versions of a text', () => {
  it('is verified, backed up and restored with each of them', async () => {
    correct('The envoy signed the treaty.');
    correct('The envoy signed nothing.', 'Read against the original');
    shelf.archive.history.undo();
    expect((await verifyAll(shelf.archive)).map(({ outcome }) => outcome)).toEqual(['verified']);
    const file = join(shelf.dir, 'Shelf.fonds-backup');
    await shelf.archive.backup(file);
    await restoreArchive(file, join(shelf.dir, 'Restored.fonds'), OPTIONS);
    const copy = await openArchive(join(shelf.dir, 'Restored.fonds'), 'write', OPTIONS);
    expect(copy.texts.versions(id)).toEqual(shelf.archive.texts.versions(id));
    expect(copy.texts.versions(id)).toHaveLength(3);
    for (const { id: version } of copy.texts.versions(id)) {
      expect(copy.texts.get(id, version)).toEqual(shelf.archive.texts.get(id, version));
    }
    expect(copy.texts.get(id).text).toBe('The envoy signed the treaty.');
    copy.history.redo();
    expect(copy.texts.get(id).text).toBe('The envoy signed nothing.');
    copy.close();
  });

  it('tells that a text that is not the current one was damaged', async () => {
    correct('The envoy signed the treaty.');
    const { database } = shelf.archive;
    database.exec('DROP TRIGGER text_version_is_never_changed');
    database.prepare('UPDATE text_version SET text = :text WHERE id = :id').run({ id: read, text: 'The convoy' });
    expect((await verifyAll(shelf.archive)).map(({ outcome }) => outcome)).toEqual(['verified', 'damaged']);
  });
});
