/** The descriptions of one or several sources, and the way to change them all in one undo step. */
import { useMemo, useState } from 'react';
import type { DescriptionChange, Failure, Source, SourceId, Suggestion } from '../../../electron/contract/index.js';
import { type CallState, failureMessage, perform, useCalls } from '../../api/index.js';

/** More than this are not compared: the form then edits without showing what they have. */
export const MAX_COMPARED = 200;

export type DescriptionsState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | {
      readonly status: 'ready';
      /** All the sources these descriptions stand for: the ones asked before, while others are under way. */
      readonly ids: readonly SourceId[];
      readonly sources: readonly Source[];
    };

function allOf(ids: readonly SourceId[], answers: readonly CallState<Source>[]): DescriptionsState {
  const failed = answers.find((answer) => answer.status === 'error');
  if (failed) return failed;
  const ready = answers.filter((answer) => answer.status === 'ready');
  if (ready.length < answers.length) return { status: 'loading' };
  return { status: 'ready', ids, sources: ready.map(({ data }) => data) };
}

/** @returns the first `MAX_COMPARED` of the sources; those asked before, while others are under way. */
export function useDescriptions(sourceIds: readonly SourceId[]): DescriptionsState {
  const answers = useCalls(
    'source.get',
    sourceIds.slice(0, MAX_COMPARED).map((id) => ({ id })),
  );
  const key = sourceIds.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids
  const current = useMemo(() => allOf(sourceIds, answers), [key, answers]);
  const [before, setBefore] = useState(current);
  if (current.status !== 'loading' && current !== before) setBefore(current);
  return current.status === 'loading' ? before : current;
}

/** @returns the reason when it was refused; null when it was saved. */
export async function saveDescription(ids: readonly SourceId[], change: DescriptionChange): Promise<string | null> {
  const result = await perform('source.describe', { ids: [...ids], change }, { quiet: true });
  if (result.ok) return null;
  if (result.error.code === 'DATE_INVALID') return result.error.message;
  const { title, remedy } = failureMessage(result.error);
  return `${title}. ${remedy}`;
}

/** @returns the reason when it was refused; null when it is no longer offered. */
export async function dismissSuggestion(id: SourceId, { element, value }: Suggestion): Promise<string | null> {
  const result = await perform('source.dismissSuggestion', { id, element, value }, { quiet: true });
  if (result.ok) return null;
  const { title, remedy } = failureMessage(result.error);
  return `${title}. ${remedy}`;
}
