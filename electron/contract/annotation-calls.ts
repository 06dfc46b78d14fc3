/** Calls about tags, text versions and annotations. */
import { z } from 'zod';
import * as a from './annotation-models.js';
import { type Call, CHANGE, call, MOST_A_PAGE, name, none, nothing, offset, sourceIds } from './call.js';
import { AnnotationId, SourceId, TagId, VersionId } from './ids.js';
import { LeftAside } from './left-aside.js';
import * as m from './models.js';

const annotationIds = z.array(AnnotationId).min(1).max(100_000);

export const annotationCalls = {
  /** In order of the tree: a parent before its children, siblings by name. */
  'tag.list': call({ audience: 'window', input: nothing, output: z.array(m.Tag), errors: ['NO_ARCHIVE'] }),
  'tag.create': call({
    audience: 'window',
    input: z.object({ name, parentId: TagId.nullable().default(null), colour: m.Colour.nullable().default(null) }),
    output: m.Tag,
    errors: ['INVALID_INPUT', 'NOT_FOUND', ...CHANGE],
  }),
  /** The tag at a path such as `Person/President`; what is missing of it is made, as one step of undo. */
  'tag.ensure': call({
    audience: 'window',
    input: z.object({ path: z.string().trim().min(1).max(2_000) }),
    output: m.Tag,
    errors: ['INVALID_INPUT', ...CHANGE],
  }),
  'tag.rename': call({
    audience: 'window',
    input: z.object({ id: TagId, name }),
    output: none,
    errors: ['NOT_FOUND', 'INVALID_INPUT', ...CHANGE],
  }),
  'tag.change': call({
    audience: 'window',
    input: z.object({
      id: TagId,
      change: z.object({ colour: m.Colour.nullable(), description: z.string().max(20_000) }).partial(),
    }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  /** Under another tag, with all that is below it. Refused when that would make a circle or a name is taken there. */
  'tag.move': call({
    audience: 'window',
    input: z.object({ id: TagId, parentId: TagId.nullable() }),
    output: none,
    errors: ['NOT_FOUND', 'INVALID_INPUT', ...CHANGE],
  }),
  /** What bears `id` bears `into` instead; its children go there too, and children of one name become one. */
  'tag.merge': call({
    audience: 'window',
    input: z.object({ id: TagId, into: TagId }),
    output: none,
    errors: ['NOT_FOUND', 'INVALID_INPUT', ...CHANGE],
  }),
  /** With all that is below it. */
  'tag.delete': call({
    audience: 'window',
    input: z.object({ id: TagId }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'tag.add': call({
    audience: 'window',
    input: z.object({ id: TagId, ids: sourceIds }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'tag.remove': call({
    audience: 'window',
    input: z.object({ id: TagId, ids: sourceIds }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),

  /** Without `versionId`, the current version of the source. */
  'text.get': call({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId.optional() }),
    output: m.TextVersion,
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),
  /** What the reader of a version did not take for text of the document, in the order of the original. */
  'text.leftAside': call({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId }),
    output: z.array(LeftAside),
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),
  /**
   * Makes a new version by hand, and the current one of it; pages and blocks go over from `versionId`, annotations are
   * anchored anew. One step of undo. STALE when `versionId` is not the current version any more.
   */
  'text.correct': call({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      versionId: VersionId,
      text: z.string().min(1).max(50_000_000),
      reason: z.string().trim().max(2_000),
    }),
    output: z.object({ versionId: VersionId, anchors: a.AnchorReport }),
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE', ...CHANGE],
  }),
  'text.makeCurrent': call({
    audience: 'window',
    input: z.object({ sourceId: SourceId, versionId: VersionId }),
    output: z.object({ anchors: a.AnchorReport }),
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'text.compare': call({
    audience: 'window',
    input: z.object({ sourceId: SourceId, from: VersionId, to: VersionId }),
    output: z.object({ edits: z.array(a.TextEdit) }),
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),

  'annotation.create': call({
    audience: 'window',
    input: z.object({
      sourceId: SourceId,
      target: a.NewTarget,
      colour: m.Colour.default(1),
      comment: a.Comment.default(''),
      tagIds: z.array(TagId).max(200).default([]),
    }),
    output: a.Annotation,
    errors: ['NOT_FOUND', 'INVALID_INPUT', ...CHANGE],
  }),
  'annotation.get': call({
    audience: 'window',
    input: z.object({ id: AnnotationId }),
    output: a.Annotation,
    errors: ['NO_ARCHIVE', 'NOT_FOUND'],
  }),
  'annotation.list': call({
    audience: 'window',
    input: z.object({
      filter: a.AnnotationFilter,
      sort: a.AnnotationSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(MOST_A_PAGE['annotation.list']),
    }),
    output: z.object({ total: z.number(), annotations: z.array(a.Annotation) }),
    errors: ['NO_ARCHIVE'],
  }),
  /** One step of undo for all of them. */
  'annotation.change': call({
    audience: 'window',
    input: z.object({
      ids: annotationIds,
      change: z.object({ colour: m.Colour, comment: a.Comment }).partial(),
    }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'annotation.tag': call({
    audience: 'window',
    input: z.object({
      ids: annotationIds,
      add: z.array(TagId).max(200).default([]),
      remove: z.array(TagId).max(200).default([]),
    }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  'annotation.delete': call({
    audience: 'window',
    input: z.object({ ids: annotationIds }),
    output: none,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
  /** A person says where the passage is in the current version. STALE when `versionId` is not the current one. */
  'annotation.place': call({
    audience: 'window',
    input: z.object({ id: AnnotationId, versionId: VersionId, start: offset, end: offset }),
    output: a.Annotation,
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'STALE', ...CHANGE],
  }),
  /**
   * Anchors every annotation of a source anew in the current version, from where it is certain: where it was made or a
   * person placed it. What was made or placed in this version stays. One step of undo.
   */
  'annotation.reanchor': call({
    audience: 'window',
    input: z.object({ sourceId: SourceId }),
    output: a.AnchorReport,
    errors: ['NOT_FOUND', ...CHANGE],
  }),
} as const satisfies Record<string, Call>;
