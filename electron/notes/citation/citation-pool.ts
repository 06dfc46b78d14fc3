/**
 * Draws in worker threads, each with a limit on time and memory: a hostile style costs a worker, never the service, and
 * the next drawing gets a new one. Documents have a thread of their own, so that a long one keeps no preview waiting.
 */
import { Piscina } from 'piscina';
import { FondsError, type Result } from '../../contract/index.js';
import type { CitationCluster, ClusterItem, FormattedDocument } from './citation-engine.js';
import type { CitationFormatter, FormattedText, StoredStyle } from './citation-formatter.js';
import type { CheckedStyle } from './read-style.js';

/** Each throws FondsError STYLE_INVALID, which names the style, and the reason of `signal` when it is aborted. */
export interface CitationPool {
  /** @param file its name, for refusals. */
  check(csl: string, file: string): Promise<CheckedStyle>;
  format(style: StoredStyle, locale: string, items: readonly ClusterItem[]): Promise<FormattedText[]>;
  document(
    style: StoredStyle,
    locale: string,
    clusters: readonly CitationCluster[],
    signal?: AbortSignal,
  ): Promise<FormattedDocument>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

export interface CitationPoolOptions {
  /** The bundled entry `citation-worker.js`. */
  readonly workerPath: string;
  /** `dist/csl`. */
  readonly cslDir: string;
  readonly limits?: CitationLimits;
}

export interface CitationLimits {
  /** For reading a style: the largest that is published takes 2 s of one core. */
  readonly styleMs: number;
  /** For each citation beyond that: 10 to 20 ms with the largest. */
  readonly citationMs: number;
  /** Of a thread, in which some engines are kept: the largest takes 80 MB. */
  readonly heapMb: number;
}

const LIMITS: CitationLimits = { styleMs: 60_000, citationMs: 1_000, heapMb: 1_024 };
/** Reading a large style again takes a second. */
const IDLE_MS = 300_000;

export function createCitationPool({ workerPath, cslDir, limits = LIMITS }: CitationPoolOptions): CitationPool {
  const thread = () => {
    const pool = new Piscina({
      filename: workerPath,
      workerData: { cslDir },
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    // A thread that is ended says so to whoever waits for it.
    pool.on('error', () => undefined);
    return pool;
  };
  const [single, whole] = [thread(), thread()];
  /** What each thread does now: the time of a drawing begins when it does, not when it is asked for. */
  const busy = new Map<Piscina, Promise<unknown>>();
  let closed = false;

  async function run<Name extends keyof CitationFormatter>(
    pool: Piscina,
    name: Name,
    args: Parameters<CitationFormatter[Name]>,
    { title, count, signal }: { readonly title: string; readonly count: number; readonly signal?: AbortSignal },
  ): Promise<ReturnType<CitationFormatter[Name]>> {
    const before = busy.get(pool);
    const limitMs = limits.styleMs + count * limits.citationMs;
    const drawn = (async (): Promise<Result<ReturnType<CitationFormatter[Name]>>> => {
      await before;
      signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(limitMs);
      try {
        return await pool.run(args, { name, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
      } catch (error) {
        signal?.throwIfAborted();
        if (closed) throw new FondsError('NO_ARCHIVE', 'The archive was closed.');
        throw explained(error, { title, limitMs, isLate: timeout.aborted, heapMb: limits.heapMb });
      }
    })();
    busy.set(
      pool,
      drawn.catch(() => undefined),
    );
    const result = await orAborted(drawn, signal);
    if (!result.ok) throw new FondsError(result.error.code, result.error.message, result.error.details);
    return result.value;
  }

  return {
    check: (csl, file) => run(single, 'check', [csl], { title: file, count: 0 }),
    format: (style, locale, items) =>
      run(single, 'format', [style, locale, items], { title: style.title, count: items.length }),
    document: (style, locale, clusters, signal) =>
      run(whole, 'document', [style, locale, clusters], {
        title: style.title,
        count: clusters.flatMap(({ items }) => items).length,
        ...(signal ? { signal } : {}),
      }),
    close: async () => {
      closed = true;
      await Promise.all([single.destroy(), whole.destroy()]);
    },
  };
}

/** Whoever gives up does not wait for those before. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function explained(
  error: unknown,
  { title, limitMs, isLate, heapMb }: { title: string; limitMs: number; isLate: boolean; heapMb: number },
): FondsError {
  const message = error instanceof Error ? error.message : String(error);
  const what = isLate
    ? `takes too long: it was stopped after ${Math.round(limitMs / 1_000)} s`
    : /memory/i.test(message)
      ? `takes more than ${heapMb} MB of memory`
      : `failed (${message.slice(0, 300)})`;
  const remedy = 'Choose another style, or look for another copy of it.';
  return new FondsError('STYLE_INVALID', `Drawing citations with the style “${title}” ${what}. ${remedy}`);
}
