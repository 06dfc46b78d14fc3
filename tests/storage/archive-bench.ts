/** A place for archives of one test file: fresh folders, options, and short ways to fill an archive. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Archive, ArchiveOptions } from '../../electron/archive/index.js';
import {
  type Description,
  EMPTY_DESCRIPTION,
  type SourceId,
  type TagId,
  type VersionId,
} from '../../electron/contract/index.js';

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

/** A passage of the current text with tags on it: the rows that the room of annotations would write. */
export function addPassage(archive: Archive, sourceId: SourceId, tagIds: readonly TagId[]): string {
  const id = randomUUID();
  archive.database.write(() => {
    archive.database
      .prepare(`INSERT INTO annotation (id, source_id, version_id, start_at, end_at, exact, prefix, suffix, colour,
        comment, text_key, who, created_at, changed_at) VALUES (:id, :sourceId, :versionId, 0, 1, 'A', '', ' text', 1,
        '', 'a', 'me', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`)
      .run({ id, sourceId, versionId: archive.texts.get(sourceId).id });
    for (const tagId of tagIds) {
      archive.database
        .prepare('INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (:id, :tagId)')
        .run({ id, tagId });
    }
  });
  return id;
}
