/** Citations and links where they stand in the editor. Those in code are words like others. */
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line } from '@codemirror/state';
import { type NoteMark, noteMarks } from '../../../../electron/contract/index.js';

const CODE = /^(InlineCode|FencedCode|CodeBlock|CodeText|CodeMark)$/;

/** @param offset UTF-16. */
export function isInCode(state: EditorState, offset: number): boolean {
  for (let node = syntaxTree(state).resolveInner(offset, 1); ; ) {
    if (CODE.test(node.name)) return true;
    const { parent } = node;
    if (!parent) return false;
    node = parent;
  }
}

/** In offsets of the document. */
export function marksOfLine(state: EditorState, line: Line): NoteMark[] {
  if (!line.text.includes('[')) return [];
  return noteMarks(line.text)
    .map((mark) => ({ ...mark, start: mark.start + line.from, end: mark.end + line.from }))
    .filter(({ start }) => !isInCode(state, start));
}

/** The citation or link that the cursor stands before, behind or in; null when something is selected. */
export function markAtCursor(state: EditorState): NoteMark | null {
  const { main } = state.selection;
  const marks = marksOfLine(state, state.doc.lineAt(main.head));
  const isWhole = ({ start, end }: NoteMark) => main.from === start && main.to === end;
  if (!main.empty) return marks.find(isWhole) ?? null;
  return (
    marks.find(({ end }) => end === main.head) ??
    marks.find(({ start, end }) => start <= main.head && main.head <= end) ??
    null
  );
}

/** What the first thing of a mark is known by. */
export function keyOfMark(mark: NoteMark): string {
  const key = mark.kind === 'link' ? mark.key : mark.items[0]?.key;
  return key ? `${key.kind}:${key.id}` : '';
}

/** What all things of a mark are known by. */
export const keysOfMark = (mark: NoteMark): string[] =>
  mark.kind === 'link' ? [keyOfMark(mark)] : mark.items.map(({ key }) => `${key.kind}:${key.id}`);
