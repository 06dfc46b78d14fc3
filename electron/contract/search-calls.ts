/** Calls of the search: queries, concordance, log, saved searches, index. */
import { z } from 'zod';
import { action, type Call, change, job, MAX_PAGE_ROWS, noInput, none, onExisting, query } from './call.js';
import { SavedSearchId, SourceId, VersionId } from './ids.js';
import {
  ConcordanceLine,
  ConcordanceSort,
  IndexState,
  LogEntry,
  SavedSearch,
  SearchQuery,
  SearchResponse,
  SimilarPassage,
} from './search-models.js';
import { Range } from './text-models.js';

const SEARCH_ERRORS = ['NO_ARCHIVE', 'NOT_FOUND', 'QUERY_SYNTAX', 'DATE_INVALID'] as const;

export const searchCalls = {
  'search.query': query({
    audience: 'window',
    input: SearchQuery.extend({
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(MAX_PAGE_ROWS['search.query']),
    }),
    output: SearchResponse,
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations', 'notes', 'index'],
    errors: SEARCH_ERRORS,
  }),
  /** Matches of a query in one source, for the reading view. */
  'search.matches': query({
    audience: 'window',
    input: SearchQuery.omit({ filter: true }).extend({ sourceId: SourceId }),
    output: z.object({ versionId: VersionId, matches: z.array(Range) }),
    reads: ['texts', 'index'],
    errors: ['NOT_FOUND', 'QUERY_SYNTAX'],
  }),
  'search.export': action({
    audience: 'trusted',
    input: SearchQuery.extend({
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
    input: SearchQuery,
    output: LogEntry,
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
    output: z.object({ total: z.number(), entries: z.array(LogEntry) }),
    reads: ['searches'],
  }),
  'search.exportLog': action({
    audience: 'trusted',
    input: z.object({ file: z.string(), format: z.enum(['csv', 'json']), onExisting }),
    output: z.object({ entries: z.number(), fileBytes: z.number() }),
    errors: ['NO_ARCHIVE', 'INVALID_INPUT', 'FILE_EXISTS', 'DISK_FULL'],
  }),
  /** Lines searched recently, each once, newest first, that begin with or hold what is typed. */
  'search.history': query({
    audience: 'window',
    input: z.object({ typed: z.string().max(2_000), limit: z.number().int().min(1).max(50) }),
    output: z.array(LogEntry),
    reads: ['searches'],
  }),
  'search.saved': query({
    audience: 'window',
    input: noInput,
    output: z.array(SavedSearch),
    reads: ['searches'],
  }),
  'search.save': change({
    audience: 'window',
    input: z.object({ name: z.string().trim().min(1).max(200), query: SearchQuery }),
    output: SavedSearch,
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
    input: SearchQuery.extend({
      sort: ConcordanceSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['search.concordance']),
    }),
    output: z.object({ total: z.number(), sources: z.number(), lines: z.array(ConcordanceLine) }),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations', 'index'],
    errors: SEARCH_ERRORS,
  }),
  'search.exportConcordance': action({
    audience: 'trusted',
    input: SearchQuery.extend({ sort: ConcordanceSort, file: z.string(), onExisting }),
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
    output: z.array(SimilarPassage),
    reads: ['sources', 'texts', 'index'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'search.state': query({ audience: 'window', input: noInput, output: IndexState, reads: ['texts', 'index'] }),
  /** Makes the index again from the texts; the old one answers until it is done. */
  /** Does what is left to do for the index, merging included: for who goes away afterwards. */
  'search.finish': action({ audience: 'trusted', input: noInput, output: none, errors: ['NO_ARCHIVE'] }),
  'search.reindex': change({
    audience: 'window',
    input: noInput,
    output: job,
    changes: ['index'],
  }),
} as const satisfies Record<string, Call>;
