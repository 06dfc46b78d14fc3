/** A failure that nobody expected: a person is given an id, and finds it in the log, from the service and the terminal. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createService, type Incident } from '../../electron/service/index.js';
import { root } from '../support/service.js';
import { terminal } from '../support/terminal.js';
import { putUnreadableSearch, UNREADABLE } from '../support/unreadable-search.js';

let folder: string;
let dir: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-incident-'));
  dir = join(folder, 'Letters.fonds');
  vi.stubEnv('FONDS_USER_DATA', join(folder, 'settings'));
  log = join(folder, 'settings', 'logs', 'incidents.log');
  expect(await terminal('create', dir)).toMatchObject({ code: 0 });
  putUnreadableSearch(dir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const entries = async (): Promise<Record<string, unknown>[]> =>
  (await readFile(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('an unexpected failure inside the service', () => {
  it('is reported with an id, under which the log says what and where, and nothing of the archive', async () => {
    const heard: Incident[] = [];
    const service = createService({
      appRoot: root,
      workersDir: join(root, 'dist', 'electron'),
      logsDir: join(folder, 'settings', 'logs'),
      onIncident: (incident) => heard.push(incident),
    });
    try {
      const window = service.connect('window', () => undefined);
      const trusted = service.connect('trusted', () => undefined);
      expect(await trusted.call('archive.open', { dir, access: 'write' })).toMatchObject({ ok: true });
      const failed = await window.call('search.saved', undefined);
      if (failed.ok) throw new Error('search.saved did not fail');
      const { incidentId } = failed.error.details as { incidentId: string };
      expect(failed.error).toMatchObject({ code: 'INTERNAL', message: expect.stringContaining(incidentId) });
      expect(await entries()).toEqual([
        expect.objectContaining({
          incidentId,
          what: 'service-call',
          call: 'search.saved',
          name: 'SyntaxError',
          stack: expect.stringContaining('JSON.parse'),
        }),
      ]);
      expect(heard).toMatchObject([{ incidentId, file: log, thrown: expect.any(SyntaxError) }]);
    } finally {
      await service.close();
    }
    const written = await readFile(log, 'utf8');
    expect(written).not.toContain(UNREADABLE.slice(0, 4));
    expect(written).not.toContain('Letters');
  });
});

describe('an unexpected failure in the terminal', () => {
  it('ends with 1, an id, and where it is written down', async () => {
    const { code, stdout, stderr } = await terminal('saved', dir);
    const [entry] = await entries();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`incident ${entry?.incidentId}`);
    expect(stderr).toContain(log);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is printed whole with --verbose: the stack, and the line of the log', async () => {
    const { code, stderr } = await terminal('saved', dir, '--verbose');
    const [line = ''] = (await readFile(log, 'utf8')).split('\n');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^SyntaxError: .*Radić/m);
    expect(stderr).toMatch(/^\s+at JSON\.parse/m);
    expect(stderr).toContain(`${log}: ${line}`);
  });

  it('leaves an expected one be: a refusal is no incident', async () => {
    const { code, stderr } = await terminal('saved', join(folder, 'Nowhere.fonds'), '--verbose');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no archive at .*\n$/);
    expect(existsSync(log)).toBe(false);
  });
});

describe('the terminal', () => {
  it('says which Fonds it is', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await terminal('--version')).toEqual({ code: 0, stdout: `Fonds ${version}\n`, stderr: '' });
  });
});
