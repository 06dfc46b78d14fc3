/** The fields a search line can name, with the words a person may write before the colon. One list for parser, help and completion. */
import { t } from '../wording/index.js';

/** Fields of the index: words of these are searched, with lunr's scores. */
export const INDEX_FIELDS = [
  'title',
  'body',
  'creator',
  'recipient',
  'repository',
  'fonds',
  'series',
  'box',
  'folder',
  'reference',
  'classification',
  'rights',
  'url',
  'own',
] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** Fields that are not searched by words but narrow what is found, by a value of the description or a date. */
export const FILTER_FIELDS = ['type', 'language', 'in', 'tag', 'date', 'written', 'published', 'declassified'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

export type SearchField = IndexField | FilterField;

export interface SearchFieldInfo {
  readonly field: SearchField;
  /** Other words that mean the same. */
  readonly aliases: readonly string[];
  readonly about: string;
  readonly example: string;
}

export const SEARCH_FIELDS: readonly SearchFieldInfo[] = [
  { field: 'title', aliases: [], about: t('the title'), example: 'title:memorandum' },
  { field: 'body', aliases: ['text'], about: t('the text itself'), example: t('body:"state of emergency"') },
  { field: 'creator', aliases: ['creators', 'author', 'from'], about: t('who made it'), example: 'creator:radosevic' },
  { field: 'recipient', aliases: ['recipients', 'to'], about: t('to whom it went'), example: 'recipient:president' },
  { field: 'repository', aliases: ['institution'], about: t('where it is kept'), example: 'repository:library' },
  { field: 'fonds', aliases: [], about: t('fonds or collection'), example: 'fonds:cables' },
  { field: 'series', aliases: [], about: t('the series'), example: 'series:telephone' },
  { field: 'box', aliases: [], about: t('the box'), example: 'box:12' },
  { field: 'folder', aliases: ['file'], about: t('the folder'), example: 'folder:3' },
  {
    field: 'reference',
    aliases: ['ref', 'referencecode'],
    about: t('the reference code'),
    example: 'reference:"A-12"',
  },
  {
    field: 'classification',
    aliases: ['marking'],
    about: t('the classification marking'),
    example: 'classification:secret',
  },
  { field: 'rights', aliases: [], about: t('the rights'), example: 'rights:public' },
  { field: 'url', aliases: [], about: t('the address'), example: 'url:example' },
  { field: 'own', aliases: ['custom', 'note'], about: t('fields you added'), example: 'own:translation' },
  { field: 'type', aliases: ['documenttype'], about: t('document type, from its beginning'), example: 'type:memo' },
  { field: 'language', aliases: ['lang'], about: 'language', example: 'language:sr' },
  { field: 'in', aliases: ['collection'], about: t('a collection'), example: t('in:"First reading"') },
  { field: 'tag', aliases: ['tags'], about: t('a tag'), example: 'tag:urgent' },
  { field: 'date', aliases: [], about: t('date written, else published'), example: 'date:1999-03..1999-06' },
  { field: 'written', aliases: ['datewritten'], about: t('date written'), example: 'written:2000-09' },
  { field: 'published', aliases: ['datepublished'], about: t('date published'), example: 'published:2000..' },
  {
    field: 'declassified',
    aliases: ['datedeclassified'],
    about: t('date declassified'),
    example: 'declassified:..2015',
  },
];

/** @param name as written before the colon, in any case. @returns null when no field is called so. */
export function searchField(name: string): SearchFieldInfo | null {
  const wanted = name.toLowerCase();
  return SEARCH_FIELDS.find(({ field, aliases }) => field === wanted || aliases.includes(wanted)) ?? null;
}
