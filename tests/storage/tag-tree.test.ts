/** Tags as a tree: paths, moving, merging, deleting; and any history of them taken back and done again. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import { sourceListStatements } from '../../electron/archive/source-list-store.js';
import type { Scope, SourceId, TagId } from '../../electron/contract/index.js';
import { addPassage, addSource, BY_TITLE, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let sources: SourceId[];

beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(`${folder.dir}/Letters.fonds`, OPTIONS);
  sources = [];
  for (let n = 0; n < 3; n += 1) sources.push((await addSource(archive, folder.dir)).sourceId);
});
afterEach(() => {
  archive.close();
  folder.remove();
});

const paths = () => archive.tags.list().map(({ id }) => archive.tags.path(id));
const ensure = (...all: string[]) => all.map((path) => archive.tags.ensure(path)) as [TagId, TagId, TagId, TagId];
const refusal = (message: RegExp) =>
  expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(message) });
/** Which sources and passages bear which tag, by path; of deleted tags nothing. */
const bearing = () =>
  archive.tags.list().map(({ id }) => ({
    path: archive.tags.path(id),
    sources: archive.tags.members(id),
    passages: archive.database
      .prepare<{ id: string }>('SELECT annotation_id AS id FROM annotation_tag WHERE tag_id = :id ORDER BY 1')
      .all({ id })
      .map((row) => row.id),
  }));

