/** What the archive keeps of searches, and the names their filters go by. Empty until it is known. */
import type { LogEntry, SavedSearch } from '../../../electron/contract/index.js';
import { type CallState, type FilterNames, useCall } from '../../api/index.js';

/** As many as one steps back through. */
const MAX_RECENT = 50;
/** Lines that begin like the one typed; the first is offered. */
const MAX_COMPLETIONS = 5;

export interface SearchHistory {
  readonly saved: readonly SavedSearch[];
  /** Each line once, newest first. */
  readonly recent: readonly LogEntry[];
  /** Searched lately and like what is typed, newest first. */
  readonly completions: readonly LogEntry[];
  readonly names: FilterNames;
  readonly isReadOnly: boolean;
}

const NONE: readonly never[] = [];
const known = <T>(answer: CallState<readonly T[]>): readonly T[] => (answer.status === 'ready' ? answer.data : NONE);

export function useSearchHistory(line: string): SearchHistory {
  const typed = line.trim();
  const saved = useCall('search.saved', undefined, { keepPrevious: true });
  const lately = useCall('search.history', { typed: '', limit: MAX_RECENT }, { keepPrevious: true });
  const alike = useCall(
    'search.history',
    { typed, limit: MAX_COMPLETIONS },
    { keepPrevious: true, enabled: typed.length > 1 },
  );
  const collections = useCall('collection.list', undefined, { keepPrevious: true });
  const tags = useCall('tag.list', undefined, { keepPrevious: true });
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  return {
    saved: known(saved),
    recent: known(lately),
    completions: known(alike),
    names: { collections: known(collections), tags: known(tags) },
    isReadOnly: info.status === 'ready' && info.data.readOnly,
  };
}
