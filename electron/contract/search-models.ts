/** What the search calls carry: queries, hits, facets, concordance, log. Offsets are UTF-16, half-open. */
import { z } from 'zod';
import { CollectionId, SavedSearchId, SourceId, TagId, VersionId } from './ids.js';
import { NoteHit } from './note-models.js';
import { Range } from './text-models.js';

/** Values of one facet are alternatives; different facets narrow each other. An empty string means "not given". */
export const SearchFilter = z.object({
  collectionId: CollectionId.optional(),
  documentTypes: z.array(z.string()).optional(),
  creators: z.array(z.string()).optional(),
  /** BCP 47 tags, as the facet gives them. */
  languages: z.array(z.string()).optional(),
  tagIds: z.array(TagId).optional(),
  /** EDTF dates; a source is in when its date written (or published) may fall between them. */
  dateFrom: z.string().optional(),
  dateTo: z.string().optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

/** `any`: lunr's own reading of the line; `all`: each word must occur; `phrase`: the words stand in this order. */
export const SearchMode = z.enum(['any', 'all', 'phrase']);
export type SearchMode = z.infer<typeof SearchMode>;

/** `expanded`: other scripts, marks and endings of a word count as the word; `exact`: only the form as typed, in any case. */
export const WordMatching = z.enum(['expanded', 'exact']);
export type WordMatching = z.infer<typeof WordMatching>;

export const SearchQuery = z.object({
  query: z.string().max(2_000),
  mode: SearchMode,
  /** `expanded` when it is left out. */
  matching: WordMatching.optional(),
  filter: SearchFilter,
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** `start` is the snippet's place in the version; `matches` count from the snippet's own beginning. */
export const Snippet = z.object({
  text: z.string(),
  start: z.number(),
  matches: z.array(Range),
  pageLabel: z.string().nullable(),
});
export type Snippet = z.infer<typeof Snippet>;

export const Hit = z.object({
  sourceId: SourceId,
  versionId: VersionId,
  title: z.string(),
  /** Type, repository, box and folder in one quiet line. */
  descriptionLine: z.string(),
  date: z.string(),
  score: z.number(),
  /** In the text version, in order. */
  matches: z.array(Range),
  snippets: z.array(Snippet),
});
export type Hit = z.infer<typeof Hit>;

/** Values listed of one facet, the most frequent; chosen ones come on top of it. */
export const MAX_FACET_VALUES = 200;

/** `value` is what a filter takes, `label` what a person reads. */
export const FacetCount = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number(),
  /** Of a language: how many of these sources were not described so, but guessed from their text; absent for none. */
  guessed: z.number().optional(),
});
export type FacetCount = z.infer<typeof FacetCount>;

/** One bar of the date histogram: the sources whose date may begin in it. `from` and `to` are days, `to` inclusive. */
export const DateBin = z.object({ from: z.string(), to: z.string(), label: z.string(), count: z.number() });
export const DateHistogram = z.object({
  unit: z.enum(['day', 'month', 'year', 'decade']),
  /** Without gaps, in order; empty when no hit is dated. */
  bins: z.array(DateBin),
  undated: z.number(),
});
export type DateHistogram = z.infer<typeof DateHistogram>;

/** Each facet counts the hits that pass the filters of the other facets, so that a choice can be widened. */
export const Facets = z.object({
  documentTypes: z.array(FacetCount),
  creators: z.array(FacetCount),
  collections: z.array(FacetCount),
  languages: z.array(FacetCount),
  tags: z.array(FacetCount),
  dates: DateHistogram,
});
export type Facets = z.infer<typeof Facets>;

/** How a word of the line was widened: the other written forms it found, most frequent first. */
export const Expansion = z.object({
  typed: z.string(),
  /** `count`: places in the archive where the form stands. */
  forms: z.array(z.object({ form: z.string(), count: z.number() })),
  /** More forms than are listed. */
  more: z.number(),
});
export type Expansion = z.infer<typeof Expansion>;

/**
 * What a person may do about a line. `reading`: a sign was taken for punctuation though a command may be meant; `word`: no
 * source holds the word or phrase; `filter`: no source passes it; `apart`: each part is found, but none has all of it.
 */
export const LineHint = z.object({
  kind: z.enum(['reading', 'word', 'filter', 'apart']),
  /** What of the line it is about, in UTF-16 units, end exclusive; 0 and 0 for a filter beside the line. */
  start: z.number(),
  end: z.number(),
  message: z.string(),
  /** Nearest first: what is offered, how many sources it alone would find (null: not counted), and the whole line with it. */
  suggestions: z.array(z.object({ text: z.string(), sources: z.number().nullable(), query: z.string() })),
});
export type LineHint = z.infer<typeof LineHint>;

export const SearchResponse = z.object({
  total: z.number(),
  /** Sources that could have been found: all that are not in the bin. */
  searched: z.number(),
  tookMs: z.number(),
  hits: z.array(Hit),
  /** Notes that the words of the line find, best first; none when filters are set, which notes do not have. */
  notes: z.array(NoteHit),
  facets: Facets,
  /** Only words that found other forms than the one typed. */
  expansions: z.array(Expansion),
  /** What a person must know to read the answer, such as words that were passed over. */
  remarks: z.array(z.string()),
  /** Why a line finds nothing, or was read otherwise than it may be meant, and what to ask instead. */
  hints: z.array(LineHint),
});
export type SearchResponse = z.infer<typeof SearchResponse>;

export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string(),
  query: SearchQuery,
  createdAt: z.string(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

export const LogEntry = z.object({
  seq: z.number(),
  at: z.string(),
  who: z.string(),
  query: SearchQuery,
  /** The filters in words, with the names they had then; empty when there were none. */
  scope: z.string(),
  searched: z.number(),
  hits: z.number(),
  tookMs: z.number(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** A match with the words around it. The place is that of the match in the text version. */
export const ConcordanceLine = z.object({
  sourceId: SourceId,
  versionId: VersionId,
  title: z.string(),
  date: z.string(),
  pageLabel: z.string().nullable(),
  start: z.number(),
  end: z.number(),
  left: z.string(),
  match: z.string(),
  right: z.string(),
});
export type ConcordanceLine = z.infer<typeof ConcordanceLine>;

/** `source`: by date and title of the source, then by place; `left`: by the words before, nearest first; `right`: by those after. */
export const ConcordanceSort = z.enum(['source', 'left', 'right', 'match']);
export type ConcordanceSort = z.infer<typeof ConcordanceSort>;

/** A passage that resembles another. `[start, end)` in the text version. */
export const SimilarPassage = z.object({
  sourceId: SourceId,
  versionId: VersionId,
  title: z.string(),
  date: z.string(),
  descriptionLine: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  /** Words in common, in the passage's own offsets. */
  matches: z.array(Range),
  pageLabel: z.string().nullable(),
  /** 0 to 1: share of the weight of the given passage's words that this one has. */
  similarity: z.number(),
});
export type SimilarPassage = z.infer<typeof SimilarPassage>;

export const IndexState = z.object({
  documents: z.number(),
  segments: z.number(),
  terms: z.number(),
  indexBytes: z.number(),
  analyzer: z.string(),
  /** False while an index of an older Fonds answers and its successor is being built. */
  isCurrent: z.boolean(),
});
export type IndexState = z.infer<typeof IndexState>;
