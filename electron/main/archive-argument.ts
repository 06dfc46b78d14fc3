/** What the command line of the window means. */
import { resolve } from 'node:path';

/**
 * @param cwd folder that relative paths are meant from.
 * @returns the archive to open: `--archive DIR`, `--archive=DIR`, or a word that ends in `.fonds`; null when none.
 */
export function archiveArgument(argv: readonly string[], cwd: string): string | null {
  const words = argv.slice(1);
  const joined = words.find((word) => word.startsWith('--archive='));
  if (joined !== undefined) return resolve(cwd, joined.slice('--archive='.length));
  const at = words.indexOf('--archive');
  const following = at < 0 ? undefined : words[at + 1];
  if (following !== undefined) return resolve(cwd, following);
  const word = words.find((candidate) => !candidate.startsWith('-') && /\.fonds[/\\]?$/i.test(candidate));
  return word === undefined ? null : resolve(cwd, word);
}
