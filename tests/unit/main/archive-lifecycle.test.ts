/** Which archive opens, and what is said when one cannot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveInfo, fail, ok, type Result } from '../../../electron/contract/index.js';
import { createArchiveLifecycle } from '../../../electron/main/archive-lifecycle.js';
import { openPreferences } from '../../../electron/main/preferences-store.js';
import type { ServiceHost } from '../../../electron/main/service-host.js';

let userData: string;
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'fonds-life-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

const info = (name: string): ArchiveInfo => ({
  name,
  readOnly: false,
  schemaVersion: 1,
  createdAt: '2026-01-01T00:00:00Z',
  counts: { sources: 0, inBin: 0, collections: 0 },
});

/** A service that holds one archive at a time; `locked` and `existing` are folders it knows about. */
function setUp({ locked = [], existing = [] }: { locked?: string[]; existing?: string[] } = {}) {
  const asked: string[] = [];
  const shown: (string | null)[] = [];
  let open: string | null = null;
  const respond = (name: string, dir: string): Result<ArchiveInfo> => {
    if (name === 'archive.info') return open === null ? fail({ code: 'NO_ARCHIVE', message: 'None.' }) : ok(info(open));
    if (locked.includes(dir)) return fail({ code: 'ARCHIVE_LOCKED', message: 'Another program has it open.' });
    if (name !== 'archive.open' && existing.includes(dir))
      return fail({ code: 'ARCHIVE_EXISTS', message: 'It exists.' });
    open = dir;
    return ok(info(dir));
  };
  const call = async (name: string, input?: { dir?: string }) => {
    asked.push(`${name} ${input?.dir ?? ''}`.trim());
    return respond(name, input?.dir ?? '');
  };
  const preferences = openPreferences({ userData });
  const service = { call: call as unknown as ServiceHost['call'] };
  const life = createArchiveLifecycle({ service, preferences, userData, onChange: (name) => shown.push(name) });
  return { life, preferences, asked, shown };
}

describe('the start', () => {
  it('makes the sample archive when nothing was ever open', async () => {
    const { life, asked } = setUp();
    await life.begin(null);
    expect(asked).toEqual([`archive.createSample ${join(userData, 'Sample.fonds')}`]);
    expect(life.openDir).toBe(join(userData, 'Sample.fonds'));
  });

  it('opens the sample that is already there instead of making it again', async () => {
    const { life, asked } = setUp({ existing: [join(userData, 'Sample.fonds')] });
    await life.begin(null);
    expect(asked.at(-1)).toBe(`archive.open ${join(userData, 'Sample.fonds')}`);
    expect(life.lastProblem).toBeNull();
  });

  it('opens the archive of last time, unless another one is named', async () => {
    const first = setUp();
    first.preferences.remember('/a/Last.fonds');
    await first.life.begin(null);
    expect(first.life.openDir).toBe('/a/Last.fonds');
    const second = setUp();
    await second.life.begin('/a/Named.fonds');
    expect(second.life.openDir).toBe('/a/Named.fonds');
  });

  it('says why when the archive of last time cannot be opened, and puts no other in its place', async () => {
    const { life, preferences, shown } = setUp({ locked: ['/a/Last.fonds'] });
    preferences.remember('/a/Last.fonds');
    await life.begin(null);
    expect(life.lastProblem).toBe('Last.fonds: Another program has it open.');
    expect(life.openDir).toBeNull();
    expect(shown).toEqual([null]);
  });
});

describe('opening another archive', () => {
  it('leaves the open one open when the other is refused', async () => {
    const { life } = setUp({ locked: ['/a/Other.fonds'] });
    await life.open('/a/One.fonds');
    expect(await life.open('/a/Other.fonds')).toMatchObject({ ok: false });
    expect(life.openDir).toBe('/a/One.fonds');
  });

  it('happens one at a time, in the order asked', async () => {
    const { life, asked } = setUp();
    const both = [life.open('/a/One.fonds'), life.create('/a/Two.fonds')];
    await life.settled();
    await Promise.all(both);
    expect(asked).toEqual(['archive.open /a/One.fonds', 'archive.create /a/Two.fonds']);
    expect(life.openDir).toBe('/a/Two.fonds');
  });

  it('refuses an id that is not among the recent ones', async () => {
    expect(await setUp().life.openRecent('nobody')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
