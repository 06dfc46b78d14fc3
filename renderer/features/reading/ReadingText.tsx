/**
 * The scrolled text of a document: only the blocks near the window are in the page, whatever the length. The first
 * virtual row is the head of the document; row n + 1 is block n.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announce, useCommand } from '../../api/index.js';
import { BlockView, headingOf } from './BlockView.js';
import { useCaretAnnouncement } from './caret-announcements.js';
import { documentOutline } from './document-outline.js';
import { HitTicks } from './HitTicks.js';
import { insetOverlays } from './insets.js';
import { blockIndexAt, layoutBlocks, type TextBlock } from './layout-blocks.js';
import { marksIn } from './mark-lanes.js';
import css from './ReadingText.module.css';
import { pageBefore } from './reader-position.js';
import type { ReadingTextProps } from './reading-text-props.js';
import { rowPositions } from './row-positions.js';
import { SelectionOverlay } from './SelectionOverlay.js';
import { trimBlanks, useSelectedRange } from './selected-range.js';
import { overlaysByBlock, overlaysOf } from './text-overlays.js';
import { useCaret } from './use-caret.js';
import { useKeptSelectionHighlight } from './use-kept-selection-highlight.js';
import { useMarginMode, useMarkTops } from './use-margin.js';
import { revealOffset, useSavedScroll, useScrollToHit } from './use-reader-scroll.js';

/** What stands beside the text is drawn so far beyond the window, in CSS pixels. */
const BESIDE_MORE_PX = 300;

/** Rough height of a block in CSS pixels before it was drawn: characters to a line of the usual measure. */
const estimate = (block: TextBlock | undefined): number =>
  block ? Math.ceil((block.end - block.start) / 66) * 29 + (block.kind === 'heading' ? 30 : 13) : 150;

