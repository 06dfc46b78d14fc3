/** Entry of the terminal: the contract's calls as verbs. Exit 0 done, 1 refused (reason on standard error), 2 wrong usage,
 * 3 done, with failures (the report names them). */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FondsError, VERBS, type Verb } from '../contract/index.js';
import { createService, type Incident } from '../service/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, readCommandLine, UsageError } from './command-line.js';
import { connect } from './connect.js';
import { runVerb } from './run-verb.js';
import { settingsFolder } from './settings-folder.js';
import { USAGES } from './usages.js';

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

const usageOf = (verb: Verb): string =>
  t('  fonds {line}\n      {about}', { line: USAGES[verb].line, about: USAGES[verb].about });

const help = (): string =>
  [
    t('Fonds: archival research, offline.'),
    '',
    ...VERBS.map(usageOf),
    '',
    t(
      'Each verb takes --json, --help, and --verbose, which prints an unexpected failure whole. --version says which Fonds this is.',
    ),
    t('Exit: 0 done, 1 refused, 2 wrong usage, 3 done, with failures.'),
  ].join('\n');

/** Says of an incident where it is written down; with --verbose all that is known of it. */
function sayIncident({ incidentId, line, thrown, file }: Incident, verbose: boolean): void {
  if (!verbose) {
    if (file !== null)
      print(2, t('Incident {incidentId} is written down in {file}; --verbose prints it here.', { incidentId, file }));
    return;
  }
  print(2, thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  print(2, file === null ? line : `${file}: ${line}`);
}

/** Holds `data/`, `dist/` and `package.json`. */
const appRoot = process.env.FONDS_APP_ROOT ?? join(import.meta.dirname, '..', '..');

function version(): string {
  return (JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Of a verb that did what it could, and not all of it. */

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
    const [verb] = line.operands;
    print(argv.length > 0 ? 1 : 2, verb === undefined ? help() : usageOf(verb as Verb));
    return argv.length > 0 ? 0 : 2;
  }
  if (line.verb === 'version') {
    print(1, line.json ? JSON.stringify({ version: version() }) : t('Fonds {version}', { version: version() }));
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
    const answer = await runVerb(
      connect(service, (words) => print(1, words)),
      line as CommandLine & { verb: Verb },
    );
    print(1, line.json ? JSON.stringify(answer.json) : answer.text);
    return answer.failed ? 1 : answer.hasFailures ? 3 : 0;
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
