/**
 * A piece of work on its way to a file: blocks of words with footnotes, whatever the format. It holds no ids and no
 * paths, and is plain data, so that a worker can write it.
 */
import type { RunStyle } from '../../contract/index.js';

export type InlineStyle = (typeof RunStyle.options)[number] | 'code' | 'struck';

export type InlineContent =
  | { readonly kind: 'text'; readonly text: string; readonly styles: readonly InlineStyle[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly InlineContent[] }
  | { readonly kind: 'break' }
  /** A citation in the language of Pandoc, which stands as it is in Markdown. */
  | { readonly kind: 'pandoc'; readonly text: string }
  /** Index into `footnotes`. */
  | { readonly kind: 'footnote'; readonly index: number };

export interface ListItem {
  /** Null: not a task. */
  readonly task: 'done' | 'open' | null;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly InlineContent[] }
  | { readonly kind: 'paragraph'; readonly content: readonly InlineContent[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly DocumentBlock[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string }
  | TableBlock
  | { readonly kind: 'rule' };

export interface TableBlock {
  readonly kind: 'table';
  /** Of each column the side of the page that its words stand at; null or absent: where they begin. */
  readonly align: readonly ('left' | 'center' | 'right' | null)[];
  /** The first row is the head. */
  readonly rows: readonly (readonly (readonly InlineContent[])[])[];
}

export interface ExportDocument {
  readonly title: string;
  /** BCP 47 tag of the words that Fonds itself adds. */
  readonly language: string;
  /** Who exported it and when (ISO 8601 in UTC). */
  readonly author: string;
  readonly madeAt: string;
  readonly blocks: readonly DocumentBlock[];
  /** In the order of their marks. */
  readonly footnotes: readonly (readonly DocumentBlock[])[];
  readonly bibliography: readonly (readonly InlineContent[])[];
  /** What a reader must know: elements missing from citations, passages that lost their place. */
  readonly remarks: readonly string[];
}

export const textRun = (text: string, ...styles: InlineStyle[]): Extract<InlineContent, { kind: 'text' }> => ({
  kind: 'text',
  text,
  styles,
});

/** What blocks say, as the words of one line. */
export function inOneLine(blocks: readonly DocumentBlock[]): InlineContent[] {
  const content = (block: DocumentBlock): InlineContent[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [...block.content];
      case 'quotation':
        return inOneLine(block.blocks);
      case 'list':
        return spaced(
          block.items.map(({ task, blocks: held }) => [
            ...(task === null ? [] : [textRun(task === 'done' ? '☑ ' : '☐ ')]),
            ...inOneLine(held),
          ]),
        );
      case 'code':
        return [textRun(block.text, 'code')];
      case 'table':
        return spaced(block.rows.flat().map((cell) => [...cell]));
      case 'rule':
        return [];
    }
  };
  return spaced(blocks.map(content));
}

const spaced = (parts: readonly InlineContent[][]): InlineContent[] =>
  parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [textRun(' '), ...part]));

function plainInline(inline: InlineContent): string {
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
export const plainText = (content: readonly InlineContent[]): string => content.map(plainInline).join('');
