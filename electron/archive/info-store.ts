/** What the archive says of itself: its identity, its age, how much it holds. */
import type { ArchiveInfo } from '../contract/index.js';
import type { Database } from './database.js';

const INSERT = `INSERT INTO archive (id, uuid, created_at) VALUES (1, :uuid, :at)`;
const GET = `SELECT created_at AS createdAt,
  (SELECT count(*) FROM source WHERE deleted_at IS NULL) AS sources,
  (SELECT count(*) FROM source WHERE deleted_at IS NOT NULL) AS inBin,
  (SELECT count(*) FROM collection WHERE deleted_at IS NULL) AS collections FROM archive`;

interface InfoRow {
  createdAt: string;
  sources: number;
  inBin: number;
  collections: number;
}

export function createInfoStore(database: Database) {
  return {
    insert(uuid: string, at: Date): void {
      database.write(() => database.prepare(INSERT).run({ uuid, at: at.toISOString() }));
    },
    get(): Pick<ArchiveInfo, 'createdAt' | 'counts'> {
      const row = database.prepare<InfoRow>(GET).get();
      if (!row) throw new Error('The archive has lost its own record');
      const { createdAt, sources, inBin, collections } = row;
      return { createdAt, counts: { sources, inBin, collections } };
    },
  };
}
