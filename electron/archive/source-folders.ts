/** Folders that originals came from, made of their paths. Pure. */
import type { SourceFolder, SourceId } from '../contract/index.js';

/** @param originals with paths that end in a file's name. @returns in order, so that a folder precedes what is in it. */
export function foldersOf(originals: readonly { readonly path: string; readonly id: SourceId }[]): SourceFolder[] {
  const sources = new Map<string, Set<SourceId>>();
  for (const { path, id } of originals) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      const known = sources.get(folder);
      if (known) known.add(id);
      else sources.set(folder, new Set([id]));
    }
  }
  return [...sources]
    .map(([path, ids]) => ({ path, sourceCount: ids.size }))
    .sort((a, b) => inTreeOrder(a.path.split('/'), b.path.split('/')));
}

/** Step by step, since a blank or a dash sorts before `/`. */
function inTreeOrder(a: readonly string[], b: readonly string[]): number {
  for (const [at, step] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (step !== other) return step.localeCompare(other, undefined, { numeric: true }) || (step < other ? -1 : 1);
  }
  return a.length - b.length;
}
