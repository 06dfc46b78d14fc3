/** Decides which searches go into the log: those a person meant, and not the same one twice in a row. */
import type { SearchQuery } from '../../../electron/contract/index.js';
import { queryKey } from './search-draft.js';

export interface SearchRecorder {
  /** The person meant this search: they pressed Enter, opened a hit, exported, or let it rest. */
  confirm(query: SearchQuery): void;
}

/** @param record writes one search into the log; failures are its own business. */
export function createSearchRecorder(record: (query: SearchQuery) => void): SearchRecorder {
  let last: string | null = null;
  return {
    confirm: (query) => {
      // Without words it is a look through the sources; the log is about what was looked for.
      if (query.query.trim() === '') return;
      const key = queryKey(query);
      if (key === last) return;
      last = key;
      record(query);
    },
  };
}
