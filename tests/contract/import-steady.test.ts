/** What an import does when the world changes under it: the disk fills up, or a file is not what it was at the scan. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FondsError, Job, JobId, ReportLine } from '../../electron/contract/index.js';
import { type ImportTools, runImport } from '../../electron/service/import-job.js';
import { createJobs } from '../../electron/service/job-registry.js';
import type { ImportPlan } from '../../electron/service/plan-import.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

describe('a disk that fills up while two lanes import', () => {
  /** The first lane finds the disk full, while the second is in the midst of a file that still fits. */
  async function importOntoFullDisk() {
    const stored: string[] = [];
    let meetFull = (): void => undefined;
    let finishSecond = (): void => undefined;
    // Which of the two gets there first is for the disk to say.
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const unreadable = [{ ok: false, error: { code: 'FILE_UNREADABLE', message: 'a file of no reader' } }];
    const full = [{ ok: false, error: { code: 'DISK_FULL', message: 'No room is left.' } }];
    const storeAll = ([file]: readonly { path: string }[]) => {
      const path = file?.path ?? '';
      stored.push(path);
      if (path === '/0') {
        first.resolve();
        return new Promise((resolve) => (meetFull = () => resolve(full)));
      }
      if (path !== '/1') return Promise.resolve(unreadable);
      second.resolve();
      return new Promise((resolve) => (finishSecond = () => resolve(unreadable)));
    };
    const archive = {
      originals: { storeAll, discard: async () => undefined },
      sources: { findByHash: () => null },
      collections: { list: () => [] },
    };
    // What takes long is a batch by itself.
    const entries = Array.from({ length: 6 }, (_, index) => ({
      ...{ index, name: `${index}.pdf`, path: `/${index}`, fileBytes: 1, modifiedMs: 0, sha256: null, reader: 'pdf' },
      ...{ status: 'new', note: null, duplicateOf: null, nameCharset: null },
    }));
    const announced: Job[] = [];
    const jobs = createJobs({
      newId: () => 'job',
      now: () => new Date(0),
      changed: (job) => announced.push(job),
      failed: (error) => ({ code: (error as FondsError).code, message: (error as Error).message }),
    });
    const plan = { id: 'plan', entries } as unknown as ImportPlan;
    const tools = { archive, pool: {}, newId: () => 'step' } as unknown as ImportTools;
    const id = jobs.start('import', (job) => runImport(plan, { duplicates: 'skip', exclude: [] }, tools, job));
    await Promise.all([first.promise, second.promise]);
    meetFull();
    // Whatever follows from the full disk alone has followed.
    await new Promise(setImmediate);
    const whileSecondRuns = jobs.list()[0]?.state;
    finishSecond();
    await expect.poll(() => jobs.list()[0]?.state).not.toBe('running');
    // A lane that went on would have looked at its next file before all of these.
    for (let turn = 0; turn < 50; turn += 1) await stat('/');
    return { job: jobs.list()[0] as Job, lines: jobs.report(id as JobId), announced, stored, whileSecondRuns };
  }

  it('ends the job once, as failed for want of room, when both lanes have come to rest', async () => {
    const { job, announced, whileSecondRuns } = await importOntoFullDisk();
    expect(whileSecondRuns).toBe('running');
    expect(job).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
    expect(announced.filter(({ state }) => state !== 'running')).toEqual([job]);
  });

  it('begins no further file in either lane, and reports the one that was under way', async () => {
    const { stored, lines } = await importOntoFullDisk();
    expect(stored.sort()).toEqual(['/0', '/1']);
    expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual([['1.pdf', 'failed']]);
  });
});

