/**
 * Carries out an import plan, a batch of files at a time: their originals are stored and forced to the disk together, they
 * are read in a worker, and what is ready within a moment is written in one transaction. Each file stands for itself all
 * the same: one that fails leaves nothing behind, and the others come in.
 */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, NewSource, StoredFile } from '../archive/index.js';
import {
  type Description,
  EMPTY_DESCRIPTION,
  FondsError,
  NO_TEXT_ORIGIN,
  type ReportLine,
  type Result,
  type Sha256,
  type TitleRule,
} from '../contract/index.js';
import type { ImageDescription, Images } from '../images/index.js';
import { isImageReader, maxBytesFor, type ParsedFile } from '../ingest/index.js';
import type { Pages } from '../pages/index.js';
import { t } from '../wording/index.js';
import { batchesOf } from './import-batches.js';
import { type CollectionChoice, collectionsOf } from './import-collections.js';
import { createImportCommits, type ImportCommits } from './import-commits.js';
import { titleBy } from './import-titles.js';
import type { JobContext } from './job-registry.js';
import { type ImportPlan, nameRemark, refusalOfSize } from './plan-import.js';
import type { ReadingPool } from './reading-pool.js';

const AT_ONCE = 2;

export interface ImportRequest extends CollectionChoice {
  readonly duplicates: 'skip' | 'import';
  /** Indexes of plan entries to leave out. */
  readonly exclude: readonly number[];
  readonly titleFrom?: TitleRule;
}
type PlannedFile = ImportPlan['entries'][number];
type Outcome = Pick<ReportLine, 'outcome'> & Partial<ReportLine>;
type KeptFile = Extract<StoredFile, { ok: true }>;

export interface ImportTools {
  readonly archive: Archive;
  readonly pool: ReadingPool;
  readonly images: Images;
  readonly pages: Pages;
  readonly newId: () => string;
}

export async function runImport(
  plan: ImportPlan,
  order: ImportRequest,
  tools: ImportTools,
  job: JobContext,
): Promise<void> {
  const excluded = new Set(order.exclude);
  const entries = plan.entries.filter(({ index }) => !excluded.has(index));
  const label = t('{count, plural, one {Import {name}} other {Import # files}}', {
    count: entries.length,
    name: entries[0]?.name ?? '',
  });
  const commits = createImportCommits(tools.archive, { id: tools.newId(), label });
  let done = 0;
  const tell = (current: string | null) =>
    job.progress({ phase: t('Importing'), done, total: entries.length, current });
  const run: ImportRun = {
    ...tools,
    order,
    commits,
    job,
    collections: collectionsOf(
      tools.archive,
      order,
      entries.filter(comesIn(order)).map(({ name }) => name),
    ),
    underWay: new Set(),
    later: [],
    report: ({ name }, outcome) => {
      done += 1;
      job.report({ name, message: null, sourceId: null, remarks: [], ...outcome });
      tell(name);
    },
  };
  tell(null);
  // Whether the archive has the bytes of a file that stands twice in the plan is known when the others are in it.
  await runLanes(
    run,
    entries.filter((entry) => !isTwin(entry)),
  );
  await runLanes(run, entries.filter(isTwin));
  while (run.later.length > 0 && !job.signal.aborted) await runLanes(run, run.later.splice(0));
  tell(null);
}

interface ImportRun extends ImportTools {
  readonly order: ImportRequest;
  readonly commits: ImportCommits;
  readonly job: JobContext;
  readonly collections: ReturnType<typeof collectionsOf>;
  /** Bytes that are being read or wait to be written. */
  readonly underWay: Set<Sha256>;
  /** Files whose bytes were under way already: whether they are duplicates is known afterwards. */
  readonly later: PlannedFile[];
  report(entry: PlannedFile, outcome: Outcome): void;
}

