/**
 * The log of what went wrong by itself: one JSON line an incident, in the person's own folder, never sent anywhere.
 * Invariant: a line says where in the program it happened, and neither names a file of the person's nor quotes what is
 * in one.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A failure that returns with every key is no reason to fill a disk; what came before is kept once. */
const MAX_BYTES = 1_000_000;

export interface IncidentLog {
  /** Path of the log, which is made by the first incident. */
  readonly file: string;
  /**
   * Writes at once, because the process may be about to die.
   * @param what short name of the kind, such as `service-exit`.
   * @returns the id a person can quote.
   */
  record(what: string, details: Readonly<Record<string, unknown>>): string;
}

export interface IncidentLogOptions {
  /** Folder of the log, made when it is needed. */
  readonly dir: string;
  readonly now?: () => Date;
}

export function createIncidentLog({ dir, now = () => new Date() }: IncidentLogOptions): IncidentLog {
  return {
    file: incidentFile(dir),
    record(what, details) {
      const { incidentId, line } = writeIncident(dir, { at: now(), what, details });
      console.error(line);
      return incidentId;
    },
  };
}

const incidentFile = (dir: string): string => join(dir, 'incidents.log');

/** @param dir folder of the log; null when there is none to write to. @returns the id, and the line as it was written. */
export function writeIncident(
  dir: string | null,
  { at, what, details }: { readonly at: Date; readonly what: string; readonly details: object },
): { readonly incidentId: string; readonly line: string; readonly file: string | null } {
  const incidentId = randomUUID().slice(0, 8);
  const line = JSON.stringify({ at: at.toISOString(), incidentId, what, ...details });
  if (dir === null) return { incidentId, line, file: null };
  const file = incidentFile(dir);
  try {
    mkdirSync(dir, { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
      renameSync(file, join(dir, 'incidents-before.log'));
    appendFileSync(file, `${line}\n`);
    return { incidentId, line, file };
  } catch {
    // A full disk must not turn one incident into two; the line still reaches the terminal.
    return { incidentId, line, file: null };
  }
}

/** From a path, of POSIX or Windows, to the end: it may have blanks, and nobody can say where it ends. */
const PATHS = /(?:file:\/\/|\b[A-Za-z]:[\\/]|\\\\|(?<![\w.)\]])\/(?=\S)).*/su;
/** From the first quotation mark to the last: what is quoted, as by `JSON.parse`, may have quotation marks itself. */
const QUOTED = /(?:["“”`]|(?<!\w)')(?:.*["“”'`]|.*)/su;

/** The same words without paths and quotations. */
const withheld = (message: string): string => message.replace(QUOTED, '[…]').replace(PATHS, '[…]').slice(0, 300);

const isFrame = (line: string): boolean => /^\s+at /.test(line);

/** The places of the program alone: no message, and not where this person's home is. */
function places(stack: string): string {
  return stack
    .split('\n')
    .filter(isFrame)
    .map((frame) => frame.trim())
    .join('\n')
    .replaceAll(homedir(), '~');
}

/** What a log line may say of a thrown value: its kind, its words without paths and quotations, its places. */
export function describeThrown(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: withheld(String(thrown)) };
  const { code, syscall } = thrown as NodeJS.ErrnoException;
  // The message of a system call is its code and the path.
  const message = syscall === undefined ? withheld(thrown.message) : `${code}: ${syscall}`;
  return {
    name: thrown.name,
    ...(code === undefined ? {} : { code }),
    message,
    stack: thrown.stack === undefined ? null : places(thrown.stack),
    ...(thrown.cause === undefined ? {} : { cause: describeThrown(thrown.cause) }),
  };
}

/** What a process wrote before it ended, without paths and quotations, which may go on over several lines. */
export function describeOutput(output: string): string {
  const kept: string[] = [];
  let isWithholding = false;
  for (const line of output.split('\n')) {
    // Lines of this log were written with the same care.
    const isSafe = isFrame(line) || line.startsWith('{"at":');
    if (isWithholding && !isSafe) continue;
    const words = isSafe ? line.replaceAll(homedir(), '~') : withheld(line);
    isWithholding = words !== line && !isSafe;
    kept.push(words);
  }
  return kept.join('\n');
}
