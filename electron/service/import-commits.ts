/**
 * Writes what was read of an import, a group at a time: one transaction for all that is ready within a moment, and only
 * then is any of it reported. One that cannot be written does not take the others with it.
 */
import type { Archive, NewSource } from '../archive/index.js';
import { FondsError, type Sha256, type SourceId } from '../contract/index.js';

/** A file that was stored and read. */
export interface ReadyFile {
  readonly source: NewSource;
  readonly sha256: Sha256;
  /** It is on the disk. */
  added(sourceId: SourceId): void;
  /** It could not be written; its bytes are given back by whoever hears of it. */
  failed(error: unknown): void;
}

export interface ImportCommits {
  /** @throws what ended the import. */
  add(file: ReadyFile): void;
  /** Writes what is ready now. @throws what ended the import: a disk that is full. */
  flush(): void;
}

/** What is ready waits so long for company: with the writing itself it is acknowledged within 200 ms. */
const WAIT_MS = 80;
/** Files, and UTF-16 units of text, of a group: written within 50 ms. */
const MOST_FILES = 128;
const MOST_UNITS = 4_000_000;

export function createImportCommits(archive: Archive, step: { id: string; label: string }): ImportCommits {
  let ready: ReadyFile[] = [];
  let units = 0;
  let timer: NodeJS.Timeout | null = null;
  let end: unknown = null;

  const write = (files: readonly ReadyFile[]): void => {
    const [only] = files;
    if (!only) return;
    try {
      const added = archive.sources.addAll(
        files.map(({ source }) => source),
        step,
      );
      for (const [at, file] of files.entries()) if (added[at]) file.added(added[at].sourceId);
    } catch (error) {
      // A full disk will not get better with the next file: stop, and say so once.
      if (isFull(error)) end = error;
      if (end !== null || files.length === 1) for (const file of files) file.failed(error);
      else for (const file of files) write([file]);
    }
  };

  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const files = ready;
    ready = [];
    units = 0;
    if (end === null) write(files);
    else for (const file of files) file.failed(end);
  };

  const flushOrThrow = (): void => {
    flush();
    if (end !== null) throw end;
  };

  return {
    add: (file) => {
      ready.push(file);
      units += file.source.text?.text.length ?? 0;
      if (ready.length >= MOST_FILES || units >= MOST_UNITS || end !== null) flushOrThrow();
      // Its failure is kept for the next who adds.
      else timer ??= setTimeout(flush, WAIT_MS);
    },
    flush: flushOrThrow,
  };
}

const isFull = (error: unknown): boolean => error instanceof FondsError && error.code === 'DISK_FULL';
