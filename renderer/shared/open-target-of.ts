/** From an annotation to what the frame opens for it. */
import type { Annotation } from '../../electron/contract/index.js';
import type { OpenTarget } from '../api/index.js';

/** Where an annotation is opened: a region on its page image; one without a place opens its source. */
export const openTargetOf = ({ id, sourceId, anchor, target }: Annotation): OpenTarget => ({
  sourceId,
  ...(target.kind === 'region' ? { page: { ...target.region, annotationId: id } } : {}),
  place: anchor?.state === 'placed' ? { start: anchor.start, end: anchor.end } : null,
});
