/** What the bench asks of an engine. Each adapter brings one engine into this form and changes nothing else about it. */
import type { BenchDocument } from './corpus.js';
import type { Manner } from './known-items.js';
import type { QueryKind } from './query-kinds.js';

/** How many hits every engine is asked for. lunr and minisearch rank all that match: that is how they are. */
export const BEST_HITS = 20;

export interface Opened {
  /** @returns how many hits came back; engines that know no limit tell all. */
  search(kind: QueryKind, text: string): number | Promise<number>;
  /** Absent when the engine is not asked for known items. @returns ids of the best hits, best first. */
  ranked?(words: readonly string[], manner: Manner): string[];
  /** Absent when the engine can only be built again. */
  add?(document: BenchDocument): void | Promise<void>;
  close(): void | Promise<void>;
}

export interface BenchEngine {
  readonly name: string;
  /** What it can answer at all. */
  readonly kinds: readonly QueryKind[];
  /** Builds and saves: what is in `dir` afterwards is all that `open` needs. */
  build(documents: readonly BenchDocument[], dir: string): Promise<void>;
  open(dir: string): Promise<Opened>;
  /** Bytes of the index where `dir` holds more than it; else all files count. */
  indexBytes?(dir: string): number;
}