describe('tags as a tree', () => {
  it('are listed a parent before its children and siblings by name, with what each bears itself', () => {
    const person = archive.tags.create('Person');
    const vice = archive.tags.create('Vice-president', person.id, 3);
    archive.tags.create('President', person.id);
    archive.tags.create('Agreement');
    archive.tags.add(vice.id, sources.slice(0, 2));
    addPassage(archive, sources[0] as SourceId, [vice.id]);
    addPassage(archive, sources[2] as SourceId, [vice.id]);
    archive.sources.delete([sources[2] as SourceId]);
    expect(paths()).toEqual(['Agreement', 'Person', 'Person/President', 'Person/Vice-president']);
    expect(archive.tags.list().at(-1)).toEqual({
      id: vice.id,
      name: 'Vice-president',
      parentId: person.id,
      colour: 3,
      description: '',
      sourceCount: 2,
      annotationCount: 1,
      reachCount: 2,
    });
  });

  it('make what is missing of a path in one step, and nothing when all of it is there', () => {
    const [president] = ensure(' Person / President ');
    expect(paths()).toEqual(['Person', 'Person/President']);
    expect(archive.history.state().undo).toBe('Create tag “Person/President”');
    expect(ensure('person/PRÉSIDENT', '/Person/President/')).toEqual([president, president]);
    expect(archive.history.state().undo).toBe('Create tag “Person/President”');
    archive.history.undo();
    expect(paths()).toEqual([]);
    archive.history.redo();
    expect(archive.tags.byPath('Person/President')?.id).toBe(president);
    expect(archive.tags.byPath('President')).toBeUndefined();
    expect(archive.tags.subtree(archive.tags.byPath('person')?.id as TagId)).toContain(president);
    expect(() => archive.tags.ensure(' / ')).toThrow(refusal(/needs a name/));
  });

  it('take a name once among the children of one parent, and again elsewhere', () => {
    const [person, office] = ensure('Person', 'Office', 'Person/President');
    archive.tags.create('President', office);
    expect(() => archive.tags.create('PRESIDENT', person)).toThrow(refusal(/already a tag “President” below “Person”/));
    expect(() => archive.tags.create('Person/Clerk')).toThrow(refusal(/“\/” stands between the names of a path/));
    expect(() => archive.tags.create('Clerk', archive.tags.create('Gone').id)).not.toThrow();
  });

  it('keep colour and description, one step for both', () => {
    const [id] = ensure('Urgent');
    archive.tags.change(id, { colour: 5, description: 'What cannot wait.' });
    expect(archive.tags.get(id)).toMatchObject({ colour: 5, description: 'What cannot wait.' });
    archive.tags.change(id, { colour: 5 });
    archive.history.undo();
    expect(archive.tags.get(id)).toMatchObject({ colour: null, description: '' });
    archive.history.redo();
    archive.tags.change(id, { colour: null });
    expect(archive.tags.get(id)).toMatchObject({ colour: null, description: 'What cannot wait.' });
  });

  it('move with all that is below, but not into themselves and not onto a taken name', () => {
    const [person, clerk, office, deputy] = ensure('Person', 'Person/Clerk', 'Office', 'Person/Clerk/Deputy');
    archive.tags.move(clerk, office);
    expect(paths()).toEqual(['Office', 'Office/Clerk', 'Office/Clerk/Deputy', 'Person']);
    expect(() => archive.tags.move(office, deputy)).toThrow(refusal(/cannot go below “Deputy”, which is below it/));
    expect(() => archive.tags.move(office, office)).toThrow(refusal(/itself/));
    archive.tags.create('clerk', person);
    expect(() => archive.tags.move(clerk, person)).toThrow(refusal(/already a tag “clerk” below “Person”.*merge/));
    archive.tags.move(clerk, null);
    expect(paths()).toContain('Clerk/Deputy');
    expect(() => archive.tags.move(clerk, sources[0] as unknown as TagId)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('go with all below them when they are deleted, and come back so', () => {
    const [person] = ensure('Person', 'Person/Clerk', 'Person/Clerk/Deputy');
    const before = bearing();
    archive.tags.delete(person);
    expect(paths()).toEqual([]);
    expect(archive.history.state().undo).toBe('Delete tag “Person” and 2 below it');
    archive.history.undo();
    expect(bearing()).toEqual(before);
  });
});

describe('a list of sources by tag', () => {
  it('holds what bears it or one below it, on the source or on a passage, and finds it by an index', () => {
    const [person, president, other] = ensure('Person', 'Person/President', 'Other');
    const [one, two, three] = sources as [SourceId, SourceId, SourceId];
    archive.tags.add(person, [one]);
    addPassage(archive, two, [president]);
    addPassage(archive, two, [president, other]);
    archive.tags.add(other, [three]);
    const listed = (tagId: TagId) => archive.sources.ids({ filter: { tagId }, sort: BY_TITLE }).sort();
    expect(listed(person)).toEqual([one, two].sort());
    const reach = () => [person, president, other].map((id) => archive.tags.get(id).reachCount);
    expect(reach()).toEqual([2, 1, 2]);
    expect(archive.tags.list().map(({ reachCount }) => reachCount)).toEqual([2, 2, 1]);
    archive.sources.delete([two]);
    expect(reach()).toEqual([1, 0, 1]);
    archive.history.undo();
    expect(listed(president)).toEqual([two]);
    expect(listed(other)).toEqual([two, three].sort());
    const { total, rows } = archive.sources.list({ filter: { tagId: person }, sort: BY_TITLE, offset: 0, limit: 1 });
    expect([total, rows.length]).toEqual([2, 1]);
    archive.tags.move(president, null);
    expect(listed(person)).toEqual([one]);
    archive.database.prepare(`UPDATE annotation SET deleted_at = '2026-01-02T00:00:00.000Z'`).run();
    expect(listed(president)).toEqual([]);
    const { count, values } = sourceListStatements({ filter: { tagId: person }, sort: BY_TITLE });
    const plan = archive.database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${count}`).all(values);
    expect(plan.filter(({ detail }) => /^SCAN (?!b$|CONSTANT)/.test(detail))).toEqual([]);
  });
});

describe('merging tags', () => {
  it('hands over sources, passages and children, and makes children of one name one', () => {
    const [old, kept] = ensure('Chief', 'President', 'Chief/Speech', 'President/speech');
    const [oldSpeech] = ensure('Chief/Speech', 'Chief/Speech/Radio', 'Chief/Travel');
    const [one, two] = sources as [SourceId, SourceId];
    archive.tags.add(old, [one, two]);
    archive.tags.add(kept, [two]);
    archive.tags.add(oldSpeech, [one]);
    const passage = addPassage(archive, one, [old, kept]);
    const other = addPassage(archive, two, [oldSpeech]);
    archive.tags.change(old, { description: 'Head of state.' });
    const before = bearing();
    archive.tags.merge(old, kept);
    expect(bearing()).toEqual([
      { path: 'President', sources: [one, two], passages: [passage] },
      { path: 'President/speech', sources: [one], passages: [other] },
      { path: 'President/speech/Radio', sources: [], passages: [] },
      { path: 'President/Travel', sources: [], passages: [] },
    ]);
    expect(archive.tags.get(kept).description).toBe('Head of state.');
    expect(archive.history.state().undo).toBe('Merge tag “Chief” into “President”');
    archive.history.undo();
    expect(bearing()).toEqual(before);
  });

  it('lets the old id lead to the tag that answers for it, through every further merge', () => {
    const [first, second, third] = ensure('A', 'B', 'C');
    archive.tags.merge(first, second);
    archive.tags.merge(second, third);
    expect(archive.tags.find(first)?.name).toBe('C');
    expect(archive.tags.mergedInto(third).sort()).toEqual([first, second].sort());
    archive.history.undo();
    expect(archive.tags.find(first)?.name).toBe('B');
    archive.tags.delete(second);
    expect(archive.tags.find(first)).toBeUndefined();
  });

  it('takes a child into its parent, also where a grandchild has its name', () => {
    const [person, clerk] = ensure('Person', 'Person/Clerk', 'Person/Clerk/Clerk');
    archive.tags.merge(clerk, person);
    expect(paths()).toEqual(['Person', 'Person/Clerk']);
    archive.history.undo();
    expect(paths()).toEqual(['Person', 'Person/Clerk', 'Person/Clerk/Clerk']);
  });

  it('is refused into itself and into what is below it, with a way out', () => {
    const [person, clerk] = ensure('Person', 'Person/Clerk');
    expect(() => archive.tags.merge(person, person)).toThrow(refusal(/into itself/));
    expect(() => archive.tags.merge(person, clerk)).toThrow(refusal(/Move it out of there first, or merge “Clerk”/));
    expect(paths()).toEqual(['Person', 'Person/Clerk']);
  });

  it('tells whoever shows tags, sources or annotations, and names the sources', () => {
    const [old, kept] = ensure('Old', 'Kept');
    const [one, two] = sources as [SourceId, SourceId];
    archive.tags.add(old, [one]);
    addPassage(archive, two, [old]);
    const heard: { scopes: Scope[]; sourceIds: SourceId[] }[] = [];
    archive.onChange((change) => heard.push(change));
    archive.tags.merge(old, kept);
    archive.history.undo();
    for (const { scopes, sourceIds } of heard) {
      expect(scopes).toEqual(expect.arrayContaining(['tags', 'sources', 'annotations', 'history']));
      expect([...sourceIds].sort()).toEqual([one, two].sort());
    }
    expect(heard).toHaveLength(2);
  });
});

/** One deed of a random history; numbers choose among the tags there are. */
const deed = fc.record({
  what: fc.constantFrom('create', 'ensure', 'rename', 'change', 'move', 'merge', 'delete', 'add', 'remove'),
  a: fc.nat(20),
  b: fc.nat(20),
  name: fc.constantFrom('A', 'á', 'B', 'C', 'D'),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function run({ what, a, b, name }: Deed): void {
  const { tags } = archive;
  const all = tags.list();
  const at = (n: number): TagId => all[n % all.length]?.id as TagId;
  const parent = b % 3 === 0 || all.length === 0 ? null : at(b);
  const source = sources[b % sources.length] as SourceId;
  if (what === 'create') tags.create(name, parent, (a % 8) + 1);
  else if (what === 'ensure') tags.ensure(`${name}/${'ABCD'[b % 4]}/${'ABCD'[a % 4]}`);
  else if (all.length === 0) return;
  else if (what === 'rename') tags.rename(at(a), name);
  else if (what === 'change') tags.change(at(a), { colour: b % 2 ? null : (b % 8) + 1, description: name });
  else if (what === 'move') tags.move(at(a), parent);
  else if (what === 'merge') tags.merge(at(a), at(b));
  else if (what === 'delete') tags.delete(at(a));
  else if (what === 'add') tags.add(at(a), [source]);
  else tags.remove(at(a), [source]);
}

describe('any history of tags', () => {
  const state = () =>
    JSON.stringify([archive.tags.list(), bearing(), sources.map((id) => archive.sources.get(id).tagIds)]);
  const isWhole = () => {
    const tags = archive.tags.list();
    expect(
      new Set(tags.map(({ parentId, name }) => `${parentId} ${name.normalize('NFD').toLowerCase().charAt(0)}`)).size,
    ).toBe(tags.length);
    for (const [at, { parentId }] of tags.entries()) {
      // Every parent is there, and before its children: so there is no circle.
      if (parentId !== null) expect(tags.slice(0, at).some(({ id }) => id === parentId)).toBe(true);
    }
  };

  it('is taken back to the beginning and done again, each state as it was, also after reopening', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async (deeds) => {
        archive.history.clearUndo();
        for (const { id } of archive.tags.list()) addPassage(archive, sources[0] as SourceId, [id]);
        const states = [state()];
        for (const each of deeds) {
          const before = state();
          try {
            run(each);
          } catch (error) {
            expect(error).toMatchObject({ code: 'INVALID_INPUT' });
            expect(state()).toBe(before);
          }
          isWhole();
        }
        const after = state();
        let steps = 0;
        for (; archive.history.state().undo !== null; steps += 1) {
          archive.history.undo();
          states.push(state());
        }
        expect(state()).toBe(states[0]);
        archive.close();
        archive = await openArchive(`${folder.dir}/Letters.fonds`, 'write', OPTIONS);
        for (let n = steps; n > 0; n -= 1) {
          archive.history.redo();
          expect(state()).toBe(n === 1 ? after : states[n - 1]);
        }
        expect(archive.history.state().redo).toBeNull();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
