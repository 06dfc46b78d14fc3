/** Citations and links of a note that are meant: those in code are shown as they stand and lead nowhere. */
import { type NoteMark, noteMarks } from '../contract/index.js';
import { type MarkdownNode, readMarkdown } from './markdown-tree.js';

/** Whether there can be code at all: most notes have none, and are not parsed. */
const MAY_HOLD_CODE = /`|~~~| {4}|\t/;

/** @returns in the order of the text. */
export function liveMarks(markdown: string): NoteMark[] {
  const marks = noteMarks(markdown);
  if (marks.length === 0 || !MAY_HOLD_CODE.test(markdown)) return marks;
  const code = codeRanges(markdown);
  return marks.filter(({ start, end }) => !code.some(([from, until]) => from < end && start < until));
}

/** `[start, end)` of code spans and code blocks, with their signs. */
function codeRanges(markdown: string): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  // The parser leaves out a byte order mark that the note begins with, and does not count it.
  const shift = markdown.startsWith('\uFEFF') ? 1 : 0;
  const waiting: MarkdownNode[] = [...readMarkdown(markdown).children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'code' || node.type === 'inlineCode') {
      const { start, end } = node.position ?? {};
      ranges.push([(start?.offset ?? 0) + shift, (end?.offset ?? markdown.length) + shift]);
    }
    if ('children' in node) waiting.push(...node.children);
  }
  return ranges;
}
