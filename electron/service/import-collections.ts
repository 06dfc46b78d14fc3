/** Which collection a file of an import goes into: one that is there, a new one, or one for each folder. */
import type { Archive } from '../archive/index.js';
import { type CollectionId, foldedKey } from '../contract/index.js';

export interface CollectionChoice {
  readonly collectionId?: CollectionId | undefined;
  /** Made, or the one that is called so. */
  readonly collectionName?: string | undefined;
  readonly collectionPerFolder?: boolean | undefined;
}

/** Longest name of a collection, in UTF-16 units. */
const LONGEST = 200;

/**
 * Makes what is missing, as steps of their own before that of the import.
 * @param names of the files that come in, from the dropped folder on, with `/`.
 * @returns the collections of a file by its name; a source may be in two.
 */
export function collectionsOf(
  archive: Archive,
  { collectionId, collectionName, collectionPerFolder = false }: CollectionChoice,
  names: readonly string[],
): (name: string) => CollectionId[] {
  const known = new Map(archive.collections.list().map(({ id, name }) => [foldedKey(name), id]));
  const named = (name: string): CollectionId => {
    const id = known.get(foldedKey(name)) ?? archive.collections.create(name).id;
    known.set(foldedKey(name), id);
    return id;
  };
  const chosen = collectionId ?? (collectionName === undefined ? undefined : named(collectionName));
  const always = chosen === undefined ? [] : [chosen];
  if (!collectionPerFolder) return () => always;
  const folders = [...new Set(names.map(folderOf))].filter((folder) => folder !== '');
  const titles = titlesOfFolders(folders);
  const ids = new Map(folders.map((folder) => [folder, named(titles.get(folder) ?? folder)]));
  return (name) => {
    const own = ids.get(folderOf(name));
    return own === undefined || always.includes(own) ? always : [...always, own];
  };
}

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

/** The name of a folder; its path where several of an import are called alike. */
export function titlesOfFolders(folders: readonly string[]): Map<string, string> {
  const last = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1);
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(foldedKey(last(folder)), (counts.get(foldedKey(last(folder))) ?? 0) + 1);
  return new Map(
    folders.map((folder) => {
      const title = counts.get(foldedKey(last(folder))) === 1 ? last(folder) : folder;
      return [folder, title.slice(-LONGEST)];
    }),
  );
}
