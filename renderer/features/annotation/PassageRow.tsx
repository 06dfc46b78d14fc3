/** An annotation in a list: the words in their own typography, its tags and comment, where and by whom. */
import type { Annotation, Tag, TagTree } from '../../../electron/contract/index.js';
import { aboutLine, colourName, markedWords, shorten } from './annotation-words.js';
import { Swatch } from './ColourPicker.js';
import { Comment } from './Comment.js';
import css from './PassageRow.module.css';
import { TagChips } from './TagChips.js';

export interface PassageRowProps {
  readonly annotation: Annotation;
  readonly tree: TagTree<Tag>;
}

const MOST_WORDS = 600;

export function PassageRow({ annotation, tree }: PassageRowProps) {
  const { colour, comment, tagIds, target, anchor } = annotation;
  const about = aboutLine(annotation);
  return (
    <div className={css.row}>
      <Swatch colour={colour} />
      <div className={css.body}>
        <p className={target.kind === 'text' ? css.quote : css.region} dir="auto">
          {shorten(markedWords(annotation), MOST_WORDS)}
        </p>
        {comment === '' ? null : (
          <div className={css.comment}>
            <Comment markdown={comment} />
          </div>
        )}
        <TagChips tree={tree} tagIds={tagIds} />
        <div className={css.about}>
          <span className="visually-hidden">{colourName(colour)} </span>
          {about}
          {anchor?.state === 'review' ? <span className={css.review}>needs review</span> : null}
        </div>
      </div>
    </div>
  );
}
