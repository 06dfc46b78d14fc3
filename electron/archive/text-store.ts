/**
 * Text versions: what a source says, as read once or corrected by hand. Never changed, never deleted; one of each source
 * is the current one, and which one that is can be changed and undone.
 */
import { createHash } from 'node:crypto';
import {
  FondsError,
  type LeftAside,
  type Scope,
  type SourceId,
  type Span,
  type TextVersion,
  VersionId,
  type VersionInfo,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type ArchiveContext, laterThan } from './archive-context.js';
import { storable } from './database.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';

/** What a caller changes in the same undo step as a text. */
export interface AccompanyingChanges {
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** Inside the step; what it throws takes the text back too. @param versionId of the new text. */
  changes(versionId: VersionId): readonly JournalChange[];
}

export interface NewText {
  readonly text: string;
  readonly spans: Span[];
  readonly origin: string;
  readonly remarks: string[];
  /** Missing: the reader took everything, or a person wrote it. */
  readonly leftAside?: readonly LeftAside[];
}

/** A version made from another one. */
export interface RevisedText extends NewText {
  readonly parentId: VersionId;
  /** Why it was made; may be empty. */
  readonly reason: string;
}

interface VersionRow {
  id: VersionId;
  createdAt: string;
  origin: string;
  parentId: VersionId | null;
  who: string;
  reason: string;
  isCurrent: number;
  remarks: string;
  length: number;
}
interface TextRow extends VersionRow {
  sourceId: SourceId;
  spans: string;
  text: string;
}

const INFO = `t.id AS id, t.created_at AS createdAt, t.origin AS origin, t.parent_id AS parentId, t.who AS who,
  t.reason AS reason, t.id = c.version_id AS isCurrent, t.remarks AS remarks, t.length AS length`;
const JOINED = `text_version t JOIN current_text c ON c.source_id = t.source_id`;
const TEXT = `${INFO}, t.source_id AS sourceId, t.spans AS spans, t.text AS text`;
const INSERT = `INSERT INTO text_version (id, source_id, position, created_at, origin, parent_id, who, reason, remarks,
  length, text_sha256, spans, left_aside, text)
  VALUES (:id, :sourceId, (SELECT count(*) FROM text_version WHERE source_id = :sourceId), :createdAt, :origin, :parentId,
  :who, :reason, :remarks, :length, :textSha256, :spans, :leftAside, :text)`;
const VERSIONS = `SELECT ${INFO} FROM ${JOINED} WHERE t.source_id = :sourceId ORDER BY t.position`;
const CURRENT = `SELECT ${TEXT} FROM current_text c JOIN text_version t ON t.id = c.version_id WHERE c.source_id = :sourceId`;
const ONE = `SELECT ${TEXT} FROM ${JOINED} WHERE t.id = :versionId AND t.source_id = :sourceId`;
const LEFT_ASIDE = `SELECT left_aside AS leftAside FROM text_version WHERE id = :versionId AND source_id = :sourceId`;
const SOURCE_OF = 'SELECT source_id AS id FROM text_version WHERE id = :versionId';
const CURRENT_ID = `SELECT version_id AS id FROM current_text WHERE source_id = :sourceId`;
const SET_CURRENT = `INSERT INTO current_text (source_id, version_id) VALUES (:sourceId, :versionId)
  ON CONFLICT (source_id) DO UPDATE SET version_id = excluded.version_id`;
const CHANGED_AT = `SELECT changed_at AS changedAt FROM source WHERE id = :sourceId`;
const SET_CHANGED = `UPDATE source SET changed_at = :changedAt WHERE id = :sourceId`;

export const textHash = (text: string): string => createHash('sha256').update(text, 'utf16le').digest('hex');

const noSuchText = (sourceId: SourceId, versionId: VersionId | undefined) =>
  new FondsError('NOT_FOUND', t('Source {sourceId} has no such text.', { sourceId }), { sourceId, versionId });

export interface TextStore {
  /** Inside the caller's transaction. Spans point into the stored text, whose length is that of the given one. */
  insert(sourceId: SourceId, text: NewText): VersionId;
  /**
   * Inside the caller's step: a further version, and the current one. @returns the change that makes it so.
   * @throws FondsError NOT_FOUND when `parentId` is no version of the source.
   */
  revise(sourceId: SourceId, text: RevisedText): { readonly versionId: VersionId; readonly change: JournalChange };
  /** Inside the caller's step. @returns null when it is the current one already. @throws FondsError NOT_FOUND. */
  makeCurrent(sourceId: SourceId, versionId: VersionId): JournalChange | null;
  versions(sourceId: SourceId): VersionInfo[];
  /** Null when there is no such source. */
  currentId(sourceId: SourceId): VersionId | null;
  /** Null when there is no such version. */
  sourceOf(versionId: VersionId): SourceId | null;
  /** Without `versionId` the current one. @throws FondsError NOT_FOUND. */
  get(sourceId: SourceId, versionId?: VersionId): TextVersion;
  /** What the reader of a version left aside. @throws FondsError NOT_FOUND. */
  leftAside(sourceId: SourceId, versionId: VersionId): LeftAside[];
}

