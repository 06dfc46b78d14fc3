/** The public API of the archive room: create, open and restore archives; read EDTF dates. Nothing deeper is imported. */
export { foldedKey } from '../contract/index.js';
export type { AddedSource, Archive, ArchiveOptions, NamedSets, NewSource } from './archive.js';
export { laterThan } from './archive-context.js';
export type { CatalogueRow, SourceHead } from './catalogue-store.js';
export { type Database, type SqlParameters, type SqlValue, type Statement, storable } from './database.js';
export { type DateBounds, dateBounds } from './edtf-bounds.js';
export type { JournalChange, TouchedData } from './journal-change.js';
export type { UndoStep } from './journal-store.js';
export type { BatchWriter, LongUndoStep } from './long-steps.js';
export { createNamedRows, type NamedRow, type NamedRows } from './named-rows.js';
export { createArchive, openArchive } from './open-archive.js';
export type { NewOriginal } from './original-store.js';
export { restoreArchive } from './restore.js';
export type { SourceListQuery, SourcePageQuery } from './source-list-store.js';
export type { ArchiveTags, TagChange } from './tags.js';
export { type AccompanyingChanges, type NewText, textHash } from './text-store.js';
export type { VerifyOptions } from './verify.js';
export type { WriteEnd, WriteHook } from './write-hooks.js';
