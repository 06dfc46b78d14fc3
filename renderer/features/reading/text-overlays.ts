/**
 * What another feature lays over the words of a text. The reading view draws it where it stands and knows nothing of
 * what it means: the look comes with it. Overlays never overlap one another; those without a letter are points.
 */
import { blockIndexAt, type TextBlock } from './layout-blocks.js';

export interface TextOverlay {
  readonly id: string;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive; as `start` for a point between words. */
  readonly end: number;
  /** Of the stylesheet that says how it looks. */
  readonly className: string;
  readonly kind: string;
}

const NONE: readonly TextOverlay[] = [];

/** The block that a point is drawn in: that of the letter before it, for it says that nothing follows there. */
const blockOfPoint = (blocks: readonly TextBlock[], at: number): number => blockIndexAt(blocks, Math.max(0, at - 1));

/**
 * @param overlays by start.
 * @returns of each block those that touch it, by start; points are moved into the block.
 */
export function overlaysByBlock(
  blocks: readonly TextBlock[],
  overlays: readonly TextOverlay[],
): ReadonlyMap<number, readonly TextOverlay[]> {
  const found = new Map<number, TextOverlay[]>();
  const add = (index: number, overlay: TextOverlay) => {
    const known = found.get(index);
    if (known) known.push(overlay);
    else found.set(index, [overlay]);
  };
  for (const overlay of overlays) {
    if (overlay.end <= overlay.start) {
      const index = blockOfPoint(blocks, overlay.start);
      const block = blocks[index];
      if (!block) continue;
      const at = Math.max(block.start, Math.min(block.end, overlay.start));
      add(index, at === overlay.start ? overlay : { ...overlay, start: at, end: at });
      continue;
    }
    let index = blockIndexAt(blocks, overlay.start);
    for (let block = blocks[index]; block && block.start < overlay.end; block = blocks[++index]) {
      if (block.end > overlay.start) add(index, overlay);
    }
  }
  return found;
}

export const overlaysOf = (
  byBlock: ReadonlyMap<number, readonly TextOverlay[]>,
  index: number,
): readonly TextOverlay[] => byBlock.get(index) ?? NONE;
