/**
 * The editor of one note. Invariant: its text, its history and its cursor outlive the view, which comes and goes with
 * the page; what is put in from outside moves neither.
 */
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { bracketMatching } from '@codemirror/language';
import { SearchQuery, search, setSearchQuery } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  Prec,
  StateEffect,
  StateField,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  placeholder,
} from '@codemirror/view';
import { t } from '../../../../electron/wording/index.js';
import { keepCursor } from '../../../ui/index.js';
import type { TextChange } from '../merge-changes.js';
import { chipTips } from './chip-tips.js';
import { chips } from './citation-chips.js';
import { completions } from './completions.js';
import { formatKeymap } from './format-keymap.js';
import { livePreview } from './live-preview.js';
import { type NoteHost, noteHost } from './note-host.js';
import { pasting } from './paste.js';
import { type References, setReferences } from './references.js';
import { spellCheck, spellingAt } from './spell-check.js';

/** How long what was put in is marked. */
const SHOWN_MS = 1_600;

const fromOutside = Annotation.define<true>();
const showInserted = StateEffect.define<{ readonly from: number; readonly to: number } | null>();
const inserted = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, transaction) => {
    let next = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(showInserted)) continue;
      const range = effect.value;
      next =
        range && range.to > range.from
          ? Decoration.set(Decoration.mark({ class: 'cm-inserted' }).range(range.from, range.to))
          : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export type NoteEditor = ReturnType<typeof createNoteEditor>;

export function createNoteEditor(body: string, host: NoteHost) {
  const access = new Compartment();
  let view: EditorView | null = null;
  let isWritable = true;
  const accessOf = (): Extension => [EditorState.readOnly.of(!isWritable), EditorView.editable.of(isWritable)];

  const extensions: Extension = [
    noteHost.of(host),
    access.of(accessOf()),
    history(),
    drawSelection(),
    keepCursor,
    highlightActiveLine(),
    bracketMatching(),
    EditorView.lineWrapping,
    // Only this: offsets in the editor must be those of the stored text, whatever else ends a line in it.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    EditorState.tabSize.of(2),
    markdown({ base: markdownLanguage }),
    livePreview,
    chips,
    chipTips,
    completions,
    pasting,
    spellCheck,
    inserted,
    search({ top: true, createPanel: () => ({ dom: document.createElement('div') }) }),
    placeholder(t('Write here. @ cites a source or a passage, [[ links to a note or a tag.')),
    formatKeymap,
    Prec.low(
      keymap.of([
        {
          key: 'ArrowUp',
          run: ({ state }) => {
            const { main } = state.selection;
            if (!main.empty || main.head !== 0) return false;
            state.facet(noteHost).focusTitle();
            return true;
          },
        },
      ]),
    ),
    keymap.of([...historyKeymap.filter(({ key }) => key !== 'Mod-u'), ...defaultKeymap]),
    EditorView.contentAttributes.of({
      'aria-label': t('Text of the note'),
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }),
    EditorView.domEventHandlers({
      blur: () => host.onBlur(),
      contextmenu: (event, current) => {
        const offset = current.posAtCoords({ x: event.clientX, y: event.clientY }) ?? current.state.selection.main.head;
        const { from, to } = current.state.selection.main;
        if (offset < from || offset > to) current.dispatch({ selection: { anchor: offset } });
        host.openMenu({ x: event.clientX, y: event.clientY, offset, spelling: spellingAt(current, offset) });
        return true;
      },
    }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const isPerson = update.transactions.some((one) => one.docChanged && !one.annotation(fromOutside));
      if (isPerson) host.onChange();
    }),
  ];
  let savedState = EditorState.create({ doc: body, extensions });
  let scrolled = 0;

  const dispatch = (spec: TransactionSpec): void => {
    if (view) view.dispatch(spec);
    else savedState = savedState.update(spec).state;
  };
  const state = () => view?.state ?? savedState;

  return {
    /** The view while there is one. */
    view: () => view,
    state,
    /** @param scroller what scrolls around the editor. */
    attach: (parent: HTMLElement, scroller: HTMLElement | null) => {
      view = new EditorView({ state: savedState, parent });
      view.dispatch({ effects: access.reconfigure(accessOf()) });
      if (scroller) scroller.scrollTop = scrolled;
    },
    detach: (scroller: HTMLElement | null) => {
      if (!view) return;
      scrolled = scroller?.scrollTop ?? 0;
      savedState = view.state.update({ effects: setSearchQuery.of(new SearchQuery({ search: '' })) }).state;
      view.destroy();
      view = null;
    },
    setWritable: (next: boolean) => {
      isWritable = next;
      dispatch({ effects: access.reconfigure(accessOf()) });
    },
    tellReferences: (known: References) => dispatch({ effects: setReferences.of(known) }),
    readBody: () => state().doc.toString(),
    /** A quotation is undone by the editor; what was changed elsewhere is undone there. */
    apply: (change: TextChange, from: 'quote' | 'elsewhere') => {
      const { head } = state().selection.main;
      const isQuote = from === 'quote';
      const end = change.from + change.insert.length;
      const isAtCursor = isQuote && change.from <= head && head <= Math.max(change.to, change.from);
      dispatch({
        changes: change,
        ...(isAtCursor ? { selection: { anchor: end } } : {}),
        effects: isQuote
          ? [showInserted.of({ from: change.from, to: end }), EditorView.scrollIntoView(change.from, { y: 'nearest' })]
          : [],
        annotations: [
          fromOutside.of(true),
          ...(isQuote ? [isolateHistory.of('full')] : [Transaction.addToHistory.of(false)]),
        ],
      });
      if (isQuote) setTimeout(() => dispatch({ effects: showInserted.of(null) }), SHOWN_MS);
    },
    cursor: () => state().selection.main.head,
    reveal: (offset: number) => {
      const at = Math.min(offset, state().doc.length);
      dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 60 }) });
      view?.focus();
    },
  };
}
