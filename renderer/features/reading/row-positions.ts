/** Converts text offsets to heights of rows and back. Row 0 is the head of the document; row n + 1 is block n. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { blockIndexAt, type TextBlock } from './layout-blocks.js';

export interface RowPositions {
  /** Where an offset is drawn, in CSS pixels from the top; an estimate until its block has been seen. */
  topOf(offset: number): number;
  /** The offset that stands at a height, as `placeOf` has it. */
  offsetAt(px: number): number;
  /** Offset of the first block that begins below the upper edge of the window. */
  firstVisibleOffset(): number;
}

/** @param length of the text, in UTF-16 code units. */
export function rowPositions(
  rows: Virtualizer<HTMLElement, Element>,
  blocks: readonly TextBlock[],
  length: number,
): RowPositions {
  return {
    topOf: (offset) => {
      const index = blockIndexAt(blocks, offset);
      const block = blocks[index];
      const row = rows.measurementsCache[index + 1];
      if (!block || !row) return 0;
      return row.start + ((offset - block.start) / Math.max(1, block.end - block.start)) * row.size;
    },
    offsetAt: (px) => {
      const row = rows.getVirtualItemForOffset(Math.max(0, px));
      const block = row && blocks[row.index - 1];
      if (!row || !block) return row?.index === 0 ? 0 : length;
      const share = Math.max(0, Math.min(1, (px - row.start) / Math.max(1, row.size)));
      return block.start + share * (block.end - block.start);
    },
    firstVisibleOffset: () => {
      const top = rows.scrollElement?.scrollTop ?? 0;
      const first = rows.getVirtualItems().find((row) => row.index > 0 && row.start >= top);
      return blocks[(first?.index ?? 1) - 1]?.start ?? 0;
    },
  };
}
