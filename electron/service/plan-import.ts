/** Walks what a person chose and says, file by file, what an import would do. Reads; changes nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Archive } from '../archive/index.js';
import { FondsError, type ImportPlanEntry, type ImportPlanInfo, type PlanId, type Sha256 } from '../contract/index.js';
import { limitsOf, maxBytesFor, refuseEmpty, refuseTooLarge } from '../ingest/index.js';
import { t } from '../wording/index.js';
import type { FilePool, SeenFile } from './file-pool.js';
import type { JobContext } from './job-registry.js';
import { type FilePath, type FoundFile, walkFiles } from './walk-files.js';

/** A plan as the service keeps it: with the paths that no window sees. */
export interface ImportPlan {
  readonly id: PlanId;
  readonly entries: (ImportPlanEntry & FileAtScan)[];
}

interface FileAtScan {
  readonly path: FilePath;
  readonly nameCharset: string | null;
  readonly modifiedMs: number | null;
  /** Null when it was not read. */
  readonly sha256: Sha256 | null;
}

export function publicPlan({ id, entries }: ImportPlan): ImportPlanInfo {
  const asShown = ({
    path: _path,
    nameCharset: _charset,
    modifiedMs: _ms,
    sha256: _hash,
    ...entry
  }: (typeof entries)[number]) => entry;
  return { id, entries: entries.map(asShown) };
}

/** @returns the SHA-256 in hexadecimal. */
export async function hashFile(path: FilePath, signal: AbortSignal): Promise<Sha256> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Buffer);
  return hash.digest('hex') as Sha256;
}

export interface ScanTools {
  readonly archive: Archive;
  readonly files: Pick<FilePool, 'lookAt'>;
}

/** Looked at in one go: so many files, or so many bytes of them. */
const BATCH_FILES = 64;
const BATCH_BYTES = 16 * 1024 * 1024;

/** @param paths absolute paths of files and folders. */
export async function planImport(
  id: PlanId,
  paths: readonly string[],
  { archive, files }: ScanTools,
  job: JobContext,
): Promise<ImportPlan> {
  const entries: ImportPlan['entries'] = [];
  const seen = new Map<Sha256, string>();
  let waiting: FoundFile[] = [];
  let waitingBytes = 0;

  const lookAtAll = async () => {
    const found = waiting;
    waiting = [];
    waitingBytes = 0;
    const problems = found.map(({ problem, fileBytes, name }) => problem ?? refusalOfSize(fileBytes, name));
    const open = found.filter((_, at) => problems[at] === null);
    const looks = open.length > 0 ? await files.lookAt(open, job.signal) : [];
    for (const [at, file] of found.entries()) {
      const look = looks[open.indexOf(file)];
      const judged = look ? judge(file, look, archive, seen) : unread(file, problems[at] ?? null);
      const { path, nameCharset, modifiedMs } = file;
      entries.push({ ...judged, index: entries.length, path, nameCharset, modifiedMs });
    }
    const current = found.at(-1)?.name ?? null;
    job.progress({ phase: t('Looking at files'), done: entries.length, total: null, current });
  };

  for (const path of paths) {
    for await (const found of walkFiles(path)) {
      job.signal.throwIfAborted();
      waiting.push(found);
      waitingBytes += found.fileBytes;
      if (waiting.length >= BATCH_FILES || waitingBytes >= BATCH_BYTES) await lookAtAll();
    }
  }
  await lookAtAll();
  return { id, entries };
}

type Judgement = Omit<ImportPlanEntry, 'index'> & Pick<FileAtScan, 'sha256'>;

const unread = ({ name, fileBytes }: FoundFile, problem: string | null): Judgement => ({
  name,
  fileBytes,
  reader: null,
  duplicateOf: null,
  sha256: null,
  status: 'unreadable',
  note: problem,
});

function judge(file: FoundFile, look: SeenFile, archive: Archive, seen: Map<Sha256, string>): Judgement {
  const { name, fileBytes, nameCharset } = file;
  const { reader, sha256, remark, refusal, problem } = look;
  if (problem !== null) return unread(file, problem);
  const entry = { name, fileBytes, reader, duplicateOf: null, sha256 };
  if (sha256 === null) return { ...entry, status: 'unsupported', note: refusal };
  // Of its kind, now that it is known.
  const tooLarge = refusalOf(fileBytes, limitsOf(reader).fileBytes);
  if (tooLarge) return { ...entry, status: 'unreadable', note: tooLarge };
  const existing = archive.sources.findByHash(sha256);
  if (existing)
    return {
      ...entry,
      status: 'duplicate',
      note: t('The same bytes as “{title}”.', { title: existing.title }),
      duplicateOf: existing.id,
    };
  const twin = seen.get(sha256);
  if (twin) return { ...entry, status: 'duplicate', note: t('The same bytes as {twin} in this import.', { twin }) };
  seen.set(sha256, name);
  const notes = [remark, nameCharset === null ? null : nameRemark(nameCharset)].filter((note) => note !== null);
  return { ...entry, status: 'new', note: notes.join(' ') || null };
}

/** From its size alone, before a byte is read: all empty files are alike, and a large one takes its time. */
export const refusalOfSize = (fileBytes: number, name: string): string | null =>
  refusalOf(fileBytes, maxBytesFor(basename(name)));

/** @returns why a file of this size is not read; null when it is. */
function refusalOf(fileBytes: number, mostBytes: number): string | null {
  try {
    refuseEmpty(fileBytes);
    refuseTooLarge(fileBytes, mostBytes);
    return null;
  } catch (error) {
    if (error instanceof FondsError) return error.message;
    throw error;
  }
}

export const nameRemark = (charset: string): string =>
  t('The name of the file is not UTF-8; it was read as {charset}. If letters of it look wrong, correct the title.', {
    charset,
  });
