/** A document as plain text: words and citations, footnotes in brackets with their texts at the end. */
import { type Block, type Inline, plainText, type WorkDocument } from '../work/document.js';

const WIDTH = 72;

export function textOf({ title, blocks, footnotes, bibliography, remarks, author, madeAt }: WorkDocument): string {
  const parts = [title, '='.repeat(Math.min(WIDTH, title.length)), `${author}, ${madeAt.slice(0, 10)}`, ''];
  for (const remark of remarks) parts.push(`Note: ${remark}`, '');
  for (const block of blocks) parts.push(...linesOf(block), '');
  if (footnotes.length > 0) {
    parts.push('Notes', '-----', '');
    footnotes.forEach((content, index) => {
      const [first = '', ...rest] = content.flatMap(linesOf);
      parts.push(`[${index + 1}] ${first}`, ...rest);
    });
    parts.push('');
  }
  if (bibliography.length > 0) parts.push('Bibliography', '------------', '', ...bibliography.map(withMarks));
  return `${parts.join('\n').trimEnd()}\n`;
}

const indented = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, index) => (line === '' ? '' : (index === 0 ? first : rest) + line));

const withMarks = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.kind === 'footnote' ? `[${inline.index + 1}]` : plainText([inline]))).join('');

function linesOf(block: Block): string[] {
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
      return block.rows.map((row) => row.map(withMarks).join('\t'));
    case 'rule':
      return ['* * *'];
  }
}
