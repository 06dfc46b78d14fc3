/**
 * The outline of a document as its headings are announced: below the title, each at most one level under the one it
 * belongs to, whatever levels the document gave them. Since only a part of a text is drawn at a time, the headings that
 * a part stands under are included, so that navigation by headings meets no gap.
 */
import type { TextBlock } from './layout-blocks.js';

/** The title of the document has level 1. */
const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

export interface Outline {
  /** 2 to 6 for a heading, 0 for any other block. */
  level(index: number): number;
  /** Indexes of the headings that a block stands under, the outermost first; without itself. */
  trail(index: number): readonly number[];
}

export function documentOutline(blocks: readonly TextBlock[]): Outline {
  const levels = new Uint8Array(blocks.length);
  /** The heading that a block stands directly under; -1 for none. */
  const above = new Int32Array(blocks.length);
  const open: number[] = [];
  const givenLevel = (index: number | undefined) => (index === undefined ? 0 : (blocks[index]?.level ?? 0));
  for (const [index, { kind, level }] of blocks.entries()) {
    if (kind === 'heading') {
      while (open.length > 0 && givenLevel(open.at(-1)) >= level) open.pop();
      levels[index] = Math.min(LAST_LEVEL, FIRST_LEVEL + open.length);
    }
    above[index] = open.at(-1) ?? -1;
    if (kind === 'heading') open.push(index);
  }
  return {
    level: (index) => levels[index] ?? 0,
    trail: (index) => {
      const trail: number[] = [];
      for (let at = above[index] ?? -1; at >= 0; at = above[at] ?? -1) trail.unshift(at);
      return trail;
    },
  };
}
