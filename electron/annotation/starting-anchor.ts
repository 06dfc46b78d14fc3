/**
 * From where an annotation is projected into a text version. Pure.
 *
 * Only places that are certain count: where it was made, and where a person put it. Of these the one on the nearest
 * forebear of the version is taken, since a text descends from its parent; where no forebear has one, the one on the
 * latest version. So a place that was found by Fonds is never the ground of another, and errors do not add up.
 */
import type { VersionId } from '../contract/index.js';

export interface VersionLink {
  readonly id: VersionId;
  readonly parentId: VersionId | null;
}

/** @param versions all of one source, in order. @returns `from`, its parent, and so on; the nearest first. */
export function ancestors(versions: readonly VersionLink[], from: VersionId): VersionId[] {
  const parentOf = new Map(versions.map(({ id, parentId }) => [id, parentId]));
  const line: VersionId[] = [];
  for (let id: VersionId | null = from; id; id = parentOf.get(id) ?? null) line.push(id);
  return line;
}

/**
 * @param certain of one annotation; not empty.
 * @param line the version and its forebears, as `forebears` gives them.
 * @param versions all of the source, in order.
 */
export function startingAnchor<P extends { readonly versionId: VersionId }>(
  certain: readonly P[],
  line: readonly VersionId[],
  versions: readonly VersionLink[],
): P {
  const byVersion = new Map(certain.map((place) => [place.versionId, place]));
  const order = [...line, ...versions.map(({ id }) => id).reverse()];
  for (const id of order) {
    const place = byVersion.get(id);
    if (place) return place;
  }
  throw new Error('An annotation of words has no certain place');
}
