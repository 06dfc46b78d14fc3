/** What can be done with sources, collections and tags from the list. Each is one undo step and says what it did. */
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, perform } from '../../api/index.js';
import { countSources } from './nav-items.js';
import { SOURCE_GROUP_TEXT, type SourceGroup, type SourceGroupKind, sourceGroupCalls } from './source-groups.js';

type SourceIds = readonly SourceId[];

/** Each answers true when it was done; a failure has been announced. */
export const sourceActions = {
  async moveToBin(ids: SourceIds): Promise<boolean> {
    const result = await perform('source.delete', { ids: [...ids] });
    if (result.ok)
      await announceUndoable(t('{countSources} moved to the bin', { countSources: countSources(ids.length) }));
    return result.ok;
  },
  async restore(ids: SourceIds): Promise<boolean> {
    const result = await perform('source.restore', { ids: [...ids] });
    if (result.ok)
      await announceUndoable(t('{countSources} restored from the bin', { countSources: countSources(ids.length) }));
    return result.ok;
  },
  async addTo(target: SourceGroup, ids: SourceIds): Promise<boolean> {
    const isDone = await sourceGroupCalls.add(target, ids);
    if (isDone)
      await announceUndoable(`${countSources(ids.length)} ${SOURCE_GROUP_TEXT[target.kind].added} ${target.name}`);
    return isDone;
  },
  async removeFrom(target: SourceGroup, ids: SourceIds): Promise<boolean> {
    const isDone = await sourceGroupCalls.remove(target, ids);
    if (isDone)
      await announceUndoable(`${countSources(ids.length)} ${SOURCE_GROUP_TEXT[target.kind].removed} ${target.name}`);
    return isDone;
  },
  /** @param ids sources to put into it at once; none for an empty one. */
  async create(kind: SourceGroupKind, name: string, ids: SourceIds): Promise<SourceGroup | null> {
    const made = await sourceGroupCalls.create(kind, name);
    if (!made) return null;
    if (ids.length > 0) await sourceActions.addTo(made, ids);
    else await announceUndoable(t('{title} {name} created', { title: SOURCE_GROUP_TEXT[kind].title, name }));
    return made;
  },
  rename: (target: SourceGroup, name: string): Promise<boolean> => sourceGroupCalls.rename(target, name),
  async delete(target: SourceGroup): Promise<boolean> {
    const isDone = await sourceGroupCalls.delete(target);
    if (isDone)
      await announceUndoable(
        t('{title} {name} deleted; its sources stay', {
          title: SOURCE_GROUP_TEXT[target.kind].title,
          name: target.name,
        }),
      );
    return isDone;
  },
} as const;
