/** An index is derived: it is rebuilt beside the old one, and nothing that happens to it is worse than a wait. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../electron/archive/index.js';
import type { SourceId } from '../../electron/contract/index.js';
import { createSearch } from '../../electron/search/index.js';
import { OPTIONS } from './archive-bench.js';
import { count, found, openShelf, type Shelf, WORKER } from './search-index-bench.js';

let shelf: Shelf;
let ids: SourceId[];
beforeEach(async () => {
  shelf = await openShelf();
  ids = await shelf.fill(40, (at) => `letter${at}x of the envoy`);
  await shelf.indexer.whenIdle();
});
afterEach(() => shelf.remove());

const sorted = (some: readonly SourceId[]) => [...some].sort();
const run = (sql: string) => ({ between: ({ database }: Shelf['archive']) => database.exec(sql) });
const reindex = (signal = new AbortController().signal, onProgress: () => void = () => undefined) =>
  shelf.indexer.reindex({ signal, onProgress });
async function expectWhole(wanted: readonly SourceId[] = ids): Promise<void> {
  expect(shelf.ids('envoy')).toEqual(sorted(wanted));
  for (const [at, id] of ids.entries()) expect(shelf.ids(`letter${at}x`)).toEqual(wanted.includes(id) ? [id] : []);
}

describe('an index that is rebuilt', () => {
  it('leaves the old one to answer meanwhile, and has every change that was made meanwhile', async () => {
    const [changed, binned] = ids;
    if (!changed || !binned) throw new Error('there are forty');
    // Enough to read that rebuilding the index takes longer than bringing in a source.
    const long = Array.from({ length: 3_000 }, (_, at) => `water${at}`).join(' ');
    await shelf.fill(60, (at) => `${long} of barge${at}`);
    let isDone = false;
    const done = reindex().then(() => {
      isDone = true;
    });
    let asked = 0;
    let added: SourceId | null = null;
    while (!isDone) {
      expect(shelf.ids('envoy')).toHaveLength(asked === 0 ? 40 : 39);
      if (asked === 0) {
        shelf.archive.sources.delete([binned]);
        shelf.archive.sources.describe([changed], { title: 'Second' });
      }
      asked += 1;
      if (asked === 2) added = await shelf.add('A minister.');
      expect(shelf.ids('title:second')).toEqual([changed]);
      if (added) expect(shelf.ids('minister')).toEqual([added]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await done;
    expect(added).not.toBeNull();
    const check = async () => {
      await expectWhole(ids.filter((id) => id !== binned));
      expect(shelf.ids('title:second')).toEqual([changed]);
      expect(shelf.ids('minister')).toEqual([added]);
    };
    await check();
    expect(count(shelf, 'search_index')).toBe(1);
    await shelf.reopen();
    await check();
  });

  it('keeps no search waiting until it is whole, also when many sources change meanwhile', async () => {
    await shelf.reopen({ batchSources: 4 });
    let isDone = false;
    let settled: Promise<void> | null = null;
    const done = reindex(undefined, () => {
      if (settled) return;
      shelf.archive.sources.describe(ids, { title: 'Renamed' });
      settled = shelf.indexer.settle().then(() => {
        expect(isDone).toBe(false);
        expect(shelf.ids('title:renamed')).toEqual(sorted(ids));
      });
    }).then(() => {
      isDone = true;
    });
    await done;
    expect(settled).not.toBeNull();
    await settled;
    expect(shelf.ids('title:renamed')).toEqual(sorted(ids));
    await expectWhole();
  });

  it('can be given up at any moment, and what was there goes on answering', async () => {
    const before = found(shelf.indexer, 'envoy letter7x');
    const numberOf = () => shelf.indexer.index.row.id;
    const number = numberOf();
    await reindex(AbortSignal.abort());
    const underway = new AbortController();
    await shelf.reopen({ batchSources: 4 });
    let progressCount = 0;
    await reindex(underway.signal, () => {
      progressCount += 1;
      underway.abort();
    });
    // Once at the beginning and once at the end, and not for each of ten batches.
    expect(progressCount).toBeLessThanOrEqual(2);
    expect(numberOf()).toBe(number);
    expect(found(shelf.indexer, 'envoy letter7x')).toEqual(before);
    expect([count(shelf, 'search_index'), count(shelf, 'search_pending')]).toEqual([1, 0]);
    expect(shelf.indexer.isCurrent).toBe(true);
    const added = await shelf.add('A minister.');
    await shelf.reopen();
    await expectWhole();
    expect(shelf.ids('minister')).toEqual([added]);
    await reindex();
    await expectWhole();
  });

  it('is gone when the program ended half-way, or goes on; either way everything is found', async () => {
    for (const pauseMs of [0, 1, 5, 20]) {
      const ended = reindex().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await shelf.reopen();
      await ended;
      await expectWhole();
      await shelf.indexer.whenIdle();
      expect(shelf.indexer.isCurrent).toBe(true);
      expect([count(shelf, 'search_index'), count(shelf, 'search_pending')]).toEqual([1, 0]);
      await expectWhole();
    }
  });
});

describe('an index that another Fonds made', () => {
  it('goes on answering until its successor is whole, and is followed by every change', async () => {
    await shelf.reopen(run(`UPDATE search_index SET analyzer = 'another'`));
    expect(shelf.indexer.isCurrent).toBe(false);
    expect(shelf.indexer.index.row.analyzer).toBe('another');
    await expectWhole();
    const added = await shelf.add('A minister.');
    expect(shelf.ids('minister')).toEqual([added]);
    shelf.archive.sources.describe(ids, { title: 'Renamed' });
    await shelf.indexer.whenIdle();
    expect(shelf.indexer.isCurrent).toBe(true);
    expect(shelf.indexer.index.row.analyzer).toBe(shelf.indexer.analyzerName);
    await expectWhole();
    expect(shelf.ids('title:renamed')).toEqual(sorted(ids));
    expect(shelf.ids('minister')).toEqual([added]);
    expect(count(shelf, 'search_index')).toBe(1);
    await shelf.reopen();
    expect(shelf.indexer.isCurrent).toBe(true);
    await expectWhole();
  });

  it('is not lost when making its successor is given up', async () => {
    await shelf.reopen(run(`UPDATE search_index SET analyzer = 'another'`));
    await reindex(AbortSignal.abort());
    await expectWhole();
    expect(shelf.indexer.isCurrent).toBe(false);
    await shelf.indexer.whenIdle();
    expect(shelf.indexer.isCurrent).toBe(true);
    await expectWhole();
  });
});

describe('an index that is broken', () => {
  const ALL = ['search_tombstone', 'search_block', 'search_segment', 'search_pending', 'search_index'];
  const ONE = 'WHERE id = (SELECT max(id) FROM search_segment)';
  it.each([
    ['overwritten with zeros', `UPDATE search_segment SET hot = zeroblob(length(hot)) ${ONE}`],
    ['cut off', `UPDATE search_segment SET hot = substr(hot, 1, length(hot) / 2) ${ONE}`],
    ['empty', `UPDATE search_segment SET hot = zeroblob(0) ${ONE}`],
    ['without a header', `UPDATE search_segment SET header = '{}' ${ONE}`],
    ['of a newer format', `UPDATE search_segment SET header = json_set(header, '$.format', 99) ${ONE}`],
    ['without its blocks', 'DELETE FROM search_block'],
    ['without its last block', 'DELETE FROM search_block WHERE number = (SELECT max(number) FROM search_block)'],
    ['deleted by hand', ALL.map((table) => `DELETE FROM ${table}`).join(';')],
  ])('is made again when it is %s', async (_how, sql) => {
    await shelf.reopen(run(sql));
    await shelf.indexer.settle();
    await expectWhole();
    await shelf.indexer.whenIdle();
    await expectWhole();
    expect(shelf.indexer.isCurrent).toBe(true);
    expect(count(shelf, 'search_index')).toBe(1);
    await shelf.reopen();
    await expectWhole();
  });

  it('is made again in memory where nothing can be written', async () => {
    await shelf.reopen({ ...run(`UPDATE search_segment SET hot = zeroblob(length(hot)) ${ONE}`), access: 'read' });
    await shelf.indexer.settle();
    await expectWhole();
  });
});

describe('an archive opened for reading', () => {
  const FRENCH =
    'Les élections de la République sont majestueusement dans les mains de la commission, et elle ne les veut pas. ';
  /** Of what the archive is made of; to read a log that is not there, SQLite puts an empty one beside. */
  const hashes = (): string[] =>
    readdirSync(shelf.place, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(shelf.place, name)).isFile() && !/-(wal|shm)$/.test(name))
      .map(
        (name) =>
          `${name} ${createHash('sha256')
            .update(readFileSync(join(shelf.place, name)))
            .digest('hex')}`,
      )
      .sort();
  const query = (line: string) => ({ query: line, mode: 'any', filter: {}, offset: 0, limit: 500 }) as const;

  it('is searched without a byte being written', async () => {
    await shelf.shut();
    const before = hashes();
    await shelf.reopen({ access: 'read' });
    await expectWhole();
    await shelf.indexer.whenIdle();
    await shelf.shut();
    expect(hashes()).toEqual(before);
  });

  it('is searched whole when its index had not caught up, and its texts are marked in the language they are in', async () => {
    const guessed = await shelf.add(FRENCH, { language: '' });
    // So long that it is left to the worker, its language too.
    const long = await shelf.add(FRENCH.repeat(2_500), { language: '' });
    shelf.archive.sources.describe(ids, { title: 'Renamed' });
    await shelf.shut();
    const before = hashes();
    const archive = await openArchive(shelf.place, 'read', OPTIONS);
    expect(archive.database.prepare<{ rows: number }>('SELECT count(*) AS rows FROM search_pending').get()?.rows).toBe(
      41,
    );
    const search = await createSearch({ archive, workerPath: WORKER });
    expect((await search.query(query('title:renamed'))).total).toBe(40);
    const french = (await search.query(query('majestueux'))).hits;
    expect(sorted(french.map(({ sourceId }) => sourceId))).toEqual(sorted([long, guessed]));
    expect(archive.sources.get(guessed).guessedLanguage).toBe('fr');
    for (const sourceId of [guessed, long]) {
      const { matches } = await search.matches({ query: 'majestueux', mode: 'any', sourceId });
      const [first] = matches;
      expect(first && archive.texts.get(sourceId).text.slice(...first)).toBe('majestueusement');
    }
    await search.close();
    archive.close();
    expect(hashes()).toEqual(before);
  });
});
