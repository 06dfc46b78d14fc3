/** What can be done with sources, collections and tags from the list. Each is one step of undo and says what it did. */
import type { SourceId } from '../../../electron/contract/index.js';
import { announceDone, perform } from '../../api/index.js';
import { type Gathering, type GatheringKind, gatheringCalls, WORDS } from './gatherings.js';
import { countSources } from './places.js';

type Ids = readonly SourceId[];

/** Each answers true when it was done; a failure has been announced. */
export const sourceActions = {
  async moveToBin(ids: Ids): Promise<boolean> {
    const result = await perform('source.delete', { ids: [...ids] });
    if (result.ok) await announceDone(`${countSources(ids.length)} moved to the bin`);
    return result.ok;
  },
  async restore(ids: Ids): Promise<boolean> {
    const result = await perform('source.restore', { ids: [...ids] });
    if (result.ok) await announceDone(`${countSources(ids.length)} taken out of the bin`);
    return result.ok;
  },
  async addTo(target: Gathering, ids: Ids): Promise<boolean> {
    const isDone = await gatheringCalls.add(target, ids);
    if (isDone) await announceDone(`${countSources(ids.length)} ${WORDS[target.kind].added} ${target.name}`);
    return isDone;
  },
  async removeFrom(target: Gathering, ids: Ids): Promise<boolean> {
    const isDone = await gatheringCalls.remove(target, ids);
    if (isDone) await announceDone(`${countSources(ids.length)} ${WORDS[target.kind].removed} ${target.name}`);
    return isDone;
  },
  /** @param ids sources to put into it at once; none for an empty one. */
  async create(kind: GatheringKind, name: string, ids: Ids): Promise<Gathering | null> {
    const made = await gatheringCalls.create(kind, name);
    if (!made) return null;
    if (ids.length > 0) await sourceActions.addTo(made, ids);
    else await announceDone(`${WORDS[kind].title} ${name} created`);
    return made;
  },
  rename: (target: Gathering, name: string): Promise<boolean> => gatheringCalls.rename(target, name),
  async delete(target: Gathering): Promise<boolean> {
    const isDone = await gatheringCalls.delete(target);
    if (isDone) await announceDone(`${WORDS[target.kind].title} ${target.name} deleted; its sources stay`);
    return isDone;
  },
} as const;
