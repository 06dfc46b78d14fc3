/** Saved searches: queries that a person gave a name. Saving, renaming and deleting are undone like any other change. */
import { type Archive, createNamedRows } from '../../archive/index.js';
import type { SavedSearch, SavedSearchId, SearchQuery } from '../../contract/index.js';
import { t } from '../../wording/index.js';

export interface SavedSearches {
  /** In order of name. */
  list(): SavedSearch[];
  /** @throws FondsError INVALID_INPUT when the name is in use, whatever its case and accents, or empty. */
  save(name: string, query: SearchQuery): SavedSearch;
  /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
  rename(id: SavedSearchId, name: string): void;
  /** @throws FondsError NOT_FOUND. */
  delete(id: SavedSearchId): void;
}

interface SavedSearchRow extends Omit<SavedSearch, 'query'> {
  query: string;
}

const LIST = `SELECT id, name, query, created_at AS createdAt FROM saved_search WHERE deleted_at IS NULL ORDER BY name_key`;

export function createSavedSearches(
  { database, history }: Pick<Archive, 'database' | 'history'>,
  { now, newId }: { readonly now: () => Date; readonly newId: () => string },
): SavedSearches {
  const rows = createNamedRows<SavedSearchId>(
    { database, journal: history, now, newId },
    {
      table: 'saved_search',
      noun: t('saved search'),
      kind: 'saved',
      scopes: { exists: ['searches'], name: ['searches'] },
      columns: ['query'],
    },
  );
  return {
    list: () =>
      database
        .prepare<SavedSearchRow>(LIST)
        .all()
        .map((row) => ({ ...row, query: JSON.parse(row.query) })),
    save: (name, query) => ({ ...rows.create(name, { query: JSON.stringify(query) }), query }),
    rename: rows.rename,
    delete: rows.delete,
  };
}
