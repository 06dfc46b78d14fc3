/** One change as the journal keeps it, and how it is applied. */
import type { Scope, SourceId } from '../contract/index.js';

/** `before` and `after` are the state of the subject on either side; applying one of them goes there. */
export interface JournalChange {
  /** What is changed and what of it, such as `collection.name`. Written for ever: never rename one. */
  readonly kind: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface TouchedData {
  readonly scopes: readonly Scope[];
  readonly sourceIds: readonly SourceId[];
}

/** Puts a subject into a state of the journal. Runs inside a write transaction. */
export type ChangeApplier = (subjectId: string, state: unknown) => TouchedData;

/** As stored: JSON on either side. */
export interface JournalChangeRow {
  readonly kind: string;
  readonly subjectId: string;
  readonly before: string;
  readonly after: string;
}
export type ChangeSide = 'before' | 'after';
export type StepTransition = 'undo' | 'redo' | 'abandon' | 'keep';
export type StepState = 'done' | 'undone' | 'abandoned' | 'kept';
