/** What the command line of the window means. */
import { basename, dirname, resolve } from 'node:path';

/** A desktop gives a type to files and not to folders: what it opens is the database in the archive. */
const archiveOf = (path: string): string => (basename(path) === 'archive.db' ? dirname(path) : path);

/**
 * @param cwd folder that relative paths are meant from.
 * @returns the archive to open: `--archive DIR`, `--archive=DIR`, or a word that ends in `.fonds`; null when none. The
 *   path of the `archive.db` in it will do.
 */
export function archiveArgument(argv: readonly string[], cwd: string): string | null {
  const words = argv.slice(1);
  const joined = words.find((word) => word.startsWith('--archive='));
  if (joined !== undefined) return archiveOf(resolve(cwd, joined.slice('--archive='.length)));
  const at = words.indexOf('--archive');
  const following = at < 0 ? undefined : words[at + 1];
  if (following !== undefined) return archiveOf(resolve(cwd, following));
  const word = words.find(
    (candidate) => !candidate.startsWith('-') && /\.fonds(?:[/\\](?:archive\.db)?)?$/i.test(candidate),
  );
  return word === undefined ? null : archiveOf(resolve(cwd, word));
}
