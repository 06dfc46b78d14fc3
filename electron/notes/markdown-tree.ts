/**
 * Markdown as a tree, and back. The libraries are loaded at first use: most notes hold no code and nothing is quoted when
 * an archive is opened, which must not wait for them.
 */
import { createRequire } from 'node:module';

type MdastReader = typeof import('mdast-util-from-markdown');
type MdastWriter = typeof import('mdast-util-to-markdown');

export type MarkdownTree = ReturnType<MdastReader['fromMarkdown']>;
/** Any part of a tree that is not the whole. */
export type MarkdownNode = MarkdownTree['children'][number];
export type MdastParagraph = Extract<MarkdownNode, { type: 'paragraph' }>;
export type MdastPhrasing = MdastParagraph['children'][number];

const load = createRequire(import.meta.url);

/** Offsets of its positions are UTF-16 units, without a byte order mark that the text begins with. */
export const readMarkdown = (text: string): MarkdownTree =>
  (load('mdast-util-from-markdown') as MdastReader).fromMarkdown(text);

/** What the editor and the exports strike through is no Markdown to the writer. */
const STRUCK = [{ character: '~', after: '~', inConstruct: 'phrasing' as const }];

export const writeMarkdown = (node: MarkdownNode): string =>
  (load('mdast-util-to-markdown') as MdastWriter).toMarkdown(node, { unsafe: STRUCK });
