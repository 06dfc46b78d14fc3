/** Calls that read the original of a source again, with a character set that a person chooses. */
import { z } from 'zod';
import { AnchorReport, TextEdit } from './annotation-models.js';
import { type Call, change, query } from './call.js';
import { CharsetId } from './charsets.js';
import { SourceId, VersionId } from './ids.js';

/** A name of a set: an id of `CHARSETS`, or any label that the WHATWG Encoding Standard, IBM or Apple gave it. */
const charset = z.string().trim().min(1).max(60);

/** A range of a text. */
export const Excerpt = z.object({
  /** UTF-16 offset in the whole text. */
  start: z.number(),
  text: z.string(),
  /** UTF-16 units of the whole text. */
  length: z.number(),
});
export type Excerpt = z.infer<typeof Excerpt>;

export const RereadPreview = z.object({
  /** The current version: what would be replaced. */
  versionId: VersionId,
  /** What `charset` was taken to mean. */
  charset: CharsetId,
  /** Both from a little before the first place that differs; at most some 4,000 units of each. */
  before: Excerpt,
  after: Excerpt,
  /** Of the two excerpts; offsets in them. */
  edits: z.array(TextEdit),
  /** Whether not a character of the two texts differs. */
  isSame: z.boolean(),
  /** What the reader would say of the new text. */
  remarks: z.array(z.string()),
});
export type RereadPreview = z.infer<typeof RereadPreview>;

export const rereadCalls = {
  /** What `text.reread` would make; changes nothing. INVALID_INPUT for an unknown set, or a file that has none. */
  'text.previewReread': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId, charset }),
    output: RereadPreview,
    reads: ['texts'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'FILE_UNREADABLE'],
  }),
  /**
   * Makes a new version of the text from the original, and the current one of it; annotations are anchored again. The
   * description stays. One undo step. STALE when `versionId` is not the current version any more.
   */
  'text.reread': change({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      versionId: VersionId,
      charset,
      /** Empty: the name of the set is the reason. */
      reason: z.string().trim().max(2_000),
    }),
    output: z.object({ versionId: VersionId, charset: CharsetId, anchors: AnchorReport }),
    changes: ['texts', 'sources', 'annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE', 'FILE_UNREADABLE'],
  }),
} as const satisfies Record<string, Call>;
