import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, dateBounds, openArchive } from '../../electron/archive/index.js';
import type { Scope } from '../../electron/contract/index.js';
import { addSource, BY_TITLE, freshFolder, OPTIONS, titles } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
const place = () => `${folder.dir}/Letters.fonds`;
const reopen = async () => {
  archive.close();
  archive = await openArchive(place(), 'write', OPTIONS);
};

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(place(), OPTIONS);
});
afterEach(() => {
  archive.close();
  folder.remove();
});

describe('a source', () => {
  it('comes back after reopening with its description, original and text', async () => {
    const description = {
      title: 'Telephone call',
      creators: ['A. Whitcombe', 'Милошевић'],
      dateWritten: '2000-09-06~',
      custom: { 'Seen by': 'B.' },
    };
    const { sourceId, sha256 } = await addSource(archive, folder.dir, { description, text: 'Ćao, 😀' });
    await reopen();
    const source = archive.sources.get(sourceId);
    expect(source.description).toMatchObject(description);
    expect(source.originals).toMatchObject([{ sha256, mediaType: 'text/plain' }]);
    expect(archive.texts.get(sourceId).text).toBe('Ćao, 😀');
    expect(archive.sources.findByHash(sha256)).toMatchObject({ id: sourceId, title: 'Telephone call' });
    expect(archive.info()).toMatchObject({ name: 'Letters', counts: { sources: 1, inBin: 0, collections: 0 } });
  });

  it('refuses a date that is not EDTF, names the field and the value, and changes nothing', async () => {
    const { sourceId } = await addSource(archive, folder.dir);
    const before = archive.sources.get(sourceId);
    expect(() => archive.sources.describe([sourceId], { title: 'X', dateWritten: '6 Sept 2000' })).toThrow(
      expect.objectContaining({
        code: 'DATE_INVALID',
        message: expect.stringMatching(/Date written.*6 Sept 2000.*2000-09-06/s),
      }),
    );
    expect(archive.sources.get(sourceId)).toEqual(before);
  });

  it('changes nothing at all when one of several sources does not exist', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Kept' } });
    const stranger = '01a20835-b9cb-7424-88b3-126b3f9050a5' as typeof sourceId;
    expect(() => archive.sources.describe([sourceId, stranger], { title: 'New' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(titles(archive)).toEqual(['Kept']);
  });

  it('says with every change that it changed, so that a search index follows', async () => {
    const fixed = new Date('2026-01-01T00:00:00Z');
    archive.close();
    archive = await openArchive(place(), 'write', { ...OPTIONS, now: () => fixed });
    const { sourceId } = await addSource(archive, folder.dir);
    const seen = new Set([archive.sources.live()[0]?.changedAt]);
    const heard: Scope[][] = [];
    archive.onChange(({ scopes }) => heard.push(scopes));
    archive.sources.describe([sourceId], { title: 'One' });
    seen.add(archive.sources.live()[0]?.changedAt);
    archive.history.undo();
    seen.add(archive.sources.live()[0]?.changedAt);
    expect(seen.size).toBe(3);
    expect(heard).toHaveLength(2);
    expect(heard[0]).toContain('sources');
  });
});

describe('lists', () => {
  it('sorts by date with undated sources last in both directions', async () => {
    for (const [title, dateWritten] of [
      ['undated', ''],
      ['late', '2001'],
      ['early', '199X'],
    ] as const) {
      await addSource(archive, folder.dir, { description: { title, dateWritten } });
    }
    const sorted = (direction: 'ascending' | 'descending') =>
      archive.sources
        .list({ filter: {}, sort: { by: 'dateWritten', direction }, offset: 0, limit: 9 })
        .rows.map((row) => row.title);
    expect(sorted('ascending')).toEqual(['early', 'late', 'undated']);
    expect(sorted('descending')).toEqual(['late', 'early', 'undated']);
  });

  it('finds by title or reference code without minding case or accents, and pages', async () => {
    await addSource(archive, folder.dir, { description: { title: 'Razgovor: Milošević' } });
    await addSource(archive, folder.dir, { description: { title: 'Cable', referenceCode: 'VRD/2000/14' } });
    await addSource(archive, folder.dir, { description: { title: 'Memo', documentType: 'memorandum' } });
    const found = (contains: string) =>
      archive.sources.list({ filter: { contains }, sort: BY_TITLE, offset: 0, limit: 9 }).rows.map((row) => row.title);
    expect(found('MILOSEVIC')).toEqual(['Razgovor: Milošević']);
    expect(found('vrd/2000')).toEqual(['Cable']);
    expect(archive.sources.list({ filter: {}, sort: BY_TITLE, offset: 1, limit: 1 })).toMatchObject({
      total: 3,
      rows: [{ title: 'Memo' }],
    });
    expect(archive.sources.documentTypes()).toEqual([{ value: 'memorandum', count: 1 }]);
    expect(archive.sources.ids({ filter: { documentType: 'memorandum' }, sort: BY_TITLE })).toHaveLength(1);
  });
});

describe('undo and redo', () => {
  it('takes back and repeats each kind of change, also after reopening', async () => {
    const one = await addSource(archive, folder.dir, { description: { title: 'One' } });
    const two = await addSource(archive, folder.dir, { description: { title: 'Two' } });
    const snapshot = () =>
      JSON.stringify([
        titles(archive),
        titles(archive, 'bin'),
        archive.collections.list(),
        archive.collections.list().map(({ id }) => archive.collections.members(id)),
        [one, two].map(({ sourceId }) => archive.sources.get(sourceId).description),
      ]);
    const states = [snapshot()];
    const change = (work: () => void) => {
      work();
      states.push(snapshot());
    };
    let id = '' as ReturnType<typeof archive.collections.create>['id'];
    change(() => archive.sources.describe([one.sourceId, two.sourceId], { box: '12', custom: { Seen: 'yes' } }));
    change(() => archive.sources.describe([one.sourceId], { title: 'Eins', creators: ['C'], custom: { Seen: null } }));
    change(() => {
      id = archive.collections.create('Crisis').id;
    });
    change(() => archive.collections.add(id, [one.sourceId, two.sourceId]));
    change(() => archive.collections.remove(id, [two.sourceId]));
    change(() => archive.collections.rename(id, 'The crisis'));
    change(() => archive.sources.delete([one.sourceId]));
    change(() => archive.sources.restore([one.sourceId]));
    change(() => archive.collections.delete(id));
    for (let at = states.length - 2; at >= 0; at -= 1) {
      archive.history.undo();
      expect(snapshot()).toBe(states[at]);
      if (at % 3 === 0) await reopen();
    }
    for (let at = 1; at < states.length; at += 1) {
      archive.history.redo();
      expect(snapshot()).toBe(states[at]);
      if (at % 3 === 0) await reopen();
    }
    expect(() => archive.history.redo()).toThrow(expect.objectContaining({ code: 'NOTHING_TO_REDO' }));
  });

  it('moves all sources of an import to the bin in one step, and back', async () => {
    const step = { id: 'import-1', label: 'Import 3 files' };
    for (const title of ['A', 'B', 'C']) await addSource(archive, folder.dir, { step, description: { title } });
    expect(archive.history.state()).toMatchObject({ undo: 'Import 3 files', redo: null });
    expect(archive.history.undo()).toMatchObject({ undo: null, redo: 'Import 3 files' });
    expect(titles(archive)).toEqual([]);
    expect(titles(archive, 'bin')).toEqual(['A', 'B', 'C']);
    archive.history.redo();
    expect(titles(archive)).toEqual(['A', 'B', 'C']);
    expect(() => {
      archive.history.undo();
      archive.history.undo();
    }).toThrow(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }));
  });

  it('forgets what could be redone once something new is done', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'One' } });
    archive.sources.describe([sourceId], { title: 'Two' });
    archive.history.undo();
    archive.sources.describe([sourceId], { title: 'Three' });
    expect(archive.history.state().redo).toBeNull();
    archive.history.undo();
    expect(titles(archive)).toEqual(['One']);
  });

  it('is not offered a change that changed nothing', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'One' } });
    const before = archive.history.state();
    archive.sources.describe([sourceId], { title: 'One' });
    archive.sources.restore([sourceId]);
    expect(archive.history.state()).toEqual(before);
  });
});

