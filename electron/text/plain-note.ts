/** The words of a note: links show their labels, and citations, which name sources by id, show nothing. */
import { type NoteMark, noteMarks } from '../contract/index.js';
import { type Mark, type PlainMarkdown, plainMarkdown } from './plain-markdown.js';

export const plainNote = (markdown: string): PlainMarkdown => plainMarkdown(markdown, noteMarks(markdown).map(shownOf));

function shownOf(mark: NoteMark): Mark {
  const { start, end } = mark;
  // A label stands before the closing `]]`.
  const shown = mark.kind === 'link' && mark.label !== '' ? ([end - 2 - mark.label.length, end - 2] as const) : null;
  return { start, end, shown };
}
