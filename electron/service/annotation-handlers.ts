/** Handlers of annotations. */
import type { Annotations } from '../annotation/index.js';
import type { ArchiveHost } from './archive-host.js';
import { done, type HandlersOf } from './handler-table.js';

type AnnotationCallName =
  | 'annotation.create'
  | 'annotation.get'
  | 'annotation.list'
  | 'annotation.change'
  | 'annotation.tag'
  | 'annotation.delete'
  | 'annotation.place'
  | 'annotation.reanchor';

export function annotationHandlers(host: ArchiveHost): HandlersOf<AnnotationCallName> {
  const annotations = (): Annotations => host.current().annotations;
  return {
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
