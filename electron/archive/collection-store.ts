/** Collections: named sets of sources that a person puts together for a purpose. */
import type { CollectionId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { Journal } from './journal-store.js';
import { createNamedSetStore, type NamedSetStore } from './named-set-store.js';
import type { SourceStore } from './source-store.js';

export type CollectionStore = NamedSetStore<CollectionId>;

export const createCollectionStore = (
  context: ArchiveContext,
  journal: Journal,
  sources: SourceStore,
): CollectionStore =>
  createNamedSetStore<CollectionId>(context, journal, sources, {
    table: 'collection',
    noun: 'collection',
    kind: 'collection',
    member: { table: 'collection_source', set: 'collection_id' },
    scopes: {
      // The archive counts its collections.
      exists: ['archive', 'collections', 'sources'],
      name: ['collections'],
      members: ['collections', 'sources'],
    },
    label: {
      in: (sources, name) => t('Add {sources} to “{name}”', { sources, name }),
      out: (sources, name) => t('Take {sources} out of “{name}”', { sources, name }),
    },
  });
