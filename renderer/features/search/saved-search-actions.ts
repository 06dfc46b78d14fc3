/** What can be done with saved searches. Each is one undo step; a failure is a value that the form shows. */
import type { Result, SavedSearch, SavedSearchId, SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, perform } from '../../api/index.js';

export const savedSearchActions = {
  async save(name: string, query: SearchQuery): Promise<Result<unknown>> {
    const result = await perform('search.save', { name, query }, { quiet: true });
    if (result.ok) await announceUndoable(t('Search saved as {name}', { name }));
    return result;
  },
  async rename(id: SavedSearchId, name: string): Promise<Result<unknown>> {
    return await perform('search.renameSaved', { id, name }, { quiet: true });
  },
  /** A failure is announced: there is no form to show it in. */
  async delete({ id, name }: SavedSearch): Promise<void> {
    const result = await perform('search.deleteSaved', { id });
    if (result.ok) await announceUndoable(t('Saved search {name} deleted', { name }));
  },
} as const;
