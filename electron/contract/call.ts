/** What a call of the contract is made of, and the pieces that many calls share. */
import { z } from 'zod';
import { JobId, SourceId } from './ids.js';
import type { ErrorCode } from './result.js';
import type { Scope } from './scopes.js';

export type Audience = 'window' | 'trusted';

export interface Call {
  readonly audience: Audience;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** An answer is out of date once any of these changed. Empty: it never is. */
  readonly reads: readonly Scope[];
  /**
   * What the call, or the job that it starts, may change; `history` goes without saying. A call that changes anything
   * is refused while the archive is open for reading only, and the window says that it is saving.
   */
  readonly changes: readonly Scope[];
  readonly errors: readonly ErrorCode[];
}

interface CallSpec<I extends z.ZodType, O extends z.ZodType> {
  readonly audience: Audience;
  readonly input: I;
  readonly output: O;
  /** Beside those that every call of its kind may be refused with. */
  readonly errors?: readonly ErrorCode[];
}

/** Asks the archive, and changes nothing. */
export const query = <I extends z.ZodType, O extends z.ZodType>({
  reads,
  errors = [],
  ...spec
}: CallSpec<I, O> & { readonly reads: readonly Scope[] }) => ({
  ...spec,
  reads,
  changes: [] as const,
  errors: reads.length > 0 ? (['NO_ARCHIVE', ...errors] as const) : errors,
});

/** Changes the archive, at once or by a job. */
export const change = <I extends z.ZodType, O extends z.ZodType>({
  changes,
  errors = [],
  ...spec
}: CallSpec<I, O> & { readonly changes: readonly [Scope, ...Scope[]] }) => ({
  ...spec,
  reads: [] as const,
  changes,
  errors: ['NO_ARCHIVE', 'ARCHIVE_READ_ONLY', 'DISK_FULL', ...errors] as const,
});

/** Anything else: opens and closes archives, writes files, looks after jobs. */
export const action = <I extends z.ZodType, O extends z.ZodType>({ errors = [], ...spec }: CallSpec<I, O>) => ({
  ...spec,
  reads: [] as const,
  changes: [] as const,
  errors,
});

export const noInput = z.undefined();
export const none = z.null();
export const sourceIds = z.array(SourceId).min(1).max(100_000);
export const job = z.object({ jobId: JobId });
/** Rows that one answer of a list holds at most; `readWhole` reads a list to its end. */
export const MAX_PAGE_ROWS = {
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
