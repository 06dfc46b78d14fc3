/** Handlers of collations. */
import type { OnProgress } from '../collation/index.js';
import { t } from '../wording/index.js';
import type { ArchiveHost } from './archive-host.js';
import { runCollationExport } from './collation-export-job.js';
import { refuseExisting } from './export-job.js';
import { done, type HandlersOf } from './handler-table.js';
import { runAsJobWhenLong } from './job-when-long.js';

type CollationCallName =
  | 'collation.list'
  | 'collation.get'
  | 'collation.create'
  | 'collation.change'
  | 'collation.delete'
  | 'collation.pin'
  | 'collation.unpin'
  | 'collation.takeOver'
  | 'collation.align'
  | 'collation.table'
  | 'collation.compose'
  | 'collation.export'
  | 'collation.suggest'
  | 'collation.groups';

export function collationHandlers(host: ArchiveHost): HandlersOf<CollationCallName> {
  const { jobs, exportPool: pool, now } = host;
  const collations = () => host.current().collations;
  const collating = () => host.current().collating;
  const near = () => host.current().nearDuplicates;
  const collate = <Answer>(run: (signal: AbortSignal, onProgress: OnProgress) => Promise<Answer>) =>
    runAsJobWhenLong(jobs, { kind: 'collate', phase: t('Collating') }, run);
  const sketch = <Answer>(run: (signal: AbortSignal) => Promise<Answer>) =>
    runAsJobWhenLong(jobs, { kind: 'collate', phase: t('Looking for texts that are alike') }, run);
  return {
    'collation.list': () => collations().list(),
    'collation.get': ({ id }) => collations().get(id),
    'collation.create': (input) => collations().create(input),
    'collation.change': (input) => collations().change(input),
    'collation.delete': ({ id }) => done(collations().delete(id)),
    'collation.pin': (input) => collations().pin(input),
    'collation.unpin': (input) => done(collations().unpin(input)),
    'collation.takeOver': (input) => collate((signal) => host.current().takingOver.takeOver(input, signal)),
    'collation.align': (subject) => collate((signal, onProgress) => collating().align(subject, signal, onProgress)),
    'collation.table': (subject) => collate((signal, onProgress) => collating().table(subject, signal, onProgress)),
    'collation.compose': (subject) => collate((signal, onProgress) => collating().compose(subject, signal, onProgress)),
    'collation.export': async ({ subject, ...target }) => {
      const open = host.current();
      open.collations.resolve(subject);
      await refuseExisting(target);
      return {
        jobId: jobs.start('export', (job) => runCollationExport({ subject, ...target }, { open, pool, now }, job)),
      };
    },
    'collation.suggest': ({ sourceId }) => sketch((signal) => near().of(sourceId, signal)),
    'collation.groups': ({ limit }) => sketch((signal) => near().groups(limit, signal)),
  };
}
