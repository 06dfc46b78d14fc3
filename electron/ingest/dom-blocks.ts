/**
 * Walks a sanitised DOM and writes its text as blocks: headings, paragraphs, quotations, list items, table rows. Does
 * not touch the DOM. White space is collapsed as a browser would, except in `pre`. What is hidden was taken out before.
 */
import { PARAGRAPH, type ParsedTextBuilder, type TextBlockKind } from './parsed-file.js';

/** Elements that begin and end a block. */
const BLOCK_ELEMENTS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const CELL_SEPARATOR = ' | ';

interface DomBlockContext {
  readonly kind: TextBlockKind;
  readonly preformatted: 'no' | 'yes';
}

export const isBlockElement = (element: Element): boolean => BLOCK_ELEMENTS.has(element.tagName.toUpperCase());

/** @param without elements that are passed over; they still part what stands before and behind them. */
export function writeBlocks(
  root: Element,
  builder: ParsedTextBuilder,
  without: ReadonlySet<Element> = new Set(),
): void {
  new DomWalker(builder, without).root(root);
}

class DomWalker {
  #inline = '';
  #lastNumbers = new Map<Element, number>();

  constructor(
    private readonly builder: ParsedTextBuilder,
    private readonly without: ReadonlySet<Element>,
  ) {}

  root(root: Element): void {
    const context: DomBlockContext = { kind: PARAGRAPH, preformatted: 'no' };
    this.element(root, context);
    // An inline element does not end its own block.
    this.#flush(context);
  }

  element(element: Element, outer: DomBlockContext): void {
    const name = element.tagName.toUpperCase();
    if (this.without.has(element)) {
      if (BLOCK_ELEMENTS.has(name)) this.#flush(outer);
      return;
    }
    if (name === 'BR') {
      this.#inline += '\n';
      return;
    }
    if (name === 'TABLE' && isDataTable(element)) {
      this.#flush(outer);
      this.builder.block(outer.kind, tableText(element));
      return;
    }
    if (!BLOCK_ELEMENTS.has(name)) {
      this.#children(element, outer);
      return;
    }
    this.#flush(outer);
    const inner = contextOf(name, outer);
    if (name === 'LI') this.#inline = this.#numberOf(element);
    this.#children(element, inner);
    this.#flush(inner);
  }

  /** Numbers of paragraphs are cited (`paragraph 4 of the cable`), so those of an ordered list belong to the text. */
  #numberOf(item: Element): string {
    const list = item.parentElement;
    if (list?.tagName.toUpperCase() !== 'OL') return '';
    const given = item.getAttribute('value') ?? (this.#lastNumbers.has(list) ? null : list.getAttribute('start'));
    const counted = (this.#lastNumbers.get(list) ?? 0) + 1;
    const number = given !== null && /^-?\d{1,9}$/.test(given) ? Number(given) : counted;
    this.#lastNumbers.set(list, number);
    return `${number}. `;
  }

  #children(parent: Element, context: DomBlockContext): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) this.element(node as Element, context);
      else if (node.nodeType === 3) this.#inline += inlineText(node.nodeValue ?? '', context);
    }
  }

  #flush(context: DomBlockContext): void {
    const text = this.#inline;
    this.#inline = '';
    this.builder.block(context.kind, context.preformatted === 'yes' ? text : tidy(text));
  }
}

const inlineText = (text: string, context: DomBlockContext) =>
  context.preformatted === 'yes' ? text : text.replace(/[ \t\n\r\f]+/g, ' ');

/** Spaces around line breaks and in rows of text that met across inline elements. */
const tidy = (text: string) => text.replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n');

function contextOf(name: string, outer: DomBlockContext): DomBlockContext {
  if (/^H[1-6]$/.test(name)) return { ...outer, kind: { kind: 'heading', level: Number(name[1]) } };
  switch (name) {
    case 'LI':
      return { ...outer, kind: { kind: 'list-item' } };
    case 'BLOCKQUOTE':
      return { ...outer, kind: { kind: 'quotation' } };
    case 'PRE':
      return { ...outer, preformatted: 'yes' };
    default:
      return outer;
  }
}

/** Old pages lay themselves out with tables; a table of data has no blocks in its cells. */
function isDataTable(table: Element): boolean {
  const rows = table.querySelectorAll('tr');
  if (rows.length === 0 || table.querySelector('table')) return false;
  for (const cell of table.querySelectorAll('td, th')) {
    for (const child of cell.querySelectorAll('*')) {
      if (BLOCK_ELEMENTS.has(child.tagName.toUpperCase()) && child.tagName.toUpperCase() !== 'P') return false;
    }
    if (cell.querySelectorAll('p').length > 1) return false;
  }
  return true;
}

function tableText(table: Element): string {
  const lines: string[] = [];
  const caption = table.querySelector('caption');
  if (caption) lines.push(flat(caption));
  for (const row of table.querySelectorAll('tr')) {
    lines.push([...row.children].map(flat).join(CELL_SEPARATOR));
  }
  return lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).join('\n');
}

const flat = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
