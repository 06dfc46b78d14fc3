/**
 * Annotations that were deleted here and come back with a file. What one was made on stays as it is; all that was said
 * of it since, with its tags and anchors, is what the file says. Undo brings back what was here before, deleted as it was.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import type { AnnotationId, Colour, Region, SourceId, TagId, VersionId } from '../contract/index.js';
import type { AnchorRow, AnchorStore } from './anchor-store.js';
import { filterKey, type NewAnnotationRecord } from './annotation-store.js';

interface ImportedAnnotationRow {
  sourceId: SourceId;
  versionId: VersionId | null;
  startAt: number | null;
  endAt: number | null;
  exact: string;
  prefix: string;
  suffix: string;
  region: string | null;
  colour: Colour;
  comment: string;
  who: string;
  createdAt: string;
  changedAt: string;
  deletedAt: string | null;
}
/** As the journal keeps it. */
interface ImportedAnnotationState
  extends Pick<ImportedAnnotationRow, 'colour' | 'comment' | 'who' | 'createdAt' | 'changedAt' | 'deletedAt'> {
  readonly tagIds: readonly TagId[];
  readonly anchors: readonly AnchorRow[];
}

const ROW = `SELECT source_id AS sourceId, version_id AS versionId, start_at AS startAt, end_at AS endAt, exact, prefix,
  suffix, region, colour, comment, who, created_at AS createdAt, changed_at AS changedAt, deleted_at AS deletedAt
  FROM annotation WHERE id = :id`;
const SET = `UPDATE annotation SET colour = :colour, comment = :comment, text_key = :textKey, who = :who,
  created_at = :createdAt, changed_at = :changedAt, deleted_at = :deletedAt WHERE id = :id`;
const TAGS = `SELECT tag_id AS tagId FROM annotation_tag WHERE annotation_id = :id ORDER BY tag_id`;
const DROP_TAGS = `DELETE FROM annotation_tag WHERE annotation_id = :id`;
const ADD_TAG = `INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (:id, :tagId)`;

export type ImportedAnnotationStore = ReturnType<typeof createImportedAnnotationStore>;

export function createImportedAnnotationStore(
  { database, history }: Pick<Archive, 'database' | 'history'>,
  anchors: AnchorStore,
) {
  const read = (id: AnnotationId): ImportedAnnotationRow | undefined =>
    database.prepare<ImportedAnnotationRow>(ROW).get({ id });

  const stateOf = (id: AnnotationId, row: ImportedAnnotationRow): ImportedAnnotationState => {
    const { colour, comment, who, createdAt, changedAt, deletedAt } = row;
    const tagIds = database.prepare<{ tagId: TagId }>(TAGS).all({ id });
    return {
      colour,
      comment,
      who,
      createdAt,
      changedAt,
      deletedAt,
      tagIds: tagIds.map(({ tagId }) => tagId),
      anchors: anchors.of(id),
    };
  };

  const set = (
    id: AnnotationId,
    { exact }: ImportedAnnotationRow,
    { tagIds, anchors: rows, ...content }: ImportedAnnotationState,
  ): void => {
    database.prepare(SET).run({ id, ...content, textKey: filterKey(`${exact} ${content.comment}`) });
    database.prepare(DROP_TAGS).run({ id });
    for (const tagId of tagIds) database.prepare(ADD_TAG).run({ id, tagId });
    anchors.forget(id);
    anchors.begin(rows);
  };

  history.register('annotation.taken', (subjectId, state) => {
    const id = subjectId as AnnotationId;
    const row = read(id);
    if (!row) throw new Error('An annotation of the journal is not in the archive');
    set(id, row, state as ImportedAnnotationState);
    // Another text may have become the current one since.
    if ((state as ImportedAnnotationState).deletedAt === null) anchors.closeGap(id);
    return { scopes: ['annotations', 'tags'], sourceIds: [row.sourceId] };
  });

  return {
    /** Who has an id: nobody, a live annotation, a deleted one of this very target, or a deleted one of another. */
    ownerOf: (
      id: AnnotationId,
      { sourceId, words, region }: Pick<NewAnnotationRecord, 'sourceId' | 'words' | 'region'>,
    ) => {
      const row = read(id);
      if (!row) return 'nobody';
      if (row.deletedAt === null) return 'live';
      const { exact = '', prefix = '', suffix = '' } = words?.quote ?? {};
      const isSame =
        row.sourceId === sourceId &&
        row.versionId === (words?.versionId ?? null) &&
        row.startAt === (words?.start ?? null) &&
        row.endAt === (words?.end ?? null) &&
        row.exact === exact &&
        row.prefix === prefix &&
        row.suffix === suffix &&
        sameRegion(row.region, region);
      return isSame ? 'deleted' : 'deleted-other';
    },
    /** Inside the caller's step: makes a deleted annotation of the same target live, as the record says. */
    revive: (
      { id, colour, comment, tagIds, who, createdAt, changedAt }: NewAnnotationRecord,
      rows: readonly AnchorRow[],
    ): JournalChange => {
      const row = read(id);
      if (!row) throw new Error('There is no annotation to bring back');
      const before = stateOf(id, row);
      const content = { colour, comment, who, createdAt, changedAt, deletedAt: null };
      const after: ImportedAnnotationState = { ...content, tagIds: [...tagIds].sort(), anchors: rows };
      set(id, row, after);
      return { kind: 'annotation.taken', subjectId: id, before, after };
    },
  };
}

function sameRegion(stored: string | null, region: Region | null): boolean {
  if (stored === null || region === null) return stored === null && region === null;
  const known = JSON.parse(stored) as Region;
  const keys = ['sha256', 'pageIndex', 'x', 'y', 'width', 'height'] as const;
  return keys.every((key) => known[key] === region[key]);
}
