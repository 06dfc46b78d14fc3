/** A REFI-QDA project as its zip file: `project.qde`, and in `sources/` the texts it counts in and the originals it shows. */
import { createReadStream } from 'node:fs';
import { FondsError, type Original } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { PageBox } from './page-box.js';
import { currentOf, type ProjectOptions, pdfOf, project, textsBehind } from './write-project.js';
import { type ZipEntry, zipStream } from './zip-stream.js';

export interface RefiPackageOptions extends Omit<ProjectOptions, 'boxes'> {
  /** Path of an original. */
  locate(sha256: Original['sha256']): string;
  /** How large these pages of a PDF are, by their index. */
  pageBoxes(path: string, pageIndexes: readonly number[]): Promise<ReadonlyMap<number, PageBox>>;
  readonly signal: AbortSignal;
}

/** A zip file without ZIP64, which several programs cannot read, ends here. */
const MAX_BYTES = 4 * 1024 ** 3 - 64 * 1024 ** 2;

/** @throws FondsError INVALID_INPUT when the originals do not fit into one file. */
export async function refiPackage(options: RefiPackageOptions): Promise<AsyncIterable<Uint8Array>> {
  const { content, locate, pageBoxes, signal } = options;
  const pdfs = content.sources.flatMap(({ source }) => pdfOf(source) ?? []);
  const bytes = pdfs.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  if (bytes > MAX_BYTES) {
    const message = t(
      'The PDFs are larger than 4 GB together, which is more than such a file holds. Export a collection or a tag at a time.',
    );
    throw new FondsError('INVALID_INPUT', message);
  }
  const boxes = new Map<string, ReadonlyMap<number, PageBox>>();
  for (const { source, annotations } of content.sources) {
    const pdf = pdfOf(source);
    const pageIndexes = annotations.flatMap(({ target }) =>
      target.kind === 'region' && target.region.sha256 === pdf?.sha256 ? [target.region.pageIndex] : [],
    );
    if (!pdf || pageIndexes.length === 0) continue;
    boxes.set(pdf.sha256, await pageBoxes(locate(pdf.sha256), [...new Set(pageIndexes)]));
    signal.throwIfAborted();
  }
  const none = new Map<number, PageBox>();
  const projectOptions = { ...options, boxes: (sha256: string) => boxes.get(sha256) ?? none };
  return zipStream(entries(projectOptions, options), signal);
}

function* entries(
  projectOptions: ProjectOptions,
  { content, context, locate }: RefiPackageOptions,
): Generator<ZipEntry> {
  yield { name: 'project.qde', method: 'deflated', chunks: project(projectOptions) };
  for (const exported of content.sources) {
    const { source } = exported;
    const pdf = pdfOf(source);
    const current = currentOf(source);
    if (pdf) {
      yield { name: `sources/${source.id}.pdf`, method: 'stored', chunks: createReadStream(locate(pdf.sha256)) };
    }
    if (current) {
      const name = `sources/${pdf ? current : source.id}.txt`;
      yield { name, method: 'deflated', chunks: [context.text(source.id, current)] };
    }
    for (const versionId of textsBehind(exported)) {
      yield { name: `sources/${versionId}.txt`, method: 'deflated', chunks: [context.text(source.id, versionId)] };
    }
  }
}
