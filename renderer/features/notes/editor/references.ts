/** What is known of the things a note names. Told by the page, which asks the archive. */
import { StateEffect, StateField } from '@codemirror/state';
import type { NoteReference } from '../../../../electron/contract/index.js';

export type References = ReadonlyMap<string, NoteReference>;

export const setReferences = StateEffect.define<References>();

export const references = StateField.define<References>({
  create: () => new Map(),
  update: (known, transaction) =>
    transaction.effects.reduce<References>((last, effect) => (effect.is(setReferences) ? effect.value : last), known),
});
