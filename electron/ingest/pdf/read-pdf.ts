/**
 * Reader of PDF with a text layer: page by page, with the labels printed on the pages. A scan without a text layer is
 * refused, never imported as an empty text. Words broken at a line's end stay as they are printed.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { t } from '../../wording/index.js';
import { chooseDescription } from '../choose-description.js';
import { PARAGRAPH, ParsedTextBuilder, type ReadBytes } from '../parsed-file.js';
import { insertOverlayLines } from './overlay-lines.js';
import { pageTextOf } from './page-text.js';
import { paragraphsOf } from './paragraphs.js';
import { openPdf } from './parser.js';
import { type PageFindings, PdfRemarks } from './pdf-remarks.js';
import { inReadingOrder } from './reading-order.js';
import { linesOf } from './text-lines.js';

const NO_TEXT_LAYER = t('This PDF is a scan without a text layer: its pages are pictures. Read them by OCR.');
const NO_PAGES = t('This PDF has no pages. Fetch it again, or export it again from the program it comes from.');

export const readPdf: ReadBytes = async (bytes) => {
  const document = await openPdf(bytes);
  try {
    const builder = new ParsedTextBuilder();
    const labels = await document.getPageLabels();
    const remarks = new PdfRemarks();
    for (let pageIndex = 0; pageIndex < document.numPages; pageIndex += 1) {
      const label = labels?.[pageIndex] || String(pageIndex + 1);
      builder.page(label);
      const page = await readPage(document, pageIndex);
      for (const { text, insets } of page.paragraphs) builder.block(PARAGRAPH, text, insets);
      remarks.page(label, page);
    }
    builder.remarks.push(...remarks.list());
    if (builder.length === 0 && document.numPages > 0)
      return { text: '', spans: [], description: await description(document), remarks: [NO_TEXT_LAYER] };
    return builder.finish(await description(document), NO_PAGES);
  } finally {
    await document.loadingTask.destroy();
  }
};

async function readPage(document: PDFDocumentProxy, pageIndex: number): Promise<PageFindings> {
  const page = await document.getPage(pageIndex + 1);
  try {
    const { pieces, ...unread } = await pageTextOf(page);
    const lines = linesOf(pieces.filter(({ annotation }) => annotation === 0));
    const over = insertOverlayLines(lines, linesOf(pieces.filter(({ annotation }) => annotation > 0)));
    const { lines: ordered, isLeftAsDrawn } = inReadingOrder(lines, over);
    return { paragraphs: paragraphsOf(ordered), ...unread, isLeftAsDrawn };
  } finally {
    page.cleanup();
  }
}

async function description(document: PDFDocumentProxy) {
  const { info } = await document.getMetadata();
  const fields = info as Readonly<Record<string, unknown>>;
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  return chooseDescription({
    // Programs put the name of the file they printed there; that is no title.
    title: [field('Title')?.replace(/^(?:Microsoft Word - )?.*\.(?:docx?|rtf|indd|qxd|pdf|wpd)$|^untitled$/i, '')],
    creators: field('Author')?.split(/\s*;\s*/) ?? [],
    language: [field('Language')],
  });
}