describe('a file that changes between scan and import', () => {
  let service: ServiceUnderTest;
  let folder: string;
  beforeEach(async () => {
    service = await startService();
    folder = await mkdtemp(join(tmpdir(), 'fonds-changing-'));
    await service.call('archive.create', { dir: service.dir });
  });
  afterEach(async () => {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  });

  const CHANGED = 'The file was changed after the scan. It was imported as it is now.';
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  /** Scans the folder, lets `meanwhile` happen, and imports. */
  async function importAround(meanwhile: () => Promise<unknown>): Promise<ReportLine[]> {
    const { jobId, planId } = await service.call('import.scan', { paths: [folder] });
    await service.finish(jobId);
    await meanwhile();
    const started = await service.call('import.start', { planId, duplicates: 'skip' });
    await service.finish(started.jobId);
    return service.call('job.report', started);
  }

  it('is imported as it is now, and the report says so of it alone', async () => {
    await write('changed.txt', 'The envoy was received at noon.');
    await write('same.txt', 'The minister was not.');
    const report = await importAround(() => write('changed.txt', 'The envoy was received at dusk.'));
    const remarks = Object.fromEntries(report.map((line) => [line.name.split('/').at(-1), line.remarks]));
    expect(remarks['changed.txt']).toContain(CHANGED);
    expect(remarks['same.txt']).not.toContain(CHANGED);
    const found = async (query: string) =>
      (await service.call('search.query', { query, mode: 'any', filter: {}, offset: 0, limit: 5 })).total;
    expect([await found('dusk'), await found('noon')]).toEqual([1, 0]);
  });

  it('is imported although it was a duplicate at the scan', async () => {
    await write('one.txt', 'The same words.');
    await write('two.txt', 'The same words.');
    const report = await importAround(() => write('two.txt', 'Other words than those of the first.'));
    expect(report.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
  });

  it('leaves the file that had the same bytes to be imported', async () => {
    await write('one.txt', 'The same words.');
    await write('two.txt', 'The same words.');
    const report = await importAround(() => write('one.txt', 'Other words than those of the second.'));
    expect(report.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
  });

  it('is imported although it was empty at the scan', async () => {
    await write('letter.txt', '');
    const report = await importAround(() => write('letter.txt', 'Written in the meantime.'));
    expect(report.map(({ outcome, remarks }) => [outcome, remarks])).toEqual([['imported', [CHANGED]]]);
  });

  it('leaves one of those that had the same bytes to be imported, and the others are its duplicates', async () => {
    // Many times over, because two lanes meet at the same bytes only now and then.
    const letters = Array.from({ length: 20 }, (_, index) => `letter ${index}`);
    const copies = ['1.txt', '2.txt', '3.txt'];
    for (const letter of letters)
      for (const copy of copies) await write(`${letter} ${copy}`, `The words of ${letter}.`);
    const report = await importAround(async () => {
      for (const letter of letters) await write(`${letter} 1.txt`, `Other words than those of ${letter}.`);
    });
    const outcomes = Object.groupBy(report, ({ outcome }) => outcome);
    expect(outcomes.failed ?? []).toEqual([]);
    expect([outcomes.imported?.length, outcomes.duplicate?.length]).toEqual([40, 20]);
  });

  it('is a duplicate when by now it has the bytes of another', async () => {
    await write('one.txt', 'The same words.');
    await service.importFiles(folder);
    await write('two.txt', 'Other words.');
    const report = await importAround(() => write('two.txt', 'The same words.'));
    expect(report.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate']);
  });

  it('is said to be gone when it is gone, and the others are imported', async () => {
    await write('gone.txt', 'Not for long.');
    await write('stays.txt', 'For long.');
    const report = await importAround(() => rm(join(folder, 'gone.txt')));
    expect(report.map(({ name, outcome }) => [name.split('/').at(-1), outcome]).sort()).toEqual([
      ['gone.txt', 'failed'],
      ['stays.txt', 'imported'],
    ]);
    expect(report.find(({ outcome }) => outcome === 'failed')?.message).toMatch(/\S/);
  });
});

describe('a file that stands twice in what was chosen', () => {
  it('is imported once, also when the first of the two is left out', async () => {
    const service = await startService();
    try {
      await service.call('archive.create', { dir: service.dir });
      const paths = [await service.files({ 'one.txt': 'The same words.', 'two.txt': 'The same words.' })];
      const { jobId, planId } = await service.call('import.scan', { paths });
      await service.finish(jobId);
      const started = await service.call('import.start', { planId, duplicates: 'skip', exclude: [0] });
      await service.finish(started.jobId);
      const report = await service.call('job.report', started);
      expect(report.map(({ name, outcome }) => [name.split('/').at(-1), outcome])).toEqual([['two.txt', 'imported']]);
    } finally {
      await service.close();
    }
  });
});
