/** Decides which searches go into the log: confirmed ones, and not the same one twice in a row. */
import type { SearchQuery } from '../../../electron/contract/index.js';
import { queryKey } from './search-draft.js';

export interface SearchRecorder {
  /** Confirms this search: Enter was pressed, a hit opened, an export made, or the input rested. */
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
