/** The editor of a proofreading: the whole text, each line below its image, the words to be asked for marked. */
import { defaultKeymap, history, historyKeymap, insertNewline } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { keepCursor } from '../../ui/index.js';
import { EDITOR_LOOK } from './editor-look.js';
import { type LineImagesOptions, lineImages } from './line-images.js';
import { type ProofState, proofState } from './proof-state.js';

export interface ProofEditorOptions extends LineImagesOptions {
  readonly parent: HTMLElement;
  readonly begin: ProofState;
  readonly text: string;
  readonly caret: number;
  readonly label: string;
  /** BCP 47; '' when not known. */
  readonly language: string;
  /** The word is right as it stands: on to the next. */
  onAccept(): void;
  onPage(by: -1 | 1): void;
  onWholePage(): void;
  onUpdate(state: EditorState): void;
}

export function createProofEditor(options: ProofEditorOptions): EditorView {
  const { parent, begin, text, caret, label, language, onAccept, onPage, onWholePage, onUpdate } = options;
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  const state = EditorState.create({
    doc: text,
    selection: { anchor: Math.min(caret, text.length) },
    extensions: [
      proofState(begin),
      lineImages(options),
      history(),
      drawSelection(),
      keepCursor,
      highlightActiveLine(),
      search({ top: true }),
      Prec.high(
        keymap.of([
          { key: 'Enter', run: run(onAccept), shift: insertNewline },
          { key: 'Alt-PageDown', run: run(() => onPage(1)) },
          { key: 'Alt-PageUp', run: run(() => onPage(-1)) },
          { key: 'Alt-p', run: run(onWholePage) },
        ]),
      ),
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      EditorState.lineSeparator.of('\n'),
      EditorView.contentAttributes.of({
        'aria-label': label,
        tabindex: '0',
        spellcheck: 'false',
        ...(language ? { lang: language } : {}),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged || update.selectionSet || update.transactions.some(({ effects }) => effects.length > 0))
          onUpdate(update.state);
      }),
      EDITOR_LOOK,
    ],
  });
  return new EditorView({ parent, state });
}
