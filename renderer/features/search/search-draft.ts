/** The search input with its filters, converted to a query of the contract and back. Pure. */
import type {
  CollectionId,
  Failure,
  SearchFilter,
  SearchMode,
  SearchQuery,
  TagId,
  WordMatching,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

export interface SearchDraft {
  readonly line: string;
  readonly mode: SearchMode;
  readonly matching: WordMatching;
  readonly collectionId: CollectionId | null;
  /** An empty value of a facet means “not given”. */
  readonly documentTypes: readonly string[];
  readonly creators: readonly string[];
  readonly languages: readonly string[];
  readonly tagIds: readonly TagId[];
  /** EDTF or empty. */
  readonly dateFrom: string;
  readonly dateTo: string;
}

export const EMPTY_DRAFT: SearchDraft = {
  line: '',
  mode: 'all',
  matching: 'expanded',
  collectionId: null,
  documentTypes: [],
  creators: [],
  languages: [],
  tagIds: [],
  dateFrom: '',
  dateTo: '',
};

export const MODES: readonly { readonly mode: SearchMode; readonly label: string; readonly hint: string }[] = [
  { mode: 'any', label: t('Any'), hint: t('Any of the words; the more, the higher') },
  { mode: 'all', label: t('All'), hint: t('Every word must occur') },
  { mode: 'phrase', label: t('Phrase'), hint: t('The words in this order') },
];

/** Only what was given: an empty choice leaves no trace, so that equal searches are equal queries. */
export function filterOf(draft: SearchDraft): SearchFilter {
  const dateFrom = draft.dateFrom.trim();
  const dateTo = draft.dateTo.trim();
  return {
    ...(draft.collectionId ? { collectionId: draft.collectionId } : {}),
    ...(draft.documentTypes.length > 0 ? { documentTypes: [...draft.documentTypes] } : {}),
    ...(draft.creators.length > 0 ? { creators: [...draft.creators] } : {}),
    ...(draft.languages.length > 0 ? { languages: [...draft.languages] } : {}),
    ...(draft.tagIds.length > 0 ? { tagIds: [...draft.tagIds] } : {}),
    ...(dateFrom ? { dateFrom } : {}),
    ...(dateTo ? { dateTo } : {}),
  };
}

export function queryOf(draft: SearchDraft): SearchQuery {
  return { query: draft.line.trim(), mode: draft.mode, matching: draft.matching, filter: filterOf(draft) };
}

/** The search as it would have been typed and chosen. */
export function draftOf({ query, mode, matching, filter }: SearchQuery): SearchDraft {
  return {
    line: query,
    mode,
    matching: matching ?? 'expanded',
    collectionId: filter.collectionId ?? null,
    documentTypes: filter.documentTypes ?? [],
    creators: filter.creators ?? [],
    languages: filter.languages ?? [],
    tagIds: filter.tagIds ?? [],
    dateFrom: filter.dateFrom ?? '',
    dateTo: filter.dateTo ?? '',
  };
}

/** The same for two queries that find the same, however each was put together. */
export const queryKey = (query: SearchQuery): string => JSON.stringify(queryOf(draftOf(query)));

/** How many filters narrow the search: each facet counts once, and so do the dates. */
export function countFilters(draft: SearchDraft): number {
  const { dateFrom, dateTo, ...others } = filterOf(draft);
  return Object.keys(others).length + (dateFrom !== undefined || dateTo !== undefined ? 1 : 0);
}

/** Whether there is something to ask for: words, or filters whose sources are then listed. */
export const hasQuery = (draft: SearchDraft): boolean => draft.line.trim() !== '' || countFilters(draft) > 0;

export const withoutFilters = (draft: SearchDraft): SearchDraft => ({
  ...EMPTY_DRAFT,
  line: draft.line,
  mode: draft.mode,
  matching: draft.matching,
});

/** With the value where it was not, without it where it was. */
export const toggleValue = <T>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** The faulty part of a line, when the failure says where it is. */
export function faultMessage(line: string, failure: Failure): { before: string; fault: string; after: string } | null {
  const { start, end } = failure.details ?? {};
  if (typeof start !== 'number' || typeof end !== 'number' || start >= line.length || end < start) return null;
  const until = Math.min(line.length, Math.max(end, start + 1));
  return { before: line.slice(0, start), fault: line.slice(start, until), after: line.slice(until) };
}

/** A whole line to suggest instead of a faulty one; null when there is none. */
export function suggestedLine(line: string, failure: Failure): string | null {
  const suggestion = failure.details?.suggestion;
  return typeof suggestion === 'string' && suggestion.trim() !== '' && suggestion.trim() !== line.trim()
    ? suggestion
    : null;
}

/** Which of the two date fields a failure speaks of; both when it does not say. */
export function dateFault(draft: SearchDraft, failure: Failure): readonly ('dateFrom' | 'dateTo')[] {
  const fields = (['dateFrom', 'dateTo'] as const).filter((field) => draft[field].trim() !== '');
  const exact = fields.filter((field) => failure.message.includes(`“${draft[field].trim()}”`));
  return exact.length > 0 ? exact : fields;
}

/** What was searched, in words, for the moment when nothing was found. @param scope the filters in words, or empty. */
export function describeQuery(query: SearchQuery, scope: string): string {
  const words = query.query.trim();
  const how = {
    any: t('any of the words {words}', { words }),
    all: t('all of the words {words}', { words }),
    phrase: t('the phrase “{words}”', { words }),
  };
  const said = /\s/.test(words) ? how[query.mode] : `“${words}”`;
  const parts = words === '' ? [t('every source')] : [said];
  if (query.matching === 'exact' && words !== '') parts.push(t('exactly as typed'));
  if (scope !== '') parts.push(scope);
  return parts.join(', ');
}
