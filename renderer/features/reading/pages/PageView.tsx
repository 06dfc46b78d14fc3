/**
 * The pages of an original as pictures, one below the other: only those near the window are drawn. Regions are marked by
 * pointer, or by keys with the command that highlights.
 */
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { type Original, PLAIN_VIEW, type Region, type SourceId } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { formatPageLabel, useCommand } from '../../../api/index.js';
import { ErrorState, Kbd, Loading, Notice, rich } from '../../../ui/index.js';
import { CornerHandles } from './CornerHandles.js';
import { LookTools } from './LookTools.js';
import { PagePicture } from './PagePicture.js';
import { PageSheet } from './PageSheet.js';
import { PageTools } from './PageTools.js';
import css from './PageView.module.css';
import { type PageRect, type PageRotation, rotateBy } from './page-geometry.js';
import { layoutPages, pagesWithin, type Zoom, zoomStep } from './page-layout.js';
import { ORIGINAL_PROBLEMS } from './page-problems.js';
import { isPdf, MAX_PAGES, type PageSource } from './page-source.js';
import type { PagePoint, PagesHandle, RegionMark, RegionTools, WordMark } from './region-marks.js';
import { keyOnly, nameKey, usePageLook, withinPage } from './use-page-look.js';
import { useAvailableWidth, usePageScroll } from './use-page-scroll.js';
import { type PagesState, useDrawnPages, usePdfPages } from './use-pages.js';
import { useRegionDraft } from './use-region-draft.js';

export interface PageViewProps {
  readonly sourceId: SourceId;
  /** Those that are shown, one after another: a PDF by itself, or all originals of the source that have pages. */
  readonly originals: readonly Original[];
  readonly title: string;
  /** Whether keys and commands are for this document. */
  readonly isActive: boolean;
  /** What is printed on the pages according to the text, by index; the original's own labels come after them. */
  readonly labels: ReadonlyMap<number, string>;
  /** The page to begin at; a new object asks to go there. */
  readonly start: PagePoint | null;
  readonly regions: RegionTools;
  /** What is drawn over words; a stable array. */
  readonly wordMarks?: readonly WordMark[];
  readonly activeMark: string | null;
  readonly handle: Ref<PagesHandle>;
  onMarks(ids: readonly string[]): void;
  /** The current page, each time it is another one. */
  onPage(pageIndex: number): void;
  /** The text of the page is wanted; null when the text has no pages. */
  readonly toText: ((pageIndex: number) => void) | null;
}

export function PageView(props: PageViewProps) {
  const [only, ...others] = props.originals;
  if (only && others.length === 0 && isPdf(only)) return <PdfPages {...props} original={only} />;
  return <DrawnPages {...props} />;
}

function PdfPages({ original, ...props }: PageViewProps & { readonly original: Original }) {
  return <AnsweredPages {...props} answer={usePdfPages(original)} />;
}

function DrawnPages(props: PageViewProps) {
  return <AnsweredPages {...props} answer={useDrawnPages(props.sourceId)} />;
}

function AnsweredPages({ answer, ...props }: PageViewProps & { readonly answer: PagesState }) {
  switch (answer.status) {
    case 'loading':
      return <Loading>{t('Opening the pages')}</Loading>;
    case 'error':
      return <ErrorState {...ORIGINAL_PROBLEMS[answer.problem]} retry={answer.retry} />;
    case 'ready':
      return <LoadedPages {...props} answer={answer} />;
  }
}

/** Pages this far beyond the window are drawn too, in CSS pixels. */
const MORE_PX = 300;

const NONE: readonly RegionMark[] = [];
const NO_WORDS: readonly WordMark[] = [];

/** Where a place of an original stands among the pages that are shown, as they are looked at. */
function placeIn(source: PageSource, place: PagePoint): PagePoint {
  const { sha256 } = place;
  const index = sha256
    ? Array.from({ length: source.pageCount }, (_, at) => at).find(
        (at) => nameKey(source.keyOf(at)) === nameKey({ sha256, pageIndex: place.pageIndex }),
      )
    : place.pageIndex;
  if (index === undefined) return { pageIndex: 0, x: 0, y: 0 };
  const shown = source.viewMapOf?.(index).toShown({ x: place.x, y: place.y, width: 0, height: 0 }) ?? place;
  return { pageIndex: index, x: shown.x, y: shown.y };
}

