/**
 * Writes the body of a part of a Word document (the text, a note, a header) as blocks: paragraphs with their numbers,
 * tables, and at their places what was inserted, deleted, noted, commented, or set in a box.
 */
import type { DocumentWriter } from '../document-writer.js';
import { InlineText, inlineOf, type Origin } from '../inline-text.js';
import { isDataTable, type TableCell, tableText } from '../tables.js';
import type { WrittenBlock } from '../written-block.js';
import { childOf, descendantsOf, elementsOf, type OfficeXmlElement, textOf } from '../xml-tree.js';
import type { WordNotes } from './word-notes.js';
import type { WordNumbering } from './word-numbering.js';
import { isOn, type WordStyles } from './word-styles.js';

export interface WordContext {
  readonly writer: DocumentWriter;
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  readonly notes: WordNotes;
}

/** Units of the commented words that a comment repeats. */
const MAX_QUOTED_UNITS = 80;
const OBJECTS = new Set(['w:object', 'w:altChunk', 'w:subDoc', 'w:control']);
/** Say how things look and where they are, never words. */
const PROPERTIES = new Set([
  'w:pPr',
  'w:rPr',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
]);
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
};

export class WordBody {
  /** Comments whose words are being read, with these words. */
  readonly #commented = new Map<string, string>();
  /** What comes behind the paragraph that is being read. */
  #behind: WrittenBlock[] = [];

  constructor(
    private readonly context: WordContext,
    /** What all words of the part are; null for the running text. */
    private readonly base: Origin | null = null,
  ) {}

  blocks(parent: OfficeXmlElement): WrittenBlock[] {
    const blocks: WrittenBlock[] = [];
    this.#collect(parent, blocks, this.base);
    return blocks;
  }

