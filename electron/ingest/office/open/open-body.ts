/**
 * Writes the body of an OpenDocument file (text, slide, cell) as blocks: headings, lists with their numbers, tables, and
 * at their places notes, annotations, tracked changes and text boxes.
 */
import { PARAGRAPH, type TextBlockKind } from '../../parsed-file.js';
import type { DocumentWriter } from '../document-writer.js';
import { InlineText, inlineOf, type Origin } from '../inline-text.js';
import { commentHead, withHead } from '../note-heads.js';
import { isDataTable, type TableCell, tableText } from '../tables.js';
import type { WrittenBlock } from '../written-block.js';
import { childOf, descendantsOf, elementsOf, type OfficeXmlElement, textOf } from '../xml-tree.js';
import type { OpenStyles } from './open-styles.js';

export interface OpenContext {
  readonly writer: DocumentWriter;
  readonly styles: OpenStyles;
  /** What tracked changes say of themselves, by their ids. */
  readonly changes: ReadonlyMap<string, OfficeXmlElement>;
  /** Blocks of notes, which come behind the text. */
  readonly notes: WrittenBlock[];
}

/** Rows and cells that are written once and meant often. */
const MAX_REPEATED = 100;
/** Words that the document counts or repeats, and what says nothing. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'table:table-columns',
  'table:table-column',
  'table:shapes',
  'text:index-title-template',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
]);
const BLOCKS = new Set(['text:p', 'text:h', 'text:list', 'table:table', 'text:section']);

export class OpenBody {
  #change: Origin | null = null;
  #behind: WrittenBlock[] = [];
  readonly #counts = new Map<string, number[]>();

  constructor(
    private readonly context: OpenContext,
    private readonly base: Origin | null = null,
  ) {}

  blocks(parent: OfficeXmlElement): WrittenBlock[] {
    const blocks: WrittenBlock[] = [];
    for (const child of elementsOf(parent)) blocks.push(...this.#block(child));
    return blocks;
  }

  #block(element: OfficeXmlElement): WrittenBlock[] {
    switch (element.name) {
      case 'text:h':
        return this.#paragraph(element, {
          kind: 'heading',
          level: Number(element.attributes['text:outline-level'] ?? 1) || 1,
        });
      case 'text:p':
        return this.#paragraph(element, this.context.styles.kindOf(element.attributes['text:style-name'] ?? ''));
      case 'text:list':
        return this.#list(element, 0, element.attributes['text:style-name'] ?? '');
      case 'table:table':
        return this.#table(element);
      default: {
        if (SKIPPED.has(element.name)) return [];
        const inline = new InlineText();
        const outer = this.#behind;
        this.#behind = [];
        const isInline = this.#special(element, inline);
        const behind = this.#behind;
        this.#behind = outer;
        if (isInline) return [{ kind: PARAGRAPH, inline }, ...behind];
        return this.blocks(element);
      }
    }
  }

  #paragraph(element: OfficeXmlElement, kind: TextBlockKind): WrittenBlock[] {
    const outer = this.#behind;
    const behind: WrittenBlock[] = [];
    this.#behind = behind;
    const inline = new InlineText();
    this.#inline(element, inline);
    this.#behind = outer;
    return [{ kind, inline }, ...behind];
  }

  #list(list: OfficeXmlElement, level: number, style: string): WrittenBlock[] {
    const blocks: WrittenBlock[] = [];
    const goesOn = list.attributes['text:continue-numbering'] === 'true' || list.attributes['text:continue-list'];
    const counts = this.#counts.get(style) ?? [];
    this.#counts.set(style, counts);
    if (!goesOn) counts.length = Math.min(counts.length, level);
    for (const item of elementsOf(list)) {
      let isFirst = item.name === 'text:list-item';
      for (const child of elementsOf(item)) {
        if (child.name === 'text:list') {
          blocks.push(...this.#list(child, level + 1, child.attributes['text:style-name'] ?? style));
          continue;
        }
        const [block, ...rest] = this.#block(child);
        if (!block) continue;
        const number = isFirst ? this.context.styles.numberOf(style, level, counts, item) : '';
        isFirst = false;
        const inline = inlineOf(block.inline.isBlank ? '' : number, this.base);
        inline.append(block.inline);
        blocks.push({ kind: block.kind.kind === 'heading' ? block.kind : { kind: 'list-item' }, inline }, ...rest);
      }
    }
    return blocks;
  }

  #table(table: OfficeXmlElement): WrittenBlock[] {
    const rows: TableCell[][] = [];
    for (const row of descendantsOf(table, 'table:table-row')) {
      const cells: TableCell[] = [];
      for (const cell of elementsOf(row)) {
        if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue;
        const blocks = this.blocks(cell).filter(({ inline }) => !inline.isBlank);
        const repeated = Math.min(MAX_REPEATED, Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1);
        for (let time = 0; time < repeated; time += 1) {
          cells.push({ blocks, isNested: [...descendantsOf(cell, 'table:table')].length > 0 });
        }
      }
      rows.push(cells);
    }
    return isDataTable(rows) ? tableText(rows, this.base) : rows.flat().flatMap(({ blocks }) => blocks);
  }

  #inline(parent: OfficeXmlElement, inline: InlineText): void {
    for (const child of parent.children) {
      if (typeof child === 'string') this.#add(child.replace(/[ \t\r\n]+/g, ' '), inline);
      else if (BLOCKS.has(child.name)) this.#behind.push(...this.#block(child));
      else if (!SKIPPED.has(child.name) && !this.#special(child, inline)) this.#inline(child, inline);
    }
  }

  #add(text: string, inline: InlineText): void {
    inline.add(text, this.#change ?? this.base);
  }

  /** @returns whether it was one of the elements that are more than the words in them. */
  #special(element: OfficeXmlElement, inline: InlineText): boolean {
    const { attributes } = element;
    const { writer } = this.context;
    switch (element.name) {
      case 'text:s':
        this.#add(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1) || 1)), inline);
        return true;
      case 'text:tab':
        this.#add('\t', inline);
        return true;
      case 'text:line-break':
        this.#add('\n', inline);
        return true;
      case 'text:note':
        this.#note(element, inline);
        return true;
      case 'office:annotation':
        this.#annotation(element);
        return true;
      case 'text:change-start':
        this.#begin(attributes['text:change-id'] ?? '');
        return true;
      case 'text:change-end':
        this.#change = null;
        return true;
      case 'text:change':
        this.#deletion(attributes['text:change-id'] ?? '', inline);
        return true;
      case 'text:ruby':
        this.#inline(childOf(element, 'text:ruby-base') ?? element, inline);
        this.#add(`(${textOf(childOf(element, 'text:ruby-text'))})`, inline);
        return true;
      case 'draw:text-box':
        this.#box(element);
        return true;
      case 'draw:image':
        writer.drop(/^(?:https?|ftp|file):/i.test(attributes['xlink:href'] ?? '') ? 'external' : 'picture');
        return true;
      case 'draw:object':
      case 'draw:object-ole':
      case 'draw:plugin':
        writer.drop('object');
        return true;
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        writer.hide(attributes['text:string-value'] ?? textOf(element));
        return true;
      default:
        return false;
    }
  }

  #note(note: OfficeXmlElement, inline: InlineText): void {
    const label = `[${textOf(childOf(note, 'text:note-citation')).trim() || '*'}]`;
    this.#add(label, inline);
    const body = childOf(note, 'text:note-body');
    const blocks = body ? new OpenBody(this.context, this.base ?? 'note').blocks(body) : [];
    const shown = blocks.filter(({ inline: words }) => !words.isBlank);
    if (shown.length === 0) return;
    this.context.writer.mark('note');
    this.context.notes.push(...withHead(`${label} `, this.base ?? 'note', shown));
  }

  #annotation(annotation: OfficeXmlElement): void {
    const author = textOf(childOf(annotation, 'dc:creator'));
    const head = commentHead(author, textOf(childOf(annotation, 'dc:date')), '');
    const content = { ...annotation, children: [...elementsOf(annotation)].filter(({ name }) => BLOCKS.has(name)) };
    const blocks = new OpenBody(this.context, 'comment').blocks(content).filter(({ inline }) => !inline.isBlank);
    if (blocks.length === 0) return;
    this.context.writer.mark('comment', author);
    this.#behind.push(...withHead(head, 'comment', blocks));
  }

  #begin(id: string): void {
    const change = this.context.changes.get(id);
    if (change && childOf(change, 'text:insertion')) {
      this.#change = 'insertion';
      this.context.writer.mark('insertion', authorOf(change));
    } else if (change && childOf(change, 'text:format-change')) this.context.writer.drop('formatting');
  }

  /** What was deleted stands among the changes, and here only that it stood here. */
  #deletion(id: string, inline: InlineText): void {
    const change = this.context.changes.get(id);
    const deleted = childOf(change, 'text:deletion');
    if (!deleted) return;
    const [first, ...rest] = new OpenBody(this.context, 'deletion')
      .blocks(deleted)
      .filter((block) => !block.inline.isBlank);
    if (!first) return;
    this.context.writer.mark('deletion', authorOf(change ?? deleted));
    inline.append(first.inline);
    for (const block of rest) {
      inline.add('\n', 'deletion');
      inline.append(block.inline);
    }
  }

  #box(box: OfficeXmlElement): void {
    const base = this.base ?? 'text-box';
    const blocks = new OpenBody(this.context, base).blocks(box).filter(({ inline }) => !inline.isBlank);
    if (blocks.length === 0) return;
    if (this.base === null) this.context.writer.mark('text-box');
    this.#behind.push(...blocks);
  }
}

function authorOf(change: OfficeXmlElement): string {
  for (const creator of descendantsOf(change, 'dc:creator')) return textOf(creator);
  return '';
}
