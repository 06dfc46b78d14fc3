/** Handlers of texts and their versions. What makes another one current takes the anchors along: the annotation room does it. */
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import type { ArchiveHost } from './archive-host.js';
import type { HandlersOf } from './handler-table.js';
import { correctText } from './proofreading.js';
import { previewReread, reread } from './rereading.js';

type TextCallName =
  | 'text.get'
  | 'text.leftAside'
  | 'text.correct'
  | 'text.makeCurrent'
  | 'text.compare'
  | 'text.previewReread'
  | 'text.reread';

export function textHandlers(host: ArchiveHost): HandlersOf<TextCallName> {
  const archive = (): Archive => host.current().archive;
  const annotations = (): Annotations => host.current().annotations;
  const rereading = () => ({ archive: archive(), annotations: annotations(), pool: host.readingPool });
  return {
    'text.get': ({ sourceId, versionId }) => archive().texts.get(sourceId, versionId),
    'text.leftAside': ({ sourceId, versionId }) => archive().texts.leftAside(sourceId, versionId),
    'text.correct': (correction) => correctText(correction, host.current()),
    'text.makeCurrent': ({ sourceId, versionId }) => annotations().texts.makeCurrent(sourceId, versionId),
    'text.compare': ({ sourceId, from, to }) => annotations().texts.compare(sourceId, from, to),
    'text.previewReread': (input) => previewReread(rereading(), input),
    'text.reread': (input) => reread(rereading(), input),
  };
}
