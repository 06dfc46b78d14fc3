/** What the search room offers to its callers. Inputs and outputs are those of the contract's calls. */
import type {
  ConcordanceLine,
  Hit,
  IndexState,
  Output,
  ParsedInput,
  Progress,
  SearchFilter,
  SearchQuery,
  SearchResponse,
  SourceId,
} from '../contract/index.js';

export interface Search {
  /** @throws FondsError QUERY_SYNTAX, DATE_INVALID, NOT_FOUND (a collection or tag of the filter is gone). */
  query(input: ParsedInput<'search.query'>): Promise<SearchResponse>;
  /** In the current text of the source. @throws FondsError QUERY_SYNTAX, NOT_FOUND. */
  matches(input: ParsedInput<'search.matches'>): Promise<Output<'search.matches'>>;
  /** How much a query finds, for the log. Throws as `query`. */
  count(query: SearchQuery): Promise<{ total: number; searched: number; tookMs: number }>;
  /** The filters in words, with the names they have now; '' when there are none. */
  describeFilter(filter: SearchFilter): string;
  /** Every hit of a query, page after page, for exports. Throws as `query`. */
  all(query: SearchQuery): AsyncGenerator<Hit>;
  /** Throws as `query`; also INVALID_INPUT when there are more places than can be sorted. */
  concordance(input: ParsedInput<'search.concordance'>): Promise<Output<'search.concordance'>>;
  /** Every line of a concordance in its order, for exports. Throws as `concordance`. */
  concordanceLines(
    input: SearchQuery & Pick<ParsedInput<'search.concordance'>, 'sort'>,
  ): AsyncGenerator<ConcordanceLine>;
  /** @throws FondsError NOT_FOUND; INVALID_INPUT when the passage is empty, outside the text or without words. */
  similar(input: ParsedInput<'search.similar'>): Promise<Output<'search.similar'>>;
  /**
   * In how many sources each form stands as it is written, whatever its case; those named do not count. At most 20 are
   * counted; forms that stand in none are left out. @throws an AbortError when `signal` is aborted.
   */
  documentFrequencies(
    forms: readonly string[],
    except: readonly SourceId[],
    signal: AbortSignal,
  ): Promise<Map<string, number>>;
  state(): IndexState;
  /** Rebuilds the index. An abort leaves an index that answers. */
  reindex(options: { signal: AbortSignal; onProgress: (progress: Progress) => void }): Promise<void>;
  /** Resolves when the index holds every change made so far. */
  settle(): Promise<void>;
  /** Resolves when nothing is left to do for the index, merging included. */
  finish(): Promise<void>;
  /** Writes what is only in memory, so that the next opening is quick. */
  close(): Promise<void>;
}
