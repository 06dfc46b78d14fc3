/** The index is never behind the archive: in the same transaction, or before the next search. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSearch } from '../../electron/search/index.js';
import { count, found, openShelf, type Shelf, WORKER } from './search-index-bench.js';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.remove());

const query = (line: string) => ({ query: line, mode: 'any', filter: {}, offset: 0, limit: 500 }) as const;

describe('a source that was added', () => {
  it('is found as soon as adding returned, and after an end of the program that left no time for anything', async () => {
    const id = await shelf.add('The envoy signed.');
    expect(shelf.ids('envoy')).toEqual([id]);
    await shelf.reopen();
    expect(shelf.ids('envoy')).toEqual([id]);
    expect(count(shelf, 'search_pending')).toBe(0);
  });

  it('has the language that was guessed with it, in the same transaction', async () => {
    const text =
      'Les élections de la République sont dans les mains de la commission, et elle ne les veut pas pour le moment.';
    const id = await shelf.add(text, { language: '' });
    expect(shelf.archive.sources.get(id).guessedLanguage).toBe('fr');
    await shelf.reopen();
    expect(shelf.archive.sources.get(id).guessedLanguage).toBe('fr');
  });
});

describe('a large segment', () => {
  it('is packed on the disk, and read, marked and merged as it was written', async () => {
    // Words of their own, so many that their forms take rows.
    const own = (at: number) => Array.from({ length: 60 }, (_, number) => `own${at}x${number}`).join(' ');
    const ids = await shelf.fill(150, (at) => `word${at} stands in every common text ${at % 7} ${own(at)}`);
    const all = ids.map((id, at) => ({ id, word: `word${at}` }));
    await shelf.indexer.reindex({ signal: new AbortController().signal, onProgress: () => undefined });
    const row = shelf.archive.database
      .prepare<{ header: string }>('SELECT header FROM search_segment ORDER BY documents DESC LIMIT 1')
      .get();
    const header = JSON.parse(row?.header ?? '{}');
    expect(header).toMatchObject({ documents: 150 });
    // Forms and surfaces are packed.
    expect(header.firstPackedRow).toBeLessThan(header.rows);
    const everyOneIsFound = () => {
      for (const { id, word } of all) expect(shelf.ids(word)).toEqual([id]);
      expect(shelf.ids('common').length).toBe(all.length);
      expect(shelf.ids('"every common text"').length).toBe(all.length);
    };
    everyOneIsFound();
    await shelf.reopen();
    everyOneIsFound();
    // A third removed: the segment is rewritten by a merge, which reads it as it is on the disk.
    shelf.archive.sources.delete(all.splice(0, 60).map(({ id }) => id));
    await shelf.indexer.whenIdle();
    everyOneIsFound();
    await shelf.reopen();
    everyOneIsFound();
  }, 60_000);
});

describe('a change that is taken back', () => {
  it('leaves what is found as it was, in memory and on the disk', async () => {
    const kept = await shelf.add('The envoy signed.', { title: 'Before' });
    const binned = await shelf.add('The envoy left.', { title: 'Binned' });
    shelf.archive.sources.delete([binned]);
    await shelf.indexer.whenIdle();
    const before = found(shelf.indexer, 'envoy');
    const rows = () =>
      ['search_segment', 'search_block', 'search_tombstone', 'search_pending', 'text_language'].map((table) =>
        count(shelf, table),
      );
    const rowsBefore = rows();
    const stop = shelf.archive.onWrite(() => {
      throw new Error('no');
    });
    expect(() => shelf.archive.sources.describe([kept], { title: 'After' })).toThrow('no');
    expect(() => shelf.archive.sources.delete([kept])).toThrow('no');
    expect(() => shelf.archive.sources.restore([binned])).toThrow('no');
    expect(() => shelf.archive.history.undo()).toThrow('no');
    await expect(shelf.add('A second envoy, en route.', { language: '' })).rejects.toThrow('no');
    stop();
    const asBefore = () => {
      expect(found(shelf.indexer, 'envoy')).toEqual(before);
      expect(shelf.ids('title:before')).toEqual([kept]);
      expect(shelf.ids('title:after')).toEqual([]);
      expect(rows()).toEqual(rowsBefore);
    };
    asBefore();
    await shelf.indexer.whenIdle();
    asBefore();
    // What comes next may take the numbers of rows that were taken back.
    const next = await shelf.add('The minister stayed.');
    expect(shelf.ids('minister')).toEqual([next]);
    expect(shelf.ids('envoy')).toEqual([kept]);
    shelf.archive.sources.delete([next]);
    await shelf.indexer.whenIdle();
    await shelf.reopen();
    expect(shelf.ids('envoy')).toEqual([kept]);
    expect(shelf.ids('title:before')).toEqual([kept]);
    expect(shelf.ids('minister')).toEqual([]);
  });
});

describe('how widely a form stands', () => {
  it('is counted in sources, as it is written, whatever its case, without those that do not count', async () => {
    const first = await shelf.add('The colonels waited. COLONELS wait.');
    await shelf.add('Colonels and a colonel, and co-operation.');
    await shelf.add('A colonel of theirs, and tbe river.');
    const search = await createSearch({ archive: shelf.archive, workerPath: WORKER });
    const ask = async (except: readonly (typeof first)[]) =>
      Object.fromEntries(
        await search.documentFrequencies(
          ['colonels', 'colonel', 'tbe', 'colonelz', ','],
          except,
          new AbortController().signal,
        ),
      );
    expect(await ask([])).toEqual({ colonels: 2, colonel: 2, tbe: 1 });
    expect(await ask([first])).toEqual({ colonels: 1, colonel: 2, tbe: 1 });
    await search.close();
  });

  it('is counted no further than what tells a word from a slip', async () => {
    await shelf.fill(25, () => 'The barges lay there.');
    const search = await createSearch({ archive: shelf.archive, workerPath: WORKER });
    const standing = await search.documentFrequencies(['barges'], [], new AbortController().signal);
    expect(standing.get('barges')).toBe(20);
    await search.close();
  });
});

describe('many changes at once', () => {
  it('are all seen by the next search', async () => {
    const ids = await shelf.fill(100, (at) => `letter${at}x of the envoy`);
    await shelf.indexer.close();
    const search = await createSearch({ archive: shelf.archive, workerPath: WORKER });
    shelf.archive.sources.describe(ids, { title: 'Renamed' });
    expect(count(shelf, 'search_pending')).toBe(100);
    const renamed = await search.query(query('title:renamed'));
    expect(renamed.hits.map(({ sourceId }) => sourceId).sort()).toEqual([...ids].sort());
    expect((await search.query(query('title:document'))).total).toBe(0);
    expect((await search.query(query('letter7x'))).hits.map(({ sourceId }) => sourceId)).toEqual([ids[7]]);
    shelf.archive.sources.delete(ids.slice(0, 60));
    expect((await search.query(query('envoy'))).total).toBe(40);
    shelf.archive.history.undo();
    expect((await search.query(query('envoy'))).total).toBe(100);
    await search.close();
  });

  it('are seen after the program ended before they were worked off', async () => {
    const ids = await shelf.fill(100, (at) => `letter${at}x of the envoy`);
    await shelf.indexer.whenIdle();
    shelf.archive.sources.describe(ids, { title: 'Renamed' });
    await shelf.reopen();
    expect(count(shelf, 'search_pending')).toBe(100);
    expect(shelf.ids('title:document')).toEqual([]);
    await shelf.indexer.settle();
    expect(count(shelf, 'search_pending')).toBe(0);
    expect(shelf.ids('title:renamed')).toEqual([...ids].sort());
    expect(shelf.ids('letter7x')).toEqual([ids[7]]);
  });

  it('are seen as they are now when sources change again while the index is busy with them', async () => {
    const ids = await shelf.fill(100, (at) => `letter${at}x of the envoy`);
    shelf.archive.sources.describe(ids, { title: 'First' });
    const settled = shelf.indexer.settle();
    // The worker has the texts by now, but has not answered.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [changed, binned, both] = ids;
    if (!changed || !binned || !both) throw new Error('there are a hundred');
    shelf.archive.sources.describe([changed], { title: 'Second' });
    shelf.archive.sources.delete([binned, both]);
    shelf.archive.sources.restore([both]);
    await settled;
    expect(shelf.ids('title:second')).toEqual([changed]);
    expect(shelf.ids('title:first')).toEqual(ids.filter((id) => id !== changed && id !== binned).sort());
    expect(shelf.ids('envoy')).toEqual(ids.filter((id) => id !== binned).sort());
    await shelf.reopen();
    expect(shelf.ids('envoy')).toEqual(ids.filter((id) => id !== binned).sort());
  });
});

describe('merging', () => {
  it('leaves at most ten segments of two hundred single additions, and finds each', async () => {
    const ids = await shelf.fill(200, (at) => `letter${at}x of the envoy`);
    await shelf.indexer.whenIdle();
    expect(shelf.indexer.index.segments.length).toBeLessThanOrEqual(10);
    const asAdded = () => {
      for (const [at, id] of ids.entries()) expect(shelf.ids(`letter${at}x`)).toEqual([id]);
      expect(shelf.ids('envoy')).toHaveLength(200);
    };
    asAdded();
    await shelf.reopen();
    asAdded();
    // Blocks and tombstones of what was merged are gone with it.
    const orphans = shelf.archive.database
      .prepare<{ rows: number }>(
        'SELECT count(*) AS rows FROM search_block WHERE number / 65536 NOT IN (SELECT id FROM search_segment)',
      )
      .get();
    expect(orphans?.rows).toBe(0);
  });

  it.each([1, 2, 3, 4])('leaves removed what is removed while it is under way (%i turns into it)', async (turns) => {
    const ids = await shelf.fill(64, (at) => `letter${at}x of the envoy`);
    await shelf.indexer.whenIdle();
    // So many that their segment is rewritten, at once.
    const early = ids.filter((_, at) => at % 2 === 0).slice(0, 30);
    shelf.archive.sources.delete(early);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    const late = ids.filter((_, at) => at % 8 === 1);
    shelf.archive.sources.delete(late);
    const changed = ids[3];
    if (!changed) throw new Error('there are 64');
    shelf.archive.sources.describe([changed], { title: 'Second' });
    const gone = new Set([...early, ...late]);
    const left = ids.filter((id) => !gone.has(id)).sort();
    const check = () => {
      expect(shelf.ids('envoy')).toEqual(left);
      expect(shelf.ids('title:second')).toEqual([changed]);
      expect(shelf.indexer.index.list.live).toBe(left.length);
    };
    check();
    await shelf.indexer.whenIdle();
    check();
    await shelf.reopen();
    check();
  });
});
