/** Calls of the archive as a whole: opening, backup, undo, originals, verification. */
import { z } from 'zod';
import { ArchiveInfo, HistoryState } from './archive-models.js';
import { action, type Call, change, job, noInput, none, onExisting, query } from './call.js';
import { Sha256, SourceId } from './ids.js';

export const archiveCalls = {
  'archive.create': action({
    audience: 'trusted',
    input: z.object({ dir: z.string() }),
    output: ArchiveInfo,
    errors: ['ARCHIVE_EXISTS', 'DISK_FULL'],
  }),
  /** Creates the exercise archive that a first start opens with, and opens it. */
  'archive.createSample': action({
    audience: 'trusted',
    input: z.object({ dir: z.string() }),
    output: ArchiveInfo,
    errors: ['ARCHIVE_EXISTS', 'DISK_FULL'],
  }),
  'archive.open': action({
    audience: 'trusted',
    /** `best`: for writing where the place allows it, else for reading. */
    input: z.object({ dir: z.string(), access: z.enum(['write', 'read', 'best']).default('write') }),
    output: ArchiveInfo,
    errors: [
      'ARCHIVE_NOT_FOUND',
      'ARCHIVE_FOREIGN',
      'ARCHIVE_NEWER',
      'ARCHIVE_LOCKED',
      'ARCHIVE_DAMAGED',
      'ARCHIVE_LOG_FOREIGN',
      'ARCHIVE_LOG_MISSING',
      'ARCHIVE_READ_ONLY',
      'DISK_FULL',
    ],
  }),
  'archive.close': action({ audience: 'trusted', input: noInput, output: none }),
  'archive.backup': action({
    audience: 'trusted',
    input: z.object({ file: z.string(), onExisting }),
    /** `absent`: originals that were missing or damaged and are not in the backup. */
    output: z.object({ fileBytes: z.number(), absent: z.array(Sha256) }),
    errors: ['NO_ARCHIVE', 'INVALID_INPUT', 'FILE_EXISTS', 'DISK_FULL'],
  }),
  'archive.restore': action({
    audience: 'trusted',
    input: z.object({ file: z.string(), dir: z.string() }),
    output: ArchiveInfo,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_FOREIGN', 'ARCHIVE_NEWER', 'ARCHIVE_EXISTS', 'ARCHIVE_DAMAGED', 'DISK_FULL'],
  }),
  'archive.info': query({
    audience: 'window',
    input: noInput,
    output: ArchiveInfo,
    reads: ['sources', 'collections'],
  }),

  /** What a first look at the sample archive should show: a search, and a document it finds. Null in any other archive. */
  'archive.firstLook': query({
    audience: 'window',
    input: noInput,
    output: z.object({ query: z.string(), sourceId: SourceId }).nullable(),
    reads: ['archive'],
  }),

  'history.state': query({ audience: 'window', input: noInput, output: HistoryState, reads: ['history'] }),
  'history.undo': change({
    audience: 'window',
    input: noInput,
    output: HistoryState,
    changes: ['archive'],
    errors: ['NOTHING_TO_UNDO'],
  }),
  'history.redo': change({
    audience: 'window',
    input: noInput,
    output: HistoryState,
    changes: ['archive'],
    errors: ['NOTHING_TO_REDO'],
  }),

  /** Where the bytes of an original lie, for the `original:` protocol. */
  'original.locate': action({
    audience: 'trusted',
    input: z.object({ sha256: Sha256 }),
    output: z.object({ path: z.string(), mediaType: z.string() }),
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),

  'verify.start': action({ audience: 'window', input: noInput, output: job, errors: ['NO_ARCHIVE'] }),
} as const satisfies Record<string, Call>;
