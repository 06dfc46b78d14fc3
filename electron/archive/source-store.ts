/** Sources: their descriptions, their place in the bin, and what is joined to them. Every change is journaled. */
import {
  CollectionId,
  type Description,
  type DescriptionChange,
  FondsError,
  type Original,
  type Source,
  type SourceId,
  TagId,
  type VersionId,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type ArchiveContext, laterThan } from './archive-context.js';
import {
  changed,
  DESCRIPTION_COLUMNS,
  type DescriptionRow,
  difference,
  fromRow,
  toColumns,
} from './description-columns.js';
import { checkDates } from './edtf-bounds.js';
import type { ChangeApplier, JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';
import type { NewOriginal } from './original-store.js';
import { foldersOf } from './source-folders.js';
import type { SuggestionStore } from './suggestion-store.js';
import type { TextStore } from './text-store.js';

interface SourceRecord extends DescriptionRow {
  id: SourceId;
  addedAt: string;
  changedAt: string;
  deletedAt: string | null;
}

const GET = `SELECT id, ${DESCRIPTION_COLUMNS}, added_at AS addedAt, changed_at AS changedAt, deleted_at AS deletedAt
  FROM source WHERE id = :id`;
const ORIGINALS = `SELECT so.sha256 AS sha256, so.file_name AS fileName, o.file_bytes AS fileBytes, so.media_type AS mediaType,
  so.path AS path FROM source_original so JOIN original o ON o.sha256 = so.sha256 WHERE so.source_id = :id ORDER BY so.position`;
const COLLECTIONS = `SELECT c.id AS id FROM collection_source cs JOIN collection c ON c.id = cs.collection_id
  WHERE cs.source_id = :id AND c.deleted_at IS NULL ORDER BY c.name_key`;
const TAGS = `SELECT t.id AS id FROM tag_source ts JOIN tag t ON t.id = ts.tag_id
  WHERE ts.source_id = :id AND t.deleted_at IS NULL ORDER BY t.name_key`;
const LANGUAGE = `SELECT language FROM detected_language WHERE version_id = :versionId`;
const INSERT = `INSERT INTO source (id, title, repository, fonds, series, box, folder, reference_code, creators, recipients,
  document_type, classification, language, date_written, date_published, date_declassified, rights, url, custom,
  title_key, reference_key, type_key, repository_key, written_min, written_max, published_min, published_max,
  declassified_min, declassified_max, added_at, changed_at, deleted_at)
  VALUES (:id, :title, :repository, :fonds, :series, :box, :folder, :referenceCode, :creators, :recipients,
  :documentType, :classification, :language, :dateWritten, :datePublished, :dateDeclassified, :rights, :url, :custom,
  :titleKey, :referenceKey, :typeKey, :repositoryKey, :writtenMin, :writtenMax, :publishedMin, :publishedMax,
  :declassifiedMin, :declassifiedMax, :at, :at, NULL)`;
const INSERT_ORIGINAL = `INSERT INTO original (sha256, file_bytes, stored_at) VALUES (:sha256, :fileBytes, :at)
  ON CONFLICT (sha256) DO NOTHING`;
const PART_ORIGINALS = 'DELETE FROM source_original WHERE source_id = :id';
const JOIN_ORIGINAL = `INSERT INTO source_original (source_id, position, sha256, file_name, media_type, path)
  VALUES (:id, :position, :sha256, :fileName, :mediaType, :path)`;
const UPDATE = `UPDATE source SET title = :title, repository = :repository, fonds = :fonds, series = :series, box = :box,
  folder = :folder, reference_code = :referenceCode, creators = :creators, recipients = :recipients,
  document_type = :documentType, classification = :classification, language = :language, date_written = :dateWritten,
  date_published = :datePublished, date_declassified = :dateDeclassified, rights = :rights, url = :url, custom = :custom,
  title_key = :titleKey, reference_key = :referenceKey, type_key = :typeKey, repository_key = :repositoryKey,
  written_min = :writtenMin, written_max = :writtenMax, published_min = :publishedMin, published_max = :publishedMax,
  declassified_min = :declassifiedMin, declassified_max = :declassifiedMax, changed_at = :changedAt WHERE id = :id`;
const SET_CHANGED = `UPDATE source SET changed_at = :changedAt WHERE id = :id`;
const SET_BIN = `UPDATE source SET deleted_at = :deletedAt, changed_at = :changedAt WHERE id = :id`;
const BY_HASH = `SELECT s.id AS id, s.title AS title FROM source_original so JOIN source s ON s.id = so.source_id
  WHERE so.sha256 = :sha256 AND s.deleted_at IS NULL ORDER BY s.added_at, s.id LIMIT 1`;
const AMONG = `SELECT id FROM source WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL`;
const PATHS = `SELECT so.path AS path, so.source_id AS id FROM source_original so JOIN source s ON s.id = so.source_id
  WHERE so.path <> '' AND s.deleted_at IS NULL ORDER BY so.path`;
const BY_URL = `SELECT id, title FROM source WHERE url = :url AND deleted_at IS NULL ORDER BY added_at, id LIMIT 1`;
const BY_TEXT = `SELECT s.id AS id, s.title AS title FROM text_version t JOIN source s ON s.id = t.source_id
  WHERE t.text_sha256 = :textSha256 AND t.length > 0 AND s.deleted_at IS NULL ORDER BY s.added_at, s.id LIMIT 1`;
const LIVE = `SELECT s.id AS sourceId, s.changed_at AS changedAt,
  c.version_id AS versionId FROM source s JOIN current_text c ON c.source_id = s.id WHERE s.deleted_at IS NULL ORDER BY s.id`;
const TYPES = `SELECT document_type AS value, count(*) AS count FROM source
  WHERE deleted_at IS NULL AND document_type <> '' GROUP BY document_type ORDER BY document_type`;

/** “3 sources”, or the title when there is one. */
const nameOf = (records: readonly { title: string }[]): string =>
  t('{count, plural, one {“{title}”} other {# sources}}', {
    count: records.length,
    title: records[0]?.title || t('Untitled'),
  });

export type SourceStore = ReturnType<typeof createSourceStore>;

export function createSourceStore(
  context: ArchiveContext,
  journal: Journal,
  { texts, suggestions }: { readonly texts: TextStore; readonly suggestions: SuggestionStore },
) {
  const { database, now, touch } = context;

  const record = (id: SourceId): SourceRecord => {
    const row = database.prepare<SourceRecord>(GET).get({ id });
    if (!row) throw new FondsError('NOT_FOUND', t('There is no source {id} in this archive.', { id }), { id });
    return row;
  };

  const setBin = (row: SourceRecord, place: 'bin' | 'archive'): void => {
    const changedAt = laterThan(row.changedAt, now());
    const deletedAt = place === 'bin' ? now().toISOString() : null;
    database.prepare(SET_BIN).run({ id: row.id, deletedAt, changedAt });
    touch([row.id]);
  };

  const setDescription = (row: SourceRecord, description: Description): void => {
    database.prepare(UPDATE).run({ ...toColumns(description), id: row.id, changedAt: laterThan(row.changedAt, now()) });
    touch([row.id]);
  };

  /** @returns null when nobody guessed, or when it could not be detected. */
  const guessedLanguage = (versionId: VersionId | undefined): string | null => {
    if (!versionId) return null;
    return database.prepare<{ language: string }>(LANGUAGE).get({ versionId })?.language || null;
  };

  /** Moves sources to one side as one step of their own; those already there stay as they are. */
  const move = (ids: readonly SourceId[], place: 'bin' | 'archive'): void => {
    const inBin = place === 'bin';
    journal.step(() => {
      const rows = [...new Set(ids)].map(record).filter((row) => (row.deletedAt !== null) !== inBin);
      for (const row of rows) setBin(row, place);
      const label = inBin
        ? t('Move {value} to the bin', { value: nameOf(rows) })
        : t('Restore {value} from the bin', { value: nameOf(rows) });
      const changes = rows.map(
        ({ id }): JournalChange => ({ kind: 'source.bin', subjectId: id, before: { inBin: !inBin }, after: { inBin } }),
      );
      return {
        label,
        changes,
        scopes: ['archive', 'sources', 'collections', 'tags'],
        sourceIds: rows.map(({ id }) => id),
      };
    });
  };

  const applyBin: ChangeApplier = (subjectId, state) => {
    const row = record(subjectId as SourceId);
    setBin(row, (state as { inBin: boolean }).inBin ? 'bin' : 'archive');
    return { scopes: ['sources', 'collections', 'tags'], sourceIds: [row.id] };
  };

  const applyDescription: ChangeApplier = (subjectId, state) => {
    const row = record(subjectId as SourceId);
    setDescription(row, changed(fromRow(row), state as DescriptionChange));
    return { scopes: ['sources'], sourceIds: [row.id] };
  };

  const setOriginals = (row: SourceRecord, originals: readonly Omit<Original, 'fileBytes'>[]): void => {
    database.prepare(PART_ORIGINALS).run({ id: row.id });
    for (const [position, { sha256, fileName, mediaType, path }] of originals.entries())
      database.prepare(JOIN_ORIGINAL).run({ id: row.id, position, sha256, fileName, mediaType, path });
    database.prepare(SET_CHANGED).run({ id: row.id, changedAt: laterThan(row.changedAt, now()) });
    touch([row.id]);
  };

  const applyOriginals: ChangeApplier = (subjectId, state) => {
    const row = record(subjectId as SourceId);
    setOriginals(row, state as readonly Omit<Original, 'fileBytes'>[]);
    return { scopes: ['sources'], sourceIds: [row.id] };
  };

  journal.register('source.originals', applyOriginals);
  journal.register('source.bin', applyBin);
  journal.register('source.describe', applyDescription);

  return {
    record,

    /** @throws FondsError NOT_FOUND. */
    get(id: SourceId): Source {
      const row = record(id);
      const versions = texts.versions(id);
      const description = fromRow(row);
      return {
        id: row.id,
        description,
        addedAt: row.addedAt,
        changedAt: row.changedAt,
        deletedAt: row.deletedAt,
        originals: database.prepare<Original>(ORIGINALS).all({ id }),
        versions,
        collectionIds: database
          .prepare<{ id: string }>(COLLECTIONS)
          .all({ id })
          .map((c) => CollectionId.parse(c.id)),
        tagIds: database
          .prepare<{ id: string }>(TAGS)
          .all({ id })
          .map((tag) => TagId.parse(tag.id)),
        guessedLanguage: guessedLanguage(versions.find(({ isCurrent }) => isCurrent)?.id),
        suggestions: suggestions.open(id, description),
      };
    },

    /** Writes the row of a new source and those of its originals in their order, inside the caller's transaction. */
    insert(id: SourceId, description: Description, originals: readonly NewOriginal[]): void {
      checkDates(description);
      const at = now().toISOString();
      database.prepare(INSERT).run({ ...toColumns(description), id, at });
      for (const [position, { sha256, fileBytes, fileName, mediaType, path = '' }] of originals.entries()) {
        database.prepare(INSERT_ORIGINAL).run({ sha256, fileBytes, at });
        database.prepare(JOIN_ORIGINAL).run({ id, position, sha256, fileName, mediaType, path });
      }
      touch([id]);
    },

    /** One step for all of them. @throws FondsError NOT_FOUND, DATE_INVALID; then nothing is changed. */
    describe(ids: readonly SourceId[], change: DescriptionChange): void {
      const { custom: _, ...elements } = change;
      checkDates(Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== undefined)));
      journal.step(() => {
        const touched: SourceRecord[] = [];
        const changes: JournalChange[] = [];
        for (const id of new Set(ids)) {
          const row = record(id);
          const before = fromRow(row);
          const after = changed(before, change);
          const step = difference(before, after);
          if (!step) continue;
          setDescription(row, after);
          touched.push(row);
          changes.push({ kind: 'source.describe', subjectId: id, ...step });
        }
        const label = t('Describe {value}', { value: nameOf(touched) });
        return { label, changes, scopes: ['sources'], sourceIds: touched.map((row) => row.id) };
      });
    },

    /** Inside the caller's step: other originals, or in another order. Their rows stay. @throws FondsError NOT_FOUND. */
    arrange(id: SourceId, originals: readonly Original[]): JournalChange {
      const named = ({ sha256, fileName, mediaType, path }: Original) => ({ sha256, fileName, mediaType, path });
      const before = database.prepare<Original>(ORIGINALS).all({ id }).map(named);
      const after = originals.map(named);
      setOriginals(record(id), after);
      return { kind: 'source.originals', subjectId: id, before, after };
    },

    /** Inside the caller's step: into the bin. @throws FondsError NOT_FOUND. */
    binning(id: SourceId): JournalChange {
      setBin(record(id), 'bin');
      return { kind: 'source.bin', subjectId: id, before: { inBin: false }, after: { inBin: true } };
    },

    /** Inside the caller's step: another title. @throws FondsError NOT_FOUND. */
    naming(id: SourceId, title: string): JournalChange | null {
      const row = record(id);
      const before = fromRow(row);
      const after = changed(before, { title });
      const step = difference(before, after);
      if (!step) return null;
      setDescription(row, after);
      return { kind: 'source.describe', subjectId: id, ...step };
    },

    delete: (ids: readonly SourceId[]): void => move(ids, 'bin'),
    restore: (ids: readonly SourceId[]): void => move(ids, 'archive'),

    folders: () => foldersOf(database.prepare<{ path: string; id: SourceId }>(PATHS).all()),
    among: (ids: readonly SourceId[]) =>
      database
        .prepare<{ id: SourceId }>(AMONG)
        .all({ ids: JSON.stringify(ids) })
        .map(({ id }) => id),
    description: (id: SourceId) => fromRow(record(id)),
    documentTypes: () => database.prepare<{ value: string; count: number }>(TYPES).all(),
    findByHash: (sha256: string) => database.prepare<{ id: SourceId; title: string }>(BY_HASH).get({ sha256 }) ?? null,
    findByUrl: (url: string) => database.prepare<{ id: SourceId; title: string }>(BY_URL).get({ url }) ?? null,
    findByText: (textSha256: string) =>
      database.prepare<{ id: SourceId; title: string }>(BY_TEXT).get({ textSha256 }) ?? null,
    live: () => database.prepare<{ sourceId: SourceId; versionId: VersionId; changedAt: string }>(LIVE).all(),
  };
}
