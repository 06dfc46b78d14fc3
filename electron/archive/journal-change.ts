/** One change as the journal keeps it, and how it is applied. */
import type { Scope, SourceId } from '../contract/index.js';

/** `before` and `after` are the state of the subject on either side; applying one of them goes there. */
export interface Change {
  /** What is changed and what of it, such as `collection.name`. Written for ever: never rename one. */
  readonly kind: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Touched {
  readonly scopes: readonly Scope[];
  readonly sourceIds: readonly SourceId[];
}

/** Puts a subject into a state of the journal. Runs inside a write transaction. */
export type Applier = (subjectId: string, state: unknown) => Touched;

/** As stored: JSON on either side. */
export interface ChangeRow {
  readonly kind: string;
  readonly subjectId: string;
  readonly before: string;
  readonly after: string;
}
export type Side = 'before' | 'after';
export type Turn = 'undo' | 'redo' | 'abandon' | 'keep';
export type StepState = 'done' | 'undone' | 'abandoned' | 'kept';
