/**
 * A piece of work on its way to a file: blocks of words with footnotes, whatever the format. It holds no ids and no
 * paths, and is plain data, so that a worker can write it.
 */
import type { RunStyle } from '../../contract/index.js';

export type InlineStyle = (typeof RunStyle.options)[number] | 'code' | 'struck';

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly styles: readonly InlineStyle[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: 'break' }
  /** A citation in the language of Pandoc, which stands as it is in Markdown. */
  | { readonly kind: 'pandoc'; readonly text: string }
  /** Index into `footnotes`. */
  | { readonly kind: 'footnote'; readonly index: number };

export interface ListItem {
  /** Null: not a task. */
  readonly task: 'done' | 'open' | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string }
  /** The first row is the head. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' };

export interface WorkDocument {
  readonly title: string;
  /** BCP 47 tag of the words that Fonds itself adds. */
  readonly language: string;
  /** Who exported it and when (ISO 8601 in UTC). */
  readonly author: string;
  readonly madeAt: string;
  readonly blocks: readonly Block[];
  /** In the order of their marks. */
  readonly footnotes: readonly (readonly Block[])[];
  readonly bibliography: readonly (readonly Inline[])[];
  /** What a reader must know: elements missing from citations, passages that lost their place. */
  readonly remarks: readonly string[];
}

export const words = (text: string, ...styles: InlineStyle[]): Inline => ({ kind: 'text', text, styles });

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'link':
      return plainText(inline.content);
    case 'break':
      return '\n';
    case 'pandoc':
      return inline.text;
    case 'footnote':
      return '';
  }
}

/** The words alone, without look and without footnotes. */
export const plainText = (content: readonly Inline[]): string => content.map(plainInline).join('');
