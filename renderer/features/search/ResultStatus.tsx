/** The figures of what was found, said quietly and read out; and what stands in the way, if something does. */

import { t } from '../../../electron/wording/index.js';
import { formatCount } from '../../ui/index.js';
import css from './SearchPane.module.css';
import type { ShownResults } from './use-search.js';

export interface ResultStatusProps {
  readonly shown: ShownResults | null;
  /** `left-over`: the hits are of an earlier line, because the one that stands there cannot be read. */
  readonly state: 'current' | 'searching' | 'left-over';
  /** `growing`: texts are still going into the index. */
  readonly index: 'growing' | 'whole';
  /** Why the search is not being logged; null when it is. */
  readonly problem: string | null;
}

export function ResultStatus({ shown, state, index, problem }: ResultStatusProps) {
  return (
    <div className={css.status}>
      <span role="status">{figures()}</span>
      {problem === null ? null : <span className={css.problem}>{problem}</span>}
      {state === 'searching' ? <span className={css.searching}>{t('searching…')}</span> : null}
    </div>
  );

  function figures(): string {
    if (!shown || shown.answer.total === 0) return '';
    if (state === 'left-over')
      return t('Still showing {value}', { value: shown.query.query ? `“${shown.query.query}”` : t('the last answer') });
    const { total, searched, tookMs } = shown.answer;
    const found = t('{total} of {searched} sources', { total: formatCount(total), searched: formatCount(searched) });
    return t('{found}{value} in {round} ms', {
      found,
      value: index === 'growing' ? t(' so far') : '',
      round: tookMs < 1 ? t('under 1') : formatCount(Math.round(tookMs)),
    });
  }
}
