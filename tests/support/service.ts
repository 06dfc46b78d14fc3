/** A real archive service in the test's own process, with its real workers, over an archive in a temporary folder. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type {
  CallName,
  EventName,
  Failure,
  Input,
  Job,
  JobId,
  Output,
  PlanId,
  Result,
} from '../../electron/contract/index.js';
import { createService } from '../../electron/service/index.js';

export const root = join(import.meta.dirname, '..', '..');

export interface ServiceUnderTest {
  readonly folder: string;
  readonly dir: string;
  readonly events: { name: EventName; body: unknown }[];
  /** @throws when the call fails. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  attempt<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** What the call is refused with. @throws when it is not refused. */
  refusal<N extends CallName>(name: N, input: Input<N>): Promise<Failure>;
  /** Makes the same calls as a window would. */
  asWindow<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  finish(jobId: JobId): Promise<Job>;
  /** Writes files into a new folder. @returns its path. */
  files(contents: Record<string, string | Uint8Array>): Promise<string>;
  /** Scans and imports. @returns the job as it ended, and its plan. */
  importFiles(path: string, duplicates?: 'skip' | 'import'): Promise<{ job: Job; planId: PlanId }>;
  close(): Promise<void>;
}

export async function startService(): Promise<ServiceUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-service-'));
  const service = createService({
    appRoot: root,
    workersDir: join(root, 'dist', 'electron'),
    check: 'outputs',
  });
  const events: ServiceUnderTest['events'] = [];
  const client = service.connect('trusted', (name, body) => events.push({ name, body }));
  const page = service.connect('window', () => undefined);
  let folders = 0;

  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await client.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  };
  const finish = async (jobId: JobId): Promise<Job> => {
    for (;;) {
      const job = (await call('job.list', undefined)).find(({ id }) => id === jobId);
      if (!job) throw new Error('the job is not listed');
      if (job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    folder,
    dir: join(folder, 'Test.fonds'),
    events,
    call,
    attempt: (name, input) => client.call(name, input),
    refusal: async (name, input) => {
      const result = await client.call(name, input);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.error;
    },
    asWindow: (name, input) => page.call(name, input),
    finish,
    files: async (contents) => {
      folders += 1;
      const target = join(folder, `files-${folders}`);
      for (const [name, content] of Object.entries(contents)) {
        await mkdir(dirname(join(target, name)), { recursive: true });
        await writeFile(join(target, name), content);
      }
      return target;
    },
    importFiles: async (path, duplicates = 'skip') => {
      const { jobId, planId } = await call('import.scan', { paths: [path] });
      await finish(jobId);
      const started = await call('import.start', { planId, duplicates });
      return { job: await finish(started.jobId), planId };
    },
    close: async () => {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
