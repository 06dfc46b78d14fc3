/**
 * The contract: every call a client can make, typed once for both ends. `window` calls are open to the renderer;
 * `trusted` calls carry paths and are open only to the main process and the terminal.
 */
import type { z } from 'zod';
import { annotationCalls } from './annotation-calls.js';
import { archiveCalls } from './archive-calls.js';
import type { Call } from './call.js';
import { collationCalls } from './collation-calls.js';
import { exportCalls } from './export-calls.js';
import { jobCalls } from './job-calls.js';
import { noteCalls } from './note-calls.js';
import { ocrCalls } from './ocr-calls.js';
import { pageCalls } from './page-calls.js';
import { rereadCalls } from './reread-calls.js';
import type { ErrorCode } from './result.js';
import { searchCalls } from './search-calls.js';
import { sourceCalls } from './source-calls.js';

/** What any call may be refused with, beside the codes it declares. */
export const ANY_CALL_ERRORS = [
  'INTERNAL',
  'INVALID_INPUT',
  'FORBIDDEN',
  'SERVICE_DOWN',
  'ARCHIVE_DAMAGED',
  'ARCHIVE_LOCKED',
] as const satisfies readonly ErrorCode[];

/** Calls the archive service answers. */
export const calls = {
  ...archiveCalls,
  ...sourceCalls,
  ...searchCalls,
  ...jobCalls,
  ...annotationCalls,
  ...rereadCalls,
  ...ocrCalls,
  ...pageCalls,
  ...noteCalls,
  ...exportCalls,
  ...collationCalls,
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>;
