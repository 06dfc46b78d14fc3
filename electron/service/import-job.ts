/**
 * Carries out an import plan. Each file stands for itself: its original is stored, then read in a worker, then its
 * source, text and original's row are written in one transaction. A file that fails leaves nothing behind.
 */
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Archive } from '../archive/index.js';
import {
  type CollectionId,
  type Description,
  EMPTY_DESCRIPTION,
  FondsError,
  type ReportLine,
  type Sha256,
  type SourceId,
} from '../contract/index.js';
import { createKeyedLock, type KeyedLock } from '../files/index.js';
import { t } from '../wording/index.js';
import type { JobContext } from './job-registry.js';
import { type ImportPlan, nameRemark, refusalOfSize } from './plan-import.js';
import type { ReadingPool } from './reading-pool.js';

const AT_ONCE = 2;

export interface ImportRequest {
  readonly duplicates: 'skip' | 'import';
  /** Indexes of plan entries to leave out. */
  readonly exclude: readonly number[];
  readonly collectionId?: CollectionId;
}
type PlannedFile = ImportPlan['entries'][number];
type ImportedFileOutcome = Pick<ReportLine, 'outcome'> & Partial<ReportLine>;

export interface ImportTools {
  readonly archive: Archive;
  readonly pool: ReadingPool;
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
  const step = {
    id: tools.newId(),
    label: t('{count, plural, one {Import {name}} other {Import # files}}', {
      count: entries.length,
      name: entries[0]?.name ?? '',
    }),
  };
  // Of two lanes that hold the same bytes, the second sees what the first has made of them.
  const oneAtATime = createKeyedLock();
  let done = 0;
  let isStopped = false;
  const lane = async (queue: Iterable<PlannedFile>) => {
    for (const entry of queue) {
      if (job.signal.aborted || isStopped) return;
      job.progress({ phase: t('Importing'), done, total: entries.length, current: entry.name });
      try {
        const outcome = await bringIn(entry, order, step, { ...tools, oneAtATime }, job.signal);
        if (outcome) job.report({ name: entry.name, message: null, sourceId: null, remarks: [], ...outcome });
      } catch (error) {
        isStopped = true;
        throw error;
      }
      done += 1;
    }
  };
  // Whether the archive has the bytes of a file that stands twice in the plan is known when the others are in it.
  for (const part of [entries.filter((entry) => !isTwin(entry)), entries.filter(isTwin)]) {
    const queue = part.values();
    // The job ends when every lane has come to rest: nothing is written or reported after its end.
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => lane(queue)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
  job.progress({ phase: t('Importing'), done, total: entries.length, current: null });
}

/** Its bytes are those of another file of the plan, which may have changed by now or been left out. */
const isTwin = ({ status, duplicateOf }: PlannedFile) => status === 'duplicate' && duplicateOf === null;

/** @returns null when the import was cancelled while this file was under way. */
async function bringIn(
  entry: PlannedFile,
  order: ImportRequest,
  step: { id: string; label: string },
  { oneAtATime, ...tools }: ImportTools & { readonly oneAtATime: KeyedLock },
  signal: AbortSignal,
): Promise<ImportedFileOutcome | null> {
  if (entry.status === 'unsupported') return { outcome: 'failed', message: entry.note };
  // What was found at the scan holds only as long as the file is the one that was looked at.
  const now = await stat(entry.path).catch(nothingKnown);
  const isAsScanned =
    now === null || entry.modifiedMs === null || (now.size === entry.fileBytes && now.mtimeMs === entry.modifiedMs);
  if (entry.status === 'unreadable' && isAsScanned) return { outcome: 'failed', message: entry.note };
  const isInArchive = () => entry.sha256 !== null && tools.archive.sources.findByHash(entry.sha256) !== null;
  if (entry.status === 'duplicate' && order.duplicates === 'skip' && isAsScanned && (!isTwin(entry) || isInArchive())) {
    return { outcome: 'duplicate', message: entry.note, sourceId: entry.duplicateOf };
  }
  let stored: Sha256 | null = null;
  try {
    // It may have grown since the scan; what cannot be read is not copied first.
    const refusal = now && refusalOfSize(now.size);
    if (refusal) return { outcome: 'failed', message: refusal };
    const original = await tools.archive.originals.store(entry.path, signal);
    stored = original.sha256;
    return await oneAtATime(original.sha256, async (): Promise<ImportedFileOutcome> => {
      // The file may have changed since the scan: what counts is what was stored.
      const existing = order.duplicates === 'skip' ? tools.archive.sources.findByHash(original.sha256) : null;
      if (existing)
        return {
          outcome: 'duplicate',
          message: t('The same bytes as “{title}”.', { title: existing.title }),
          sourceId: existing.id,
        };
      const { sourceId, remarks } = await readAndAdd(entry, original, order, step, tools, signal);
      stored = null;
      return { outcome: 'imported', sourceId, remarks };
    });
  } catch (error) {
    if (signal.aborted) return null;
    // A full disk will not get better with the next file: stop, and say so once.
    if (error instanceof FondsError && error.code === 'DISK_FULL') throw error;
    // The report is for a window too, which sees no path.
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', message: message.replaceAll(String(entry.path), entry.name) };
  } finally {
    if (stored) await tools.archive.originals.discard(stored);
  }
}

/** That it cannot be opened is said by who opens it. */
const nothingKnown = () => null;

async function readAndAdd(
  entry: PlannedFile,
  original: { sha256: Sha256; fileBytes: number; path: string },
  order: ImportRequest,
  step: { id: string; label: string },
  { archive, pool }: ImportTools,
  signal: AbortSignal,
): Promise<{ sourceId: SourceId; remarks: string[] }> {
  const fileName = basename(entry.name);
  const reading = await pool.read(original.path, fileName, signal);
  const description: Description = { ...EMPTY_DESCRIPTION, ...reading.description };
  if (!description.title) description.title = basename(fileName, extname(fileName));
  const { sourceId } = archive.sources.add(
    {
      description,
      original: { sha256: original.sha256, fileBytes: original.fileBytes, fileName, mediaType: reading.mediaType },
      text: {
        text: reading.text,
        spans: reading.spans,
        origin: `reader:${reading.readerName}`,
        remarks: reading.remarks,
        leftAside: reading.leftAside ?? [],
      },
      suggestions: reading.suggestions ?? [],
      ...(order.collectionId ? { collectionId: order.collectionId } : {}),
    },
    step,
  );
  const remarks = [
    ...(original.sha256 === entry.sha256
      ? []
      : [t('The file was changed after the scan. It was imported as it is now.')]),
    ...(entry.nameCharset === null ? [] : [nameRemark(entry.nameCharset)]),
  ];
  return { sourceId, remarks: [...remarks, ...reading.remarks] };
}
