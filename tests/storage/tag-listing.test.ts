/** Many tags are listed by few questions of bounded size, and others are answered in between. */
import { StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Archive, createArchive } from '../../electron/archive/index.js';
import { LISTING, ROWS_A_SLICE } from '../../electron/archive/tag-listing.js';
import { foldedKey, type SourceId, type TagId } from '../../electron/contract/index.js';
import { addPassage, addSource, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(`${folder.dir}/Letters.fonds`, OPTIONS);
});
afterEach(() => {
  vi.restoreAllMocks();
  archive.close();
  folder.remove();
});

/** Written past the journal, which is not what is tested. @param parentOf number of the tag above one; null: at the top. */
function fill(count: number, parentOf: (number: number) => number | null): TagId[] {
  const idOf = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}` as TagId;
  const insert = archive.database.prepare(
    `INSERT INTO tag (id, name, name_key, parent_id, created_at) VALUES (:id, :name, :key, :parent, '2026-01-01')`,
  );
  archive.database.write(() => {
    for (let number = 0; number < count; number += 1) {
      const parent = parentOf(number);
      const name = `Tag ${number}`;
      insert.run({ id: idOf(number), name, key: foldedKey(name), parent: parent === null ? null : idOf(parent) });
    }
  });
  return Array.from({ length: count }, (_, number) => idOf(number));
}

/** What the database was asked meanwhile: how often, and the most rows that one question gave. */
async function asked<T>(work: () => T | Promise<T>): Promise<{ answer: T; questions: number; mostRows: number }> {
  let questions = 0;
  let mostRows = 0;
  const { get, all } = StatementSync.prototype;
  vi.spyOn(StatementSync.prototype, 'get').mockImplementation(function (this: StatementSync, ...values) {
    questions += 1;
    return get.apply(this, values as never);
  });
  vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values) {
    const rows = all.apply(this, values as never);
    questions += 1;
    mostRows = Math.max(mostRows, rows.length);
    return rows;
  });
  const answer = await work();
  vi.restoreAllMocks();
  return { answer, questions, mostRows };
}

const shapes: [string, (number: number) => number | null][] = [
  ['side by side', () => null],
  ['all below one', (number) => (number === 0 ? null : 0)],
  ['two below each', (number) => (number === 0 ? null : (number - 1) >> 1)],
  ['one below the other', (number) => (number === 0 ? null : number - 1)],
];

describe('a list of many tags', () => {
  it.each(shapes)('asks once for a thousand of them when they lie %s', async (_name, parentOf) => {
    fill(10_000, parentOf);
    const { answer, questions, mostRows } = await asked(() => archive.tags.listInTurns());
    expect(answer).toHaveLength(10_000);
    expect(mostRows).toBeLessThanOrEqual(ROWS_A_SLICE);
    expect(questions).toBeLessThanOrEqual(10_000 / ROWS_A_SLICE + 5);
  });

  it('lets others be answered after each slice', async () => {
    fill(10_000, () => null);
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const tags = await archive.tags.listInTurns();
    isOver = true;
    expect(tags).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(10_000 / ROWS_A_SLICE);
  });

  it('is found by indexes, and nothing is sorted', () => {
    for (const sql of LISTING) {
      const values = sql.includes(':tag') ? { tag: '', member: '' } : { parent: '', nameKey: '' };
      const plan = archive.database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values);
      const steps = plan.map(({ detail }) => detail);
      expect(steps.filter((step) => /^SCAN (?!n$|\(subquery)/.test(step))).toEqual([]);
      expect(steps.filter((step) => /USE TEMP B-TREE FOR ORDER BY/.test(step) && sql === LISTING[0])).toEqual([]);
    }
  });

  it.each(shapes)(
    'counts what each tag reaches as asking for it alone does, when they lie %s',
    async (_name, parentOf) => {
      const ids = fill(40, parentOf);
      const sources: SourceId[] = [];
      for (let n = 0; n < 4; n += 1) sources.push((await addSource(archive, folder.dir)).sourceId);
      ids.forEach((id, at) => {
        if (at % 3 === 0) archive.tags.add(id, [sources[at % 4] as SourceId]);
        if (at % 5 === 0) addPassage(archive, sources[(at + 1) % 4] as SourceId, [id, ids[(at * 7 + 1) % 40] as TagId]);
      });
      archive.sources.delete([sources[3] as SourceId]);
      for (const tag of archive.tags.list()) expect(tag).toEqual(archive.tags.get(tag.id));
      expect(await archive.tags.listInTurns()).toEqual(archive.tags.list());
    },
  );

  it('counts passages of one tag in slices too', async () => {
    const [id] = fill(1, () => null) as [TagId];
    const { sourceId } = await addSource(archive, folder.dir);
    for (let n = 0; n < ROWS_A_SLICE + 500; n += 1) addPassage(archive, sourceId, [id]);
    const { answer, mostRows } = await asked(() => archive.tags.listInTurns());
    expect(answer).toMatchObject([{ annotationCount: ROWS_A_SLICE + 500, sourceCount: 0, reachCount: 1 }]);
    expect(mostRows).toBeLessThanOrEqual(ROWS_A_SLICE);
  });
});

describe('one of many tags', () => {
  const COUNT = 10_000;
  it.each<[string, (ids: readonly TagId[]) => unknown]>([
    ['made by its path', () => archive.tags.ensure('Tag 0/New')],
    ['asked for by its path', () => archive.tags.byPath('Tag 0/Tag 1')],
    ['moved', (ids) => archive.tags.move(ids[5] as TagId, ids[7] as TagId)],
    ['merged', (ids) => archive.tags.merge(ids[5] as TagId, ids[7] as TagId)],
    ['deleted', (ids) => archive.tags.delete(ids[5] as TagId)],
  ])('is %s without reading the others', async (_name, work) => {
    const ids = fill(COUNT, (number) => (number === 0 ? null : number < 3 ? 0 : null));
    const { mostRows, questions } = await asked(() => work(ids));
    expect(mostRows).toBeLessThan(20);
    expect(questions).toBeLessThan(60);
  });
});
