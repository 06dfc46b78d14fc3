/** How much each two witnesses agree, as a small picture with its figures; and how many variants of each class. */

import { t } from '../../../../electron/wording/index.js';
import { formatCount } from '../../../ui/index.js';
import { percent } from '../model/format-share.js';
import { CLASSES } from '../model/variant-classes.js';
import { ClassSample } from '../page/ClassSample.js';
import type { CollationData } from '../page/use-collation.js';
import css from './StatisticsView.module.css';

export function StatisticsView({ collated }: { readonly collated: CollationData }) {
  const { witnesses, agreement, counts } = collated.result;
  const most = Math.max(1, ...CLASSES.map(({ id }) => counts[id] ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.view} aria-label={t('Statistics')} tabIndex={0}>
      <div>
        <table className={css.matrix}>
          <caption className={css.caption}>{t('Words that agree, of all words of the two')}</caption>
          <thead>
            <tr>
              <td />
              {witnesses.map(({ siglum, versionId }) => (
                <th key={versionId} scope="col">
                  {siglum}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {witnesses.map(({ siglum, versionId, title }, row) => (
              <tr key={versionId}>
                <th scope="row" title={title}>
                  {siglum}
                </th>
                {witnesses.map((other, column) => {
                  const share = agreement[row]?.[column] ?? 0;
                  return (
                    <td
                      key={other.versionId}
                      data-self={row === column || undefined}
                      style={{ ['--share' as never]: `${row === column ? 0 : Math.round(share * 46)}%` }}
                    >
                      {row === column ? '–' : percent(share)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.word}>{t('A word without a counterpart counts as not agreeing.')}</p>
      </div>
      <table className={css.classes}>
        <caption className={css.caption}>{t('Variants of each class')}</caption>
        <tbody>
          {CLASSES.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row">
                <ClassSample kind={id} /> {title}
              </th>
              <td className={css.figure}>{formatCount(counts[id] ?? 0)}</td>
              <td className={css.barCell} aria-hidden>
                <span className={css.bar} style={{ width: `${((counts[id] ?? 0) / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
