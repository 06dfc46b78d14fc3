/**
 * A process of its own that holds an archive. `add` and `log`: write until it is killed, telling what was acknowledged;
 * `sessions`: the same, closing the archive after each change; `index`: changes sources singly and in bulk and rebuilds the index, until it is killed, telling each title it gave.
 */
import { writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openArchive } from '../../electron/archive/index.js';
import { EMPTY_DESCRIPTION } from '../../electron/contract/index.js';
import { createAnalyzer } from '../../electron/search/analysis/index.js';
import { createSearchLog } from '../../electron/search/history/search-log-store.js';
import { createIndexer } from '../../electron/search/live/indexer.js';

const [dir = '', migrationsDir = '', mode = 'add', round = '0'] = process.argv.slice(2);
const archive = await openArchive(dir, 'write', { migrationsDir });
writeSync(1, 'open\n');
if (mode === 'hold') {
  setInterval(() => undefined, 1_000);
} else if (mode === 'log') {
  const log = createSearchLog(archive, () => new Date());
  for (let index = 0; ; index += 1) {
    const query = { query: `${round}/${index}`, mode: 'any', filter: {} } as const;
    const entry = log.record({ query, scope: '', searched: 1, total: 0, tookMs: 0.5 });
    writeSync(1, `${entry.query.query}\n`);
  }
} else if (mode === 'sessions') {
  // Opened, changed a little and closed again and again: a kill comes where a session begins or ends.
  for (let index = 0, open = archive; ; index += 1) {
    const { name } = open.collections.create(`${round}/${index}`);
    writeSync(1, `${name}\n`);
    open.close();
    open = await openArchive(dir, 'write', { migrationsDir });
  }
} else if (mode === 'index') {
  const indexer = createIndexer({
    archive,
    analyzer: createAnalyzer(),
    workerPath: resolve('dist/electron/search-worker.js'),
    onProgress: () => undefined,
    onGuess: () => undefined,
    // Of many segments, so that a kill comes between them, and there is something to merge.
    batchSources: 16,
  });
  const ids = archive.sources.live().map(({ sourceId }) => sourceId);
  const rename = (some: typeof ids, title: string) => {
    archive.sources.describe(some, { title });
    for (const id of some) writeSync(1, `${id} ${title}\n`);
  };
  const rebuild = () => indexer.reindex({ signal: new AbortController().signal, onProgress: () => undefined });
  for (let index = 0; ; index += 1) {
    const at = (index * 37) % ids.length;
    const rebuilt = index % 2 === 0 ? rebuild() : indexer.whenIdle();
    for (let one = 0; one < 12; one += 1) {
      rename(ids.slice(at + one, at + one + 1), `t${round}x${index}x${one}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    rename(ids.slice(at, at + 60), `t${round}x${index}xall`);
    const binned = ids.slice(at, at + 5);
    archive.sources.delete(binned);
    await rebuilt;
    archive.sources.restore(binned);
    await indexer.whenIdle();
  }
} else {
  for (let index = 0; ; index += 1) {
    const text = `round ${round}, document ${index} `.repeat(1 + (index % 900));
    const file = join(dir, '..', 'next.txt');
    writeFileSync(file, text);
    const { sha256, fileBytes } = await archive.originals.store(file);
    const { sourceId } = archive.sources.add(
      {
        description: { ...EMPTY_DESCRIPTION, title: `${round}/${index}` },
        original: { sha256, fileBytes, fileName: 'next.txt', mediaType: 'text/plain' },
        text: { text, spans: [], origin: 'reader:text', remarks: [] },
      },
      { id: `import-${round}`, label: 'Import' },
    );
    writeSync(1, `${sourceId} ${sha256}\n`);
  }
}
