/**
 * A collation with the texts of its witnesses. Invariant: result and texts always belong together; while either is
 * fetched again, the previous pair stays.
 */
import { startTransition, useEffect, useMemo, useState } from 'react';
import type {
  Collation,
  CollationResult,
  Failure,
  PageSpan,
  TextVersion,
} from '../../../../electron/contract/index.js';
import { useCall, useCalls } from '../../../api/index.js';
import type { CollationPageSubject } from '../collation-labels.js';
import { type Variant, variantList } from '../model/variant-list.js';
import { witnessPages } from '../model/witness-pages.js';

export interface CollationData {
  readonly result: CollationResult;
  /** Of the witnesses, in their order. */
  readonly texts: readonly TextVersion[];
  readonly pages: readonly (readonly PageSpan[])[];
  /** In reading order. */
  readonly variants: readonly Variant[];
}

export type CollationState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: Failure; retry(): void }
  | {
      readonly status: 'ready';
      /** Null where nothing is saved. */
      readonly saved: Collation | null;
      readonly collated: CollationData;
      /** Another result is on its way. */
      readonly isBusy: boolean;
      /** Why the result is not the newest; null when it is. */
      readonly problem: Failure | null;
      retry(): void;
    };

const NOTHING = () => undefined;

export function useCollation(subject: CollationPageSubject): CollationState {
  const isSaved = 'id' in subject;
  // Where nothing is saved the input of this call is of no meaning, as it is not asked.
  const id = isSaved ? subject.id : ('' as never);
  const saved = useCall('collation.get', { id }, { enabled: isSaved, keepPrevious: true });
  const aligned = useCall(
    'collation.align',
    isSaved ? { id } : { witnesses: subject.sourceIds.map((sourceId) => ({ sourceId })) },
  );
  const result = aligned.status === 'ready' ? aligned.data : null;
  const wanted = useMemo(
    () => (result?.witnesses ?? []).map(({ sourceId, versionId }) => ({ sourceId, versionId })),
    [result],
  );
  const texts = useCalls('text.get', wanted);
  const [last, setLast] = useState<CollationData | null>(null);

  const known = texts.flatMap((text) => (text.status === 'ready' ? [text.data] : []));
  // A long text is drawn in pieces between which the window answers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are those of the result, once all are there
  useEffect(() => {
    if (!result || known.length !== result.witnesses.length) return;
    const variants = variantList(result);
    const pages = known.map(({ spans }) => witnessPages(spans));
    startTransition(() => setLast({ result, texts: known, pages, variants }));
  }, [result, known.length]);
  const failed = [aligned, ...(isSaved ? [saved] : []), ...texts].find(({ status }) => status === 'error');
  const problem = failed?.status === 'error' ? failed.error : null;
  const retry = failed?.status === 'error' ? failed.retry : NOTHING;
  if (problem?.code === 'NOT_FOUND' || (problem && !last)) return { status: 'error', error: problem, retry };
  if (!last || (isSaved && saved.status !== 'ready')) return { status: 'loading' };
  return {
    status: 'ready',
    saved: isSaved && saved.status === 'ready' ? saved.data : null,
    collated: last,
    isBusy: problem === null && (last.result !== result || (aligned.status === 'ready' && aligned.refreshing)),
    problem,
    retry,
  };
}
