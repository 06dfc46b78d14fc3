/** The descriptions of one or several sources, and the way to change them all in one step of undo. */
import { useEffect, useState } from 'react';
import type { DescriptionChange, Failure, Source, SourceId, Suggestion } from '../../../electron/contract/index.js';
import { bridge, perform, useEvent, wordFailure } from '../../api/index.js';

/** More than this are not compared: the form then edits without showing what they have. */
export const MOST_COMPARED = 200;

export type Descriptions =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | {
      readonly status: 'ready';
      /** All the sources these descriptions stand for: the ones asked before, while others are under way. */
      readonly ids: readonly SourceId[];
      readonly sources: readonly Source[];
    };

/** @returns the first `MOST_COMPARED` of the sources, asked again when the archive changes. */
export function useDescriptions(sourceIds: readonly SourceId[]): Descriptions {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Exclude<Descriptions, { status: 'error' }> | { status: 'error'; error: Failure }>({
    status: 'loading',
  });
  const key = sourceIds.join(' ');
  useEvent('archive.changed', ({ scopes }) => {
    if (
      scopes.some((scope) => scope === 'archive' || scope === 'sources' || scope === 'collections' || scope === 'tags')
    )
      setRound((now) => now + 1);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again for the same sources; the key stands for their ids
  useEffect(() => {
    let isCurrent = true;
    const ids = sourceIds.slice(0, MOST_COMPARED);
    void Promise.all(ids.map((id) => bridge.invoke('source.get', { id }))).then((results) => {
      if (!isCurrent) return;
      const failed = results.find((result) => !result.ok);
      if (failed && !failed.ok) setState({ status: 'error', error: failed.error });
      else
        setState({
          status: 'ready',
          ids: sourceIds,
          sources: results.flatMap((result) => (result.ok ? [result.value] : [])),
        });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  return state.status === 'error' ? { ...state, retry: () => setRound((now) => now + 1) } : state;
}

/** @returns the reason when it was refused; null when it was saved. */
export async function describe(ids: readonly SourceId[], change: DescriptionChange): Promise<string | null> {
  const result = await perform('source.describe', { ids: [...ids], change }, { quiet: true });
  if (result.ok) return null;
  if (result.error.code === 'DATE_INVALID') return result.error.message;
  const { title, remedy } = wordFailure(result.error);
  return `${title}. ${remedy}`;
}

/** @returns the reason when it was refused; null when it is no longer offered. */
export async function dismiss(id: SourceId, { element, value }: Suggestion): Promise<string | null> {
  const result = await perform('source.dismissSuggestion', { id, element, value }, { quiet: true });
  if (result.ok) return null;
  const { title, remedy } = wordFailure(result.error);
  return `${title}. ${remedy}`;
}
