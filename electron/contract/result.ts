/** Expected failures as values: a stable code, a message for a person, details for a program. */
import { z } from 'zod';

export const ErrorCode = z.enum([
  'INTERNAL',
  'INVALID_INPUT',
  'FORBIDDEN',
  'NO_ARCHIVE',
  'ARCHIVE_NOT_FOUND',
  'ARCHIVE_EXISTS',
  'ARCHIVE_FOREIGN',
  'ARCHIVE_NEWER',
  'ARCHIVE_LOCKED',
  'ARCHIVE_DAMAGED',
  'ARCHIVE_LOG_FOREIGN',
  'ARCHIVE_LOG_MISSING',
  'ARCHIVE_READ_ONLY',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'FILE_EXISTS',
  'NOT_FOUND',
  'DATE_INVALID',
  'QUERY_SYNTAX',
  'STALE',
  'STYLE_INVALID',
  'EXCHANGE_INVALID',
  'PRINTING_FAILED',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_REDO',
  'SERVICE_DOWN',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const Failure = z.object({
  code: ErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Failure = z.infer<typeof Failure>;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (error: Failure): Result<never> => ({ ok: false, error });

/** An expected failure on its way to the border of the service, where it becomes a `Failure`. */
export class FondsError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'FondsError';
  }
}

/** The same failure for a window, which sees names and never paths: `path` is replaced by `name`, and details that hold it go. */
export function withoutPath(failure: Failure, path: string, name: string): Failure {
  const { code, message, details = {} } = failure;
  const kept = Object.entries(details).filter(([, value]) => !JSON.stringify(value)?.includes(path));
  return { code, message: message.replaceAll(path, name), details: Object.fromEntries(kept) };
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
