/** `kill -9` while files come in: what was acknowledged is there, and a further import does nothing of it again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openArchive } from '../../electron/archive/index.js';
import type { ReportLine } from '../../electron/contract/index.js';
import { seededRandom } from '../bench/search/random.js';
import { writeManyFiles } from '../support/many-files.js';
import { startTerminal, terminalJson } from '../support/terminal.js';
import { OPTIONS, verifyAll } from './archive-bench.js';

const FILES = 300;
const kills = Number(process.env.FONDS_KILLS ?? 3);

it('keeps every file that was acknowledged before an import was killed, and brings in the rest once', async () => {
  const random = seededRandom(3);
  const folder = await mkdtemp(join(tmpdir(), 'fonds-import-kill-'));
  try {
    const dir = join(folder, 'Killed.fonds');
    await terminalJson('create', dir);
    await writeManyFiles(join(folder, 'papers'), FILES);
    const acknowledged = new Set<string>();
    for (let round = 0; round < kills; round += 1) {
      const child = startTerminal('import', dir, join(folder, 'papers'), '--follow', '--json');
      const wanted = acknowledged.size + 1 + Math.floor(random() * (FILES / kills / 2));
      let seen = 0;
      for await (const said of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
        // A line that was cut by the end acknowledges nothing.
        if (!said.startsWith('{"name"') || !said.endsWith('}')) continue;
        const line = JSON.parse(said) as ReportLine;
        if (line.outcome === 'imported') acknowledged.add(line.name);
        seen += 1;
        if (seen === wanted) child.kill('SIGKILL');
      }
      const archive = await openArchive(dir, 'write', OPTIONS);
      const ids = archive.sources.live().map(({ sourceId }) => sourceId);
      const paths = ids.map((id) => archive.sources.get(id).originals[0]?.path ?? '');
      expect(new Set(paths).size).toBe(paths.length);
      expect([...acknowledged].filter((name) => !paths.includes(name))).toEqual([]);
      expect((await verifyAll(archive)).filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
      archive.close();
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    const last = await terminalJson<{ outcomes: Record<string, number> }>('import', dir, join(folder, 'papers'));
    const { imported = 0, duplicate = 0, failed = 0 } = last.outcomes;
    expect({ total: imported + duplicate, failed }).toEqual({ total: FILES, failed: 0 });
    expect(duplicate).toBeGreaterThanOrEqual(acknowledged.size);
    expect(await terminalJson('sources', dir)).toMatchObject({ total: FILES });
    expect(await terminalJson('search', dir, `marker${FILES - 1}`)).toMatchObject({ total: 1 });
    expect(await terminalJson('search', dir, 'envoy', '--limit', '1')).toMatchObject({ total: FILES });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
