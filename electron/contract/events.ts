/** What the service and the shell send to their clients on their own. */
import { z } from 'zod';
import { Job } from './job-models.js';
import { Scope } from './scopes.js';

export const events = {
  /** At most ten a second for each job, and always one when it ends. */
  'job.changed': z.object({ job: Job }),
  'archive.changed': z.object({ scopes: z.array(Scope) }),
  /** From the shell: another archive is open now, or none. */
  'shell.archive': z.object({ open: z.boolean() }),
  /** From the shell: the archive service stopped by itself and was started again. */
  'shell.incident': z.object({ incidentId: z.string(), message: z.string(), recovered: z.boolean() }),
  /** From the application menu: run this command of the registry. */
  'shell.command': z.object({ id: z.string() }),
  'shell.preferences': z.object({ theme: z.enum(['system', 'light', 'dark']) }),
} as const;
export type EventName = keyof typeof events;
export type EventBody<N extends EventName> = z.infer<(typeof events)[N]>;
