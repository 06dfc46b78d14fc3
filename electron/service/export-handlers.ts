/** Handlers of exports and of imports from other tools. */

import type { ArchiveHost } from './archive-host.js';
import { refuseExchange, runExchange } from './exchange-job.js';
import { refuseExisting, runExport } from './export-job.js';
import type { HandlersOf } from './handler-table.js';

type ExportCallName = 'export.start' | 'exchange.import';

export function exportHandlers(host: ArchiveHost): HandlersOf<ExportCallName> {
  const { jobs, images, exportPool: pool, exchangePool, printer, fontsDir, now, newId } = host;
  return {
    'export.start': async (target) => {
      const open = host.current();
      await refuseExisting(target);
      return {
        jobId: jobs.start('export', (job) =>
          runExport(target, { open, pool, images, exchangePool, printer, fontsDir, now, newId }, job),
        ),
      };
    },
    'exchange.import': async ({ file }) => {
      const open = host.current();
      await refuseExchange(file);
      return { jobId: jobs.start('exchange', (job) => runExchange(file, { open, pool: exchangePool, now }, job)) };
    },
  };
}
