/** What one open archive can do. Expected failures are FondsErrors; whatever was acknowledged is on the disk. */
import type {
  ArchiveInfo,
  Collection,
  CollectionId,
  Description,
  DescriptionChange,
  HistoryState,
  Original,
  ReportLine,
  Scope,
  Sha256,
  Source,
  SourceFolder,
  SourceId,
  SourceRow,
  Suggestion,
  VersionId,
} from '../contract/index.js';
import type { OnExisting } from '../files/index.js';
import type { CatalogueStore } from './catalogue-store.js';
import type { Database } from './database.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';
import type { LongSteps } from './long-steps.js';
import type { NewOriginal } from './original-store.js';
import type { SourceIdsQuery, SourcePageQuery } from './source-list-store.js';
import type { FileToStore, StoredFile, StoreGroup } from './store-group.js';
import type { ArchiveTags } from './tags.js';
import type { NewText, TextStore } from './text-store.js';
import type { VerifyOptions } from './verify.js';
import type { WriteHook } from './write-hooks.js';

export interface ArchiveOptions {
  /** Folder of 0001-initial.sql and those after it. */
  readonly migrationsDir: string;
  readonly now?: () => Date;
  /** Makes a UUIDv7. */
  readonly newId?: () => string;
  /** Stores originals of a group elsewhere; left out: in this thread. */
  readonly storeGroup?: StoreGroup;
}

export interface AddedSource {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
}

export interface NewSource {
  readonly description: Description;
  /** One, several in their order, or none: what was seen and has no file. */
  readonly original: NewOriginal | readonly NewOriginal[] | null;
  /** Null when there is none yet: the source then has an empty text, so that it is found, marked and transcribed. */
  readonly text: NewText | null;
  /** What the original may say of itself. */
  readonly suggestions?: readonly Suggestion[];
  readonly collectionId?: CollectionId;
  /** Further ones. */
  readonly collectionIds?: readonly CollectionId[];
}

/** Sets of sources with names of their own. */
export interface NamedSets<Id, Item> {
  /** In order of name; `sourceCount` without the bin. */
  list(): Item[];
  /** @throws FondsError INVALID_INPUT when the name is taken, whatever its case and accents, or empty. */
  create(name: string): Item;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
  rename(id: Id, name: string): void;
  /** Its sources stay. @throws FondsError NOT_FOUND. */
  delete(id: Id): void;
  /** @throws FondsError NOT_FOUND. */
  add(id: Id, ids: readonly SourceId[]): void;
  /** @throws FondsError NOT_FOUND. */
  remove(id: Id, ids: readonly SourceId[]): void;
  /** Without the bin. @throws FondsError NOT_FOUND. */
  members(id: Id): SourceId[];
}

