/** The door of annotating: the margin and the tools of a document, its list, the page of annotations to review. */
export { AnnotationMargin } from './AnnotationMargin.js';
export { AnnotationNotices } from './AnnotationNotices.js';
export { AnnotationsPane, type AnnotationsPaneProps } from './AnnotationsPane.js';
export { RegionCard, type RegionCardProps } from './RegionCard.js';
export { ReviewPage, type ReviewPageProps } from './ReviewPage.js';
export { SelectionTools } from './SelectionTools.js';
export { type DocumentAnnotations, useDocumentAnnotations } from './use-document-annotations.js';
export { useRegionMarks } from './use-region-marks.js';
