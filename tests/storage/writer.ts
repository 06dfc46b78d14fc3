/** A process of its own that holds an archive. `add` and `log`: write until it is killed, telling what was acknowledged. */
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../electron/archive/index.js';
import { EMPTY_DESCRIPTION } from '../../electron/contract/index.js';
import { createSearchLog } from '../../electron/search/log-store.js';

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
