/** The comment of an annotation, as it is read. */
import { memo } from 'react';
import css from './Comment.module.css';
import { drawMarkdown } from './comment-markdown.js';

export const Comment = memo(function Comment({ markdown }: { readonly markdown: string }) {
  return (
    <div className={css.comment} dir="auto">
      {drawMarkdown(markdown)}
    </div>
  );
});
