/**
 * Drafts of corrections survive a closed tab and a crash: each is stored on this computer, under the version it began
 * from, until it is saved or discarded.
 */
import type { VersionId } from '../../../electron/contract/index.js';

const keyOf = (id: VersionId): string => `correction ${id}`;

/** @returns null when there is none. */
export const loadDraft = (id: VersionId): string | null => localStorage.getItem(keyOf(id));

/** @returns false when there is no room for it; then the tab alone holds it. */
export function saveDraft(id: VersionId, text: string): boolean {
  try {
    localStorage.setItem(keyOf(id), text);
    return true;
  } catch {
    return false;
  }
}

export const discardDraft = (id: VersionId): void => localStorage.removeItem(keyOf(id));
