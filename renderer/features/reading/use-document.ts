/** A source with its text, always of one and the same source: while the next loads, the pair before stays. */
import { useMemo, useState } from 'react';
import type {
  Failure,
  Range,
  SearchMode,
  Source,
  SourceId,
  TextVersion,
  WordMatching,
} from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';

export interface ReadingQuery {
  readonly query: string;
  readonly mode: SearchMode;
  /** `expanded` when it is left out. */
  readonly matching?: WordMatching | undefined;
}

export interface ReadingDocument {
  readonly source: Source;
  readonly text: TextVersion;
}

export type DocumentState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | { readonly status: 'ready'; readonly document: ReadingDocument; readonly isStale: boolean };

export function useDocument(sourceId: SourceId): DocumentState {
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const text = useCall('text.get', { sourceId }, { keepPrevious: true });
  const [last, setLast] = useState<ReadingDocument | null>(null);
  const fresh =
    source.status === 'ready' && text.status === 'ready' && source.data.id === text.data.sourceId
      ? { source: source.data, text: text.data }
      : null;
  if (fresh && (last?.source !== fresh.source || last.text !== fresh.text)) setLast(fresh);
  if (source.status === 'error') return source;
  if (text.status === 'error') return text;
  const document = fresh ?? last;
  if (!document) return { status: 'loading' };
  return { status: 'ready', document, isStale: document.source.id !== sourceId };
}

const NONE: readonly Range[] = [];

export interface Matches {
  readonly ranges: readonly Range[];
  readonly isLoading: boolean;
}

/** Where the query of the search matches in this very version; none while it is not known. */
export function useMatches(document: ReadingDocument, query: ReadingQuery | null): Matches {
  const { query: words = '', mode = 'any', matching = 'expanded' } = query ?? {};
  const asked = { sourceId: document.source.id, query: words, mode, matching };
  const isAsked = query !== null && query.query.trim() !== '';
  const answer = useCall('search.matches', asked, { enabled: isAsked });
  const data = query !== null && answer.status === 'ready' ? answer.data : null;
  const ranges = useMemo(
    () => (data && data.versionId === document.text.id ? data.matches : NONE),
    [data, document.text.id],
  );
  return { ranges, isLoading: isAsked && answer.status === 'loading' };
}
