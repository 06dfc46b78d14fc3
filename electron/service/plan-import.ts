/** Walks what a person chose and says, file by file, what an import would do. Reads; changes nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Archive } from '../archive/index.js';
import {
  FondsError,
  type ImportPlanEntry,
  type ImportPlanInfo,
  NO_READER,
  type PlanId,
  type Sha256,
} from '../contract/index.js';
import { readerFor, readers, refuseEmpty, refuseTooLarge } from '../ingest/index.js';
import { t } from '../wording/index.js';
import type { JobContext } from './job-registry.js';
import { type FilePath, type FoundFile, walkFiles, whyUnreadable } from './walk-files.js';

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

/** @param paths absolute paths of files and folders. */
export async function planImport(
  id: PlanId,
  paths: readonly string[],
  archive: Archive,
  job: JobContext,
): Promise<ImportPlan> {
  const entries: ImportPlan['entries'] = [];
  const seen = new Map<Sha256, string>();
  for (const path of paths) {
    for await (const found of walkFiles(path)) {
      job.signal.throwIfAborted();
      const judged = await planFile(found, archive, seen, job.signal);
      const { path: itsPath, nameCharset, modifiedMs } = found;
      entries.push({ ...judged, index: entries.length, path: itsPath, nameCharset, modifiedMs });
      job.progress({ phase: t('Looking at files'), done: entries.length, total: null, current: found.name });
    }
  }
  return { id, entries };
}

async function planFile(
  { path, name, nameCharset, fileBytes, problem }: FoundFile,
  archive: Archive,
  seen: Map<Sha256, string>,
  signal: AbortSignal,
): Promise<Omit<ImportPlanEntry, 'index'> & Pick<FileAtScan, 'sha256'>> {
  const reader = readerFor(name)?.name ?? null;
  const entry = { name, fileBytes, reader, duplicateOf: null, sha256: null };
  if (problem) return { ...entry, status: 'unreadable', note: problem };
  if (!reader) {
    const known = readers.flatMap(({ extensions }) => extensions).join(' ');
    return {
      ...entry,
      status: 'unsupported',
      note: t('{NO_READER} It reads {known}.', { NO_READER, known }),
    };
  }
  // From its size alone, before a byte is read: all empty files are alike, and a large one takes its time.
  const refusal = refusalOfSize(fileBytes);
  if (refusal) return { ...entry, status: 'unreadable', note: refusal };
  let sha256: Sha256;
  try {
    sha256 = await hashFile(path, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { ...entry, status: 'unreadable', note: whyUnreadable(error) };
  }
  const existing = archive.sources.findByHash(sha256);
  if (existing)
    return {
      ...entry,
      sha256,
      status: 'duplicate',
      note: t('The same bytes as “{title}”.', { title: existing.title }),
      duplicateOf: existing.id,
    };
  const twin = seen.get(sha256);
  if (twin)
    return { ...entry, sha256, status: 'duplicate', note: t('The same bytes as {twin} in this import.', { twin }) };
  seen.set(sha256, name);
  return { ...entry, sha256, status: 'new', note: nameCharset === null ? null : nameRemark(nameCharset) };
}

/** @returns why a file of this size is not read; null when it is. */
export function refusalOfSize(fileBytes: number): string | null {
  try {
    refuseEmpty(fileBytes);
    refuseTooLarge(fileBytes);
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