export function createTextStore(
  { database, now, newId, who, touch }: ArchiveContext,
  journal: Pick<Journal, 'register'>,
): TextStore {
  const currentId = (sourceId: SourceId): VersionId | null =>
    database.prepare<{ id: VersionId }>(CURRENT_ID).get({ sourceId })?.id ?? null;

  const setCurrent = (sourceId: SourceId, versionId: VersionId): void => {
    database.prepare(SET_CURRENT).run({ sourceId, versionId });
    const changedAt = database.prepare<{ changedAt: string }>(CHANGED_AT).get({ sourceId })?.changedAt;
    // Whoever keeps something of a source knows by this that it is not as it was.
    if (changedAt) database.prepare(SET_CHANGED).run({ sourceId, changedAt: laterThan(changedAt, now()) });
    touch([sourceId]);
  };

  journal.register('source.text', (subjectId, state) => {
    const sourceId = subjectId as SourceId;
    setCurrent(sourceId, (state as { versionId: VersionId }).versionId);
    return { scopes: ['texts', 'sources'], sourceIds: [sourceId] };
  });

  const write = (
    sourceId: SourceId,
    { text, spans, origin, remarks, leftAside = [] }: NewText,
    made: { parentId: VersionId | null; who: string; reason: string },
  ): VersionId => {
    const id = VersionId.parse(newId());
    const kept = storable(text);
    const allRemarks =
      kept === text ? remarks : [...remarks, t('Characters that cannot be stored were replaced by U+FFFD.')];
    database.prepare(INSERT).run({
      id,
      sourceId,
      createdAt: now().toISOString(),
      origin,
      ...made,
      remarks: JSON.stringify(allRemarks),
      length: kept.length,
      textSha256: textHash(kept),
      spans: JSON.stringify(spans),
      leftAside: JSON.stringify(leftAside),
      text: kept,
    });
    return id;
  };

  const info = ({
    id,
    createdAt,
    origin,
    parentId,
    who: by,
    reason,
    isCurrent,
    remarks,
    length,
  }: VersionRow): VersionInfo => ({
    id,
    createdAt,
    origin,
    parentId,
    who: by,
    reason,
    isCurrent: isCurrent === 1,
    remarks: JSON.parse(remarks) as string[],
    length,
  });

  const get: TextStore['get'] = (sourceId, versionId) => {
    const row = versionId
      ? database.prepare<TextRow>(ONE).get({ sourceId, versionId })
      : database.prepare<TextRow>(CURRENT).get({ sourceId });
    if (!row) throw noSuchText(sourceId, versionId);
    return { ...info(row), sourceId: row.sourceId, text: row.text, spans: JSON.parse(row.spans) };
  };

  return {
    insert: (sourceId, text) => {
      const id = write(sourceId, text, { parentId: null, who, reason: '' });
      database.prepare(SET_CURRENT).run({ sourceId, versionId: id });
      touch([sourceId]);
      return id;
    },
    revise: (sourceId, { parentId, reason, ...text }) => {
      get(sourceId, parentId);
      const before = { versionId: currentId(sourceId) };
      const versionId = write(sourceId, text, { parentId, who, reason });
      setCurrent(sourceId, versionId);
      return { versionId, change: { kind: 'source.text', subjectId: sourceId, before, after: { versionId } } };
    },
    makeCurrent: (sourceId, versionId) => {
      const before = { versionId: currentId(sourceId) };
      if (get(sourceId, versionId).isCurrent) return null;
      setCurrent(sourceId, versionId);
      return { kind: 'source.text', subjectId: sourceId, before, after: { versionId } };
    },
    versions: (sourceId) => database.prepare<VersionRow>(VERSIONS).all({ sourceId }).map(info),
    currentId,
    sourceOf: (versionId) => database.prepare<{ id: SourceId }>(SOURCE_OF).get({ versionId })?.id ?? null,
    get,
    leftAside: (sourceId, versionId) => {
      const row = database.prepare<{ leftAside: string }>(LEFT_ASIDE).get({ sourceId, versionId });
      if (!row) throw noSuchText(sourceId, versionId);
      return JSON.parse(row.leftAside) as LeftAside[];
    },
  };
}
