/**
 * A document as one HTML file that needs nothing else: its style is in it, it runs nothing and asks for nothing, and
 * footnotes lead there and back by keyboard. Built as a tree, so that every word is escaped.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Block, type Inline, type InlineStyle, plainText, type WorkDocument } from '../work/document.js';
import { el, type Properties, text } from './hast.js';

/** The page itself may load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
header h1 { margin-top: 0; }
blockquote { margin: 1.2em 0; padding-left: 1.2em; border-left: 3px solid currentColor; }
.quiet { opacity: .75; font-size: .875rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { padding: .35em .7em; border-bottom: 1px solid currentColor; text-align: start; vertical-align: top; }
th.left, td.left { text-align: left; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
code { font-size: .85em; overflow-wrap: anywhere; }
pre { overflow-x: auto; }
.small-caps { font-variant: small-caps; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
.bibliography p { padding-left: 2em; text-indent: -2em; }
@media print { body { max-width: none; margin: 0; } }
`;

export function htmlOf({
  title,
  language,
  author,
  madeAt,
  blocks,
  footnotes,
  bibliography,
  remarks,
}: WorkDocument): string {
  const main: ElementContent[] = [
    el(
      'header',
      {},
      el('h1', {}, text(title)),
      el(
        'p',
        { className: ['quiet'] },
        text(`${author}, `),
        el('time', { dateTime: madeAt }, text(madeAt.slice(0, 10))),
      ),
    ),
  ];
  if (remarks.length > 0) {
    const list = el('ul', {}, ...remarks.map((remark) => el('li', {}, text(remark))));
    main.push(el('section', { ariaLabel: 'What to know' }, list));
  }
  // The title is the only heading of the first level.
  main.push(...blocks.map((block) => blockOf(block)));
  if (footnotes.length > 0) {
    const items = footnotes.map((content, index) => {
      const back = el(
        'a',
        { href: `#mark-${index + 1}`, role: 'doc-backlink', ariaLabel: `Back to the mark of note ${index + 1}` },
        text('↩'),
      );
      return el('li', { id: `note-${index + 1}` }, ...content.map((block) => blockOf(block)), back);
    });
    main.push(
      el('section', { role: 'doc-endnotes', ariaLabel: 'Notes' }, el('h2', {}, text('Notes')), el('ol', {}, ...items)),
    );
  }
  if (bibliography.length > 0) {
    const entries = bibliography.map((entry) => el('p', {}, ...inlinesOf(entry)));
    main.push(
      el(
        'section',
        { role: 'doc-bibliography', className: ['bibliography'] },
        el('h2', {}, text('Bibliography')),
        ...entries,
      ),
    );
  }
  const head = el(
    'head',
    {},
    el('meta', { charSet: 'utf-8' }),
    el('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'generator', content: 'Fonds' }),
    el('title', {}, text(title)),
    el('style', {}, text(STYLE)),
  );
  const html = el('html', { lang: language }, head, el('body', {}, el('main', {}, ...main)));
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })}\n`;
}

function blockOf(block: Block): Element {
  switch (block.kind) {
    case 'heading':
      return el(`h${Math.min(6, block.level + 1)}`, {}, ...inlinesOf(block.content));
    case 'paragraph':
      return el('p', { dir: 'auto' }, ...inlinesOf(block.content));
    case 'quotation':
      return el('blockquote', { dir: 'auto' }, ...block.blocks.map(blockOf));
    case 'list':
      return el(
        block.start === null ? 'ul' : 'ol',
        block.start !== null && block.start !== 1 ? { start: block.start } : {},
        ...block.items.map(({ task, blocks }) =>
          el('li', {}, ...(task === null ? [] : [text(task === 'done' ? '☑ ' : '☐ ')]), ...blocks.map(blockOf)),
        ),
      );
    case 'code':
      return el('pre', { tabIndex: 0 }, el('code', {}, text(block.text)));
    case 'table': {
      const [head = [], ...rows] = block.rows;
      const aligned = (column: number): Properties => {
        const side = block.align[column];
        return side ? { className: [side] } : {};
      };
      const headCells = head.map((cell, at) => el('th', { scope: 'col', ...aligned(at) }, ...inlinesOf(cell)));
      const body = rows.map((row) => el('tr', {}, ...row.map((cell, at) => el('td', aligned(at), ...inlinesOf(cell)))));
      const table = el('table', {}, el('thead', {}, el('tr', {}, ...headCells)), el('tbody', {}, ...body));
      const label = head.map(plainText).join(', ');
      return el('div', { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: `Table: ${label}` }, table);
    }
    case 'rule':
      return el('hr', {});
  }
}

const ELEMENTS: Record<InlineStyle, readonly [string, Properties]> = {
  italic: ['em', {}],
  bold: ['strong', {}],
  underline: ['u', {}],
  superscript: ['sup', {}],
  subscript: ['sub', {}],
  'small-caps': ['span', { className: ['small-caps'] }],
  code: ['code', {}],
  struck: ['s', {}],
};

const inlinesOf = (content: readonly Inline[]): ElementContent[] => content.map(inlineOf);

function inlineOf(inline: Inline): ElementContent {
  switch (inline.kind) {
    case 'break':
      return el('br', {});
    case 'pandoc':
      return text(inline.text);
    case 'link':
      return el('a', { href: inline.href, rel: ['noreferrer'] }, ...inlinesOf(inline.content));
    case 'footnote': {
      const number = String(inline.index + 1);
      const properties = { id: `mark-${number}`, href: `#note-${number}`, role: 'doc-noteref' };
      return el('sup', {}, el('a', { ...properties, ariaLabel: `Note ${number}` }, text(number)));
    }
    case 'text':
      return inline.styles.reduceRight<ElementContent>((inner, style) => {
        const [tagName, properties] = ELEMENTS[style];
        return el(tagName, properties, inner);
      }, text(inline.text));
  }
}
