/**
 * Every place of a query's matches with the words around it (keywords in context), over the whole archive. Only places
 * and their order are kept, 16 bytes a line; words are read again for the lines that are shown.
 */
import type { Archive } from '../../archive/index.js';
import {
  type ConcordanceLine,
  type ConcordanceSort,
  FondsError,
  type Output,
  type ParsedInput,
  type SearchQuery,
  type SourceId,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { NO_DAY } from '../catalogue/catalogue-columns.js';
import type { Finder } from '../finder/finder.js';
import { dateOf } from '../results/hits.js';
import type { QueryAnswers } from '../results/query-answers.js';
import { createQueryCache } from '../results/query-cache.js';
import { pageLabelAt } from '../results/snippets.js';
import { cooperativeSort } from './cooperative-sort.js';
import { contextOf, SortKeys } from './keyword-context.js';

/** With their sort keys these take about 150 MB while they are sorted, and 16 MB afterwards. */
const MAX_LINES = 1_000_000;
/** Sources whose places are asked for at once: marking a long text takes some milliseconds. */
const BATCH_SOURCES = 8;
const HEADS_AT_ONCE = 500;
/** Lines cut between two reads of their texts, so that a text of many lines is read once. */
const EXPORT_LINES = 2_000;

/** Places in order of source: by date and title of the source, then by place. */
interface ConcordanceIndex {
  readonly ids: readonly SourceId[];
  /** How many of `ids` have a place in their text. */
  readonly sources: number;
  /** By line: which of `ids`, and `[start, end)`. */
  readonly of: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly orders: Map<ConcordanceSort, Promise<Uint32Array>>;
}

export interface Concordances {
  /** Throws as a search does; INVALID_INPUT when there are more than a million places. */
  page(input: ParsedInput<'search.concordance'>): Promise<Output<'search.concordance'>>;
  /** Every line, in order. Throws as `page`. */
  lines(input: SearchQuery & { readonly sort: ConcordanceSort }): AsyncGenerator<ConcordanceLine>;
}

export interface ConcordancesOptions {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly finder: Finder;
  readonly answers: QueryAnswers;
  /** Another limit than a million, for tests. */
  readonly mostLines?: number;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createConcordances(options: ConcordancesOptions): Concordances {
  const { archive, catalogue, finder, answers, mostLines = MAX_LINES } = options;
  /** Of one query only: they are large. */
  const kept = createQueryCache<Promise<ConcordanceIndex>>({ most: 1, revision: answers.revision });
  const placesOf = (query: SearchQuery) => kept.get(query, () => gather(query));

  async function gather(query: SearchQuery): Promise<ConcordanceIndex> {
    const { ids: found, line } = await answers.get(query);
    const ids = line.query.trim() === '' ? [] : await inSourceOrder(found);
    const [of, starts, ends] = [new NumberList(), new NumberList(), new NumberList()];
    let sources = 0;
    for (let at = 0; at < ids.length; at += BATCH_SOURCES) {
      const batch = await finder.matchRanges(line, ids.slice(at, at + BATCH_SOURCES));
      for (const [offset, ranges] of batch.entries()) {
        if (ranges.length > 0) sources += 1;
        for (const [start, end] of ranges) {
          of.push(at + offset);
          starts.push(start);
          ends.push(end);
        }
      }
      if (of.length > mostLines) throw tooMany(mostLines);
      await nextTurn();
    }
    const columns = { of: of.finish(), starts: starts.finish(), ends: ends.finish() };
    return { ids, sources, ...columns, orders: new Map() };
  }

  /** By date, undated last, then by title. */
  async function inSourceOrder(found: readonly SourceId[]): Promise<SourceId[]> {
    const { columns } = catalogue;
    const titles: string[] = [];
    for (let at = 0; at < found.length; at += HEADS_AT_ONCE) {
      const ids = found.slice(at, at + HEADS_AT_ONCE);
      const heads = archive.catalogue.heads(ids);
      for (const id of ids) titles.push(heads.get(id)?.titleKey ?? '');
      await nextTurn();
    }
    const days = Float64Array.from(found, (id) => {
      const day = columns.days.dateMin[columns.numberOf(id)] ?? NO_DAY;
      return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day;
    });
    const order = await cooperativeSort(
      found.length,
      (a, b) =>
        (days[a] ?? 0) - (days[b] ?? 0) ||
        compareText(titles[a] ?? '', titles[b] ?? '') ||
        compareText(found[a] ?? '', found[b] ?? ''),
    );
    return Array.from(order, (at) => found[at] as SourceId);
  }

  function orderOf(places: ConcordanceIndex, sort: ConcordanceSort): Promise<Uint32Array> {
    const known = places.orders.get(sort);
    if (known) return known;
    const made = sort === 'source' ? cooperativeSort(places.of.length, () => 0) : byContext(places, sort);
    places.orders.set(sort, made);
    made.catch(() => places.orders.delete(sort));
    return made;
  }

  async function byContext(places: ConcordanceIndex, sort: Exclude<ConcordanceSort, 'source'>): Promise<Uint32Array> {
    const { ids, of, starts, ends } = places;
    const keys = new SortKeys(of.length, sort);
    for (let at = 0; at < of.length; ) {
      const source = of[at] ?? 0;
      const { text } = archive.texts.get(ids[source] as SourceId);
      for (; at < of.length && of[at] === source; at++) {
        keys.set(at, text, starts[at] ?? 0, ends[at] ?? 0);
        // A long text of many lines must not hold up the service either.
        if (at % 500 === 499) await nextTurn();
      }
      await nextTurn();
    }
    return cooperativeSort(of.length, keys.compare);
  }

  /** The lines of these numbers, in their order. */
  function cut(places: ConcordanceIndex, numbers: Uint32Array): ConcordanceLine[] {
    const { ids, of, starts, ends } = places;
    const bySource = new Map<number, number[]>();
    for (const [at, number] of numbers.entries()) {
      const source = of[number] ?? 0;
      const same = bySource.get(source) ?? [];
      same.push(at);
      bySource.set(source, same);
    }
    const heads = archive.catalogue.heads([...bySource.keys()].map((source) => ids[source] as SourceId));
    const lines = new Array<ConcordanceLine | undefined>(numbers.length);
    for (const [source, ats] of bySource) {
      const head = heads.get(ids[source] as SourceId);
      if (!head) continue;
      const { text, spans } = archive.texts.get(head.id, head.versionId);
      for (const at of ats) {
        const number = numbers[at] ?? 0;
        const [start, end] = [starts[number] ?? 0, ends[number] ?? 0];
        const { left, match, right } = contextOf(text, start, end);
        const pageLabel = pageLabelAt(spans, start);
        const { id: sourceId, versionId, title } = head;
        lines[at] = { sourceId, versionId, title, date: dateOf(head), pageLabel, start, end, left, match, right };
      }
    }
    return lines.filter((line) => line !== undefined);
  }

  return {
    page: async ({ sort, offset, limit, ...query }) => {
      const places = await placesOf(query);
      const order = await orderOf(places, sort);
      const lines = cut(places, order.subarray(offset, offset + limit));
      return { total: places.of.length, sources: places.sources, lines };
    },
    lines: async function* ({ sort, ...query }) {
      const places = await placesOf(query);
      const order = await orderOf(places, sort);
      for (let at = 0; at < order.length; at += EXPORT_LINES) {
        yield* cut(places, order.subarray(at, at + EXPORT_LINES));
        await nextTurn();
      }
    },
  };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const tooMany = (limit: number) =>
  new FondsError(
    'INVALID_INPUT',
    t(
      'These words stand in more than {limit} places, more than a concordance can hold. Narrow the search: a phrase, a date, a collection.',
      { limit: limit.toLocaleString('en') },
    ),
    { limit },
  );

/** Numbers pushed one by one. */
class NumberList {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  finish(): Uint32Array {
    return this.#numbers.slice(0, this.length);
  }
}
