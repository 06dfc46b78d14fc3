/** Describes a search in plain words: mode, matching and filters. */
import {
  type CollectionId,
  type SearchFilter,
  type SearchQuery,
  type TagId,
  tagTree,
} from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { formatDate } from './format-date.js';

const MODES: Record<SearchQuery['mode'], string> = {
  any: t('any of the words'),
  all: t('all of the words'),
  phrase: t('the words in this order'),
};

/** @returns for example `all of the words, exactly as typed`. */
export function describeMode({ mode, matching }: Pick<SearchQuery, 'mode' | 'matching'>): string {
  return matching === 'exact' ? t('{MODES}, exactly as typed', { MODES: MODES[mode] }) : MODES[mode];
}

/** Names of what a filter knows by id only. */
export interface FilterNames {
  readonly collections: readonly { readonly id: CollectionId; readonly name: string }[];
  /** Without their parents, each is named by its name alone. */
  readonly tags: readonly { readonly id: TagId; readonly name: string; readonly parentId?: TagId | null }[];
}

const languages = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

function languageName(tag: string): string {
  try {
    return tag === '' ? t('no language') : (languages.of(tag) ?? tag);
  } catch {
    return tag;
  }
}

/** @returns for example `in Cables · memorandum or letter · from 1 Sept 2000`; empty without filters. */
export function describeFilter(filter: SearchFilter, names: FilterNames): string {
  const either = (values: readonly string[] | undefined, none: string): string =>
    (values ?? []).map((value) => value || none).join(' or ');
  const { collectionId, documentTypes, creators, languages: tags, tagIds, dateFrom, dateTo } = filter;
  const tree = tagTree(names.tags.map((tag) => ({ parentId: null, ...tag })));
  const tagName = (id: TagId): string => tree.label(id) || t('a deleted tag');
  const collection = names.collections.find(({ id }) => id === collectionId)?.name ?? t('a deleted collection');
  const parts = [
    collectionId ? t('in {collection}', { collection }) : '',
    either(documentTypes, t('no type')),
    creators && creators.length > 0 ? t('by {either}', { either: either(creators, t('no one named')) }) : '',
    (tags ?? []).map(languageName).join(' or '),
    tagIds && tagIds.length > 0 ? t('tagged {tagIds}', { tagIds: tagIds.map(tagName).join(' or ') }) : '',
    dateFrom ? t('from {dateFrom}', { dateFrom: formatDate(dateFrom) }) : '',
    dateTo ? t('until {dateTo}', { dateTo: formatDate(dateTo) }) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
