/** The door of the archive room: create, open and restore archives; read EDTF dates. Nothing deeper is imported. */
export { foldedKey } from '../contract/index.js';
export type { Archive, ArchiveOptions, NamedSets, NewSource } from './archive.js';
export type { CatalogueRow, SourceHead } from './catalogue-store.js';
export { laterThan } from './context.js';
export { type Bound, type Database, type Parameters, type Statement, storable } from './database.js';
export { type DateBounds, dateBounds } from './dates.js';
export type { Change, Touched } from './journal-change.js';
export type { Step } from './journal-store.js';
export type { LongStep, WriteUnits } from './long-steps.js';
export { createNamedRows, type NamedRow, type NamedRows } from './named-rows.js';
export { createArchive, openArchive } from './open-archive.js';
export { restoreArchive } from './restore.js';
export type { SourceListQuery, SourcePageQuery } from './source-list-store.js';
export type { TagChange, Tags } from './tags.js';
export { type AlongWithText, type NewText, textHash } from './text-store.js';
export type { VerifyOptions } from './verify.js';
export type { WriteEnd, WriteHook } from './write-hooks.js';
