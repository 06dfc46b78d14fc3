/**
 * Reads the pages of sources by OCR. Each page is kept as soon as it was read, so that a job that was cancelled or
 * killed goes on behind it; when all of a source are there, they become a text version in one step.
 */
import { createHash } from 'node:crypto';
import type { Annotations } from '../annotation/index.js';
import type { Archive } from '../archive/index.js';
import {
  FondsError,
  type Original,
  type Output,
  type ParsedInput,
  type SourceId,
  type Span,
} from '../contract/index.js';
import type { Images } from '../images/index.js';
import { type OcrPool, type OcrStore, type RecognizedPage, type StoredPage, untouched } from '../ocr/index.js';
import { t } from '../wording/index.js';
import type { JobContext } from './job-registry.js';

export interface OcrTools {
  readonly archive: Archive;
  readonly annotations: Annotations;
  readonly images: Images;
  readonly pool: OcrPool;
  readonly store: OcrStore;
}

type OcrOrder = ParsedInput<'ocr.start'>;

interface PageToRead {
  readonly pageIndex: number;
  readonly original: Original;
  /** Within the original. */
  readonly page: number;
}

const AT_ONCE = 2;
/** Longest side: more pixels take time, and show no more of a letter. A4 at 300 dpi has 3,508. */
const LONGEST_SIDE = 5_000;
const PAGE_BREAK = '\n\n';
const PDF_DPI = 300;
/** What is kept of a page that cannot be read: nothing, at its place. */
const UNREAD_PAGE: RecognizedPage = {
  ...{ width: 1, height: 1, blocks: [], quarterTurn: 0, skewDegrees: 0, isPhotograph: false, confidence: 0 },
  setup: { engine: '', languages: [], parameters: {} },
  transform: untouched({ width: 1, height: 1, data: new Uint8Array(1) }),
};
/** A mean below this is worth a remark. */
const DOUBTFUL = 70;

export async function runOcr(order: OcrOrder, tools: OcrTools, job: JobContext): Promise<void> {
  for (const [index, sourceId] of order.sourceIds.entries()) {
    job.signal.throwIfAborted();
    const name = titleOf(tools.archive, sourceId);
    job.progress({ phase: t('Reading pages'), done: index, total: order.sourceIds.length, current: name });
    try {
      const remarks = await readSource(sourceId, order, tools, job);
      job.report({ name, outcome: 'recognized', message: null, sourceId, remarks });
    } catch (error) {
      job.signal.throwIfAborted();
      // A full disk will not get better with the next source.
      if (!(error instanceof FondsError) || error.code === 'DISK_FULL') throw error;
      job.report({ name, outcome: 'failed', message: error.message, sourceId, remarks: [] });
    }
  }
  job.progress({
    phase: t('Reading pages'),
    done: order.sourceIds.length,
    total: order.sourceIds.length,
    current: null,
  });
}

function titleOf(archive: Archive, sourceId: SourceId): string {
  try {
    return archive.sources.get(sourceId).description.title || t('Untitled');
  } catch {
    return sourceId;
  }
}

/** @returns remarks. */
async function readSource(sourceId: SourceId, order: OcrOrder, tools: OcrTools, job: JobContext): Promise<string[]> {
  const { archive, store, annotations } = tools;
  const { originals } = archive.sources.get(sourceId);
  if (originals.length === 0) {
    throw new FondsError('NOT_FOUND', t('This source has no original whose pages could be read.'), { sourceId });
  }
  const { id: versionId, text: textNow } = archive.texts.get(sourceId);
  const reading = readingKey(originals, order);
  const pages = await pagesOf(originals, tools, job);
  const problems = await readMissing(sourceId, reading, pages, order, tools, job);
  for (const { pageIndex, original, page } of pages) {
    if (!problems.has(pageIndex)) continue;
    store.put(sourceId, reading, pageIndex, UNREAD_PAGE, { sha256: original.sha256, pageIndex: page });
  }
  const read = store.pages(sourceId, reading);
  const { text, spans, starts } = joined(read);
  if (text === '') {
    store.clear(sourceId);
    throw new FondsError(
      'FILE_UNREADABLE',
      t(
        'No words could be read on these pages, and the text is as it was. Choose another language, or transcribe them.',
      ),
      { sourceId },
    );
  }
  if (text === textNow) {
    store.clear(sourceId);
    return [t('What was read is what the text says already: nothing was changed.')];
  }
  const { remarks, origin } = describe(read, problems);
  const label = t('Read “{title}” by OCR', { title: titleOf(archive, sourceId) });
  await annotations.texts.reread(
    { sourceId, versionId, text: { text, spans, remarks, leftAside: [], origin }, reason: label },
    {
      label,
      scopes: [],
      changes: (made) => {
        store.settle(sourceId, reading, made, starts);
        return [];
      },
    },
  );
  return remarks;
}

/** The same for whoever asks for the same again: what was read is then not read twice. */
function readingKey(originals: readonly Original[], { languages, kind }: OcrOrder): string {
  const what = JSON.stringify([originals.map(({ sha256 }) => sha256), languages, kind]);
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}

async function pagesOf(originals: readonly Original[], { archive, images }: OcrTools, job: JobContext) {
  const pages: PageToRead[] = [];
  for (const original of originals) {
    const { path } = archive.originals.locate(original.sha256);
    const described = await images.describe({ path, name: original.fileName }, job.signal);
    for (const page of described.pages.keys()) pages.push({ pageIndex: pages.length, original, page });
  }
  return pages;
}

