/** From a file to a hit: what stands in an original is found by the line that a person types or pastes. */
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, type ServiceUnderTest, startService } from '../support/service.js';

const FIXTURES = join(root, 'tests', 'fixtures');

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
});
afterEach(() => service.close());

async function marksOf(query: string, mode: 'all' | 'any' = 'all'): Promise<string[]> {
  const { hits } = await service.call('search.query', { query, mode, filter: {}, offset: 0, limit: 5 });
  return hits.flatMap(({ snippets }) =>
    snippets.flatMap(({ text, matches }) => matches.map(([start, end]) => text.slice(start, end))),
  );
}

describe.each([
  ['search/raised-note-mark/input.html', ['treaty', 'envoy', '"treaty was signed"', 'treaty12']],
  ['ingest/pdf/soft-hyphen.pdf', ['documents', 'harbour', '"documents of the harbour and adjourned"']],
  ['search/spaced-hyphen/input.txt', ['memorandum - 1947', 'Population of the port (%) - 1870 - 2001']],
  ['search/acronym-with-full-stops/input.txt', ['USSR', 'USA', 'CIA']],
  ['search/chinese-japanese/input.txt', ['特使', '会谈', '東京', '会談']],
  ['search/german-umlauts.txt', ['Oesterreich', 'Laerm', 'Kuerten']],
  ['search/names-with-underscores/input.txt', ['T3', 'cable', 'orders']],
  ['search/parts-of-address/input.txt', ['keeper', 'archive']],
])('%s', (fixture, lines) => {
  it('is found by each line, with what was found marked', async () => {
    const bytes = await readFile(join(FIXTURES, fixture));
    await service.importFiles(
      await service.files({ [`${basename(fixture, extname(fixture))}${extname(fixture)}`]: bytes }),
    );
    for (const line of lines) expect(await marksOf(line), line).not.toEqual([]);
  });
});
