/** Tables of office documents: those of data as rows of cells, those that only lay a page out as their blocks. */
import { PARAGRAPH, type TextBlockKind } from '../parsed-file.js';
import { InlineText, type Origin } from './inline-text.js';

const CELL_SEPARATOR = ' | ';

export interface TableCell {
  readonly blocks: readonly { readonly kind: TextBlockKind; readonly inline: InlineText }[];
  readonly isNested: boolean;
}

export const isDataTable = (rows: readonly (readonly TableCell[])[]): boolean =>
  rows.every((cells) => cells.every(({ blocks, isNested }) => blocks.length <= 1 && !isNested)) &&
  rows.some((cells) => cells.length > 1);

/** @param base what the marks between the cells are part of. */
export function tableText(rows: readonly (readonly TableCell[])[], base: Origin | null) {
  const inline = new InlineText();
  let isFirst = true;
  for (const cells of rows) {
    if (cells.every(({ blocks }) => blocks.length === 0)) continue;
    if (!isFirst) inline.add('\n', base);
    isFirst = false;
    for (const [index, { blocks }] of cells.entries()) {
      if (index > 0) inline.add(CELL_SEPARATOR, base);
      for (const block of blocks) inline.append(block.inline);
    }
  }
  return [{ kind: PARAGRAPH, inline }];
}
