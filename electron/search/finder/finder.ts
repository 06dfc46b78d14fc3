/** What the features of search (hits, facets, concordance, exports) ask of the index, whatever it is made of. */
import type {
  Expansion,
  IndexState,
  LineHint,
  Progress,
  Range,
  SearchMode,
  SourceId,
  WordMatching,
} from '../../contract/index.js';

export interface QueryLine {
  readonly query: string;
  readonly mode: SearchMode;
  readonly matching: WordMatching;
}

/** Every source that matches, best first. `ids[i]` has `scores[i]`. */
export interface FinderHits {
  readonly ids: readonly SourceId[];
  readonly scores: ArrayLike<number>;
  readonly expansions: Expansion[];
  readonly remarks: string[];
  readonly hints: LineHint[];
}

export interface Finder {
  /** Catches up with the archive first. @throws FondsError QUERY_SYNTAX with `details.start` and `details.end`. */
  find(line: QueryLine): Promise<FinderHits>;
  /** Where the line's words stand in the current text of each source: in order, merged, UTF-16. */
  matchRanges(line: QueryLine, ids: readonly SourceId[]): Promise<Range[][]>;
  /** How telling each word is: lunr's inverse document frequency; 0 for words that stand nowhere. */
  inverseDocumentFrequencies(words: readonly string[]): Promise<number[]>;
  /** In how many sources each form stands as it is written, as `documentFrequencies` says. @throws an AbortError. */
  documentFrequencies(
    forms: readonly string[],
    except: readonly SourceId[],
    signal: AbortSignal,
  ): Promise<Map<string, number>>;
  /** What forms of a word have in common; '' when it holds no letter or digit. */
  stemOf(word: string): string;
  /** Resolves when the index holds every change made so far. */
  settle(): Promise<void>;
  /** Resolves when nothing is left to do, merging included. */
  finish(): Promise<void>;
  state(): IndexState;
  /** Rebuilds the index while the old one answers. */
  reindex(options: { signal: AbortSignal; onProgress: (progress: Progress) => void }): Promise<void>;
  close(): Promise<void>;
}
