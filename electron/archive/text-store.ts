/** Text versions: what a source says, as read once. Never changed, never deleted; the newest is the current one. */
import { createHash } from 'node:crypto';
import {
  FondsError,
  type SourceId,
  type Span,
  type TextVersion,
  VersionId,
  type VersionInfo,
} from '../contract/index.js';
import type { Context } from './context.js';
import { storable } from './database.js';

export interface NewText {
  readonly text: string;
  readonly spans: Span[];
  readonly origin: string;
  readonly remarks: string[];
}

interface VersionRow {
  id: VersionId;
  createdAt: string;
  origin: string;
  remarks: string;
  length: number;
}
interface TextRow extends VersionRow {
  sourceId: SourceId;
  spans: string;
  text: string;
}

const INFO = `id, created_at AS createdAt, origin, remarks, length`;
const INSERT = `INSERT INTO text_version (id, source_id, position, created_at, origin, remarks, length, text_sha256, spans, text)
  VALUES (:id, :sourceId, (SELECT count(*) FROM text_version WHERE source_id = :sourceId), :createdAt, :origin, :remarks,
  :length, :textSha256, :spans, :text)`;
const VERSIONS = `SELECT ${INFO} FROM text_version WHERE source_id = :sourceId ORDER BY position`;
const CURRENT = `SELECT ${INFO}, source_id AS sourceId, spans, text FROM text_version
  WHERE source_id = :sourceId ORDER BY position DESC LIMIT 1`;
const ONE = `SELECT ${INFO}, source_id AS sourceId, spans, text FROM text_version
  WHERE id = :versionId AND source_id = :sourceId`;

export const textHash = (text: string): string => createHash('sha256').update(text, 'utf16le').digest('hex');

export interface TextStore {
  /** Inside the caller's transaction. Spans point into the stored text, whose length is that of the given one. */
  insert(sourceId: SourceId, text: NewText): VersionId;
  versions(sourceId: SourceId): VersionInfo[];
  /** Without `versionId` the current one. @throws FondsError NOT_FOUND. */
  get(sourceId: SourceId, versionId?: VersionId): TextVersion;
}

export function createTextStore({ database, now, newId, touch }: Context): TextStore {
  return {
    insert(sourceId, { text, spans, origin, remarks }) {
      const id = VersionId.parse(newId());
      const kept = storable(text);
      const said = kept === text ? remarks : [...remarks, 'Characters that cannot be stored were replaced by U+FFFD.'];
      database.prepare(INSERT).run({
        id,
        sourceId,
        createdAt: now().toISOString(),
        origin,
        remarks: JSON.stringify(said),
        length: kept.length,
        textSha256: textHash(kept),
        spans: JSON.stringify(spans),
        text: kept,
      });
      touch([sourceId]);
      return id;
    },
    versions: (sourceId) =>
      database
        .prepare<VersionRow>(VERSIONS)
        .all({ sourceId })
        .map((row) => ({ ...row, remarks: JSON.parse(row.remarks) })),
    get(sourceId, versionId) {
      const row = versionId
        ? database.prepare<TextRow>(ONE).get({ sourceId, versionId })
        : database.prepare<TextRow>(CURRENT).get({ sourceId });
      if (!row) {
        throw new FondsError('NOT_FOUND', `Source ${sourceId} has no such text.`, { sourceId, versionId });
      }
      return { ...row, remarks: JSON.parse(row.remarks), spans: JSON.parse(row.spans) };
    },
  };
}
