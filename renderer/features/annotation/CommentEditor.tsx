/** Writing a comment: Ctrl+Enter or leaving keeps it, Escape leaves it as it was. What was typed is never lost by looking away. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import css from './AnnotationCard.module.css';

export interface CommentEditorProps {
  readonly comment: string;
  onSave(comment: string): void;
  /** `left`: the focus is elsewhere already. */
  onDone(how: 'saved' | 'cancelled' | 'left'): void;
}

export function CommentEditor({ comment, onSave, onDone }: CommentEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(comment);
  const isOver = useRef(false);
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const end = (how: 'saved' | 'cancelled' | 'left') => {
    // Leaving follows on saving and cancelling: one end is enough.
    if (isOver.current) return;
    isOver.current = true;
    if (how !== 'cancelled' && draft.trim() !== comment) onSave(draft.trim());
    onDone(how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') end('cancelled');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end('saved');
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={field}
      className={css.field}
      aria-label={t('Comment')}
      placeholder={t('Comment, in Markdown')}
      dir="auto"
      rows={2}
      maxLength={100_000}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end('left')}
    />
  );
}
