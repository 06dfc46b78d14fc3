/**
 * What a query finds, filtered and counted. The last few answers are kept until the archive changes, so that paging,
 * facets, exports and the concordance of one search do not search again.
 */
import type { Expansion, Facets, LineHint, SearchQuery, SourceId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { NO_DAY } from '../catalogue/catalogue-columns.js';
import { applyChecks, countFacets } from '../catalogue/facets.js';
import type { Finder, QueryLine } from '../finder/finder.js';
import { createQueryCache } from './query-cache.js';

const MAX_KEPT = 6;

export interface QueryAnswer {
  readonly line: QueryLine;
  /** That pass the filter, best first; browsing without a line: newest date first. */
  readonly ids: readonly SourceId[];
  readonly scores: readonly number[];
  /** Sources that could have been found. */
  readonly searched: number;
  readonly expansions: Expansion[];
  readonly remarks: string[];
  readonly hints: LineHint[];
  readonly facets: Facets;
  /** What finding it took; the same however often it is shown. */
  readonly tookMs: number;
}

export interface QueryAnswers {
  /** @throws FondsError QUERY_SYNTAX, DATE_INVALID, NOT_FOUND. */
  get(query: SearchQuery): Promise<QueryAnswer>;
  /** Of what answers depend on; for what is made of them. */
  revision(): readonly unknown[];
}

export interface QueryAnswersOptions {
  readonly catalogue: Catalogue;
  readonly finder: Finder;
}

/** Hits of the line before any filter, as numbers of the catalogue. */
interface UnfilteredHits {
  readonly numbers: Int32Array;
  readonly scores: Float64Array;
  readonly expansions: Expansion[];
  readonly remarks: string[];
  readonly hints: LineHint[];
}

export const queryLineOf = ({ query, mode, matching = 'expanded' }: Omit<SearchQuery, 'filter'>): QueryLine => ({
  query,
  mode,
  matching,
});

export function createQueryAnswers({ catalogue, finder }: QueryAnswersOptions): QueryAnswers {
  const { columns } = catalogue;
  const revision = () => {
    // A successor of the index answers differently though the archive is the same.
    const { analyzer, isCurrent } = finder.state();
    return [catalogue.revision, analyzer, isCurrent];
  };
  const found = createQueryCache<Promise<UnfilteredHits>>({ most: MAX_KEPT, revision });
  const answers = createQueryCache<Promise<QueryAnswer>>({ most: MAX_KEPT, revision });

  async function numbersOf(line: QueryLine): Promise<UnfilteredHits> {
    const { ids, scores, expansions, remarks, hints } = await finder.find(line);
    await catalogue.ready();
    const numbers = new Int32Array(ids.length);
    const kept = new Float64Array(ids.length);
    let length = 0;
    for (const [at, id] of ids.entries()) {
      const number = columns.numberOf(id);
      // Into the bin since the index was asked.
      if (number < 0) continue;
      numbers[length] = number;
      kept[length++] = scores[at] ?? 0;
    }
    return { numbers: numbers.slice(0, length), scores: kept.slice(0, length), expansions, remarks, hints };
  }

  async function allNumbers(): Promise<UnfilteredHits> {
    await catalogue.ready();
    const numbers = Int32Array.from(columns.ids.keys()).filter((number) => columns.codes.isLive[number] === 1);
    return { numbers, scores: new Float64Array(numbers.length), expansions: [], remarks: [], hints: [] };
  }

  async function answer(line: QueryLine, { filter }: SearchQuery): Promise<QueryAnswer> {
    const started = performance.now();
    await catalogue.ready();
    // A filter that cannot be read is reported before the index is asked.
    const isNarrowed = catalogue.checks(filter).length > 0;
    const isBlank = line.query.trim() === '';
    if (isBlank && !isNarrowed) {
      // Nothing was looked for, but one sees what there is to narrow a search by.
      const facets = countFacets(applyChecks((await allNumbers()).numbers, []), columns, catalogue.names(), filter);
      const nothing = { ids: [], scores: [], expansions: [], remarks: [], hints: [], facets };
      return { line, searched: columns.liveCount, ...nothing, tookMs: performance.now() - started };
    }
    const all = await (isBlank ? allNumbers() : found.get(line, () => numbersOf(line)));
    await catalogue.ready();
    const sifted = applyChecks(all.numbers, catalogue.checks(filter));
    const inside: number[] = [];
    for (let at = 0; at < all.numbers.length; at++) if (sifted.failed[at] === 0) inside.push(at);
    if (all.scores.every((score) => score === 0)) sortByDate(inside, all.numbers);
    return {
      line,
      searched: columns.liveCount,
      ids: inside.map((at) => columns.ids[all.numbers[at] ?? 0] as SourceId),
      scores: inside.map((at) => all.scores[at] ?? 0),
      expansions: all.expansions,
      remarks: all.remarks,
      hints: [...all.hints, ...dateHints(filter)],
      facets: countFacets(sifted, columns, catalogue.names(), filter),
      tookMs: performance.now() - started,
    };
  }

  /** A filter by date lets nothing through where nothing is dated. */
  function dateHints({ dateFrom, dateTo }: SearchQuery['filter']): LineHint[] {
    if (!dateFrom && !dateTo) return [];
    const isDated = columns.ids.some(
      (_, at) => columns.codes.isLive[at] === 1 && (columns.days.dateMin[at] ?? NO_DAY) !== NO_DAY,
    );
    if (isDated) return [];
    const message = t('No source has a date, so none lies between the dates of the filter.');
    return [{ kind: 'filter', start: 0, end: 0, message, suggestions: [] }];
  }

  /** Nothing ranks these: newest first, then those added last; undated ones at the end. */
  function sortByDate(places: number[], numbers: Int32Array): void {
    const day = (at: number) => columns.days.dateMin[numbers[at] ?? 0] ?? NO_DAY;
    const number = (at: number) => numbers[at] ?? 0;
    places.sort((a, b) => day(b) - day(a) || number(b) - number(a));
  }

  return {
    revision,
    get: (query) => answers.get(query, () => answer(queryLineOf(query), query)),
  };
}
