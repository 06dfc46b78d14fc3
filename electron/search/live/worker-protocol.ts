/** What the service and the search worker say to each other. Bytes are moved, not copied. */
import type { VersionId } from '../../contract/index.js';
import type { MergePart } from '../segment/merge-segments.js';
import type { SegmentData } from '../segment/segment-format.js';
import type { SourceText } from './index-document.js';

export interface LanguageGuess {
  readonly versionId: VersionId;
  /** BCP 47; '' when it cannot be determined. */
  readonly language: string;
}

export interface WorkerTasks {
  build: { input: { sources: readonly SourceText[] }; output: { segment: SegmentData; guesses: LanguageGuess[] } };
  /** `segment` is null when no document is left. */
  merge: { input: { parts: readonly MergePart[] }; output: { segment: SegmentData | null } };
}
export type WorkerTaskName = keyof WorkerTasks;

export interface WorkerTask {
  readonly id: number;
  readonly name: WorkerTaskName;
  readonly input: unknown;
}
export type WorkerTaskAnswer =
  | { readonly id: number; readonly output: WorkerTasks[WorkerTaskName]['output'] }
  | { readonly id: number; readonly error: string };

/** Said once by the worker, when its program is loaded. */
export const LOADED = 'loaded';
