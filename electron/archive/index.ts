/** The door of the archive room: create, open and restore archives; read EDTF dates. Nothing deeper is imported. */
export type { Archive, ArchiveOptions, NewSource } from './archive.js';
export { type DateBounds, dateBounds } from './dates.js';
export { createArchive, openArchive } from './open-archive.js';
export { restoreArchive } from './restore.js';
export type { SourceListQuery, SourcePageQuery } from './source-list-store.js';
export type { VerifyOptions } from './verify.js';
