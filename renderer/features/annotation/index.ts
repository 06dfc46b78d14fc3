export { AnnotationsPane, type AnnotationsPaneProps } from './AnnotationsPane.js';
export { ReviewPage, type ReviewPageProps } from './ReviewPage.js';
export { TagPage, type TagPageProps } from './TagPage.js';
export { TagsPage, type TagsPageProps } from './TagsPage.js';
