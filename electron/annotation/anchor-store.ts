/**
 * Where annotations of words are in each text version: one row for each annotation and version. Every live annotation
 * has a row for the current version of its source; a gap that another room leaves is closed in the same transaction by
 * a row that asks for review, never by a guess. Rows go in and out inside the caller's step and say how that is undone.
 */
import type { Archive, JournalChange } from '../archive/index.js';
import type {
  AnchorMethod,
  AnchorReport,
  AnnotationId,
  ReviewCandidate,
  SourceId,
  VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';

/** A candidate without what is read from the version when it is shown. */
export type StoredCandidate = Omit<ReviewCandidate, 'pageLabel'>;

export interface AnchorKey {
  readonly annotationId: AnnotationId;
  readonly versionId: VersionId;
}
export type AnchorRow = AnchorKey &
  (
    | {
        readonly state: 'placed';
        readonly start: number;
        readonly end: number;
        readonly method: AnchorMethod;
        readonly score: number;
        readonly similarity: number;
      }
    | { readonly state: 'review'; readonly reason: string; readonly candidates: readonly StoredCandidate[] }
  );

/**
 * Where an annotation was made, or where a person put it. Of one that came in a file with a quotation only, where that
 * was found in the text it was imported into: nothing is more certain of it.
 */
export interface CertainAnchor extends AnchorKey {
  readonly start: number;
  readonly end: number;
  readonly method: 'made' | 'person' | 'quote';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** As stored, and as the journal keeps it; null: there is no row. */
interface AnchorColumns {
  readonly state: AnchorRow['state'];
  readonly start: number | null;
  readonly end: number | null;
  readonly method: AnchorMethod | null;
  readonly score: number | null;
  readonly similarity: number | null;
  readonly reason: string;
  readonly candidates: string;
}
interface AnchorState extends AnchorKey {
  readonly row: AnchorColumns | null;
}

/** Why an annotation is in review that no room looked for. */
export const NOT_PROJECTED = t('This passage has not been looked for in this text yet. Anchor the annotations anew.');

/** Rows of one change of the journal; a correction of a much annotated source writes several. */
const ROWS_A_CHANGE = 1_000;

const COLUMNS = `an.state AS state, an.start_at AS start, an.end_at AS end, an.method AS method, an.score AS score,
  an.similarity AS similarity, an.reason AS reason, an.candidates AS candidates`;
const KEY = `an.annotation_id AS annotationId, an.version_id AS versionId`;
const ONE = `SELECT ${KEY}, ${COLUMNS} FROM anchor an WHERE an.annotation_id = :annotationId AND an.version_id = :versionId`;
const OF_ANNOTATION = `SELECT ${KEY}, ${COLUMNS} FROM anchor an WHERE an.annotation_id = :annotationId`;
const PUT = `INSERT INTO anchor (annotation_id, version_id, state, start_at, end_at, method, score, similarity, reason, candidates)
  VALUES (:annotationId, :versionId, :state, :start, :end, :method, :score, :similarity, :reason, :candidates)
  ON CONFLICT (annotation_id, version_id) DO UPDATE SET state = excluded.state, start_at = excluded.start_at,
  end_at = excluded.end_at, method = excluded.method, score = excluded.score, similarity = excluded.similarity,
  reason = excluded.reason, candidates = excluded.candidates`;
const DROP = `DELETE FROM anchor WHERE annotation_id = :annotationId AND version_id = :versionId`;
const FORGET = `DELETE FROM anchor WHERE annotation_id = :annotationId`;
const CERTAIN = `SELECT ${KEY}, an.start_at AS start, an.end_at AS end, an.method AS method, a.exact AS exact,
  a.prefix AS prefix, a.suffix AS suffix FROM annotation a JOIN anchor an ON an.annotation_id = a.id
  WHERE a.source_id = :sourceId AND a.deleted_at IS NULL
  AND (an.method IN ('made', 'person') OR (an.method = 'quote' AND an.version_id = a.version_id))`;
const ANCHORED = `SELECT an.annotation_id AS annotationId, an.state AS state, an.method AS method
  FROM annotation a JOIN anchor an ON an.annotation_id = a.id
  WHERE a.source_id = :sourceId AND a.deleted_at IS NULL AND an.version_id = :versionId`;
const GAPS = `INSERT INTO anchor (annotation_id, version_id, state, reason)
  SELECT a.id, c.version_id, 'review', :reason FROM annotation a JOIN current_version c ON c.source_id = a.source_id
  WHERE a.deleted_at IS NULL AND a.region IS NULL
  AND NOT EXISTS (SELECT 1 FROM anchor an WHERE an.annotation_id = a.id AND an.version_id = c.version_id)`;
const CLOSE_GAPS = `${GAPS} AND a.source_id IN (SELECT value FROM json_each(:sourceIds))`;
const CLOSE_GAP = `${GAPS} AND a.id = :annotationId`;

const columnsOf = (row: AnchorRow): AnchorColumns =>
  row.state === 'placed'
    ? {
        state: 'placed',
        start: row.start,
        end: row.end,
        method: row.method,
        score: row.score,
        similarity: row.similarity,
        reason: '',
        candidates: '[]',
      }
    : {
        state: 'review',
        start: null,
        end: null,
        method: null,
        score: null,
        similarity: null,
        reason: row.reason,
        candidates: JSON.stringify(row.candidates),
      };

const rowOf = (key: AnchorKey, columns: AnchorColumns): AnchorRow => {
  const { start, end, method, score, similarity } = columns;
  if (start === null || end === null || method === null) {
    const candidates = JSON.parse(columns.candidates) as StoredCandidate[];
    return { ...key, state: 'review', reason: columns.reason, candidates };
  }
  return { ...key, state: 'placed', start, end, method, score: score ?? 1, similarity: similarity ?? 1 };
};

const same = (a: AnchorColumns | null, b: AnchorColumns | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export type AnchorStore = ReturnType<typeof createAnchorStore>;

export function createAnchorStore({ database, history }: Pick<Archive, 'database' | 'history'>) {
  const stored = (key: AnchorKey): AnchorColumns | null => {
    const { annotationId, versionId } = key;
    const row = database.prepare<AnchorKey & AnchorColumns>(ONE).get({ annotationId, versionId });
    if (!row) return null;
    const { annotationId: _id, versionId: _version, ...columns } = row;
    return columns;
  };
  const set = ({ annotationId, versionId, row }: AnchorState): void => {
    if (row) database.prepare(PUT).run({ annotationId, versionId, ...row });
    else database.prepare(DROP).run({ annotationId, versionId });
  };

  history.register('anchor.state', (sourceId, states) => {
    for (const state of states as AnchorState[]) set(state);
    return { scopes: ['annotations'], sourceIds: [sourceId as SourceId] };
  });

  const turn = (sourceId: SourceId, states: readonly AnchorState[]): JournalChange[] => {
    const turned = states
      .map((after) => ({ before: { ...after, row: stored(after) }, after }))
      .filter(({ before, after }) => !same(before.row, after.row));
    for (const { after } of turned) set(after);
    return Array.from({ length: Math.ceil(turned.length / ROWS_A_CHANGE) }, (_, at) => {
      const some = turned.slice(at * ROWS_A_CHANGE, (at + 1) * ROWS_A_CHANGE);
      const [before, after] = [some.map((one) => one.before), some.map((one) => one.after)];
      return { kind: 'anchor.state', subjectId: sourceId, before, after };
    });
  };

  return {
    /** Rows of an annotation that is new: undo takes the annotation, and they stay with it. */
    begin: (rows: readonly AnchorRow[]): void => {
      for (const row of rows) set({ annotationId: row.annotationId, versionId: row.versionId, row: columnsOf(row) });
    },
    /** In every text version where it was looked for. */
    of: (annotationId: AnnotationId): AnchorRow[] => {
      const rows = database.prepare<AnchorKey & AnchorColumns>(OF_ANNOTATION).all({ annotationId });
      return rows.map(({ annotationId: id, versionId, ...columns }) => rowOf({ annotationId: id, versionId }, columns));
    },
    /** Inside the caller's step, which knows how to bring them back. */
    forget: (annotationId: AnnotationId): void => {
      database.prepare(FORGET).run({ annotationId });
    },
    /** Inside the caller's step. Rows that are there already in this form are no change. */
    put: (sourceId: SourceId, rows: readonly AnchorRow[]): JournalChange[] =>
      turn(
        sourceId,
        rows.map((row) => ({ annotationId: row.annotationId, versionId: row.versionId, row: columnsOf(row) })),
      ),
    /**
     * Inside the caller's step: a person puts an annotation there. What was found for it in other versions rested on
     * older places and goes; it is projected again when such a version becomes current.
     */
    place: (sourceId: SourceId, row: AnchorRow & { readonly state: 'placed' }): JournalChange[] => {
      const others = database
        .prepare<AnchorKey & AnchorColumns>(OF_ANNOTATION)
        .all({ annotationId: row.annotationId })
        .filter(({ versionId, method }) => versionId !== row.versionId && method !== 'made' && method !== 'person');
      return turn(sourceId, [
        { annotationId: row.annotationId, versionId: row.versionId, row: columnsOf(row) },
        ...others.map(({ annotationId, versionId }) => ({ annotationId, versionId, row: null })),
      ]);
    },
    /** Of live annotations of a source, by annotation; each of words has at least one. */
    certain: (sourceId: SourceId): Map<AnnotationId, CertainAnchor[]> =>
      Map.groupBy(database.prepare<CertainAnchor>(CERTAIN).all({ sourceId }), ({ annotationId }) => annotationId),
    /** Live annotations of a source that have a row for this version, each with its method. */
    methodsOf: (sourceId: SourceId, versionId: VersionId): Map<AnnotationId, AnchorMethod | null> => {
      const rows = database.prepare<{ annotationId: AnnotationId; method: AnchorMethod | null }>(ANCHORED);
      return new Map(rows.all({ sourceId, versionId }).map(({ annotationId, method }) => [annotationId, method]));
    },
    /** What became of the live annotations of a source in this version. */
    report: (sourceId: SourceId, versionId: VersionId): AnchorReport => {
      const report = { placed: 0, found: 0, review: 0 };
      const rows = database
        .prepare<{ state: string; method: AnchorMethod | null }>(ANCHORED)
        .all({ sourceId, versionId });
      for (const { state, method } of rows) {
        report[state === 'review' ? 'review' : method === 'quote' ? 'found' : 'placed'] += 1;
      }
      return report;
    },
    /** Inside a transaction, of one annotation: undo and redo go through many of them one by one. */
    closeGap: (annotationId: AnnotationId): void => {
      database.prepare(CLOSE_GAP).run({ annotationId, reason: NOT_PROJECTED });
    },
    /** Inside a transaction: whatever has no row for the current version asks for review. */
    closeGaps: (sourceIds: readonly SourceId[]): void => {
      database.prepare(CLOSE_GAPS).run({ sourceIds: JSON.stringify(sourceIds), reason: NOT_PROJECTED });
    },
  };
}
