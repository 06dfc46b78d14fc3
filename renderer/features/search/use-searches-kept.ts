/** What the archive keeps of searches, and the names their filters go by. Empty until it is known. */
import type { LogEntry, SavedSearch } from '../../../electron/contract/index.js';
import { type Answer, type FilterNames, useCall } from '../../api/index.js';

/** As many as one steps back through. */
const LATELY = 50;
/** Lines that begin like the one typed; the first is offered. */
const COMPLETIONS = 5;

export interface SearchesKept {
  readonly saved: readonly SavedSearch[];
  /** Each line once, newest first. */
  readonly lately: readonly LogEntry[];
  /** Searched lately and like what is typed, newest first. */
  readonly alike: readonly LogEntry[];
  readonly names: FilterNames;
  readonly isReadOnly: boolean;
}

const NONE: readonly never[] = [];
const known = <T>(answer: Answer<readonly T[]>): readonly T[] => (answer.status === 'ready' ? answer.data : NONE);

export function useSearchesKept(line: string): SearchesKept {
  const typed = line.trim();
  const saved = useCall('search.saved', undefined, { keep: true });
  const lately = useCall('search.history', { typed: '', limit: LATELY }, { keep: true });
  const alike = useCall('search.history', { typed, limit: COMPLETIONS }, { keep: true, enabled: typed.length > 1 });
  const collections = useCall('collection.list', undefined, { keep: true });
  const tags = useCall('tag.list', undefined, { keep: true });
  const info = useCall('archive.info', undefined, { keep: true });
  return {
    saved: known(saved),
    lately: known(lately),
    alike: known(alike),
    names: { collections: known(collections), tags: known(tags) },
    isReadOnly: info.status === 'ready' && info.data.readOnly,
  };
}