  #collect(parent: OfficeXmlElement, blocks: WrittenBlock[], origin: Origin | null): void {
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') blocks.push(...this.#paragraph(child, origin));
      else if (child.name === 'w:tbl') blocks.push(...this.#table(child, origin));
      else if (child.name === 'mc:AlternateContent') this.#collect(alternative(child), blocks, origin);
      else if (OBJECTS.has(child.name)) this.context.writer.drop('object');
      else if (!PROPERTIES.has(child.name)) {
        this.#range(child);
        this.#collect(child, blocks, originOf(child, origin));
      }
    }
  }

  #paragraph(paragraph: OfficeXmlElement, origin: Origin | null): WrittenBlock[] {
    const { styles, numbering, writer } = this.context;
    const properties = childOf(paragraph, 'w:pPr');
    if (properties && childOf(properties, 'w:pPrChange')) writer.drop('formatting');
    const inline = new InlineText();
    const kind = styles.kindOf(properties);
    const list = styles.listOf(properties);
    const outer = this.#behind;
    const behind: WrittenBlock[] = [];
    this.#behind = behind;
    this.#inline(paragraph, inline, origin);
    this.#behind = outer;
    if (!list || inline.isBlank) return [{ kind, inline }, ...behind];
    const numbered = inlineOf(numbering.next(list), this.base);
    numbered.append(inline);
    return [{ kind: kind.kind === 'heading' ? kind : { kind: 'list-item' }, inline: numbered }, ...behind];
  }

  #table(table: OfficeXmlElement, origin: Origin | null): WrittenBlock[] {
    const rows: TableCell[][] = [];
    for (const row of descendantsOf(table, 'w:tr')) {
      const cells: TableCell[] = [];
      for (const cell of descendantsOf(row, 'w:tc')) {
        const blocks: WrittenBlock[] = [];
        this.#collect(cell, blocks, origin);
        cells.push({ blocks: blocks.filter(({ inline }) => !inline.isBlank), isNested: holdsTable(cell) });
      }
      rows.push(cells);
    }
    return isDataTable(rows) ? tableText(rows, this.base) : rows.flat().flatMap(({ blocks }) => blocks);
  }

  #inline(parent: OfficeXmlElement, inline: InlineText, origin: Origin | null): void {
    for (const child of elementsOf(parent)) this.#inlineElement(child, inline, origin);
  }

  #inlineElement(element: OfficeXmlElement, inline: InlineText, origin: Origin | null): void {
    const { writer, notes } = this.context;
    this.#range(element);
    switch (element.name) {
      case 'w:r':
        this.#run(element, inline, origin);
        return;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.#add(textOf(element), inline, origin);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        this.#add(notes.reference(kind, element.attributes['w:id'] ?? ''), inline, origin);
        return;
      }
      case 'w:footnoteRef':
      case 'w:endnoteRef':
      case 'w:annotationRef':
      case 'w:instrText':
      case 'w:delInstrText':
        return;
      case 'w:commentReference':
        this.#comment(element.attributes['w:id'] ?? '');
        return;
      case 'w:sym':
        this.#add(symbol(element, writer), inline, origin);
        return;
      case 'w:ruby':
        this.#inline(childOf(element, 'w:rubyBase') ?? element, inline, origin);
        this.#add(`(${textOf(childOf(element, 'w:rt')).trim()})`, inline, origin);
        return;
      case 'mc:AlternateContent':
        this.#inline(alternative(element), inline, origin);
        return;
      case 'w:txbxContent':
        this.#box(element);
        return;
      // Programs that are not Word put them into paragraphs, too.
      case 'w:tbl':
        this.#behind.push(...this.#table(element, origin));
        return;
      case 'w:p':
        this.#behind.push(...this.#paragraph(element, origin));
        return;
      case 'pic:pic':
      case 'v:imagedata':
        writer.drop('picture');
        return;
      case 'c:chart':
      case 'dgm:relIds':
        writer.drop('chart');
        return;
      default:
        if (OBJECTS.has(element.name)) writer.drop('object');
        else if (!PROPERTIES.has(element.name)) {
          const sign = SIGNS[element.name];
          if (sign) this.#add(sign, inline, origin);
          else this.#inline(element, inline, this.#changed(element, origin));
        }
    }
  }

  #run(run: OfficeXmlElement, inline: InlineText, origin: Origin | null): void {
    const { writer } = this.context;
    const properties = childOf(run, 'w:rPr');
    if (properties && childOf(properties, 'w:rPrChange')) writer.drop('formatting');
    if (isOn(properties, 'w:vanish')) {
      writer.hide(textOf(run));
      return;
    }
    this.#inline(run, inline, origin);
  }

  #changed(element: OfficeXmlElement, origin: Origin | null): Origin | null {
    const changed = originOf(element, origin);
    if (changed !== origin) this.context.writer.mark(changed ?? 'insertion', element.attributes['w:author']);
    return changed;
  }

  #add(text: string, inline: InlineText, origin: Origin | null): void {
    inline.add(text, origin);
    for (const [id, words] of this.#commented) {
      if (words.length <= MAX_QUOTED_UNITS) this.#commented.set(id, words + text);
    }
  }

  /** A comment may begin and end between runs or between paragraphs. */
  #range({ name, attributes }: OfficeXmlElement): void {
    if (name === 'w:commentRangeStart') this.#commented.set(attributes['w:id'] ?? '', '');
  }

  #comment(id: string): void {
    const quoted = (this.#commented.get(id) ?? '').replace(/\s+/g, ' ').trim();
    this.#commented.delete(id);
    const cut = quoted.length > MAX_QUOTED_UNITS ? `${quoted.slice(0, MAX_QUOTED_UNITS).toWellFormed()}…` : quoted;
    this.#behind.push(...this.context.notes.comment(id, cut));
  }

  #box(box: OfficeXmlElement): void {
    const blocks = new WordBody(this.context, this.base ?? 'text-box')
      .blocks(box)
      .filter(({ inline }) => !inline.isBlank);
    if (blocks.length === 0) return;
    if (this.base === null) this.context.writer.mark('text-box');
    this.#behind.push(...blocks);
  }
}

function originOf({ name }: OfficeXmlElement, origin: Origin | null): Origin | null {
  if (name === 'w:ins' || name === 'w:moveTo') return origin === 'deletion' ? origin : 'insertion';
  return name === 'w:del' || name === 'w:moveFrom' ? 'deletion' : origin;
}

/** Of several forms of one thing the first that has words or pictures; programs choose by what they can draw. */
function alternative(element: OfficeXmlElement): OfficeXmlElement {
  const choice = childOf(element, 'mc:Choice');
  const fallback = childOf(element, 'mc:Fallback');
  if (!choice) return fallback ?? element;
  return textOf(choice).trim() === '' && textOf(fallback).trim() !== '' ? (fallback ?? choice) : choice;
}

function holdsTable(cell: OfficeXmlElement): boolean {
  for (const _ of descendantsOf(cell, 'w:tbl')) return true;
  return false;
}

/** Signs of symbol fonts lie where no letters are; what they look like is in the font. */
function symbol({ attributes }: OfficeXmlElement, writer: DocumentWriter): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return '';
  if (code < 0xe000 || code > 0xf8ff) return String.fromCharCode(code);
  writer.drop('symbol');
  return '\uFFFD';
}
