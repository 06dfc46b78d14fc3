/**
 * A document as one HTML file that needs nothing else: its style is in it, it runs nothing and asks for nothing, and
 * notes, at the end of their chapter, lead there and back by keyboard. Built as a tree, so that every word is escaped.
 * Printed, it is the PDF.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { t } from '../../wording/index.js';
import {
  type DocumentBlock,
  type ExportDocument,
  type InlineContent,
  type InlineStyle,
  plainText,
} from '../document/document-model.js';
import { type Chapter, chaptersOf } from './chapters.js';
import { el, elOf, type HastProperties, text } from './hast.js';
import { pageStyle } from './html-style.js';
import { directionOf, languageOf, runsFromRight } from './text-direction.js';

/** A file that is read on its own, or a page that is printed, which may ask for the fonts that ship. */
export type Medium = { readonly kind: 'file' } | { readonly kind: 'print'; readonly faces: string };

/** @returns a whole page whose policy allows its own style, by hash, and nothing else but `fonts`. */
export function pageOf(
  { title, language }: Pick<ExportDocument, 'title' | 'language'>,
  style: string,
  fonts: 'none' | 'own',
  main: ElementContent[],
): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'${fonts === 'own' ? t('; font-src print:') : ''}`;
  const head = el(
    'head',
    {},
    el('meta', { charSet: 'utf-8' }),
    el('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'generator', content: 'Fonds' }),
    el('title', {}, text(title)),
    el('style', {}, text(style)),
  );
  const html = el('html', { lang: language }, head, el('body', {}, elOf('main', {}, main)));
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })}\n`;
}

export function htmlOf(document: ExportDocument, medium: Medium = { kind: 'file' }): string {
  const { title, language, author, madeAt, bibliography, remarks } = document;
  const write = createWriter(language);
  const made = el('time', { dateTime: madeAt }, text(madeAt.slice(0, 10)));
  const main: ElementContent[] = [
    el(
      'header',
      {},
      el('h1', write.way(title), text(title)),
      el('p', { className: ['quiet'] }, el('bdi', {}, text(author)), text(', '), made),
    ),
  ];
  if (remarks.length > 0) {
    const list = el('ul', {}, ...remarks.map((remark) => el('li', { dir: 'auto' }, text(remark))));
    main.push(el('section', { ariaLabel: t('What to know') }, list));
  }
  // The title is the only heading of the first level.
  for (const chapter of chaptersOf(document)) {
    main.push(...chapter.blocks.map(write.block));
    if (chapter.notes.length > 0) main.push(notesOf(chapter, document, write));
  }
  if (bibliography.length > 0) {
    const entries = bibliography.map((entry) => el('p', write.way(plainText(entry)), ...write.inlines(entry)));
    const properties = { role: 'doc-bibliography', className: ['bibliography'] };
    main.push(el('section', properties, el('h2', {}, text(t('Bibliography'))), ...entries));
  }
  const style = pageStyle(title, medium.kind === 'print' ? medium.faces : '');
  return pageOf(document, style, medium.kind === 'print' ? 'own' : 'none', main);
}

function notesOf({ heading, notes }: Chapter, { footnotes }: ExportDocument, write: HtmlWriter): Element {
  const items = notes.map((index) => {
    const number = index + 1;
    const back = el(
      'a',
      { href: `#mark-${number}`, role: 'doc-backlink', ariaLabel: t('Back to the mark of note {number}', { number }) },
      text('↩'),
    );
    const content = footnotes[index] ?? [];
    const blocks = content.map(write.block);
    // On the line of the last words, where there are words, and never alone on the next one.
    const last = blocks.at(-1);
    if (last?.tagName === 'p') last.children.push(text('\u00A0'), back);
    else blocks.push(el('p', {}, back));
    return elOf('li', { id: `note-${number}`, value: String(number) }, blocks);
  });
  const label = heading === null ? t('Notes') : t('Notes to “{plainText}”', { plainText: plainText(heading.content) });
  const level = heading === null ? 'h2' : 'h3';
  return el(
    'section',
    { role: 'doc-endnotes', ariaLabel: label },
    el(level, {}, text(t('Notes'))),
    elOf('ol', {}, items),
  );
}

/** All words of blocks, to see which way they run. */
const wordsOf = (blocks: readonly DocumentBlock[]): string => blocks.map(wordsOfBlock).join(' ');

function wordsOfBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.content);
    case 'quotation':
      return wordsOf(block.blocks);
    case 'list':
      return block.items.map(({ blocks }) => wordsOf(blocks)).join(' ');
    case 'code':
      return block.text;
    case 'table':
      return block.rows.map((row) => row.map(plainText).join(' ')).join(' ');
    case 'rule':
      return '';
  }
}

interface HtmlWriter {
  /** What an element says of words that run or read another way than the page. */
  way(words: string): HastProperties;
  block(block: DocumentBlock): Element;
  inlines(content: readonly InlineContent[]): ElementContent[];
}