export function ReadingText(props: ReadingTextProps) {
  const { document, header, hits, marks, activeMark, isActive, queryKey, handle } = props;
  const { onPositionChange, onSelectionChange, onMarks, renderMargin, renderSelectionTools } = props;
  const { currentOverlay = null, onDrawn, onOverlay } = props;
  const { source, text } = document;
  const insets = useMemo(() => insetOverlays(text.spans), [text]);
  // What another feature lays over the words is what is looked at there.
  const overlays = props.overlays ?? insets;
  const language = source.description.language || undefined;
  const blocks = useMemo(() => layoutBlocks(text.text, text.spans), [text]);
  const outline = useMemo(() => documentOutline(blocks), [blocks]);
  const laidOver = useMemo(() => overlaysByBlock(blocks, overlays), [blocks, overlays]);
  const scroller = useRef<HTMLElement>(null);
  const sizer = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [isWholeSelected, setWholeSelected] = useState(false);
  const mode = useMarginMode(scroller);
  const { range: pointed, clear } = useSelectedRange(scroller, blocks, text.text);
  /** What a selection begins and ends in stays drawn, however far it is scrolled: else the selection would be lost. */
  const [keptSelection, setHeld] = useState<readonly number[]>([]);
  const rows = useVirtualizer({
    count: blocks.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(blocks[index - 1]),
    getItemKey: (index) => (index === 0 ? `head ${text.id}` : `${text.id} ${blocks[index - 1]?.start}`),
    overscan: 6,
    paddingEnd: 160,
    rangeExtractor: (range) =>
      keptSelection.length === 0
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), ...keptSelection])].sort((a, b) => a - b),
  });
  const { topOf, offsetAt, firstVisibleOffset } = rowPositions(rows, blocks, text.text.length);
  const items = rows.getVirtualItems();
  const view = { scroller, rows, blocks, memoryKey: props.memoryKey ?? source.id, versionId: text.id, queryKey };
  useSavedScroll(view);
  useScrollToHit(view, hits);

  const top = rows.scrollOffset ?? 0;
  const firstRow = items.find((row) => row.end > top + 40);
  const isPastHead = firstRow !== undefined && firstRow.index > 0;
  const page = useMemo(
    () => pageBefore(text.spans, blocks[(firstRow?.index ?? 1) - 1]?.end ?? 0),
    [text, blocks, firstRow?.index],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object for whatever puts other letters into the page
  const drawn = useMemo(
    () => ({}),
    [
      items[0]?.index,
      items.at(-1)?.index,
      marks,
      hits.ranges,
      hits.current,
      activeMark,
      overlays,
      mode,
      rows.getTotalSize(),
    ],
  );
  const caret = useCaret({ text: text.text, blocks, language, scroller, sizer, drawn, firstVisibleOffset });
  const caretWords = useCaretAnnouncement(caret.state, text.text);
  const caretAt = caret.state;
  // The page tells of a selection a moment later; the next key may be the one that marks it.
  const part = useMemo(
    () =>
      caretAt
        ? trimBlanks(text.text, Math.min(caretAt.anchor, caretAt.focus), Math.max(caretAt.anchor, caretAt.focus))
        : pointed,
    [caretAt, pointed, text],
  );
  const tops = useMarkTops(sizer);
  useKeptSelectionHighlight(scroller, blocks, props.keep && !isActive ? part : null, drawn);
  useLayoutEffect(() => {
    const ends = caretAt ? [caretAt.anchor, caretAt.focus] : (part ?? []);
    const next = [...new Set(ends.map((offset) => blockIndexAt(blocks, offset) + 1))];
    setHeld((now) => (now.join() === next.join() ? now : next));
  }, [caretAt, part, blocks]);
  useCommand('text.cursor', () => (caret.state ? caret.stop() : startCaret()), { enabled: isActive });
  const focusText = () => scroller.current?.focus({ preventScroll: true });
  const clearSelection = () => {
    setWholeSelected(false);
    window.getSelection()?.removeAllRanges();
    caret.collapse();
    clear();
  };
  useImperativeHandle(handle, () => ({
    focus: focusText,
    goTo: ({ id, start }) =>
      revealOffset(
        view,
        start,
        () => scroller.current?.querySelector(`[data-mark="${id}"]`) ?? null,
        'unless in sight',
      ),
    currentOffset: () => caret.state?.focus ?? firstVisibleOffset(),
    clearSelection,
    select: (range) => {
      setWholeSelected(false);
      caret.start(range);
      focusText();
    },
    goToOverlay: ({ id, start }, share) => {
      const find = () => scroller.current?.querySelector(`[data-overlay="${CSS.escape(id)}"]`) ?? null;
      revealOffset(view, start, find, 'always', share);
    },
    topOf,
    offsetAt,
    scroller: () => scroller.current,
  }));
  const selected = useMemo<Range | null>(
    () => (isWholeSelected ? [0, text.text.length] : part),
    [isWholeSelected, part, text],
  );
  const latest = useRef({ onPositionChange, onSelectionChange, onDrawn });
  useLayoutEffect(() => {
    latest.current = { onPositionChange, onSelectionChange, onDrawn };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time other letters are drawn
  useLayoutEffect(() => latest.current.onDrawn?.(), [drawn]);
  useEffect(
    () =>
      latest.current.onPositionChange({
        isPastHead,
        pageLabel: page?.pageLabel ?? null,
        pageIndex: page?.pageIndex ?? null,
      }),
    [isPastHead, page],
  );
  useEffect(() => latest.current.onSelectionChange(selected), [selected]);

  const current = hits.ranges[hits.current];
  const firstDrawn = (items[0]?.index ?? 0) - 1;
  return (
    <div className={css.frame} data-room={mode} data-marked={marks.marks.length > 0 || undefined}>
      <section
        ref={scroller}
        className={css.scroller}
        data-whole={isWholeSelected || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={
          source.description.title
            ? t('Text of {title}', { title: source.description.title })
            : t('Text of the document')
        }
        onKeyDown={onKeyDown}
        onPointerDown={() => setWholeSelected(false)}
        onClick={onClick}
        data-caret={caret.state ? true : undefined}
        onCopy={(event) => {
          if (!isWholeSelected) return;
          event.clipboardData.setData('text/plain', text.text);
          event.preventDefault();
        }}
      >
        <div className={`visually-hidden ${css.trail}`} lang={language}>
          {outline.trail(firstDrawn).map((index) => {
            const Heading = headingOf(outline.level(index));
            return <Heading key={index}>{text.text.slice(blocks[index]?.start, blocks[index]?.end)}</Heading>;
          })}
        </div>
        <div ref={sizer} className={css.sizer} style={{ height: rows.getTotalSize() }} lang={language}>
          {items.map((row) => {
            const block = blocks[row.index - 1];
            const inBlock = block ? marksIn(marks, block.start, block.end) : [];
            const holds = block && current && current[0] < block.end && current[1] > block.start;
            return (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={css.row}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {block ? (
                  <BlockView
                    block={block}
                    text={text.text}
                    outlineLevel={outline.level(row.index - 1)}
                    hits={hits.ranges}
                    marks={inBlock}
                    activeMark={inBlock.some(({ id }) => id === activeMark) ? activeMark : null}
                    current={holds ? hits.current : -1}
                    overlays={overlaysOf(laidOver, row.index - 1)}
                    currentOverlay={
                      currentOverlay !== null &&
                      overlaysOf(laidOver, row.index - 1).some(({ id }) => id === currentOverlay)
                        ? currentOverlay
                        : null
                    }
                  />
                ) : (
                  header
                )}
              </div>
            );
          })}
          {caret.box ? (
            <span
              className={css.caret}
              aria-hidden
              style={{ transform: `translate(${caret.box.left}px, ${caret.box.top}px)`, height: caret.box.height }}
            />
          ) : null}
          {part && !isWholeSelected ? (
            <SelectionOverlay range={part} blocks={blocks} drawn={drawn} scroller={scroller} sizer={sizer} host={tools}>
              {renderSelectionTools({ close, focusText }, part)}
            </SelectionOverlay>
          ) : null}
          <div data-beside-text className={css.beside} lang="en">
            {renderMargin({
              mode,
              fromPx: top - BESIDE_MORE_PX,
              toPx: top + (rows.scrollRect?.height ?? 0) + BESIDE_MORE_PX,
              totalPx: rows.getTotalSize(),
              topOf: (id, offset) => tops.get(id) ?? topOf(offset),
              focusText,
            })}
          </div>
        </div>
      </section>
      <div role="status" className="visually-hidden">
        {caretWords}
      </div>
      <HitTicks hits={hits} place={topOf} totalPx={rows.getTotalSize()} />
    </div>
  );

  /** At what is selected, else at the current hit, else at the first letter in sight. */
  function startCaret(): void {
    const hit = current && scroller.current?.querySelector(`mark[data-hit="${hits.current}"]`);
    caret.start(pointed ?? (hit && current ? [current[0], current[0]] : null));
    focusText();
  }

  function close(): void {
    clearSelection();
    focusText();
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    if (!window.getSelection()?.isCollapsed || !(event.target instanceof Element)) return;
    const overlay = event.target.closest<HTMLElement>('[data-overlay]')?.dataset.overlay;
    if (overlay !== undefined) onOverlay?.(overlay);
    if (!event.target.closest('[data-beside-text]')) onMarks(marksAround(event.target));
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>): void {
    // What stands beside the text has keys of its own.
    if (event.target !== event.currentTarget) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isPlain = !isCommand && !event.altKey;
    if (caret.onKey(event)) event.preventDefault();
    else if (isCommand && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      // Only what is drawn can be selected; what is copied is the whole text.
      if (scroller.current) window.getSelection()?.selectAllChildren(scroller.current);
      setWholeSelected(true);
      announce(t('The whole text is selected'), { text: t('Copy takes all of it.') });
    } else if (event.key === 'Enter' && isPlain && part) {
      event.preventDefault();
      tools.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
    } else if (event.key === 'Enter' && isPlain && caret.state) {
      event.preventDefault();
      const at = caret.state.focus;
      onMarks(marksIn(marks, at, at + 1).map(({ id }) => id));
    } else if ((event.key === 'Enter' || event.key === 'v') && isPlain) {
      event.preventDefault();
      startCaret();
    } else if (event.key === 'Escape') {
      if (isWholeSelected || part) clearSelection();
      else caret.stop();
    } else if (event.key === 'Home' && !event.shiftKey) {
      event.preventDefault();
      rows.scrollToOffset(0);
    } else if (event.key === 'End' && !event.shiftKey) {
      event.preventDefault();
      rows.scrollToIndex(blocks.length, { align: 'end' });
    }
  }
}

/** The marks that an element of the text is in, the lowest first. */
function marksAround(inner: Element): string[] {
  const ids: string[] = [];
  for (let mark = inner.closest<HTMLElement>('[data-mark]'); mark; ) {
    if (mark.dataset.mark) ids.unshift(mark.dataset.mark);
    mark = mark.parentElement?.closest<HTMLElement>('[data-mark]') ?? null;
  }
  return ids;
}
