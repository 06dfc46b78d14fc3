/** Computes collations of an archive in the worker, and adds what the archive knows of their witnesses. */
import type { Archive } from '../archive/index.js';
import type { CollationResult, CollationSubject, CollationTable, ComposedText } from '../contract/index.js';
import type { Told } from './collate.js';
import type { CollationTask } from './collated.js';
import type { CollatingPool } from './collating-pool.js';
import type { Collations, ResolvedSubject } from './collations.js';

/** Each throws FondsError NOT_FOUND, INVALID_INPUT; AbortError when `signal` is aborted. */
export interface Collating {
  align(subject: CollationSubject, signal: AbortSignal, told?: Told): Promise<CollationResult>;
  table(subject: CollationSubject, signal: AbortSignal, told?: Told): Promise<CollationTable>;
  compose(subject: CollationSubject, signal: AbortSignal, told?: Told): Promise<ComposedText>;
}

export function createCollating({
  archive,
  collations,
  pool,
}: {
  readonly archive: Pick<Archive, 'texts'>;
  readonly collations: Pick<Collations, 'resolve'>;
  readonly pool: CollatingPool;
}): Collating {
  const textsOf = ({ witnesses }: ResolvedSubject): string[] =>
    witnesses.map(({ sourceId, versionId }) => archive.texts.get(sourceId, versionId).text);
  const taskOf = (resolved: ResolvedSubject): CollationTask => ({
    key: resolved.witnesses.map(({ versionId }) => versionId).join(' '),
    texts: textsOf(resolved),
    base: resolved.base,
    pins: resolved.pins,
  });
  return {
    align: async (subject, signal, told) => {
      const resolved = collations.resolve(subject);
      const computed = await pool.align(taskOf(resolved), signal, told);
      return { ...computed, witnesses: [...resolved.described], base: resolved.base };
    },
    table: async (subject, signal, told) => {
      const resolved = collations.resolve(subject);
      return { ...(await pool.table(taskOf(resolved), signal, told)), witnesses: [...resolved.described] };
    },
    compose: (subject, signal, told) => pool.compose(taskOf(collations.resolve(subject)), signal, told),
  };
}
