/** What can be done with annotations. Each is one undo step; a failure has been announced when one answers false. */
import type {
  Annotation,
  AnnotationId,
  Colour,
  Region,
  SourceId,
  TagId,
  VersionId,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, perform } from '../../api/index.js';

export interface SourceRange {
  readonly sourceId: Annotation['sourceId'];
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
}

type AnnotationIds = readonly AnnotationId[];

export const annotationActions = {
  async create({ sourceId, versionId, start, end }: SourceRange, colour: Colour): Promise<Annotation | null> {
    const target = { kind: 'text' as const, versionId, start, end };
    const made = await perform('annotation.create', { sourceId, target, colour });
    return made.ok ? made.value : null;
  },
  async createRegion(sourceId: SourceId, region: Region, colour: Colour): Promise<Annotation | null> {
    const target = { kind: 'region' as const, region };
    const made = await perform('annotation.create', { sourceId, target, colour });
    return made.ok ? made.value : null;
  },
  async colour(ids: AnnotationIds, colour: Colour): Promise<boolean> {
    return (await perform('annotation.change', { ids: [...ids], change: { colour } })).ok;
  },
  async comment(id: AnnotationId, comment: string): Promise<boolean> {
    return (await perform('annotation.change', { ids: [id], change: { comment } })).ok;
  },
  async tag(ids: AnnotationIds, tagId: TagId): Promise<boolean> {
    return (await perform('annotation.tag', { ids: [...ids], add: [tagId] })).ok;
  },
  /** @param path what is missing of it is made. */
  async tagByPath(ids: AnnotationIds, path: string): Promise<boolean> {
    const tag = await perform('tag.ensure', { path });
    return tag.ok && annotationActions.tag(ids, tag.value.id);
  },
  async untag(ids: AnnotationIds, tagId: TagId): Promise<boolean> {
    return (await perform('annotation.tag', { ids: [...ids], remove: [tagId] })).ok;
  },
  async delete(ids: AnnotationIds): Promise<boolean> {
    const result = await perform('annotation.delete', { ids: [...ids] });
    if (result.ok)
      await announceUndoable(
        t('{count, plural, one {Annotation deleted} other {# annotations deleted}}', { count: ids.length }),
      );
    return result.ok;
  },
  async place(id: AnnotationId, { versionId, start, end }: SourceRange): Promise<boolean> {
    const result = await perform('annotation.place', { id, versionId, start, end });
    if (result.ok) await announceUndoable(t('Annotation placed'));
    return result.ok;
  },
} as const;
