/** Calls of sources and collections. */
import { z } from 'zod';
import { type Call, change, MAX_PAGE_ROWS, noInput, none, query, sourceIds } from './call.js';
import { Description, DescriptionChange, Suggestion } from './description.js';
import { CollectionId, SourceId } from './ids.js';
import { Collection, Source, SourceFilter, SourceFolder, SourceRow, SourceSort } from './source-models.js';

/** So many sources may be asked about at once, as to which of them are in a list. */
export const MAX_AMONG = 1_000;

export const sourceCalls = {
  'source.list': query({
    audience: 'window',
    input: z.object({
      filter: SourceFilter,
      sort: SourceSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['source.list']),
    }),
    output: z.object({ total: z.number(), rows: z.array(SourceRow) }),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations'],
  }),
  'source.ids': query({
    audience: 'window',
    input: z.object({
      filter: SourceFilter,
      sort: SourceSort,
      /** Of these alone those that are in the list; of all when it is absent. */
      among: z.array(SourceId).max(MAX_AMONG).optional(),
    }),
    output: z.array(SourceId),
    reads: ['sources', 'collections', 'tags', 'texts', 'annotations'],
  }),
  'source.get': query({
    audience: 'window',
    input: z.object({ id: SourceId }),
    output: Source,
    reads: ['sources', 'collections', 'tags', 'texts'],
    errors: ['NOT_FOUND'],
  }),
  /** A source without a file and without a text: what was seen and not photographed. One undo step. */
  'source.create': change({
    audience: 'window',
    input: z.object({
      /** Its title is what it is found by. */
      description: Description.partial().extend({ title: Description.shape.title.trim().min(1) }),
      collectionId: CollectionId.optional(),
    }),
    output: z.object({ sourceId: SourceId }),
    changes: ['archive', 'sources', 'collections', 'texts'],
    errors: ['DATE_INVALID', 'NOT_FOUND'],
  }),
  'source.describe': change({
    audience: 'window',
    input: z.object({ ids: sourceIds, change: DescriptionChange }),
    output: none,
    changes: ['sources'],
    errors: ['NOT_FOUND', 'DATE_INVALID'],
  }),
  /** One undo step. To accept a suggestion, describe the source. */
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
  /** In order of path, so that a folder comes before what is in it. */
  'source.folders': query({
    audience: 'window',
    input: noInput,
    output: z.array(SourceFolder),
    reads: ['sources'],
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
    output: z.array(Collection),
    reads: ['sources', 'collections'],
  }),
  'collection.create': change({
    audience: 'window',
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    output: Collection,
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
} as const satisfies Record<string, Call>;
