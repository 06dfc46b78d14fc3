/** Reads in bulk what filters, facets and results show of each source. Only reads; sources in the bin are left out. */
import type { CollectionId, SourceId, VersionId } from '../contract/index.js';
import type { Database } from './database.js';

/** First and last day as the number YYYYMMDD, so that they compare; null when there is no date. */
type DayNumber = number | null;

export interface CatalogueRow {
  /** Place in the order of reading; unique while the archive is open. */
  readonly place: number;
  readonly id: SourceId;
  readonly documentType: string;
  /** JSON list. */
  readonly creators: string;
  readonly language: string;
  /** What the current text seems to be in; '' when it cannot be detected, null before detection ran. */
  readonly guessedLanguage: string | null;
  /** JSON lists of ids, in order of id; those of deleted collections and tags are in them. */
  readonly collections: string;
  readonly tags: string;
  /** Those of its passages; one that several bear is there several times. */
  readonly passageTags: string;
  /** JSON list: where its originals lay, those that are known. */
  readonly paths: string;
  /** Not zero: the date written is given, so that it is the date of the source. */
  readonly isWritten: number;
  readonly writtenMin: DayNumber;
  readonly writtenMax: DayNumber;
  readonly publishedMin: DayNumber;
  readonly publishedMax: DayNumber;
  readonly declassifiedMin: DayNumber;
  readonly declassifiedMax: DayNumber;
}

/** What a result shows of a source. */
export interface SourceHead {
  readonly id: SourceId;
  /** The current one. */
  readonly versionId: VersionId;
  readonly title: string;
  /** The title as the list of sources sorts it. */
  readonly titleKey: string;
  readonly documentType: string;
  readonly repository: string;
  readonly fonds: string;
  readonly box: string;
  readonly folder: string;
  readonly dateWritten: string;
  readonly datePublished: string;
}

export interface CatalogueStore {
  /** @param after the `place` of the last row that was read; 0 for the beginning. */
  page(after: number, limit: number): CatalogueRow[];
  /** In no particular order; what is in the bin or unknown is left out. */
  of(ids: readonly SourceId[]): CatalogueRow[];
  /** Sources that have annotations: those whose passages may bear other tags than before. */
  annotated(): SourceId[];
  heads(ids: readonly SourceId[]): Map<SourceId, SourceHead>;
  /** In order of name. */
  collectionNames(): { id: CollectionId; name: string }[];
}

const CURRENT = `(SELECT c.version_id FROM current_text c WHERE c.source_id = s.id)`;
const day = (column: string, as: string) => `CAST(replace(s.${column}, '-', '') AS INTEGER) AS ${as}`;
const ROW = `SELECT s.rowid AS place, s.id AS id, s.document_type AS documentType, s.creators AS creators,
  s.language AS language, (SELECT l.language FROM detected_language l WHERE l.version_id = ${CURRENT}) AS guessedLanguage,
  (SELECT json_group_array(m.collection_id) FROM collection_source m WHERE m.source_id = s.id) AS collections,
  (SELECT json_group_array(m.tag_id) FROM tag_source m WHERE m.source_id = s.id) AS tags,
  (SELECT json_group_array(m.tag_id) FROM live_annotation_tag m WHERE m.source_id = s.id) AS passageTags,
  (SELECT json_group_array(m.path) FROM source_original m WHERE m.source_id = s.id AND m.path <> '') AS paths,
  s.date_written <> '' AS isWritten, ${day('written_min', 'writtenMin')}, ${day('written_max', 'writtenMax')},
  ${day('published_min', 'publishedMin')}, ${day('published_max', 'publishedMax')},
  ${day('declassified_min', 'declassifiedMin')}, ${day('declassified_max', 'declassifiedMax')} FROM source s`;
const PAGE = `${ROW} WHERE s.rowid > :after AND s.deleted_at IS NULL ORDER BY s.rowid LIMIT :limit`;
const GIVEN = `(SELECT value FROM json_each(:ids))`;
const OF = `${ROW} WHERE s.id IN ${GIVEN} AND s.deleted_at IS NULL`;
const HEADS = `SELECT s.id AS id, ${CURRENT} AS versionId, s.title AS title, s.title_key AS titleKey,
  s.document_type AS documentType, s.repository AS repository, s.fonds AS fonds, s.box AS box, s.folder AS folder,
  s.date_written AS dateWritten, s.date_published AS datePublished FROM source s WHERE s.id IN ${GIVEN}`;
const ANNOTATED = `SELECT DISTINCT source_id AS id FROM live_annotation`;
const COLLECTIONS = `SELECT id, name FROM collection WHERE deleted_at IS NULL ORDER BY name_key`;

/** For the test that asks SQLite for its plan. */
export const CATALOGUE_SQL = { PAGE, OF, HEADS };

export const createCatalogueStore = (database: Database): CatalogueStore => ({
  page: (after, limit) => database.prepare<CatalogueRow>(PAGE).all({ after, limit }),
  of: (ids) => database.prepare<CatalogueRow>(OF).all({ ids: JSON.stringify(ids) }),
  annotated: () =>
    database
      .prepare<{ id: SourceId }>(ANNOTATED)
      .all()
      .map(({ id }) => id),
  heads: (ids) => {
    const rows = database.prepare<SourceHead>(HEADS).all({ ids: JSON.stringify(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  },
  collectionNames: () => database.prepare<{ id: CollectionId; name: string }>(COLLECTIONS).all(),
});
