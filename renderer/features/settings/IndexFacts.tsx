/** What the search index holds. It is derived from the texts: nothing is lost with it. */

import { t } from '../../../electron/wording/index.js';
import { failureMessage, useCall } from '../../api/index.js';
import { formatBytes, formatCount, Loading, Notice } from '../../ui/index.js';
import css from './SettingsPage.module.css';

export function IndexFacts() {
  const answer = useCall('search.state', undefined, { keepPrevious: true });
  if (answer.status === 'loading') return <Loading>{t('Looking at the index')}</Loading>;
  if (answer.status === 'error') {
    const { title, remedy } = failureMessage(answer.error);
    return (
      <Notice tone="problem" title={title}>
        {remedy}
      </Notice>
    );
  }
  const { documents, segments, terms, indexBytes, analyzer, isCurrent } = answer.data;
  const facts: readonly (readonly [string, string])[] = [
    [t('Sources in it'), formatCount(documents)],
    [t('Words'), formatCount(terms)],
    [t('Segments'), formatCount(segments)],
    [t('Size'), formatBytes(indexBytes)],
    [t('Analyzer'), analyzer],
  ];
  return (
    <>
      {isCurrent ? null : (
        <Notice tone="caution" title={t('This index was made by an older Fonds')}>
          {t('It answers while its successor is built. If none is being built, rebuild it.')}
        </Notice>
      )}
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={css.fact}>
            <dt className={css.quiet}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
