/**
 * Annotations and their anchors, after the W3C Web Annotation model. Offsets here are UTF-16 and half-open; code
 * points are counted only where a file crosses the border.
 */
import { z } from 'zod';
import { AnnotationId, Sha256, SourceId, TagId, VersionId } from './ids.js';
import { Colour } from './tag-models.js';

const offset = z.number().int().nonnegative();

/** Markdown. */
export const Comment = z.string().max(100_000);

/** W3C TextQuoteSelector: the words themselves and up to 32 characters (code points) on either side. */
export const QuoteSelector = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type QuoteSelector = z.infer<typeof QuoteSelector>;

export const fraction = z.number().min(0).max(1);
/** A rectangle of a page image, in fractions of its width and height from the upper left corner. */
export const Region = z.object({
  /** The original that the page is of. */
  sha256: Sha256,
  pageIndex: z.number().int().min(0),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
});
export type Region = z.infer<typeof Region>;

/** Where a new annotation is to be made. */
export const NewTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), versionId: VersionId, start: offset, end: offset }),
  z.object({ kind: z.literal('region'), region: Region }),
]);
export type NewTarget = z.infer<typeof NewTarget>;

/** What an annotation was made on. Never changes. */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), versionId: VersionId, start: offset, end: offset, quote: QuoteSelector }),
  z.object({ kind: z.literal('region'), region: Region }),
]);
export type Target = z.infer<typeof Target>;

/**
 * How an anchor was found: `made` on this very version, projected through an `alignment` of the two texts, found by its
 * `quote`, or set by a `person`.
 */
export const AnchorMethod = z.enum(['made', 'alignment', 'quote', 'person']);
export type AnchorMethod = z.infer<typeof AnchorMethod>;

/** A place where the passage might be, best first. */
export const ReviewCandidate = z.object({
  start: offset,
  end: offset,
  text: z.string(),
  pageLabel: z.string().nullable(),
  /** 0 to 1: how well words and context agree. */
  score: z.number(),
  /** 0 to 1: how alike the words themselves are. */
  similarity: z.number(),
});
export type ReviewCandidate = z.infer<typeof ReviewCandidate>;

/** Where an annotation of words is in one text version. */
export const Anchor = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('placed'),
    versionId: VersionId,
    start: offset,
    end: offset,
    method: AnchorMethod,
    /** 0 to 1, as in `ReviewCandidate`; 1 for those made here or set by a person. */
    score: z.number(),
    similarity: z.number(),
  }),
  /** An orphan until a person decides: shown in the tray, never moved by itself. */
  z.object({
    state: z.literal('review'),
    versionId: VersionId,
    /** Why it could not be placed, in a sentence. */
    reason: z.string(),
    candidates: z.array(ReviewCandidate),
  }),
]);
export type Anchor = z.infer<typeof Anchor>;

export const Annotation = z.object({
  id: AnnotationId,
  sourceId: SourceId,
  sourceTitle: z.string(),
  target: Target,
  /** In the current version of the source; null for a region. */
  anchor: Anchor.nullable(),
  /** What is printed on the page where it is; null when the text has no pages. */
  pageLabel: z.string().nullable(),
  colour: Colour,
  comment: Comment,
  tagIds: z.array(TagId),
  who: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationFilter = z.object({
  sourceId: SourceId.optional(),
  /** Annotations that bear this tag or one below it. */
  tagId: TagId.optional(),
  colour: Colour.optional(),
  /** In quotation or comment, whatever case and accents. */
  contains: z.string().max(2_000).optional(),
  state: z.enum(['placed', 'review', 'region']).optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** `place`: by source (date, title), then in reading order; `changed`: the latest first. */
export const AnnotationSort = z.enum(['place', 'changed']);
export type AnnotationSort = z.infer<typeof AnnotationSort>;

/** What became of the annotations of a source when another text version became the current one. */
export const AnchorReport = z.object({
  /** At the same offsets, or moved with their words and nothing else. */
  placed: z.number(),
  /** Found by their quotation. */
  found: z.number(),
  review: z.number(),
});
export type AnchorReport = z.infer<typeof AnchorReport>;

/** A piece of a comparison of two texts: the same in both, only in the one, or only in the other. */
export const TextEdit = z.object({
  kind: z.enum(['same', 'removed', 'added']),
  /** In the text compared from; empty range for `added`. */
  from: z.tuple([offset, offset]),
  /** In the text compared to; empty range for `removed`. */
  to: z.tuple([offset, offset]),
});
export type TextEdit = z.infer<typeof TextEdit>;
