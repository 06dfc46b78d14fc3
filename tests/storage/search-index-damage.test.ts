/** A row of the index that is missing or was changed never ends in an error: who searches gets the right answer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Archive, openArchive } from '../../electron/archive/index.js';
import type { SourceId } from '../../electron/contract/index.js';
import { createSearch } from '../../electron/search/index.js';
import { OPTIONS } from './archive-bench.js';
import { count, openShelf, type Shelf, WORKER } from './search-index-bench.js';

/** So many that their segment is packed on the disk, and so few that it is not. */
const SIZES = [
  ['a packed segment', 100],
  ['a segment that is not packed', 40],
] as const;
/** Words of a text: their places and postings take several rows. */
const WORDS = 2_400;

let shelf: Shelf;
let ids: SourceId[];
let wholeRows: number;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.remove());

const letterOf = (at: number) => `letter${at}x`;
/** Each word stands in some texts only; `letter…` in one. */
const textOf = (at: number) =>
  `${letterOf(at)} ${Array.from({ length: WORDS }, (_, word) => `word${(word * (at + 3)) % 1_009}`).join(' ')}`;

/** One segment of so many sources. */
async function fill(sources: number): Promise<void> {
  ids = await shelf.fill(sources, textOf);
  await shelf.indexer.reindex({ signal: new AbortController().signal, onProgress: () => undefined });
  wholeRows = count(shelf, 'search_block');
  expect(wholeRows).toBeGreaterThan(3);
  expect(count(shelf, 'search_segment')).toBe(1);
}

const MIDDLE = 'SELECT number FROM search_block ORDER BY number LIMIT 1 OFFSET';
function loseRow(at: number) {
  return ({ database }: Archive) => database.exec(`DELETE FROM search_block WHERE number = (${MIDDLE} ${at})`);
}
/** One bit, which no length shows. */
function flipBit(at: number) {
  return ({ database }: Archive) => {
    const row = database.prepare<{ number: number; bytes: Uint8Array }>(
      `SELECT number, bytes FROM search_block WHERE number = (${MIDDLE} ${at})`,
    );
    const { number, bytes } = row.get() ?? { number: 0, bytes: new Uint8Array(1) };
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    database
      .prepare('UPDATE search_block SET bytes = :bytes WHERE number = :number')
      .run({ number, bytes: new Uint8Array(bytes) });
  };
}
const DAMAGES = [
  ['is missing', loseRow],
  ['was changed by one bit', flipBit],
] as const;
const CASES = SIZES.flatMap(([what, sources]) => DAMAGES.map(([how, damage]) => ({ what, sources, how, damage })));

const query = (line: string) => ({ query: line, mode: 'any', filter: {}, offset: 0, limit: 500 }) as const;

/** Asks for every word, so that every row is read; returns the remarks that were made. */
async function expectRightAnswers(access: 'read' | 'write'): Promise<string[]> {
  const archive = await openArchive(shelf.place, access, OPTIONS);
  const search = await createSearch({ archive, workerPath: WORKER });
  const remarks: string[] = [];
  try {
    const holding = new Map<string, number>();
    for (const at of ids.keys()) {
      for (const word of new Set(textOf(at).split(' '))) holding.set(word, (holding.get(word) ?? 0) + 1);
    }
    for (const [at, id] of ids.entries()) {
      const answer = await search.query(query(letterOf(at)));
      expect(answer.hits.map(({ sourceId }) => sourceId)).toEqual([id]);
      remarks.push(...answer.remarks);
      const word = `word${(at * 25) % 1_009}`;
      const other = await search.query({ ...query(`"${word}"`), limit: 1 });
      expect([word, other.total]).toEqual([word, holding.get(word) ?? 0]);
      remarks.push(...other.remarks);
    }
  } finally {
    await search.close();
    archive.close();
  }
  return remarks;
}

describe.each(CASES)('a row of $what that $how', ({ sources, damage }) => {
  it('is made again by the search that needs it, which answers right and says so', async () => {
    await fill(sources);
    for (let at = 0; at < wholeRows - 1; at++) {
      await shelf.reopen({ between: damage(at) });
      await shelf.shut();
      const remarks = await expectRightAnswers('write');
      expect(remarks.filter((remark) => /rebuilt/.test(remark)).length).toBeLessThanOrEqual(1);
      if (remarks.length === 0) continue;
      await shelf.reopen();
      expect(count(shelf, 'search_block')).toBe(wholeRows);
      expect([count(shelf, 'search_index'), count(shelf, 'search_pending')]).toEqual([1, 0]);
      return;
    }
    throw new Error('no search has read a damaged row');
  });

  it('is made again in memory where nothing can be written', async () => {
    await fill(sources);
    await shelf.reopen({ between: damage(1) });
    await shelf.shut();
    await expectRightAnswers('read');
  });

  it('spoils no merge: what it was made of is rebuilt', async () => {
    await fill(sources);
    await shelf.reopen({ between: damage(1) });
    const { id } = shelf.indexer.index.row;
    const left = ids.splice(Math.floor(sources / 2));
    shelf.archive.sources.delete(ids);
    await shelf.indexer.whenIdle();
    expect(shelf.indexer.index.row.id).not.toBe(id);
    expect(shelf.indexer.isCurrent).toBe(true);
    for (const [at, gone] of ids.entries()) expect([gone, shelf.ids(letterOf(at))]).toEqual([gone, []]);
    for (const [at, kept] of left.entries()) expect(shelf.ids(letterOf(at + ids.length))).toEqual([kept]);
  });
});

describe('rows that no search has read', () => {
  it('are counted soon after an archive was opened, and made again when one is missing', async () => {
    await fill(100);
    await shelf.reopen({ between: loseRow(1) });
    expect(count(shelf, 'search_block')).toBe(wholeRows - 1);
    await vi.waitFor(() => expect(count(shelf, 'search_block')).toBe(wholeRows), { timeout: 20_000, interval: 100 });
    for (const [at, id] of ids.entries()) expect(shelf.ids(letterOf(at))).toEqual([id]);
    expect(shelf.indexer.isCurrent).toBe(true);
  });

  it('are left as they are when none is missing', async () => {
    await fill(100);
    await shelf.reopen();
    const { id } = shelf.indexer.index.row;
    await shelf.indexer.whenIdle();
    shelf.archive.sources.delete(ids.slice(0, 40));
    await shelf.indexer.whenIdle();
    expect(shelf.indexer.index.row.id).toBe(id);
    expect(shelf.indexer.index.segments.map(({ documents }) => documents)).toEqual([60]);
  });
});