function LoadedPages(props: PageViewProps & { readonly answer: Extract<PagesState, { status: 'ready' }> }) {
  const { originals, title, isActive, labels, start, regions, activeMark, handle, onMarks, onPage, toText, answer } =
    props;
  const { wordMarks = NO_WORDS } = props;
  const { pages, look: measure, retry } = answer;
  const { source, sizes } = pages;
  const key = originals.map(({ sha256 }) => sha256).join();
  const scroller = useRef<HTMLElement>(null);
  // Pages of originals are asked for by their originals; here they stand one after another.
  const wish = useMemo(() => start && placeIn(source, start), [source, start]);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [turn, setTurn] = useState<PageRotation>(0);
  const roomPx = useAvailableWidth(scroller);
  const layout = useMemo(() => layoutPages({ pages: sizes, zoom, turn, roomPx }), [sizes, zoom, turn, roomPx]);
  const scroll = usePageScroll(scroller, key, layout, turn, roomPx > 0 ? wish : null);
  const near = pagesWithin(layout, scroll.topPx - MORE_PX, scroll.topPx + scroll.heightPx + MORE_PX);
  const pageIndex = pagesWithin(layout, scroll.topPx + scroll.heightPx * 0.25, Number.POSITIVE_INFINITY)[0] ?? 0;
  const byPage = useMemo(() => {
    const indexOf = new Map(
      Array.from({ length: source.pageCount }, (_, index) => [nameKey(source.keyOf(index)), index]),
    );
    const own = regions.marks.flatMap((mark) => {
      const index = indexOf.get(nameKey(mark.region));
      if (index === undefined) return [];
      const shown = source.viewMapOf?.(index).toShown(mark.region) ?? mark.region;
      return [{ index, mark: { ...mark, region: { ...mark.region, ...shown } } }];
    });
    return Map.groupBy(own, ({ index }) => index);
  }, [regions.marks, source]);
  const wordsByPage = useMemo(() => {
    const indexOf = new Map(
      Array.from({ length: source.pageCount }, (_, index) => [nameKey(source.keyOf(index)), index]),
    );
    const placed = wordMarks.flatMap((mark) => {
      const { sha256, pageIndex: at } = mark;
      const index = sha256 === null ? at : indexOf.get(nameKey({ sha256, pageIndex: at }));
      if (index === undefined || index >= source.pageCount) return [];
      return [{ index, mark: { ...mark, ...(source.viewMapOf?.(index).toShown(mark) ?? {}) } }];
    });
    return Map.groupBy(placed, ({ index }) => index);
  }, [wordMarks, source]);
  const nameOf = (index: number) => formatPageLabel(labels.get(index) ?? source.labels?.[index] ?? `${index + 1}`);
  const focus = () => scroller.current?.focus({ preventScroll: true });
  const make = (index: number, box: Omit<Region, 'sha256' | 'pageIndex'>) =>
    regions.onDraw({ ...withinPage(source.viewMapOf?.(index).toPage(box) ?? box), ...keyOnly(source.keyOf(index)) });
  const { mode, setMode, canLook, change, cut, straighten, turnKept } = usePageLook(source, regions.canDraw);
  const put = (index: number, box: PageRect) => (mode === 'crop' ? cut(index, box) : make(index, box));
  const draft = useRegionDraft({ layout, turn, scroller, canDraw: regions.canDraw, make: put, onEnd: leaveMode });
  useCommand('annotation.highlight', () => draft.begin(pageIndex), { enabled: isActive && regions.canDraw });
  useImperativeHandle(handle, () => ({
    focus,
    goTo: (place) => scroll.goTo(placeIn(source, place)),
    currentPoint: scroll.currentPoint,
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: `near` is another array each time
  useEffect(() => {
    for (const index of near) measure(index);
  }, [near[0], near.at(-1), measure]);
  const latest = useRef(onPage);
  useEffect(() => {
    latest.current = onPage;
  });
  useEffect(() => latest.current(pageIndex), [pageIndex]);

  const scale = layout.scales[pageIndex] ?? 1;
  const drawn = draft.at && !near.includes(draft.at.pageIndex) ? [...near, draft.at.pageIndex] : near;
  const goToPage = (index: number) => scroll.goToPage(Math.max(0, Math.min(source.pageCount - 1, index)));
  const zoomBy = (direction: 1 | -1) => setZoom(zoomStep(scale, direction));

  return (
    <div className={css.desk}>
      <PageTools
        pageIndex={pageIndex}
        pageCount={source.pageCount}
        pageName={nameOf(pageIndex)}
        scale={scale}
        isFit={zoom === 'fit'}
        canDraw={regions.canDraw}
        hasText={toText !== null}
        onPage={goToPage}
        onZoom={zoomBy}
        onFit={(isFit) => setZoom(isFit ? 'fit' : scale)}
        onTurn={() => turnPage(1)}
        look={
          canLook ? (
            <LookTools
              view={source.viewOf?.(pageIndex) ?? PLAIN_VIEW}
              pageCount={source.pageCount}
              onChange={(next, isForAll) => void change(isForAll ? 'all' : pageIndex, next)}
              onCrop={() => {
                setMode('crop');
                draft.begin(pageIndex);
              }}
              onStraighten={() => setMode('straighten')}
            />
          ) : null
        }
        onDraw={() => draft.begin(pageIndex)}
        onText={() => toText?.(pageIndex)}
      />
      {source.totalCount > source.pageCount ? (
        <Notice>
          {t('The first {MAX_PAGES} pages are shown as pictures.', { MAX_PAGES: MAX_PAGES.toLocaleString('en-GB') })}
        </Notice>
      ) : null}
      <section
        ref={scroller}
        className={css.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('Page images of {title}', { title: title || t('the document') })}
        onKeyDown={onKeyDown}
      >
        <div className={css.column} style={{ height: layout.totalPx, width: `max(100%, ${layout.widestPx + 40}px)` }}>
          {drawn.map((index) => {
            const size = layout.sizes[index];
            if (!size) return null;
            return (
              <div key={index} className={css.place} style={{ transform: `translateY(${layout.tops[index]}px)` }}>
                <PageSheet
                  name={nameOf(index)}
                  size={size}
                  turn={turn}
                  picture={
                    <PagePicture
                      source={source}
                      pageIndex={index}
                      size={size}
                      turn={turn}
                      name={nameOf(index)}
                      retry={retry}
                    />
                  }
                  marks={byPage.get(index)?.map(({ mark }) => mark) ?? NONE}
                  words={wordsByPage.get(index)?.map(({ mark }) => mark) ?? NO_WORDS}
                  activeMark={activeMark}
                  canDraw={regions.canDraw}
                  draft={draft.at?.pageIndex === index ? draft.at.box : null}
                  onDraftKey={draft.onKey}
                  onDrawn={(box) => put(index, box)}
                  onMarks={onMarks}
                  onRemove={regions.onRemove}
                  card={(id) => regions.card(id, () => leaveCard(id))}
                />
                {mode === 'straighten' && index === pageIndex ? (
                  <div className={css.corners} style={size}>
                    <CornerHandles size={size} onApply={(points) => straighten(index, points)} onCancel={leaveMode} />
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </section>
      {draft.at ? (
        <p className={css.hint} aria-hidden>
          {rich('Arrows move, {shift} resizes, {ctrl} for fine steps. {enter} makes it, {escape} cancels.', {
            shift: <Kbd keys="Shift" />,
            ctrl: <Kbd keys="CmdOrCtrl" />,
            enter: <Kbd keys="Enter" />,
            escape: <Kbd keys="Escape" />,
          })}
        </p>
      ) : null}
      <div role="status" className="visually-hidden">
        {draft.status}
      </div>
    </div>
  );

  function leaveMode(): void {
    setMode('mark');
    focus();
  }

  /** Kept where the page can be looked at in a way of its own, else for as long as it is shown. */
  function turnPage(quarters: 1 | -1): void {
    if (!turnKept(pageIndex, quarters)) setTurn((now) => rotateBy(now, quarters));
  }

  /** From the card back to its region, else to the pages. */
  function leaveCard(id: string): void {
    const frame = scroller.current?.querySelector<HTMLElement>(`[data-region="${CSS.escape(id)}"]`);
    if (frame) frame.focus({ preventScroll: true });
    else focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || (event.target instanceof Element && event.target.closest('[data-card], [data-draft]'))) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === '+' || event.key === '=') zoomBy(1);
      else if (event.key === '-') zoomBy(-1);
      else if (event.key === '0') setZoom('fit');
      else return;
    } else if (event.key === 'PageDown') goToPage(pageIndex + 1);
    else if (event.key === 'PageUp') goToPage(pageIndex - 1);
    else if (event.key === 'Home') goToPage(0);
    else if (event.key === 'End') goToPage(source.pageCount - 1);
    else if (event.key.toLowerCase() === 'r') turnPage(event.shiftKey ? -1 : 1);
    else if (event.key === 't' && toText) toText(pageIndex);
    else return;
    event.preventDefault();
  }
}
