/**
 * Find in document: a line, the count, next and previous. Escape closes it and returns the focus to where it was
 * before, which is the text when it was in this document.
 */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../../electron/wording/index.js';
import { Button, SearchField, Tooltip, useRestoreFocus } from '../../ui/index.js';
import css from './DocumentFindBar.module.css';
import type { Hits } from './use-hits.js';

export interface DocumentFindBarProps {
  readonly words: string;
  readonly hits: Hits;
  /** Grows each time the command is given, to take the focus again. */
  readonly calls: number;
  onWords(words: string): void;
  onClose(): void;
}

export function DocumentFindBar({ words, hits, calls, onWords, onClose }: DocumentFindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call of the command takes the focus again
  useEffect(() => input.current?.select(), [calls]);
  const count = hits.ranges.length;
  const bar = useRef<HTMLElement>(null);
  const restoreFocus = useRestoreFocus();
  const close = () => {
    const article = bar.current?.closest('article') ?? null;
    onClose();
    restoreFocus(article);
  };
  return (
    <search ref={bar} className={css.bar} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div className={css.field}>
        <SearchField
          label={t('Find in document')}
          placeholder={t('Find in document')}
          inputRef={input}
          value={words}
          onChange={onWords}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              if (event.shiftKey) hits.previous();
              else hits.next();
            } else if (event.key === 'Escape') close();
            else event.continuePropagation();
          }}
        />
      </div>
      <span role="status" className={css.count}>
        {words.trim() === ''
          ? ''
          : count === 0
            ? t('Not in this document')
            : t('{current} of {count}', {
                current: (hits.current + 1).toLocaleString('en-GB'),
                count: count.toLocaleString('en-GB'),
              })}
      </span>
      <Tooltip text={t('Previous hit')} keys="Shift+F3">
        <Button
          variant="icon"
          size="small"
          aria-label={t('Previous hit')}
          isDisabled={count === 0}
          onPress={hits.previous}
        >
          <ChevronUp size={15} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text={t('Next hit')} keys="F3">
        <Button variant="icon" size="small" aria-label={t('Next hit')} isDisabled={count === 0} onPress={hits.next}>
          <ChevronDown size={15} aria-hidden />
        </Button>
      </Tooltip>
      <Button variant="icon" size="small" aria-label={t('Close find in document')} onPress={close}>
        <X size={15} aria-hidden />
      </Button>
    </search>
  );
}
