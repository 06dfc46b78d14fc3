/** Reads Chromium's `--log-net-log` file, also one whose end was never written. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const NetLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.unknown().optional() })),
});

export interface NetEvent {
  readonly type: string;
  /** The event's parameters as JSON. */
  readonly params: string;
}

/**
 * Event types that mean a packet, a connection or a name on its way out. A mere request for a host is not one: the
 * empty resolver answers it itself, before a job, a task or a query exists.
 */
const OUTWARD =
  /^(HOST_RESOLVER_(MANAGER_JOB|SYSTEM_TASK|DNS_TASK)|DNS_TRANSACTION|TCP_CONNECT|UDP_(CONNECT|BYTES_SENT)|SOCKET_BYTES_SENT|QUIC_SESSION$|SSL_CONNECT_JOB|SOCKS)/;

/**
 * Chromium asks the kernel, by a UDP socket to this address on which nothing is ever sent, whether there is a route
 * for IPv6. Such a socket makes no packet; a single byte sent on it would be a UDP_BYTES_SENT, which is not excused.
 */
const ROUTE_QUESTION = /^UDP_CONNECT (null|.*"\[2001:4860:4860::8888\]:443")/;

/** @throws when the file holds no constants: then nothing was logged at all. */
export async function readNetLog(file: string): Promise<NetEvent[]> {
  const log = NetLog.parse(parseTruncated(await readFile(file, 'utf8')));
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]));
  return log.events.map(({ type, params }) => ({
    type: names.get(type) ?? `unknown ${type}`,
    params: JSON.stringify(params ?? null),
  }));
}

/** Each event is one line; a killed process leaves the last one torn and the list open. */
export function parseTruncated(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lastWhole = text.lastIndexOf('},\n');
    return JSON.parse(`${text.slice(0, lastWhole + 1)}\n]}`);
  }
}

/** @returns the events that would have been seen outside. */
export const outward = (events: readonly NetEvent[]): NetEvent[] =>
  events.filter(({ type, params }) => OUTWARD.test(type) && !ROUTE_QUESTION.test(`${type} ${params}`));
