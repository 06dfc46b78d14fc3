/** Handlers of tags, text versions and annotations. */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import type { ArchiveHost } from './archive-host.js';
import { done, type HandlersOf } from './handler-table.js';
import { previewReread, reread } from './rereading.js';

type AnnotationCallName =
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
  | 'text.leftAside'
  | 'text.correct'
  | 'text.makeCurrent'
  | 'text.compare'
  | 'text.previewReread'
  | 'text.reread'
  | 'annotation.create'
  | 'annotation.get'
  | 'annotation.list'
  | 'annotation.change'
  | 'annotation.tag'
  | 'annotation.delete'
  | 'annotation.place'
  | 'annotation.reanchor';

export function annotationHandlers(host: ArchiveHost): HandlersOf<AnnotationCallName> {
  const archive = (): Archive => host.current().archive;
  const annotations = (): Annotations => host.current().annotations;
  const rereading = () => ({ archive: archive(), annotations: annotations(), pool: host.readingPool });
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
    'text.get': ({ sourceId, versionId }) => archive().texts.get(sourceId, versionId),
    'text.leftAside': ({ sourceId, versionId }) => archive().texts.leftAside(sourceId, versionId),
    'text.correct': (correction) => annotations().texts.correct(correction),
    'text.makeCurrent': ({ sourceId, versionId }) => annotations().texts.makeCurrent(sourceId, versionId),
    'text.compare': ({ sourceId, from, to }) => annotations().texts.compare(sourceId, from, to),
    'text.previewReread': (input) => previewReread(rereading(), input),
    'text.reread': (input) => reread(rereading(), input),
    'annotation.create': (input) => annotations().create(input),
    'annotation.get': ({ id }) => annotations().get(id),
    'annotation.list': ({ filter, sort, offset, limit }) => annotations().list(filter, sort, offset, limit),
    'annotation.change': ({ ids, change }) => done(annotations().change(ids, change)),
    'annotation.tag': ({ ids, add, remove }) => done(annotations().tag(ids, add, remove)),
    'annotation.delete': ({ ids }) => done(annotations().delete(ids)),
    'annotation.place': ({ id, versionId, start, end }) => annotations().reanchor(id, versionId, start, end),
    'annotation.reanchor': ({ sourceId }) => annotations().texts.reanchor(sourceId),
  };
}
