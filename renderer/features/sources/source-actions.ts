/** What can be done with sources and collections from the list. Each is one step of undo and says what it did. */
import type { Collection, CollectionId, SourceId } from '../../../electron/contract/index.js';
import { announce, perform, runCommand } from '../../api/index.js';
import { countSources } from './places.js';

type Ids = readonly SourceId[];
/** Counts what was done from here, so that an old message does not undo a newer step. */
let lastStep = 0;

/** Says what was done and offers to undo it for as long as it is the last step of the archive. */
async function say(title: string): Promise<void> {
  lastStep += 1;
  const step = lastStep;
  const state = await perform('history.state', undefined, { quiet: true });
  const label = state.ok ? state.value.undo : null;
  const run = async () => {
    const now = await perform('history.state', undefined, { quiet: true });
    if (step === lastStep && now.ok && now.value.undo === label) runCommand('edit.undo');
    else announce('Other things were changed since', { text: 'Undo takes them back one by one, the last one first.' });
  };
  announce(title, { action: { label: 'Undo', run: () => void run() } });
}

/** Each answers true when it was done; a failure has been announced. */
export const sourceActions = {
  async moveToBin(ids: Ids): Promise<boolean> {
    const result = await perform('source.delete', { ids: [...ids] });
    if (result.ok) await say(`${countSources(ids.length)} moved to the bin`);
    return result.ok;
  },
  async restore(ids: Ids): Promise<boolean> {
    const result = await perform('source.restore', { ids: [...ids] });
    if (result.ok) await say(`${countSources(ids.length)} taken out of the bin`);
    return result.ok;
  },
  async addTo(collection: Pick<Collection, 'id' | 'name'>, ids: Ids): Promise<boolean> {
    const result = await perform('collection.add', { id: collection.id, ids: [...ids] });
    if (result.ok) await say(`${countSources(ids.length)} added to ${collection.name}`);
    return result.ok;
  },
  async removeFrom(collection: Pick<Collection, 'id' | 'name'>, ids: Ids): Promise<boolean> {
    const result = await perform('collection.remove', { id: collection.id, ids: [...ids] });
    if (result.ok) await say(`${countSources(ids.length)} removed from ${collection.name}`);
    return result.ok;
  },
  /** @param ids sources to put into it at once; none for an empty collection. */
  async createCollection(name: string, ids: Ids): Promise<Collection | null> {
    const result = await perform('collection.create', { name });
    if (!result.ok) return null;
    if (ids.length > 0) await sourceActions.addTo(result.value, ids);
    else await say(`Collection ${name} created`);
    return result.value;
  },
  async renameCollection(id: CollectionId, name: string): Promise<boolean> {
    const result = await perform('collection.rename', { id, name });
    return result.ok;
  },
  async deleteCollection(collection: Collection): Promise<boolean> {
    const result = await perform('collection.delete', { id: collection.id });
    if (result.ok) await say(`Collection ${collection.name} deleted; its sources stay`);
    return result.ok;
  },
} as const;
