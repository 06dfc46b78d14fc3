/** The editor of a transcription: one page of text, with keys for lines, pages, marks and the image beside it. */
import { defaultKeymap, history, historyKeymap, insertNewline } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { keepCursor } from '../../ui/index.js';
import { EDITOR_LOOK } from './editor-look.js';
import { type Marker, markerText } from './transcription.js';

/** What is done to the image while the cursor stays in the text. */
export type ImageKey =
  | { readonly zoom: 'in' | 'out' | 'fit' }
  | { readonly pan: readonly [number, number] }
  | { readonly nudge: number };

export interface TranscriptionKeys {
  onPage(by: -1 | 1): void;
  onImage(key: ImageKey): void;
  onUpdate(state: EditorState): void;
}

/** Behind a line that another one follows, Enter goes to the end of that one: what is there is gone over, not parted. */
function nextLine(view: EditorView): boolean {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (!main.empty || main.head !== line.to || line.number === state.doc.lines) return insertNewline(view);
  view.dispatch({ selection: { anchor: state.doc.line(line.number + 1).to }, scrollIntoView: true });
  return true;
}

function insertMarker(view: EditorView, marker: Marker): boolean {
  const { from, to } = view.state.selection.main;
  const made = markerText(marker, view.state.sliceDoc(from, to));
  view.dispatch({
    changes: { from, to, insert: made.insert },
    selection: { anchor: from + made.from, head: from + made.to },
    scrollIntoView: true,
    userEvent: 'input',
  });
  return true;
}

const PAN = 0.06;
const NUDGE = 0.004;

export function transcriptionState(
  text: string,
  caret: number,
  words: { readonly label: string; readonly language: string },
  { onPage, onImage, onUpdate }: TranscriptionKeys,
): EditorState {
  const does = (key: ImageKey) => () => {
    onImage(key);
    return true;
  };
  const turnPage = (by: -1 | 1) => () => {
    onPage(by);
    return true;
  };
  const extensions: Extension[] = [
    history(),
    drawSelection(),
    keepCursor,
    highlightActiveLine(),
    search({ top: true }),
    Prec.high(
      keymap.of([
        { key: 'Enter', run: nextLine, shift: insertNewline },
        { key: 'Alt-PageDown', run: turnPage(1) },
        { key: 'Alt-PageUp', run: turnPage(-1) },
        { key: 'Alt-1', run: (view) => insertMarker(view, 'unclear') },
        { key: 'Alt-2', run: (view) => insertMarker(view, 'illegible') },
        { key: 'Alt-3', run: (view) => insertMarker(view, 'expansion') },
        { key: 'Alt-=', run: does({ zoom: 'in' }) },
        { key: 'Alt-+', run: does({ zoom: 'in' }) },
        { key: 'Alt--', run: does({ zoom: 'out' }) },
        { key: 'Alt-0', run: does({ zoom: 'fit' }) },
        { key: 'Alt-ArrowLeft', run: does({ pan: [-PAN, 0] }) },
        { key: 'Alt-ArrowRight', run: does({ pan: [PAN, 0] }) },
        { key: 'Alt-ArrowUp', run: does({ pan: [0, -PAN] }), shift: does({ nudge: -NUDGE }) },
        { key: 'Alt-ArrowDown', run: does({ pan: [0, PAN] }), shift: does({ nudge: NUDGE }) },
      ]),
    ),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    EditorState.lineSeparator.of('\n'),
    EditorView.contentAttributes.of({
      'aria-label': words.label,
      tabindex: '0',
      spellcheck: 'false',
      ...(words.language ? { lang: words.language } : {}),
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.selectionSet) onUpdate(update.state);
    }),
    EDITOR_LOOK,
  ];
  return EditorState.create({ doc: text, selection: { anchor: Math.min(caret, text.length) }, extensions });
}
