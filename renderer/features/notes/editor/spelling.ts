/**
 * Wavy lines under words that no chosen dictionary knows. Only what is in sight is looked at, each word is asked about
 * once, and the word that is being written is left in peace.
 */
import { type Extension, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { bridge, perform } from '../../../api/index.js';
import { noteHost } from './note-host.js';
import { type WordPlace, wordPlaces } from './word-places.js';

/** After the last change; typing goes before spelling. */
const REST_MS = 250;
const MOST_ASKED = 2_000;
const MOST_KNOWN = 50_000;

const WRONG = Decoration.mark({ class: 'cm-misspelt', attributes: { 'aria-invalid': 'spelling' } });
/** Words were learned or languages chosen: what is known of words is asked again. */
const told = StateEffect.define<null>();

/** Whether each word is right, for the languages of `verdictsFor`. Shared by all notes. */
const verdicts = new Map<string, boolean>();
let verdictsFor = '';

function forget(): void {
  verdicts.clear();
}

/** @returns whether anything new is known. */
async function ask(languages: readonly string[], words: readonly string[]): Promise<boolean> {
  const key = languages.join(' ');
  if (key !== verdictsFor || verdicts.size > MOST_KNOWN) forget();
  verdictsFor = key;
  const open = [...new Set(words)].filter((word) => !verdicts.has(word)).slice(0, MOST_ASKED);
  if (open.length === 0) return false;
  const answer = await perform('spelling.check', { languages: [...languages], words: open }, { quiet: true });
  if (!answer.ok || key !== verdictsFor) return false;
  const wrong = new Set(answer.value);
  for (const word of open) verdicts.set(word, !wrong.has(word));
  return true;
}

class Spelling {
  drawn: DecorationSet = Decoration.none;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly stop: () => void;

  constructor(private readonly view: EditorView) {
    this.schedule();
    this.stop = bridge.subscribe('archive.changed', ({ scopes }) => {
      if (!scopes.includes('spelling')) return;
      forget();
      this.schedule();
    });
  }

  update(update: ViewUpdate): void {
    const isTold = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(told)));
    if (update.docChanged) this.drawn = this.drawn.map(update.changes);
    if (isTold) this.draw();
    if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged) this.schedule();
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.stop();
  }

  private schedule(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), REST_MS);
  }

  private places(): WordPlace[] {
    const { state, visibleRanges } = this.view;
    return visibleRanges.flatMap(({ from, to }) => wordPlaces(state, from, to));
  }

  private async look(): Promise<void> {
    this.timer = null;
    const languages = this.view.state.facet(noteHost).languages();
    if (languages.length > 0) {
      await ask(
        languages,
        this.places().map(({ word }) => word),
      );
    }
    // The view may be gone by now.
    if (this.view.dom.isConnected) this.view.dispatch({ effects: told.of(null) });
  }

  private draw(): void {
    const { state, hasFocus } = this.view;
    const builder = new RangeSetBuilder<Decoration>();
    const { head, empty } = state.selection.main;
    const isOn = state.facet(noteHost).languages().length > 0;
    for (const { from, to, word } of isOn ? this.places() : []) {
      const isBeingWritten = hasFocus && empty && head === to;
      if (verdicts.get(word) === false && !isBeingWritten) builder.add(from, to, WRONG);
    }
    this.drawn = builder.finish();
  }
}

const plugin = ViewPlugin.fromClass(Spelling, { decorations: ({ drawn }) => drawn });

/** The misspelt word at a place; null when there is none. */
export function misspeltAt(view: EditorView, offset: number): WordPlace | null {
  if (view.state.facet(noteHost).languages().length === 0) return null;
  const line = view.state.doc.lineAt(offset);
  const place = wordPlaces(view.state, line.from, line.to).find(({ from, to }) => from <= offset && offset <= to);
  return place && verdicts.get(place.word) === false ? place : null;
}

export const spelling: Extension = [
  plugin,
  keymap.of([
    {
      key: 'Mod-.',
      run: (view) => {
        const { head } = view.state.selection.main;
        const at = misspeltAt(view, head) && view.coordsAtPos(head);
        if (!at) return false;
        view.state.facet(noteHost).openMenu({ x: at.left, y: at.bottom, offset: head });
        return true;
      },
    },
  ]),
];
