/** Holds the one open archive with its search index, reading pool, plans and jobs, and closes them in order. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Annotations, createAnnotations } from '../annotation/index.js';
import { type Archive, type ArchiveOptions, createArchive, openArchive, restoreArchive } from '../archive/index.js';
import {
  type CollationEngine,
  type Collations,
  createCollationEngine,
  createCollationPool,
  createCollations,
  createNearDuplicates,
  createReadingTransfer,
  type NearDuplicates,
  type ReadingTransfer,
} from '../collation/index.js';
import {
  type EventBody,
  type EventName,
  FondsError,
  type JobId,
  type PlanId,
  type Progress,
  type Scope,
} from '../contract/index.js';
import { createImages, type Images } from '../images/index.js';
import {
  type Citations,
  type CslLibrary,
  createCitationPool,
  createCitations,
  createCslLibrary,
  createNotes,
  createSpeller,
  createSpelling,
  type Notes,
  type Speller,
  type SpellingService,
} from '../notes/index.js';
import {
  createLanguages,
  createOcrPool,
  createOcrStore,
  type OcrLanguages,
  type OcrPool,
  type OcrStore,
} from '../ocr/index.js';
import { createPages, type Pages } from '../pages/index.js';
import {
  createSavedSearches,
  createSearch,
  createSearchLog,
  type SavedSearches,
  type Search,
  type SearchLog,
} from '../search/index.js';
import { t } from '../wording/index.js';
import { createExchangePool, type ExchangePool } from './exchange-pool.js';
import { createExportPool, type ExportPool } from './export-pool.js';
import { createFilePool, type FilePool } from './file-pool.js';
import { createJobs, type JobContext, type Jobs } from './job-registry.js';
import { knownWordLookup } from './known-word-lookup.js';
import type { ImportPlan } from './plan-import.js';
import type { Printer } from './printer.js';
import { createReadingPool, type ReadingPool } from './reading-pool.js';
import { fillSample } from './sample.js';

const CHANGE_INTERVAL_MS = 100;
/** Fewer documents are indexed without a word about it. */
const INDEX_JOB_DOCUMENTS = 100;

export interface ArchiveHostOptions {
  readonly appRoot: string;
  readonly workersDir: string;
  readonly printer: Printer;
  /** Folder of the language data that the person added; need not exist. */
  readonly languagesDir: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: <N extends EventName>(name: N, body: EventBody<N>) => void;
  readonly failed: (error: unknown) => { code: string; message: string };
  /** Hears of every change inside the call or job that made it. */
  readonly changed?: (scopes: readonly Scope[]) => void;
}

export interface ArchiveSession {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly search: Search;
  readonly log: SearchLog;
  readonly saved: SavedSearches;
  readonly notes: Notes;
  readonly citations: Citations;
  readonly spelling: SpellingService;
  readonly collations: Collations;
  readonly collating: CollationEngine;
  readonly nearDuplicates: NearDuplicates;
  readonly takingOver: ReadingTransfer;
  readonly pages: Pages;
  readonly ocrPages: OcrStore;
  /** Closes what belongs to no room of its own. */
  close(): Promise<void>;
}

