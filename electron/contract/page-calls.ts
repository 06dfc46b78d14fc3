/** Calls of pages as images: what they are, how they are looked at, how files are gathered into sources. */
import { z } from 'zod';
import { type Call, change, none, query } from './call.js';
import { SourceId, VersionId } from './ids.js';
import { ArrangedSource, GatheredSource, Page, PageKey, PageViewChange, PageWords } from './page-models.js';

/** So many sources may be asked for at once with their pages. */
export const MAX_GATHERED = 100;

export const pageCalls = {
  /** In order; empty for a source whose originals have no pages. The first answer for an original may take seconds. */
  'page.list': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId }),
    output: z.array(Page),
    reads: ['sources'],
    errors: ['NOT_FOUND'],
  }),
  /** In the order in which they were asked for; those that are gone or in the bin are left out. */
  'page.ofSources': query({
    audience: 'window',
    input: z.object({ sourceIds: z.array(SourceId).min(1).max(MAX_GATHERED) }),
    output: z.array(GatheredSource),
    reads: ['sources'],
  }),
  /** What is given changes, for each of the pages; the rest of their views stays. One undo step. */
  'page.setView': change({
    audience: 'window',
    input: z.object({ pages: z.array(PageKey).min(1).max(5_000), view: PageViewChange }),
    output: none,
    changes: ['sources'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  /**
   * Combines, parts and reorders: every original of every source that is named goes to exactly one place. A source that
   * gives all of them away goes to the bin. Texts go along page by page, as new versions, and regions with their pages. A
   * new source has description, collections and tags of the first one that its originals come from. One undo step.
   * INVALID_INPUT when an original is named twice or not at all, or when marks or citations would lose the words they
   * stand on; STALE when one of the sources was changed meanwhile.
   */
  'page.arrange': change({
    audience: 'window',
    input: z.object({ sources: z.array(ArrangedSource).min(1).max(2_000) }),
    /** As they were asked for. */
    output: z.object({ sourceIds: z.array(SourceId) }),
    changes: ['archive', 'sources', 'collections', 'tags', 'texts', 'annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),
  /** Where the words of a text version are on its pages; empty for a version that was not read from images. */
  'page.words': query({
    audience: 'window',
    input: z.object({ versionId: VersionId }),
    output: z.array(PageWords),
    reads: ['texts'],
    errors: ['NOT_FOUND'],
  }),
  /** A page as an image, for the `original:` protocol: drawn once and kept when it is small. */
  'page.draw': query({
    audience: 'trusted',
    input: PageKey.extend({
      /** The longer side, in pixels; a page is never made larger. Left out: as large as it is. */
      fit: z.number().int().min(16).max(12_000).optional(),
      /** Left out: as the page is kept to be looked at. `plain`: upright, and nothing else. */
      view: z.union([PageViewChange, z.literal('plain')]).optional(),
    }),
    output: z.object({
      mediaType: z.string(),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      width: z.number(),
      height: z.number(),
    }),
    reads: ['sources'],
    errors: ['NOT_FOUND', 'FILE_UNREADABLE', 'INVALID_INPUT'],
  }),
} as const satisfies Record<string, Call>;
