/** Announces the text cursor and its selection to screen readers. */
import { useEffect, useState } from 'react';
import { t } from '../../../electron/wording/index.js';
import type { CaretState } from './use-caret.js';

const REST_MS = 350;

/** @returns what a status line says; changes only when the cursor rests. */
export function useCaretAnnouncement(state: CaretState | null, text: string): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(state === null ? '' : describeCaret(state, text)), REST_MS);
    return () => clearTimeout(timer);
  }, [state, text]);
  return words;
}

function describeCaret({ anchor, focus }: CaretState, text: string): string {
  if (anchor === focus)
    return t('Text cursor. Shift and the arrows select, S a sentence, P a paragraph; Escape leaves.');
  const selected = text.slice(Math.min(anchor, focus), Math.max(anchor, focus)).trim();
  const words = selected.split(/\s+/);
  const count = t('{count, plural, one {1 word} other {# words}}', { count: words.length });
  const shown = words.length <= 12 ? words.join(' ') : `${words.slice(0, 5).join(' ')} … ${words.slice(-5).join(' ')}`;
  return t('{count} selected: {shown}. Enter for what can be done with them.', { count, shown });
}
