/** The text of a transcription, page by page, and the marks of what cannot be read. Pure. */
import type { PageSpan, PageWords, Span } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

const PAGE_BREAK = '\n\n';

/** The text of each page; what stands before the first page is of the first, what stands behind one is of that one. */
export function textsOfPages(text: string, spans: readonly Span[], pageCount: number): string[] {
  const pages = spans.filter((span) => span.kind === 'page').toSorted((a, b) => a.start - b.start);
  const texts = Array.from(
    { length: Math.max(1, pageCount, ...pages.map(({ pageIndex }) => pageIndex + 1)) },
    () => '',
  );
  if (pages.length === 0) return texts.with(0, text);
  for (const [at, { pageIndex, start }] of pages.entries()) {
    const from = at === 0 ? 0 : start;
    const own = text.slice(from, pages[at + 1]?.start ?? text.length);
    texts[pageIndex] = `${texts[pageIndex] ?? ''}${own}`.replace(/\s+$/, '');
  }
  return texts;
}

/** One text of all pages, with its pages as spans. @param labels of the pages that had one. */
export function joinPages(texts: readonly string[], labels: ReadonlyMap<number, string>) {
  let text = '';
  const pages: PageSpan[] = [];
  for (const [pageIndex, own] of texts.entries()) {
    const trimmed = own.replace(/\s+$/, '');
    if (text !== '' && trimmed !== '') text += PAGE_BREAK;
    const start = text.length;
    text += trimmed;
    pages.push({
      kind: 'page',
      start,
      end: text.length,
      pageIndex,
      pageLabel: labels.get(pageIndex) ?? String(pageIndex + 1),
    });
  }
  return { text, pages };
}

/** A line of the page image, as shares of the page. */
export interface LineShare {
  readonly top: number;
  readonly bottom: number;
}

export interface Ruler {
  /** The middle of the first line. */
  readonly top: number;
  /** From one line to the next. */
  readonly pitch: number;
}

/** Lines as far apart as those of a letter on an upright sheet, until a person says otherwise. @param ratio height to width. */
export const firstRuler = (ratio: number): Ruler => ({
  top: Math.min(0.5, 0.115 / ratio),
  pitch: Math.min(0.5, 0.04 / ratio),
});

/** Where the lines of a page are that was read before; empty when it was not. */
export function knownLines(read: PageWords | undefined): LineShare[] {
  const lines: LineShare[] = [];
  for (const { top, bottom, begins } of read?.words ?? []) {
    const [from, to] = [top / (read?.height || 1), bottom / (read?.height || 1)];
    const last = lines.at(-1);
    if (begins !== 'word' || !last) lines.push({ top: from, bottom: to });
    else lines[lines.length - 1] = { top: Math.min(last.top, from), bottom: Math.max(last.bottom, to) };
  }
  return lines;
}

/**
 * Where on the page the line is that is written. @param line counted from 0, empty lines left out.
 * @param known lines of the page as it was read; behind the last of them it goes on at their distance.
 */
export function lineShare(line: number, known: readonly LineShare[], ruler: Ruler): LineShare {
  const found = known[line];
  if (found) return found;
  const [last, before] = [known.at(-1), known.at(-2)];
  const pitch = last && before && last.top > before.top ? last.top - before.top : ruler.pitch;
  const middle = last
    ? (last.top + last.bottom) / 2 + (line - known.length + 1) * pitch
    : ruler.top + line * ruler.pitch;
  const held = Math.min(1, Math.max(0, middle));
  return { top: held - pitch / 2, bottom: held + pitch / 2 };
}

/** The line that is written, of those with words: an empty line has none on the page. */
export function writtenLine(text: string, caret: number): number {
  const before = text.slice(0, caret).split('\n');
  const own = before.pop() ?? '';
  const above = before.filter((line) => line.trim() !== '').length;
  const rest = text.slice(caret).split('\n')[0] ?? '';
  // An empty last line is the one to be written next.
  return own.trim() === '' && rest.trim() === '' && text.slice(caret).trim() !== '' ? Math.max(0, above - 1) : above;
}

/** A person moves the line of the image that was written: the first line moves all, a later one spreads those before it. */
export function nudge(ruler: Ruler, line: number, by: number): Ruler {
  if (line === 0) return { ...ruler, top: Math.min(1, Math.max(0, ruler.top + by)) };
  return { ...ruler, pitch: Math.max(0.002, ruler.pitch + by / line) };
}

export type Marker = 'unclear' | 'illegible' | 'expansion';

/** What stands for a marker, and which part of it is to be written over.  */
export function markerText(
  marker: Marker,
  selected: string,
): { readonly insert: string; readonly from: number; readonly to: number } {
  switch (marker) {
    case 'unclear': {
      const insert = selected === '' ? t('[unclear]') : t('[unclear: {words}]', { words: selected });
      return { insert, from: insert.length, to: insert.length };
    }
    case 'illegible': {
      const insert = t('[illegible]');
      return { insert, from: insert.length, to: insert.length };
    }
    case 'expansion': {
      const insert = `(${selected})`;
      return selected === '' ? { insert, from: 1, to: 1 } : { insert, from: insert.length, to: insert.length };
    }
  }
}
