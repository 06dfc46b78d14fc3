/** Completion of the line from recent searches, and stepping through them. Pure. */
import type { LogEntry } from '../../../electron/contract/index.js';
import { draftOf, queryKey, queryOf, type SearchDraft } from './search-draft.js';

/** Fewer letters could become anything. */
const MIN_LETTERS = 2;

/**
 * @param line as typed, nothing trimmed.
 * @param recent newest first.
 * @returns what to append to the line; empty when no recent search begins with it.
 */
export function completeLine(line: string, recent: readonly LogEntry[]): string {
  const typed = line.trimStart();
  if (typed.length < MIN_LETTERS) return '';
  for (const { query } of recent) {
    const known = query.query;
    // Some letters change their number with their case; what is appended must be what follows the letters typed.
    if (known.length > typed.length && known.slice(0, typed.length).toLowerCase() === typed.toLowerCase()) {
      return known.slice(typed.length);
    }
  }
  return '';
}

/**
 * Steps through recent searches; a search that was never run comes after the newest.
 * @param recent newest first.
 * @returns the whole search, with its filters; null when there is none further on.
 */
export function recallSearch(
  draft: SearchDraft,
  recent: readonly LogEntry[],
  step: 'older' | 'newer',
): SearchDraft | null {
  const key = queryKey(queryOf(draft));
  const at = recent.findIndex(({ query }) => queryKey(query) === key);
  const entry = recent[step === 'older' ? at + 1 : at - 1];
  return entry ? draftOf(entry.query) : null;
}