function createWriter(language: string): HtmlWriter {
  const way = (words: string): HastProperties => {
    const lang = languageOf(words, language);
    const dir = directionOf(words);
    return { ...(dir === null ? {} : { dir }), ...(lang === null ? {} : { lang }) };
  };
  const inlines = (content: readonly InlineContent[]): ElementContent[] => content.map(inlineOf);

  const block = (one: DocumentBlock): Element => {
    switch (one.kind) {
      case 'heading':
        return elOf(`h${Math.min(6, one.level + 1)}`, way(plainText(one.content)), inlines(one.content));
      case 'paragraph':
        return elOf('p', way(plainText(one.content)), inlines(one.content));
      case 'quotation':
        return elOf('blockquote', way(wordsOfBlock(one)), one.blocks.map(block));
      case 'list': {
        // An item has the way of its list: its number stands on the side that the list begins on.
        const items = one.items.map(({ task, blocks }) => {
          const inside = blocks.map(block);
          if (task === null) return elOf('li', {}, inside);
          const [first] = inside;
          const box = text(task === 'done' ? '☑ ' : '☐ ');
          if (first?.tagName === 'p') first.children.unshift(box);
          return elOf('li', { className: ['task'] }, first?.tagName === 'p' ? inside : [box, ...inside]);
        });
        const start = one.start !== null && one.start !== 1 ? { start: one.start } : {};
        return elOf(one.start === null ? 'ul' : 'ol', { ...start, ...way(wordsOfBlock(one)) }, items);
      }
      case 'code':
        return el('pre', { tabIndex: 0 }, el('code', {}, text(one.text)));
      case 'table':
        return tableOf(one);
      case 'rule':
        return el('hr', {});
    }
  };

  const tableOf = (one: Extract<DocumentBlock, { kind: 'table' }>): Element => {
    const [head = [], ...rows] = one.rows;
    const aligned = (column: number): HastProperties => {
      const side = one.align[column];
      return side ? { className: [side] } : {};
    };
    const cell =
      (tagName: 'th' | 'td', properties: HastProperties) => (content: readonly InlineContent[], column: number) =>
        elOf(tagName, { ...properties, ...aligned(column), ...way(plainText(content)) }, inlines(content));
    const headRow = elOf('tr', {}, head.map(cell('th', { scope: 'col' })));
    const body = rows.map((row) => elOf('tr', {}, row.map(cell('td', {}))));
    const table = el('table', way(wordsOfBlock(one)), el('thead', {}, headRow), elOf('tbody', {}, body));
    const label = head.map(plainText).join(', ');
    return el(
      'div',
      { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: t('Table: {label}', { label }) },
      table,
    );
  };
  return { way, block, inlines };
}

const ELEMENTS: Record<InlineStyle, readonly [string, HastProperties]> = {
  italic: ['em', {}],
  bold: ['strong', {}],
  underline: ['u', {}],
  superscript: ['sup', {}],
  subscript: ['sub', {}],
  'small-caps': ['span', { className: ['small-caps'] }],
  code: ['code', {}],
  struck: ['s', {}],
};

/**
 * A run that is set apart, such as a title in italics, is a thing of its own: what follows it, a number above all, must
 * not be drawn into it when it runs from the right. `dir` isolates. Source: HTML, 15.3.5.
 */
const isolated = (words: string): HastProperties => (runsFromRight(words) ? { dir: 'auto' } : {});

function inlineOf(inline: InlineContent): ElementContent {
  switch (inline.kind) {
    case 'break':
      return el('br', {});
    case 'pandoc':
      return text(inline.text);
    case 'link':
      return elOf(
        'a',
        { href: inline.href, rel: ['noreferrer'], ...isolated(plainText(inline.content)) },
        inline.content.map(inlineOf),
      );
    case 'footnote': {
      const number = String(inline.index + 1);
      const properties = { id: `mark-${number}`, href: `#note-${number}`, role: 'doc-noteref' };
      // Apart from the digits before it, and on the side where the words end.
      return el(
        'sup',
        { dir: 'ltr' },
        el('a', { ...properties, ariaLabel: t('Note {number}', { number }) }, text(number)),
      );
    }
    case 'text': {
      const isHash = inline.styles.includes('code') && HASH.test(inline.text);
      const drawn = inline.styles.reduceRight<ElementContent[]>(
        (children, style, index) => {
          const [tagName, properties] = style === 'code' && isHash ? HASH_ELEMENT : ELEMENTS[style];
          return [elOf(tagName, { ...properties, ...(index === 0 ? isolated(inline.text) : {}) }, children)];
        },
        isHash ? grouped(inline.text) : [text(inline.text)],
      );
      return drawn[0] ?? text(inline.text);
    }
  }
}

/** A hash may be broken after each group of eight, nowhere else, and is copied without a blank all the same. */
const HASH = /^[0-9a-f]{32,128}$/i;
const HASH_ELEMENT: readonly [string, HastProperties] = ['code', { className: ['hash'] }];

const grouped = (hash: string): ElementContent[] =>
  (hash.match(/.{1,8}/g) ?? []).flatMap((group, index) => (index === 0 ? [text(group)] : [el('wbr', {}), text(group)]));
