/** Handlers of tags, text versions and annotations. */
import type { Archive } from '../archive/index.js';
import { FondsError } from '../contract/index.js';
import { done, type HandlersOf } from './handler-table.js';
import type { OpenArchive } from './open-archive.js';

type Calls =
  | 'tag.list'
  | 'tag.create'
  | 'tag.ensure'
  | 'tag.rename'
  | 'tag.change'
  | 'tag.move'
  | 'tag.merge'
  | 'tag.delete'
  | 'tag.add'
  | 'tag.remove'
  | 'text.get'
  | 'text.correct'
  | 'text.makeCurrent'
  | 'text.compare'
  | 'annotation.create'
  | 'annotation.get'
  | 'annotation.list'
  | 'annotation.change'
  | 'annotation.tag'
  | 'annotation.delete'
  | 'annotation.place'
  | 'annotation.reanchor';

const notYet = (): never => {
  throw new FondsError('INVALID_INPUT', 'This is not built yet.');
};

export function annotationHandlers(holder: OpenArchive): HandlersOf<Calls> {
  const archive = (): Archive => holder.current().archive;
  void archive;
  void done;
  return {
    'tag.list': () => archive().tags.list(),
    'tag.create': ({ name, parentId, colour }) => archive().tags.create(name, parentId, colour),
    'tag.ensure': ({ path }) => archive().tags.get(archive().tags.ensure(path)),
    'tag.rename': ({ id, name }) => done(archive().tags.rename(id, name)),
    'tag.change': ({ id, change }) => done(archive().tags.change(id, change)),
    'tag.move': ({ id, parentId }) => done(archive().tags.move(id, parentId)),
    'tag.merge': ({ id, into }) => done(archive().tags.merge(id, into)),
    'tag.delete': ({ id }) => done(archive().tags.delete(id)),
    'tag.add': ({ id, ids }) => done(archive().tags.add(id, ids)),
    'tag.remove': ({ id, ids }) => done(archive().tags.remove(id, ids)),
    'text.get': ({ sourceId, versionId }) => archive().texts.get(sourceId, versionId),
    'text.correct': () => notYet(),
    'text.makeCurrent': () => notYet(),
    'text.compare': () => notYet(),
    'annotation.create': () => notYet(),
    'annotation.get': () => notYet(),
    'annotation.list': () => notYet(),
    'annotation.change': () => notYet(),
    'annotation.tag': () => notYet(),
    'annotation.delete': () => notYet(),
    'annotation.place': () => notYet(),
    'annotation.reanchor': () => notYet(),
  };
}