/**
 * A page that cannot be read keeps none of the others from being read; it is tried again when the reading goes on.
 * @returns why pages could not be read, by their index. @throws what the first of them threw when none can be.
 */
async function readMissing(
  sourceId: SourceId,
  reading: string,
  pages: readonly PageToRead[],
  { languages, kind }: OcrOrder,
  { archive, images, pool, store }: OcrTools,
  job: JobContext,
): Promise<Map<number, string>> {
  const known = new Set(store.pages(sourceId, reading).map(({ pageIndex }) => pageIndex));
  let done = known.size;
  const name = titleOf(archive, sourceId);
  // One that fails stops the other: nothing is stored after the source was given up.
  const stop = new AbortController();
  const signal = AbortSignal.any([job.signal, stop.signal]);
  const queue = pages.filter(({ pageIndex }) => !known.has(pageIndex)).values();
  const problems = new Map<number, string>();
  const readPage = async ({ pageIndex, original, page }: PageToRead) => {
    const file = { path: archive.originals.locate(original.sha256).path, name: original.fileName };
    const drawn = await images.draw(file, page, { as: 'grey', fit: LONGEST_SIDE }, signal);
    const image = { width: drawn.width, height: drawn.height, data: drawn.bytes };
    const dotsPerInch = original.mediaType === 'application/pdf' ? PDF_DPI : 0;
    const answer = await pool.recognize(image, { languages, kind, dotsPerInch, signal });
    store.put(sourceId, reading, pageIndex, answer.page, { sha256: original.sha256, pageIndex: page });
  };
  const lane = async () => {
    for (const missing of queue) {
      signal.throwIfAborted();
      await job.goAhead();
      job.progress({ phase: t('Reading pages'), done, total: pages.length, current: name });
      try {
        await readPage(missing);
      } catch (error) {
        if (!(error instanceof FondsError) || error.code !== 'FILE_UNREADABLE') throw error;
        problems.set(missing.pageIndex, error.message);
        if (problems.size === pages.length) throw error;
      }
      done += 1;
    }
  };
  const lanes = Array.from({ length: AT_ONCE }, () =>
    lane().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  for (const end of await Promise.allSettled(lanes)) if (end.status === 'rejected') throw end.reason;
  return problems;
}

/** Of sources that are not in the bin. */
export function unfinishedReadings({ archive, store }: Pick<OcrTools, 'archive' | 'store'>): Output<'ocr.unfinished'> {
  const begun = store.unfinished();
  const live = new Set(archive.sources.among(begun.map(({ sourceId }) => sourceId)));
  return begun
    .filter(({ sourceId }) => live.has(sourceId))
    .map(({ sourceId, pageCount, languages }) => {
      return { sourceId, pageCount, languages: [...languages], title: titleOf(archive, sourceId) };
    });
}

/** Of the first page that can be drawn. Always a guess. @throws FondsError NOT_FOUND, FILE_UNREADABLE. */
export async function guessLanguageOf(
  sourceId: SourceId,
  { archive, images, pool }: Pick<OcrTools, 'archive' | 'images' | 'pool'>,
): Promise<Output<'ocr.guess'>> {
  const [original] = archive.sources.get(sourceId).originals;
  if (!original)
    throw new FondsError('NOT_FOUND', t('This source has no original whose pages could be read.'), { sourceId });
  const file = { path: archive.originals.locate(original.sha256).path, name: original.fileName };
  const { width, height, bytes } = await images.draw(file, 0, { as: 'grey', fit: LONGEST_SIDE });
  return pool.guessLanguage({ width, height, data: bytes });
}

/** One text of all pages, with pages and paragraphs as spans. */
function joined(pages: readonly StoredPage[]): { text: string; spans: Span[]; starts: number[] } {
  let text = '';
  const spans: Span[] = [];
  const starts: number[] = [];
  for (const { pageIndex, text: own } of pages) {
    if (text !== '') text += PAGE_BREAK;
    const start = text.length;
    starts.push(start);
    text += own;
    spans.push({ kind: 'page', start, end: text.length, pageIndex, pageLabel: String(pageIndex + 1) });
    for (const match of own.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
      spans.push({ kind: 'paragraph', start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return { text, spans, starts };
}

function describe(
  pages: readonly StoredPage[],
  problems: ReadonlyMap<number, string>,
): { remarks: string[]; origin: string } {
  const { engine = 'Tesseract', languages = [] } =
    pages.find(({ pageIndex }) => !problems.has(pageIndex))?.details.setup ?? {};
  const doubtful = pages.filter(({ details, text }) => text !== '' && details.confidence < DOUBTFUL).length;
  const empty = pages.filter(({ text, pageIndex }) => text === '' && !problems.has(pageIndex)).length;
  return {
    origin: `ocr:${engine} ${languages.join('+')}`,
    remarks: [
      t('Read by OCR ({engine}, {languages}).', { engine, languages: languages.join('+') }),
      ...(doubtful > 0
        ? [
            t('{count, plural, one {# page was} other {# pages were}} read with little confidence.', {
              count: doubtful,
            }),
          ]
        : []),
      ...[...problems].map(([pageIndex, message]) =>
        t('Page {page} could not be read and has no text: {message}', { page: pageIndex + 1, message }),
      ),
      ...(empty > 0 ? [t('{count, plural, one {# page has} other {# pages have}} no text.', { count: empty })] : []),
    ],
  };
}
