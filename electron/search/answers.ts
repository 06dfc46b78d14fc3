/**
 * What a query finds, filtered and counted. The last few answers are kept until the archive changes, so that paging,
 * facets, exports and the concordance of one search do not search anew.
 */
import type { Archive } from '../archive/index.js';
import type { Expansion, Facets, SearchQuery, SourceId } from '../contract/index.js';
import type { Catalogue } from './catalogue.js';
import { NO_DAY } from './catalogue-columns.js';
import { countFacets, NO_FACETS, sift } from './facets.js';
import type { Finder, Line } from './finder.js';

const MOST_KEPT = 6;

export interface Answer {
  readonly line: Line;
  /** That pass the filter, best first; browsing without a line: newest date first. */
  readonly ids: readonly SourceId[];
  readonly scores: readonly number[];
  /** Sources that could have been found. */
  readonly searched: number;
  readonly expansions: Expansion[];
  readonly remarks: string[];
  readonly facets: Facets;
  /** What finding it took; the same however often it is shown. */
  readonly tookMs: number;
  /** `Answers.revision` when it was asked for. */
  readonly revision: number;
}

export interface Answers {
  /** @throws FondsError QUERY_SYNTAX, DATE_INVALID, NOT_FOUND. */
  to(query: SearchQuery): Promise<Answer>;
  /** Grows with every change of the archive. */
  readonly revision: number;
  /** Forgets what was kept: the index has changed though the archive has not. */
  forget(): void;
  close(): void;
}

export interface AnswersOptions {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly finder: Finder;
}

/** Hits of the line before any filter, as numbers of the catalogue. */
interface FoundNumbers {
  readonly numbers: Int32Array;
  readonly scores: Float64Array;
  readonly expansions: Expansion[];
  readonly remarks: string[];
}

export const lineOf = ({ query, mode, matching = 'expanded' }: Omit<SearchQuery, 'filter'>): Line => ({
  query,
  mode,
  matching,
});

export function createAnswers({ archive, catalogue, finder }: AnswersOptions): Answers {
  let revision = 0;
  const found = createKept<FoundNumbers>();
  const answers = createKept<Answer>();
  const forget = () => {
    revision += 1;
    found.clear();
    answers.clear();
  };
  const stop = archive.onChange(forget);
  const { columns } = catalogue;

  async function numbersOf(line: Line): Promise<FoundNumbers> {
    const { ids, scores, expansions, remarks } = await finder.find(line);
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
    return { numbers: numbers.slice(0, length), scores: kept.slice(0, length), expansions, remarks };
  }

  async function allNumbers(): Promise<FoundNumbers> {
    await catalogue.ready();
    const numbers = Int32Array.from(columns.ids.keys()).filter((number) => columns.codes.isLive[number] === 1);
    return { numbers, scores: new Float64Array(numbers.length), expansions: [], remarks: [] };
  }

  async function answer(line: Line, { filter }: SearchQuery): Promise<Answer> {
    const started = performance.now();
    const asked = revision;
    await catalogue.ready();
    // A filter that cannot be read is told before the index is asked.
    const isNarrowed = catalogue.checks(filter).length > 0;
    const isBlank = line.query.trim() === '';
    const searched = { line, searched: columns.liveCount, revision: asked };
    if (isBlank && !isNarrowed) {
      const nothing = { ids: [], scores: [], expansions: [], remarks: [], facets: NO_FACETS };
      return { ...searched, ...nothing, tookMs: performance.now() - started };
    }
    const all = await (isBlank ? allNumbers() : found.get(JSON.stringify(line), () => numbersOf(line)));
    await catalogue.ready();
    const sifted = sift(all.numbers, catalogue.checks(filter));
    const inside: number[] = [];
    for (let at = 0; at < all.numbers.length; at++) if (sifted.failed[at] === 0) inside.push(at);
    if (all.scores.every((score) => score === 0)) sortByDate(inside, all.numbers);
    return {
      ...searched,
      ids: inside.map((at) => columns.ids[all.numbers[at] ?? 0] as SourceId),
      scores: inside.map((at) => all.scores[at] ?? 0),
      expansions: all.expansions,
      remarks: all.remarks,
      facets: countFacets(sifted, columns, catalogue.names(), filter),
      tookMs: performance.now() - started,
    };
  }

  /** Nothing ranks these: newest first, then those added last; undated ones at the end. */
  function sortByDate(places: number[], numbers: Int32Array): void {
    const day = (at: number) => columns.days.dateMin[numbers[at] ?? 0] ?? NO_DAY;
    const number = (at: number) => numbers[at] ?? 0;
    places.sort((a, b) => day(b) - day(a) || number(b) - number(a));
  }

  return {
    to: (query) => {
      const line = lineOf(query);
      // A successor of the index answers differently though the archive is the same.
      const { analyzer, isCurrent } = finder.state();
      const key = JSON.stringify([line, query.filter, analyzer, isCurrent]);
      return answers.get(key, () => answer(line, query));
    },
    get revision() {
      return revision;
    },
    forget,
    close: stop,
  };
}

/** The last few results by key. A result that is still being made is shared; one that failed is not kept. */
function createKept<T>() {
  const kept = new Map<string, Promise<T>>();
  return {
    get: (key: string, make: () => Promise<T>): Promise<T> => {
      const made = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, made);
      made.catch(() => {
        if (kept.get(key) === made) kept.delete(key);
      });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
      return made;
    },
    clear: () => kept.clear(),
  };
}
