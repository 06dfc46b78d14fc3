/** What an editor knows of a proofreading: edits since the version, words seen to be right, those still to be asked for. */
import { invertedEffects } from '@codemirror/commands';
import { ChangeSet, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { t } from '../../../electron/wording/index.js';
import type { PlacedText } from './placed-words.js';
import { doubtfulWords } from './proof-changes.js';

export interface ProofState {
  readonly placed: PlacedText;
  /** From the text of the version to what stands in the editor. */
  readonly changes: ChangeSet;
  readonly seen: ReadonlySet<number>;
  readonly doubtful: readonly number[];
}

/** That a word was seen to be right, or is asked for again. */
export const setSeen = StateEffect.define<{ readonly word: number; readonly isSeen: boolean }>();

export const proofField = StateField.define<ProofState>({
  create: () => {
    throw new Error('A proofreading begins with a text');
  },
  update: (before, transaction) => {
    const effects = transaction.effects.filter((effect) => effect.is(setSeen));
    if (!transaction.docChanged && effects.length === 0) return before;
    const changes = before.changes.compose(transaction.changes);
    const seen = new Set(before.seen);
    for (const { value } of effects) {
      if (value.isSeen) seen.add(value.word);
      else seen.delete(value.word);
    }
    return { ...before, changes, seen, doubtful: doubtfulWords(before.placed, changes, seen) };
  },
});

export const proofStateOf = (placed: PlacedText, changes: ChangeSet, seen: ReadonlySet<number>): ProofState => ({
  placed,
  changes,
  seen,
  doubtful: doubtfulWords(placed, changes, seen),
});

/** What a draft says was changed; nothing when it does not fit the text. */
export function changesOfDraft(json: unknown, length: number): ChangeSet {
  try {
    const changes = ChangeSet.fromJSON(json);
    if (changes.length === length) return changes;
  } catch {
    // A draft that cannot be read counts as none.
  }
  return ChangeSet.empty(length);
}

/** Undo takes back also that a word was seen. */
const undoSeen = invertedEffects.of((transaction) =>
  transaction.effects
    .filter((effect) => effect.is(setSeen))
    .map(({ value }) => setSeen.of({ word: value.word, isSeen: !value.isSeen })),
);

/** Marks the words that are still to be asked for, as far as they are in sight. */
const doubtfulMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }
    update(update: ViewUpdate) {
      const isSame = update.startState.field(proofField) === update.state.field(proofField);
      if (!isSame || update.viewportChanged) this.decorations = marksOf(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function marksOf({ state, visibleRanges }: EditorView): DecorationSet {
  const { placed, changes, doubtful } = state.field(proofField);
  const marks = [];
  const startOf = (index: number) => changes.mapPos(placed.words[index]?.start ?? 0, 1);
  for (const { from, to } of visibleRanges) {
    let [low, high] = [0, doubtful.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(doubtful[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < doubtful.length; at += 1) {
      const word = placed.words[doubtful[at] ?? 0];
      if (!word) continue;
      const start = changes.mapPos(word.start, 1);
      const end = changes.mapPos(word.end, -1);
      if (start >= to) break;
      if (end <= start) continue;
      const title = t('Confidence {confidence}', { confidence: word.confidence ?? 0 });
      marks.push(Decoration.mark({ class: 'cm-doubtful', attributes: { title } }).range(start, end));
    }
  }
  return Decoration.set(marks, true);
}

export const proofState = (begin: ProofState): Extension => [proofField.init(() => begin), undoSeen, doubtfulMarks];
