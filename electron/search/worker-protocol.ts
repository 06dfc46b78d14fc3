/** What the service and the search worker say to each other. */
import type { Failure, Range, SearchMode } from '../contract/index.js';
import type { IndexDocument, Ranked } from './engine.js';

export interface WorkerCalls {
  load: { input: { file: string }; output: string[] };
  add: { input: { documents: readonly IndexDocument[] }; output: number };
  remove: { input: { refs: readonly string[] }; output: null };
  seal: { input: null; output: { json: string; refs: string[] } | null };
  query: { input: { line: string; mode: SearchMode }; output: Ranked[] };
  places: { input: { line: string; mode: SearchMode; refs: readonly string[] }; output: Range[][] };
}
export type WorkerCall = keyof WorkerCalls;

export interface WorkerRequest {
  readonly id: number;
  readonly call: WorkerCall;
  readonly input: unknown;
}
export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly error: Failure };
