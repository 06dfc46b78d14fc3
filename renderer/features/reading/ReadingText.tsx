/**
 * The scrolled text of a document: only the blocks near the window are in the page, whatever the length. The first
 * virtual row is the head of the document; row n + 1 is block n.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import { announce } from '../../api/index.js';
import { BlockView, headingOf } from './BlockView.js';
import { HitTicks } from './HitTicks.js';
import { type Block, blockIndexAt, layoutBlocks } from './layout-blocks.js';
import { outlineOf } from './outline.js';
import css from './ReadingText.module.css';
import { useSelectedRange } from './selected-range.js';
import type { ReadingDocument } from './use-document.js';
import type { Hits } from './use-hits.js';
import { useRememberedPlace, useScrollToHit } from './use-scroll.js';

export interface ReadingTextHandle {
  focus(): void;
}

export interface ReadingTextProps {
  readonly document: ReadingDocument;
  readonly head: ReactNode;
  readonly hits: Hits;
  /** Distinguishes one query from another, for the remembered place. */
  readonly queryKey: string;
  readonly handle: Ref<ReadingTextHandle>;
  /** Where the reader is now, each time it changes. */
  onWhere(where: Where): void;
  /** What of the text is selected, each time it changes; null when nothing is. */
  onSelected(range: Range | null): void;
}

export interface Where {
  readonly isPastHead: boolean;
  /** Label of the page at the top of the window; null when the text has no pages. */
  readonly pageLabel: string | null;
}

/** Rough height of a block in CSS pixels before it was drawn: characters to a line of the usual measure. */
const estimate = (block: Block | undefined): number =>
  block ? Math.ceil((block.end - block.start) / 66) * 29 + (block.kind === 'heading' ? 30 : 13) : 150;

/** Label of the page that holds the last character before `end`. */
function pageLabelAt(spans: ReadingDocument['text']['spans'], end: number): string | null {
  let label: string | null = null;
  for (const span of spans) {
    if (span.kind !== 'page') continue;
    if (label !== null && span.start >= end) break;
    label = span.pageLabel;
  }
  return label;
}

export function ReadingText({ document, head, hits, queryKey, handle, onWhere, onSelected }: ReadingTextProps) {
  const { source, text } = document;
  const blocks = useMemo(() => layoutBlocks(text.text, text.spans), [text]);
  const outline = useMemo(() => outlineOf(blocks), [blocks]);
  const scroller = useRef<HTMLElement>(null);
  const [isWholeSelected, setWholeSelected] = useState(false);
  const rows = useVirtualizer({
    count: blocks.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(blocks[index - 1]),
    getItemKey: (index) => (index === 0 ? `head ${text.id}` : `${text.id} ${blocks[index - 1]?.start}`),
    overscan: 6,
    paddingEnd: 160,
  });
  useImperativeHandle(handle, () => ({ focus: () => scroller.current?.focus() }), []);
  const view = { scroller, rows, blocks, sourceId: source.id, versionId: text.id, queryKey };
  useRememberedPlace(view);
  useScrollToHit(view, hits);

  const top = rows.scrollOffset ?? 0;
  const firstRow = rows.getVirtualItems().find((row) => row.end > top + 40);
  const isPastHead = firstRow !== undefined && firstRow.index > 0;
  const pageLabel = useMemo(
    () => pageLabelAt(text.spans, blocks[(firstRow?.index ?? 1) - 1]?.end ?? 0),
    [text, blocks, firstRow?.index],
  );
  const part = useSelectedRange(scroller, blocks, text.text);
  const selected = useMemo<Range | null>(
    () => (isWholeSelected ? [0, text.text.length] : part),
    [isWholeSelected, part, text],
  );
  const tell = useRef({ onWhere, onSelected });
  useEffect(() => {
    tell.current = { onWhere, onSelected };
  });
  useEffect(() => tell.current.onWhere({ isPastHead, pageLabel }), [isPastHead, pageLabel]);
  useEffect(() => tell.current.onSelected(selected), [selected]);

  const current = hits.ranges[hits.current];
  const firstDrawn = (rows.getVirtualItems()[0]?.index ?? 0) - 1;
  return (
    <div className={css.frame}>
      <section
        ref={scroller}
        className={css.scroller}
        data-whole={isWholeSelected || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={source.description.title ? `Text of ${source.description.title}` : 'Text of the document'}
        onKeyDown={onKeyDown}
        onPointerDown={() => setWholeSelected(false)}
        onCopy={(event) => {
          if (!isWholeSelected) return;
          event.clipboardData.setData('text/plain', text.text);
          event.preventDefault();
        }}
      >
        <div className={`visually-hidden ${css.trail}`} lang={source.description.language || undefined}>
          {outline.trail(firstDrawn).map((index) => {
            const Heading = headingOf(outline.level(index));
            return <Heading key={index}>{text.text.slice(blocks[index]?.start, blocks[index]?.end)}</Heading>;
          })}
        </div>
        <div
          className={css.sizer}
          style={{ height: rows.getTotalSize() }}
          lang={source.description.language || undefined}
        >
          {rows.getVirtualItems().map((row) => {
            const block = blocks[row.index - 1];
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
                    current={holds ? hits.current : -1}
                  />
                ) : (
                  head
                )}
              </div>
            );
          })}
        </div>
      </section>
      <HitTicks hits={hits} place={placeOf} totalPx={rows.getTotalSize()} />
    </div>
  );

  /** Where an offset is drawn, in CSS pixels from the top; an estimate until its block has been seen. */
  function placeOf(offset: number): number {
    const index = blockIndexAt(blocks, offset);
    const block = blocks[index];
    const row = rows.measurementsCache[index + 1];
    if (!block || !row) return 0;
    return row.start + ((offset - block.start) / Math.max(1, block.end - block.start)) * row.size;
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>): void {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === 'a') {
      event.preventDefault();
      // Only what is drawn can be selected; what is copied is the whole text.
      if (scroller.current) window.getSelection()?.selectAllChildren(scroller.current);
      setWholeSelected(true);
      announce('The whole text is selected', { text: 'Copy takes all of it.' });
    } else if (event.key === 'Escape' && isWholeSelected) {
      window.getSelection()?.removeAllRanges();
      setWholeSelected(false);
    } else if (event.key === 'Home' && !event.shiftKey) {
      event.preventDefault();
      rows.scrollToOffset(0);
    } else if (event.key === 'End' && !event.shiftKey) {
      event.preventDefault();
      rows.scrollToIndex(blocks.length, { align: 'end' });
    }
  }
}
