/** What can be done with sources, collections and tags from the list. Each is one step of undo and says what it did. */
import type { SourceId } from '../../../electron/contract/index.js';
import { announce, perform, runCommand } from '../../api/index.js';
import { type Gathering, type GatheringKind, gatheringCalls, WORDS } from './gatherings.js';
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
  async addTo(target: Gathering, ids: Ids): Promise<boolean> {
    const isDone = await gatheringCalls.add(target, ids);
    if (isDone) await say(`${countSources(ids.length)} ${WORDS[target.kind].added} ${target.name}`);
    return isDone;
  },
  async removeFrom(target: Gathering, ids: Ids): Promise<boolean> {
    const isDone = await gatheringCalls.remove(target, ids);
    if (isDone) await say(`${countSources(ids.length)} ${WORDS[target.kind].removed} ${target.name}`);
    return isDone;
  },
  /** @param ids sources to put into it at once; none for an empty one. */
  async create(kind: GatheringKind, name: string, ids: Ids): Promise<Gathering | null> {
    const made = await gatheringCalls.create(kind, name);
    if (!made) return null;
    if (ids.length > 0) await sourceActions.addTo(made, ids);
    else await say(`${WORDS[kind].title} ${name} created`);
    return made;
  },
  rename: (target: Gathering, name: string): Promise<boolean> => gatheringCalls.rename(target, name),
  async delete(target: Gathering): Promise<boolean> {
    const isDone = await gatheringCalls.delete(target);
    if (isDone) await say(`${WORDS[target.kind].title} ${target.name} deleted; its sources stay`);
    return isDone;
  },
} as const;
