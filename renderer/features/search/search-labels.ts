/** Short descriptions of a search: names of saved searches and the text beside them. Pure but for the names. */
import type { SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { describeFilter, type FilterNames } from '../../api/index.js';

const MODES: Record<SearchQuery['mode'], string> = { any: t('any word'), all: '', phrase: 'phrase' };

/** The mode and the filters of a search; empty for all words everywhere. */
export function describeManner(query: SearchQuery, names: FilterNames): string {
  const parts = [MODES[query.mode], query.matching === 'exact' ? 'exact' : '', describeFilter(query.filter, names)];
  return parts.filter(Boolean).join(' · ');
}

/** The name a search is proposed to be saved under. At most 200 letters. */
export function suggestedName(query: SearchQuery, names: FilterNames): string {
  const name = [query.query, describeFilter(query.filter, names)].filter(Boolean).join(' · ');
  return name.length <= 200 ? name : `${name.slice(0, 199).trimEnd()}…`;
}
