/**
 * Pages as pictures, one below the other or two by two: only those near the window are drawn. Regions are marked by
 * pointer, or by keys with the command that highlights.
 */
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import {
  type Original,
  type PageKey,
  type PageViewChange,
  PLAIN_VIEW,
  type Region,
  type SourceId,
} from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { announce, formatPageLabel, useCommand } from '../../../api/index.js';
import { Button, Kbd, Notice, rich } from '../../../ui/index.js';
import { CornerHandles } from './CornerHandles.js';
import lookCss from './Looking.module.css';
import { LookTools } from './LookTools.js';
import { boxOfCrop, canStraighten, cropOf, FIRST_CROP, turnBy } from './looking.js';
import { PagePicture } from './PagePicture.js';
import { PageSheet } from './PageSheet.js';
import { PageTools } from './PageTools.js';
import css from './PageView.module.css';
import { type PageRect, type PageRotation, rotateBy } from './page-geometry.js';
import { layoutPages, pagesWithin, type Zoom, zoomStep } from './page-layout.js';
import { MAX_PAGES, type PageSource } from './page-source.js';
import type { PagePoint, PagesHandle, RegionMark, RegionTools, WordMark } from './region-marks.js';
import type { Looking } from './use-looking.js';
import { usePagePan } from './use-page-pan.js';
import { useAvailableRoom, usePageScroll } from './use-page-scroll.js';
import type { PagesState } from './use-pages.js';
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
  /** The words of a part of a page are wanted, in fractions of the upright page; null: dragging selects none. */
  readonly onWords?: ((part: PageRect & { readonly key: PageKey; readonly index: number }) => void) | null;
  readonly activeMark: string | null;
  readonly handle: Ref<PagesHandle>;
  onMarks(ids: readonly string[]): void;
  /** The current page, each time it is another one. */
  onPage(pageIndex: number): void;
  /** The text of the page is wanted; null when the text has no pages. */
  readonly toText: ((pageIndex: number) => void) | null;
}

/** Pages this far beyond the window are drawn too, in CSS pixels. */
const MORE_PX = 300;

const NONE: readonly RegionMark[] = [];
const NO_WORDS: readonly WordMark[] = [];

const nameKey = ({ sha256, pageIndex }: PageKey): string => `${sha256} ${pageIndex}`;
const keyOnly = ({ sha256, pageIndex }: PageKey): PageKey => ({ sha256, pageIndex });

/** What is drawn beyond the edge of a straightened page stays on the page. */
function withinPage({ x, y, width, height }: PageRect): PageRect {
  const [left, top] = [Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))];
  return {
    x: left,
    y: top,
    width: Math.min(1, Math.max(0, x + width)) - left,
    height: Math.min(1, Math.max(0, y + height)) - top,
  };
}

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

export interface LoadedPagesProps extends PageViewProps {
  readonly answer: Extract<PagesState, { status: 'ready' }>;
  readonly looking: Looking;
}

