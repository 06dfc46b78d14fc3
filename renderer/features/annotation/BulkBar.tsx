/** What can be done with several annotations at once. Each is one undo step. */
import { Tag as TagIcon, Trash2 } from 'lucide-react';
import type { Annotation, Tag, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { ColourPicker } from '../../shared/ColourPicker.js';
import { TagChips } from '../../shared/TagChips.js';
import { TagPicker } from '../../shared/TagPicker.js';
import { Button, Popover, Tooltip } from '../../ui/index.js';
import { annotationActions } from './annotation-actions.js';
import css from './BulkBar.module.css';

export interface BulkBarProps {
  readonly selected: readonly Annotation[];
  readonly tree: TagTree<Tag>;
  onDeleted(): void;
}

export function BulkBar({ selected, tree, onDeleted }: BulkBarProps) {
  const ids = selected.map(({ id }) => id);
  const tagIds = [...new Set(selected.flatMap((annotation) => annotation.tagIds))];
  const onAll = tagIds.filter((id) => selected.every((annotation) => annotation.tagIds.includes(id)));
  const [first] = selected;
  const colour = first && selected.every((other) => other.colour === first.colour) ? first.colour : null;
  const remove = async () => {
    if (await annotationActions.delete(ids)) onDeleted();
  };
  return (
    <section className={css.bar} aria-label={t('Selected annotations')}>
      <span role="status" className={css.count}>
        {t('{count, plural, one {# annotation} other {# annotations}} selected', { count: selected.length })}
      </span>
      <div className={css.tools}>
        <ColourPicker
          label={t('Colour of the selected annotations')}
          value={colour}
          onChange={(next) => void annotationActions.colour(ids, next)}
        />
        <span className={css.gap} />
        <Popover
          label={t('Tags of the selected annotations')}
          trigger={
            <Button variant="icon" size="small" aria-label={t('Tags of the selected annotations')}>
              <TagIcon size={14} aria-hidden />
            </Button>
          }
        >
          {(close) => (
            <div className={css.tags}>
              <TagChips tree={tree} tagIds={tagIds} onRemove={(tagId) => void annotationActions.untag(ids, tagId)} />
              <TagPicker
                label={t('Add a tag to all of them')}
                tree={tree}
                excluded={onAll}
                onPick={(tag) => void annotationActions.tag(ids, tag.id)}
                onCreate={(path) => void annotationActions.tagByPath(ids, path)}
                onCancel={close}
                autoFocus
              />
            </div>
          )}
        </Popover>
        <Tooltip text="Delete" keys="Delete">
          <Button
            variant="icon"
            size="small"
            aria-label={t('Delete the selected annotations')}
            onPress={() => void remove()}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        </Tooltip>
      </div>
    </section>
  );
}
