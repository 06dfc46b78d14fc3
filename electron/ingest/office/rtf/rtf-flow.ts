/** One run of text of an RTF file (the body, a note, a header) with its paragraphs and tables. */
import { PARAGRAPH, type TextBlockKind } from '../../parsed-file.js';
import { InlineText, inlineOf, type Origin } from '../inline-text.js';
import { isDataTable, type TableCell, tableText } from '../tables.js';
import type { WrittenBlock } from '../written-block.js';

export class RtfFlow {
  readonly #blocks: WrittenBlock[] = [];
  #inline = new InlineText();
  #label = '';
  #behind: WrittenBlock[] = [];
  #rows: TableCell[][] = [];
  #cells: TableCell[] = [];
  #cell: WrittenBlock[] = [];
  style = 0;
  outline: number | null = null;
  isInTable = false;

  constructor(
    readonly origin: Origin | null,
    private readonly headingOf: (style: number) => TextBlockKind | null,
  ) {}

  add(text: string, change: Origin | null): void {
    this.#inline.add(text, change ?? this.origin);
  }

  label(text: string): void {
    this.#label += text;
  }

  /** What comes behind the paragraph that is being written. */
  behind(blocks: readonly WrittenBlock[]): void {
    this.#behind.push(...blocks);
  }

  resetParagraph(): void {
    this.style = 0;
    this.outline = null;
    this.isInTable = false;
  }

  endParagraph(): void {
    const written = this.#paragraph();
    if (this.isInTable) {
      this.#cell.push(...written);
    } else {
      this.#endTable();
      this.#blocks.push(...written);
    }
  }

  endCell(): void {
    this.#cell.push(...this.#paragraph());
    this.#cells.push({ blocks: this.#cell.filter(({ inline }) => !inline.isBlank), isNested: false });
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells);
    this.#cells = [];
  }

  finish(): WrittenBlock[] {
    const last = this.#paragraph();
    this.#cell.push(...last);
    this.#endTable();
    return this.#blocks.filter(({ inline }) => !inline.isBlank);
  }

  #paragraph(): WrittenBlock[] {
    const inline = this.#inline;
    const label = this.#label.replace(/\s+/g, ' ').trim();
    const behind = this.#behind;
    this.#inline = new InlineText();
    this.#label = '';
    this.#behind = [];
    if (inline.isBlank) return behind;
    const heading: TextBlockKind | null =
      this.outline !== null && this.outline < 9
        ? { kind: 'heading', level: this.outline + 1 }
        : this.headingOf(this.style);
    if (label === '') return [{ kind: heading ?? PARAGRAPH, inline }, ...behind];
    const numbered = inlineOf(/[\p{L}\p{N}]/u.test(label) ? `${label} ` : '', this.origin);
    numbered.append(inline);
    return [{ kind: heading ?? { kind: 'list-item' }, inline: numbered }, ...behind];
  }

  #endTable(): void {
    const loose = this.#cell;
    this.#cell = [];
    this.endRow();
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) {
      this.#blocks.push(
        ...(isDataTable(rows) ? tableText(rows, this.origin) : rows.flat().flatMap(({ blocks }) => blocks)),
      );
    }
    this.#blocks.push(...loose);
  }
}
