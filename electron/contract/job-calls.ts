/** Calls of imports and of every job. */
import { z } from 'zod';
import { action, type Call, change, job, noInput, none, query } from './call.js';
import { CollectionId, JobId, PlanId } from './ids.js';
import { ImportPlanInfo, Job, MAX_TITLES, ReportLine, TitleRule } from './job-models.js';

export const jobCalls = {
  /** Looks at files and folders and says what an import would do; the plan is fetched when the job is done. */
  'import.scan': action({
    audience: 'trusted',
    input: z.object({ paths: z.array(z.string()).min(1) }),
    output: job.extend({ planId: PlanId }),
    errors: ['NO_ARCHIVE', 'ARCHIVE_READ_ONLY'],
  }),
  'import.plan': query({
    audience: 'window',
    input: z.object({ planId: PlanId }),
    output: ImportPlanInfo,
    reads: [],
    errors: ['NOT_FOUND'],
  }),
  /** What sources would be called by a rule; of files that cannot be read, the name. Reads them where the rule needs it. */
  'import.previewTitles': query({
    audience: 'window',
    input: z.object({
      planId: PlanId,
      titleFrom: TitleRule,
      indexes: z.array(z.number()).max(MAX_TITLES),
    }),
    output: z.array(z.object({ index: z.number(), title: z.string() })),
    reads: [],
    errors: ['NOT_FOUND'],
  }),
  'import.start': change({
    audience: 'window',
    input: z.object({
      planId: PlanId,
      collectionId: CollectionId.optional(),
      /** The collection that is called so; made when there is none. */
      collectionName: z.string().trim().min(1).max(200).optional(),
      /** One for each folder, called as the folder is. */
      collectionPerFolder: z.boolean().default(false),
      titleFrom: TitleRule.default('content'),
      duplicates: z.enum(['skip', 'import']),
      exclude: z.array(z.number()).default([]),
    }),
    output: job,
    changes: ['archive'],
    errors: ['NOT_FOUND'],
  }),
  'job.list': query({ audience: 'window', input: noInput, output: z.array(Job), reads: [] }),
  'job.report': query({
    audience: 'window',
    input: z.object({ jobId: JobId }),
    output: z.array(ReportLine),
    reads: [],
    errors: ['NOT_FOUND'],
  }),
  /** No further file is begun until it is resumed. Only of jobs that say so. */
  'job.pause': action({ audience: 'window', input: z.object({ jobId: JobId }), output: none, errors: ['NOT_FOUND'] }),
  'job.resume': action({ audience: 'window', input: z.object({ jobId: JobId }), output: none, errors: ['NOT_FOUND'] }),
  'job.cancel': action({ audience: 'window', input: z.object({ jobId: JobId }), output: none, errors: ['NOT_FOUND'] }),
} as const satisfies Record<string, Call>;
