/** Handlers of exports and of what is taken in from other tools. */
import { FondsError } from '../contract/index.js';
import { refuseExisting, runExport } from './export-job.js';
import type { HandlersOf } from './handler-table.js';
import type { OpenArchive } from './open-archive.js';

type Calls = 'export.start' | 'exchange.import';

const notYet = (): never => {
  throw new FondsError('INVALID_INPUT', 'This is not built yet.');
};

export function exportHandlers(holder: OpenArchive): HandlersOf<Calls> {
  const { jobs, writing: pool, fontsDir, now } = holder;
  return {
    'export.start': async (target) => {
      const open = holder.current();
      await refuseExisting(target);
      return { jobId: jobs.start('export', (job) => runExport(target, { open, pool, fontsDir, now }, job)) };
    },
    'exchange.import': () => notYet(),
  };
}
