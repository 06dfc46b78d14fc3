/** What can be done with the tags of an archive. Paths are written `Person/President`; case and accents are ignored. */
import type { Colour, SourceId, Tag, TagId, TagNode, TagTree } from '../contract/index.js';
import type { JournalChange } from './journal-change.js';

export interface TagChange {
  readonly colour?: Colour | null | undefined;
  readonly description?: string | undefined;
}

export interface ArchiveTags {
  /** In order of the tree: a parent before its children, siblings by name. */
  list(): Tag[];
  /** As `list`, but others are answered in between. */
  listInTurns(): Promise<Tag[]>;
  /** @throws FondsError NOT_FOUND. */
  get(id: TagId): Tag;
  /** As it is now, without counts: for whoever asks much of it. */
  tree(): TagTree<TagNode>;
  /** `Person/President`; '' when there is no such tag. */
  path(id: TagId): string;
  byPath(path: string): Tag | undefined;
  /** Itself and all below it; none when there is no such tag. */
  subtree(id: TagId): TagId[];
  /** The tag that an id leads to: itself, or the one it was merged into. */
  find(id: TagId): Tag | undefined;
  /** Ids of tags that were merged into this one: links to them lead to it. */
  mergedInto(id: TagId): TagId[];
  /** @throws FondsError INVALID_INPUT when the name is taken below that parent, empty, or holds `/`; NOT_FOUND. */
  create(name: string, parentId?: TagId | null, colour?: Colour | null): Tag;
  /** The tag at a path; what is missing of it is made, in one step. @throws FondsError INVALID_INPUT. */
  ensure(path: string): TagId;
  /**
   * As `ensure`, inside the caller's step, which records the changes and names the scope 'tags'. Costs as much as the path
   * is long, however many tags there are. A tag of an older archive whose name holds `/` is not found by its path.
   */
  ensureInStep(path: string): { readonly id: TagId; readonly changes: JournalChange[] };
  /**
   * As `ensuring`, for one name below a tag that is known: the tag of that name, or a new one that says this.
   * @returns `existing`: what it says already; null for a new one. @throws FondsError INVALID_INPUT.
   */
  ensureChildInStep(
    parentId: TagId | null,
    name: string,
    content: Pick<Tag, 'colour' | 'description'>,
  ): {
    readonly id: TagId;
    readonly change: JournalChange | null;
    readonly existing: Pick<Tag, 'colour' | 'description'> | null;
  };
  /** Tags of older archives whose name holds `/`. Looks at every tag. */
  withSlashInName(): TagId[];
  /** @throws FondsError NOT_FOUND, INVALID_INPUT as for `create`. */
  rename(id: TagId, name: string): void;
  /** @throws FondsError NOT_FOUND. */
  change(id: TagId, change: TagChange): void;
  /** With all below it; null: to the top. @throws FondsError NOT_FOUND; INVALID_INPUT for a circle or a taken name. */
  move(id: TagId, parentId: TagId | null): void;
  /**
   * What bears `id` bears `into` instead; children go there too, and children of one name become one. A description goes
   * over when `into` has none. @throws FondsError NOT_FOUND; INVALID_INPUT when `into` is `id` or below it.
   */
  merge(id: TagId, into: TagId): void;
  /** With all below it; what bears them stays. @throws FondsError NOT_FOUND. */
  delete(id: TagId): void;
  /** @throws FondsError NOT_FOUND. */
  add(id: TagId, ids: readonly SourceId[]): void;
  /** As `add`, inside the caller's step, which names the sources. @returns null when they all bear it. */
  giving(id: TagId, ids: readonly SourceId[]): JournalChange | null;
  /** @throws FondsError NOT_FOUND. */
  remove(id: TagId, ids: readonly SourceId[]): void;
  /** Sources that bear the tag itself, without the bin. @throws FondsError NOT_FOUND. */
  members(id: TagId): SourceId[];
}
