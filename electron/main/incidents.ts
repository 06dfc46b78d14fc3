/** The log of what went wrong by itself: one JSON line an incident, in the person's own folder, never sent anywhere. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface IncidentLog {
  /**
   * Writes at once, because the process may be about to die.
   * @param what short name of the kind, such as `service-exit`.
   * @returns the id a person can quote.
   */
  record(what: string, details: Readonly<Record<string, unknown>>): string;
}

/** @param userData folder of the person's settings. */
export function createIncidentLog({
  userData,
  now = () => new Date(),
}: {
  userData: string;
  now?: () => Date;
}): IncidentLog {
  const dir = join(userData, 'logs');
  return {
    record(what, details) {
      const incidentId = randomUUID().slice(0, 8);
      const line = JSON.stringify({ at: now().toISOString(), incidentId, what, ...details });
      try {
        mkdirSync(dir, { recursive: true });
        appendFileSync(join(dir, 'incidents.log'), `${line}\n`);
      } catch {
        // A full disk must not turn one incident into two; the line still reaches the terminal.
      }
      console.error(line);
      return incidentId;
    },
  };
}

/** What can be said of a thrown value in a log line. */
export function describeThrown(thrown: unknown): Record<string, unknown> {
  return thrown instanceof Error
    ? { message: thrown.message, stack: thrown.stack ?? null }
    : { message: String(thrown) };
}
