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
  SourceId,
  SourceRow,
  Span,
  TextVersion,
  VersionId,
} from '../contract/index.js';
import type { SourceListQuery, SourcePageQuery } from './source-list-store.js';
import type { VerifyOptions } from './verify.js';

export interface ArchiveOptions {
  /** Folder of 0001-initial.sql and those after it. */
  readonly migrationsDir: string;
  readonly now?: () => Date;
  /** Makes a UUIDv7. */
  readonly newId?: () => string;
}

export interface NewSource {
  readonly description: Description;
  /** Already stored by `originals.store`. */
  readonly original: Original;
  readonly text: { text: string; spans: Span[]; origin: string; remarks: string[] };
  readonly collectionId?: CollectionId;
}

/** Every change throws ARCHIVE_READ_ONLY when opened for reading, DISK_FULL, or ARCHIVE_DAMAGED; then nothing changed. */
export interface Archive {
  readonly dir: string;
  readonly access: 'write' | 'read';
  /** Derived files of the search room; may be deleted at any time. */
  readonly indexDir: string;
  info(): ArchiveInfo;
  readonly sources: {
    list(query: SourcePageQuery): { total: number; rows: SourceRow[] };
    ids(query: SourceListQuery): SourceId[];
    /** @throws FondsError NOT_FOUND. */
    get(id: SourceId): Source;
    /** One step of undo for all of them. @throws FondsError NOT_FOUND, DATE_INVALID. */
    describe(ids: readonly SourceId[], change: DescriptionChange): void;
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
    add(source: NewSource, step: { id: string; label: string }): { sourceId: SourceId; versionId: VersionId };
    /** The oldest source not in the bin that has these bytes. */
    findByHash(sha256: string): { id: SourceId; title: string } | null;
    /** What the search index must hold; `versionId` is the current version, `changedAt` differs after every change. */
    live(): { sourceId: SourceId; versionId: VersionId; changedAt: string }[];
  };
  readonly collections: {
    /** In order of name; `sourceCount` without the bin. */
    list(): Collection[];
    /** @throws FondsError INVALID_INPUT when the name is taken or empty. */
    create(name: string): Collection;
    /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
    rename(id: CollectionId, name: string): void;
    /** Its sources stay. @throws FondsError NOT_FOUND. */
    delete(id: CollectionId): void;
    /** @throws FondsError NOT_FOUND. */
    add(id: CollectionId, ids: readonly SourceId[]): void;
    /** @throws FondsError NOT_FOUND. */
    remove(id: CollectionId, ids: readonly SourceId[]): void;
    /** Without the bin. @throws FondsError NOT_FOUND. */
    members(id: CollectionId): SourceId[];
  };
  readonly history: {
    state(): HistoryState;
    /** @throws FondsError NOTHING_TO_UNDO. */
    undo(): HistoryState;
    /** @throws FondsError NOTHING_TO_REDO. */
    redo(): HistoryState;
    /** What was done so far can no longer be undone: an archive that comes filled begins here. */
    keep(): void;
  };
  readonly texts: {
    /** @throws FondsError NOT_FOUND. */
    get(sourceId: SourceId, versionId?: VersionId): TextVersion;
  };
  readonly originals: {
    /** Copies, hashes, forces to disk. @throws FondsError FILE_UNREADABLE, DISK_FULL. */
    store(path: string, signal?: AbortSignal): Promise<{ sha256: Sha256; fileBytes: number; path: string }>;
    /** Takes away what `store` kept when nothing came of it. Bytes that a source names, or that another `store` kept, stay. */
    discard(sha256: Sha256): Promise<void>;
    /** @throws FondsError NOT_FOUND when no source names it. */
    locate(sha256: string): { path: string; mediaType: string };
  };
  verify(options: VerifyOptions): Promise<ReportLine[]>;
  /**
   * One file that `restoreArchive` turns into the whole archive again.
   * @returns `absent`: originals that were missing or damaged and are not in it. @throws FondsError FILE_EXISTS, DISK_FULL.
   */
  backup(file: string): Promise<{ fileBytes: number; absent: Sha256[] }>;
  /** Called after a change is on disk. @returns how to stop listening. */
  onChange(listener: (change: { scopes: Scope[]; sourceIds: SourceId[] }) => void): () => void;
  /** Safe to call twice. */
  close(): void;
}
