/** The text that somebody works on: it stays the one it was begun from, whatever becomes current meanwhile. */
import { useState } from 'react';
import type { Failure, Page, PageWords, SourceId, TextVersion } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';

export interface BegunText {
  readonly version: TextVersion;
  readonly words: readonly PageWords[];
  readonly pages: readonly Page[];
  readonly title: string;
  /** BCP 47; '' when not known. */
  readonly language: string;
  /** Another version is the current one by now. */
  readonly isStale: boolean;
  beginAgain(): void;
}

export type BegunTextState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | ({ readonly status: 'ready' } & BegunText);

export function useBegunText(sourceId: SourceId): BegunTextState {
  const text = useCall('text.get', { sourceId }, { keepPrevious: true });
  const [begun, setBegun] = useState<TextVersion | null>(null);
  if (begun === null && text.status === 'ready') setBegun(text.data);
  const source = useCall('source.get', { id: sourceId }, { keepPrevious: true });
  const pages = useCall('page.list', { sourceId }, { keepPrevious: true });
  const versionId = begun?.id ?? (text.status === 'ready' ? text.data.id : null);
  const words = useCall('page.words', { versionId: versionId as TextVersion['id'] }, { enabled: versionId !== null });
  for (const call of [text, source, pages, words]) if (call.status === 'error') return call;
  if (begun === null || text.status !== 'ready' || source.status !== 'ready') return { status: 'loading' };
  if (pages.status !== 'ready' || words.status !== 'ready') return { status: 'loading' };
  const { title, language } = source.data.description;
  return {
    status: 'ready',
    version: begun,
    words: words.data,
    pages: pages.data,
    title,
    language,
    isStale: text.data.id !== begun.id,
    beginAgain: () => setBegun(text.data),
  };
}
