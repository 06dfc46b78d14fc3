import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  assertNever,
  type CitationItemInput,
  type ExportFormat,
  type ExportRequest,
  FondsError,
  type ReportLine,
  type Source,
  type SourceId,
} from '../contract/index.js';
import {
  bibtex,
  citationKeys,
  codebook,
  cslJson,
  type ExchangeContext,
  refiPackage,
  ris,
  webAnnotations,
} from '../exchange/index.js';
import {
  annotationTable,
  type CitationSource,
  composeDocument,
  type DocumentFormat,
  type ExportContent,
  type ExportDocument,
  gatherContent,
  inlines,
  mendOutline,
  pandocCitations,
} from '../export/index.js';
import { fileExists, type OnExisting, writeAtomically } from '../files/index.js';
import type { Images } from '../images/index.js';
import { type Citations, toCsl } from '../notes/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import type { ExchangePool } from './exchange-pool.js';
import { folderOf, putAssets } from './export-assets.js';
import { isPageFormat, type PageFormat, pageFiles } from './export-pages.js';
import type { ExportPool } from './export-pool.js';
import type { JobContext } from './job-registry.js';
import type { Printer } from './printer.js';

export interface ExportTarget extends ExportRequest {
  /** Path of the file to write. */
  readonly file: string;
  readonly onExisting: OnExisting;
}

export interface ExportTools {
  readonly open: ArchiveSession;
  readonly pool: ExportPool;
  readonly exchangePool: Pick<ExchangePool, 'pageBoxes'>;
  readonly printer: Printer;
  readonly images: Images;
  /** Folder of the fonts that printed pages are set in. */
  readonly fontsDir: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

const DOCUMENTS: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['docx', 'md', 'html', 'txt']);
const isDocument = (format: ExportFormat): format is DocumentFormat => DOCUMENTS.has(format);

/** @throws FondsError FILE_EXISTS at once, before the work begins. */
export async function refuseExisting({ file, onExisting }: Pick<ExportTarget, 'file' | 'onExisting'>): Promise<void> {
  if (onExisting === 'replace' || !(await stat(file).catch(() => null))) return;
  throw fileExists(file);
}

/** @throws FondsError NOT_FOUND, QUERY_SYNTAX, DATE_INVALID, FILE_EXISTS, DISK_FULL, PRINTING_FAILED. */
export async function runExport(target: ExportTarget, tools: ExportTools, job: JobContext): Promise<void> {
  const { file, onExisting } = target;
  const phase = (name: string) => job.progress({ phase: name, done: 0, total: null, current: basename(file) });
  const written = (path: string, remarks: readonly string[] = []): ReportLine => ({
    name: path === file ? basename(path) : join(basename(dirname(path)), basename(path)),
    outcome: 'written',
    message: null,
    sourceId: null,
    remarks: [...remarks],
  });
  phase(t('Gathering'));
  const content = await gather(target, tools.open);
  job.signal.throwIfAborted();
  const items = () => content.sources.map(({ source }) => toCsl(source));
  const put = async (chunks: Parameters<typeof writeAtomically>[1], remarks?: readonly string[]) => {
    await writeAtomically(file, chunks, onExisting);
    job.report(written(file, remarks));
  };

  const { format } = target;
  if (isDocument(format)) {
    phase(t('Drawing citations'));
    const { document, cited } = await compose(content, target, tools, job.signal);
    phase(t('Writing'));
    const bytes = await tools.pool.write({ document, format }, job.signal);
    await put([bytes], document.remarks);
    if (format === 'md')
      for await (const { path, remarks } of putAssets(target, cited, tools.open, job))
        job.report(written(path, remarks));
    return;
  }
  if (isPageFormat(format)) {
    phase(t('Writing'));
    return putPages(content, format, target, tools, job, written);
  }
  switch (format) {
    case 'pdf': {
      const { document } = await compose(content, target, tools, job.signal);
      const { pdf, remarks } = await printed(document, tools, job.signal, phase);
      return put([pdf], remarks);
    }
    case 'md-pandoc':
      return putPandoc(content, target, tools, job, written);
    case 'csv':
      return put(annotationTable(content));
    case 'csl-json':
      return put(cslJson(items()));
    case 'bibtex':
      return put(bibtex(items()));
    case 'ris':
      return put(ris(items()));
    case 'jsonld':
      return put(webAnnotations(content, exchangeRooms(tools)));
    case 'qdc':
      return put(codebook(content.tags));
    case 'qdpx': {
      const remarks: string[] = [];
      const chunks = await refiPackage({
        content,
        context: exchangeRooms(tools),
        remark: (sentence) => remarks.push(sentence),
        locate: (sha256) => tools.open.archive.originals.locate(sha256).path,
        pageBoxes: (path, pageIndexes) => tools.exchangePool.pageBoxes(path, pageIndexes, job.signal),
        signal: job.signal,
      });
      return put(chunks, remarks);
    }
    default:
      return assertNever(format);
  }
}

/** A document as a PDF, and what must be known of it: what no font could draw is listed in it and in the report. */
async function printed(
  document: ExportDocument,
  { pool, printer, fontsDir }: ExportTools,
  signal: AbortSignal,
  phase: (name: string) => void,
): Promise<{ readonly pdf: Uint8Array; readonly remarks: readonly string[] }> {
  phase(t('Writing'));
  const first = await pool.printPage({ document, fontsDir, drawn: null }, signal);
  phase(t('Printing'));
  const { page, remarks } =
    first.question === null
      ? first
      : await pool.printPage({ document, fontsDir, drawn: await printer.fonts(first.question, signal) }, signal);
  const pdf = await printer.pdf(page, signal);
  mendOutline(pdf, document);
  return { pdf, remarks };
}

