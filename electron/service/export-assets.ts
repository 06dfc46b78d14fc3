/**
 * Originals beside an exported document: byte for byte, so that a reader has what the writer had. A photograph that says
 * where it was taken goes along as a drawing, which does not say it, unless it was asked for as it is.
 */
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Original, Source } from '../contract/index.js';
import { writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import type { JobContext } from './job-registry.js';

export interface Asset {
  readonly path: string;
  readonly remarks: readonly string[];
}

/** The folder of further files: `Report.md` has `Report-files`. */
export const folderOf = (file: string): string => join(dirname(file), `${basename(file, extname(file))}-files`);

/** @param cited the sources whose originals are wanted. @returns each file when it is written. */
export async function* putAssets(
  { file, places }: { readonly file: string; readonly places: 'keep' | 'leave-out' },
  cited: readonly Source[],
  open: Pick<ArchiveSession, 'archive' | 'pages'>,
  job: JobContext,
): AsyncGenerator<Asset> {
  const folder = folderOf(file);
  const originals = new Map(
    cited.flatMap(({ originals: held }) => held.map((original) => [original.sha256, original])),
  );
  const telling = places === 'keep' ? new Map<string, number>() : await pagesWithPlace(cited, open);
  let done = 0;
  for (const original of originals.values()) {
    job.signal.throwIfAborted();
    job.progress({ phase: t('Copying originals'), done, total: originals.size, current: original.fileName });
    await mkdir(folder, { recursive: true });
    const pageCount = telling.get(original.sha256);
    if (pageCount === undefined) yield await copied(folder, original, open);
    else yield* drawn(folder, original, pageCount, open);
    done += 1;
  }
}

/** @returns how many pages they have, by the hashes of originals that say where they were taken. */
async function pagesWithPlace(cited: readonly Source[], { pages }: Pick<ArchiveSession, 'pages'>) {
  const counts = new Map<string, number>();
  for (const { id } of cited) {
    const all = Map.groupBy(await pages.list(id), ({ sha256 }) => sha256);
    for (const [sha256, own] of all) if (own.some(({ place }) => place !== null)) counts.set(sha256, own.length);
  }
  return counts;
}

/** The name says which bytes: what is there under it already is the same file. */
const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

async function copied(folder: string, { sha256, fileName }: Original, { archive }: Pick<ArchiveSession, 'archive'>) {
  const path = join(folder, `${sha256.slice(0, 12)}${extname(fileName).replace(/[^.\w-]/g, '')}`);
  if (!(await isThere(path)))
    await writeAtomically(path, createReadStream(archive.originals.locate(sha256).path), 'refuse');
  return { path, remarks: [] };
}

async function* drawn(
  folder: string,
  { sha256, fileName }: Original,
  pageCount: number,
  { pages }: Pick<ArchiveSession, 'pages'>,
): AsyncGenerator<Asset> {
  for (let pageIndex = 0; pageIndex < pageCount; pageIndex += 1) {
    const number = pageCount === 1 ? '' : `-${pageIndex + 1}`;
    const path = join(folder, `${sha256.slice(0, 12)}${number}-drawn.jpg`);
    if (!(await isThere(path))) {
      const { bytes } = await pages.draw({ sha256, pageIndex, view: 'plain' });
      await writeAtomically(path, [bytes], 'refuse');
    }
    const remark = t('“{fileName}” says where it was taken. This is a drawing of it, which does not say it.', {
      fileName,
    });
    yield { path, remarks: [remark] };
  }
}
