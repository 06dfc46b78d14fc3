/**
 * Markdown of notes and comments as blocks. Citations and links of Fonds are handed to the caller; raw HTML and images
 * are kept as words, since an export loads nothing and runs nothing.
 */
import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  List,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type NoteMark, noteMarks } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import {
  type DocumentBlock,
  type InlineContent,
  type InlineStyle,
  inOneLine,
  type ListItem,
  plainText,
  textRun,
} from './document-model.js';

export interface MarkdownContext {
  /** What stands for a link of Fonds, or for citations that stand together as one. */
  mark(mark: NoteMark): readonly InlineContent[];
  /** Adds a footnote of the writer's own; what `content` is made of stands within it. @returns its index. */
  footnote(content: () => readonly DocumentBlock[]): number;
  /** Told of what was not set as it was meant. */
  remark(words: string): void;
}

const SAFE_LINK = /^(https?:|mailto:)/i;
/** What looks like a link or a citation of Fonds and is none. */
const UNREAD = /\[\[[^[\]\n]+\]\]|\[[^[\]\n]*@(?:source|passage):[^[\]\n]*\]/g;
const LEVELS = 6;

/** @param top level of the first heading; the others follow without a gap, and none is below 6. */
export function markdownBlocks(markdown: string, context: MarkdownContext, top = 1): DocumentBlock[] {
  const { text, marks, placeholder } = withPlaceholders(markdown);
  const tree: Root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const notes = new Map<string, FootnoteDefinition>();
  const addresses = new Map<string, string>();
  const define = (node: Nodes): void => {
    if (node.type === 'definition') addresses.set(node.identifier, node.url);
    // The first of a name counts, as in GitHub.
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if ('children' in node) node.children.forEach(define);
  };
  define(tree);
  const called = new Set<string>();
  /** The notes that are set in the footnote that is being made; null outside of one. */
  let within: Set<string> | null = null;
  /** Depths of the headings around, from the outermost. */
  const around: number[] = [];

  const restore = (value: string): string =>
    value.replace(placeholder, (_, index) => {
      const mark = marks[Number(index)];
      return mark ? markdown.slice(mark.start, mark.end) : '';
    });

  const plain = (value: string, styles: readonly InlineStyle[]): InlineContent => {
    for (const [unread] of value.matchAll(UNREAD)) {
      context.remark(t('“{unread}” names nothing that Fonds knows, and stands as it is written.', { unread }));
    }
    return { kind: 'text', text: value, styles };
  };

  /** Citations with nothing but blanks between them are one. */
  const wordsOf = (value: string, styles: readonly InlineStyle[]): InlineContent[] => {
    const inlines: InlineContent[] = [];
    const together: Extract<NoteMark, { kind: 'citation' }>[] = [];
    let at = 0;
    const settle = (): void => {
      const [first] = together;
      if (first) inlines.push(...context.mark({ ...first, items: together.flatMap(({ items }) => items) }));
      together.length = 0;
    };
    for (const match of value.matchAll(placeholder)) {
      const between = value.slice(at, match.index);
      const mark = marks[Number(match[1])];
      at = match.index + match[0].length;
      if (between.trim() !== '' || mark?.kind !== 'citation') settle();
      if (between !== '' && together.length === 0) inlines.push(plain(between, styles));
      if (mark?.kind === 'citation') together.push(mark);
      else if (mark) inlines.push(...context.mark(mark));
    }
    settle();
    if (at < value.length) inlines.push(plain(value.slice(at), styles));
    return inlines;
  };

  const linkTo = (url: string, content: InlineContent[]): InlineContent[] =>
    SAFE_LINK.test(url) ? [{ kind: 'link', href: url, content }] : content;

  /** A footnote; within another one its words in brackets, since no format has notes of notes. */
  const noteOf = ({ identifier, label }: FootnoteReference): InlineContent[] => {
    const definition = notes.get(identifier);
    if (!definition) return [];
    called.add(identifier);
    if (within === null) {
      const content = (): DocumentBlock[] => {
        within = new Set([identifier]);
        const blocks = blocksOf(definition.children);
        within = null;
        return blocks;
      };
      return [{ kind: 'footnote', index: context.footnote(content) }];
    }
    const mark = textRun(`[^${label ?? identifier}]`);
    if (within.has(identifier)) {
      context.remark(
        t('a note calls “{text}”, which it holds already: there its mark stands as it is written.', {
          text: mark.text,
        }),
      );
      return [mark];
    }
    within.add(identifier);
    return [textRun('('), ...inOneLine(blocksOf(definition.children)), textRun(')')];
  };

  const inlinesOf = (nodes: readonly PhrasingContent[], styles: readonly InlineStyle[]): InlineContent[] => {
    const inlines: InlineContent[] = [];
    for (const node of nodes) {
      const found = inline(node, styles);
      const isAside = node.type === 'footnoteReference' && found[0]?.kind === 'text';
      const before = inlines.at(-1);
      // A mark is a citation that is still to be drawn.
      if (isAside && before && (before.kind === 'footnote' || !/\s$/.test(plainText([before]))))
        inlines.push(textRun(' '));
      inlines.push(...found);
    }
    return inlines;
  };

  const inline = (node: PhrasingContent, styles: readonly InlineStyle[]): InlineContent[] => {
    switch (node.type) {
      case 'text':
        // A single line end inside a paragraph is white space.
        return wordsOf(node.value.replace(/\n/g, ' '), styles);
      case 'emphasis':
        return inlinesOf(node.children, [...styles, 'italic']);
      case 'strong':
        return inlinesOf(node.children, [...styles, 'bold']);
      case 'delete':
        return inlinesOf(node.children, [...styles, 'struck']);
      case 'inlineCode':
        return [{ kind: 'text', text: restore(node.value), styles: [...styles, 'code'] }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return linkTo(restore(node.url), inlinesOf(node.children, styles));
      case 'linkReference':
        return linkTo(addresses.get(node.identifier) ?? '', inlinesOf(node.children, styles));
      case 'image':
      case 'imageReference':
        return node.alt ? wordsOf(node.alt, styles) : [];
      case 'html':
        return [{ kind: 'text', text: restore(node.value), styles }];
      case 'footnoteReference':
        return noteOf(node);
      default:
        return [];
    }
  };

  /** In a footnote a heading is bold words: it heads no part of the document. */
  const heading = ({ depth, children }: Heading): DocumentBlock => {
    if (within !== null) return { kind: 'paragraph', content: inlinesOf(children, ['bold']) };
    while ((around.at(-1) ?? 0) >= depth) around.pop();
    around.push(depth);
    const level = Math.min(LEVELS, top + around.length - 1);
    return { kind: 'heading', level, content: inlinesOf(children, []) };
  };
  const list = ({ ordered, start, children }: List): DocumentBlock => ({
    kind: 'list',
    start: ordered ? (start ?? 1) : null,
    items: children.map(
      ({ checked, children: inside }): ListItem => ({
        task: checked === null || checked === undefined ? null : checked ? 'done' : 'open',
        blocks: blocksOf(inside),
      }),
    ),
  });
  const table = ({ align, children }: Table): DocumentBlock => ({
    kind: 'table',
    align: align ?? [],
    rows: children.map((row) => row.children.map((cell) => inlinesOf(cell.children, []))),
  });

  const block = (node: RootContent): DocumentBlock[] => {
    switch (node.type) {
      case 'heading':
        return [heading(node)];
      case 'paragraph':
        return [{ kind: 'paragraph', content: inlinesOf(node.children, []) }];
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
  const blocksOf = (nodes: readonly Nodes[]): DocumentBlock[] => nodes.flatMap((node) => block(node as RootContent));

  const blocks = blocksOf(tree.children);
  for (const [identifier, { label }] of notes) {
    if (!called.has(identifier))
      context.remark(t('no mark calls the note “[^{label}]”, which is left out.', { label: label ?? identifier }));
  }
  return blocks;
}

interface MarkedMarkdown {
  readonly text: string;
  readonly marks: readonly NoteMark[];
  /** Matches what stands for a mark; its group is the index of the mark. */
  readonly placeholder: RegExp;
}

/**
 * Puts a number between two letters of the private use area for each citation and link: they mean nothing to Markdown,
 * and letters are chosen that the text itself does not have.
 */
function withPlaceholders(markdown: string): MarkedMarkdown {
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
