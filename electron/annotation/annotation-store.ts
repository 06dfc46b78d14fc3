/**
 * The rows of annotations and of the tags they bear. What an annotation was made on never changes; a deleted one keeps
 * its rows, so that undo finds it. Every change here runs inside the caller's step and says how it is undone.
 */
import { type Archive, foldedKey, type JournalChange } from '../archive/index.js';
import {
  type AnnotationId,
  type Colour,
  FondsError,
  type QuoteSelector,
  type Region,
  type Sha256,
  type SourceId,
  type TagId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';

export interface AnnotationRecord {
  readonly id: AnnotationId;
  readonly sourceId: SourceId;
  /** Null for a region. */
  readonly versionId: VersionId | null;
  readonly exact: string;
  readonly colour: Colour;
  readonly comment: string;
  readonly changedAt: string;
}

/** A row to be: words with their quotation, or a region. */
export interface NewAnnotationRecord {
  readonly id: AnnotationId;
  readonly sourceId: SourceId;
  readonly words: {
    readonly versionId: VersionId;
    readonly start: number;
    readonly end: number;
    readonly quote: QuoteSelector;
  } | null;
  readonly region: Region | null;
  readonly colour: Colour;
  readonly comment: string;
  readonly tagIds: readonly TagId[];
  readonly who: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface AnnotationChange {
  readonly colour?: Colour | undefined;
  readonly comment?: string | undefined;
}

/** In the journal: what the annotation says on either side, with the time that goes with it. */
type AnnotationChangeState = AnnotationChange & { readonly changedAt: string };
/** In the journal, of a tag: these annotations bear it, or these do not; others are left alone. */
interface AnnotationTagState {
  readonly in?: readonly AnnotationId[];
  readonly out?: readonly AnnotationId[];
}

const RECORD = `SELECT id, source_id AS sourceId, version_id AS versionId, exact, colour, comment, changed_at AS changedAt
  FROM annotation WHERE id = :id AND deleted_at IS NULL`;
const EXISTS = `SELECT 1 AS yes FROM annotation WHERE id = :id`;
const INSERT = `INSERT INTO annotation (id, source_id, version_id, start_at, end_at, exact, prefix, suffix, region, colour,
  comment, text_key, who, created_at, changed_at, deleted_at)
  VALUES (:id, :sourceId, :versionId, :startAt, :endAt, :exact, :prefix, :suffix, :region, :colour,
  :comment, :textKey, :who, :createdAt, :changedAt, NULL)`;
const SET_DELETED = `UPDATE annotation SET deleted_at = :at WHERE id = :id`;
const SOURCE_OF = `SELECT source_id AS sourceId FROM annotation WHERE id = :id`;
const REGIONS = `SELECT id, region FROM annotation WHERE source_id = :sourceId AND region IS NOT NULL`;
const SET_SOURCE = `UPDATE annotation SET source_id = :sourceId WHERE id = :id`;
const SET_SAID = `UPDATE annotation SET colour = :colour, comment = :comment, text_key = :textKey, changed_at = :changedAt
  WHERE id = :id`;
const ADD_TAG = `INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (:id, :tagId) ON CONFLICT DO NOTHING`;
const REMOVE_TAG = `DELETE FROM annotation_tag WHERE annotation_id = :id AND tag_id = :tagId`;

/** What the filter line looks into: case, accents and the breaks of lines make no difference. */
export const filterKey = (text: string): string => foldedKey(text).replace(/\s+/g, ' ');

export type AnnotationStore = ReturnType<typeof createAnnotationStore>;

/** @param live called inside the transaction when undo or redo makes this annotation live again. */
export function createAnnotationStore(
  { database, history }: Pick<Archive, 'database' | 'history'>,
  now: () => Date,
  live: (id: AnnotationId) => void,
) {
  const record = (id: AnnotationId): AnnotationRecord => {
    const row = database.prepare<AnnotationRecord>(RECORD).get({ id });
    if (!row) throw new FondsError('NOT_FOUND', t('There is no annotation {id} in this archive.', { id }), { id });
    return row;
  };

  const setSaid = (
    row: AnnotationRecord,
    { colour = row.colour, comment = row.comment, changedAt }: AnnotationChangeState,
  ) => {
    const key = filterKey(`${row.exact} ${comment}`);
    database.prepare(SET_SAID).run({ id: row.id, colour, comment, textKey: key, changedAt });
  };

  history.register('annotation.exists', (subjectId, state) => {
    const { exists } = state as { exists: boolean };
    database.prepare(SET_DELETED).run({ id: subjectId, at: exists ? null : now().toISOString() });
    const { sourceId } = database.prepare<{ sourceId: SourceId }>(SOURCE_OF).get({ id: subjectId }) ?? {};
    if (exists) live(subjectId as AnnotationId);
    return { scopes: ['annotations', 'tags'], sourceIds: sourceId ? [sourceId] : [] };
  });
  history.register('annotation.source', (subjectId, state) => {
    const { sourceId } = state as { sourceId: SourceId };
    const before = database.prepare<{ sourceId: SourceId }>(SOURCE_OF).get({ id: subjectId });
    database.prepare(SET_SOURCE).run({ id: subjectId, sourceId });
    return { scopes: ['annotations'], sourceIds: before ? [before.sourceId, sourceId] : [sourceId] };
  });
  history.register('annotation.change', (subjectId, state) => {
    const row = record(subjectId as AnnotationId);
    setSaid(row, state as AnnotationChangeState);
    return { scopes: ['annotations'], sourceIds: [row.sourceId] };
  });
  history.register('annotation.tags', (tagId, state) => {
    const { in: bearing = [], out: without = [] } = state as AnnotationTagState;
    for (const id of bearing) database.prepare(ADD_TAG).run({ id, tagId });
    for (const id of without) database.prepare(REMOVE_TAG).run({ id, tagId });
    const sources = [...bearing, ...without].flatMap(
      (id) => database.prepare<{ sourceId: SourceId }>(SOURCE_OF).get({ id })?.sourceId ?? [],
    );
    return { scopes: ['annotations', 'tags'], sourceIds: [...new Set(sources)] };
  });

  return {
    /** A live one. @throws FondsError NOT_FOUND. */
    record,
    /** Whether the id was ever used, also by one that is deleted. */
    exists: (id: AnnotationId): boolean => database.prepare(EXISTS).get({ id }) !== undefined,

    /** Inside the caller's step. */
    insert: ({ words, region, tagIds, ...row }: NewAnnotationRecord): JournalChange => {
      const quote = words?.quote ?? { exact: '', prefix: '', suffix: '' };
      database.prepare(INSERT).run({
        ...row,
        ...quote,
        versionId: words?.versionId ?? null,
        startAt: words?.start ?? null,
        endAt: words?.end ?? null,
        region: region ? JSON.stringify(region) : null,
        textKey: filterKey(`${quote.exact} ${row.comment}`),
      });
      for (const tagId of tagIds) database.prepare(ADD_TAG).run({ id: row.id, tagId });
      const after = { exists: true, sourceId: row.sourceId };
      return { kind: 'annotation.exists', subjectId: row.id, before: { exists: false }, after };
    },

    /** Inside the caller's step. */
    remove: (row: AnnotationRecord): JournalChange => {
      database.prepare(SET_DELETED).run({ id: row.id, at: now().toISOString() });
      const before = { exists: true, sourceId: row.sourceId };
      return { kind: 'annotation.exists', subjectId: row.id, before, after: { exists: false } };
    },

    /** Inside the caller's step. @param at ISO 8601. @returns null when it says all that already. */
    change: (row: AnnotationRecord, { colour = row.colour, comment = row.comment }: AnnotationChange, at: string) => {
      const before: Record<string, unknown> = {};
      const after: Record<string, unknown> = {};
      if (colour !== row.colour) [before.colour, after.colour] = [row.colour, colour];
      if (comment !== row.comment) [before.comment, after.comment] = [row.comment, comment];
      if (Object.keys(after).length === 0) return null;
      setSaid(row, { colour, comment, changedAt: at });
      const change: JournalChange = {
        kind: 'annotation.change',
        subjectId: row.id,
        before: { ...before, changedAt: row.changedAt },
        after: { ...after, changedAt: at },
      };
      return change;
    },

    /** Inside the caller's step: regions of a source go to the source that has their original; deleted ones too. */
    moveRegions: (from: SourceId, receiverOf: (sha256: Sha256) => SourceId): JournalChange[] =>
      database
        .prepare<{ id: AnnotationId; region: string }>(REGIONS)
        .all({ sourceId: from })
        .flatMap(({ id, region }): JournalChange[] => {
          const sourceId = receiverOf((JSON.parse(region) as Region).sha256);
          if (sourceId === from) return [];
          database.prepare(SET_SOURCE).run({ id, sourceId });
          return [{ kind: 'annotation.source', subjectId: id, before: { sourceId: from }, after: { sourceId } }];
        }),

    /** Inside the caller's step. @returns null when all of them were there already. */
    moveTag: (tagId: TagId, ids: readonly AnnotationId[], side: 'in' | 'out'): JournalChange | null => {
      const statement = database.prepare(side === 'in' ? ADD_TAG : REMOVE_TAG);
      const moved = ids.filter((id) => statement.run({ id, tagId }) > 0);
      if (moved.length === 0) return null;
      const [before, after] = side === 'in' ? [{ out: moved }, { in: moved }] : [{ in: moved }, { out: moved }];
      return { kind: 'annotation.tags', subjectId: tagId, before, after };
    },
  };
}
