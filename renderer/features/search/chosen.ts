/** The filters that are set, one by one: each with its words and the search without it. Pure. */
import type { SearchFilter } from '../../../electron/contract/index.js';
import { type FilterNames, sayDate, sayFilter } from '../../api/index.js';
import { type SearchDraft, toggled } from './search-line.js';

export interface Chosen {
  readonly key: string;
  /** As a person reads it: `in Cables`, `by Abell, T.`, `1999 – 2000`. */
  readonly label: string;
  readonly without: SearchDraft;
}

function sayDates(dateFrom: string, dateTo: string): string {
  if (dateFrom === '') return `until ${sayDate(dateTo)}`;
  if (dateTo === '') return `from ${sayDate(dateFrom)}`;
  return dateFrom === dateTo ? sayDate(dateFrom) : `${sayDate(dateFrom)} – ${sayDate(dateTo)}`;
}

/** In the order of the facets. */
export function chosenOf(draft: SearchDraft, names: FilterNames): Chosen[] {
  const { collectionId } = draft;
  const dateFrom = draft.dateFrom.trim();
  const dateTo = draft.dateTo.trim();
  const one = (key: string, filter: SearchFilter, without: Partial<SearchDraft>): Chosen => ({
    key,
    label: sayFilter(filter, names),
    without: { ...draft, ...without },
  });
  return [
    ...(dateFrom || dateTo
      ? [{ key: 'dates', label: sayDates(dateFrom, dateTo), without: { ...draft, dateFrom: '', dateTo: '' } }]
      : []),
    ...draft.documentTypes.map((value) =>
      one(`type ${value}`, { documentTypes: [value] }, { documentTypes: toggled(draft.documentTypes, value) }),
    ),
    ...draft.creators.map((value) =>
      one(`creator ${value}`, { creators: [value] }, { creators: toggled(draft.creators, value) }),
    ),
    ...(collectionId ? [one(`collection ${collectionId}`, { collectionId }, { collectionId: null })] : []),
    ...draft.languages.map((value) =>
      one(`language ${value}`, { languages: [value] }, { languages: toggled(draft.languages, value) }),
    ),
    ...draft.tagIds.map((value) => one(`tag ${value}`, { tagIds: [value] }, { tagIds: toggled(draft.tagIds, value) })),
  ];
}
