/** Tags on a passage: chips that say where the tag hangs, with a way to take each away. */
import { X } from 'lucide-react';
import type { Tag, TagId, TagTree } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { Swatch } from './ColourPicker.js';
import css from './Tags.module.css';

export interface TagChipsProps {
  readonly tree: TagTree<Tag>;
  readonly tagIds: readonly TagId[];
  /** Without it the chips are only read. */
  readonly onRemove?: ((id: TagId) => void) | undefined;
}

/** The tags that are in the tree, in its order. */
export const tagsOf = (tree: TagTree<Tag>, ids: readonly TagId[]): Tag[] =>
  tree.tags.filter(({ id }) => ids.includes(id));

export function TagChips({ tree, tagIds, onRemove }: TagChipsProps) {
  const tags = tagsOf(tree, tagIds);
  if (tags.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('Tags')}>
      {tags.map((tag) => (
        <li key={tag.id} className={css.chip} title={tree.path(tag.id)}>
          {tag.colour === null ? null : <Swatch colour={tag.colour} />}
          <span className={css.chipName} dir="auto">
            {tree.label(tag.id)}
          </span>
          {onRemove ? (
            <button
              type="button"
              className={css.remove}
              aria-label={t('Take away the tag {id}', { id: tree.label(tag.id) })}
              onClick={() => onRemove(tag.id)}
            >
              <X size={11} aria-hidden />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
