/** Text versions and their structure. Offsets are UTF-16 code units, half-open. */
import { z } from 'zod';
import { SourceId, VersionId } from './ids.js';

/** `[start, end)` in UTF-16 units of a text version. */
export const Range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Range = z.infer<typeof Range>;

/** The same range as an object, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export const PageSpan = z.object({
  kind: z.literal('page'),
  start: z.number(),
  end: z.number(),
  pageIndex: z.number(),
  pageLabel: z.string(),
});
export type PageSpan = z.infer<typeof PageSpan>;

/**
 * Structure of a text version. Spans of one kind never overlap; each kind is in text order. Pages, blocks (`heading` to
 * `list-item`) and insets: words within a block that are not of the running text: drawn over it, inserted or deleted by a
 * tracked change, or standing beside it.
 */
export const Span = z.discriminatedUnion('kind', [
  PageSpan,
  z.object({ kind: z.literal('heading'), start: z.number(), end: z.number(), level: z.number().min(1).max(6) }),
  z.object({ kind: z.literal('paragraph'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('quotation'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('list-item'), start: z.number(), end: z.number() }),
  z.object({
    kind: z.literal('inset'),
    start: z.number(),
    end: z.number(),
    /**
     * What was written into a form, typed onto the page, or stamped on it; and of office documents what a change
     * inserted or deleted, and what stands beside the running text.
     */
    origin: z.enum([
      'form-field',
      'typed',
      'stamp',
      'insertion',
      'deletion',
      'comment',
      'note',
      'header',
      'footer',
      'text-box',
      'speaker-notes',
    ]),
  }),
]);
export type Span = z.infer<typeof Span>;
export type InsetSpan = Extract<Span, { kind: 'inset' }>;
export type BlockSpan = Exclude<Span, PageSpan | InsetSpan>;
export const isBlockSpan = (span: Span): span is BlockSpan => span.kind !== 'page' && span.kind !== 'inset';
export const isInsetSpan = (span: Span): span is InsetSpan => span.kind === 'inset';

/** `origin` of the empty text that a source has until somebody or something reads or writes one. */
export const NO_TEXT_ORIGIN = 'none';

export const VersionInfo = z.object({
  id: VersionId,
  createdAt: z.string(),
  /** What made it: `reader:text`, `reader:html`, `person`, `none` (no text yet), ... */
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

export const TextVersion = VersionInfo.extend({ sourceId: SourceId, text: z.string(), spans: z.array(Span) });
export type TextVersion = z.infer<typeof TextVersion>;
