/** Counts what was found by the values of its descriptions. Each facet looks past its own filter, so that it can be widened. */
import {
  type DateHistogram,
  type FacetCount,
  type Facets,
  MAX_FACET_VALUES,
  type SearchFilter,
  type TagId,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { languageName } from '../analysis/index.js';
import type { CatalogueColumns, ListDictionary, ValueDictionary } from './catalogue-columns.js';
import { dateHistogram } from './date-histogram.js';
import type { CatalogueNames, FacetName, FilterCheck } from './filter-checks.js';

export const NOT_GIVEN = t('Not given');

const BITS: Record<FacetName, number> = {
  documentTypes: 1,
  creators: 2,
  collections: 4,
  languages: 8,
  tags: 16,
  dates: 32,
};

/** Which filters each hit fails, as bits; 0: it passes all. Made once, read by every facet. */
export interface FilteredHits {
  /** Of the catalogue, in order of the hits; all of them live. */
  readonly numbers: Int32Array;
  readonly failed: Uint8Array;
}

export function applyChecks(numbers: Int32Array, checks: readonly FilterCheck[]): FilteredHits {
  const failed = new Uint8Array(numbers.length);
  for (const { facet, accepts: holds } of checks) {
    const bit = BITS[facet];
    for (let at = 0; at < numbers.length; at++) {
      if (!holds(numbers[at] ?? 0)) failed[at] = (failed[at] ?? 0) | bit;
    }
  }
  return { numbers, failed };
}

/** Counts 50,000 hits in a few milliseconds. */
export function countFacets(
  sifted: FilteredHits,
  columns: CatalogueColumns,
  names: CatalogueNames,
  filter: SearchFilter,
): Facets {
  const { codes, creatorLists, collectionLists, tagLists } = columns;
  const named = (all: readonly { id: string; name: string }[]) => {
    const known = new Map(all.map(({ id, name }) => [id, name]));
    return (id: string) => known.get(id) ?? null;
  };
  const written = (value: string) => value || NOT_GIVEN;
  const count = (facet: FacetName, column: Uint32Array, values: number) =>
    countCodes(sifted, ~BITS[facet], column, values);
  const one = (facet: FacetName, column: Uint32Array, { values }: ValueDictionary): ListedCounts => ({
    values,
    counts: count(facet, column, values.length),
    without: 0,
  });
  const many = (facet: FacetName, column: Uint32Array, dictionary: ListDictionary): ListedCounts =>
    spread(dictionary, count(facet, column, dictionary.lists.length));
  const creators = many('creators', codes.creators, creatorLists);
  return {
    documentTypes: facetCounts(one('documentTypes', codes.type, columns.types), filter.documentTypes, written),
    creators: facetCounts(withNotGiven(creators), filter.creators, written),
    collections: facetCounts(
      many('collections', codes.collections, collectionLists),
      filter.collectionId ? [filter.collectionId] : [],
      named(names.collections),
    ),
    languages: withGuessed(
      facetCounts(one('languages', codes.language, columns.languages), filter.languages, (tag) =>
        tag === '' ? NOT_GIVEN : languageName(tag),
      ),
      sifted,
      columns,
    ),
    tags: facetCounts(
      countTags(tagLists, count('tags', codes.tags, tagLists.lists.length), names.tags),
      filter.tagIds?.map((id) => names.tagOf(id) ?? id),
      (id) => names.tags.label(id as TagId) || null,
    ),
    dates: histogram(sifted, columns),
  };
}

/** Says of each language how many of its sources were only guessed to be in it. */
function withGuessed(
  listed: FacetCount[],
  { numbers, failed }: FilteredHits,
  { codes, languages }: CatalogueColumns,
): FacetCount[] {
  const guessed = new Uint32Array(languages.values.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (codes.isGuessed[number] !== 1 || ((failed[at] ?? 0) & ~BITS.languages) !== 0) continue;
    const code = codes.language[number] ?? 0;
    guessed[code] = (guessed[code] ?? 0) + 1;
  }
  const counts = new Map(languages.values.map((value, code) => [value, guessed[code] ?? 0]));
  return listed.map((value) => {
    const count = counts.get(value.value) ?? 0;
    return count > 0 ? { ...value, guessed: count } : value;
  });
}

interface ListedCounts {
  readonly values: readonly string[];
  readonly counts: ArrayLike<number>;
  /** Hits that have no value at all. */
  readonly without: number;
}

function countCodes({ numbers, failed }: FilteredHits, mask: number, column: Uint32Array, codes: number): Uint32Array {
  const counts = new Uint32Array(codes);
  for (let at = 0; at < numbers.length; at++) {
    if (((failed[at] ?? 0) & mask) !== 0) continue;
    const code = column[numbers[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** From counts of whole lists to counts of the values in them. */
function spread({ values, lists }: ListDictionary, listCounts: Uint32Array): ListedCounts {
  const counts = new Uint32Array(values.values.length);
  let without = 0;
  for (const [listCode, list] of lists.entries()) {
    const hits = listCounts[listCode] ?? 0;
    if (list.length === 0) without += hits;
    for (const code of list) counts[code] = (counts[code] ?? 0) + hits;
  }
  return { values: values.values, counts, without };
}

/** A source counts for each tag that it or a passage of it bears, and for each above that. Deleted tags are left out. */
function countTags(
  { values, lists }: ListDictionary,
  listCounts: Uint32Array,
  tree: CatalogueNames['tags'],
): ListedCounts {
  const counts = new Map<TagId, number>();
  const ways = new Map<number, readonly TagId[]>();
  const wayUp = (code: number): readonly TagId[] => {
    const id = values.values[code] as TagId;
    const way = ways.get(code) ?? (tree.get(id) ? [id, ...tree.ancestors(id)] : []);
    ways.set(code, way);
    return way;
  };
  for (const [listCode, list] of lists.entries()) {
    const hits = listCounts[listCode] ?? 0;
    if (hits === 0) continue;
    for (const id of new Set(list.flatMap(wayUp))) counts.set(id, (counts.get(id) ?? 0) + hits);
  }
  return { values: [...counts.keys()], counts: [...counts.values()], without: 0 };
}

const withNotGiven = ({ values, counts, without }: ListedCounts): ListedCounts => ({
  values: [...values, ''],
  counts: [...Array.from(counts), without],
  without,
});

/**
 * The values with hits, most first, then by label; and every chosen one.
 * @param labelOf null for what has no name any more: it is left out.
 */
function facetCounts(
  { values, counts }: ListedCounts,
  chosen: readonly string[] = [],
  labelOf: (value: string) => string | null,
): FacetCount[] {
  const wanted = new Set(chosen.map((value) => value.trim()));
  const unseen = new Set(wanted);
  const rows: FacetCount[] = [];
  const add = (value: string, count: number) => {
    unseen.delete(value);
    const label = labelOf(value);
    if (label !== null) rows.push({ value, label, count });
  };
  const least = smallestListedCount(counts);
  const tied: string[] = [];
  for (let code = 0; code < values.length; code++) {
    const [value, count] = [values[code] ?? '', counts[code] ?? 0];
    if (wanted.has(value) || count > least) add(value, count);
    else if (count === least && count > 0) tied.push(value);
  }
  // Thousands may have one hit each: those left out are never compared by the rules of a language.
  for (const value of firstOf(tied, MAX_FACET_VALUES - rows.length)) add(value, least);
  for (const value of unseen) add(value, 0);
  return rows.sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
}

/** The count of the last value that is listed: of those with as many hits not all may be. */
function smallestListedCount(counts: ArrayLike<number>): number {
  if (counts.length <= MAX_FACET_VALUES) return 1;
  const sorted = Uint32Array.from(counts).sort();
  return Math.max(1, sorted[sorted.length - MAX_FACET_VALUES] ?? 1);
}

/** The first `most` of the texts in plain order, without sorting the rest. */
function firstOf(texts: readonly string[], most: number): string[] {
  if (texts.length <= most) return [...texts];
  const first: string[] = [];
  for (const text of texts) {
    if (first.length >= most && text >= (first.at(-1) ?? '')) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((first[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, text);
    if (first.length > most) first.pop();
  }
  return first;
}

const collator = new Intl.Collator('en', { numeric: true });

function histogram({ numbers, failed }: FilteredHits, { days }: CatalogueColumns): DateHistogram {
  const inside = numbers.filter((_, at) => ((failed[at] ?? 0) & ~BITS.dates) === 0);
  return dateHistogram(
    inside.map((number) => days.dateMin[number] ?? 0),
    inside.map((number) => days.dateMax[number] ?? 0),
  );
}
