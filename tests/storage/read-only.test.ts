/** Archives on discs and in other places that cannot be written to. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArchiveInfo } from '../../electron/contract/index.js';
import { startService } from '../support/service.js';

describe('an archive in a place without writing', () => {
  it('opens for reading where the best access is asked for, can be searched, and refuses changes', async ({ skip }) => {
    const service = await startService();
    const place = join(service.folder, 'disc');
    let mounted = false;
    try {
      await service.call('archive.create', { dir: service.dir });
      await service.importFiles(await service.files({ 'a.txt': 'A treaty on a disc.' }));
      await service.call('archive.close', undefined);
      execFileSync('mkdir', [place]);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', place], { stdio: 'pipe' });
        mounted = true;
      } catch (error) {
        console.log(`Skipped: no file system can be mounted here (${String(error)})`);
        skip();
      }
      execFileSync('cp', ['-r', service.dir, place]);
      execFileSync('mount', ['-o', 'remount,ro', place]);
      const dir = join(place, 'Test.fonds');
      expect(await service.refusal('archive.open', { dir, access: 'write' })).toMatchObject({
        code: 'ARCHIVE_READ_ONLY',
      });
      const info: ArchiveInfo = await service.call('archive.open', { dir, access: 'best' });
      expect(info.readOnly).toBe(true);
      const query = { query: 'treaty', mode: 'all', filter: {}, offset: 0, limit: 10 } as const;
      const [hit] = (await service.call('search.query', query)).hits;
      const change = { ids: [hit?.sourceId as never], change: { title: 'Mine' } };
      expect(await service.refusal('source.describe', change)).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
    } finally {
      await service.attempt('archive.close', undefined);
      if (mounted) execFileSync('umount', [place]);
      await service.close();
    }
  });
});
