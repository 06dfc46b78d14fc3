/** A document as plain text: words and citations, footnotes in brackets with their texts at the end. */

import { t } from '../../wording/index.js';
import {
  type DocumentBlock,
  type ExportDocument,
  type InlineContent,
  plainText,
  type TableBlock,
} from '../document/document-model.js';

const WIDTH = 72;

export function textOf({ title, blocks, footnotes, bibliography, remarks, author, madeAt }: ExportDocument): string {
  const parts = [title, '='.repeat(Math.min(WIDTH, title.length)), `${author}, ${madeAt.slice(0, 10)}`, ''];
  for (const remark of remarks) parts.push(t('Note: {remark}', { remark }), '');
  for (const block of blocks) parts.push(...linesOf(block), '');
  if (footnotes.length > 0) {
    parts.push(t('Notes'), '-----', '');
    footnotes.forEach((content, index) => {
      const [first = '', ...rest] = content.flatMap(linesOf);
      parts.push(`[${index + 1}] ${first}`, ...rest);
    });
    parts.push('');
  }
  if (bibliography.length > 0) parts.push(t('Bibliography'), '------------', '', ...bibliography.map(withMarks));
  return `${parts.join('\n').trimEnd()}\n`;
}

const indented = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, index) => (line === '' ? '' : (index === 0 ? first : rest) + line));

const withMarks = (content: readonly InlineContent[]): string =>
  content.map((inline) => (inline.kind === 'footnote' ? `[${inline.index + 1}]` : plainText([inline]))).join('');

function linesOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading': {
      const text = withMarks(block.content);
      return [text, (block.level === 1 ? '=' : '-').repeat(Math.min(WIDTH, text.length))];
    }
    case 'paragraph':
      return withMarks(block.content).split('\n');
    case 'quotation': {
      const lines = block.blocks.flatMap((inner, index) => [...(index > 0 ? [''] : []), ...linesOf(inner)]);
      return indented(lines, '    ', '    ');
    }
    case 'list':
      return block.items.flatMap(({ task, blocks }, index) => {
        const sign = block.start === null ? '-' : `${block.start + index}.`;
        const box = task === null ? '' : task === 'done' ? '[x] ' : '[ ] ';
        const lead = `${sign} ${box}`;
        return indented(blocks.flatMap(linesOf), lead, ' '.repeat(lead.length));
      });
    case 'code':
      return indented(block.text.split('\n'), '    ', '    ');
    case 'table':
      return tableLines(block);
    case 'rule':
      return ['* * *'];
  }
}

/** Columns under each other, at the side they are aligned to; a row is one line. */
function tableLines({ rows, align }: TableBlock): string[] {
  const cells = rows.map((row) => row.map((cell) => withMarks(cell).replace(/\s+/g, ' ').trim()));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(3, ...cells.map((row) => columnsOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    widths.map((width, column) => padded(row[column] ?? '', width, align[column] ?? 'left')).join('  ');
  const [head = [], ...body] = cells;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].map((one) =>
    one.trimEnd(),
  );
}

function padded(text: string, width: number, side: 'left' | 'center' | 'right'): string {
  const blanks = width - columnsOf(text);
  const before = side === 'right' ? blanks : side === 'center' ? Math.floor(blanks / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(blanks - before);
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Signs that are as wide as two letters where all are of one width. Source: Unicode Standard Annex 11. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u;
const columnsOf = (text: string): number => {
  let columns = 0;
  for (const { segment } of GRAPHEMES.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
};
