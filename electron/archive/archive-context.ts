/** What every store of one open archive shares. */
import { userInfo } from 'node:os';
import type { Scope, SourceId } from '../contract/index.js';
import type { Database } from './database.js';

export interface ArchiveContext {
  readonly database: Database;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** The person at the computer, for the journal. */
  readonly who: string;
  /** Tells listeners, after the change is on disk. */
  readonly announce: (scopes: readonly Scope[], sourceIds: readonly SourceId[]) => void;
  /** A transaction that may touch sources: what follows them is written in it too. Otherwise as `Database.write`. */
  readonly write: <T>(work: () => T) => T;
  /** Says inside `write` that the rows of these sources are not as they were. */
  readonly touch: (ids: readonly SourceId[]) => void;
}

export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run a user that the system has no name for.
    return 'unknown';
  }
}

/** The time of a change, always later than the change before it, so that a cache keyed by it never goes stale. */
export function laterThan(before: string, now: Date): string {
  const earliest = Date.parse(before) + 1;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}
