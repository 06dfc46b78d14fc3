/** The active filters: each with its label and the draft without it. Pure. */
import type { SearchFilter } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { describeFilter, type FilterNames, formatDate } from '../../api/index.js';
import { type SearchDraft, toggleValue } from './search-draft.js';

export interface ActiveFilter {
  readonly key: string;
  /** Its label: `in Cables`, `by Abell, T.`, `1999 – 2000`. */
  readonly label: string;
  readonly without: SearchDraft;
}

function formatDateRange(dateFrom: string, dateTo: string): string {
  if (dateFrom === '') return t('until {dateTo}', { dateTo: formatDate(dateTo) });
  if (dateTo === '') return t('from {dateFrom}', { dateFrom: formatDate(dateFrom) });
  return dateFrom === dateTo ? formatDate(dateFrom) : `${formatDate(dateFrom)} – ${formatDate(dateTo)}`;
}

/** In the order of the facets. */
export function activeFilters(draft: SearchDraft, names: FilterNames): ActiveFilter[] {
  const { collectionId } = draft;
  const dateFrom = draft.dateFrom.trim();
  const dateTo = draft.dateTo.trim();
  const one = (key: string, filter: SearchFilter, without: Partial<SearchDraft>): ActiveFilter => ({
    key,
    label: describeFilter(filter, names),
    without: { ...draft, ...without },
  });
  return [
    ...(dateFrom || dateTo
      ? [{ key: 'dates', label: formatDateRange(dateFrom, dateTo), without: { ...draft, dateFrom: '', dateTo: '' } }]
      : []),
    ...draft.documentTypes.map((value) =>
      one(
        t('type {value}', { value }),
        { documentTypes: [value] },
        { documentTypes: toggleValue(draft.documentTypes, value) },
      ),
    ),
    ...draft.creators.map((value) =>
      one(t('creator {value}', { value }), { creators: [value] }, { creators: toggleValue(draft.creators, value) }),
    ),
    ...(collectionId
      ? [one(t('collection {collectionId}', { collectionId }), { collectionId }, { collectionId: null })]
      : []),
    ...draft.languages.map((value) =>
      one(t('language {value}', { value }), { languages: [value] }, { languages: toggleValue(draft.languages, value) }),
    ),
    ...draft.tagIds.map((value) =>
      one(t('tag {value}', { value }), { tagIds: [value] }, { tagIds: toggleValue(draft.tagIds, value) }),
    ),
  ];
}
