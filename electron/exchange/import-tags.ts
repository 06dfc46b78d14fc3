/**
 * Tags of a file that is imported: found by their names below each other, made where they are missing. What a tag means
 * here, its colour too, is never changed by a file. Each tag costs the same, however many there are.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import { foldedKey, PATH_SEPARATOR, pathNames, type TagId } from '../contract/index.js';
import type { ExchangeTag } from './exchange-model.js';
import type { ImportReport } from './import-report.js';

export interface TagImporter {
  /** Inside a unit of the step: the next tag of the file, in its order. */
  add(tag: ExchangeTag): JournalChange[];
  /** Inside a unit of the step: the tags that an annotation bears. */
  ensure(paths: readonly string[]): { readonly ids: readonly TagId[]; readonly changes: readonly JournalChange[] };
  /** `Person/President`, as it is here. */
  path(id: TagId): string;
}

type TagsInStep = Pick<Archive['tags'], 'ensureInStep' | 'ensureChildInStep' | 'withSlashInName' | 'path'>;

const keyOf = (path: string): string => pathNames(path).map(foldedKey).join(PATH_SEPARATOR);

export function createTagImporter(tags: TagsInStep, report: ImportReport): TagImporter {
  // By the index in the file.
  const fileTags: { readonly id: TagId; readonly name: string; readonly above: number | null }[] = [];
  const counted = new Set<TagId>();
  const known = new Map<string, TagId>();
  const paths = new Map<TagId, string>();
  // Names of older archives may hold the separator: such a tag is found by its path alone.
  const tagsWithSlash = new Map(tags.withSlashInName().map((id) => [keyOf(tags.path(id)), id]));

  const slashedAt = ({ name, parentIndex: above }: ExchangeTag): TagId | undefined => {
    if (tagsWithSlash.size === 0) return undefined;
    const names = [name];
    for (let at = above; at !== null; at = fileTags[at]?.above ?? null) names.push(fileTags[at]?.name ?? '');
    return tagsWithSlash.get(names.reverse().map(foldedKey).join(PATH_SEPARATOR));
  };

  const compare = (
    tag: ExchangeTag,
    existing: { readonly colour: number | null; readonly description: string },
  ): void => {
    if (tag.colour !== null && tag.colour !== existing.colour) report.count('colours-kept', tag.name);
    if (tag.description !== '' && tag.description !== existing.description) report.count('meanings-kept', tag.name);
  };

  return {
    add: (tag) => {
      const { name, parentIndex: above, kind, colour, description } = tag;
      const parentId = above === null ? null : (fileTags[above]?.id ?? null);
      const old = slashedAt(tag);
      const { id, change, existing } = old
        ? { id: old, change: null, existing: null }
        : tags.ensureChildInStep(parentId, name, { colour, description });
      fileTags.push({ id, name, above });
      // Two codes of one name are one tag.
      if (counted.has(id)) return [];
      counted.add(id);
      const isSet = kind === 'set';
      if (!change) {
        report.count(isSet ? 'sets-here' : 'tags-here', name);
        if (existing) compare(tag, existing);
        return [];
      }
      report.count(isSet ? 'sets-made' : 'tags-made', name);
      if (isSet) return [change];
      if (above !== null) report.count('tags-below', '');
      if (colour !== null) report.count('colours-set', '');
      if (description !== '') report.count('meanings-set', '');
      return [change];
    },
    ensure: (wanted) => {
      const changes: JournalChange[] = [];
      const ids = wanted.map((path) => {
        const existing = known.get(path) ?? tagsWithSlash.get(keyOf(path));
        if (existing) return existing;
        const tag = tags.ensureInStep(path);
        for (const change of tag.changes) changes.push(change);
        known.set(path, tag.id);
        if (tag.changes.length > 0) {
          const names = pathNames(path).slice(-tag.changes.length);
          for (const name of names) report.count('tags-made', name);
          const below = pathNames(path).length === names.length ? names.length - 1 : names.length;
          if (below > 0) report.count('tags-below', '', below);
        } else if (!counted.has(tag.id)) report.count('tags-here', pathNames(path).at(-1) ?? path);
        counted.add(tag.id);
        return tag.id;
      });
      return { ids, changes };
    },
    path: (id) => {
      const path = paths.get(id) ?? tags.path(id);
      paths.set(id, path);
      return path;
    },
  };
}
