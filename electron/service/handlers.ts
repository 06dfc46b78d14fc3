/** One line for each call: the contract's name on the left, the room that answers on the right. A missing one does not compile. */
import type { PlanId, SourceId } from '../contract/index.js';
import { FondsError } from '../contract/index.js';
import { exportConcordance, exportLog, exportSearch } from '../export/index.js';
import { t } from '../wording/index.js';
import { annotationHandlers } from './annotation-handlers.js';
import type { ArchiveHost } from './archive-host.js';
import { collationHandlers } from './collation-handlers.js';
import { createSource } from './create-source.js';
import { exportHandlers } from './export-handlers.js';
import { done, type Handlers } from './handler-table.js';
import { runImport } from './import-job.js';
import type { JobContext } from './job-registry.js';
import { noteHandlers } from './note-handlers.js';
import { ocrHandlers } from './ocr-handlers.js';
import { pageHandlers } from './page-handlers.js';
import { planImport, publicPlan } from './plan-import.js';
import { previewTitles } from './preview-titles.js';
import { refuseReadOnly } from './refuse-read-only.js';
import { firstLook } from './sample.js';
import { tagHandlers } from './tag-handlers.js';
import { textHandlers } from './text-handlers.js';

export function createHandlers(host: ArchiveHost): Handlers {
  const { jobs, plans } = host;
  const archive = () => host.current().archive;
  const search = () => host.current().search;
  const log = () => host.current().log;
  const saved = () => host.current().saved;
  const plan = (id: PlanId) => {
    const found = plans.get(id);
    if (!found) throw new FondsError('NOT_FOUND', t('This list of files is no longer known. Choose the files again.'));
    return found;
  };
  /** The sources of what an export writes. Of the archive that is open when it begins. */
  const describing = () => {
    const { sources } = archive();
    return ({ sourceId }: { readonly sourceId: SourceId }) => sources.get(sourceId);
  };
  return {
    'archive.create': async ({ dir }) => (await host.create(dir)).info(),
    'archive.createSample': async ({ dir }) => (await host.createSample(dir)).info(),
    'archive.open': async ({ dir, access }) => (await host.open(dir, access)).info(),
    'archive.close': async () => done(await host.close()),
    'archive.backup': ({ file, onExisting }) => archive().backup(file, onExisting),
    'archive.restore': async ({ file, dir }) => (await host.restore(file, dir)).info(),
    'archive.info': () => archive().info(),
    'archive.firstLook': () => firstLook(archive(), host.sampleDir),

    'source.list': (input) => archive().sources.list(input),
    'source.ids': (input) => archive().sources.ids(input),
    'source.get': ({ id }) => archive().sources.get(id),
    'source.create': (input) => createSource(archive(), input, host.newId),
    'source.describe': ({ ids, change }) => done(archive().sources.describe(ids, change)),
    'source.dismissSuggestion': ({ id, ...suggestion }) => done(archive().sources.dismissSuggestion(id, suggestion)),
    'source.delete': ({ ids }) => done(archive().sources.delete(ids)),
    'source.restore': ({ ids }) => done(archive().sources.restore(ids)),
    'source.folders': () => archive().sources.folders(),
    'source.documentTypes': () => archive().sources.documentTypes(),

    'collection.list': () => archive().collections.list(),
    'collection.create': ({ name }) => archive().collections.create(name),
    'collection.rename': ({ id, name }) => done(archive().collections.rename(id, name)),
    'collection.delete': ({ id }) => done(archive().collections.delete(id)),
    'collection.add': ({ id, ids }) => done(archive().collections.add(id, ids)),
    'collection.remove': ({ id, ids }) => done(archive().collections.remove(id, ids)),

    ...tagHandlers(host),
    ...textHandlers(host),
    ...annotationHandlers(host),
    ...noteHandlers(host),
    ...exportHandlers(host),
    ...collationHandlers(host),
    ...pageHandlers(host),

    'history.state': () => archive().history.state(),
    'history.undo': () => archive().history.undoInBatches(),
    'history.redo': () => archive().history.redoInBatches(),

    'original.locate': ({ sha256 }) => archive().originals.locate(sha256),

    'search.query': (input) => search().query(input),
    'search.matches': (input) => search().matches(input),
    'search.export': ({ file, format, onExisting, ...query }) => {
      const found = {
        query,
        scope: search().describeFilter(query.filter),
        hits: search().all(query),
        source: describing(),
      };
      return exportSearch({ ...found, file, format, onExisting, now: host.now });
    },
    'search.record': async (query) =>
      log().record({ query, scope: search().describeFilter(query.filter), ...(await search().count(query)) }),
    'search.log': (page) => log().list(page),
    'search.exportLog': (target) => exportLog({ entries: log().all(), ...target, now: host.now }),
    'search.history': (asked) => log().history(asked),
    'search.saved': () => saved().list(),
    'search.save': ({ name, query }) => saved().save(name, query),
    'search.renameSaved': ({ id, name }) => done(saved().rename(id, name)),
    'search.deleteSaved': ({ id }) => done(saved().delete(id)),
    'search.concordance': (input) => search().concordance(input),
    'search.exportConcordance': ({ file, onExisting, ...query }) =>
      exportConcordance({ lines: search().concordanceLines(query), source: describing(), file, onExisting }),
    'search.similar': (input) => search().similar(input),
    'search.state': () => search().state(),
    'search.finish': async () => done(await search().finish()),
    'search.reindex': () => {
      const running = search();
      const run = ({ signal, progress }: JobContext) => running.reindex({ signal, onProgress: progress });
      return { jobId: jobs.start('index', run) };
    },

    'import.scan': ({ paths }) => {
      const open = archive();
      // Looking changes nothing, but what it is for could not be done.
      refuseReadOnly(open);
      const planId = host.newId() as PlanId;
      const run = async (job: JobContext) => {
        plans.set(planId, await planImport(planId, paths, { archive: open, files: host.filePool }, job));
      };
      return { jobId: jobs.start('scan', run, { planId }), planId };
    },
    'import.plan': ({ planId }) => publicPlan(plan(planId)),
    'import.previewTitles': ({ planId, ...asked }) => previewTitles(plan(planId), asked, host.readingPool),
    'import.start': ({ planId, ...order }) => {
      const chosen = plan(planId);
      const tools = {
        archive: archive(),
        pool: host.readingPool,
        images: host.images,
        pages: host.current().pages,
        newId: host.newId,
      };
      const run = (job: JobContext) => runImport(chosen, order, tools, job);
      return { jobId: jobs.start('import', run, { planId, canPause: true }) };
    },
    ...ocrHandlers(host),
    'verify.start': () => {
      const open = archive();
      return {
        jobId: jobs.start('verify', async ({ signal, progress, report }) => {
          const onProgress = (n: number, total: number, current: string) =>
            progress({ phase: t('Verifying originals'), done: n, total, current });
          for (const line of await open.verify({ signal, onProgress })) report(line);
        }),
      };
    },

    'job.list': () => jobs.list(),
    'job.report': ({ jobId }) => jobs.report(jobId),
    'job.pause': ({ jobId }) => done(jobs.pause(jobId)),
    'job.resume': ({ jobId }) => done(jobs.resume(jobId)),
    'job.cancel': ({ jobId }) => done(jobs.cancel(jobId)),
  };
}
