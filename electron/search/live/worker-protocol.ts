/** What the service and the search worker say to each other. Bytes are moved, not copied. */
import type { VersionId } from '../../contract/index.js';
import type { SegmentData } from '../segment/format.js';
import type { MergePart } from '../segment/merge-segments.js';
import type { SourceText } from './index-document.js';

export interface Guess {
  readonly versionId: VersionId;
  /** BCP 47; '' when it cannot be told. */
  readonly language: string;
}

export interface Tasks {
  build: { input: { sources: readonly SourceText[] }; output: { segment: SegmentData; guesses: Guess[] } };
  /** `segment` is null when no document is left. */
  merge: { input: { parts: readonly MergePart[] }; output: { segment: SegmentData | null } };
}
export type TaskName = keyof Tasks;

export interface Task {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}
export type TaskAnswer =
  | { readonly id: number; readonly output: Tasks[TaskName]['output'] }
  | { readonly id: number; readonly error: string };

/** Said once by the worker, when its program is loaded. */
export const LOADED = 'loaded';
