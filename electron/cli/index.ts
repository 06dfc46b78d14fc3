/** Entry of the terminal: the contract's calls as verbs. Exit 0 done, 1 refused (reason on standard error), 2 wrong usage. */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CallName,
  type EventBody,
  FondsError,
  type Input,
  type Job,
  type JobId,
  type Output,
  type Verb,
} from '../contract/index.js';
import { createService, type Incident, type Service } from '../service/index.js';
import { type CommandLine, readCommandLine, UsageError } from './command-line.js';
import { runVerb } from './run-verb.js';
import { settingsFolder } from './settings-folder.js';
import { USAGES } from './usages.js';
import type { Terminal } from './verb-model.js';

/** Writes all of it before returning, also into a pipe that is slow. */
function print(stream: 1 | 2, text: string): void {
  let bytes = Buffer.from(`${text}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(stream, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The reader went away (`| head`): nothing more to say.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function help(): string {
  const verbs = Object.values(USAGES).map(({ line, about }) => `  fonds ${line}\n      ${about}`);
  return [
    'Fonds: archival research, offline.',
    '',
    ...verbs,
    '',
    'Each verb takes --json, and --verbose, which prints an unexpected failure whole. --version says which Fonds this is.',
    'Exit: 0 done, 1 refused, 2 wrong usage.',
  ].join('\n');
}

/** Says of an incident where it is written down; with --verbose all that is known of it. */
function sayIncident({ incidentId, line, thrown, file }: Incident, verbose: boolean): void {
  if (!verbose) {
    if (file !== null) print(2, `Incident ${incidentId} is written down in ${file}; --verbose prints it here.`);
    return;
  }
  print(2, thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  print(2, file === null ? line : `${file}: ${line}`);
}

function connect(service: Service): Terminal {
  const waiting = new Map<JobId, (job: Job) => void>();
  const showProgress = process.stderr.isTTY === true;
  const onJob = ({ job }: EventBody<'job.changed'>) => {
    // An index that catches up by itself is nobody's business; one that was asked for is.
    if (showProgress && (job.kind !== 'index' || waiting.has(job.id))) {
      const { phase, done, total, current } = job.progress;
      process.stderr.write(
        `\r\u001b[K${phase} ${done}${total === null ? '' : ` of ${total}`} ${current ?? ''}`.slice(0, 120),
      );
      if (job.state !== 'running') process.stderr.write('\r\u001b[K');
    }
    if (job.state !== 'running') waiting.get(job.id)?.(job);
  };
  const client = service.connect('trusted', (name, body) => {
    if (name === 'job.changed') onJob(body as EventBody<'job.changed'>);
  });
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await client.call(name, input);
    if (result.ok) return result.value;
    throw new FondsError(result.error.code, result.error.message, result.error.details);
  };
  return {
    call,
    say: (line) => print(1, line),
    finish: async (jobId) => {
      const ended = new Promise<Job>((resolve) => waiting.set(jobId, resolve));
      // The first Ctrl+C lets the job come to rest and tell what became of it; a second one ends the program.
      const cancel = () => void client.call('job.cancel', { jobId });
      process.once('SIGINT', cancel);
      try {
        const now = (await call('job.list', undefined)).find(({ id }) => id === jobId);
        return now && now.state !== 'running' ? now : await ended;
      } finally {
        process.off('SIGINT', cancel);
      }
    },
  };
}

/** Holds `data/`, `dist/` and `package.json`. */
const appRoot = process.env.FONDS_APP_ROOT ?? join(import.meta.dirname, '..', '..');

function version(): string {
  return (JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

async function main(argv: readonly string[]): Promise<number> {
  let line: CommandLine;
  try {
    line = readCommandLine(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(2, error.message);
    return 2;
  }
  if (line.verb === 'help') {
    print(argv.length > 0 ? 1 : 2, help());
    return argv.length > 0 ? 0 : 2;
  }
  if (line.verb === 'version') {
    print(1, line.json ? JSON.stringify({ version: version() }) : `Fonds ${version()}`);
    return 0;
  }
  const service = createService({
    appRoot,
    logsDir: join(settingsFolder(), 'logs'),
    onIncident: (incident) => sayIncident(incident, line.verbose),
    workersDir: import.meta.dirname,
    check: process.env.FONDS_CHECK_OUTPUTS === '1' ? 'outputs' : 'inputs',
  });
  try {
    const answer = await runVerb(connect(service), line as CommandLine & { verb: Verb });
    print(1, line.json ? JSON.stringify(answer.json) : answer.text);
    return answer.failed ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      print(2, error.message);
      return 2;
    }
    const { code, message, details } = error instanceof FondsError ? error : service.incident('terminal', error);
    if (line.json) print(1, JSON.stringify({ error: { code, message, ...(details ? { details } : {}) } }));
    print(2, message);
    return 1;
  } finally {
    await service.close();
  }
}

// In a plain process the words follow the script; a utilityProcess gets them the same way.
process.exit(await main(process.argv.slice(2)));
