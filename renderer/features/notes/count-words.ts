/** Counts the words a reader reads: citations, links and Markdown's signs are none. */
import { noteMarks } from '../../../electron/contract/index.js';

export function countWords(markdown: string): number {
  let text = '';
  let at = 0;
  for (const { start, end } of noteMarks(markdown)) {
    if (start < at) continue;
    text += `${markdown.slice(at, start)} `;
    at = end;
  }
  text += markdown.slice(at);
  return (text.replace(/\]\([^)\s]*\)/g, ']').match(/[\p{L}\p{N}\p{M}]+(?:['’\-‐][\p{L}\p{N}\p{M}]+)*/gu) ?? []).length;
}
