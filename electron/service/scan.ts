/** Walks what a person chose and says, file by file, what an import would do. Reads; changes nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Archive } from '../archive/index.js';
import type { Plan, PlanEntry, PlanId, Sha256 } from '../contract/index.js';
import { readerFor, readers } from '../ingest/index.js';
import type { JobContext } from './jobs.js';

/** A plan as the service keeps it: with the paths that no window sees. */
export interface ScannedPlan {
  readonly id: PlanId;
  readonly entries: (PlanEntry & { readonly path: string })[];
}

export function publicPlan({ id, entries }: ScannedPlan): Plan {
  return { id, entries: entries.map(({ path: _, ...entry }) => entry) };
}

interface Found {
  readonly path: string;
  readonly name: string;
  readonly fileBytes: number;
  readonly problem: string | null;
}

async function* walk(path: string, base: string): AsyncGenerator<Found> {
  const name = relative(base, path) || basename(path);
  let info: Awaited<ReturnType<typeof lstat>>;
  try {
    info = await lstat(path);
    if (info.isDirectory()) {
      for (const child of (await readdir(path)).sort()) yield* walk(join(path, child), base);
      return;
    }
  } catch (error) {
    yield { path, name, fileBytes: 0, problem: whyUnreadable(error) };
    return;
  }
  // Links are named, not followed: they may lead in circles or out of what was chosen.
  const problem = info.isFile() ? null : 'This is a link or a device, not a file. Import the file it points to.';
  yield { path, name, fileBytes: info.size, problem };
}

function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'There is no file of this name any more. Check the place and choose it again.';
  if (code === 'EACCES' || code === 'EPERM')
    return 'You may not read this file. Change its permissions and choose it again.';
  return `The file cannot be opened (${code ?? String(error)}).`;
}

/** @returns the SHA-256 in hexadecimal. */
export async function hashFile(path: string, signal: AbortSignal): Promise<Sha256> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Buffer);
  return hash.digest('hex') as Sha256;
}

/** @param paths absolute paths of files and folders. */
export async function scan(
  id: PlanId,
  paths: readonly string[],
  archive: Archive,
  job: JobContext,
): Promise<ScannedPlan> {
  const entries: ScannedPlan['entries'] = [];
  const seen = new Map<Sha256, string>();
  for (const path of paths) {
    for await (const found of walk(path, join(path, '..'))) {
      job.signal.throwIfAborted();
      entries.push({ ...(await judge(found, archive, seen, job.signal)), index: entries.length, path: found.path });
      job.progress({ phase: 'Looking at files', done: entries.length, total: null, current: found.name });
    }
  }
  return { id, entries };
}

async function judge(
  { path, name, fileBytes, problem }: Found,
  archive: Archive,
  seen: Map<Sha256, string>,
  signal: AbortSignal,
): Promise<Omit<PlanEntry, 'index'>> {
  const reader = readerFor(name)?.name ?? null;
  const entry = { name, fileBytes, reader, duplicateOf: null };
  if (problem) return { ...entry, status: 'unreadable', note: problem };
  if (!reader) {
    const known = readers.flatMap(({ extensions }) => extensions).join(' ');
    return {
      ...entry,
      status: 'unsupported',
      note: `Fonds has no reader for this kind of file yet. It reads ${known}.`,
    };
  }
  let sha256: Sha256;
  try {
    sha256 = await hashFile(path, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { ...entry, status: 'unreadable', note: whyUnreadable(error) };
  }
  const held = archive.sources.findByHash(sha256);
  if (held) return { ...entry, status: 'duplicate', note: `The same bytes as “${held.title}”.`, duplicateOf: held.id };
  const twin = seen.get(sha256);
  if (twin) return { ...entry, status: 'duplicate', note: `The same bytes as ${twin} in this import.` };
  seen.set(sha256, name);
  return { ...entry, status: 'new', note: null };
}
