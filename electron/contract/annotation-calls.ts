/** Calls about tags, text versions and annotations. */
import { z } from 'zod';
import * as a from './annotation-models.js';
import { type Call, change, MAX_PAGE_ROWS, name, noInput, none, offset, query, sourceIds } from './call.js';
import { AnnotationId, SourceId, TagId, VersionId } from './ids.js';
import { LeftAside } from './left-aside.js';
import { ProofreadPage } from './page-models.js';
import { Colour, Tag } from './tag-models.js';
import { PageSpan, TextVersion } from './text-models.js';

const annotationIds = z.array(AnnotationId).min(1).max(100_000);

export const annotationCalls = {
  /** In order of the tree: a parent before its children, siblings by name. */
  'tag.list': query({
    audience: 'window',
    input: noInput,
    output: z.array(Tag),
    reads: ['sources', 'tags', 'annotations'],
  }),
  'tag.create': change({
    audience: 'window',
    input: z.object({ name, parentId: TagId.nullable().default(null), colour: Colour.nullable().default(null) }),
    output: Tag,
    changes: ['tags', 'sources'],
    errors: ['INVALID_INPUT', 'NOT_FOUND'],
  }),
  /** The tag at a path such as `Person/President`; what is missing of it is made, as one undo step. */
  'tag.ensure': change({
    audience: 'window',
    input: z.object({ path: z.string().trim().min(1).max(2_000) }),
    output: Tag,
    changes: ['tags', 'sources'],
    errors: ['INVALID_INPUT'],
  }),
  'tag.rename': change({
    audience: 'window',
    input: z.object({ id: TagId, name }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'tag.change': change({
    audience: 'window',
    input: z.object({
      id: TagId,
      change: z.object({ colour: Colour.nullable(), description: z.string().max(20_000) }).partial(),
    }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND'],
  }),
  /** Under another tag, with all that is below it. Refused when that would make a circle or a name is taken there. */
  'tag.move': change({
    audience: 'window',
    input: z.object({ id: TagId, parentId: TagId.nullable() }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  /** What bears `id` bears `into` instead; its children go there too, and children of one name become one. */
  'tag.merge': change({
    audience: 'window',
    input: z.object({ id: TagId, into: TagId }),
    output: none,
    changes: ['tags', 'sources', 'annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  /** With all that is below it. */
  'tag.delete': change({
    audience: 'window',
    input: z.object({ id: TagId }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND'],
  }),
  'tag.add': change({
    audience: 'window',
    input: z.object({ id: TagId, ids: sourceIds }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND'],
  }),
  'tag.remove': change({
    audience: 'window',
    input: z.object({ id: TagId, ids: sourceIds }),
    output: none,
    changes: ['tags', 'sources'],
    errors: ['NOT_FOUND'],
  }),

  /** Without `versionId`, the current version of the source. */
  'text.get': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId.optional() }),
    output: TextVersion,
    reads: ['texts'],
    errors: ['NOT_FOUND'],
  }),
  /** What the reader of a version did not take for text of the document, in the order of the original. */
  'text.leftAside': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId }),
    output: z.array(LeftAside),
    reads: ['texts'],
    errors: ['NOT_FOUND'],
  }),
  /**
   * Makes a new version by hand, and the current one of it; pages and blocks go over from `versionId`, annotations are
   * anchored again. One undo step. STALE when `versionId` is not the current version any more.
   */
  'text.correct': change({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      versionId: VersionId,
      text: z.string().min(1).max(50_000_000),
      reason: z.string().trim().max(2_000),
      /** Where the pages of the new text are, in text order; left out: those of `versionId` go over. */
      pages: z.array(PageSpan).max(20_000).optional(),
      /**
       * Where its words are on the pages that were read by OCR, each of those pages once. The text may then be the same:
       * that a person has seen a word is a change too.
       */
      words: z.array(ProofreadPage).max(20_000).optional(),
    }),
    output: z.object({ versionId: VersionId, anchors: a.AnchorReport }),
    changes: ['texts', 'sources', 'annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),
  'text.makeCurrent': change({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId }),
    output: z.object({ anchors: a.AnchorReport }),
    changes: ['texts', 'sources', 'annotations'],
    errors: ['NOT_FOUND'],
  }),
  'text.compare': query({
    audience: 'window',
    input: z.object({ sourceId: SourceId, from: VersionId, to: VersionId }),
    output: z.object({ edits: z.array(a.TextEdit) }),
    reads: ['texts'],
    errors: ['NOT_FOUND'],
  }),

  'annotation.create': change({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      target: a.NewTarget,
      colour: Colour.default(1),
      comment: a.Comment.default(''),
      tagIds: z.array(TagId).max(200).default([]),
    }),
    output: a.Annotation,
    changes: ['annotations', 'tags'],
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  }),
  'annotation.get': query({
    audience: 'window',
    input: z.object({ id: AnnotationId }),
    output: a.Annotation,
    reads: ['tags', 'texts', 'annotations'],
    errors: ['NOT_FOUND'],
  }),
  'annotation.list': query({
    audience: 'window',
    input: z.object({
      filter: a.AnnotationFilter,
      sort: a.AnnotationSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS['annotation.list']),
    }),
    output: z.object({ total: z.number(), annotations: z.array(a.Annotation) }),
    reads: ['sources', 'tags', 'texts', 'annotations'],
  }),
  /** One undo step for all of them. */
  'annotation.change': change({
    audience: 'window',
    input: z.object({
      ids: annotationIds,
      change: z.object({ colour: Colour, comment: a.Comment }).partial(),
    }),
    output: none,
    changes: ['annotations'],
    errors: ['NOT_FOUND'],
  }),
  'annotation.tag': change({
    audience: 'window',
    input: z.object({
      ids: annotationIds,
      add: z.array(TagId).max(200).default([]),
      remove: z.array(TagId).max(200).default([]),
    }),
    output: none,
    changes: ['annotations', 'tags'],
    errors: ['NOT_FOUND'],
  }),
  'annotation.delete': change({
    audience: 'window',
    input: z.object({ ids: annotationIds }),
    output: none,
    changes: ['annotations', 'tags'],
    errors: ['NOT_FOUND'],
  }),
  /** A person says where the passage is in the current version. STALE when `versionId` is not the current one. */
  'annotation.place': change({
    audience: 'window',
    input: z.object({ id: AnnotationId, versionId: VersionId, start: offset, end: offset }),
    output: a.Annotation,
    changes: ['annotations'],
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE'],
  }),
  /**
   * Anchors every annotation of a source again in the current version, from where it is certain: where it was made or a
   * person placed it. What was made or placed in this version stays. One undo step.
   */
  'annotation.reanchor': change({
    audience: 'window',
    input: z.object({ sourceId: SourceId }),
    output: a.AnchorReport,
    changes: ['annotations'],
    errors: ['NOT_FOUND'],
  }),
} as const satisfies Record<string, Call>;
