/** Labels of an entry of the search log. */
import type { LogEntry } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { describeMode } from '../../api/index.js';
import { formatCount } from '../../ui/index.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** @param at an ISO instant. @returns day and time as this computer's clock had them. */
export function formatWhen(at: string): { readonly day: string; readonly time: string } {
  const date = new Date(at);
  return { day: day.format(date), time: time.format(date) };
}

/** How it was searched and in what: `all of the words · in Cables`. */
export const describeManner = ({ query, scope }: Pick<LogEntry, 'query' | 'scope'>): string =>
  [describeMode(query), scope].filter(Boolean).join(' · ');

/** Its result. A search without a hit is evidence: it is worded, not shown as a zero. */
export const formatHits = ({ hits }: Pick<LogEntry, 'hits'>): string =>
  hits === 0 ? t('Nothing found') : t('{hits, plural, one {# source} other {# sources}}', { hits });

/** @returns for example `of 1,204`: the sources that could have been found. */
export const formatTotal = ({ searched }: Pick<LogEntry, 'searched'>): string =>
  t('of {searched}', { searched: formatCount(searched) });
