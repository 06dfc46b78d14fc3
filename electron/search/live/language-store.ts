/** The language each text seems to be in, as it was guessed once: a guess must not change under a text that did not. */
import type { Database } from '../../archive/index.js';
import type { VersionId } from '../../contract/index.js';

const GET = `SELECT language FROM text_language WHERE version_id = :versionId`;
const ADD = `INSERT INTO text_language (version_id, language) VALUES (:versionId, :language) ON CONFLICT DO NOTHING`;

export type LanguageStore = ReturnType<typeof createLanguageStore>;

export function createLanguageStore(database: Database) {
  const inMemory = new Map<VersionId, string>();
  return {
    /** '' when it could not be determined; null when nobody looked. */
    get: (versionId: VersionId): string | null =>
      database.prepare<{ language: string }>(GET).get({ versionId })?.language ?? inMemory.get(versionId) ?? null,
    /** Inside the caller's transaction. */
    add: (versionId: VersionId, language: string) => database.prepare(ADD).run({ versionId, language }),
    /** For a place that cannot be written to: a text is marked in the language it was indexed in. */
    addInMemory: (versionId: VersionId, language: string) => inMemory.set(versionId, language),
  };
}
