/** The filters beside the search line, as checks over the catalogue's numbers: one for each facet that is narrowed. */
import { dateBounds } from '../../archive/index.js';
import {
  type CollectionId,
  FondsError,
  type SearchFilter,
  type TagId,
  type TagNode,
  type TagTree,
} from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type CatalogueColumns, type DayColumn, type ListDictionary, NO_DAY } from './catalogue-columns.js';

export type FacetName = 'documentTypes' | 'creators' | 'collections' | 'languages' | 'tags' | 'dates';

export interface CatalogueNames {
  readonly collections: readonly { readonly id: CollectionId; readonly name: string }[];
  readonly tags: TagTree<TagNode>;
  /** The tag that an id leads to: itself, or the one it was merged into; undefined when it was deleted. */
  readonly tagOf: (id: TagId) => TagId | undefined;
}

/** A source passes a filter when every check holds for its number. */
export interface FilterCheck {
  readonly facet: FacetName;
  readonly accepts: (number: number) => boolean;
}

/** @throws FondsError DATE_INVALID; NOT_FOUND when a collection or a tag is gone. */
export function filterChecks(filter: SearchFilter, columns: CatalogueColumns, names: CatalogueNames): FilterCheck[] {
  const { codes } = columns;
  const { documentTypes = [], creators = [], languages = [], tagIds = [], collectionId, dateFrom, dateTo } = filter;
  const checks: FilterCheck[] = [];
  if (documentTypes.length > 0) {
    const isChosen = chosenCodes(columns.types.values, documentTypes);
    checks.push({ facet: 'documentTypes', accepts: (number) => isChosen[codes.type[number] ?? 0] === 1 });
  }
  if (creators.length > 0) {
    const isChosen = chosenLists(columns.creatorLists, creators);
    checks.push({ facet: 'creators', accepts: (number) => isChosen[codes.creators[number] ?? 0] === 1 });
  }
  if (collectionId) {
    if (!names.collections.some(({ id }) => id === collectionId)) throw gone('collection', collectionId);
    const isChosen = chosenLists(columns.collectionLists, [collectionId]);
    checks.push({ facet: 'collections', accepts: (number) => isChosen[codes.collections[number] ?? 0] === 1 });
  }
  if (languages.length > 0) {
    const isChosen = chosenCodes(columns.languages.values, languages);
    checks.push({ facet: 'languages', accepts: (number) => isChosen[codes.language[number] ?? 0] === 1 });
  }
  if (tagIds.length > 0) {
    const below = tagIds.flatMap((id) => {
      const tag = names.tagOf(id);
      if (!tag) throw gone('tag', id);
      return names.tags.subtree(tag);
    });
    const isChosen = chosenLists(columns.tagLists, below);
    checks.push({ facet: 'tags', accepts: (number) => isChosen[codes.tags[number] ?? 0] === 1 });
  }
  if (dateFrom || dateTo) {
    const from = dateFrom ? dayNumber(bounds(dateFrom).min) : null;
    const to = dateTo ? dayNumber(bounds(dateTo).max) : null;
    checks.push({ facet: 'dates', accepts: rangesOverlap(columns, 'dateMin', 'dateMax', from, to) });
  }
  return checks;
}

/**
 * @param from first day that counts, YYYYMMDD; null: open. @param to the last one.
 * @returns whether a date may fall into the range; false for a source without one.
 */
export function rangesOverlap(
  { days }: CatalogueColumns,
  min: DayColumn,
  max: DayColumn,
  from: number | null,
  to: number | null,
): (number: number) => boolean {
  const [first, last] = [from ?? 0, to ?? Number.POSITIVE_INFINITY];
  return (number) => {
    const begins = days[min][number] ?? NO_DAY;
    return begins !== NO_DAY && begins <= last && (days[max][number] ?? NO_DAY) >= first;
  };
}

/** `YYYY-MM-DD` as the number YYYYMMDD. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

function bounds(date: string) {
  const found = dateBounds(date.trim());
  if (found) return found;
  throw new FondsError(
    'DATE_INVALID',
    t('“{date}” is not a date that can be read. Write 2000-09-06, 2000-09 or 2000.', { date }),
  );
}

const gone = (noun: string, id: string) =>
  new FondsError(
    'NOT_FOUND',
    t('The {noun} this search is narrowed to is no longer there. Choose another.', { noun }),
    { id },
  );

/** 1 for each code whose value is among those chosen. */
function chosenCodes(values: readonly string[], chosen: readonly string[]): Uint8Array {
  const wanted = new Set(chosen.map((value) => value.trim()));
  return Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0));
}

/** 1 for each list that holds a chosen value; '' chooses the empty list. */
function chosenLists({ values, lists }: ListDictionary, chosen: readonly string[]): Uint8Array {
  const isChosen = chosenCodes(values.values, chosen);
  const wantsNone = chosen.includes('');
  return Uint8Array.from(lists, (list) =>
    (list.length === 0 ? wantsNone : list.some((code) => isChosen[code] === 1)) ? 1 : 0,
  );
}
