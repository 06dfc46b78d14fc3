/** Makes the archive a first start opens with, from the documents written for this project. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Archive } from '../archive/index.js';
import { Description, EMPTY_DESCRIPTION, type Output } from '../contract/index.js';
import { t } from '../wording/index.js';
import { hashFile } from './plan-import.js';
import type { ReadingPool } from './reading-pool.js';

const Manifest = z.object({
  name: z.string(),
  collections: z.array(z.object({ name: z.string(), documents: z.array(z.string()) })),
  documents: z.array(
    z.object({
      file: z.string(),
      /** Further files of the same source, in their order: the other photographs of a letter. */
      furtherFiles: z.array(z.string()).default([]),
      description: Description.partial(),
    }),
  ),
});

/** @param dataDir the folder `data/sample-archive`. */
export async function fillSample(
  archive: Archive,
  dataDir: string,
  pool: ReadingPool,
  newId: () => string,
): Promise<void> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(dataDir, 'archive.json'), 'utf8')));
  const signal = new AbortController().signal;
  const step = { id: newId(), label: t('Make the sample archive') };
  const idOf = new Map<string, ReturnType<Archive['sources']['add']>['sourceId']>();
  const store = async (file: string) => {
    const { path, ...stored } = await archive.originals.store(join(dataDir, 'documents', file), signal);
    const reading = await pool.read(path, file, signal);
    return { original: { ...stored, fileName: file, mediaType: reading.mediaType }, reading };
  };
  for (const { file, furtherFiles, description } of manifest.documents) {
    const { original, reading } = await store(file);
    const further: (typeof original)[] = [];
    for (const other of furtherFiles) further.push((await store(other)).original);
    const { sourceId } = archive.sources.add(
      {
        description: { ...EMPTY_DESCRIPTION, ...reading.description, ...description } as Description,
        original: [original, ...further],
        text:
          reading.text === ''
            ? null
            : {
                text: reading.text,
                spans: reading.spans,
                origin: `reader:${reading.readerName}`,
                remarks: reading.remarks,
              },
      },
      step,
    );
    idOf.set(file, sourceId);
  }
  for (const { name, documents } of manifest.collections) {
    const ids = documents.map((file) => idOf.get(file)).filter((id) => id !== undefined);
    const { id } = archive.collections.create(name);
    if (ids.length > 0) archive.collections.add(id, ids);
  }
}

const FirstLook = z.object({ query: z.string(), document: z.string() });

/** @returns null when the archive does not hold the document: it is not the sample, or the person deleted it. */
export async function firstLook(archive: Archive, dataDir: string): Promise<Output<'archive.firstLook'>> {
  const { query, document } = FirstLook.parse(JSON.parse(await readFile(join(dataDir, 'first-look.json'), 'utf8')));
  const existing = archive.sources.findByHash(
    await hashFile(join(dataDir, 'documents', document), new AbortController().signal),
  );
  return existing ? { query, sourceId: existing.id } : null;
}
