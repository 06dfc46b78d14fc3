/** Tells of a witness what a person knows it by, as it is described today, and settles which version is meant. */
import type { Archive } from '../archive/index.js';
import { FondsError, type SourceId, type VersionId, type Witness } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { StoredWitness } from './collation-store.js';

export interface Witnesses {
  /** @param versionId undefined for the current one. @throws FondsError NOT_FOUND when it is no version of the source. */
  version(sourceId: SourceId, versionId: VersionId | undefined): VersionId;
  /** @throws FondsError NOT_FOUND when the archive does not hold the source. */
  describe(stored: StoredWitness): Witness;
}

export function createWitnesses({ sources }: Pick<Archive, 'sources'>): Witnesses {
  return {
    version: (sourceId, versionId) => {
      const { versions, description } = sources.get(sourceId);
      const found = versions.find(({ id, isCurrent }) => (versionId === undefined ? isCurrent : id === versionId));
      if (found) return found.id;
      const message = t('“{title}” has no such text version.', { title: description.title || t('Untitled') });
      throw new FondsError('NOT_FOUND', message, { sourceId, ...(versionId ? { versionId } : {}) });
    },
    describe: ({ sourceId, versionId, siglum }) => {
      const { versions, description, deletedAt } = sources.get(sourceId);
      const current = versions.find(({ isCurrent }) => isCurrent);
      return {
        sourceId,
        versionId,
        siglum,
        title: description.title,
        dateWritten: description.dateWritten,
        currentVersionId: current?.id ?? versionId,
        isInBin: deletedAt !== null,
        length: versions.find(({ id }) => id === versionId)?.length ?? 0,
      };
    },
  };
}
