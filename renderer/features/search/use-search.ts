/**
 * Runs the query of the line once the input has rested. Invariant: what is shown is one whole answer with the query it
 * answers; it stays until the answer to a newer query is there, and an older answer never takes its place.
 */
import { useMemo, useState } from 'react';
import type { Facets, Failure, SearchQuery, SearchResponse } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import { PAGE_HITS } from './ResultRows.js';
import { draftOf, EMPTY_DRAFT, hasQuery, queryOf, type SearchDraft } from './search-draft.js';
import { useDebounced } from './use-debounced.js';

/** How long the line rests before it is asked. */
const REST_MS = 80;
/** How long an invalid line rests before its fault is shown: half a phrase is not yet a mistake. */
const FAULT_REST_MS = 500;

export interface ShownResults {
  readonly query: SearchQuery;
  readonly answer: SearchResponse;
}

export interface SearchState {
  /** What was asked last. */
  readonly query: SearchQuery;
  readonly hasQuery: boolean;
  /** Null until something was found or not found. It may answer an older query than `query`. */
  readonly shown: ShownResults | null;
  /** Whether `shown` answers what stands in the line now. */
  readonly isCurrent: boolean;
  /** Whether an answer is under way. */
  readonly isWaiting: boolean;
  /** Null also while a line that cannot be read has not rested. */
  readonly failure: Failure | null;
  /** Of what is shown; of the whole archive while nothing is asked. Null until they are known. */
  readonly facets: Facets | null;
  retry(): void;
  /** Asks now what stands in the line, and says at once what is wrong with it. */
  flush(): void;
}

const EMPTY_QUERY = queryOf(EMPTY_DRAFT);
const needsRest = ({ code }: Failure): boolean => code === 'QUERY_SYNTAX' || code === 'DATE_INVALID';

/** @param facets whether the facets are in sight, so that those of the whole archive are worth asking for. */
export function useSearch(draft: SearchDraft, facets: 'wanted' | 'unwanted'): SearchState {
  const typed = JSON.stringify(queryOf(draft));
  const [settled, settle] = useDebounced(typed, REST_MS);
  const [rested] = useDebounced(settled, FAULT_REST_MS);
  const [hurried, setHurried] = useState('');
  const query = useMemo(() => JSON.parse(settled) as SearchQuery, [settled]);
  const hasText = hasQuery(draftOf(query));
  const answer = useCall('search.query', { ...query, offset: 0, limit: PAGE_HITS }, { enabled: hasText });
  const overview = useCall(
    'search.query',
    { ...EMPTY_QUERY, offset: 0, limit: 0 },
    { enabled: facets === 'wanted' && !hasText },
  );

  const [last, setLast] = useState<ShownResults | null>(null);
  let shown = hasText ? last : null;
  if (hasText && answer.status === 'ready' && (last?.query !== query || last.answer !== answer.data)) {
    shown = { query, answer: answer.data };
  }
  // Settled while rendering, so that no frame shows hits of one query under the figures of another.
  if (shown !== last) setLast(shown);

  const failure = hasText && answer.status === 'error' ? answer.error : null;
  const isSaid = failure !== null && (!needsRest(failure) || rested === settled || hurried === settled);
  return {
    query,
    hasQuery: hasText,
    shown,
    isCurrent: shown?.query === query && typed === settled,
    isWaiting: hasText && answer.status === 'loading',
    failure: isSaid ? failure : null,
    facets: shown?.answer.facets ?? (overview.status === 'ready' ? overview.data.facets : null),
    retry: () => answer.status === 'error' && answer.retry(),
    flush: () => {
      settle();
      setHurried(typed);
    },
  };
}
