/** Tags on sources: words by which a person marks what is alike. */
import type { TagId } from '../contract/index.js';
import type { Context } from './context.js';
import type { Journal } from './journal-store.js';
import { createNamedSetStore, type NamedSetStore } from './named-set-store.js';
import type { SourceStore } from './source-store.js';

export type TagStore = NamedSetStore<TagId>;

export const createTagStore = (context: Context, journal: Journal, sources: SourceStore): TagStore =>
  createNamedSetStore<TagId>(context, journal, sources, {
    table: 'tag',
    noun: 'tag',
    kind: 'tag',
    member: { table: 'tag_source', set: 'tag_id' },
    scopes: { exists: ['tags', 'sources'], name: ['tags', 'sources'], members: ['tags', 'sources'] },
    label: {
      in: (sources, name) => `Tag ${sources} “${name}”`,
      out: (sources, name) => `Take tag “${name}” off ${sources}`,
    },
  });
