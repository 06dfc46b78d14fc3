/** Saved and recent searches of the archive, and the names their filters use. Empty until they are loaded. */
import type { LogEntry, SavedSearch } from '../../../electron/contract/index.js';
import { type CallState, type FilterNames, useCall } from '../../api/index.js';

/** How many recent searches Alt+Up steps through. */
const MAX_RECENT = 50;
/** Lines that begin like the one typed; the first is offered. */
const MAX_COMPLETIONS = 5;

export interface SearchHistory {
  readonly saved: readonly SavedSearch[];
  /** Each line once, newest first. */
  readonly recent: readonly LogEntry[];
  /** Recent searches that begin with what is typed, newest first. */
  readonly completions: readonly LogEntry[];
  readonly names: FilterNames;
  readonly isReadOnly: boolean;
}

const NONE: readonly never[] = [];
const known = <T>(answer: CallState<readonly T[]>): readonly T[] => (answer.status === 'ready' ? answer.data : NONE);

export function useSearchHistory(line: string): SearchHistory {
  const typed = line.trim();
  const saved = useCall('search.saved', undefined, { keepPrevious: true });
  const recent = useCall('search.history', { typed: '', limit: MAX_RECENT }, { keepPrevious: true });
  const completions = useCall(
    'search.history',
    { typed, limit: MAX_COMPLETIONS },
    { keepPrevious: true, enabled: typed.length > 1 },
  );
  const collections = useCall('collection.list', undefined, { keepPrevious: true });
  const tags = useCall('tag.list', undefined, { keepPrevious: true });
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  return {
    saved: known(saved),
    recent: known(recent),
    completions: known(completions),
    names: { collections: known(collections), tags: known(tags) },
    isReadOnly: info.status === 'ready' && info.data.readOnly,
  };
}
