/** A document as Markdown with footnotes and YAML front matter, through mdast, so that every character is escaped right. */
import type { BlockContent, FootnoteDefinition, ListItem as MdastItem, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { t } from '../../wording/index.js';
import type { DocumentBlock, ExportDocument, InlineContent } from '../document/document-model.js';

/** @param bibliographyFile name of a CSL-JSON file beside it that Pandoc draws the citations from. */
export function markdownOf(document: ExportDocument, bibliographyFile?: string): string {
  const { title, blocks, footnotes, bibliography, remarks } = document;
  const body: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    ...remarks.map(
      (remark): RootContent => ({ type: 'blockquote', children: [paragraph(t('Note: {remark}', { remark }))] }),
    ),
    ...blocks.map(blockOf),
  ];
  if (bibliography.length > 0) {
    body.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: t('Bibliography') }] });
    body.push(...bibliography.map((entry): RootContent => ({ type: 'paragraph', children: phrasing(entry) })));
  }
  const notes = footnotes.map(
    (content, index): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: String(index + 1),
      label: String(index + 1),
      children: content.map(blockOf),
    }),
  );
  const text = toMarkdown(
    { type: 'root', children: [...body, ...notes] },
    { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_' },
  );
  const more = bibliographyFile === undefined ? {} : { bibliography: bibliographyFile };
  return `${frontMatter(document, more)}\n${text}`;
}

/** JSON strings are YAML strings. */
export function frontMatter(
  { title, author, madeAt, language }: ExportDocument,
  more: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries({ title, author, date: madeAt.slice(0, 10), lang: language, ...more });
  return ['---', ...lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---', ''].join('\n');
}

type Depth = 1 | 2 | 3 | 4 | 5 | 6;

const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });

function blockOf(block: DocumentBlock): BlockContent {
  switch (block.kind) {
    case 'heading':
      // The title is the only heading of the first level.
      return { type: 'heading', depth: Math.min(6, block.level + 1) as Depth, children: phrasing(block.content) };
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block.content) };
    case 'quotation':
      return { type: 'blockquote', children: block.blocks.map(blockOf) };
    case 'list':
      return {
        type: 'list',
        ordered: block.start !== null,
        start: block.start,
        spread: false,
        children: block.items.map(
          ({ task, blocks }): MdastItem => ({
            type: 'listItem',
            spread: false,
            checked: task === null ? null : task === 'done',
            children: blocks.map(blockOf),
          }),
        ),
      };
    case 'code':
      return { type: 'code', value: block.text };
    case 'table':
      return {
        type: 'table',
        align: [...block.align],
        children: block.rows.map((row) => ({
          type: 'tableRow',
          children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
        })),
      };
    case 'rule':
      return { type: 'thematicBreak' };
  }
}

function phrasing(content: readonly InlineContent[]): PhrasingContent[] {
  return content.map((inline): PhrasingContent => {
    if (inline.kind === 'break') return { type: 'break' };
    // Anything but HTML would have its brackets escaped, and Pandoc would not know it.
    if (inline.kind === 'pandoc') return { type: 'html', value: inline.text };
    if (inline.kind === 'footnote') {
      const identifier = String(inline.index + 1);
      return { type: 'footnoteReference', identifier, label: identifier };
    }
    if (inline.kind === 'link') return { type: 'link', url: inline.href, children: phrasing(inline.content) };
    const { text, styles } = inline;
    let node: PhrasingContent = styles.includes('code')
      ? { type: 'inlineCode', value: text }
      : { type: 'text', value: text };
    // Small capitals, underlines and raised letters have no Markdown: the words stay.
    if (styles.includes('italic')) node = { type: 'emphasis', children: [node] };
    if (styles.includes('bold')) node = { type: 'strong', children: [node] };
    if (styles.includes('struck')) node = { type: 'delete', children: [node] };
    return node;
  });
}
