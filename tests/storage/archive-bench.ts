/** A place for archives of one test file: fresh folders, options, and short ways to fill an archive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Archive, ArchiveOptions } from '../../electron/archive/index.js';
import { type Description, EMPTY_DESCRIPTION, type SourceId, type VersionId } from '../../electron/contract/index.js';

export const OPTIONS: ArchiveOptions = { migrationsDir: resolve('data/migrations') };
export const BY_TITLE = { by: 'title', direction: 'ascending' } as const;

/** A folder of its own; `remove` when the test is over. */
export function freshFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'fonds-storage-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export interface Adding {
  readonly text?: string;
  readonly description?: Partial<Description>;
  readonly step?: { id: string; label: string };
  readonly bytes?: string;
}

let added = 0;

/** Stores an original and adds the source that names it, as an import does. */
export async function addSource(
  archive: Archive,
  folder: string,
  { text = 'A text', description = {}, step, bytes }: Adding = {},
): Promise<{ sourceId: SourceId; versionId: VersionId; sha256: string }> {
  added += 1;
  const file = join(folder, `document-${added}.txt`);
  writeFileSync(file, bytes ?? `document ${added}: ${text}`);
  const { sha256, fileBytes } = await archive.originals.store(file);
  const ids = archive.sources.add(
    {
      description: { ...EMPTY_DESCRIPTION, title: `Document ${added}`, ...description },
      original: { sha256, fileBytes, fileName: `document-${added}.txt`, mediaType: 'text/plain' },
      text: { text, spans: [], origin: 'reader:text', remarks: [] },
    },
    step ?? { id: `step-${added}`, label: `Import document ${added}` },
  );
  return { ...ids, sha256 };
}

/** Titles of the list as a person sees it. */
export const titles = (archive: Archive, place: 'archive' | 'bin' = 'archive'): string[] =>
  archive.sources
    .list({ filter: { inBin: place === 'bin' }, sort: BY_TITLE, offset: 0, limit: 500 })
    .rows.map((row) => row.title);

export const verifyAll = (archive: Archive) =>
  archive.verify({ onProgress: () => undefined, signal: new AbortController().signal });
