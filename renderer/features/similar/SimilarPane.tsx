/** Passages elsewhere in the archive that resemble a selected one. The arrows walk them while each is shown. */
import { TextQuote, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SimilarPassage, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import { Button, EmptyState, ErrorState, FocusReturn, Loading, PaneHeader } from '../../ui/index.js';
import css from './SimilarPane.module.css';
import { SimilarRow } from './SimilarRow.js';

/** The passage of a source, `[start, end)` in UTF-16 code units, that similar ones are searched for. */
export interface ReferencePassage {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface PassageLocation {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

export interface SimilarPaneProps {
  readonly passage: ReferencePassage;
  onPreview(place: PassageLocation): void;
  onOpen(place: PassageLocation): void;
  onClose(): void;
}

/** More than this no one reads; the best come first. */
const LIMIT = 40;

export function SimilarPane({ passage, onPreview, onOpen, onClose }: SimilarPaneProps) {
  const { sourceId, start, end, text } = passage;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const answer = useCall('search.similar', { sourceId, start, end, limit: LIMIT });
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const found = answer.status === 'ready' ? answer.data : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer to another passage takes the focus and begins at its top
  useEffect(() => {
    setActive(-1);
    list.current?.focus();
  }, [passage, found]);

  const go = (index: number) => {
    const next = found?.[index];
    if (!next) return;
    setActive(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
    onPreview(next);
  };

  return (
    <section
      className={css.pane}
      aria-label={t('Similar passages')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <FocusReturn />
      <PaneHeader
        title={t('Similar passages')}
        detail={
          found ? (
            <span role="status">{found.length < LIMIT ? found.length : t('the best {LIMIT}', { LIMIT })}</span>
          ) : null
        }
      >
        <Button variant="icon" aria-label={t('Close the similar passages')} onPress={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </PaneHeader>
      <div className={css.reference}>
        <p className={css.quote} dir="auto">
          {text}
        </p>
        <div className={css.origin}>
          <span className={css.originTitle} dir="auto">
            {source.status === 'ready' ? source.data.description.title || t('Untitled') : ''}
          </span>
          <Button variant="link" onPress={() => onOpen({ sourceId, start, end })}>
            {t('Back to it')}
          </Button>
        </div>
      </div>
      {content()}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Comparing with every text')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (answer.data.length === 0) {
      return (
        <EmptyState icon={<TextQuote size={24} strokeWidth={1.5} />} title={t('No passage resembles this one')}>
          {t(
            'No other place of the archive shares enough of its telling words. Try a longer selection: a whole sentence, or a paragraph.',
          )}
        </EmptyState>
      );
    }
    return (
      <>
        <p className={css.guess}>
          {t(
            'Guesses, the closest first. The figure says how much of your passage’s telling words stands there too, the rare ones counting most.',
          )}
        </p>
        <div
          ref={list}
          role="listbox"
          aria-label={t('Similar passages')}
          tabIndex={0}
          className={css.list}
          {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          onKeyDown={(event) => onKeyDown(event, answer.data)}
        >
          {answer.data.map((similar, index) => (
            <SimilarRow
              key={`${similar.versionId} ${similar.start}`}
              id={`${listId}-${index}`}
              passage={similar}
              isActive={index === active}
              onPick={() => go(index)}
              onOpen={() => onOpen(similar)}
            />
          ))}
        </div>
      </>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, passages: readonly SimilarPassage[]): void {
    const last = passages.length - 1;
    const targets: Record<string, number> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const chosen = passages[active];
    if (target !== undefined) go(target);
    else if (event.key === 'Enter' && chosen) onOpen(chosen);
    else return;
    event.preventDefault();
  }
}
