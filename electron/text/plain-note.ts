/** The words of a note: links show their labels, and citations, which name sources by id, show nothing. */
import { type NoteMark, noteMarks } from '../contract/index.js';
import { type MarkdownReplacement, type PlainMarkdown, plainMarkdown } from './plain-markdown.js';

export const plainNote = (markdown: string): PlainMarkdown =>
  plainMarkdown(
    markdown,
    noteMarks(markdown).map((mark) => shownOf(mark, markdown)),
  );

const LETTER = /[\p{L}\p{M}\p{N}]/u;

function shownOf(mark: NoteMark, markdown: string): MarkdownReplacement {
  const { start, end } = mark;
  if (mark.kind === 'citation') {
    // The blank before it would be left standing before a full stop.
    const isApart = markdown[start - 1] === ' ' && !LETTER.test(markdown[end] ?? '');
    return { start: isApart ? start - 1 : start, end, shown: null };
  }
  // A label stands before the closing `]]`.
  const shown = mark.label !== '' ? ([end - 2 - mark.label.length, end - 2] as const) : null;
  return { start, end, shown };
}
