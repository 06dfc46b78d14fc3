import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WordMatching } from '../../../electron/contract/index.js';
import { type Catalogue, createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import type { Finder } from '../../../electron/search/finder/finder.js';
import { createSegmentFinder } from '../../../electron/search/finder/segment-finder.js';
import { type SearchArchive, searchArchive } from '../../support/search-archive.js';

const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'electron', 'search-worker.js');

let held: SearchArchive;
let catalogue: Catalogue;
let finder: Finder;

beforeEach(async () => {
  held = await searchArchive();
  catalogue = createCatalogue(held.archive);
  finder = createSegmentFinder({ archive: held.archive, catalogue, workerPath: WORKER });
});
afterEach(async () => {
  await finder.close();
  catalogue.close();
  held.close();
});

async function count(query: string, matching: WordMatching = 'expanded'): Promise<number> {
  return (await finder.find({ query, mode: 'all', matching })).ids.length;
}

describe('finding a source by its address', () => {
  it('finds it by the whole address, by its host and by any word in it, in its field and anywhere', async () => {
    await held.add({ title: 'Report', url: 'https://www.example.org/archive/Annual_Report.1999?lang=sr' });
    await held.add({ title: 'Other', url: 'https://history.state.test/' });
    for (const typed of [
      'www.example.org',
      'example.org',
      'example',
      'org',
      'annual',
      '1999',
      'exampel~2',
      'archiv*',
    ]) {
      expect([typed, await count(`url:${typed}`)]).toEqual([typed, 1]);
      expect([typed, await count(typed)]).toEqual([typed, 1]);
    }
    expect(await count('url:https')).toBe(2);
    expect(await count('url:example', 'exact')).toBe(1);
    expect(await count('url:elsewhere')).toBe(0);
    expect(await count('title:example')).toBe(0);
  });

  it('finds either of two words that lost their blank, and both when typed without one', async () => {
    await held.add({ title: 'Glued' }, 'It came under scrutiny.Franklin wrote on.');
    for (const typed of ['scrutiny', 'Franklin', 'scrutiny.Franklin', '"scrutiny Franklin"']) {
      expect([typed, await count(typed)]).toEqual([typed, 1]);
    }
    expect(await count('scrutiny.Wrote')).toBe(0);
  });
});
