/** Whether one reads the text or looks at the original, and how each is entered at the page that the other was left at. */
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Sha256, Source, TextVersion } from '../../../electron/contract/index.js';
import type { PageTarget } from '../../api/index.js';
import { firstDrawable, originalGroups } from './OriginalView.js';
import type { PagePoint, PagesHandle } from './pages/index.js';
import { saveScrollPosition } from './scroll-positions.js';
import type { RevealRange } from './use-hits.js';

export interface ReaderViewOptions {
  readonly source: Source;
  readonly text: TextVersion;
  /** What the document was opened at; another object asks to go there again. */
  readonly place: RevealRange | null;
  readonly page: PageTarget | null;
  /** The page of the text that is in sight, from 0. */
  readonly pageIndex: number | null;
  readonly queryKey: string;
}

export interface ReaderView {
  readonly shown: 'text' | 'original';
  /** The original that is or would be shown. */
  readonly sha256: Sha256 | null;
  readonly start: PagePoint | null;
  /** What is printed on the pages, by index. */
  readonly labels: ReadonlyMap<number, string>;
  readonly pages: RefObject<PagesHandle | null>;
  /** Shows the original at the page one is reading. */
  toOriginal(): void;
  /** Shows the text where it was left, or at its page when another page image is looked at by now. */
  toText(): void;
  /** Shows the text at the beginning of a page; null when the text has no pages. */
  readonly toTextOf: ((pageIndex: number) => void) | null;
  goTo(place: PagePoint & { readonly sha256: Sha256 }): void;
  choose(sha256: Sha256): void;
  onPage(pageIndex: number): void;
}

export function useReaderView({ source, text, place, page, pageIndex, queryKey }: ReaderViewOptions): ReaderView {
  const [shown, setShown] = useState<'text' | 'original'>(page ? 'original' : 'text');
  const [chosen, setChosen] = useState<Sha256 | null>(page?.sha256 ?? null);
  const [start, setStart] = useState<PagePoint | null>(page);
  const [handled, setHandled] = useState({ place, page });
  const pages = useRef<PagesHandle>(null);
  /** The page at which the original was entered, and the current one. */
  const entered = useRef<number | null>(null);
  const lastPage = useRef(0);
  const spans = useMemo(() => text.spans.filter((span) => span.kind === 'page'), [text]);
  const main = firstDrawable(source.originals)?.sha256 ?? null;
  // All originals with pages are shown as one document.
  const mainGroup = originalGroups(source.originals).find((group) => group.some((one) => one.sha256 === main));
  const isMain = (one: Sha256 | null) => mainGroup?.some((original) => original.sha256 === one) === true;
  const sha256 = chosen && source.originals.some((original) => original.sha256 === chosen) ? chosen : main;
  const isMainShown = isMain(sha256);
  const labels = useMemo(
    // Another original of the source has pages of its own.
    () => new Map(isMainShown ? spans.map((span) => [span.pageIndex, span.pageLabel]) : []),
    [spans, isMainShown],
  );
  const hasPages = spans.length > 0 && isMainShown;

  const goTo = (to: PagePoint & { readonly sha256: Sha256 }) => {
    setChosen(to.sha256);
    setStart({ sha256: to.sha256, pageIndex: to.pageIndex, x: to.x, y: to.y });
    setShown('original');
  };
  // Settled while rendering, so that no frame shows the other view.
  if (handled.place !== place || handled.page !== page) {
    setHandled({ place, page });
    if (page && handled.page !== page) goTo(page);
    else if (place && handled.place !== place) setShown('text');
  }

  const toTextOf = (index: number) => {
    const span = spans.findLast((other) => other.pageIndex <= index) ?? spans[0];
    if (span) saveScrollPosition(source.id, { offset: span.start, pastPx: 0, queryKey });
    setShown('text');
  };
  return {
    shown,
    sha256,
    start,
    labels,
    pages,
    toOriginal: () => {
      entered.current = pageIndex;
      if (pageIndex !== null && isMain(sha256)) setStart({ pageIndex, x: 0, y: 0 });
      setShown('original');
    },
    toText: () => {
      if (hasPages && lastPage.current !== entered.current) toTextOf(lastPage.current);
      else setShown('text');
    },
    toTextOf: hasPages ? toTextOf : null,
    goTo,
    choose: setChosen,
    onPage: (index) => {
      lastPage.current = index;
    },
  };
}
