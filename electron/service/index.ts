/**
 * The archive service behind the contract: owns the one open archive, its index and its jobs. Every client, window or
 * terminal, speaks through `connect`; a call is parsed before it is handled and nothing is thrown across.
 */
import { basename, dirname, join } from 'node:path';
import { v7 } from 'uuid';
import {
  ANY_CALL_ERRORS,
  type Audience,
  type CallName,
  calls,
  type ErrorCode,
  type EventBody,
  type EventName,
  type Failure,
  FondsError,
  fail,
  type Input,
  type Output,
  ok,
  type ParsedInput,
  type Result,
  withoutPath,
} from '../contract/index.js';
import { describeThrown, writeIncident } from '../files/index.js';
import { t } from '../wording/index.js';
import { createArchiveHost } from './archive-host.js';
import { createDeclaredChanges } from './declared-changes.js';
import type { Handlers } from './handler-table.js';
import { createHandlers } from './handlers.js';
import { createPrinter, type Printer } from './printer.js';
import { READ_ONLY } from './refuse-read-only.js';
import { spawnPrintProcess } from './spawn-print-process.js';

export interface ServiceClientHandle {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  close(): void;
}

/** An unexpected failure, as it was written down. */
export interface Incident {
  readonly incidentId: string;
  /** Its line in the log, which names no file of the person's and quotes nothing. */
  readonly line: string;
  /** What was thrown, whole: for a person's own terminal, never for a file. */
  readonly thrown: unknown;
  /** Path of the log; null when it could not be written. */
  readonly file: string | null;
}

export interface Service {
  /** @param audience a `window` client may not make `trusted` calls. */
  connect(audience: Audience, onEvent: <N extends EventName>(name: N, body: EventBody<N>) => void): ServiceClientHandle;
  /** Writes down what went wrong in a client. @param where which client, as `terminal`. */
  incident(where: string, thrown: unknown): Failure;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Holds `data/` and `dist/`. */
  readonly appRoot: string;
  /** Holds `ingest-worker.js` and `search-worker.js`. */
  readonly workersDir: string;
  /** What prints pages; by default a process of its own, which starts when it is first needed. */
  readonly printer?: Printer;
  readonly now?: () => Date;
  readonly newId?: () => string;
  /** `outputs` parses answers as well: for tests and development. */
  readonly check?: 'inputs' | 'outputs';
  /** Folder of the log of incidents; without it they are only said. */
  readonly logsDir?: string;
  /** Hears of each incident; by default it goes to standard error. */
  readonly onIncident?: (incident: Incident) => void;
}

type Listener = (name: EventName, body: unknown) => void;

export function createService(options: ServiceOptions): Service {
  const { now = () => new Date(), newId = v7, check = 'inputs', logsDir } = options;
  const { printer = createPrinter((ends) => spawnPrintProcess(options.appRoot, ends)) } = options;
  const listeners = new Set<Listener>();
  const emit = <N extends EventName>(name: N, body: EventBody<N>) => {
    for (const listener of listeners) listener(name, body);
  };

  // Tests and development want all of it, and what a packaged program says may end in a log.
  const { onIncident = ({ line, thrown }) => console.error(line, ...(check === 'outputs' ? [thrown] : [])) } = options;
  const incident = (name: string, error: unknown): Failure => {
    const details = { call: name, ...describeThrown(error) };
    const written = writeIncident(logsDir ?? null, { at: now(), what: 'service-call', details });
    onIncident({ ...written, thrown: error });
    const { incidentId } = written;
    const message = t(
      'Something went wrong inside Fonds (incident {incidentId}). What was saved is safe. Try again; if it returns, restart Fonds.',
      { incidentId },
    );
    return { code: 'INTERNAL', message, details: { incidentId } };
  };
  const failure = (name: string, error: unknown, declared: readonly ErrorCode[] | null): Failure => {
    if (!(error instanceof FondsError)) return incident(name, error);
    const isDeclared = !declared || [...ANY_CALL_ERRORS, ...declared].includes(error.code);
    // A client that trusts the contract would not know this code: a bug, loud in tests, shown to a person as it is.
    if (check === 'outputs' && !isDeclared)
      return incident(name, new Error(`undeclared ${error.code}: ${error.message}`));
    return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) };
  };

  const declared = check === 'outputs' ? createDeclaredChanges() : null;
  const host = createArchiveHost({
    ...options,
    printer,
    // Beside the log, where the preferences of the person are.
    languagesDir: logsDir === undefined ? '' : join(dirname(logsDir), 'language-data'),
    now,
    newId,
    emit,
    failed: (error) => failure(t('a job'), error, null),
    changed: (scopes) => declared?.check(scopes),
  });
  const handlers: Handlers = createHandlers(host);

  async function call<N extends CallName>(audience: Audience, name: N, input: unknown): Promise<Result<Output<N>>> {
    const spec = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (!spec)
      return fail({ code: 'INVALID_INPUT', message: t('There is no call named {name}.', { name: String(name) }) });
    if (spec.audience === 'trusted' && audience === 'window') {
      return fail({ code: 'FORBIDDEN', message: t('A window may not call {name}.', { name }) });
    }
    if (spec.changes.length > 0 && host.isReadOnly()) return fail(READ_ONLY);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = issue?.path.join('.') || t('the input');
      return fail({
        code: 'INVALID_INPUT',
        message: `${name}: ${place}: ${issue?.message}`,
        details: { path: issue?.path },
      });
    }
    try {
      const handler = handlers[name] as (input: ParsedInput<N>) => Promise<Output<N>> | Output<N>;
      const handle = () => handler(parsed.data as ParsedInput<N>);
      const output = await (declared ? declared.during(name, handle) : handle());
      if (check === 'outputs') spec.output.parse(output);
      return ok(output);
    } catch (error) {
      const refused = failure(name, error, spec.errors);
      const dir = host.dir();
      return fail(audience === 'window' && dir ? withoutPath(refused, dir, basename(dir)) : refused);
    }
  }

  return {
    connect: (audience, onEvent) => {
      const listener = onEvent as Listener;
      listeners.add(listener);
      return {
        call: (name, input) => call(audience, name, input),
        close: () => {
          listeners.delete(listener);
        },
      };
    },
    incident,
    close: () => host.stop(),
  };
}
