/** What one run of the bench measures of one engine. Times are milliseconds, sizes bytes. */
import type { Manner } from './known-items.js';
import type { QueryKind } from './query-kinds.js';

export interface BuildFigures {
  readonly elapsedMs: number;
  readonly diskBytes: number;
  /** The most the process held at any moment, documents included. */
  readonly peakRssBytes: number;
}

export interface OpenFigures {
  /** From the files to the answer of the first question, in a process that had done nothing else. */
  readonly elapsedMs: number;
  /** What lives in the heap and beside it (buffers), after collecting garbage. SQLite's own memory is not in it. */
  readonly liveBytes: number;
  /** What the system has given the process. */
  readonly rssBytes: number;
}

/** Over the questions of a set; each question counts with the median of its passes. */
export interface KindFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Questions timed; fewer than the set when an engine was too slow for all of them. */
  readonly questions: number;
  readonly passes: number;
  /** Share of the questions that found anything. */
  readonly answered: number;
}

export interface AddFigures {
  readonly medianMs: number;
  readonly maxMs: number;
}

export interface UseFigures {
  readonly kinds: Partial<Record<QueryKind, KindFigures>>;
  readonly add: AddFigures | null;
  /** Mean reciprocal ranks of known items, 0 to 1; null for an engine that is not asked for them. */
  readonly known: Readonly<Record<Manner, number>> | null;
}

export interface EngineFigures {
  readonly engine: string;
  readonly documents: number;
  readonly build?: BuildFigures;
  /** One entry for each process that opened it. */
  readonly opens?: readonly OpenFigures[];
  readonly use?: UseFigures;
  /** Why figures are missing. */
  readonly failure?: string;
}
