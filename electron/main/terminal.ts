/**
 * The terminal's side of the packaged program: the same words as `npm run fonds`. Invariant: Chromium never starts, so
 * no display, sandbox or settings folder is needed, and the streams carry what the command line wrote and nothing else.
 */
import { pathToFileURL } from 'node:url';
import { appRoot, terminalFile } from './paths.js';

/** Exit code of a command that failed by a bug: the same as a refusal. */
const REFUSED = 1;

const isSwitch = (word: string): boolean => word.startsWith('-');
const isArchive = (word: string): boolean => /\.fonds(?:[/\\](?:archive\.db)?)?$/i.test(word);

/**
 * @param argv all of process.argv.
 * @param own what comes before the person's words: the executable, and in an unpackaged run the folder of the app.
 * @returns the verb and what follows it; null when the window is meant: no word, an archive, or `--archive`.
 */
export function terminalArguments(
  argv: readonly string[],
  own: 'executable' | 'executable and app',
): readonly string[] | null {
  const words = argv.slice(1);
  const appAt = own === 'executable' ? -1 : words.findIndex((word) => !isSwitch(word));
  const given = words.slice(appAt + 1);
  const wordAt = given.findIndex((word) => !isSwitch(word));
  const before = wordAt < 0 ? given : given.slice(0, wordAt);
  if (before.includes('--help') || before.includes('-h')) return ['help'];
  if (before.includes('--version')) return ['--version'];
  const verb = given[wordAt];
  return verb === undefined || isArchive(verb) || before.includes('--archive') ? null : given.slice(wordAt);
}

/**
 * Runs the command line in this process, before Chromium initialises, and ends the process with its exit code.
 * Electron waits for the entry module before it goes on to `ready`, and by then the command has ended.
 */
export async function runTerminal(args: readonly string[]): Promise<never> {
  // Electron's own handler would open a dialog, which a script cannot answer.
  const giveUp = (thrown: unknown): never => {
    console.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    process.exit(REFUSED);
  };
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  process.argv = [process.execPath, terminalFile, ...args];
  process.env.FONDS_APP_ROOT = appRoot;
  try {
    await import(pathToFileURL(terminalFile).href);
  } catch (error) {
    giveUp(error);
  }
  throw new Error('The command line ended without an exit code.');
}
