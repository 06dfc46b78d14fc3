/** Filters written in the search line (`type:memo`, `in:"First reading"`, `date:1999..2000`) over the catalogue. */
import { assertNever, FondsError, pathNames } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { t } from '../../wording/index.js';
import { languageName } from '../analysis/index.js';
import type { FilterNode } from '../query/ast.js';
import type { CatalogueColumns, DayColumn, ListDictionary } from './catalogue-columns.js';
import { type CatalogueNames, dayNumber, rangesOverlap } from './filter-checks.js';
import { nearestNames } from './nearest-names.js';

type NamedNode = Extract<FilterNode, { value: string }>;
type DateNode = Extract<FilterNode, { from: string | null }>;

const DATES: Record<DateNode['field'], readonly [DayColumn, DayColumn]> = {
  date: ['dateMin', 'dateMax'],
  written: ['writtenMin', 'writtenMax'],
  published: ['publishedMin', 'publishedMax'],
  declassified: ['declassifiedMin', 'declassifiedMax'],
};

/** @throws FondsError QUERY_SYNTAX at the node's place when there is no such collection or tag. */
export function lineFilter(
  node: FilterNode,
  columns: CatalogueColumns,
  names: CatalogueNames,
): (number: number) => boolean {
  const { codes } = columns;
  switch (node.field) {
    case 'type': {
      const fits = codesOf(columns.types.values, nameMatcher(node.value, node.isWhole));
      return (number) => fits[codes.type[number] ?? 0] === 1;
    }
    case 'language': {
      const fits = codesOf(columns.languages.values, languageMatcher(node));
      return (number) => fits[codes.language[number] ?? 0] === 1;
    }
    case 'in': {
      const fits = listsOf(columns.collectionLists, collectionsMeant(node, names.collections));
      return (number) => fits[codes.collections[number] ?? 0] === 1;
    }
    case 'tag': {
      const fits = listsOf(columns.tagLists, tagsMeant(node, names.tags));
      return (number) => fits[codes.tags[number] ?? 0] === 1;
    }
    case 'date':
    case 'written':
    case 'published':
    case 'declassified': {
      const [min, max] = DATES[node.field];
      const [from, to] = [node.from, node.to].map((day) => (day === null ? null : dayNumber(day)));
      return rangesOverlap(columns, min, max, from ?? null, to ?? null);
    }
    default:
      return assertNever(node);
  }
}

/** @returns whether a name is the one meant: as a whole, or by the beginning of one of its words. */
function nameMatcher(value: string, isWhole: boolean): (name: string) => boolean {
  const wanted = foldWord(value.trim());
  if (isWhole) return (name) => foldWord(name) === wanted;
  const begin = wanted.replace(/\*+$/, '');
  return (name) => name !== '' && hasWordFrom(foldWord(name), begin);
}

function hasWordFrom(name: string, begin: string): boolean {
  for (let at = name.indexOf(begin); at >= 0; at = name.indexOf(begin, at + 1)) {
    if (at === 0 || !/[\p{L}\p{M}\p{N}]/u.test(name[at - 1] ?? '')) return true;
  }
  return false;
}

/** By tag (`sr` is also `sr-Latn` and `sr-Cyrl`) or by name (`serbian`). */
function languageMatcher(node: NamedNode): (tag: string) => boolean {
  const wanted = node.value.trim().toLowerCase();
  const isName = nameMatcher(node.value, node.isWhole);
  // “la” is Latin and not the script of “Serbian (Latin)”: two letters that are a language are nothing else.
  const isTagOnly = wanted.includes('-') || (wanted.length === 2 && languageName(wanted).toLowerCase() !== wanted);
  return (tag) => {
    const own = tag.toLowerCase();
    if (own === wanted || (!node.isWhole && wanted !== '' && own.startsWith(`${wanted}-`))) return true;
    return tag !== '' && !isTagOnly && isName(languageName(tag));
  };
}

function collectionsMeant(node: NamedNode, all: CatalogueNames['collections']): ReadonlySet<string> {
  const fits = nameMatcher(node.value, node.isWhole);
  const found = all.filter(({ name }) => fits(name));
  if (found.length > 0) return new Set(found.map(({ id }) => id));
  throw noSuch(
    node,
    'collection',
    all.map(({ name }) => name),
  );
}

/** Every tag whose name fits, or the end of whose path does, and all below them. */
function tagsMeant(node: NamedNode, tree: CatalogueNames['tags']): ReadonlySet<string> {
  const fits = nameMatcher(node.value, node.isWhole);
  const steps = pathNames(node.value);
  const wanted = steps.map((step) => nameMatcher(step, node.isWhole));
  const found = tree.tags.filter(({ id, name }) => {
    if (fits(name) || steps.length < 2) return fits(name);
    const path = [id, ...tree.ancestors(id)].map((each) => tree.get(each)?.name ?? '').reverse();
    const end = path.slice(-wanted.length);
    return end.length === wanted.length && end.every((each, at) => wanted[at]?.(each));
  });
  if (found.length === 0) {
    throw noSuch(
      node,
      'tag',
      tree.tags.map(({ id }) => (steps.length < 2 ? tree.label(id) : tree.path(id))),
    );
  }
  // A whole path from the top is nothing but that tag, though other paths may end so.
  const exact = steps.length < 2 ? [] : found.filter(({ id }) => foldWord(tree.path(id)) === foldWord(steps.join('/')));
  return new Set((exact.length > 0 ? exact : found).flatMap(({ id }) => tree.subtree(id)));
}

function noSuch(node: NamedNode, noun: 'collection' | 'tag', names: readonly string[]): FondsError {
  const near = nearestNames(node.value, names);
  const hint =
    near.length > 0
      ? t('Did you mean {near}?', { near: near.map((name) => `“${name}”`).join(' or ') })
      : t('There are no {noun}s yet.', { noun });
  const [start, end] = node.place;
  const message = t('There is no {noun} “{value}”. {hint}', { noun, value: node.value, hint });
  return new FondsError('QUERY_SYNTAX', message, { start, end, nearest: near });
}

/** 1 for each code whose value fits. */
const codesOf = (values: readonly string[], fits: (value: string) => boolean): Uint8Array =>
  Uint8Array.from(values, (value) => (fits(value) ? 1 : 0));

const listsOf = ({ values, lists }: ListDictionary, ids: ReadonlySet<string>): Uint8Array =>
  Uint8Array.from(lists, (list) => (list.some((code) => ids.has(values.values[code] ?? '')) ? 1 : 0));
