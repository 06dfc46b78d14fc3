/** The inspector: what one source can be compared with. Those that share much of its text come by themselves. */
import { GitCompareArrows } from 'lucide-react';
import type { NearDuplicate, SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, useCall } from '../../api/index.js';
import { Button, ErrorState, Loading } from '../../ui/index.js';
import { formatShare, percent } from './model/format-share.js';
import css from './SimilarSourcesPane.module.css';

export interface SimilarSourcesPaneProps {
  readonly sourceId: SourceId;
  onCompare(sourceIds: readonly SourceId[]): void;
  /** Others are to be chosen by hand. */
  onChoose(first: readonly SourceId[]): void;
}

export function SimilarSourcesPane({ sourceId, onCompare, onChoose }: SimilarSourcesPaneProps) {
  const answer = useCall('collation.suggest', { sourceId });
  return (
    <section className={css.pane} aria-label={t('Compare with')}>
      <h2 className={css.heading}>{t('Compare with')}</h2>
      {content()}
      <div className={css.foot}>
        <Button onPress={() => onChoose([sourceId])}>
          <GitCompareArrows size={14} aria-hidden /> {t('Compare with other sources…')}
        </Button>
      </div>
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <Loading>{t('Looking for texts like this one')}</Loading>;
    if (answer.status === 'error') return <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />;
    if (answer.data.length === 0) {
      return <p className={css.word}>{t('No other source of the archive shares long runs of words with this one.')}</p>;
    }
    const all = answer.data;
    return (
      <>
        <p className={css.word}>
          {t('Share much of this text. An estimate from runs of words; comparing shows what is so.')}
        </p>
        <ul aria-label={t('Sources that share much of this text')}>
          {all.map((alike) => (
            <li key={alike.sourceId} className={css.alike}>
              <SimilarSource alike={alike} onCompare={() => onCompare([sourceId, alike.sourceId])} />
            </li>
          ))}
        </ul>
        {all.length > 1 ? (
          <div className={css.foot}>
            <Button onPress={() => onCompare([sourceId, ...all.map((alike) => alike.sourceId)])}>
              {t('Compare with all {count}', { count: all.length })}
            </Button>
          </div>
        ) : null}
      </>
    );
  }
}

function SimilarSource({ alike, onCompare }: { readonly alike: NearDuplicate; onCompare(): void }) {
  const { title, dateWritten, share } = alike;
  return (
    <>
      <p className={css.title} dir="auto">
        {title || t('Untitled')}
      </p>
      <p className={css.about}>
        {dateWritten ? `${formatDate(dateWritten)} · ` : ''}
        {formatShare(share)} ({percent(share)})
      </p>
      <Button
        size="small"
        onPress={onCompare}
        aria-label={t('Compare with {title}', { title: title || t('this source') })}
      >
        <GitCompareArrows size={13} aria-hidden /> {t('Compare')}
      </Button>
    </>
  );
}
