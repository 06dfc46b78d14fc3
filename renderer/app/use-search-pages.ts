/** The commands that open pages about the whole archive: the concordance of a search, the search log. */
import { useCallback, useState } from 'react';
import type { SearchQuery } from '../../electron/contract/index.js';
import { perform, useCommand, useJobs } from '../api/index.js';
import type { RequestedSearch } from './ListPane.js';
import type { WorkspaceAction } from './workspace/index.js';

export interface SearchPages {
  /** What the search pane is asked to show. */
  readonly requested: RequestedSearch | null;
  /** Shows a search in the search pane again. */
  search(query: SearchQuery): void;
}

/**
 * @param query what stands in the search pane; null when nothing does.
 * @param go brings the search pane into sight; must keep its identity.
 */
export function useSearchPages(
  query: SearchQuery | null,
  isReadOnly: boolean,
  dispatch: (action: WorkspaceAction) => void,
  go: () => void,
): SearchPages {
  const [requested, setRequested] = useState<RequestedSearch | null>(null);
  const isIndexing = useJobs().some(({ kind, state }) => kind === 'index' && state === 'running');
  const hasWords = query !== null && query.query.trim() !== '';
  useCommand('go.concordance', () => query && dispatch({ type: 'pageEntered', page: { kind: 'concordance', query } }), {
    enabled: hasWords,
  });
  useCommand('go.log', () => dispatch({ type: 'pageEntered', page: { kind: 'log' } }));
  useCommand('archive.reindex', () => void perform('search.reindex', undefined), {
    enabled: !isReadOnly && !isIndexing,
  });
  const search = useCallback(
    (again: SearchQuery) => {
      setRequested({ query: again, at: Date.now() });
      go();
    },
    [go],
  );
  return { requested, search };
}
