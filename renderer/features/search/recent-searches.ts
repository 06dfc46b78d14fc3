/** What lines searched lately offer while one types: the rest of a line, and the searches before and after. Pure. */
import type { LogEntry } from '../../../electron/contract/index.js';
import { draftOf, queryKey, queryOf, type SearchDraft } from './search-draft.js';

/** Fewer letters could become anything. */
const MIN_LETTERS = 2;

/**
 * @param line as typed, nothing trimmed.
 * @param lately newest first.
 * @returns what to append to the line; empty when nothing searched lately begins with it.
 */
export function completeLine(line: string, lately: readonly LogEntry[]): string {
  const typed = line.trimStart();
  if (typed.length < MIN_LETTERS) return '';
  for (const { query } of lately) {
    const known = query.query;
    // Some letters change their number with their case; what is appended must be what follows the letters typed.
    if (known.length > typed.length && known.slice(0, typed.length).toLowerCase() === typed.toLowerCase()) {
      return known.slice(typed.length);
    }
  }
  return '';
}

/**
 * Steps through the searches made lately; a search that was never made stands after the newest.
 * @param lately newest first.
 * @returns the whole search, with its filters; null when there is none further on.
 */
export function recallSearch(
  draft: SearchDraft,
  lately: readonly LogEntry[],
  step: 'older' | 'newer',
): SearchDraft | null {
  const key = queryKey(queryOf(draft));
  const at = lately.findIndex(({ query }) => queryKey(query) === key);
  const entry = lately[step === 'older' ? at + 1 : at - 1];
  return entry ? draftOf(entry.query) : null;
}
