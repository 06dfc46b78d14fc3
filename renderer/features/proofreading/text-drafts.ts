/**
 * Drafts of proofreading and transcription survive a closed tab and a crash: each is stored on this computer, under the
 * version it began from, until it is saved or discarded.
 */
import { z } from 'zod';
import type { VersionId } from '../../../electron/contract/index.js';
import { bridge } from '../../api/index.js';

export const ProofDraft = z.object({
  /** A change set of the editor, from the text of the version. */
  changes: z.unknown(),
  /** Words seen to be right, as they are counted in the version. */
  seen: z.array(z.number()),
  caret: z.number(),
});
export type ProofDraft = z.infer<typeof ProofDraft>;

export const TranscriptionDraft = z.object({
  /** The pages that were written on, by their index. */
  texts: z.record(z.string(), z.string()),
  page: z.number(),
  caret: z.number(),
  /** Where the lines of a page are that nobody has read, by its index, as shares of it. */
  rulers: z.record(z.string(), z.object({ top: z.number(), pitch: z.number() })),
});
export type TranscriptionDraft = z.infer<typeof TranscriptionDraft>;

type Kind = 'proofreading' | 'transcription';
const keyOf = (kind: Kind, id: VersionId): string => `${kind} ${id}`;

/** @returns null when there is none, or none that can be read. */
export function loadDraft<T>(kind: Kind, id: VersionId, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(keyOf(kind, id)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** @returns false when there is no room for it; then the tab alone holds it. */
export function saveDraft(kind: Kind, id: VersionId, draft: unknown): boolean {
  try {
    localStorage.setItem(keyOf(kind, id), JSON.stringify(draft));
    // The browser would write it within some seconds; a program that is killed has none.
    void bridge.shell('shell.keepDrafts', undefined);
    return true;
  } catch {
    return false;
  }
}

export const discardDraft = (kind: Kind, id: VersionId): void => localStorage.removeItem(keyOf(kind, id));
