/** The open archive as a whole: its counts, its undo state, recent archives. */
import { z } from 'zod';

export const ArchiveInfo = z.object({
  name: z.string(),
  readOnly: z.boolean(),
  schemaVersion: z.number(),
  createdAt: z.string(),
  counts: z.object({ sources: z.number(), inBin: z.number(), collections: z.number() }),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;

export const HistoryState = z.object({
  /** In words, what undo takes back and what redo does again; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The number of the step that undo takes back, larger than those of all steps before it; null when there is none. */
  step: z.number().int().nullable(),
});
export type HistoryState = z.infer<typeof HistoryState>;

/** Recent archives by id; the path stays in the main process, only its last folder is given. */
export const RecentArchive = z.object({ id: z.string(), name: z.string(), place: z.string() });
export type RecentArchive = z.infer<typeof RecentArchive>;