export interface ArchiveHost {
  readonly jobs: Jobs;
  readonly filePool: FilePool;
  readonly readingPool: ReadingPool;
  readonly speller: Speller;
  readonly exportPool: ExportPool;
  readonly exchangePool: ExchangePool;
  readonly images: Images;
  readonly ocrPool: OcrPool;
  readonly ocrLanguages: OcrLanguages;
  readonly printer: Printer;
  /** Citation styles and locales that ship. */
  readonly csl: CslLibrary;
  /** Folder of the fonts that printed pages are set in. */
  readonly fontsDir: string;
  readonly plans: Map<PlanId, ImportPlan>;
  /** The folder `data/sample-archive`. */
  readonly sampleDir: string;
  /** The folder of the templates of notes. */
  readonly templatesDir: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** @throws FondsError NO_ARCHIVE. */
  current(): ArchiveSession;
  /** Whether an archive is open, for reading only. */
  isReadOnly(): boolean;
  /** Folder of the open archive; null when none is open. */
  dir(): string | null;
  create(dir: string): Promise<Archive>;
  createSample(dir: string): Promise<Archive>;
  open(dir: string, access: 'write' | 'read' | 'best'): Promise<Archive>;
  restore(file: string, dir: string): Promise<Archive>;
  /** Cancels jobs, writes the index, closes the archive. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

export function createArchiveHost(options: ArchiveHostOptions): ArchiveHost {
  const { appRoot, workersDir, printer, languagesDir, now, newId, emit, failed, changed } = options;
  const filePool = createFilePool(join(workersDir, 'file-worker.js'));
  const migrationsDir = join(appRoot, 'data', 'migrations');
  const archiveOptions: ArchiveOptions = { migrationsDir, now, newId, storeGroup: filePool.store };
  const pool = createReadingPool(join(workersDir, 'ingest-worker.js'));
  const speller = createSpeller(join(workersDir, 'spelling-worker.js'));
  const exportPool = createExportPool(join(workersDir, 'export-worker.js'));
  const exchangePool = createExchangePool(join(workersDir, 'exchange-worker.js'));
  const images = createImages({ path: join(workersDir, 'image-worker.js') });
  const ocrFolders = { own: languagesDir, packaged: join(appRoot, 'dist', 'ocr') };
  const ocrPool = createOcrPool({ path: join(workersDir, 'ocr-worker.js'), folders: ocrFolders });
  const cslDir = join(appRoot, 'dist', 'csl');
  const csl = createCslLibrary(cslDir);
  const citationPool = createCitationPool({ workerPath: join(workersDir, 'citation-worker.js'), cslDir });
  const jobs = createJobs({ newId, now, failed, changed: (job) => emit('job.changed', { job }) });
  const plans = new Map<PlanId, ImportPlan>();
  const sampleDir = join(appRoot, 'data', 'sample-archive');
  let open: ArchiveSession | null = null;

  async function openSession(archive: Archive): Promise<Archive> {
    announceChanges(archive, emit);
    if (changed) archive.onChange(({ scopes }) => changed(scopes));
    const search = await createSearch({
      archive,
      workerPath: join(workersDir, 'search-worker.js'),
      onProgress: indexJobs(jobs),
    });
    const annotations = createAnnotations({
      archive,
      now,
      newId,
      workerPath: join(workersDir, 'annotation-worker.js'),
    });
    const collations = createCollations({ archive, now, newId });
    const collatingPool = createCollationPool(join(workersDir, 'collation-worker.js'));
    const collating = createCollationEngine({
      archive,
      collations,
      pool: collatingPool,
      words: knownWordLookup(search, speller),
    });
    open = {
      archive,
      annotations,
      search,
      log: createSearchLog(archive, now),
      saved: createSavedSearches(archive, { now, newId }),
      notes: createNotes({ archive, now, newId }),
      citations: createCitations({ archive, library: csl, pool: citationPool, passage: annotations.get, now }),
      spelling: createSpelling(archive, speller, now),
      collations,
      collating,
      nearDuplicates: createNearDuplicates({ archive, pool: collatingPool }),
      takingOver: createReadingTransfer({ archive, collations, collating, correct: annotations.texts.correct }),
      pages: createPages({ archive, images, newId }),
      ocrPages: createOcrStore(archive),
      close: () => collatingPool.close(),
    };
    // All rooms know by now how their changes are undone.
    if (archive.access === 'write') await archive.history.recover();
    // The index catches up while the person looks around; whoever searches first waits for it.
    search.settle().catch(() => undefined);
    return archive;
  }

  async function closeSession(): Promise<void> {
    await jobs.stopAll();
    plans.clear();
    const leaving = open;
    open = null;
    await leaving?.close();
    await leaving?.annotations.close();
    await leaving?.search.close();
    leaving?.archive.close();
  }

  return {
    jobs,
    filePool,
    readingPool: pool,
    speller,
    exportPool,
    exchangePool,
    images,
    ocrPool,
    ocrLanguages: createLanguages(ocrFolders),
    printer,
    csl,
    fontsDir: join(appRoot, 'dist', 'fonts'),
    plans,
    sampleDir,
    templatesDir: join(appRoot, 'data', 'note-templates'),
    now,
    newId,
    current: () => {
      if (!open) throw new FondsError('NO_ARCHIVE', t('No archive is open. Open one, or make a new one.'));
      return open;
    },
    isReadOnly: () => open?.archive.access === 'read',
    dir: () => open?.archive.dir ?? null,
    create: async (dir) => {
      const made = await createArchive(dir, archiveOptions);
      await closeSession();
      return openSession(made);
    },
    createSample: async (dir) => {
      if (existsSync(dir)) throw new FondsError('ARCHIVE_EXISTS', t('There is an archive at {dir} already.', { dir }));
      await closeSession();
      // Filled under another name: a stop midway must not leave half a sample to open with.
      const making = `${dir}.making`;
      await rm(making, { recursive: true, force: true });
      const made = await createArchive(making, archiveOptions);
      try {
        await fillSample(made, sampleDir, pool, newId);
        made.history.clearUndo();
      } finally {
        made.close();
      }
      await rename(making, dir);
      return openSession(await openArchive(dir, 'write', archiveOptions));
    },
    open: async (dir, access) => {
      // The archive on the table may be the one asked for; its own lock must not stand in the way.
      await closeSession();
      try {
        return await openSession(await openArchive(dir, access === 'read' ? 'read' : 'write', archiveOptions));
      } catch (error) {
        const canRead = access === 'best' && error instanceof FondsError && error.code === 'ARCHIVE_READ_ONLY';
        if (!canRead) throw error;
        return openSession(await openArchive(dir, 'read', archiveOptions));
      }
    },
    restore: async (file, dir) => {
      await restoreArchive(file, dir, archiveOptions);
      await closeSession();
      return openSession(await openArchive(dir, 'write', archiveOptions));
    },
    close: closeSession,
    stop: async () => {
      await closeSession();
      await Promise.all([
        filePool.close(),
        pool.close(),
        exportPool.close(),
        exchangePool.close(),
        images.close(),
        ocrPool.close(),
        citationPool.close(),
        printer.close(),
      ]);
      await speller.close();
    },
  };
}

/** Tells clients what changed, at most ten times a second, so that an import does not flood them. */
function announceChanges(archive: Archive, emit: ArchiveHostOptions['emit']): void {
  const waiting = new Set<Scope>();
  archive.onChange(({ scopes }) => {
    if (waiting.size === 0) {
      setTimeout(() => {
        emit('archive.changed', { scopes: [...waiting] });
        waiting.clear();
      }, CHANGE_INTERVAL_MS);
    }
    for (const scope of scopes) waiting.add(scope);
  });
}

/** Shows a long indexing as a job of its own; it cannot be cancelled, since a search waits for it. */
function indexJobs(jobs: Jobs): (progress: Progress) => void {
  let context: JobContext | null = null;
  let end: (() => void) | null = null;
  let id: JobId | null = null;
  return (progress) => {
    if (!id && (progress.total ?? 0) - progress.done >= INDEX_JOB_DOCUMENTS) {
      id = jobs.start('index', (started) => {
        context = started;
        return new Promise((resolve) => {
          end = resolve;
          started.signal.addEventListener('abort', () => resolve());
        });
      });
    }
    context?.progress(progress);
    if (id && progress.done === progress.total) {
      end?.();
      id = context = end = null;
    }
  };
}
