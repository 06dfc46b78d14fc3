/** The folders that files came from as a tree. Pure. */
import type { SourceFolder } from '../../../electron/contract/index.js';

/** @param folders in order of path, a folder before what is in it. @returns by path of the parent, '' for the outermost. */
export function folderBranches(folders: readonly SourceFolder[]): ReadonlyMap<string, readonly SourceFolder[]> {
  const branches = new Map<string, SourceFolder[]>();
  for (const folder of folders) {
    const parent = folder.path.slice(0, Math.max(0, folder.path.lastIndexOf('/')));
    const known = branches.get(parent);
    if (known) known.push(folder);
    else branches.set(parent, [folder]);
  }
  return branches;
}
