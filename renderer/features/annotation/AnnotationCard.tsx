/** One annotation in the margin: its tags, its comment, where, when and by whom; edited where it stands. */
import { MessageSquareText, Tag as TagIcon, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import {
  type Annotation,
  type AnnotationId,
  Colour,
  type Tag,
  type TagTree,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { AnnotationComment } from '../../shared/AnnotationComment.js';
import { annotationLabel, colourName, detailLine } from '../../shared/annotation-labels.js';
import { ColourPicker, Swatch } from '../../shared/ColourPicker.js';
import { TagChips, tagsOf } from '../../shared/TagChips.js';
import { TagPicker } from '../../shared/TagPicker.js';
import { Button, Toolbar, Tooltip } from '../../ui/index.js';
import css from './AnnotationCard.module.css';
import { annotationActions } from './annotation-actions.js';
import { CommentEditor } from './CommentEditor.js';
import type { CardFocusRequest } from './use-document-annotations.js';

export interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly tree: TagTree<Tag>;
  readonly canEdit: boolean;
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  /** `tick`: only a sign, until it is looked at. */
  readonly shape: 'card' | 'tick';
  /** A wish for this card; null when there is none. */
  readonly focusRequest: CardFocusRequest | null;
  /** Keeps its identity, so that a card is drawn again only for what it shows. */
  readonly handlers: CardHandlers;
}

export interface CardHandlers {
  activate(id: AnnotationId): void;
  leave(): void;
  step(direction: 1 | -1): void;
  remove(id: AnnotationId): void;
}

type CardMode = 'read' | 'comment' | 'tags';

/** Wishes that have been granted: a card that is drawn again must not take the focus again. */
const servedRequests = new WeakSet<CardFocusRequest>();

export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, tree, canEdit, isActive, isTabStop, shape, focusRequest, handlers } = props;
  const { id, colour, comment, tagIds } = annotation;
  const onActivate = () => handlers.activate(id);
  const onRemove = () => handlers.remove(id);
  const card = useRef<HTMLElement>(null);
  const tagLine = useRef<HTMLInputElement>(null);
  const [mode, setMode] = useState<CardMode>('read');
  const isOpen = isActive;

  useEffect(() => {
    if (!focusRequest || servedRequests.has(focusRequest)) return;
    servedRequests.add(focusRequest);
    setMode(focusRequest.part === 'card' ? 'read' : focusRequest.part);
    if (focusRequest.part === 'card') card.current?.focus({ preventScroll: true });
  }, [focusRequest]);
  useEffect(() => {
    if (!isOpen) setMode('read');
  }, [isOpen]);
  useEffect(() => {
    if (mode === 'tags') tagLine.current?.focus({ preventScroll: true });
  }, [mode]);

  const toCard = () => {
    setMode('read');
    card.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      // Escape leaves whatever part of the card has the focus for the card itself.
      if (event.key === 'Escape' && event.target !== event.currentTarget) {
        toCard();
        event.stopPropagation();
      }
      return;
    }
    const digit = Colour.safeParse(Number(event.key));
    if (event.key === 'Enter' && canEdit) {
      onActivate();
      setMode('comment');
    } else if (event.key === 'Enter' || event.key === ' ') onActivate();
    else if (event.key === 't' && canEdit) {
      onActivate();
      setMode('tags');
    } else if (digit.success && canEdit) void annotationActions.colour([id], digit.data);
    else if (event.key === 'Delete' && canEdit) onRemove();
    else if (event.key === 'ArrowDown') handlers.step(1);
    else if (event.key === 'ArrowUp') handlers.step(-1);
    else if (event.key === 'Escape') handlers.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const tagNames = tagsOf(tree, tagIds).map((tag) => tree.label(tag.id));
  const isBare = comment === '' && tagIds.length === 0 && mode === 'read';
  const about = detailLine(annotation);
  return (
    <article
      ref={card}
      className={css.card}
      data-shape={shape}
      data-open={isOpen || undefined}
      data-bare={(isBare && !isOpen) || undefined}
      data-colour={colour}
      // Delete is the card's own: the selected sources must not go with it.
      data-allows-removing
      tabIndex={isTabStop ? 0 : -1}
      aria-label={annotationLabel(annotation, tagNames)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (!isActive) onActivate();
        if (event.target === event.currentTarget) card.current?.focus({ preventScroll: true });
      }}
    >
      {shape === 'tick' && !isOpen ? <Swatch colour={colour} /> : content()}
    </article>
  );

  function content() {
    return (
      <>
        {isBare && !isOpen ? (
          <span className={css.bare}>{about || colourName(colour)}</span>
        ) : (
          <>
            <TagChips
              tree={tree}
              tagIds={tagIds}
              onRemove={isOpen && canEdit ? (tagId) => void annotationActions.untag([id], tagId) : undefined}
            />
            {mode === 'tags' && canEdit ? (
              <TagPicker
                label={t('Add a tag')}
                tree={tree}
                excluded={tagIds}
                inputRef={tagLine}
                onPick={(tag) => void annotationActions.tag([id], tag.id)}
                onCreate={(path) => void annotationActions.tagByPath([id], path)}
                onCancel={toCard}
              />
            ) : null}
            {mode === 'comment' ? (
              <CommentEditor
                comment={comment}
                onSave={(next) => void annotationActions.comment(id, next)}
                onDone={(how) => (how === 'left' ? setMode('read') : toCard())}
              />
            ) : comment === '' ? null : (
              <AnnotationComment markdown={comment} />
            )}
          </>
        )}
        {isOpen || !isBare ? (
          <div className={css.about}>
            {isOpen ? `${colourName(colour)}${about === '' ? '' : ' · '}` : ''}
            {about}
          </div>
        ) : null}
        {isOpen && canEdit ? (
          <div className={css.tools}>
            <ColourPicker
              label={t('Colour')}
              value={colour}
              onChange={(next) => void annotationActions.colour([id], next)}
            />
            <span className={css.gap} />
            <Toolbar label={t('Annotation')}>
              <Tooltip text={t('Comment')}>
                <Button variant="icon" size="small" aria-label={t('Comment')} onPress={() => setMode('comment')}>
                  <MessageSquareText size={14} aria-hidden />
                </Button>
              </Tooltip>
              <Tooltip text={t('Tag')}>
                <Button
                  variant="icon"
                  size="small"
                  aria-label={t('Tag')}
                  onPress={() => setMode(mode === 'tags' ? 'read' : 'tags')}
                >
                  <TagIcon size={14} aria-hidden />
                </Button>
              </Tooltip>
              <Tooltip text="Delete" keys="Delete">
                <Button variant="icon" size="small" aria-label={t('Delete the annotation')} onPress={onRemove}>
                  <Trash2 size={14} aria-hidden />
                </Button>
              </Tooltip>
            </Toolbar>
          </div>
        ) : null}
      </>
    );
  }
});
