/** `kill -9` while the index is at work: whatever the moment, it is whole and agrees with the archive afterwards. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { SourceId } from '../../electron/contract/index.js';
import { seededRandom } from '../bench/search/random.js';
import { found, openShelf } from './search-index-bench.js';
import { bundleWriter, startWriter } from './writer-process.js';

const SOURCES = 240;
const kills = Number(process.env.FONDS_KILLS ?? 6);

it('finds every source by its own word and its last title, and none twice, after indexing was killed at any moment', async () => {
  const random = seededRandom(1);
  const shelf = await openShelf();
  try {
    const ids = await shelf.fill(SOURCES, (at) => `letter${at}x of the envoy ${'about the treaty '.repeat(at % 200)}`);
    await shelf.indexer.whenIdle();
    const script = await bundleWriter(shelf.dir);
    const given = new Map<string, string>();
    let progressCount = 0;
    for (let round = 0; round < kills; round++) {
      await shelf.shut();
      const writer = startWriter(script, shelf.place, 'index', round);
      await writer.opened;
      // Within its first two passes over the sources, each of 72 titles, and at any point of what is done meanwhile.
      await writer.acknowledged(2 + Math.floor(random() * 140));
      await pause(random() * 100);
      writer.child.kill('SIGKILL');
      const lines = await writer.ended;
      // It was at work until then, and did not fall by itself.
      expect(writer.child.signalCode).toBe('SIGKILL');
      for (const line of lines) {
        const [id = '', title = ''] = line.split(' ');
        given.set(id, title);
        progressCount += 1;
      }
      await shelf.reopen();
      const { archive, indexer } = shelf;
      const check = archive.database.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
      expect(check).toEqual([{ integrity_check: 'ok' }]);
      expect(archive.database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      const expectWhole = () => {
        const live = archive.sources.live().map(({ sourceId }) => sourceId);
        expect([...found(indexer, 'envoy').keys()].sort()).toEqual([...live].sort());
        for (const [at, id] of ids.entries()) {
          expect([...found(indexer, `letter${at}x`).keys()]).toEqual(live.includes(id) ? [id] : []);
        }
        const byTitle = new Map<string, SourceId[]>();
        for (const id of live) {
          const { title } = archive.sources.get(id).description;
          byTitle.set(title, [...(byTitle.get(title) ?? []), id]);
        }
        for (const [title, wanted] of byTitle) {
          if (!given.has(wanted[0] ?? '')) continue;
          expect([...found(indexer, `title:${title}`).keys()].sort(), title).toEqual(wanted.sort());
        }
      };
      await indexer.settle();
      expectWhole();
      await indexer.whenIdle();
      expectWhole();
      expect(indexer.isCurrent).toBe(true);
      expect(indexer.index.segments.length).toBeLessThanOrEqual(10);
    }
    expect(progressCount).toBeGreaterThanOrEqual(2 * kills);
  } finally {
    await shelf.remove();
  }
}, 3_600_000);
