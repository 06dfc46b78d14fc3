/** What a source that is made of several is called until a person says otherwise. Pure. */
import type { GatheredSource } from '../../../electron/contract/index.js';
import { type Cell, originalsOf } from './gathered-sources.js';

/** The folder a file lay in; '' when it lay in none. */
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * The folder, when these are all the files that it holds here: whoever photographs sorts by folders, if at all. Else the
 * title of the first source.
 * @param all the sources that are gathered.
 */
export function proposeTitle(cells: readonly Cell[], all: readonly GatheredSource[]): string {
  const chosen = originalsOf(cells);
  const [first] = chosen;
  if (!first) return '';
  const folder = folderOf(first.original.path);
  const within = all.flatMap(({ originals }) => originals).filter(({ path }) => folderOf(path) === folder);
  const isWhole =
    folder !== '' &&
    within.length === chosen.length &&
    chosen.every(({ original }) => folderOf(original.path) === folder);
  return isWhole ? folder.slice(folder.lastIndexOf('/') + 1) : first.source.title;
}
