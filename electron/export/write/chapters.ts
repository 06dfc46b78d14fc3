/** A document in chapters, each with the notes whose marks it holds, so that a reader turns few pages to them. */
import type { DocumentBlock, ExportDocument, InlineContent } from '../document/document-model.js';

export interface Chapter {
  /** Null before the first heading. */
  readonly heading: Extract<DocumentBlock, { kind: 'heading' }> | null;
  /** With the heading. */
  readonly blocks: readonly DocumentBlock[];
  /** Indexes of footnotes, in the order of their marks, each in one chapter only. */
  readonly notes: readonly number[];
}

/** A chapter begins at a heading of the first level. */
export function chaptersOf({ blocks, footnotes }: Pick<ExportDocument, 'blocks' | 'footnotes'>): Chapter[] {
  const parts: { heading: Chapter['heading']; blocks: DocumentBlock[] }[] = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) parts.push({ heading: block, blocks: [] });
    parts.at(-1)?.blocks.push(block);
  }
  const placed = new Set<number>();
  const chapters = parts.map(({ heading, blocks: own }): Chapter => {
    const notes: number[] = [];
    const mark = (index: number): void => {
      const content = footnotes[index];
      if (!content || placed.has(index)) return;
      placed.add(index);
      notes.push(index);
      // A note may have a note.
      marksOf(content, mark);
    };
    marksOf(own, mark);
    return { heading, blocks: own, notes };
  });
  // Whatever has no mark is a defect of the document, and is printed all the same.
  const unmarked = footnotes.map((_, index) => index).filter((index) => !placed.has(index));
  if (unmarked.length > 0) chapters.push({ heading: null, blocks: [], notes: unmarked });
  return chapters.filter(({ blocks: own, notes }) => own.length > 0 || notes.length > 0);
}

function marksOf(blocks: readonly DocumentBlock[], mark: (index: number) => void): void {
  const inline = (one: InlineContent): void => {
    if (one.kind === 'footnote') mark(one.index);
    if (one.kind === 'link') one.content.forEach(inline);
  };
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        block.content.forEach(inline);
        break;
      case 'quotation':
        marksOf(block.blocks, mark);
        break;
      case 'list':
        for (const { blocks: inside } of block.items) marksOf(inside, mark);
        break;
      case 'table':
        for (const row of block.rows) for (const cell of row) cell.forEach(inline);
        break;
      case 'code':
      case 'rule':
        break;
    }
  }
}
