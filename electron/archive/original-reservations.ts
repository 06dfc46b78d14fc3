/**
 * Which stored originals no row names yet. An import that fails gives its claim back and the bytes go, unless another
 * import of the same bytes is under way or a source names them.
 */
import { rmSync } from 'node:fs';
import type { Sha256 } from '../contract/index.js';
import { originalPath } from './originals.js';

export interface OriginalReservations {
  reserve(sha256: Sha256): void;
  /** A row names the original now. */
  confirm(sha256: Sha256): void;
  /** Nothing came of it. */
  release(sha256: Sha256): Promise<void>;
}

export function createOriginalReservations(dir: string, isNamed: (sha256: Sha256) => boolean): OriginalReservations {
  const counts = new Map<Sha256, number>();
  const count = (sha256: Sha256, by: 1 | -1) => {
    const now = (counts.get(sha256) ?? 0) + by;
    if (now > 0) counts.set(sha256, now);
    else counts.delete(sha256);
  };
  return {
    reserve: (sha256) => count(sha256, 1),
    confirm: (sha256) => count(sha256, -1),
    release: async (sha256) => {
      count(sha256, -1);
      // At once, not a moment later: in between, a row could name what is about to go.
      if (!counts.has(sha256) && !isNamed(sha256)) rmSync(originalPath(dir, sha256), { force: true });
    },
  };
}
