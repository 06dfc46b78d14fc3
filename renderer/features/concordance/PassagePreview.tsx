/** The passage around the active line, under the table, so that one need not leave it to read on. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ConcordanceLine } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, formatPageLabel, useCall } from '../../api/index.js';
import { Button, Loading } from '../../ui/index.js';
import { directionOf, passageAround } from './concordance-lines.js';
import css from './PassagePreview.module.css';

/** UTF-16 code units shown on each side: about a dozen lines of reading. */
const CONTEXT_LENGTH = 700;

export interface PassagePreviewProps {
  readonly line: ConcordanceLine;
  onOpen(): void;
  onClose(): void;
}

export function PassagePreview({ line, onOpen, onClose }: PassagePreviewProps) {
  const { sourceId, versionId, start, end, title, date, pageLabel } = line;
  const text = useCall('text.get', { sourceId, versionId });
  const scroller = useRef<HTMLElement>(null);
  const status = text.status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place, or its text just come, is put in the middle
  useEffect(() => {
    const mark = scroller.current?.querySelector('mark');
    mark?.scrollIntoView({ block: 'center' });
  }, [versionId, start, status]);
  return (
    <aside className={css.panel} aria-label={t('Passage')}>
      <header className={css.head}>
        <h3 className={css.title} dir="auto">
          {title || t('Untitled')}
        </h3>
        <span className={css.line}>
          {[date && formatDate(date), pageLabel && formatPageLabel(pageLabel)].filter(Boolean).join(' · ')}
        </span>
        <span className={css.gap} />
        <Button size="small" onPress={onOpen}>
          {t('Open')}
        </Button>
        <Button variant="icon" size="small" aria-label={t('Close the passage')} onPress={onClose}>
          <X size={14} aria-hidden />
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={scroller} className={css.scroller} aria-label={t('Text of the passage')} tabIndex={0}>
        {content()}
      </section>
    </aside>
  );

  function content() {
    if (text.status === 'loading') return <Loading>{t('Reading the passage')}</Loading>;
    if (text.status === 'error') {
      const { title: what, remedy } = failureMessage(text.error);
      return (
        <p role="alert" className={css.text}>
          {what}. {remedy}
        </p>
      );
    }
    const { before, match, after } = passageAround(text.data.text, start, end, CONTEXT_LENGTH);
    return (
      <p className={css.text} dir={directionOf(line)}>
        {before}
        <mark>{match}</mark>
        {after}
      </p>
    );
  }
}
