/** A list of annotations of which several can be selected. The focus stays on the list, which names the active row. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import type { Annotation, Tag, TagTree } from '../../../electron/contract/index.js';
import { AnnotationRow } from '../../shared/AnnotationRow.js';
import css from './AnnotationList.module.css';
import { applyGesture, type ListSelection, type SelectionGesture } from './list-selection.js';

export interface AnnotationListProps {
  readonly annotations: readonly Annotation[];
  readonly tree: TagTree<Tag>;
  readonly selection: ListSelection;
  onSelection(selection: ListSelection): void;
  onOpen(annotation: Annotation): void;
  onDelete(): void;
}

const ROW_PX = 74;
const SCREENFUL = 8;

export function AnnotationList({ annotations, tree, selection, onSelection, onOpen, onDelete }: AnnotationListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => annotations[index]?.id ?? index,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const { active, ids } = selection;
  const go = (index: number, gesture: SelectionGesture) =>
    onSelection(
      applyGesture(
        selection,
        annotations.map(({ id }) => id),
        index,
        gesture,
      ),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    if (active >= 0 && active < annotations.length) rows.scrollToIndex(active, { align: 'auto' });
  }, [active]);

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Annotations"
      aria-multiselectable
      tabIndex={0}
      className={css.list}
      // Delete is the list's own: the selected sources must not go with it.
      data-allows-removing
      {...(items.some(({ index }) => index === active) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={() => active < 0 && go(0, 'move')}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => {
          const annotation = annotations[index];
          if (!annotation) return null;
          const isSelected = ids.has(annotation.id);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers every key
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={annotations.length}
              aria-posinset={index + 1}
              className={`${css.row} ${isSelected ? css.selected : ''} ${index === active ? css.active : ''}`}
              style={{ transform: `translateY(${start}px)` }}
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
    const gesture = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    go(index, gesture);
    if (gesture === 'only') onOpen(annotation);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: SCREENFUL, PageUp: -SCREENFUL };
    const step = steps[event.key];
    const gesture: SelectionGesture = event.shiftKey ? 'extend' : isCommand ? 'move' : 'only';
    const annotation = annotations[active];
    if (step !== undefined) go(active + step, gesture);
    else if (event.key === 'Home') go(0, gesture);
    else if (event.key === 'End') go(annotations.length - 1, gesture);
    else if (event.key === ' ') go(active, 'toggle');
    else if (event.key === 'Enter' && annotation) onOpen(annotation);
    else if (event.key === 'Delete' && ids.size > 0) onDelete();
    else if (event.key.toLowerCase() === 'a' && isCommand)
      onSelection({ ...selection, ids: new Set(annotations.map(({ id }) => id)) });
    else return;
    event.preventDefault();
  }
}
