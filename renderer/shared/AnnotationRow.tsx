/** An annotation in a list: the words in their own typography, its tags and comment, where and by whom. */
import type { Annotation, Tag, TagTree } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { AnnotationComment } from './AnnotationComment.js';
import css from './AnnotationRow.module.css';
import { colourName, detailLine, quotedText, truncate } from './annotation-labels.js';
import { Swatch } from './ColourPicker.js';
import { TagChips } from './TagChips.js';

export interface AnnotationRowProps {
  readonly annotation: Annotation;
  readonly tree: TagTree<Tag>;
}

const MAX_WORDS = 600;

export function AnnotationRow({ annotation, tree }: AnnotationRowProps) {
  const { colour, comment, tagIds, target, anchor } = annotation;
  const about = detailLine(annotation);
  return (
    <div className={css.row}>
      <Swatch colour={colour} />
      <div className={css.body}>
        <p className={target.kind === 'text' ? css.quote : css.region} dir="auto">
          {truncate(quotedText(annotation), MAX_WORDS)}
        </p>
        {comment === '' ? null : (
          <div className={css.comment}>
            <AnnotationComment markdown={comment} />
          </div>
        )}
        <TagChips tree={tree} tagIds={tagIds} />
        <div className={css.about}>
          <span className="visually-hidden">{colourName(colour)} </span>
          {about}
          {anchor?.state === 'review' ? <span className={css.review}>{t('needs review')}</span> : null}
        </div>
      </div>
    </div>
  );
}
