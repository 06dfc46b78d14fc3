/**
 * Markdown of notes and comments as blocks. Citations and links of Fonds are handed to the caller; raw HTML and images
 * are kept as words, since an export loads nothing and runs nothing.
 */
import type { List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type NoteMark, noteMarks } from '../../contract/index.js';
import type { Block, Inline, InlineStyle, ListItem } from './document.js';

export interface MarkdownContext {
  /** What stands for a citation or a link of Fonds. */
  mark(mark: NoteMark): readonly Inline[];
  /** Adds a footnote of the writer's own. @returns its index. */
  footnote(blocks: readonly Block[]): number;
}

const SAFE_LINK = /^(https?:|mailto:)/i;

/** @param levelShift added to the level of headings; the result is 1 to 6. */
export function markdownBlocks(markdown: string, context: MarkdownContext, levelShift = 0): Block[] {
  const { text, marks, placeholder } = withPlaceholders(markdown);
  const tree: Root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const notes = new Map<string, Block[]>();
  const defined = new Map<string, string>();
  for (const node of tree.children) if (node.type === 'definition') defined.set(node.identifier, node.url);

  const restore = (value: string): string =>
    value.replace(placeholder, (_, index) => {
      const mark = marks[Number(index)];
      return mark ? markdown.slice(mark.start, mark.end) : '';
    });

  const wordsOf = (value: string, styles: readonly InlineStyle[]): Inline[] => {
    const inlines: Inline[] = [];
    let at = 0;
    for (const match of value.matchAll(placeholder)) {
      if (match.index > at) inlines.push({ kind: 'text', text: value.slice(at, match.index), styles });
      const mark = marks[Number(match[1])];
      if (mark) inlines.push(...context.mark(mark));
      at = match.index + match[0].length;
    }
    if (at < value.length) inlines.push({ kind: 'text', text: value.slice(at), styles });
    return inlines;
  };

  const linkTo = (url: string, content: Inline[]): Inline[] =>
    SAFE_LINK.test(url) ? [{ kind: 'link', href: url, content }] : content;

  const inline = (node: PhrasingContent, styles: readonly InlineStyle[]): Inline[] => {
    switch (node.type) {
      case 'text':
        // A single line end inside a paragraph is white space.
        return wordsOf(node.value.replace(/\n/g, ' '), styles);
      case 'emphasis':
        return node.children.flatMap((child) => inline(child, [...styles, 'italic']));
      case 'strong':
        return node.children.flatMap((child) => inline(child, [...styles, 'bold']));
      case 'delete':
        return node.children.flatMap((child) => inline(child, [...styles, 'struck']));
      case 'inlineCode':
        return [{ kind: 'text', text: restore(node.value), styles: [...styles, 'code'] }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return linkTo(
          restore(node.url),
          node.children.flatMap((child) => inline(child, styles)),
        );
      case 'linkReference':
        return linkTo(
          defined.get(node.identifier) ?? '',
          node.children.flatMap((child) => inline(child, styles)),
        );
      case 'image':
      case 'imageReference':
        return node.alt ? wordsOf(node.alt, styles) : [];
      case 'html':
        return [{ kind: 'text', text: restore(node.value), styles }];
      case 'footnoteReference':
        return [{ kind: 'footnote', index: context.footnote(notes.get(node.identifier) ?? []) }];
      default:
        return [];
    }
  };

  const list = ({ ordered, start, children }: List): Block => ({
    kind: 'list',
    start: ordered ? (start ?? 1) : null,
    items: children.map(
      ({ checked, children: inside }): ListItem => ({
        task: checked === null || checked === undefined ? null : checked ? 'done' : 'open',
        blocks: blocksOf(inside),
      }),
    ),
  });
  const table = ({ children }: Table): Block => ({
    kind: 'table',
    rows: children.map((row) => row.children.map((cell) => cell.children.flatMap((child) => inline(child, [])))),
  });

  const block = (node: RootContent): Block[] => {
    switch (node.type) {
      case 'heading': {
        const level = Math.min(6, Math.max(1, node.depth + levelShift));
        return [{ kind: 'heading', level, content: node.children.flatMap((child) => inline(child, [])) }];
      }
      case 'paragraph':
        return [{ kind: 'paragraph', content: node.children.flatMap((child) => inline(child, [])) }];
      case 'blockquote':
        return [{ kind: 'quotation', blocks: blocksOf(node.children) }];
      case 'list':
        return [list(node)];
      case 'code':
        return [{ kind: 'code', text: restore(node.value) }];
      case 'table':
        return [table(node)];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'html':
        return [{ kind: 'paragraph', content: [{ kind: 'text', text: restore(node.value), styles: [] }] }];
      default:
        return [];
    }
  };
  const blocksOf = (nodes: readonly Nodes[]): Block[] => nodes.flatMap((node) => block(node as RootContent));

  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') notes.set(node.identifier, blocksOf(node.children));
  }
  return blocksOf(tree.children);
}

interface Marked {
  readonly text: string;
  readonly marks: readonly NoteMark[];
  /** Matches what stands for a mark; its group is the index of the mark. */
  readonly placeholder: RegExp;
}

/**
 * Puts a number between two letters of the private use area for each citation and link: they mean nothing to Markdown,
 * and letters are chosen that the text itself does not have.
 */
function withPlaceholders(markdown: string): Marked {
  let code = 0xe000;
  while (markdown.includes(String.fromCharCode(code))) code += 1;
  const bound = String.fromCharCode(code);
  const marks = noteMarks(markdown);
  let text = '';
  let at = 0;
  marks.forEach(({ start, end }, index) => {
    text += `${markdown.slice(at, start)}${bound}${index}${bound}`;
    at = end;
  });
  return { text: text + markdown.slice(at), marks, placeholder: new RegExp(`${bound}(\\d+)${bound}`, 'g') };
}
