/** Handlers of tags. */
import type { Archive } from '../archive/index.js';
import type { ArchiveHost } from './archive-host.js';
import { done, type HandlersOf } from './handler-table.js';

type TagCallName =
  | 'tag.list'
  | 'tag.create'
  | 'tag.ensure'
  | 'tag.rename'
  | 'tag.change'
  | 'tag.move'
  | 'tag.merge'
  | 'tag.delete'
  | 'tag.add'
  | 'tag.remove';

export function tagHandlers(host: ArchiveHost): HandlersOf<TagCallName> {
  const archive = (): Archive => host.current().archive;
  return {
    'tag.list': () => archive().tags.listInTurns(),
    'tag.create': ({ name, parentId, colour }) => archive().tags.create(name, parentId, colour),
    'tag.ensure': ({ path }) => archive().tags.get(archive().tags.ensure(path)),
    'tag.rename': ({ id, name }) => done(archive().tags.rename(id, name)),
    'tag.change': ({ id, change }) => done(archive().tags.change(id, change)),
    'tag.move': ({ id, parentId }) => done(archive().tags.move(id, parentId)),
    'tag.merge': ({ id, into }) => done(archive().tags.merge(id, into)),
    'tag.delete': ({ id }) => done(archive().tags.delete(id)),
    'tag.add': ({ id, ids }) => done(archive().tags.add(id, ids)),
    'tag.remove': ({ id, ids }) => done(archive().tags.remove(id, ids)),
  };
}
