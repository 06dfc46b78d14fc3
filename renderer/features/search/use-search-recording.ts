/** Writes confirmed searches into the search log. Never delays a search. */
import { useEffect, useState } from 'react';
import type { SearchQuery } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { perform } from '../../api/index.js';
import { createSearchRecorder } from './search-recorder.js';
import type { ShownResults } from './use-search.js';

/** A search whose results stay visible for so long counts as confirmed. */
const CONFIRMED_AFTER_MS = 1_500;

export interface SearchRecording {
  /** Confirms this search: Enter, a hit opened, an export. */
  confirm(query: SearchQuery): void;
  /** Why searches are not being written down, in a few words; null while they are. */
  readonly problem: string | null;
}

/** @param shown what is shown and answers the line as it stands; null while there is no such thing. */
export function useSearchRecording(shown: ShownResults | null): SearchRecording {
  const [problem, setProblem] = useState<string | null>(null);
  const [recorder] = useState(() =>
    createSearchRecorder((query) => {
      void perform('search.record', query, { quiet: true }).then((result) => {
        if (result.ok) setProblem(null);
        else if (result.error.code === 'ARCHIVE_READ_ONLY') setProblem(t('not logged: open for reading only'));
        else if (result.error.code === 'DISK_FULL') setProblem(t('not logged: the disk is full'));
      });
    }),
  );
  const query = shown?.query ?? null;
  useEffect(() => {
    if (query === null) return;
    const timer = setTimeout(() => recorder.confirm(query), CONFIRMED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [query, recorder]);
  return { confirm: recorder.confirm, problem };
}
