/** Lists of sources: filtered, sorted, in pages. Each shape of list is one statement over one index. */
import { foldedKey, type SourceFilter, type SourceId, type SourceRow, type SourceSort } from '../contract/index.js';
import type { Database, SqlValue } from './database.js';
import { BEARING } from './tag-rows.js';

export interface SourceListQuery {
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
}
export interface SourceIdsQuery extends SourceListQuery {
  readonly among?: readonly SourceId[] | undefined;
}
export interface SourcePageQuery extends SourceListQuery {
  readonly offset: number;
  readonly limit: number;
}

const ORDER: Record<`${SourceSort['by']} ${SourceSort['direction']}`, string> = {
  'title ascending': 's.title_key, s.id',
  'title descending': 's.title_key DESC, s.id DESC',
  'dateWritten ascending': '(s.written_min IS NULL), s.written_min, s.id',
  'dateWritten descending': '(s.written_min IS NULL), s.written_min DESC, s.id DESC',
  'documentType ascending': 's.type_key, s.title_key, s.id',
  'documentType descending': 's.type_key DESC, s.title_key DESC, s.id DESC',
  'addedAt ascending': 's.added_at, s.id',
  'addedAt descending': 's.added_at DESC, s.id DESC',
  'repository ascending': 's.repository_key, s.title_key, s.id',
  'repository descending': 's.repository_key DESC, s.title_key DESC, s.id DESC',
};

const ROW = `s.id AS id, s.title AS title, s.document_type AS documentType, s.date_written AS dateWritten,
  s.creators AS creators, s.repository AS repository, s.fonds AS fonds, s.box AS box, s.folder AS folder,
  s.reference_code AS referenceCode, s.language AS language, s.added_at AS addedAt, s.deleted_at AS deletedAt`;

interface SqlCondition {
  readonly from: string;
  readonly where: string;
  readonly values: Record<string, SqlValue>;
}

function conditionOf(filter: SourceFilter): SqlCondition {
  let from = 'source s';
  const where = [`s.deleted_at IS ${filter.inBin ? 'NOT NULL' : 'NULL'}`];
  const values: Record<string, SqlValue> = {};
  if (filter.documentType !== undefined) {
    where.push('s.document_type = :documentType');
    values.documentType = filter.documentType;
  }
  if (filter.collectionId !== undefined) {
    where.push('s.id IN (SELECT cs.source_id FROM collection_source cs WHERE cs.collection_id = :collectionId)');
    values.collectionId = filter.collectionId;
  }
  if (filter.tagId !== undefined) {
    where.push(`s.id IN (${BEARING})`);
    values.tagId = filter.tagId;
  }
  if (filter.folder !== undefined) {
    // All paths that begin with `folder/`: `0` is what comes after `/`.
    where.push(
      "s.id IN (SELECT so.source_id FROM source_original so WHERE so.path <> '' AND so.path >= :below AND so.path < :beyond)",
    );
    values.below = `${filter.folder}/`;
    values.beyond = `${filter.folder}0`;
  }
  const contains = foldedKey(filter.contains ?? '');
  if (contains !== '') {
    where.push('(instr(s.title_key, :contains) > 0 OR instr(s.reference_key, :contains) > 0)');
    values.contains = contains;
    // Looking into every title is quickest where nothing but titles is read; the planner cannot know.
    if (!filter.inBin && where.length === 2) from = 'source s INDEXED BY source_by_title';
  }
  return { from, where: where.join(' AND '), values };
}

/** The statements of a list, for the test that asks SQLite for its plan. */
export function sourceListStatements({ filter, sort }: SourceListQuery) {
  const { from, where, values } = conditionOf(filter);
  const order = ORDER[`${sort.by} ${sort.direction}`];
  return {
    values,
    count: `SELECT count(*) AS total FROM ${from} WHERE ${where}`,
    ids: `SELECT s.id AS id FROM ${from} WHERE ${where} ORDER BY ${order}`,
    idsAmong: `SELECT s.id AS id FROM source s WHERE s.id IN (SELECT value FROM json_each(:among)) AND ${where} ORDER BY ${order}`,
    // The page is found by id alone, so that rows before it are walked in the index and never read.
    page: `SELECT ${ROW} FROM source s WHERE s.id IN (SELECT s.id FROM ${from} WHERE ${where}
      ORDER BY ${order} LIMIT :limit OFFSET :offset) ORDER BY ${order}`,
  };
}

export type SourceListStore = ReturnType<typeof createSourceListStore>;

export function createSourceListStore(database: Database) {
  return {
    list(query: SourcePageQuery): { total: number; rows: SourceRow[] } {
      const { values, count, page } = sourceListStatements(query);
      const { offset, limit } = query;
      const rows = database.prepare<SourceRow & { creators: string }>(page).all({ ...values, offset, limit });
      return {
        total: database.prepare<{ total: number }>(count).get(values)?.total ?? 0,
        rows: rows.map((row) => ({ ...row, creators: JSON.parse(row.creators) })),
      };
    },
    ids({ among, ...query }: SourceIdsQuery): SourceId[] {
      const { values, ids, idsAmong } = sourceListStatements(query);
      const rows =
        among === undefined
          ? database.prepare<{ id: SourceId }>(ids).all(values)
          : database.prepare<{ id: SourceId }>(idsAmong).all({ ...values, among: JSON.stringify(among) });
      return rows.map((row) => row.id);
    },
  };
}
