/**
 * The editor of a correction: CodeMirror over the plain text, letter for letter, with find and replace. Invariant: what
 * is saved is what is shown; line ends stay as the text has them.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { t } from '../../../electron/wording/index.js';
import { keepCursor } from '../../ui/index.js';

const LOOK = EditorView.theme({
  '&': { flex: '1', minHeight: '0', backgroundColor: 'var(--paper)', color: 'var(--ink-reading)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-reading)',
    fontSize: 'var(--reading-size)',
    lineHeight: 'var(--leading-reading)',
    overflow: 'auto',
  },
  '.cm-content': {
    maxWidth: 'var(--measure)',
    margin: '0 auto',
    padding: '32px 24px 160px',
    caretColor: 'var(--accent)',
  },
  '.cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selected)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--hit)', outline: '1px solid var(--hit-edge)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--hit-current)' },
  '.cm-panels': {
    backgroundColor: 'var(--desk)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-frame)',
    fontSize: '13px',
  },
  '.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: '8px 12px' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': { fontSize: '13px' },
  '.cm-textfield': {
    backgroundColor: 'var(--field)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius)',
    color: 'var(--ink)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius)',
    color: 'var(--ink)',
  },
});

export interface CorrectionEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** BCP 47; '' when not known. */
  readonly language: string;
  /** Each time the text changes. */
  onChange(text: string): void;
}

export function createCorrectionEditor({
  parent,
  text,
  label,
  language,
  onChange,
}: CorrectionEditorOptions): EditorView {
  const extensions: Extension[] = [
    history(),
    drawSelection(),
    keepCursor,
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorState.phrases.of({
      next: t('Next'),
      previous: t('Previous'),
      all: t('Select all'),
      'match case': t('Match case'),
      regexp: t('Pattern'),
      'by word': t('Whole words'),
      replace: t('Replace'),
      'replace all': t('Replace all'),
    }),
    EditorView.lineWrapping,
    // Fonds keeps "\n" alone: a "\r" inside a line is a letter like others.
    EditorState.lineSeparator.of('\n'),
    EditorView.contentAttributes.of({
      'aria-label': label,
      // Where it scrolls one must be able to get by key; a checker does not take what can be edited for that.
      tabindex: '0',
      spellcheck: 'false',
      ...(language ? { lang: language } : {}),
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    LOOK,
  ];
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
}

export const findIn = (editor: EditorView): boolean => openSearchPanel(editor);