export function LoadedPages(props: LoadedPagesProps) {
  const { originals, title, isActive, labels, start, regions, activeMark, handle, onMarks, onPage, toText, answer } =
    props;
  const { wordMarks = NO_WORDS, onWords = null, looking } = props;
  const { pages, look: measure, retry } = answer;
  const { source, sizes } = pages;
  const key = originals.map(({ sha256 }) => sha256).join();
  const scroller = useRef<HTMLElement>(null);
  // Pages of originals are asked for by their originals; here they stand one after another.
  const wish = useMemo(() => start && placeIn(source, start), [source, start]);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [ownTurn, setTurn] = useState<PageRotation>(0);
  // What the service draws is turned there.
  const turn = source.viewOf ? 0 : ownTurn;
  const [isBook, setBook] = useState(false);
  const [forAll, setForAll] = useState(false);
  const { widthPx: roomPx, heightPx } = useAvailableRoom(scroller);
  const layout = useMemo(
    () => layoutPages({ pages: sizes, zoom, turn, roomPx, heightPx, isBook }),
    [sizes, zoom, turn, roomPx, heightPx, isBook],
  );
  const scroll = usePageScroll(scroller, key, layout, turn, roomPx > 0 ? wish : null);
  const near = pagesWithin(layout, scroll.topPx - MORE_PX, scroll.topPx + scroll.heightPx + MORE_PX);
  // Pages that are smaller than the window cannot all be scrolled to its upper part: the one that was gone to is current.
  const [chosen, setChosen] = useState<number | null>(null);
  const inSight = pagesWithin(layout, scroll.topPx, scroll.topPx + scroll.heightPx);
  const readAt = pagesWithin(layout, scroll.topPx + scroll.heightPx * 0.25, Number.POSITIVE_INFINITY)[0] ?? 0;
  const pageIndex = chosen !== null && inSight.includes(chosen) ? chosen : readAt;
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
  const isCropping = looking.mode === 'crop';
  const [wantsWords, setWantsWords] = useState(true);
  const isForWords = wantsWords && onWords !== null && looking.mode === null;
  const canDraw = isCropping || isForWords || (regions.canDraw && looking.mode === null);
  const onDrawn = (index: number, box: PageRect) => (isCropping ? crop(index, box) : make(index, box));
  const onDragged = async (index: number, box: PageRect): Promise<void> => {
    if (!isForWords) return onDrawn(index, box);
    const key = keyOnly(source.keyOf(index));
    onWords?.({ ...withinPage(source.viewMapOf?.(index).toPage(box) ?? box), key, index });
  };
  const leaveLooking = () => {
    looking.leave();
    draft.cancel();
    focus();
  };
  const draft = useRegionDraft({
    layout,
    turn,
    scroller,
    canDraw: true,
    make: onDrawn,
    onEnd: isCropping ? leaveLooking : focus,
  });
  useCommand('annotation.highlight', () => draft.begin(pageIndex), {
    enabled: isActive && regions.canDraw && looking.mode === null,
  });
  const viewOf = (index: number) => source.viewOf?.(index) ?? PLAIN_VIEW;
  const allKeys = () => Array.from({ length: source.pageCount }, (_, index) => source.keyOf(index));
  const chosenKeys = (index: number) => (forAll ? allKeys() : [source.keyOf(index)]);
  const keepLook = (index: number, change: PageViewChange) => looking.keep(chosenKeys(index), change);
  const turnPage = (quarters: 1 | -1) => {
    if (source.viewOf) void keepLook(pageIndex, { turn: turnBy(viewOf(pageIndex).turn, quarters) });
    else setTurn((now) => rotateBy(now, quarters));
  };
  const beginCrop = () => {
    const { crop: kept, turn: kepTurn } = viewOf(pageIndex);
    looking.setOpen(true);
    looking.begin('crop', source.keyOf(pageIndex), null);
    draft.cancel();
    draft.begin(pageIndex, kept ? boxOfCrop(kept, kepTurn) : FIRST_CROP);
  };
  const beginStraighten = () => {
    draft.cancel();
    looking.setOpen(true);
    looking.begin('straighten', source.keyOf(pageIndex), viewOf(pageIndex).corners);
  };
  const crop = async (index: number, box: PageRect) => {
    draft.cancel();
    const part = cropOf(box, viewOf(index).turn);
    focus();
    await keepLook(index, { crop: part });
  };
  const straighten = () => {
    const at = looking.trial?.keys[0];
    if (!at) return leaveLooking();
    if (!canStraighten(looking.corners)) {
      announce(t('These corners go round no sheet'), { text: t('Each belongs at its own corner of the page.') });
      return;
    }
    focus();
    void looking.keep(forAll ? allKeys() : [at], { corners: looking.corners, crop: null });
  };
  const isLookable = isActive && regions.canDraw;
  useCommand('page.look', () => looking.setOpen(!looking.isOpen), { enabled: isLookable });
  useCommand('page.turnLeft', () => turnPage(-1), { enabled: isActive });
  useCommand('page.turnRight', () => turnPage(1), { enabled: isActive });
  useCommand('page.crop', beginCrop, { enabled: isLookable && looking.mode === null });
  useCommand('page.straighten', beginStraighten, { enabled: isLookable && looking.mode === null });
  useCommand('page.book', () => setBook((now) => !now), { enabled: isActive && source.pageCount > 1 });
  const pan = usePagePan(scroller, !canDraw && looking.mode === null);
  useImperativeHandle(handle, () => ({
    focus,
    goTo: (place) => {
      setChosen(null);
      scroll.goTo(placeIn(source, place));
    },
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
  const goToPage = (index: number) => {
    const next = Math.max(0, Math.min(source.pageCount - 1, index));
    setChosen(next);
    scroll.goToPage(next);
  };
  const zoomBy = (direction: 1 | -1) => setZoom(zoomStep(scale, direction));
  const step = isBook ? 2 : 1;
  const zoomAt = useRef((_event: WheelEvent): void => undefined);
  useEffect(() => {
    zoomAt.current = ({ deltaY, clientX, clientY }) => {
      const next = zoomStep(scale, deltaY < 0 ? 1 : -1);
      if (next === scale) return;
      scroll.keepInPlace(clientX, clientY);
      setZoom(next);
    };
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.deltaY === 0) return;
      event.preventDefault();
      zoomAt.current(event);
    };
    // React's own listeners cannot keep the window from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  return (
    <div className={css.desk}>
      <PageTools
        pageIndex={pageIndex}
        pageCount={source.pageCount}
        pageName={nameOf(pageIndex)}
        scale={scale}
        zoom={zoom}
        isBook={isBook}
        step={step}
        isLookOpen={looking.isOpen}
        canLook={regions.canDraw}
        canDraw={regions.canDraw}
        isForWords={onWords ? wantsWords : null}
        onForWords={setWantsWords}
        hasText={toText !== null}
        onPage={goToPage}
        onZoom={zoomBy}
        onFit={(fit) => setZoom(fit ?? scale)}
        onBook={setBook}
        onLook={looking.setOpen}
        onTurn={() => turnPage(1)}
        onDraw={() => draft.begin(pageIndex)}
        onText={() => toText?.(pageIndex)}
      />
      {looking.isOpen ? (
        <LookTools
          view={viewOf(pageIndex)}
          pageCount={source.pageCount}
          forAll={forAll}
          onForAll={setForAll}
          onTry={(change) => looking.attempt(chosenKeys(pageIndex), change)}
          onKeep={(change) => void keepLook(pageIndex, change)}
          onCrop={beginCrop}
          onStraighten={beginStraighten}
        />
      ) : null}
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
        onWheel={() => setChosen(null)}
        {...pan}
      >
        <div className={css.column} style={{ height: layout.totalPx, width: `max(100%, ${layout.widestPx + 40}px)` }}>
          {drawn.map((index) => {
            const size = layout.sizes[index];
            if (!size) return null;
            return (
              <div
                key={index}
                className={css.place}
                data-page-index={index}
                onPointerDown={() => setChosen(index)}
                style={{ transform: `translate(${layout.lefts[index]}px, ${layout.tops[index]}px)` }}
              >
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
                  marks={looking.mode ? NONE : (byPage.get(index)?.map(({ mark }) => mark) ?? NONE)}
                  words={wordsByPage.get(index)?.map(({ mark }) => mark) ?? NO_WORDS}
                  activeMark={activeMark}
                  canDraw={canDraw}
                  isForWords={isForWords}
                  draftLabel={
                    isCropping
                      ? t('What is to be seen: arrows move it, Shift and arrows resize it, Enter crops, Escape cancels')
                      : t('New region: arrows move it, Shift and arrows resize it, Enter makes it, Escape cancels')
                  }
                  over={cornersOn(index)}
                  draft={draft.at?.pageIndex === index ? draft.at.box : null}
                  onDraftKey={draft.onKey}
                  onDrawn={(box) => onDragged(index, box)}
                  onMarks={onMarks}
                  onRemove={regions.onRemove}
                  card={(id) => regions.card(id, () => leaveCard(id))}
                />
              </div>
            );
          })}
        </div>
      </section>
      {looking.mode ? (
        <div className={lookCss.bar}>
          <span>
            {isCropping
              ? t('Drag over what is to be seen, or move the rectangle by keys.')
              : t('Put the corners on those of the sheet.')}
          </span>
          <Button size="small" onPress={leaveLooking}>
            {t('Cancel')}
          </Button>
          <Button
            size="small"
            variant="primary"
            onPress={() => {
              if (!isCropping) straighten();
              else if (draft.at) void crop(draft.at.pageIndex, draft.at.box);
            }}
          >
            {isCropping ? t('Crop') : t('Straighten')}
          </Button>
        </div>
      ) : draft.at ? (
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

  function cornersOn(index: number) {
    const size = layout.sizes[index];
    const at = looking.trial?.keys[0];
    if (looking.mode !== 'straighten' || !size || !at || nameKey(source.keyOf(index)) !== nameKey(at)) return null;
    return (
      <CornerHandles
        corners={looking.corners}
        turn={viewOf(index).turn}
        size={size}
        onChange={looking.setCorners}
        onKeep={straighten}
        onLeave={leaveLooking}
      />
    );
  }

  /** From the card back to its region, else to the pages. */
  function leaveCard(id: string): void {
    const frame = scroller.current?.querySelector<HTMLElement>(`[data-region="${CSS.escape(id)}"]`);
    if (frame) frame.focus({ preventScroll: true });
    else focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key.startsWith('Arrow') || event.key === ' ') setChosen(null);
    if (event.altKey || (event.target instanceof Element && event.target.closest('[data-card], [data-draft]'))) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === '+' || event.key === '=') zoomBy(1);
      else if (event.key === '-') zoomBy(-1);
      else if (event.key === '0') setZoom('fit');
      else return;
    } else if (event.key === 'PageDown') goToPage(pageIndex + step);
    else if (event.key === 'PageUp') goToPage(pageIndex - step);
    else if (event.key === 'Home') goToPage(0);
    else if (event.key === 'End') goToPage(source.pageCount - 1);
    else if (event.key.toLowerCase() === 'r') turnPage(event.shiftKey ? -1 : 1);
    else if (event.key === 'w') setZoom('fit');
    else if (event.key === 'h') setZoom('whole');
    else if (event.key === '1') setZoom(1);
    else if (event.key === 'b' && source.pageCount > 1) setBook((now) => !now);
    else if (event.key === 'l' && regions.canDraw) looking.setOpen(!looking.isOpen);
    else if (event.key === 'v' && onWords) setWantsWords((now) => !now);
    else if (event.key === 'c' && regions.canDraw) beginCrop();
    else if (event.key === 's' && regions.canDraw) beginStraighten();
    else if (event.key === 'i' && regions.canDraw)
      void keepLook(pageIndex, { isInverted: !viewOf(pageIndex).isInverted });
    else if (event.key === 't' && toText) toText(pageIndex);
    else return;
    event.preventDefault();
  }
}
