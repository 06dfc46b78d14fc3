/** Says the filters of a search in words, for the log and for exports. Never fails: the log must hold every search. */
import type { SearchFilter, TagId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { languageName } from '../analysis/index.js';
import type { CatalogueNames } from './filter-checks.js';

const GONE = t('that was deleted');

/** @returns such as “collection First reading; type Cable or Memorandum; from 2000-09”; '' when nothing narrows. */
export function describeFilter(filter: SearchFilter, { collections, tags, tagOf }: CatalogueNames): string {
  const nameIn = (all: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    all.find((one) => one.id === id)?.name ?? GONE;
  const written = (value: string) => value || t('not given');
  const alternatives = (noun: string, values: readonly string[] | undefined, say: (value: string) => string) =>
    values && values.length > 0 ? `${noun} ${values.map(say).join(' or ')}` : '';
  return [
    alternatives('collection', filter.collectionId && [filter.collectionId], nameIn(collections)),
    alternatives('type', filter.documentTypes, written),
    alternatives('creator', filter.creators, written),
    alternatives('language', filter.languages, (tag) => (tag === '' ? t('not given') : languageName(tag))),
    alternatives('tag', filter.tagIds, (id) => tags.label(tagOf(id as TagId) ?? (id as TagId)) || GONE),
    filter.dateFrom ? t('from {dateFrom}', { dateFrom: filter.dateFrom }) : '',
    filter.dateTo ? t('until {dateTo}', { dateTo: filter.dateTo }) : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
