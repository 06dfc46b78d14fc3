/** The door of the tags: the tag manager, and the page of one tag. */
export { TagPage, type TagPageProps } from './TagPage.js';
export { TagsPage, type TagsPageProps } from './TagsPage.js';
