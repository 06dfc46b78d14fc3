/** What the contract's calls carry: sources, text versions, jobs. Offsets are UTF-16, half-open. */
import { z } from 'zod';
import { Description, Suggestion } from './description.js';
import { EXCHANGE_OUTCOMES } from './exchange-outcomes.js';
import { CollectionId, JobId, PlanId, Sha256, SourceId, TagId, VersionId } from './ids.js';

/** `[start, end)` in UTF-16 units of a text version. */
export const Range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Range = z.infer<typeof Range>;

/**
 * Structure of a text version. Spans of one kind never overlap; each kind is in text order. Pages, blocks (`heading` to
 * `list-item`) and insets: words within a block that are not of the page itself but were drawn over it.
 */
export const Span = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    start: z.number(),
    end: z.number(),
    pageIndex: z.number(),
    pageLabel: z.string(),
  }),
  z.object({ kind: z.literal('heading'), start: z.number(), end: z.number(), level: z.number().min(1).max(6) }),
  z.object({ kind: z.literal('paragraph'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('quotation'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('list-item'), start: z.number(), end: z.number() }),
  z.object({
    kind: z.literal('inset'),
    start: z.number(),
    end: z.number(),
    /** What was written into a form, typed onto the page, or stamped on it. */
    origin: z.enum(['form-field', 'typed', 'stamp']),
  }),
]);
export type Span = z.infer<typeof Span>;
export type PageSpan = Extract<Span, { kind: 'page' }>;
export type InsetSpan = Extract<Span, { kind: 'inset' }>;
export type BlockSpan = Exclude<Span, PageSpan | InsetSpan>;
export const isBlockSpan = (span: Span): span is BlockSpan => span.kind !== 'page' && span.kind !== 'inset';
export const isInsetSpan = (span: Span): span is InsetSpan => span.kind === 'inset';

