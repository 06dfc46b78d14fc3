/** Collations as they lie in the archive: what they keep, what is undone, and which sources they are suggested for. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import {
  type CollationPool,
  type Collations,
  createCollations,
  createNearDuplicates,
} from '../../electron/collation/index.js';
import { groupsOf } from '../../electron/collation/near/near-duplicate-groups.js';
import { sketchesOf } from '../../electron/collation/near/sketch.js';
import type { SourceId, VersionId } from '../../electron/contract/index.js';
import { addSource, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let collations: Collations;
let sources: { sourceId: SourceId; versionId: VersionId }[];
const place = () => `${folder.dir}/Releases.fonds`;
const join = () => {
  collations = createCollations({ archive, now: () => new Date(), newId: v7 });
};
const TEXTS = ['The lock was shut.', 'The lock was closed.', 'A lock was shut today.', 'Nothing of the kind.'];

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(place(), OPTIONS);
  join();
  sources = [];
  for (const [index, text] of TEXTS.entries()) {
    sources.push(await addSource(archive, folder.dir, { text, description: { title: `Release ${index + 1}` } }));
  }
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const chosen = (...indices: number[]) => indices.map((index) => ({ sourceId: sources[index]?.sourceId as SourceId }));
const create = (...indices: number[]) => collations.create({ witnesses: chosen(...indices), base: 0 });
const together = (a: number, b: number) => ({
  kind: 'together' as const,
  stretches: [
    { witness: a, start: 4, end: 8 },
    { witness: b, start: 4, end: 8 },
  ],
});
const refused = (code: string) => expect.objectContaining({ code });

describe('a collation', () => {
  it('keeps the versions it was made of, under letters, with a name of its titles', async () => {
    const made = create(0, 1);
    expect(made).toMatchObject({ name: 'Release 1 · Release 2', base: 0, pins: [], revision: 1 });
    expect(made.witnesses.map(({ siglum, versionId }) => [siglum, versionId])).toEqual([
      ['A', sources[0]?.versionId],
      ['B', sources[1]?.versionId],
    ]);
    archive.close();
    archive = await openArchive(place(), 'read', OPTIONS);
    join();
    expect(collations.list()).toEqual([made]);
  });

  it('of the same sources again gets a name of its own', () => {
    create(0, 1);
    expect(create(0, 1).name).toBe('Release 1 · Release 2 (2)');
    expect(create(0, 1).name).toBe('Release 1 · Release 2 (3)');
  });

  it('says which of its witnesses has a newer text, and goes on with the one it has', () => {
    const { id } = create(0, 1);
    const [first] = sources;
    if (!first) throw new Error('no source');
    archive.history.step(() => {
      const revised = { text: 'The lock was open.', spans: [], origin: 'person', remarks: [] };
      const { versionId, change } = archive.texts.revise(first.sourceId, {
        ...revised,
        parentId: first.versionId,
        reason: '',
      });
      return { label: 'Correct', changes: [change], scopes: ['texts'], versionId };
    });
    const [witness] = collations.get(id).witnesses;
    expect(witness?.versionId).toBe(first.versionId);
    expect(witness?.currentVersionId).not.toBe(first.versionId);
    expect(witness?.length).toBe(TEXTS[0]?.length);
    archive.sources.delete([first.sourceId]);
    expect(collations.get(id).witnesses[0]?.isInBin).toBe(true);
  });

  it('refuses a source that is not there, a text named twice, a siglum given twice, a base it does not have', () => {
    expect(() => collations.create({ witnesses: [{ sourceId: v7() as SourceId }, ...chosen(0)], base: 0 })).toThrow(
      refused('NOT_FOUND'),
    );
    const elsewhere = { sourceId: sources[0]?.sourceId as SourceId, versionId: sources[1]?.versionId as VersionId };
    expect(() => collations.create({ witnesses: [elsewhere, ...chosen(2)], base: 0 })).toThrow(refused('NOT_FOUND'));
    expect(() => create(0, 0)).toThrow(refused('INVALID_INPUT'));
    const twice = chosen(0, 1).map((witness) => ({ ...witness, siglum: 'P' }));
    expect(() => collations.create({ witnesses: twice, base: 0 })).toThrow(refused('INVALID_INPUT'));
    const { id } = create(0, 1);
    expect(() => collations.change({ id, change: { base: 2 } })).toThrow(refused('INVALID_INPUT'));
    expect(() => collations.change({ id, change: { name: 'New', base: 7 } })).toThrow(refused('INVALID_INPUT'));
    expect(collations.list()).toHaveLength(1);
    expect(collations.get(id).name).toBe('Release 1 · Release 2');
  });

  it('keeps its base and its pins with their witnesses when others come and go', () => {
    const { id } = create(0, 1, 2);
    collations.change({ id, change: { base: 1 } });
    collations.pin({ id, ...together(1, 2) });
    collations.pin({ id, ...together(0, 1) });
    const { base, pins, witnesses } = collations.change({ id, change: { witnesses: chosen(3, 2, 1) } });
    expect(witnesses[base]?.sourceId).toBe(sources[1]?.sourceId);
    expect(pins.map(({ stretches }) => stretches.map(({ witness }) => witness))).toEqual([[2, 1]]);
    archive.history.undo();
    expect(collations.get(id).pins).toHaveLength(2);
  });

  it('refuses a pin outside of its texts, or within one of them', () => {
    const { id } = create(0, 1);
    const [first, second] = together(0, 1).stretches;
    if (!first || !second) throw new Error('no stretches');
    for (const bad of [
      [first, { ...second, end: 1_000 }],
      [first, { ...second, start: 8, end: 8 }],
      [first, { ...second, witness: 2 }],
      [first, { ...first, start: 9, end: 12 }],
    ]) {
      expect(() => collations.pin({ id, kind: 'apart', stretches: bad })).toThrow(refused('INVALID_INPUT'));
    }
    expect(collations.get(id).revision).toBe(1);
  });

  it('takes no undo step for what changes nothing', () => {
    const { id, revision } = create(0, 1);
    collations.change({ id, change: { witnesses: chosen(0, 1), base: 0 } });
    expect(collations.get(id).revision).toBe(revision);
    archive.history.undo();
    expect(collations.list()).toEqual([]);
  });

  it('says of a pin that is gone that it is gone', () => {
    const { id } = create(0, 1);
    const pin = collations.pin({ id, ...together(0, 1) });
    collations.unpin({ id, pinIds: [pin.id] });
    expect(() => collations.unpin({ id, pinIds: [pin.id] })).toThrow(refused('NOT_FOUND'));
  });

  it('is what it was after any history is undone to the beginning, and again after it is redone', () => {
    const action = fc.constantFrom('create', 'pin', 'unpin', 'rename', 'base', 'witnesses', 'delete');
    fc.assert(
      fc.property(fc.array(fc.tuple(action, fc.nat(3)), { minLength: 1, maxLength: 12 }), (actions) => {
        const states: string[] = [];
        const state = () =>
          JSON.stringify(
            collations
              .list()
              .map(({ revision: _, changedAt: __, ...kept }) => kept)
              .sort((a, b) => (a.id < b.id ? -1 : 1)),
          );
        archive.history.clearUndo();
        states.push(state());
        const lastStep = () => archive.history.state().undo;
        let steps = 0;
        for (const [what, at] of actions) {
          const known = collations.list()[at];
          const label = lastStep();
          if (what === 'create') create(at % 4, (at + 1) % 4);
          else if (known && what === 'pin') collations.pin({ id: known.id, ...together(0, 1) });
          else if (known && what === 'rename') collations.change({ id: known.id, change: { name: `Named ${v7()}` } });
          else if (known && what === 'base') collations.change({ id: known.id, change: { base: 1 - known.base } });
          else if (known && what === 'witnesses') {
            collations.change({ id: known.id, change: { witnesses: chosen((at + 2) % 4, at) } });
          } else if (known && what === 'delete') collations.delete(known.id);
          else if (known && what === 'unpin' && known.pins[0]) {
            collations.unpin({ id: known.id, pinIds: [known.pins[0].id] });
          } else continue;
          // What changes nothing is no step.
          if (lastStep() === label && states.at(-1) === state()) continue;
          steps += 1;
          states.push(state());
        }
        for (let step = steps; step > 0; step -= 1) {
          archive.history.undo();
          expect(state()).toBe(states[step - 1]);
        }
        for (let step = 1; step <= steps; step += 1) {
          archive.history.redo();
          expect(state()).toBe(states[step]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('near-duplicates', () => {
  const signal = new AbortController().signal;
  /** The worker's own functions, without the thread. Says how many texts it sketched. */
  const worker = () => {
    const sketched: string[] = [];
    const pool: Pick<CollationPool, 'sketches' | 'groups'> = {
      sketches: async (texts) => {
        sketched.push(...texts);
        return sketchesOf({ texts });
      },
      groups: async (task) => groupsOf(task),
    };
    return { pool: pool as CollationPool, sketched };
  };
  const memo = (seed: string) => Array.from({ length: 400 }, (_, at) => `${seed}${(at * 7919) % 397}`).join(' ');

  it('are listed for a source, most alike first, and each text is sketched once for all time', async () => {
    const [a, b] = [memo('lock'), memo('gate')];
    const first = await addSource(archive, folder.dir, { text: a, description: { title: 'Memo' } });
    const copy = await addSource(archive, folder.dir, { text: `${a} and a line`, description: { title: 'Copy' } });
    const half = await addSource(archive, folder.dir, { text: `${a.slice(0, a.length / 2)} ${b}` });
    const { pool, sketched } = worker();
    const near = createNearDuplicates({ archive, pool });
    const found = await near.of(first.sourceId, signal);
    expect(found.map(({ sourceId }) => sourceId)).toEqual([copy.sourceId, half.sourceId]);
    expect(found[0]).toMatchObject({ title: 'Copy', share: 1 });
    expect(sketched).toHaveLength(TEXTS.length + 3);
    const again = worker();
    const reopened = createNearDuplicates({ archive, pool: again.pool });
    expect(await reopened.of(first.sourceId, signal)).toEqual(found);
    expect(again.sketched).toEqual([]);
    const {
      groups: [group],
    } = await reopened.groups(10, signal);
    expect(group?.sources.map(({ title }) => title).slice(0, 2)).toEqual(['Memo', 'Copy']);
    archive.sources.delete([copy.sourceId]);
    expect((await reopened.of(first.sourceId, signal)).map(({ sourceId }) => sourceId)).toEqual([half.sourceId]);
  });

  it('are found in an archive that is open for reading, which stays as it was', async () => {
    const text = memo('lock');
    const first = await addSource(archive, folder.dir, { text });
    const copy = await addSource(archive, folder.dir, { text: `${text} more` });
    archive.close();
    archive = await openArchive(place(), 'read', OPTIONS);
    const near = createNearDuplicates({ archive, pool: worker().pool });
    expect((await near.of(first.sourceId, signal)).map(({ sourceId }) => sourceId)).toEqual([copy.sourceId]);
  });
});
