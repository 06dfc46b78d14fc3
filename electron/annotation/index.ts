/** The public API of the annotation room: annotations, their anchors, and corrected texts. Nothing deeper is imported. */

export type {
  AnnotationImporter,
  ImportedAnnotation,
  ImportedTarget,
  KnownAnchor,
  PreparedAnnotation,
  PreparedAnnotations,
  WrittenAnnotation,
} from './annotation-importer.js';
export { type Annotations, type AnnotationsOptions, type CreatedInStep, createAnnotations } from './annotations.js';
export type { NewAnnotation } from './create-annotation.js';
export type { ChangesOfMany, Correction, Rereading, TextChanges } from './version-changes.js';
