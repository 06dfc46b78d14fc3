/**
 * Wavy lines under words that no chosen dictionary knows, and the key that asks what such a word may have been. Only what
 * is in sight is looked at, and the word that is being written is left in peace.
 */
import { type Extension, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { t } from '../../../../electron/wording/index.js';
import { announce, announceWait, bridge, perform } from '../../../api/index.js';
import { type CheckableWord, checkableWords, type WordSpelling } from './checkable-words.js';
import { noteHost } from './note-host.js';
import { createSpellingVerdicts } from './spelling-verdicts.js';

/** After the last change; typing goes before spelling. */
const REST_MS = 250;

const WRONG = Decoration.mark({ class: 'cm-misspelt', attributes: { 'aria-invalid': 'spelling' } });
/** More is known of words than before. */
const checked = StateEffect.define<null>();

/** Shared by all notes. */
const verdicts = createSpellingVerdicts(async (languages, words) => {
  const answer = await perform('spelling.check', { languages: [...languages], words: [...words] }, { quiet: true });
  return answer.ok ? new Set(answer.value) : null;
});

const views = new Set<SpellCheckPlugin>();
let stopListening: (() => void) | null = null;

function enter(view: SpellCheckPlugin): void {
  views.add(view);
  if (stopListening) return;
  // Words may have been learned while no note was shown.
  verdicts.invalidate();
  stopListening = bridge.subscribe('archive.changed', ({ scopes }) => {
    if (!scopes.includes('spelling')) return;
    verdicts.invalidate();
    for (const each of views) each.schedule();
  });
}

function leave(view: SpellCheckPlugin): void {
  views.delete(view);
  if (views.size > 0) return;
  stopListening?.();
  stopListening = null;
}

/** The word that the key waits for a verdict on. */
interface PendingSuggestion {
  place: CheckableWord;
  readonly end: () => void;
}

class SpellCheckPlugin {
  drawn: DecorationSet = Decoration.none;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private question: PendingSuggestion | null = null;

  constructor(private readonly view: EditorView) {
    enter(this);
    this.schedule();
  }

  update(update: ViewUpdate): void {
    const hasLooked = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(checked)));
    if (update.docChanged) this.drawn = this.drawn.map(update.changes);
    if (hasLooked) this.draw();
    this.follow(update);
    if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged) this.schedule();
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.drop();
    leave(this);
  }

  schedule(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), REST_MS);
  }

  /** Opens the menu of the word at the cursor as soon as it is known whether it is misspelt. */
  async ask(): Promise<void> {
    this.drop();
    const { state } = this.view;
    const languages = state.facet(noteHost).languages();
    const place = wordAt(state, state.selection.main.head);
    if (languages.length === 0) announce(t('No dictionary is chosen'), { text: t('Choose one in the settings.') });
    else if (!place) announce(t('There is no word to look up here'));
    if (languages.length === 0 || !place) return;
    const question: PendingSuggestion = { place, end: announceWait(t('Looking up “{word}”', { word: place.word })) };
    this.question = question;
    const isKnown = await verdicts.settle(languages, [place.word]);
    // The person went on to something else, or pressed the key again.
    if (this.question !== question) return;
    this.drop();
    if (!isKnown)
      announce(t('“{word}” could not be looked up', { word: place.word }), {
        tone: 'problem',
        text: t('Press the key again.'),
      });
    else if (verdicts.of(languages, place.word) === 'right')
      announce(t('“{word}” is not misspelt', { word: place.word }));
    else this.openMenu(question.place);
  }

  private openMenu(place: CheckableWord): void {
    const { head } = this.view.state.selection.main;
    const at = this.view.coordsAtPos(head) ?? this.view.dom.getBoundingClientRect();
    const { left: x, bottom: y } = at;
    this.view.state.facet(noteHost).openMenu({ x, y, offset: head, spelling: { verdict: 'wrong', range: place } });
  }

  /** A change elsewhere moves the word that is asked about; typing or moving the cursor away cancels it. */
  private follow({ changes, docChanged, selectionSet, state }: ViewUpdate): void {
    if (!this.question || !(docChanged || selectionSet)) return;
    const { word, from, to } = this.question.place;
    const place = { word, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) };
    const { head } = state.selection.main;
    const isThere = state.sliceDoc(place.from, place.to) === word && place.from <= head && head <= place.to;
    if (isThere) this.question.place = place;
    else this.drop();
  }

  private drop(): void {
    this.question?.end();
    this.question = null;
  }

  private places(): CheckableWord[] {
    const { state, visibleRanges } = this.view;
    return visibleRanges.flatMap(({ from, to }) => checkableWords(state, from, to));
  }

  private async look(): Promise<void> {
    this.timer = null;
    const languages = this.view.state.facet(noteHost).languages();
    if (languages.length > 0) {
      const words = this.places().map(({ word }) => word);
      await verdicts.settle(languages, words);
    }
    // The view may be gone by now.
    if (this.view.dom.isConnected) this.view.dispatch({ effects: checked.of(null) });
  }

  private draw(): void {
    const { state, hasFocus } = this.view;
    const builder = new RangeSetBuilder<Decoration>();
    const { head, empty } = state.selection.main;
    const languages = state.facet(noteHost).languages();
    for (const { from, to, word } of languages.length > 0 ? this.places() : []) {
      const isBeingWritten = hasFocus && empty && head === to;
      if (verdicts.of(languages, word) === 'wrong' && !isBeingWritten) builder.add(from, to, WRONG);
    }
    this.drawn = builder.finish();
  }
}

const plugin = ViewPlugin.fromClass(SpellCheckPlugin, { decorations: ({ drawn }) => drawn });

function wordAt(state: EditorView['state'], offset: number): CheckableWord | null {
  const line = state.doc.lineAt(offset);
  return checkableWords(state, line.from, line.to).find(({ from, to }) => from <= offset && offset <= to) ?? null;
}

/** Of the word at a place, as far as it is known; null when there is none, or it is right. */
export function spellingAt(view: EditorView, offset: number): WordSpelling | null {
  const languages = view.state.facet(noteHost).languages();
  const place = languages.length > 0 ? wordAt(view.state, offset) : null;
  if (!place) return null;
  const verdict = verdicts.of(languages, place.word);
  return verdict === 'right' ? null : { verdict: verdict ?? 'unknown', range: place };
}

export const spellCheck: Extension = [
  plugin,
  keymap.of([
    {
      key: 'Mod-.',
      run: (view) => {
        void view.plugin(plugin)?.ask();
        return true;
      },
    },
  ]),
];
