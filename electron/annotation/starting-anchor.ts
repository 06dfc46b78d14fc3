/**
 * The anchor from which an annotation is projected into a text version. Pure.
 *
 * Only certain anchors count: where the annotation was made, and where a person placed it. The one on the nearest ancestor
 * of the version is used, since a text descends from its parent; without one, the one on the latest version. An anchor
 * that Fonds computed is never the start of another projection, so errors do not accumulate.
 *
 *     v1 (made) ── v2 (aligned) ── v3 (person) ── v4
 *                                              └─ v5: projected from v3, the nearest certain one; never from v2
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
 * @param line the version and its ancestors, as `ancestors` returns them.
 * @param versions all of the source, in order.
 */
export function startingAnchor<P extends { readonly versionId: VersionId }>(
  certain: readonly P[],
  line: readonly VersionId[],
  versions: readonly VersionLink[],
): P {
  const byVersion = new Map(certain.map((certainAnchor) => [certainAnchor.versionId, certainAnchor]));
  const order = [...line, ...versions.map(({ id }) => id).reverse()];
  for (const id of order) {
    const certainAnchor = byVersion.get(id);
    if (certainAnchor) return certainAnchor;
  }
  throw new Error('An annotation of words has no certain anchor');
}
