/**
 * Annotations as they are shown: filtered, sorted, in pages. Ids are found first, by an index where the list is of one
 * source, and only the rows of the page are read. What is in the bin is left out unless its source is asked for.
 */
import type { Archive, SqlValue } from '../archive/index.js';
import {
  type Anchor,
  type AnchorMethod,
  type Annotation,
  type AnnotationFilter,
  type AnnotationId,
  type AnnotationSort,
  type Colour,
  FondsError,
  type Region,
  type SourceId,
  type TagId,
  type Target,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { NOT_PROJECTED, type StoredCandidate } from './anchor-store.js';
import { filterKey } from './annotation-store.js';
import type { PageLabels } from './page-label-store.js';

interface AnnotationListRow {
  id: AnnotationId;
  sourceId: SourceId;
  sourceTitle: string;
  madeIn: VersionId | null;
  madeStart: number;
  madeEnd: number;
  exact: string;
  prefix: string;
  suffix: string;
  region: string | null;
  colour: Colour;
  comment: string;
  who: string;
  createdAt: string;
  changedAt: string;
  tagIds: string;
  currentId: VersionId;
  state: 'placed' | 'review' | null;
  start: number;
  end: number;
  method: AnchorMethod;
  score: number;
  similarity: number;
  reason: string;
  candidates: string;
}

const ROWS = `SELECT a.id AS id, a.source_id AS sourceId, s.title AS sourceTitle, a.version_id AS madeIn,
  a.start_at AS madeStart, a.end_at AS madeEnd, a.exact AS exact, a.prefix AS prefix, a.suffix AS suffix,
  a.region AS region, a.colour AS colour, a.comment AS comment, a.who AS who, a.created_at AS createdAt,
  a.changed_at AS changedAt, c.version_id AS currentId, an.state AS state, an.start_at AS start, an.end_at AS end,
  an.method AS method, an.score AS score, an.similarity AS similarity, an.reason AS reason, an.candidates AS candidates,
  (SELECT json_group_array(t.id ORDER BY t.name_key, t.id) FROM annotation_tag at JOIN live_tag t ON t.id = at.tag_id
    WHERE at.annotation_id = a.id) AS tagIds
  FROM annotation a JOIN source_summary s ON s.id = a.source_id JOIN current_version c ON c.source_id = a.source_id
  LEFT JOIN anchor an ON an.annotation_id = a.id AND an.version_id = c.version_id`;
const GET = `${ROWS} WHERE a.id = :id AND a.deleted_at IS NULL`;
const SOME = `${ROWS} WHERE a.id IN (SELECT value FROM json_each(:ids)) AND a.deleted_at IS NULL`;

/** In reading order: dated sources first; words in the order of the text, those in review, then regions by page. */
const BY_PLACE = `(s.written_min IS NULL), s.written_min, s.title_key, a.source_id, (a.region IS NOT NULL), an.state,
  an.start_at, json_extract(a.region, '$.pageIndex'), json_extract(a.region, '$.y'), a.id`;
const BY_CHANGE = `a.changed_at DESC, a.id DESC`;
const ALL = `annotation a JOIN source_summary s ON s.id = a.source_id`;
const CURRENT_ANCHOR = `JOIN current_version c ON c.source_id = a.source_id
  LEFT JOIN anchor an ON an.annotation_id = a.id AND an.version_id = c.version_id`;
// The index of a version's anchors is in the order of its text: no sorting, however many there are.
const WORDS_OF_SOURCE = `current_version c CROSS JOIN anchor an INDEXED BY anchor_of_version ON an.version_id = c.version_id
  CROSS JOIN annotation a ON a.id = an.annotation_id`;
const REGIONS_OF_SOURCE = `annotation a INDEXED BY annotation_region`;

interface ListPart {
  readonly count: string;
  readonly ids: string;
}

const listPart = (from: string, where: readonly string[], order: string): ListPart => ({
  count: `SELECT count(*) AS total FROM ${from} WHERE ${where.join(' AND ')}`,
  ids: `SELECT a.id AS id FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
});

interface AnnotationListStatements {
  readonly values: Record<string, SqlValue>;
  /** Of all parts. */
  readonly count: string;
  /** A list is these one after the other. */
  readonly parts: readonly ListPart[];
}

/**
 * The statements of a list; also for the test that asks SQLite for its plan.
 * @param tagIds the tag of the filter and those below it.
 */
export function annotationListStatements(
  filter: AnnotationFilter,
  sort: AnnotationSort,
  tagIds: readonly TagId[],
): AnnotationListStatements {
  const where = ['a.deleted_at IS NULL'];
  const values: Record<string, SqlValue> = {};
  if (filter.tagId !== undefined) {
    where.push(`a.id IN (SELECT b.annotation_id FROM annotation_tag b
      WHERE b.tag_id IN (SELECT value FROM json_each(:tagIds)))`);
    values.tagIds = JSON.stringify(tagIds);
  }
  if (filter.colour !== undefined) {
    where.push('a.colour = :colour');
    values.colour = filter.colour;
  }
  const contains = filterKey(filter.contains ?? '');
  if (contains !== '') {
    where.push('instr(a.text_key, :contains) > 0');
    values.contains = contains;
  }
  if (filter.sourceId !== undefined && sort === 'place') {
    values.sourceId = filter.sourceId;
    const words = [...where, 'c.source_id = :sourceId'];
    if (filter.state === 'placed' || filter.state === 'review') {
      words.push('an.state = :state');
      values.state = filter.state;
    }
    const regions = [...where, 'a.source_id = :sourceId', 'a.region IS NOT NULL'];
    const page = `json_extract(a.region, '$.pageIndex'), json_extract(a.region, '$.y'), a.id`;
    const ofWords = listPart(WORDS_OF_SOURCE, words, 'an.state, an.start_at, an.annotation_id');
    const ofRegions = listPart(REGIONS_OF_SOURCE, regions, page);
    if (filter.state === undefined) {
      const { count } = listPart('annotation a', [...where, 'a.source_id = :sourceId'], 'a.id');
      return { values, count, parts: [ofWords, ofRegions] };
    }
    const only = filter.state === 'region' ? ofRegions : ofWords;
    return { values, count: only.count, parts: [only] };
  }
  if (filter.sourceId === undefined) where.push('s.deleted_at IS NULL');
  else {
    where.push('a.source_id = :sourceId');
    values.sourceId = filter.sourceId;
  }
  if (filter.state === 'region') where.push('a.region IS NOT NULL');
  else if (filter.state !== undefined) {
    where.push('an.state = :state');
    values.state = filter.state;
  }
  const needsAnchor = sort === 'place' || filter.state === 'placed' || filter.state === 'review';
  const from = needsAnchor ? `${ALL} ${CURRENT_ANCHOR}` : ALL;
  const only = listPart(from, where, sort === 'place' ? BY_PLACE : BY_CHANGE);
  return { values, count: only.count, parts: [only] };
}

export interface AnnotationListStore {
  /** A live one. @throws FondsError NOT_FOUND. */
  get(id: AnnotationId): Annotation;
  /** In the order asked for; those that are not live are left out. */
  getMany(ids: readonly AnnotationId[]): Annotation[];
  count(filter: AnnotationFilter, sort: AnnotationSort): number;
  ids(filter: AnnotationFilter, sort: AnnotationSort, offset: number, limit: number): AnnotationId[];
}

export function createAnnotationListStore(
  { database, tags }: Pick<Archive, 'database' | 'tags'>,
  pages: PageLabels,
): AnnotationListStore {
  const statements = (filter: AnnotationFilter, sort: AnnotationSort) =>
    annotationListStatements(filter, sort, filter.tagId === undefined ? [] : tags.subtree(filter.tagId));
  const countOf = (sql: string, values: Record<string, SqlValue>): number =>
    database.prepare<{ total: number }>(sql).get(values)?.total ?? 0;

  const anchorOf = (row: AnnotationListRow): Anchor | null => {
    const { currentId: versionId, state, start, end, method, score, similarity } = row;
    if (row.madeIn === null) return null;
    if (state === 'placed') return { state, versionId, start, end, method, score, similarity };
    if (state === null) return { state: 'review', versionId, reason: NOT_PROJECTED, candidates: [] };
    const stored = JSON.parse(row.candidates) as StoredCandidate[];
    const candidates = stored.map((one) => ({ ...one, pageLabel: pages.at(versionId, one.start) }));
    return { state, versionId, reason: row.reason, candidates };
  };
  const targetOf = (row: AnnotationListRow): Target => {
    if (row.madeIn === null) return { kind: 'region', region: JSON.parse(row.region ?? '') as Region };
    const quote = { exact: row.exact, prefix: row.prefix, suffix: row.suffix };
    return { kind: 'text', versionId: row.madeIn, start: row.madeStart, end: row.madeEnd, quote };
  };
  const pageLabelOf = (row: AnnotationListRow, target: Target, anchor: Anchor | null): string | null => {
    if (target.kind === 'region') return pages.ofPage(row.currentId, target.region.pageIndex);
    if (anchor?.state === 'placed') return pages.at(row.currentId, anchor.start);
    // Whoever looks for the passage begins on the page where it was.
    return pages.at(target.versionId, target.start);
  };
  const shown = (row: AnnotationListRow): Annotation => {
    const { id, sourceId, sourceTitle, colour, comment, who, createdAt, changedAt } = row;
    const [target, anchor] = [targetOf(row), anchorOf(row)];
    const tagIds = JSON.parse(row.tagIds) as TagId[];
    const pageLabel = pageLabelOf(row, target, anchor);
    return { id, sourceId, sourceTitle, target, anchor, pageLabel, colour, comment, tagIds, who, createdAt, changedAt };
  };

  return {
    get: (id) => {
      const row = database.prepare<AnnotationListRow>(GET).get({ id });
      if (!row) throw new FondsError('NOT_FOUND', t('There is no annotation {id} in this archive.', { id }), { id });
      return shown(row);
    },
    getMany: (ids) => {
      const rows = database.prepare<AnnotationListRow>(SOME).all({ ids: JSON.stringify(ids) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [shown(row)] : [];
      });
    },
    count: (filter, sort) => {
      const { values, count } = statements(filter, sort);
      return countOf(count, values);
    },
    ids: (filter, sort, offset, limit) => {
      const { values, parts } = statements(filter, sort);
      const found: AnnotationId[] = [];
      let before = 0;
      for (const [at, { count, ids }] of parts.entries()) {
        const place = { offset: Math.max(0, offset - before), limit: limit - found.length };
        const rows = database.prepare<{ id: AnnotationId }>(ids).all({ ...values, ...place });
        found.push(...rows.map(({ id }) => id));
        if (found.length === limit || at === parts.length - 1) break;
        before += countOf(count, values);
      }
      return found;
    },
  };
}
