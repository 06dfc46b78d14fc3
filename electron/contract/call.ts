/** What a call of the contract is made of, and the pieces that many calls share. */
import { z } from 'zod';
import { JobId, SourceId } from './ids.js';
import type { ErrorCode } from './result.js';

export type Audience = 'window' | 'trusted';

export interface Call {
  readonly audience: Audience;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly errors: readonly ErrorCode[];
}

export const call = <I extends z.ZodType, O extends z.ZodType, const E extends readonly ErrorCode[]>(spec: {
  audience: Audience;
  input: I;
  output: O;
  errors: E;
}) => spec;

export const nothing = z.undefined();
export const none = z.null();
export const sourceIds = z.array(SourceId).min(1).max(100_000);
export const job = z.object({ jobId: JobId });
/** Rows that one answer of a list holds at most; `readWhole` reads a list to its end. */
export const MOST_A_PAGE = {
  'source.list': 500,
  'note.list': 500,
  'annotation.list': 2_000,
  'search.query': 500,
  'search.log': 500,
  'search.concordance': 1_000,
} as const;
/** UTF-16 units. */
export const offset = z.number().int().min(0);
export const name = z.string().trim().min(1).max(200);
/** What a file that is there already means to a writer. */
export const onExisting = z.enum(['refuse', 'replace']).default('refuse');
/** What any change of the archive may be refused with. */
export const CHANGE = ['NO_ARCHIVE', 'ARCHIVE_READ_ONLY', 'DISK_FULL'] as const satisfies readonly ErrorCode[];
