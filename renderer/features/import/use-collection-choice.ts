/** Where an import puts its sources: nowhere, into a collection that is there, a new one, or one for each folder. */
import { useState } from 'react';
import type { CollectionId, ImportPlanEntry } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { useCall } from '../../api/index.js';

const NONE = 'none';
const NEW = 'new';
const PER_FOLDER = 'per-folder';

export interface ChosenCollection {
  readonly options: readonly { readonly id: string; readonly label: string; readonly detail?: string }[];
  readonly chosen: string;
  setChosen(id: string): void;
  /** Whether a name is asked for. */
  readonly isNew: boolean;
  readonly name: string;
  setName(name: string): void;
  /** For the call; null while the name of a new one is missing. */
  readonly request: {
    readonly collectionId?: CollectionId;
    readonly collectionName?: string;
    readonly collectionPerFolder?: boolean;
  } | null;
}

export function useCollectionChoice(entries: readonly ImportPlanEntry[]): ChosenCollection {
  const collections = useCall('collection.list', undefined);
  const [chosen, setChosen] = useState<string>(NONE);
  const [name, setName] = useState('');
  const known = collections.status === 'ready' ? collections.data : [];
  const hasFolders = entries.some((entry) => entry.name.includes('/'));
  const options = [
    { id: NONE, label: t('No collection') },
    { id: NEW, label: t('New collection…') },
    ...(hasFolders ? [{ id: PER_FOLDER, label: t('One collection for each folder') }] : []),
    ...known.map((one) => ({
      id: one.id as string,
      label: one.name,
      detail: t('{sourceCount, plural, one {# source} other {# sources}}', { sourceCount: one.sourceCount }),
    })),
  ];
  const collectionId = known.find(({ id }) => id === chosen)?.id;
  const isNew = chosen === NEW;
  const request = isNew
    ? name.trim() === ''
      ? null
      : { collectionName: name.trim() }
    : {
        ...(chosen === PER_FOLDER ? { collectionPerFolder: true } : {}),
        ...(collectionId ? { collectionId } : {}),
      };
  return { options, chosen, setChosen, isNew, name, setName, request };
}
