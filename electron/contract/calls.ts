/**
 * The contract: every call a client can make, typed once for both ends. `window` calls are open to the renderer;
 * `trusted` calls carry paths and are open only to the main process and the terminal.
 */
import { z } from 'zod';
import { annotationCalls } from './annotation-calls.js';
import { action, type Call, change, job, MAX_PAGE_ROWS, noInput, none, onExisting, query, sourceIds } from './call.js';
import { collationCalls } from './collation-calls.js';
import { CollationFormat, CollationSubject } from './collation-models.js';
import { DescriptionChange, Suggestion } from './description.js';
import { ExportRequest, exportCalls } from './export-calls.js';
import { CollectionId, JobId, PlanId, SavedSearchId, Sha256, SourceId, VersionId } from './ids.js';
import * as m from './models.js';
import { noteCalls } from './note-calls.js';
import { AddedStyle } from './note-models.js';
import { rereadCalls } from './reread-calls.js';
import type { ErrorCode } from './result.js';
import * as s from './search-models.js';

const SEARCH_ERRORS = ['NO_ARCHIVE', 'NOT_FOUND', 'QUERY_SYNTAX', 'DATE_INVALID'] as const;

/** So many sources may be asked about at once, as to which of them are in a list. */
export const MAX_AMONG = 1_000;

/** What any call may be refused with, beside the codes it declares. */
export const ANY_CALL_ERRORS = [
  'INTERNAL',
  'INVALID_INPUT',
  'FORBIDDEN',
  'SERVICE_DOWN',
  'ARCHIVE_DAMAGED',
  'ARCHIVE_LOCKED',
] as const satisfies readonly ErrorCode[];

