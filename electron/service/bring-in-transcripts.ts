/**
 * Takes pages with the places of their words from files of others (ALTO, PAGE XML, hOCR) as a further text of the source
 * whose images they are of. Pages that no file is of keep the text that they have.
 */
import { basename } from 'node:path';
import {
  FondsError,
  type Output,
  type Page,
  type PageWords,
  type ParsedInput,
  type SourceId,
  type Span,
} from '../contract/index.js';
import { type OcrPool, type PageFile, type PlacedPage, pageText, type RecognizedText, scaledTo } from '../ocr/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import { wordsOfPages } from './page-words.js';

export interface TranscriptTools {
  readonly open: ArchiveSession;
  readonly pool: OcrPool;
}

interface FiledPage extends PageFile {
  /** Of the file that it stands in. */
  readonly fileName: string;
  readonly format: string;
}

const PAGE_BREAK = '\n\n';
/** By how much the shape of an image may differ from what its file says: it was scaled, and rounded. */
const SHAPE = 0.03;

/**
 * One undo step.
 * @throws FondsError FILE_UNREADABLE for a file that is none of these; NOT_FOUND; INVALID_INPUT when nothing tells which
 * page is which, or the text is what it was.
 */
export async function bringInTranscripts(
  { sourceId: asked, files }: ParsedInput<'ocr.bringIn'>,
  tools: TranscriptTools,
): Promise<Output<'ocr.bringIn'>> {
  const filed: FiledPage[] = [];
  for (const path of files) {
    const { format, pages } = await tools.pool.readPages({ path, name: basename(path) });
    for (const page of pages) filed.push({ ...page, fileName: basename(path), format });
  }
  if (filed.length === 0) throw new FondsError('INVALID_INPUT', t('These files hold no page.'));
  const sourceId = asked ?? sourceByName(filed, tools.open);
  const pages = await tools.open.pages.list(sourceId);
  const found = matched(filed, pages);
  const before = tools.open.archive.texts.get(sourceId);
  const old = found.size < pages.length ? await wordsOfPages(before.id, tools.open) : [];
  const texts = pages.map((page): PageOfText => {
    const file = found.get(page.index);
    if (file) return fromFile(file, page);
    const span = before.spans.find((one) => one.kind === 'page' && one.pageIndex === page.index);
    const words = old.find(({ pageIndex }) => pageIndex === page.index);
    return { ...asItWas(before.text, span, words), page, origin: null };
  });
  const { text, spans, placed } = joined(texts);
  const [{ format }] = filed as [FiledPage];
  const reason = t('Brought in from {format}', { format });
  const missing = pages.length - found.size;
  const remarks = [
    t('Text and places of words come from {format}: {files}.', {
      format,
      files: files.map((one) => basename(one)).join(', '),
    }),
    ...(missing > 0
      ? [
          t('{count, plural, one {# page was} other {# pages were}} in none of the files and stayed.', {
            count: missing,
          }),
        ]
      : []),
  ];
  const made = await tools.open.annotations.texts.reread(
    { sourceId, versionId: before.id, text: { text, spans, remarks, leftAside: [], origin: `ocr:${format}` }, reason },
    {
      label: reason,
      scopes: [],
      changes: (versionId) => {
        tools.open.ocrPages.place(versionId, placed);
        return [];
      },
    },
  );
  return { sourceId, versionId: made.versionId, pages: found.size, remarks };
}

const stem = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/\.(?:xml|hocr|html?)$/i, '')
    .replace(/\.(?:tiff?|jpe?g|png|jp2|webp|heic|pdf|gif|bmp)$/i, '')
    .toLowerCase();

/** @throws FondsError NOT_FOUND when no source, or more than one, has an image of these names. */
function sourceByName(filed: readonly FiledPage[], { archive }: ArchiveSession): SourceId {
  const names = new Set(filed.flatMap(({ imageName, fileName }) => [stem(imageName), stem(fileName)]).filter(Boolean));
  const found = archive.sources
    .live()
    .filter(({ sourceId }) =>
      archive.sources.get(sourceId).originals.some(({ fileName }) => names.has(stem(fileName))),
    );
  const [only, ...others] = found;
  if (only && others.length === 0) return only.sourceId;
  throw new FondsError(
    'NOT_FOUND',
    only
      ? t('Several sources have an image of this name. Say which one is meant.')
      : t('No source has an image of this name. Say which source is meant.'),
  );
}

/** By the name of the image, or of the file; without any, one after another if there are as many. By index of the page. */
function matched(filed: readonly FiledPage[], pages: readonly Page[]): Map<number, FiledPage> {
  const found = new Map<number, FiledPage>();
  const onlyPage = (page: Page) => pages.filter(({ sha256 }) => sha256 === page.sha256).length === 1;
  for (const file of filed) {
    const names = [stem(file.imageName), stem(file.fileName)];
    const page = pages.find((one) => {
      const name = stem(one.fileName);
      const numbered = `${name}_${String(one.pageIndex + 1).padStart(4, '0')}`;
      return names.includes(numbered) || (onlyPage(one) && names.includes(name));
    });
    if (page && !found.has(page.index)) found.set(page.index, file);
  }
  if (found.size > 0) return found;
  if (filed.length === pages.length) return new Map(filed.map((file, index) => [index, file]));
  throw new FondsError(
    'INVALID_INPUT',
    t('Nothing tells which pages these are: the names differ, and there are {given} for {there}.', {
      given: filed.length,
      there: pages.length,
    }),
  );
}

interface PageOfText extends RecognizedText {
  readonly page: Page;
  readonly width: number;
  readonly height: number;
  /** The format it comes from; null: it is what it was. */
  readonly origin: string | null;
}

/** Boxes in pixels of the page, where the file's image has its shape; else as they are. */
function fromFile({ page: given, format }: FiledPage, page: Page): PageOfText {
  const isAlike =
    page.width > 0 &&
    page.height > 0 &&
    given.height > 0 &&
    Math.abs((given.width / given.height) * (page.height / page.width) - 1) < SHAPE;
  const layout = isAlike ? scaledTo(given, page.width, page.height) : given;
  return { ...pageText(layout), page, width: layout.width, height: layout.height, origin: format };
}

function asItWas(text: string, span: Span | undefined, words: PageWords | undefined) {
  const [from, to] = span ? [span.start, span.end] : words ? [words.start, words.end] : [0, 0];
  const within = (words?.words ?? []).filter(({ start, end }) => start >= from && end <= to);
  return {
    text: text.slice(from, to),
    words: within.map(({ start, end, confidence, begins, ...box }) => {
      return { start: start - from, end: end - from, confidence, begins, box };
    }),
    width: words?.width ?? 0,
    height: words?.height ?? 0,
  };
}

function joined(pages: readonly PageOfText[]): { text: string; spans: Span[]; placed: PlacedPage[] } {
  let text = '';
  const spans: Span[] = [];
  const placed: PlacedPage[] = [];
  for (const { page, text: own, words, width, height, origin } of pages) {
    if (text !== '' && own !== '') text += PAGE_BREAK;
    const start = text.length;
    text += own;
    const { index: pageIndex, sha256 } = page;
    spans.push({ kind: 'page', start, end: text.length, pageIndex, pageLabel: String(pageIndex + 1) });
    for (const match of own.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
      spans.push({ kind: 'paragraph', start: start + match.index, end: start + match.index + match[0].length });
    if (words.length > 0) {
      const key = { sha256, pageIndex: page.pageIndex };
      placed.push({ pageIndex, start, page: key, engine: origin ?? '', table: { width, height, words } });
    }
  }
  return { text, spans, placed };
}
