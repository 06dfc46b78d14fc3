/** A list of annotations of which several can be selected. The focus stays on the list, which names the active row. */
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Annotation, Tag, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { AnnotationRow } from '../../shared/AnnotationRow.js';
import { gestureOfClick, gestureOfKey, isCommandKey, type SelectGesture, useVirtualRows } from '../../ui/index.js';
import css from './AnnotationList.module.css';
import { applyGesture, type ListSelection } from './list-selection.js';

export interface AnnotationListProps {
  readonly annotations: readonly Annotation[];
  readonly tree: TagTree<Tag>;
  readonly selection: ListSelection;
  onSelection(selection: ListSelection): void;
  onOpen(annotation: Annotation): void;
  onDelete(): void;
}

const ROW_PX = 74;

export function AnnotationList({ annotations, tree, selection, onSelection, onOpen, onDelete }: AnnotationListProps) {
  const { active, ids } = selection;
  const rows = useVirtualRows({
    count: annotations.length,
    rowPx: ROW_PX,
    heights: 'measured',
    overscan: 6,
    active,
    keyOf: (index) => annotations[index]?.id,
  });
  const go = (index: number, gesture: SelectGesture) =>
    onSelection(
      applyGesture(
        selection,
        annotations.map(({ id }) => id),
        index,
        gesture,
      ),
    );

  return (
    <div
      {...rows.listProps}
      role="listbox"
      aria-label={t('Annotations')}
      aria-multiselectable
      className={css.list}
      // Delete is the list's own: the selected sources must not go with it.
      data-allows-removing
      onKeyDown={onKeyDown}
      onFocus={() => active < 0 && go(0, 'move')}
    >
      <div role="presentation" style={{ height: rows.sizePx, position: 'relative' }}>
        {rows.items.map((item) => {
          const { index, key } = item;
          const annotation = annotations[index];
          if (!annotation) return null;
          const isSelected = ids.has(annotation.id);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers every key
            <div
              key={key}
              {...rows.optionProps(item)}
              role="option"
              aria-selected={isSelected}
              className={`${css.row} ${isSelected ? css.selected : ''} ${index === active ? css.active : ''}`}
              onClick={(event) => pick(index, annotation, event)}
            >
              <AnnotationRow annotation={annotation} tree={tree} />
            </div>
          );
        })}
      </div>
    </div>
  );

  function pick(index: number, annotation: Annotation, event: MouseEvent): void {
    const gesture = gestureOfClick(event);
    go(index, gesture);
    if (gesture === 'only') onOpen(annotation);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = rows.indexAfterKey(event.key);
    const annotation = annotations[active];
    if (next !== null) go(next, gestureOfKey(event));
    else if (event.key === ' ') go(active, 'toggle');
    else if (event.key === 'Enter' && annotation) onOpen(annotation);
    else if (event.key === 'Delete' && ids.size > 0) onDelete();
    else if (event.key.toLowerCase() === 'a' && isCommandKey(event))
      onSelection({ ...selection, ids: new Set(annotations.map(({ id }) => id)) });
    else return;
    event.preventDefault();
  }
}