/** Calls the archive service answers. */
export const calls = {
  'archive.create': action({
    audience: 'trusted',
    input: z.object({ dir: z.string() }),
    output: m.ArchiveInfo,
    errors: ['ARCHIVE_EXISTS', 'DISK_FULL'],
  }),
  /** Creates the exercise archive that a first start opens with, and opens it. */
  'archive.createSample': action({
    audience: 'trusted',
    input: z.object({ dir: z.string() }),
    output: m.ArchiveInfo,
    errors: ['ARCHIVE_EXISTS', 'DISK_FULL'],
  }),
  'archive.open': action({
    audience: 'trusted',
    /** `best`: for writing where the place allows it, else for reading. */
    input: z.object({ dir: z.string(), access: z.enum(['write', 'read', 'best']).default('write') }),
    output: m.ArchiveInfo,
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
    output: m.ArchiveInfo,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_FOREIGN', 'ARCHIVE_NEWER', 'ARCHIVE_EXISTS', 'ARCHIVE_DAMAGED', 'DISK_FULL'],
  }),
  'archive.info': query({
    audience: 'window',
    input: noInput,
    output: m.ArchiveInfo,
    reads: ['sources', 'collections'],
  }),

  /** What a first look at the sample archive should show: a search, and a document it finds. Null in any other archive. */
  'archive.firstLook': query({
    audience: 'window',
    input: noInput,
    output: z.object({ query: z.string(), sourceId: SourceId }).nullable(),
    reads: ['archive'],
  }),

  'source.list': query({
    audience: 'window',
    input: z.object({
      filter: m.SourceFilter,
      sort: m.SourceSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['source.list']),
    }),
    output: z.object({ total: z.number(), rows: z.array(m.SourceRow) }),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations'],
  }),
  'source.ids': query({
    audience: 'window',
    input: z.object({
      filter: m.SourceFilter,
      sort: m.SourceSort,
      /** Of these alone those that are in the list; of all when it is absent. */
      among: z.array(SourceId).max(MAX_AMONG).optional(),
    }),
    output: z.array(SourceId),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations'],
  }),
  'source.get': query({
    audience: 'window',
    input: z.object({ id: SourceId }),
    output: m.Source,
    reads: ['sources', 'collections', 'tags', 'texts'],
    errors: ['NOT_FOUND'],
  }),
  'source.describe': change({
    audience: 'window',
    input: z.object({ ids: sourceIds, change: DescriptionChange }),
    output: none,
    changes: ['sources'],
    errors: ['NOT_FOUND', 'DATE_INVALID'],
  }),
  /** One step of undo. To accept a suggestion, describe the source. */
  'source.dismissSuggestion': change({
    audience: 'window',
    input: Suggestion.pick({ element: true, value: true }).extend({ id: SourceId }),
    output: none,
    changes: ['sources'],
    errors: ['NOT_FOUND'],
  }),
  'source.delete': change({
    audience: 'window',
    input: z.object({ ids: sourceIds }),
    output: none,
    changes: ['sources', 'collections', 'tags'],
    errors: ['NOT_FOUND'],
  }),
  'source.restore': change({
    audience: 'window',
    input: z.object({ ids: sourceIds }),
    output: none,
    changes: ['sources', 'collections', 'tags'],
    errors: ['NOT_FOUND'],
  }),
  'source.documentTypes': query({
    audience: 'window',
    input: noInput,
    output: z.array(z.object({ value: z.string(), count: z.number() })),
    reads: ['sources'],
  }),

  'collection.list': query({
    audience: 'window',
    input: noInput,
    output: z.array(m.Collection),
    reads: ['sources', 'collections'],
  }),
  'collection.create': change({
    audience: 'window',
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    output: m.Collection,
    changes: ['collections', 'sources'],
    errors: ['INVALID_INPUT'],
  }),
  'collection.rename': change({
    audience: 'window',
    input: z.object({ id: CollectionId, name: z.string().trim().min(1).max(200) }),
    output: none,
    changes: ['collections'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'collection.delete': change({
    audience: 'window',
    input: z.object({ id: CollectionId }),
    output: none,
    changes: ['collections', 'sources'],
    errors: ['NOT_FOUND'],
  }),
  'collection.add': change({
    audience: 'window',
    input: z.object({ id: CollectionId, ids: sourceIds }),
    output: none,
    changes: ['collections', 'sources'],
    errors: ['NOT_FOUND'],
  }),
  'collection.remove': change({
    audience: 'window',
    input: z.object({ id: CollectionId, ids: sourceIds }),
    output: none,
    changes: ['collections', 'sources'],
    errors: ['NOT_FOUND'],
  }),

  'history.state': query({ audience: 'window', input: noInput, output: m.HistoryState, reads: ['history'] }),
  'history.undo': change({
    audience: 'window',
    input: noInput,
    output: m.HistoryState,
    changes: ['archive'],
    errors: ['NOTHING_TO_UNDO'],
  }),
  'history.redo': change({
    audience: 'window',
    input: noInput,
    output: m.HistoryState,
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

  'search.query': query({
    audience: 'window',
    input: s.SearchQuery.extend({
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(MAX_PAGE_ROWS['search.query']),
    }),
    output: s.SearchResponse,
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations', 'notes', 'index'],
    errors: SEARCH_ERRORS,
  }),
  /** Matches of a query in one source, for the reading view. */
  'search.matches': query({
    audience: 'window',
    input: s.SearchQuery.omit({ filter: true }).extend({ sourceId: SourceId }),
    output: z.object({ versionId: VersionId, matches: z.array(m.Range) }),
    reads: ['texts', 'index'],
    errors: ['NOT_FOUND', 'QUERY_SYNTAX'],
  }),
  'search.export': action({
    audience: 'trusted',
    input: s.SearchQuery.extend({
      file: z.string(),
      format: z.enum(['csv', 'md', 'json']),
      onExisting,
    }),
    output: z.object({ hits: z.number(), fileBytes: z.number() }),
    errors: [...SEARCH_ERRORS, 'INVALID_INPUT', 'FILE_EXISTS', 'DISK_FULL'],
  }),
  /** Writes a search into the log: one the person meant, not one of the keystrokes on the way to it. */
  'search.record': change({
    audience: 'window',
    input: s.SearchQuery,
    output: s.LogEntry,
    changes: ['searches'],
    errors: [...SEARCH_ERRORS],
  }),
  /** Newest first. `contains` looks at the lines, whatever case and accents. */
  'search.log': query({
    audience: 'window',
    input: z.object({
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['search.log']),
      contains: z.string().max(2_000).optional(),
      /** Only searches that found nothing. */
      onlyEmpty: z.boolean().optional(),
    }),
    output: z.object({ total: z.number(), entries: z.array(s.LogEntry) }),
    reads: ['searches'],
  }),
  'search.exportLog': action({
    audience: 'trusted',
    input: z.object({ file: z.string(), format: z.enum(['csv', 'json']), onExisting }),
    output: z.object({ entries: z.number(), fileBytes: z.number() }),
    errors: ['NO_ARCHIVE', 'INVALID_INPUT', 'FILE_EXISTS', 'DISK_FULL'],
  }),
  /** Lines searched lately, each once, newest first, that begin with or hold what is typed. */
  'search.history': query({
    audience: 'window',
    input: z.object({ typed: z.string().max(2_000), limit: z.number().int().min(1).max(50) }),
    output: z.array(s.LogEntry),
    reads: ['searches'],
  }),
  'search.saved': query({
    audience: 'window',
    input: noInput,
    output: z.array(s.SavedSearch),
    reads: ['searches'],
  }),
  'search.save': change({
    audience: 'window',
    input: z.object({ name: z.string().trim().min(1).max(200), query: s.SearchQuery }),
    output: s.SavedSearch,
    changes: ['searches'],
    errors: ['INVALID_INPUT'],
  }),
  'search.renameSaved': change({
    audience: 'window',
    input: z.object({ id: SavedSearchId, name: z.string().trim().min(1).max(200) }),
    output: none,
    changes: ['searches'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'search.deleteSaved': change({
    audience: 'window',
    input: z.object({ id: SavedSearchId }),
    output: none,
    changes: ['searches'],
    errors: ['NOT_FOUND'],
  }),
  /** Every match of a query with its context, over the whole archive. */
  'search.concordance': query({
    audience: 'window',
    input: s.SearchQuery.extend({
      sort: s.ConcordanceSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['search.concordance']),
    }),
    output: z.object({ total: z.number(), sources: z.number(), lines: z.array(s.ConcordanceLine) }),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations', 'index'],
    errors: SEARCH_ERRORS,
  }),
  'search.exportConcordance': action({
    audience: 'trusted',
    input: s.SearchQuery.extend({ sort: s.ConcordanceSort, file: z.string(), onExisting }),
    output: z.object({ lines: z.number(), fileBytes: z.number() }),
    errors: [...SEARCH_ERRORS, 'INVALID_INPUT', 'FILE_EXISTS', 'DISK_FULL'],
  }),
  /** Passages of other places of the archive that share telling words with `[start, end)` of a text. */
  'search.similar': query({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.array(s.SimilarPassage),
    reads: ['sources', 'texts', 'index'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'search.state': query({ audience: 'window', input: noInput, output: s.IndexState, reads: ['texts', 'index'] }),
  /** Makes the index anew from the texts; the old one answers until it is done. */
  'search.reindex': change({
    audience: 'window',
    input: noInput,
    output: job,
    changes: ['index'],
  }),

  /** Looks at files and folders and says what an import would do; the plan is fetched when the job is done. */
  'import.scan': action({
    audience: 'trusted',
    input: z.object({ paths: z.array(z.string()).min(1) }),
    output: job.extend({ planId: PlanId }),
    errors: ['NO_ARCHIVE', 'ARCHIVE_READ_ONLY'],
  }),
  'import.plan': query({
    audience: 'window',
    input: z.object({ planId: PlanId }),
    output: m.ImportPlanInfo,
    reads: [],
    errors: ['NOT_FOUND'],
  }),
  'import.start': change({
    audience: 'window',
    input: z.object({
      planId: PlanId,
      collectionId: CollectionId.optional(),
      duplicates: z.enum(['skip', 'import']),
      exclude: z.array(z.number()).default([]),
    }),
    output: job,
    changes: ['archive'],
    errors: ['NOT_FOUND'],
  }),
  'verify.start': action({ audience: 'window', input: noInput, output: job, errors: ['NO_ARCHIVE'] }),

  'job.list': query({ audience: 'window', input: noInput, output: z.array(m.Job), reads: [] }),
  'job.report': query({
    audience: 'window',
    input: z.object({ jobId: JobId }),
    output: z.array(m.ReportLine),
    reads: [],
    errors: ['NOT_FOUND'],
  }),
  'job.cancel': action({ audience: 'window', input: z.object({ jobId: JobId }), output: none, errors: ['NOT_FOUND'] }),

  ...annotationCalls,
  ...rereadCalls,
  ...noteCalls,
  ...exportCalls,
  ...collationCalls,
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>;

/** Calls the main process answers: windows, dialogs, preferences. Paths stay on its side. */
export const shellCalls = {
  'shell.state': {
    input: noInput,
    output: z.object({
      platform: z.string(),
      version: z.string(),
      preferences: m.Preferences,
      recents: z.array(m.RecentArchive),
      openRecentId: z.string().nullable(),
      lastProblem: z.string().nullable(),
      incident: z.string().nullable(),
    }),
  },
  'shell.setPreferences': { input: m.Preferences.partial(), output: m.Preferences },
  /** Puts words on the clipboard; the page itself may only do so moments after a key or a click, and not from a menu. */
  'shell.copy': {
    input: z.object({ text: z.string().max(10_000_000), html: z.string().max(20_000_000).optional() }),
    output: none,
  },
  /** Shows the log of incidents in its folder. `shown` is false while nothing was ever written down. */
  'shell.showIncidents': { input: noInput, output: z.object({ shown: z.boolean() }) },
  /** Each of these asks the person; `null` when they changed their mind. */
  'shell.createArchive': { input: noInput, output: m.ArchiveInfo.nullable() },
  'shell.openArchive': { input: noInput, output: m.ArchiveInfo.nullable() },
  'shell.openRecent': { input: z.object({ id: z.string() }), output: m.ArchiveInfo },
  'shell.openSample': { input: noInput, output: m.ArchiveInfo },
  'shell.chooseImport': {
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: z.object({ jobId: JobId, planId: PlanId }).nullable(),
  },
  'shell.exportSearch': {
    input: s.SearchQuery.extend({ format: z.enum(['csv', 'md', 'json']) }),
    output: z.object({ hits: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.exportConcordance': {
    input: s.SearchQuery.extend({ sort: s.ConcordanceSort }),
    output: z.object({ lines: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.exportLog': {
    input: z.object({ format: z.enum(['csv', 'json']) }),
    output: z.object({ entries: z.number(), fileName: z.string() }).nullable(),
  },
  'shell.backup': {
    input: noInput,
    output: z.object({ fileBytes: z.number(), fileName: z.string(), absent: z.array(Sha256) }).nullable(),
  },
  /** `null` when the person changed their mind. The file is told by its name, never by its path. */
  'shell.export': { input: ExportRequest, output: z.object({ jobId: JobId, fileName: z.string() }).nullable() },
  'shell.exportCollation': {
    input: z.object({ subject: CollationSubject, format: CollationFormat }),
    output: z.object({ jobId: JobId, fileName: z.string() }).nullable(),
  },
  'shell.importAnnotations': { input: noInput, output: z.object({ jobId: JobId, fileName: z.string() }).nullable() },
  'shell.addStyle': { input: noInput, output: AddedStyle.nullable() },
  'shell.restore': { input: noInput, output: m.ArchiveInfo.nullable() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type ShellCallName = keyof typeof shellCalls;
export type ShellInput<N extends ShellCallName> = z.input<(typeof shellCalls)[N]['input']>;
export type ShellOutput<N extends ShellCallName> = z.output<(typeof shellCalls)[N]['output']>;
