/** Jobs, what they report, and the plan of an import. */
import { z } from 'zod';
import { EXCHANGE_OUTCOMES } from './exchange-outcomes.js';
import { JobId, PlanId, SourceId } from './ids.js';

export const JobKind = z.enum(['scan', 'import', 'verify', 'index', 'backup', 'export', 'exchange', 'collate', 'ocr']);
export type JobKind = z.infer<typeof JobKind>;

export const Progress = z.object({
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  current: z.string().nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** What became of a file or an annotation; of an exchange also what became of tags, sets and notes. */
export const ReportOutcome = z.enum([
  'imported',
  'recognized',
  'duplicate',
  'failed',
  'skipped',
  'verified',
  'damaged',
  'missing',
  'written',
  ...EXCHANGE_OUTCOMES,
]);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** What became of one thing of a job, or of several of which the same is to be said. `message` says why and what to do. */
export const ReportLine = z.object({
  name: z.string(),
  outcome: ReportOutcome,
  message: z.string().nullable(),
  sourceId: SourceId.nullable(),
  remarks: z.array(z.string()),
  /** How many things it stands for; one when it is not there. */
  count: z.number().int().min(1).optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const Job = z.object({
  id: JobId,
  kind: JobKind,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: Progress,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Counts by outcome, filled as the job goes; of things, where a line of the report stands for several. */
  outcomes: z.record(z.string(), z.number()),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  planId: PlanId.nullable(),
  /** Whether it can be paused, and whether it is. */
  canPause: z.boolean().default(false),
  isPaused: z.boolean().default(false),
  /** How long it will go on at the pace so far; null while that cannot be said. */
  leftMs: z.number().nullable().default(null),
});
export type Job = z.infer<typeof Job>;

/**
 * What a source is called: as the file itself says, else by the file's name; by that name; by the path from the dropped
 * folder on; by the first line of the text.
 */
export const TitleRule = z.enum(['content', 'name', 'path', 'first-line']);
export type TitleRule = z.infer<typeof TitleRule>;

/** Titles that are previewed at once. */
export const MAX_TITLES = 20;

/** One file that an import would bring in. Names are relative to what was dropped; the window sees no paths. */
export const ImportPlanEntry = z.object({
  index: z.number(),
  name: z.string(),
  fileBytes: z.number(),
  /** Name of the reader that will take it; null when none does. */
  reader: z.string().nullable(),
  status: z.enum(['new', 'duplicate', 'unsupported', 'unreadable']),
  /** Title of the source that already holds these bytes, or why the file cannot be read. */
  note: z.string().nullable(),
  duplicateOf: SourceId.nullable(),
});
export type ImportPlanEntry = z.infer<typeof ImportPlanEntry>;

export const ImportPlanInfo = z.object({ id: PlanId, entries: z.array(ImportPlanEntry) });
export type ImportPlanInfo = z.infer<typeof ImportPlanInfo>;
