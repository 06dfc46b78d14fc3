/** What stands in the search line and its filters, as a query of the contract. */
import type { CollectionId, Failure, SearchMode, SearchQuery } from '../../../electron/contract/index.js';

export interface SearchDraft {
  readonly line: string;
  readonly mode: SearchMode;
  readonly collectionId: CollectionId | null;
  readonly documentTypes: readonly string[];
  /** EDTF or empty. */
  readonly dateFrom: string;
  readonly dateTo: string;
}

export const EMPTY_DRAFT: SearchDraft = {
  line: '',
  mode: 'all',
  collectionId: null,
  documentTypes: [],
  dateFrom: '',
  dateTo: '',
};

export const MODES: readonly { readonly mode: SearchMode; readonly label: string; readonly hint: string }[] = [
  { mode: 'any', label: 'Any', hint: 'Any of the words; the more, the higher' },
  { mode: 'all', label: 'All', hint: 'Every word must occur' },
  { mode: 'phrase', label: 'Phrase', hint: 'The words in this order' },
];

export function queryOf(draft: SearchDraft): SearchQuery {
  const dateFrom = draft.dateFrom.trim();
  const dateTo = draft.dateTo.trim();
  return {
    query: draft.line.trim(),
    mode: draft.mode,
    filter: {
      ...(draft.collectionId ? { collectionId: draft.collectionId } : {}),
      ...(draft.documentTypes.length > 0 ? { documentTypes: [...draft.documentTypes] } : {}),
      ...(dateFrom ? { dateFrom } : {}),
      ...(dateTo ? { dateTo } : {}),
    },
  };
}

/** How many filters narrow the search. */
export function countFilters(draft: SearchDraft): number {
  const dates = draft.dateFrom.trim() || draft.dateTo.trim() ? 1 : 0;
  return (draft.collectionId ? 1 : 0) + (draft.documentTypes.length > 0 ? 1 : 0) + dates;
}

export const withoutFilters = (draft: SearchDraft): SearchDraft => ({
  ...EMPTY_DRAFT,
  line: draft.line,
  mode: draft.mode,
});

/** The faulty part of a line, when the failure says where it is. */
export function faultOf(line: string, failure: Failure): { before: string; fault: string; after: string } | null {
  const { start, end } = failure.details ?? {};
  if (typeof start !== 'number' || typeof end !== 'number' || start >= line.length || end < start) return null;
  const until = Math.min(line.length, Math.max(end, start + 1));
  return { before: line.slice(0, start), fault: line.slice(start, until), after: line.slice(until) };
}

/** Which of the two date fields a failure speaks of; both when it does not say. */
export function faultyDates(draft: SearchDraft, failure: Failure): readonly ('dateFrom' | 'dateTo')[] {
  const fields = (['dateFrom', 'dateTo'] as const).filter((field) => draft[field].trim() !== '');
  const exact = fields.filter((field) => failure.message.includes(`“${draft[field].trim()}”`));
  return exact.length > 0 ? exact : fields;
}

/** What was searched, in words, for the moment when nothing was found. */
export function sayQuery(draft: SearchDraft, collectionName: string | null): string {
  const words = draft.line.trim();
  const how = { any: `any of the words ${words}`, all: `all of the words ${words}`, phrase: `the phrase “${words}”` };
  const parts = [how[draft.mode]];
  if (collectionName) parts.push(`in the collection ${collectionName}`);
  if (draft.documentTypes.length > 0)
    parts.push(`among ${draft.documentTypes.map((type) => type || 'no type').join(', ')}`);
  if (draft.dateFrom.trim()) parts.push(`from ${draft.dateFrom.trim()}`);
  if (draft.dateTo.trim()) parts.push(`until ${draft.dateTo.trim()}`);
  return parts.join(', ');
}
