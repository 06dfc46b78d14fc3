/** What can be done with saved searches. Each is one step of undo; a failure is a value that the form shows. */
import type { Result, SavedSearch, SavedSearchId, SearchQuery } from '../../../electron/contract/index.js';
import { announce, perform, runCommand } from '../../api/index.js';

/** Says what was done and offers to undo it while it is the last step of the archive. */
async function say(title: string): Promise<void> {
  const state = await perform('history.state', undefined, { quiet: true });
  const label = state.ok ? state.value.undo : null;
  const run = async () => {
    const now = await perform('history.state', undefined, { quiet: true });
    if (now.ok && now.value.undo === label) runCommand('edit.undo');
    else announce('Other things were changed since', { text: 'Undo takes them back one by one, the last one first.' });
  };
  announce(title, { action: { label: 'Undo', run: () => void run() } });
}

export const savedActions = {
  async save(name: string, query: SearchQuery): Promise<Result<unknown>> {
    const result = await perform('search.save', { name, query }, { quiet: true });
    if (result.ok) await say(`Search saved as ${name}`);
    return result;
  },
  async rename(id: SavedSearchId, name: string): Promise<Result<unknown>> {
    return await perform('search.renameSaved', { id, name }, { quiet: true });
  },
  /** A failure is announced: there is no form to show it in. */
  async delete({ id, name }: SavedSearch): Promise<void> {
    const result = await perform('search.deleteSaved', { id });
    if (result.ok) await say(`Saved search ${name} deleted`);
  },
} as const;
