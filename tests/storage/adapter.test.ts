/** The adapter and the plans of lists are not behind the door, but everything rests on them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../electron/archive/database.js';
import { createArchive } from '../../electron/archive/index.js';
import { sourceListStatements } from '../../electron/archive/source-list-store.js';
import { addSource, freshFolder, OPTIONS } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let database: Database;
beforeEach(async () => {
  folder = freshFolder();
  const archive = await createArchive(`${folder.dir}/A.fonds`, OPTIONS);
  await addSource(archive, folder.dir);
  archive.close();
  database = openDatabase(`${folder.dir}/A.fonds/archive.db`, 'write');
});
afterEach(() => {
  database.close();
  folder.remove();
});

describe('the database adapter', () => {
  it.each([
    ['a Date', new Date()],
    ['boolean', true],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['object', {}],
    ['object', new Uint16Array(1)],
  ])('refuses to store %s and names the column', (kind, value) => {
    const insert = database.prepare('UPDATE source SET title = :title');
    expect(() => insert.run({ title: value as never })).toThrow(new RegExp(`${kind} .*column title`));
  });

  it.each([
    ['no bytes at all', new Uint8Array(0)],
    ['a part of a larger array', Uint8Array.from([1, 2, 0, 255, 3]).subarray(1, 4)],
    ['5 MB', new Uint8Array(5_000_000).map((_, at) => at * 31)],
  ])('gives back %s as they were stored, and keeps no hold of them', (_, bytes) => {
    const id = 1;
    database.prepare('INSERT INTO search_block (number, bytes) VALUES (:id, :bytes)').run({ id, bytes });
    const expected = bytes.slice();
    bytes.fill(9);
    const read = database.prepare<{ bytes: Uint8Array; kind: string }>(
      'SELECT bytes, typeof(bytes) AS kind FROM search_block WHERE number = :id',
    );
    const [first, second] = [read.get({ id }), read.get({ id })];
    expect(first?.kind).toBe('blob');
    expect(first?.bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.compare(first?.bytes ?? new Uint8Array(1), expected)).toBe(0);
    first?.bytes.fill(7);
    expect(Buffer.compare(second?.bytes ?? new Uint8Array(1), expected)).toBe(0);
  });

  it('takes a whole transaction back when its work fails', () => {
    const rename = database.prepare('UPDATE source SET title = :title');
    expect(() =>
      database.write(() => {
        rename.run({ title: 'half-way' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(database.prepare<{ title: string }>('SELECT title FROM source').get()?.title).not.toBe('half-way');
  });

  it('waits with closing until the transaction is over', () => {
    database.write(() => {
      database.close();
      expect(database.prepare('SELECT 1 AS one').get()).toEqual({ one: 1 });
    });
    expect(() => database.prepare('SELECT 2').get()).toThrow(expect.objectContaining({ code: 'NO_ARCHIVE' }));
  });

  it.each(['text_version', 'journal_change', 'search_log'])('never lets a row of %s be changed or deleted', (table) => {
    database.exec(`INSERT INTO search_log (at, who, query, line, scope, sources, hits, took_ms)
      VALUES ('2026-01-01T00:00:00.000Z', 'me', '{}', '', '', 1, 0, 0.5)`);
    expect(() => database.exec(`UPDATE ${table} SET rowid = rowid`)).toThrow(/never changed/);
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/never/);
  });
});

describe('a list of many sources', () => {
  const sorts = ['title', 'dateWritten', 'documentType', 'addedAt', 'repository'] as const;
  it.each(sorts.flatMap((by) => (['ascending', 'descending'] as const).map((direction) => ({ by, direction }))))(
    'sorted by $by $direction is paged by an index without sorting everything',
    (sort) => {
      const { page } = sourceListStatements({ filter: {}, sort });
      const plan = database
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${page}`)
        .all({ limit: 100, offset: 0 })
        .map(({ detail }) => detail);
      // One sort is left: that of the page itself.
      expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toHaveLength(1);
      expect(plan.some((line) => /^SCAN s USING (COVERING )?INDEX source_by_/.test(line))).toBe(true);
    },
  );
});