const exchangeRooms = ({ open, now, newId }: ExportTools): ExchangeContext => ({
  text: (sourceId, versionId) => open.archive.texts.get(sourceId, versionId).text,
  anchorsOf: open.annotations.anchorsOf,
  collections: open.archive.collections.list(),
  newId,
  now,
});

const sourceOf = ({ archive }: ArchiveSession) => {
  return (id: SourceId): Source | null => {
    try {
      return archive.sources.get(id);
    } catch (error) {
      if (error instanceof FondsError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };
};

function gather(
  { what }: ExportTarget,
  { archive, annotations, notes, search }: ArchiveSession,
): Promise<ExportContent> {
  return gatherContent(what, {
    archive,
    annotationsOf: (filter) => annotations.all(filter),
    note: notes.get,
    allNotes: notes.all,
    found: (query) => search.all(query),
  });
}

/** Joins the citations of the archive to a document that is composed. */
function citingOf(citations: Citations, { style, locale }: ExportTarget, signal: AbortSignal): CitationSource {
  const document = citations.document(style, locale);
  return {
    kind: document.kind,
    cite: document.cite,
    finish: async () => {
      const { notes, bibliography, missing } = await document.finish(signal);
      return {
        citations: notes.map(inlines),
        bibliography: bibliography.map(({ text }) => inlines(text)),
        missing: new Map(missing.map(({ sourceId, elements }) => [sourceId, elements])),
      };
    },
  };
}

async function compose(
  content: ExportContent,
  target: ExportTarget,
  tools: ExportTools,
  signal: AbortSignal,
  other?: CitationSource,
) {
  const { open, now } = tools;
  const cited = new Set<Source>();
  const citing = other ?? citingOf(open.citations, target, signal);
  const read = sourceOf(open);
  const document = await composeDocument({
    content,
    citations: citing,
    passage: (id) => open.annotations.getMany([id])[0] ?? null,
    source: (id) => {
      const source = read(id);
      if (source) cited.add(source);
      return source;
    },
    linked: ({ kind, id }) => {
      const [reference] = open.notes.references([`${kind}:${id}`]);
      if (reference === undefined || reference.state === 'missing') return null;
      return { name: reference.label, isBinned: reference.state === 'binned' };
    },
    language: open.citations.localeOf(target.style, target.locale),
    author: open.archive.who,
    madeAt: now().toISOString(),
  });
  for (const { source } of content.sources) cited.add(source);
  return { document, cited: [...cited] };
}

async function putPandoc(
  content: ExportContent,
  target: ExportTarget,
  tools: ExportTools,
  job: JobContext,
  written: (path: string, remarks?: readonly string[]) => ReportLine,
): Promise<void> {
  const { open, pool } = tools;
  const { file, onExisting } = target;
  const cslOf = (id: SourceId) => toCsl(open.archive.sources.get(id));
  const citing = pandocCitations({
    keysOf: (ids) => citationKeys(ids.map(cslOf)),
    locatorOf: ({ annotationId }: CitationItemInput) => {
      const label = annotationId ? open.annotations.getMany([annotationId])[0]?.pageLabel : null;
      return label ? `p. ${label}` : '';
    },
  });
  const { document } = await compose(content, target, tools, job.signal, citing);
  const bibliographyFile = join(dirname(file), `${basename(file, extname(file))}.json`);
  await refuseExisting({ file: bibliographyFile, onExisting });
  const text = await pool.write({ document, format: 'md', bibliography: basename(bibliographyFile) }, job.signal);
  const keys = citing.keys();
  await writeAtomically(bibliographyFile, cslJson([...keys.keys()].map(cslOf), keys), onExisting);
  await writeAtomically(file, [text], onExisting);
  job.report(written(file, document.remarks));
  job.report(written(bibliographyFile));
}

/** The first file is the one that was asked for; further pages and sources lie in the folder beside it. */
async function putPages(
  content: ExportContent,
  format: PageFormat,
  { file, onExisting }: ExportTarget,
  { open, images, now }: ExportTools,
  job: JobContext,
  written: (path: string, remarks?: readonly string[]) => ReportLine,
): Promise<void> {
  let done = 0;
  const sources = content.sources.map(({ source }) => source);
  const onPage = (current: string) => job.progress({ phase: t('Writing'), done, total: null, current });
  const leftOut = (name: string) =>
    job.report({
      name,
      outcome: 'skipped',
      message: t('Nobody knows where its words are on its pages. Read them by OCR first.'),
      sourceId: null,
      remarks: [],
    });
  const files = pageFiles(sources, format, { open, images, now, signal: job.signal, onPage }, leftOut);
  for await (const { chunks, sourceTitle } of files) {
    const path = done === 0 ? file : join(folderOf(file), `${String(done + 1).padStart(4, '0')}${extname(file)}`);
    if (done > 0) await mkdir(folderOf(file), { recursive: true });
    await writeAtomically(path, chunks, onExisting);
    done += 1;
    job.report(written(path, [sourceTitle]));
    onPage(sourceTitle);
  }
  if (done === 0)
    throw new FondsError(
      'NOT_FOUND',
      t('No source has words whose places on its pages are known. Read them by OCR first.'),
    );
}
