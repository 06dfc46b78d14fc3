/** The messages that cross a port, and what the preload puts on `window`. */
import type { CallName, Input, Output } from './calls.js';
import type { EventBody, EventName } from './events.js';
import type { Result } from './result.js';
import type { ShellCallName, ShellInput, ShellOutput } from './shell-calls.js';

export interface WireRequest {
  readonly type: 'request';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export interface WireResponse {
  readonly type: 'response';
  readonly id: number;
  readonly result: Result<unknown>;
}
export interface EventMessage {
  readonly type: 'event';
  readonly name: EventName;
  readonly body: unknown;
}

/** `window.fonds`: all that a page may do. */
export interface FondsBridge {
  invoke<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  shell<N extends ShellCallName>(name: N, input: ShellInput<N>): Promise<Result<ShellOutput<N>>>;
  /** Hands dropped files over without telling the page where they lie. */
  importDropped(files: readonly File[]): Promise<Result<ShellOutput<'shell.chooseImport'>>>;
  subscribe<N extends EventName>(name: N, listener: (body: EventBody<N>) => void): () => void;
}