export const ArchiveInfo = z.object({
  name: z.string(),
  readOnly: z.boolean(),
  schemaVersion: z.number(),
  createdAt: z.string(),
  counts: z.object({ sources: z.number(), inBin: z.number(), collections: z.number() }),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;

export const Original = z.object({
  sha256: Sha256,
  fileName: z.string(),
  fileBytes: z.number(),
  mediaType: z.string(),
});
export type Original = z.infer<typeof Original>;

export const VersionInfo = z.object({
  id: VersionId,
  createdAt: z.string(),
  /** What made it: `reader:text`, `reader:html`, `person`, ... */
  origin: z.string(),
  /** The version it was made from, or the current one when the original was read again; null for the first. */
  parentId: VersionId.nullable(),
  /** Who made it; empty for a version of an archive older than names. */
  who: z.string(),
  /** Why, in the words of whoever made it; may be empty. */
  reason: z.string(),
  /** The version that is read, searched and annotated. Exactly one of a source is. */
  isCurrent: z.boolean(),
  /** What the reader wants a person to know: charset guessed, U+0000 replaced, ... */
  remarks: z.array(z.string()),
  length: z.number(),
});
export type VersionInfo = z.infer<typeof VersionInfo>;

/** A row of a list of sources. */
export const SourceRow = z.object({
  id: SourceId,
  title: z.string(),
  documentType: z.string(),
  dateWritten: z.string(),
  creators: z.array(z.string()),
  repository: z.string(),
  fonds: z.string(),
  box: z.string(),
  folder: z.string(),
  referenceCode: z.string(),
  language: z.string(),
  addedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const Source = z.object({
  id: SourceId,
  description: Description,
  addedAt: z.string(),
  changedAt: z.string(),
  deletedAt: z.string().nullable(),
  originals: z.array(Original),
  versions: z.array(VersionInfo),
  collectionIds: z.array(CollectionId),
  tagIds: z.array(TagId),
  /** BCP 47 tag of the language the text seems to be in; null when it cannot be told. A guess: the description overrules it. */
  guessedLanguage: z.string().nullable(),
  /** What the original may say of itself: neither in the description yet nor dismissed. */
  suggestions: z.array(Suggestion),
});
export type Source = z.infer<typeof Source>;

export const Collection = z.object({ id: CollectionId, name: z.string(), sourceCount: z.number() });
export type Collection = z.infer<typeof Collection>;

/** One of the eight marks of the design system, `--mark-1` to `--mark-8`. */
export const Colour = z.number().int().min(1).max(8);
export type Colour = z.infer<typeof Colour>;

/** Tags form a tree; a name is taken once among the children of one parent. */
export const Tag = z.object({
  id: TagId,
  name: z.string(),
  /** Null at the top. */
  parentId: TagId.nullable(),
  /** Null: annotations that bear it keep their own colour. */
  colour: Colour.nullable(),
  /** What the tag is for: the memo of a codebook. */
  description: z.string(),
  /** Sources that bear it themselves, without the bin. */
  sourceCount: z.number(),
  /** Passages that bear it, without those of sources in the bin. */
  annotationCount: z.number(),
  /** Sources that a list or a search by it holds: they or a passage of theirs bear it or one below it. */
  reachCount: z.number(),
});
export type Tag = z.infer<typeof Tag>;

export const TextVersion = VersionInfo.extend({ sourceId: SourceId, text: z.string(), spans: z.array(Span) });
export type TextVersion = z.infer<typeof TextVersion>;

export const SourceSort = z.object({
  by: z.enum(['title', 'dateWritten', 'documentType', 'addedAt', 'repository']),
  direction: z.enum(['ascending', 'descending']),
});
export type SourceSort = z.infer<typeof SourceSort>;

export const SourceFilter = z.object({
  collectionId: CollectionId.optional(),
  documentType: z.string().optional(),
  tagId: TagId.optional(),
  /** Only title and reference code are looked at; the search line of the list. */
  contains: z.string().optional(),
  inBin: z.boolean().optional(),
});
export type SourceFilter = z.infer<typeof SourceFilter>;

export const JobKind = z.enum(['scan', 'import', 'verify', 'index', 'backup', 'export', 'exchange', 'collate']);
export type JobKind = z.infer<typeof JobKind>;

export const Progress = z.object({
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  current: z.string().nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** What became of a file or an annotation; of an exchange also what became of tags, sets and notes. */
export const ReportOutcome = z.enum([
  'imported',
  'duplicate',
  'failed',
  'skipped',
  'verified',
  'damaged',
  'missing',
  'written',
  ...EXCHANGE_OUTCOMES,
]);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** What became of one thing of a job, or of several of which the same is to be said. `message` says why and what to do. */
export const ReportLine = z.object({
  name: z.string(),
  outcome: ReportOutcome,
  message: z.string().nullable(),
  sourceId: SourceId.nullable(),
  remarks: z.array(z.string()),
  /** How many things it stands for; one when it is not there. */
  count: z.number().int().min(1).optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const Job = z.object({
  id: JobId,
  kind: JobKind,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: Progress,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Counts by outcome, filled as the job goes; of things, where a line of the report stands for several. */
  outcomes: z.record(z.string(), z.number()),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  planId: PlanId.nullable(),
});
export type Job = z.infer<typeof Job>;

/** One file that an import would bring in. Names are relative to what was dropped; the window sees no paths. */
export const ImportPlanEntry = z.object({
  index: z.number(),
  name: z.string(),
  fileBytes: z.number(),
  /** Name of the reader that will take it; null when none does. */
  reader: z.string().nullable(),
  status: z.enum(['new', 'duplicate', 'unsupported', 'unreadable']),
  /** Title of the source that already holds these bytes, or why the file cannot be read. */
  note: z.string().nullable(),
  duplicateOf: SourceId.nullable(),
});
export type ImportPlanEntry = z.infer<typeof ImportPlanEntry>;

export const ImportPlanInfo = z.object({ id: PlanId, entries: z.array(ImportPlanEntry) });
export type ImportPlanInfo = z.infer<typeof ImportPlanInfo>;

export const HistoryState = z.object({
  /** In words, what undo takes back and what redo does again; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The number of the step that undo takes back, larger than those of all steps before it; null when there is none. */
  step: z.number().int().nullable(),
});
export type HistoryState = z.infer<typeof HistoryState>;

/** Where a locale of citations is asked for: the language that the style names itself. */
export const STYLE_LOCALE = 'style';

export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  readingSize: z.number().min(14).max(26),
  measure: z.number().min(50).max(90),
  /** Id of a style that `cite.styles` lists. */
  citationStyle: z.string().default('chicago-fullnote-bibliography'),
  /** BCP 47 tag of the words a citation uses: “and”, “page”; or AS_STYLE_SAYS. */
  citationLocale: z.string().default(STYLE_LOCALE),
  /** BCP 47 tags of the dictionaries that notes are checked against; none: no checking. */
  spelling: z.array(z.string()).default(['en-GB']),
  /** Sizes and visibility of panes, by the name the window gives them. */
  layout: z.record(z.string(), z.unknown()),
});
export type Preferences = z.infer<typeof Preferences>;

/** Recent archives by id; the path stays in the main process, only its last folder is told. */
export const RecentArchive = z.object({ id: z.string(), name: z.string(), place: z.string() });
export type RecentArchive = z.infer<typeof RecentArchive>;
