/**
 * Draws in worker threads, each with a limit on time and memory: a hostile style costs a worker, never the service, and
 * the next drawing gets a new one. Documents have a thread of their own, so that a long one keeps no preview waiting.
 */
import { FondsError, type Result, unwrap } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { createWorkerPool, WorkerFailure, type WorkerRunOptions } from '../../workers/index.js';
import type { CitationCluster, ClusterItem, FormattedDocument } from './citation-engine.js';
import type { FormattedText, StoredStyle } from './citation-formatter.js';
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

/** What a drawing is of, and how much: a limit is on its time, and a refusal names its style. */
interface Drawing {
  readonly title: string;
  readonly citations: number;
  readonly signal?: AbortSignal;
}

export function createCitationPool({ workerPath, cslDir, limits = LIMITS }: CitationPoolOptions): CitationPool {
  const thread = () =>
    createWorkerPool<typeof import('./citation-worker.js')>({
      path: workerPath,
      workerData: { cslDir },
      threads: 1,
      heapMb: limits.heapMb,
      idleMs: IDLE_MS,
      timeFrom: 'start',
    });
  const [single, whole] = [thread(), thread()];

  async function limited<Drawn>(
    { title, citations, signal }: Drawing,
    draw: (options: WorkerRunOptions) => Promise<Result<Drawn>>,
  ): Promise<Drawn> {
    const timeoutMs = limits.styleMs + citations * limits.citationMs;
    try {
      return unwrap(await draw({ timeoutMs, ...(signal ? { signal } : {}) }));
    } catch (error) {
      throw error instanceof WorkerFailure ? refusal(error, title, timeoutMs, limits.heapMb) : error;
    }
  }

  return {
    check: (csl, file) => limited({ title: file, citations: 0 }, (options) => single.run('check', [csl], options)),
    format: (style, locale, items) =>
      limited({ title: style.title, citations: items.length }, (options) =>
        single.run('format', [style, locale, items], options),
      ),
    document: (style, locale, clusters, signal) => {
      const citations = clusters.flatMap(({ items }) => items).length;
      return limited({ title: style.title, citations, ...(signal ? { signal } : {}) }, (options) =>
        whole.run('document', [style, locale, clusters], options),
      );
    },
    close: async () => {
      await Promise.all([single.close(), whole.close()]);
    },
  };
}

function refusal({ kind, message }: WorkerFailure, title: string, limitMs: number, heapMb: number): FondsError {
  const what = {
    time: t('takes too long: it was stopped after {round} s', { round: Math.round(limitMs / 1_000) }),
    memory: t('takes more than {heapMb} MB of memory', { heapMb }),
    stopped: t('failed ({message})', { message: message.slice(0, 300) }),
  }[kind];
  const remedy = t('Choose another style, or look for another copy of it.');
  return new FondsError(
    'STYLE_INVALID',
    t('Drawing citations with the style “{title}” {what}. {remedy}', { title, what, remedy }),
  );
}