describe('collections', () => {
  it('refuses a name that is taken but for case and accents', () => {
    archive.collections.create('Česi');
    expect(() => archive.collections.create('cesi')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('counts only sources that are not in the bin', async () => {
    const { sourceId } = await addSource(archive, folder.dir);
    const { id } = archive.collections.create('Set');
    archive.collections.add(id, [sourceId, sourceId]);
    expect(archive.collections.list()).toMatchObject([{ sourceCount: 1 }]);
    archive.sources.delete([sourceId]);
    expect(archive.collections.list()).toMatchObject([{ sourceCount: 0 }]);
    expect(archive.collections.members(id)).toEqual([]);
  });
});

describe('any text', () => {
  it('comes back unit for unit; what cannot be stored becomes U+FFFD without moving an offset', async () => {
    const units = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd800, 0xdc00, 0xfeff, 0xffff)))
      .map((codes) => String.fromCharCode(...codes));
    await fc.assert(
      fc.asyncProperty(units, async (text) => {
        const { sourceId } = await addSource(archive, folder.dir, {
          text,
          bytes: 'same',
          description: { title: text },
        });
        const stored = archive.texts.get(sourceId);
        expect(stored.text).toBe(text.replaceAll('\0', '\uFFFD').toWellFormed());
        expect(stored.text.length).toBe(text.length);
        expect(stored.length).toBe(text.length);
        expect(stored.remarks.length).toBe(stored.text === text ? 0 : 1);
        expect(archive.sources.get(sourceId).description.title).toBe(stored.text);
      }),
      { numRuns: 120 },
    );
  });
});

describe('dates', () => {
  it.each([
    ['1962', '1962-01-01', '1962-12-31'],
    ['1999-09?', '1999-09-01', '1999-09-30'],
    ['1999~', '1999-01-01', '1999-12-31'],
    ['196X', '1960-01-01', '1969-12-31'],
    ['1999-21', '1999-03-01', '1999-06-21'],
    ['1999-24', '1999-12-01', '2000-03-20'],
    ['[1999,2000]', '1999-01-01', '2000-12-31'],
    ['{1960,1961..1963}', '1960-01-01', '1963-12-31'],
    ['1999-09-06/1999-09-08', '1999-09-06', '1999-09-08'],
    ['1962/..', '1962-01-01', '9999-12-31'],
    ['/1962', '0000-01-01', '1962-12-31'],
    ['Y17000000', '9999-12-31', '9999-12-31'],
  ])('%s may mean %s to %s', (edtf, min, max) => {
    expect(dateBounds(edtf)).toEqual({ min, max });
  });

  it.each(['', '27 October 1962', '1962-02-30', '1962-13', 'unknown'])('“%s” is no date', (text) => {
    expect(dateBounds(text)).toBeNull();
  });
});
