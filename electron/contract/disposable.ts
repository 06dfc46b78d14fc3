/**
 * The messages between a process that has work and the disposable process that does it. Internal: both ends come from
 * one build, and no window and no terminal speaks them.
 */

/** The switch by which the packaged program knows that it is there to work for the process that started it. */
export const DISPOSABLE_SWITCH = '--fonds-disposable';

/** Names the program to start for a service whose own executable is a helper that cannot start the app. */
export const PROGRAM_VARIABLE = 'FONDS_PROGRAM';

/** What such a process writes to standard error as its last word when it goes over its memory. */
export const OUT_OF_MEMORY = 'fonds-disposable: out of memory';

/** The first message to it. */
export interface DisposableStart {
  readonly type: 'start';
  /** The bundle with the functions. */
  readonly path: string;
  /** Resident set size, of the whole process, at which it ends itself. */
  readonly memoryMb: number;
}

export interface DisposableTask {
  readonly type: 'task';
  readonly name: string;
  readonly input: unknown;
}

/** `began` says that a task has arrived; each task has one `done` or `failed`. A start has no answer. */
export type DisposableAnswer =
  | { readonly type: 'began' }
  | { readonly type: 'done'; readonly value: unknown; readonly residentMb: number }
  | { readonly type: 'failed'; readonly message: string; readonly residentMb: number };
