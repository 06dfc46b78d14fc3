/** The rows that name originals: which there are, for which sources, of what media type. */
import { FondsError, type SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { Database } from './database.js';

export interface ReferencedOriginal {
  readonly sha256: string;
  readonly fileName: string;
  readonly sourceId: SourceId;
}
export interface StoredText {
  readonly sourceId: SourceId;
  readonly title: string;
  readonly textSha256: string;
  readonly text: string;
}

const MEDIA_TYPE = `SELECT media_type AS mediaType FROM source_original WHERE sha256 = :sha256 LIMIT 1`;
const IS_NAMED = `SELECT 1 AS yes FROM original WHERE sha256 = :sha256`;
const HASHES = `SELECT sha256 FROM original ORDER BY sha256`;
const NAMED = `SELECT sha256, file_name AS fileName, source_id AS sourceId FROM source_original ORDER BY sha256, source_id`;
const TEXT_IDS = `SELECT id FROM text_version`;
const TEXT = `SELECT t.source_id AS sourceId, s.title AS title, t.text_sha256 AS textSha256, t.text AS text
  FROM text_version t JOIN source s ON s.id = t.source_id WHERE t.id = :id`;

export type OriginalStore = ReturnType<typeof createOriginalStore>;

export function createOriginalStore(database: Database) {
  return {
    /** @throws FondsError NOT_FOUND. */
    mediaType(sha256: string): string {
      const row = database.prepare<{ mediaType: string }>(MEDIA_TYPE).get({ sha256 });
      if (!row) throw new FondsError('NOT_FOUND', t('No source has the original {sha256}.', { sha256 }), { sha256 });
      return row.mediaType;
    },
    isNamed: (sha256: string): boolean => database.prepare(IS_NAMED).get({ sha256 }) !== undefined,
    hashes: (): string[] =>
      database
        .prepare<{ sha256: string }>(HASHES)
        .all()
        .map((row) => row.sha256),
    /** One for each original of each source, those in the bin too, in order of hash. */
    named: (): ReferencedOriginal[] => database.prepare<ReferencedOriginal>(NAMED).all(),
    textIds: (): string[] =>
      database
        .prepare<{ id: string }>(TEXT_IDS)
        .all()
        .map((row) => row.id),
    text: (id: string): StoredText | undefined => database.prepare<StoredText>(TEXT).get({ id }),
  };
}
