/** Writes the pages of sources with their words: ALTO, PAGE XML, hOCR, and PDF files that can be searched. */
import { basename, extname } from 'node:path';
import type { ExportFormat, Page, PageWords, Source } from '../contract/index.js';
import type { Images } from '../images/index.js';
import {
  type PdfPage,
  pageOf,
  type RecognizedLayout,
  searchablePdf,
  type WrittenPage,
  writeAlto,
  writeHocr,
  writePageXml,
} from '../ocr/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import { wordsOfPages } from './page-words.js';

export type PageFormat = Extract<ExportFormat, 'alto' | 'page-xml' | 'hocr' | 'pdf-pages'>;
const PAGE_FORMATS: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['alto', 'page-xml', 'hocr', 'pdf-pages']);
export const isPageFormat = (format: ExportFormat): format is PageFormat => PAGE_FORMATS.has(format);

export interface PageExportTools {
  readonly open: ArchiveSession;
  readonly images: Images;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Said before each page of a PDF, which takes longest. */
  onPage(fileName: string): void;
}

/** A file to write. */
export interface PageExportFile {
  readonly sourceTitle: string;
  readonly chunks: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;
}

/** A page of a source with what was read on it. */
interface ReadPage {
  readonly page: Page;
  readonly words: PageWords;
  readonly layout: RecognizedLayout;
}

const QUALITY = 80;
const PDF_DPI = 300;

/**
 * In order; ALTO and PAGE XML have a file for each page, the others one for each source. A source without words that have
 * places is left out, and `leftOut` says so.
 */
export async function* pageFiles(
  sources: readonly Source[],
  format: PageFormat,
  tools: PageExportTools,
  leftOut: (title: string) => void,
): AsyncGenerator<PageExportFile> {
  for (const source of sources) {
    tools.signal.throwIfAborted();
    const sourceTitle = source.description.title || t('Untitled');
    const { id: versionId, text, origin } = tools.open.archive.texts.get(source.id);
    const read = await readPages(source, versionId, text, tools);
    if (read.length === 0) {
      leftOut(sourceTitle);
      continue;
    }
    const written = read.map(
      ({ page, layout }): WrittenPage => ({
        imageName: nameOf(page, read),
        page: layout,
        createdBy: origin.replace(/^ocr:/, ''),
      }),
    );
    if (format === 'alto') for (const page of written) yield { sourceTitle, chunks: [writeAlto(page)] };
    else if (format === 'page-xml')
      for (const page of written) yield { sourceTitle, chunks: [writePageXml(page, tools.now())] };
    else if (format === 'hocr') yield { sourceTitle, chunks: [writeHocr(written)] };
    else {
      const description = {
        title: sourceTitle,
        language: source.description.language,
        creator: 'Fonds',
        now: tools.now(),
      };
      yield { sourceTitle, chunks: searchablePdf(pdfPages(read, tools), description) };
    }
  }
}

async function readPages(
  source: Source,
  versionId: Parameters<typeof wordsOfPages>[0],
  text: string,
  { open }: PageExportTools,
): Promise<ReadPage[]> {
  const read = await wordsOfPages(versionId, open);
  const pages = read.length > 0 ? await open.pages.list(source.id) : [];
  return read.flatMap((words) => {
    const page =
      pages.find(({ sha256, pageIndex }) => sha256 === words.page?.sha256 && pageIndex === words.page.pageIndex) ??
      pages[words.pageIndex];
    if (!page) return [];
    const placed = words.words.map(({ start, end, confidence, begins, ...box }) => {
      return { start, end, confidence, begins, box };
    });
    return [{ page, words, layout: pageOf(words.width, words.height, { text, words: placed }) }];
  });
}

/** A page of several of one file has the number of it beside its name, as other programs call them. */
function nameOf({ fileName, sha256, pageIndex }: Page, read: readonly ReadPage[]): string {
  const isOnly = read.filter(({ page }) => page.sha256 === sha256).length === 1;
  if (isOnly) return fileName;
  return `${basename(fileName, extname(fileName))}_${String(pageIndex + 1).padStart(4, '0')}${extname(fileName)}`;
}

async function* pdfPages(
  read: readonly ReadPage[],
  { open, images, signal, onPage }: PageExportTools,
): AsyncGenerator<PdfPage> {
  for (const { page, words, layout } of read) {
    signal.throwIfAborted();
    onPage(page.fileName);
    const { path } = open.archive.originals.locate(page.sha256);
    const fit = Math.max(16, words.width, words.height);
    const drawn = await images.draw(
      { path, name: page.fileName },
      page.pageIndex,
      { as: 'jpeg', fit, quality: QUALITY },
      signal,
    );
    const isPdf = /\.pdf$/i.test(page.fileName) && page.width > 0;
    yield {
      image: { kind: 'jpeg', bytes: drawn.bytes, components: componentsOf(drawn.bytes) },
      layout,
      dotsPerInch: isPdf ? (PDF_DPI * words.width) / page.width : 0,
    };
  }
}

/** How many values each pixel of a JPEG has. Source: ITU-T T.81, B.2.2. */
function componentsOf(jpeg: Uint8Array): 1 | 3 | 4 {
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    const count = jpeg[at + 9];
    if (isFrame) return count === 1 || count === 4 ? count : 3;
    at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
  }
  throw new Error('A drawn page is no JPEG.');
}
