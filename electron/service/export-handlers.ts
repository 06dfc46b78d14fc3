/** Handlers of exports and of what is taken in from other tools. */

import type { ArchiveHost } from './archive-host.js';
import { refuseExchange, runExchange } from './exchange-job.js';
import { refuseExisting, runExport } from './export-job.js';
import type { HandlersOf } from './handler-table.js';

type ExportCallName = 'export.start' | 'exchange.import';

export function exportHandlers(holder: ArchiveHost): HandlersOf<ExportCallName> {
  const { jobs, exportPool: pool, printer, fontsDir, now, newId } = holder;
  return {
    'export.start': async (target) => {
      const open = holder.current();
      await refuseExisting(target);
      return {
        jobId: jobs.start('export', (job) => runExport(target, { open, pool, printer, fontsDir, now, newId }, job)),
      };
    },
    'exchange.import': async ({ file }) => {
      const open = holder.current();
      await refuseExchange(file);
      return { jobId: jobs.start('exchange', (job) => runExchange(file, { open, pool, now }, job)) };
    },
  };
}
