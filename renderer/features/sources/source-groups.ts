/**
 * Collections and tags: two ways of grouping sources under a name. They differ in their texts, their calls and their
 * purpose; what can be done with them is the same.
 */
import {
  type Collection,
  type CollectionId,
  PATH_SEPARATOR,
  type SourceId,
  type Tag,
  type TagId,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform } from '../../api/index.js';

export type SourceGroupKind = 'collection' | 'tag';

/** A collection or a tag. */
export type SourceGroup =
  | { readonly kind: 'collection'; readonly id: CollectionId; readonly name: string }
  | { readonly kind: 'tag'; readonly id: TagId; readonly name: string };

/** With what a list of it holds, and the words that tell it from others of its name: the path of a tag. */
export type CountedSourceGroup = SourceGroup & { readonly sourceCount: number; readonly path: string };

export const collectionGroup = ({ id, name, sourceCount }: Collection): CountedSourceGroup => ({
  kind: 'collection',
  id,
  name,
  path: name,
  sourceCount,
});
export const tagGroup = ({ id, name, reachCount }: Tag, path: string = name): CountedSourceGroup => ({
  kind: 'tag',
  id,
  name,
  path,
  sourceCount: reachCount,
});

export interface SourceGroupText {
  readonly title: string;
  /** In a sentence: `Rename tag`. */
  readonly one: string;
  readonly section: string;
  readonly none: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  /** What is done to a source, with a name after it: `added to Cables`, `tagged urgent`. */
  readonly added: string;
  readonly removed: string;
  /** Items of the menu of a source. */
  readonly removeHere: string;
}

export const SOURCE_GROUP_TEXT: Record<SourceGroupKind, SourceGroupText> = {
  collection: {
    title: t('Collection'),
    one: 'collection',
    section: t('Collections'),
    none: t('None yet. A collection gathers sources for one question.'),
    emptyTitle: t('This collection is empty'),
    emptyText: t('Drag sources onto its name, or choose Add to collection in the menu of a source (Shift+F10).'),
    added: t('added to'),
    removed: t('removed from'),
    removeHere: t('Remove from this collection'),
  },
  tag: {
    title: t('Tag'),
    one: 'tag',
    section: t('Tags'),
    none: t('None yet. A tag says in a word what a source is about.'),
    emptyTitle: t('No source has this tag'),
    emptyText: t(
      'Drag sources onto its name, type it into their description, or choose Add tag in their menu (Shift+F10).',
    ),
    added: 'tagged',
    removed: t('no longer tagged'),
    removeHere: t('Remove this tag'),
  },
};

/** The calls of the contract for each; a failure is announced. */
export const sourceGroupCalls = {
  async create(kind: SourceGroupKind, name: string): Promise<SourceGroup | null> {
    if (kind === 'collection') {
      const made = await perform('collection.create', { name });
      return made.ok ? collectionGroup(made.value) : null;
    }
    // A path makes what is missing of it; a plain name that exists is refused, so that it does not go unnoticed.
    const isPath = name.includes(PATH_SEPARATOR);
    const made = isPath ? await perform('tag.ensure', { path: name }) : await perform('tag.create', { name });
    return made.ok ? tagGroup(made.value, name) : null;
  },
  async rename(target: SourceGroup, name: string): Promise<boolean> {
    const result =
      target.kind === 'collection'
        ? await perform('collection.rename', { id: target.id, name })
        : await perform('tag.rename', { id: target.id, name });
    return result.ok;
  },
  async delete(target: SourceGroup): Promise<boolean> {
    const result =
      target.kind === 'collection'
        ? await perform('collection.delete', { id: target.id })
        : await perform('tag.delete', { id: target.id });
    return result.ok;
  },
  async add(target: SourceGroup, ids: readonly SourceId[]): Promise<boolean> {
    const result =
      target.kind === 'collection'
        ? await perform('collection.add', { id: target.id, ids: [...ids] })
        : await perform('tag.add', { id: target.id, ids: [...ids] });
    return result.ok;
  },
  async remove(target: SourceGroup, ids: readonly SourceId[]): Promise<boolean> {
    const result =
      target.kind === 'collection'
        ? await perform('collection.remove', { id: target.id, ids: [...ids] })
        : await perform('tag.remove', { id: target.id, ids: [...ids] });
    return result.ok;
  },
} as const;
