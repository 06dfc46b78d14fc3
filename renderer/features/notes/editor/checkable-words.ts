/** The words of a note that spelling looks at: not code, not addresses, not citations, not abbreviations. */
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { marksOfLine } from './note-marks.js';

export interface CheckableWord {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** What the menu of a place says of a word that is not known to be right; `unknown` when it was not looked up yet. */
export interface WordSpelling {
  readonly verdict: 'wrong' | 'unknown';
  readonly range: CheckableWord;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const LEFT_OUT =
  /^(InlineCode|FencedCode|CodeBlock|URL|Autolink|HTMLTag|HTMLBlock|Comment|CommentBlock|Entity|LinkReference)$/;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
const MAX_LENGTH = 60;

/** Capitals are signs of something, not words: CIA, NSDAP. A letter alone is an initial. */
const isWord = (word: string): boolean =>
  word.length > 1 && word.length <= MAX_LENGTH && !(word.length <= 6 && word === word.toUpperCase());

/** @returns the words of the lines that `[from, to)` touches, in order. */
export function checkableWords(state: EditorState, from: number, to: number): CheckableWord[] {
  const words: CheckableWord[] = [];
  const skipped: [number, number][] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (!LEFT_OUT.test(node.name)) return true;
      skipped.push([node.from, node.to]);
      return false;
    },
  });
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    const out = [...skipped, ...marksOfLine(state, line).map(({ start, end }): [number, number] => [start, end])];
    for (const match of line.text.matchAll(ADDRESS)) {
      out.push([line.from + match.index, line.from + match.index + match[0].length]);
    }
    for (const match of line.text.matchAll(WORD)) {
      const start = line.from + match.index;
      const end = start + match[0].length;
      const beside = (line.text[match.index - 1] ?? '') + (line.text[match.index + match[0].length] ?? '');
      if (!isWord(match[0]) || /[\d_\\]/.test(beside) || out.some(([a, b]) => a < end && start < b)) continue;
      words.push({ from: start, to: end, word: match[0] });
    }
    at = line.to + 1;
  }
  return words;
}