/** The job goes on when every lane has come to rest: nothing is written or reported after its end. */
async function runLanes(run: ImportRun, entries: readonly PlannedFile[]): Promise<void> {
  const batches = batchesOf(entries);
  let isStopped = false;
  const lane = async () => {
    for (const batch of batches) {
      await run.job.goAhead();
      if (run.job.signal.aborted || isStopped) return;
      try {
        await bringIn(batch, run);
      } catch (error) {
        isStopped = true;
        if (!run.job.signal.aborted) throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  // What was read whole is kept, also when the import was cancelled.
  run.commits.flush();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Its bytes are those of another file of the plan, which may have changed by now or been left out. */
const isTwin = ({ status, duplicateOf }: PlannedFile) => status === 'duplicate' && duplicateOf === null;

const comesIn =
  ({ duplicates }: ImportRequest) =>
  ({ status }: PlannedFile): boolean =>
    status === 'new' || (status === 'duplicate' && duplicates === 'import');

async function bringIn(batch: readonly PlannedFile[], run: ImportRun): Promise<void> {
  const { archive, order } = run;
  const wanted: PlannedFile[] = [];
  for (const entry of batch) {
    const known = await knownBefore(entry, run);
    if (known) run.report(entry, known);
    else wanted.push(entry);
  }
  if (wanted.length === 0) return;
  // To its end, also when the import is cancelled: what has its name already must be taken back by its hash.
  const answers = await archive.originals.storeAll(
    wanted.map(({ path, name }) => ({ path, mostBytes: maxBytesFor(basename(name)) })),
  );
  /** Stored, and not yet in other hands. */
  const held = new Map<PlannedFile, KeptFile>();
  let full: FondsError | null = null;
  for (const [at, answer] of answers.entries()) {
    const entry = wanted[at];
    if (!entry) continue;
    if (answer.ok) held.set(entry, answer);
    else if (answer.error.code === 'DISK_FULL') full = new FondsError('DISK_FULL', answer.error.message);
    else run.report(entry, { outcome: 'failed', message: messageOf(answer.error, entry) });
  }
  try {
    if (full) throw full;
    for (const [entry, { sha256 }] of [...held]) {
      if (order.duplicates === 'import') continue;
      // The file may have changed since the scan: what counts is what was stored.
      const existing = archive.sources.findByHash(sha256);
      if (!existing && !run.underWay.has(sha256)) {
        run.underWay.add(sha256);
        continue;
      }
      held.delete(entry);
      await archive.originals.discard(sha256);
      if (!existing) {
        run.later.push(entry);
        continue;
      }
      const message = t('The same bytes as “{title}”.', { title: existing.title });
      run.report(entry, { outcome: 'duplicate', message, sourceId: existing.id });
    }
    await readAll(held, run);
  } finally {
    for (const { sha256 } of held.values()) {
      run.underWay.delete(sha256);
      await archive.originals.discard(sha256);
    }
  }
}

/** @returns what is known of a file without storing it; null when it has to be stored first. */
async function knownBefore(entry: PlannedFile, { archive, order }: ImportRun): Promise<Outcome | null> {
  if (entry.status === 'unsupported') return { outcome: 'failed', message: entry.note };
  // Whether a new one is still what was looked at is told by its hash when it is stored.
  if (entry.status === 'new') return null;
  const now = await stat(entry.path).catch(nothingKnown);
  const isAsScanned =
    now === null || entry.modifiedMs === null || (now.size === entry.fileBytes && now.mtimeMs === entry.modifiedMs);
  if (entry.status === 'unreadable') return isAsScanned ? { outcome: 'failed', message: entry.note } : null;
  if (order.duplicates === 'import' || !isAsScanned) return null;
  const isInArchive = entry.sha256 !== null && archive.sources.findByHash(entry.sha256) !== null;
  if (isTwin(entry) && !isInArchive) return null;
  return { outcome: 'duplicate', message: entry.note, sourceId: entry.duplicateOf };
}

/** That it cannot be opened is said by who opens it. */
const nothingKnown = () => null;

/** Reads what was stored and hands it on; what is handed on or given up is taken out of `held`. */
async function readAll(held: Map<PlannedFile, KeptFile>, run: ImportRun): Promise<void> {
  const { archive, pool, job, commits } = run;
  const stored = [...held];
  const files = stored.map(([{ name, reader }, { path }]) => ({ path, fileName: basename(name), reader }));
  const readings = await pool.readMany(files, job.signal);
  for (const [at, parsed] of readings.entries()) {
    const [entry, original] = stored[at] ?? [];
    if (!entry || !original) continue;
    const giveUp = (error: unknown) => {
      run.underWay.delete(original.sha256);
      void archive.originals.discard(original.sha256);
      // A full disk is said once, by the job.
      if ((error as { code?: string }).code === 'DISK_FULL') return;
      run.report(entry, { outcome: 'failed', message: messageOf(error, entry) });
    };
    let reading = parsed;
    let described: ImageDescription | null = null;
    if (parsed.ok && isImageReader(parsed.value.readerName)) {
      const opened = await openImage(original.path, entry, run);
      if (opened.ok) described = opened.value;
      else reading = opened;
    }
    held.delete(entry);
    if (!reading.ok) {
      giveUp(reading.error);
      continue;
    }
    const remarks = described?.isCut ? [...reading.value.remarks, CUT] : reading.value.remarks;
    commits.add({
      sha256: original.sha256,
      source: sourceOf(entry, original, reading, run),
      added: (sourceId) => {
        run.underWay.delete(original.sha256);
        if (described) run.pages.describe(original.sha256, described);
        run.report(entry, { outcome: 'imported', sourceId, remarks: [...remarksOf(entry, original), ...remarks] });
      },
      failed: giveUp,
    });
  }
}

const CUT = t(
  'The file ends before its image does. What there is of it is shown; copy it again from where it came from.',
);

/**
 * An image is brought in when its first page can be drawn, or when it is cut, which is said: in a process of its own,
 * which may be lost over it. Small, so that a JPEG is decoded in part.
 */
async function openImage(path: string, { name }: PlannedFile, run: ImportRun): Promise<Result<ImageDescription>> {
  const file = { path, name: basename(name) };
  try {
    const described = await run.images.describe(file, run.job.signal);
    if (!described.isCut) await run.images.draw(file, 0, { as: 'grey', fit: 128 }, run.job.signal);
    return { ok: true, value: described };
  } catch (error) {
    run.job.signal.throwIfAborted();
    if (!(error instanceof FondsError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}

function sourceOf(
  entry: PlannedFile,
  { sha256, fileBytes }: KeptFile,
  { value: reading }: Extract<Result<ParsedFile>, { ok: true }>,
  { order: { titleFrom = 'content' }, collections }: ImportRun,
): NewSource {
  const fileName = basename(entry.name);
  const description: Description = { ...EMPTY_DESCRIPTION, ...reading.description };
  const { text } = reading;
  description.title = titleBy(titleFrom, { name: entry.name, ownTitle: description.title, text });
  return {
    description,
    original: { sha256, fileBytes, fileName, mediaType: reading.mediaType, path: entry.name },
    text: {
      text,
      spans: reading.spans,
      origin: text === '' ? NO_TEXT_ORIGIN : `reader:${reading.readerName}`,
      remarks: reading.remarks,
      leftAside: reading.leftAside ?? [],
    },
    suggestions: reading.suggestions ?? [],
    collectionIds: collections(entry.name),
  };
}

const remarksOf = (entry: PlannedFile, original: KeptFile): string[] => [
  ...(original.sha256 === entry.sha256
    ? []
    : [t('The file was changed after the scan. It was imported as it is now.')]),
  ...(entry.nameCharset === null ? [] : [nameRemark(entry.nameCharset)]),
];

/** The report is for a window too, which sees no path. */
function messageOf(error: unknown, entry: PlannedFile): string {
  const { message = String(error), details } = error as { message?: string; details?: Record<string, unknown> };
  // It may have grown since the scan.
  const refusal = typeof details?.fileBytes === 'number' ? refusalOfSize(details.fileBytes, entry.name) : null;
  return refusal ?? message.replaceAll(String(entry.path), entry.name);
}
