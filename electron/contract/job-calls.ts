/** Calls of imports and of every job. */
import { z } from 'zod';
import { action, type Call, change, job, noInput, none, query } from './call.js';
import { CollectionId, JobId, PlanId } from './ids.js';
import { ImportPlanInfo, Job, ReportLine } from './job-models.js';

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
  'import.start': change({
    audience: 'window',
    input: z.object({
      planId: PlanId,
      collectionId: CollectionId.optional(),
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
  'job.cancel': action({ audience: 'window', input: z.object({ jobId: JobId }), output: none, errors: ['NOT_FOUND'] }),
} as const satisfies Record<string, Call>;
