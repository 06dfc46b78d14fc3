/** The door of the annotation room: annotations, their anchors, and corrected texts. Nothing deeper is imported. */
export type { NewAnnotation } from './adding.js';
export { type Added, type Annotations, type AnnotationsOptions, createAnnotations } from './annotations.js';
export type {
  KnownAnchor,
  PreparedAnnotation,
  PreparedAnnotations,
  Taken,
  TakenAnnotation,
  TakenTarget,
  TakingIn,
} from './taking-in.js';
export type { Correction, TextChanges } from './text-changes.js';
