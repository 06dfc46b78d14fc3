/** What the process of one phase is given, and what it reports. */
import type { BuildFigures, OpenFigures, UseFigures } from './figures.js';

export interface BenchTask {
  readonly engine: string;
  readonly phase: 'build' | 'open' | 'use';
  readonly documents: number;
  readonly corpusPath: string;
  readonly queriesPath: string;
  readonly knownItemsPath: string;
  /** Where the index is kept between the phases. */
  readonly indexDir: string;
}

export interface PhaseFigures {
  readonly build: BuildFigures;
  readonly open: OpenFigures;
  readonly use: UseFigures;
}

/** Documents that are added one by one; they stand behind those that were built. */
export const ADDED_DOCUMENTS = 20;
