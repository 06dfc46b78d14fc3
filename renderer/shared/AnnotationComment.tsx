/** The comment of an annotation, as it is read. */
import { memo } from 'react';
import css from './AnnotationComment.module.css';
import { renderMarkdown } from './comment-markdown.js';

export const AnnotationComment = memo(function Comment({ markdown }: { readonly markdown: string }) {
  return (
    <div className={css.comment} dir="auto">
      {renderMarkdown(markdown)}
    </div>
  );
});