/** Every change throws ARCHIVE_READ_ONLY when opened for reading, DISK_FULL, or ARCHIVE_DAMAGED; then nothing changed. */
export interface Archive {
  readonly dir: string;
  readonly access: 'write' | 'read';
  /** The archive's one connection, for rooms that own tables; their SQL stays in their own *-store.ts (ADR 0007). */
  readonly database: Database;
  /** The person at the computer, as the journal names them. */
  readonly who: string;
  /** Derived files of the search room; may be deleted at any time. */
  readonly indexDir: string;
  info(): ArchiveInfo;
  readonly sources: {
    list(query: SourcePageQuery): { total: number; rows: SourceRow[] };
    ids(query: SourceIdsQuery): SourceId[];
    /** @throws FondsError NOT_FOUND. */
    get(id: SourceId): Source;
    /** One undo step for all of them. @throws FondsError NOT_FOUND, DATE_INVALID. */
    describe(ids: readonly SourceId[], change: DescriptionChange): void;
    /** No longer offered; one undo step. @throws FondsError NOT_FOUND. */
    dismissSuggestion(id: SourceId, suggestion: Pick<Suggestion, 'element' | 'value'>): void;
    /** Into the bin. @throws FondsError NOT_FOUND. */
    delete(ids: readonly SourceId[]): void;
    /** Out of the bin. @throws FondsError NOT_FOUND. */
    restore(ids: readonly SourceId[]): void;
    /** Of sources not in the bin, in order of name. */
    documentTypes(): { value: string; count: number }[];
    /**
     * One transaction; on the disk when it returns. Adds with the same `step.id` are undone together.
     * @throws FondsError DATE_INVALID, NOT_FOUND (the collection; or the original was not stored first).
     */
    add(source: NewSource, step: { id: string; label: string }): AddedSource;
    /** As `add`, all in one transaction: one that cannot be added takes all of them back. */
    addAll(sources: readonly NewSource[], step: { id: string; label: string }): AddedSource[];
    /** Inside the step of a caller that has more to change. @throws FondsError DATE_INVALID, NOT_FOUND (the collection). */
    addInStep(sources: readonly NewSource[]): { readonly added: AddedSource[]; readonly changes: JournalChange[] };
    /** Likewise: other originals that the archive holds, or in another order. @throws FondsError NOT_FOUND. */
    arrangeInStep(id: SourceId, originals: readonly Original[]): JournalChange;
    /** Likewise: into the bin. @throws FondsError NOT_FOUND. */
    binInStep(id: SourceId): JournalChange;
    /** Likewise: another title; null when it is the same. @throws FondsError NOT_FOUND. */
    nameInStep(id: SourceId, title: string): JournalChange | null;
    /** Of folders that originals came from, those with a source not in the bin, in order of path. */
    folders(): SourceFolder[];
    /** Of these, those that are there and not in the bin. */
    among(ids: readonly SourceId[]): SourceId[];
    /** Without what is joined to it. @throws FondsError NOT_FOUND. */
    description(id: SourceId): Description;
    /** The oldest source not in the bin that has these bytes. */
    findByHash(sha256: string): { id: SourceId; title: string } | null;
    /** The oldest source not in the bin whose description has this address. */
    findByUrl(url: string): { id: SourceId; title: string } | null;
    /** The oldest source not in the bin that has a text, current or not, with this `textHash`. Looks at every text. */
    findByText(textSha256: string): { id: SourceId; title: string } | null;
    /** What the search index must hold; `versionId` is the current version, `changedAt` differs after every change. */
    live(): { sourceId: SourceId; versionId: VersionId; changedAt: string }[];
  };
  readonly collections: NamedSets<CollectionId, Collection>;
  readonly tags: ArchiveTags;
  /** What filters, facets and results show of each source, read in bulk. */
  readonly catalogue: CatalogueStore;
  readonly history: {
    state(): HistoryState;
    /** @throws FondsError NOTHING_TO_UNDO. */
    undo(): HistoryState;
    /** @throws FondsError NOTHING_TO_REDO. */
    redo(): HistoryState;
    /** What was done so far can no longer be undone: an archive that comes filled begins here. */
    clearUndo(): void;
    /** For rooms that own tables: how a change of one of their kinds is put into a state again. Once for each kind. */
    register: Journal['register'];
    /** For rooms that own tables: one transaction, one undo step; `onChange` hears of it. @returns what `work` returned. */
    step: Journal['step'];
  } & LongSteps;
  /** `revise` and `makeCurrent` are for the room of annotations, which anchors them again in the same step. */
  readonly texts: Pick<
    TextStore,
    'get' | 'versions' | 'currentId' | 'sourceOf' | 'leftAside' | 'revise' | 'makeCurrent'
  >;
  readonly originals: {
    /** Copies, hashes, forces to disk. @param path bytes when the name is not UTF-8. @throws FondsError FILE_UNREADABLE, DISK_FULL. */
    store(path: string | Buffer, signal?: AbortSignal): Promise<{ sha256: Sha256; fileBytes: number; path: string }>;
    /** As `store`, of a group that is forced to the disk together; an answer for each. @throws the reason of `signal`. */
    storeAll(files: readonly Omit<FileToStore, 'temporaryName'>[], signal?: AbortSignal): Promise<StoredFile[]>;
    /** Takes away what `store` kept when nothing came of it. Bytes that a source names, or that another `store` kept, stay. */
    discard(sha256: Sha256): Promise<void>;
    /** @throws FondsError NOT_FOUND when no source names it. */
    locate(sha256: string): { path: string; mediaType: string };
  };
  verify(options: VerifyOptions): Promise<ReportLine[]>;
  /**
   * One file that `restoreArchive` turns into the whole archive again. By default it replaces nothing.
   * @returns `absent`: originals that were missing or damaged and are not in it. @throws FondsError FILE_EXISTS, DISK_FULL.
   */
  backup(file: string, onExisting?: OnExisting): Promise<{ fileBytes: number; absent: Sha256[] }>;
  /** Called after a change is on disk. @returns how to stop listening. */
  onChange(listener: (change: { scopes: Scope[]; sourceIds: SourceId[] }) => void): () => void;
  /** For rooms that own tables: notifies listeners of `onChange` of what they wrote, once it is on disk. */
  announce(scopes: readonly Scope[]): void;
  /**
   * `hook` runs inside the transaction of every change that touches sources (add, describe, bin, undo, redo), after the
   * rows are written and before COMMIT; what it throws takes the change back. @returns how to stop.
   */
  onWrite(hook: WriteHook): () => void;
  /** Safe to call twice. */
  close(): void;
}
