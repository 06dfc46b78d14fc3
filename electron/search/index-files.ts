/**
 * Sealed segments on disk. Derived: whatever is unreadable, foreign or of another analyser is left out and rebuilt.
 * A segment file is named in the manifest only after it is whole on disk.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ANALYZER_VERSION } from './lunr-setup.js';

interface Manifest {
  readonly analyzer: string;
  readonly segments: readonly { readonly file: string; readonly documents: number }[];
}

export interface IndexFiles {
  /** Paths of the segments to load, oldest first. */
  list(): Promise<{ path: string; documents: number }[]>;
  append(json: string, documents: number): Promise<void>;
  clear(): Promise<void>;
}

async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

export function indexFiles(dir: string): IndexFiles {
  const manifestPath = join(dir, 'manifest.json');
  const empty: Manifest = { analyzer: ANALYZER_VERSION, segments: [] };

  const manifest = async (): Promise<Manifest> => {
    try {
      const read = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest;
      return read.analyzer === ANALYZER_VERSION && Array.isArray(read.segments) ? read : empty;
    } catch {
      return empty;
    }
  };

  return {
    list: async () => (await manifest()).segments.map(({ file, documents }) => ({ path: join(dir, file), documents })),
    append: async (json, documents) => {
      await mkdir(dir, { recursive: true });
      const before = await manifest();
      const file = `segment-${randomUUID()}.json`;
      await writeWhole(join(dir, file), json);
      await writeWhole(
        manifestPath,
        JSON.stringify({ ...before, segments: [...before.segments, { file, documents }] }),
      );
    },
    clear: async () => {
      await rm(manifestPath, { force: true });
      for (const name of await readdir(dir).catch(() => [])) {
        if (/^segment-.*\.json(\.part)?$/.test(name)) await rm(join(dir, name), { force: true });
      }
    },
  };
}
