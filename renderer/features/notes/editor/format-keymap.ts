/** Keys that write Markdown around what is selected. Ctrl+B and Ctrl+I belong to the frame. */
import { indentLess, indentMore } from '@codemirror/commands';
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type Extension } from '@codemirror/state';
import { type EditorView, type KeyBinding, keymap } from '@codemirror/view';

/** Puts `mark` around each selection, or takes it away; without one, around the word at the cursor. */
export function wrap(view: EditorView, mark: string): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  view.dispatch(
    state.update(
      state.changeByRange((range) => {
        const word = range.empty ? (state.wordAt(range.head) ?? range) : range;
        const { from, to } = word;
        const size = mark.length;
        const isInside = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark;
        if (isInside) {
          return {
            changes: [
              { from: from - size, to: from },
              { from: to, to: to + size },
            ],
            range: EditorSelection.range(from - size, to - size),
          };
        }
        const text = state.sliceDoc(from, to);
        if (text.length > 2 * size && text.startsWith(mark) && text.endsWith(mark)) {
          return {
            changes: { from, to, insert: text.slice(size, -size) },
            range: EditorSelection.range(from, to - 2 * size),
          };
        }
        return {
          changes: [
            { from, insert: mark },
            { from: to, insert: mark },
          ],
          range: EditorSelection.range(from + size, to + size),
        };
      }),
      { userEvent: 'input.format', scrollIntoView: true },
    ),
  );
  return true;
}

function link(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  view.dispatch({
    changes: { from, to, insert: `[${words}]()` },
    selection: { anchor: words === '' ? from + 1 : from + words.length + 3 },
    userEvent: 'input.format',
  });
  return true;
}

/** @param level 0 for a plain paragraph. */
function heading(view: EditorView, level: number): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  const line = state.doc.lineAt(state.selection.main.head);
  const marks = /^#{0,6}\s*/.exec(line.text)?.[0] ?? '';
  const wanted = level === 0 ? '' : `${'#'.repeat(level)} `;
  const isSame = marks === wanted && level > 0;
  view.dispatch({
    changes: { from: line.from, to: line.from + marks.length, insert: isSame ? '' : wanted },
    userEvent: 'input.format',
  });
  return true;
}

const isInList = ({ state }: EditorView): boolean => {
  const { main } = state.selection;
  if (state.doc.lineAt(main.from).number !== state.doc.lineAt(main.to).number) return true;
  for (let node = syntaxTree(state).resolveInner(main.head, -1); ; ) {
    if (node.name === 'ListItem' || node.name === 'FencedCode') return true;
    const { parent } = node;
    if (!parent) return false;
    node = parent;
  }
};

const keys: readonly KeyBinding[] = [
  { key: 'Mod-Shift-b', run: (view) => wrap(view, '**') },
  // What is underlined on a typewriter is set in italics.
  { key: 'Mod-u', run: (view) => wrap(view, '*') },
  { key: 'Mod-l', run: link },
  ...[0, 1, 2, 3].map((level) => ({ key: `Mod-Alt-${level}`, run: (view: EditorView) => heading(view, level) })),
  // Outside of lists Tab goes on to the next part of the window: nobody is caught in the text.
  {
    key: 'Tab',
    run: (view) => !view.state.readOnly && isInList(view) && indentMore(view),
    shift: (view) => !view.state.readOnly && isInList(view) && indentLess(view),
  },
];

export const formatKeymap: Extension = keymap.of(keys);
