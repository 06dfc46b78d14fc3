/**
 * Puts a saved search into an archive whose query is no JSON, past the database's own check: listing the saved searches
 * then fails in a way nobody expected, and the failure quotes what it could not read.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the failure would quote, if nobody kept it back. */
export const UNREADABLE = 'Radić';

/** @param dir an archive that nobody has open. */
export function putUnreadableSearch(dir: string): void {
  const database = new DatabaseSync(join(dir, 'archive.db'));
  try {
    database.exec('PRAGMA ignore_check_constraints = ON');
    database
      .prepare('INSERT INTO saved_search (id, name, name_key, query, created_at) VALUES (?, ?, ?, ?, ?)')
      .run('0192f0c1-0000-7000-8000-000000000001', 'Letters', 'letters', UNREADABLE, '2026-01-01T00:00:00.000Z');
  } finally {
    database.close();
  }
}
