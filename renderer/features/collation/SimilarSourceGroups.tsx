/** Sources of the archive that share much of their text: each group is one press away from a comparison. */
import { GitCompareArrows } from 'lucide-react';
import type { SourceId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { failureMessage, formatDate, useCall } from '../../api/index.js';
import { Button, formatCount } from '../../ui/index.js';
import css from './CollationsPane.module.css';
import { formatShare, percent } from './model/format-share.js';
import { splitTitles } from './model/split-titles.js';
import { WitnessTitle } from './WitnessTitle.js';

/** More than these nobody looks through; the most alike come first. */
const LIMIT = 30;
const MAX_NAMED = 5;

export function SimilarSourceGroups({ onCompare }: { onCompare(sourceIds: readonly SourceId[]): void }) {
  const answer = useCall('collation.groups', { limit: LIMIT }, { keepPrevious: true });
  return (
    <section className={css.alike} aria-label={t('Sources that share much of their text')}>
      <h3 className={css.heading}>{t('Sources that share much of their text')}</h3>
      {content()}
    </section>
  );

  function content() {
    if (answer.status === 'loading') return <p className={css.word}>{t('Looking through the archive…')}</p>;
    if (answer.status === 'error') {
      const { title, remedy } = failureMessage(answer.error);
      return (
        <div role="alert" className={css.word}>
          {title}. {remedy}{' '}
          <Button size="small" onPress={answer.retry}>
            {t('Try again')}
          </Button>
        </div>
      );
    }
    const { total, groups } = answer.data;
    if (total === 0) {
      return <p className={css.word}>{t('No two sources of this archive have long runs of words in common.')}</p>;
    }
    return (
      <ul className={css.groups}>
        {groups.map(({ share, sources }) => (
          <li key={sources.map(({ sourceId }) => sourceId).join()} className={css.group}>
            <ul className={css.members}>
              {sources.slice(0, MAX_NAMED).map(({ sourceId, title, dateWritten }, index) => (
                <li key={sourceId} className={css.member}>
                  <span className={css.memberTitle}>
                    <WitnessTitle
                      title={splitTitles(sources.map((source) => source.title))[index] ?? { head: title, tail: '' }}
                    />
                  </span>
                  {dateWritten ? <span className={css.quiet}>{formatDate(dateWritten)}</span> : null}
                </li>
              ))}
              {sources.length > MAX_NAMED ? (
                <li className={css.quiet}>{t('and {count} more', { count: sources.length - MAX_NAMED })}</li>
              ) : null}
            </ul>
            <div className={css.groupFoot}>
              <span className={css.quiet}>
                {formatShare(share)} <span className="figures">({percent(share)})</span>
              </span>
              <Button size="small" onPress={() => onCompare(sources.map(({ sourceId }) => sourceId))}>
                <GitCompareArrows size={13} aria-hidden />{' '}
                {sources.length === 2 ? t('Compare both') : t('Compare all {count}', { count: sources.length })}
              </Button>
            </div>
          </li>
        ))}
        {groups.length < total ? (
          <li className={css.word}>
            {t('The {count} of {total} groups that are most alike are shown.', {
              count: formatCount(groups.length),
              total: formatCount(total),
            })}
          </li>
        ) : null}
      </ul>
    );
  }
}
