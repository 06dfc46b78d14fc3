/**
 * Finds sources whose texts are alike for a good part: releases of one memorandum, drafts, an article and its reprint.
 * Says what share it estimates and nothing more; whether they are versions of one text is for a person to say.
 */
import type { Archive } from '../../archive/index.js';
import { FondsError, type NearDuplicate, type Output, type SourceId, type VersionId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { CollationPool } from '../collation-pool.js';
import { sharedHashes, shareOf } from './sketch.js';
import { createSketchStore } from './sketch-store.js';

export interface NearDuplicates {
  /** Most alike first. @throws FondsError NOT_FOUND when the source is not in the archive, or in the bin. */
  of(sourceId: SourceId, signal: AbortSignal): Promise<NearDuplicate[]>;
  groups(limit: number, signal: AbortSignal): Promise<Output<'collation.groups'>>;
}

/** Texts that are sketched in one go of the worker: many small ones, or one that is longer than all of those. */
const BATCH_TEXTS = 64;

type LiveSource = ReturnType<Archive['sources']['live']>[number];

export function createNearDuplicates({
  archive,
  pool,
}: {
  readonly archive: Pick<Archive, 'database' | 'access' | 'sources' | 'texts' | 'catalogue'>;
  readonly pool: CollationPool;
}): NearDuplicates {
  const store = createSketchStore(archive);
  let known: Map<VersionId, Uint32Array> | null = null;
  /** Sketching goes on one after another: whoever asks second finds the work of the first. */
  let sketching: Promise<unknown> = Promise.resolve();

  /** Sketches of the current texts of all sources that are not in the bin. */
  function sketched(signal: AbortSignal): Promise<{ live: LiveSource[]; sketches: Uint32Array[] }> {
    const next = sketching.then(async () => {
      known ??= store.all();
      const sketches = known;
      const live = archive.sources.live();
      const missing = live.filter(({ versionId }) => !sketches.has(versionId));
      for (let at = 0; at < missing.length; at += BATCH_TEXTS) {
        const batch = missing.slice(at, at + BATCH_TEXTS);
        const texts = batch.map(({ sourceId, versionId }) => archive.texts.get(sourceId, versionId).text);
        const made = await pool.sketches(texts, signal);
        const named = batch.map(({ versionId }, index) => ({ versionId, sketch: made[index] ?? new Uint32Array() }));
        store.add(named);
        for (const { versionId, sketch } of named) sketches.set(versionId, sketch);
      }
      return { live, sketches: live.map(({ versionId }) => sketches.get(versionId) ?? new Uint32Array()) };
    });
    sketching = next.catch(() => undefined);
    return next;
  }

  return {
    of: async (sourceId, signal) => {
      const { live, sketches } = await sketched(signal);
      const own = sketches[live.findIndex((source) => source.sourceId === sourceId)];
      if (!own)
        throw new FondsError('NOT_FOUND', t('This source is not in the archive, or it is in the bin.'), { sourceId });
      const near = live
        .map((source, index) => ({ id: source.sourceId, other: sketches[index] ?? new Uint32Array() }))
        .filter(({ id }) => id !== sourceId)
        .map(({ id, other }) => ({ id, share: shareOf(sharedHashes(own, other), own.length, other.length) }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share);
      const heads = archive.catalogue.heads(near.map(({ id }) => id));
      return near.map(({ id, share }) => ({ ...describe(id, heads), share }));
    },
    groups: async (limit, signal) => {
      const { live, sketches } = await sketched(signal);
      const all = await pool.groups({ sketches }, signal);
      const groups = all.slice(0, limit);
      const idsOf = (members: readonly number[]) => members.flatMap((index) => live[index]?.sourceId ?? []);
      const heads = archive.catalogue.heads(groups.flatMap(({ members }) => idsOf(members)));
      return {
        total: all.length,
        groups: groups.map(({ members, share }) => ({
          share,
          sources: idsOf(members).map((id) => describe(id, heads)),
        })),
      };
    },
  };
}

const describe = (sourceId: SourceId, heads: ReturnType<Archive['catalogue']['heads']>) => ({
  sourceId,
  title: heads.get(sourceId)?.title ?? '',
  dateWritten: heads.get(sourceId)?.dateWritten ?? '',
});
