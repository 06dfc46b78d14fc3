/**
 * Reader of Markdown (CommonMark and GFM). The text is what a reader of the page would see: marks of emphasis and
 * links are gone, numbers of ordered lists stay, tables become rows. Raw HTML gives its visible text, never its code.
 */
import type { fromMarkdown } from 'mdast-util-from-markdown';
import { t } from '../wording/index.js';
import { chooseDescription } from './choose-description.js';
import { decode } from './decode.js';
import { frontMatter } from './front-matter.js';
import { fileUnreadable, PARAGRAPH, ParsedTextBuilder, type ReadBytes, type TextBlockKind } from './parsed-file.js';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type MarkdownNodeOf<T extends RootContent['type']> = Extract<RootContent, { type: T }>;
type PhrasingContent = MarkdownNodeOf<'paragraph'>['children'][number];

/** The parser's work grows with the square of nesting; nobody quotes a quotation this often. */
const MAX_CONTAINERS = 100;
const CELL_SEPARATOR = ' | ';

export const readMarkdown: ReadBytes = async (bytes, { charset }) => {
  const { text: decoded, remark } = decode(bytes, { chosen: charset });
  const source = decoded.replace(/\r\n?/g, '\n');
  const { fields, bodyStart } = frontMatter(source);
  const body = source.slice(bodyStart);
  checkContainers(body);
  const root = await parse(body);
  const builder = new ParsedTextBuilder();
  if (remark) builder.remarks.push(remark);
  const writer = new MarkdownBlockWriter(builder, await htmlBlocks(root));
  for (const node of root.children) writer.node(node, PARAGRAPH);
  const field = (...names: string[]) => names.flatMap((name) => fields.get(name) ?? []);
  const description = chooseDescription({
    title: [...field('title'), headingOf(root)],
    creators: field('author', 'authors', 'creator', 'creators'),
    language: field('language', 'lang'),
    dateWritten: field('date'),
  });
  return builder.finish(
    description,
    t('This file holds no text: it is empty, or holds only a YAML head or link definitions.'),
  );
};

async function parse(body: string): Promise<Root> {
  const mdast = await import('mdast-util-from-markdown');
  const { gfmFromMarkdown } = await import('mdast-util-gfm');
  const { gfm } = await import('micromark-extension-gfm');
  return mdast.fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Writes the blocks of a Markdown tree. */
class MarkdownBlockWriter {
  constructor(
    private readonly builder: ParsedTextBuilder,
    private readonly htmlTexts: ReadonlyMap<MarkdownNodeOf<'html'>, readonly string[]>,
  ) {}

  node(node: RootContent, kind: TextBlockKind, prefix = ''): void {
    switch (node.type) {
      case 'heading':
        this.builder.block({ kind: 'heading', level: node.depth }, inline(node));
        return;
      case 'paragraph':
        this.builder.block(kind, prefix + inline(node));
        return;
      case 'blockquote':
        for (const child of node.children) this.node(child, { kind: 'quotation' });
        return;
      case 'list':
        this.#list(node);
        return;
      case 'code':
        this.builder.block(kind, prefix + node.value);
        return;
      case 'table':
        this.builder.block(kind, tableText(node));
        return;
      case 'footnoteDefinition':
        this.#prefixed(node.children, kind, `[${node.label ?? node.identifier}] `);
        return;
      case 'html':
        for (const text of this.htmlTexts.get(node) ?? []) this.builder.block(kind, text);
        return;
      default:
        // Link definitions and thematic breaks show nothing.
        return;
    }
  }

  #list(list: MarkdownNodeOf<'list'>): void {
    let number = list.start ?? 1;
    for (const item of list.children) {
      const marker = list.ordered ? `${number}. ` : '';
      const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : '';
      this.#prefixed(item.children, { kind: 'list-item' }, marker + box);
      number += 1;
    }
  }

  /** Puts the prefix before the first child only, where that is a paragraph. */
  #prefixed(children: readonly RootContent[], kind: TextBlockKind, prefix: string): void {
    for (const [index, child] of children.entries()) this.node(child, kind, index === 0 ? prefix : '');
  }
}

/** Visible text of what stands in one block. A soft line break is a space, a hard one a line break. */
function inline(parent: { readonly children: readonly PhrasingContent[] }): string {
  let text = '';
  let silencedBy: string | null = null;
  for (const node of parent.children) {
    if (node.type === 'html') {
      const tag = /^<(\/?)(script|style)\b/i.exec(node.value);
      if (tag) silencedBy = tag[1] === '/' ? null : (tag[2] ?? null);
      continue;
    }
    if (silencedBy === null) text += phrase(node);
  }
  return text;
}

function phrase(node: Exclude<PhrasingContent, MarkdownNodeOf<'html'>>): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ');
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    default:
      return inline(node);
  }
}

const tableText = (table: MarkdownNodeOf<'table'>) =>
  table.children.map((row) => row.children.map((cell) => inline(cell).trim()).join(CELL_SEPARATOR)).join('\n');

function headingOf(root: Root): string | null {
  const first = root.children.find((node) => node.type === 'heading');
  return first?.type === 'heading' && first.depth === 1 ? inline(first) : null;
}

/** Visible text of raw HTML blocks. The DOM is loaded only for files that hold any. */
async function htmlBlocks(root: Root): Promise<Map<MarkdownNodeOf<'html'>, readonly string[]>> {
  const nodes: MarkdownNodeOf<'html'>[] = [];
  collectHtml(root, nodes);
  if (nodes.length === 0) return new Map();
  const { fragmentReader } = await import('./html-fragment.js');
  const visibleTextOf = await fragmentReader();
  return new Map(nodes.map((node) => [node, visibleTextOf(node.value)]));
}

function collectHtml(node: Root | RootContent, found: MarkdownNodeOf<'html'>[]): void {
  if (node.type === 'html') found.push(node);
  // Inline HTML stands in paragraphs and is dealt with there.
  else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
    for (const child of node.children) collectHtml(child, found);
  }
}

function checkContainers(body: string): void {
  for (const line of body.split('\n')) {
    const markers = /^[\s>*+-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    const isRule = /^\s*([*-])(?:\s*\1)*\s*$/.test(line);
    if (markers > MAX_CONTAINERS && !isRule) {
      throw fileUnreadable(
        t(
          'This file nests quotations or lists more than 100 deep, which no ordinary text does. Rename it to .txt to import it as plain text.',
        ),
      );
    }
  }
}
