/** One passage that resembles another: where it stands, how much it shares, and the words it shares, marked. */
import { memo, type ReactNode } from 'react';
import type { SimilarPassage } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { formatDate, formatPageLabel } from '../../api/index.js';
import css from './SimilarPane.module.css';
import { formatShare, formatSharedWords, sharedWords } from './similarity-labels.js';

export interface SimilarRowProps {
  readonly id: string;
  readonly passage: SimilarPassage;
  readonly isActive: boolean;
  onPick(): void;
  onOpen(): void;
}

export const SimilarRow = memo(function SimilarRow({ id, passage, isActive, onPick, onOpen }: SimilarRowProps) {
  const { title, date, descriptionLine, pageLabel, similarity } = passage;
  const line = [date && formatDate(date), pageLabel && formatPageLabel(pageLabel), descriptionLine]
    .filter(Boolean)
    .join(' · ');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active passage
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers every key
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`${css.row} ${isActive ? css.active : ''}`}
      onClick={onPick}
      onDoubleClick={onOpen}
    >
      <div className={css.title} dir="auto">
        {title || t('Untitled')}
      </div>
      <div className={css.line}>{line}</div>
      <p className={css.text} dir="auto">
        {marked(passage)}
      </p>
      <div className={css.share} title={sharedWords(passage).join(', ')}>
        <span className={css.bar} aria-hidden>
          <span className={css.filled} style={{ width: `${Math.min(1, similarity) * 100}%` }} />
        </span>
        <span>{formatShare(similarity)}</span>
        <span>{formatSharedWords(passage)}</span>
      </div>
    </div>
  );
});

/** The passage with the words in common marked; joined again it is the passage, letter for letter. */
function marked({ text, matches }: SimilarPassage): ReactNode[] {
  const parts: ReactNode[] = [];
  let cursor = 0;
  for (const [start, end] of matches) {
    if (start < cursor || end <= start) continue;
    if (start > cursor) parts.push(text.slice(cursor, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    cursor = end;
  }
  if (cursor < text.length) parts.push(text.slice(cursor));
  return parts;
}
