/** The fields a search line can name, with the words a person may write before the colon. One list for parser, help and completion. */

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
export const FILTER_FIELDS = [
  'type',
  'language',
  'in',
  'tag',
  'path',
  'date',
  'written',
  'published',
  'declassified',
] as const;
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
  { field: 'title', aliases: [], about: 'the title', example: 'title:memorandum' },
  { field: 'body', aliases: ['text'], about: 'the text itself', example: 'body:"state of emergency"' },
  { field: 'creator', aliases: ['creators', 'author', 'from'], about: 'who made it', example: 'creator:radosevic' },
  { field: 'recipient', aliases: ['recipients', 'to'], about: 'to whom it went', example: 'recipient:president' },
  { field: 'repository', aliases: ['institution'], about: 'where it is kept', example: 'repository:library' },
  { field: 'fonds', aliases: [], about: 'fonds or collection', example: 'fonds:cables' },
  { field: 'series', aliases: [], about: 'the series', example: 'series:telephone' },
  { field: 'box', aliases: [], about: 'the box', example: 'box:12' },
  { field: 'folder', aliases: ['file'], about: 'the folder', example: 'folder:3' },
  { field: 'reference', aliases: ['ref', 'referencecode'], about: 'the reference code', example: 'reference:"A-12"' },
  {
    field: 'classification',
    aliases: ['marking'],
    about: 'the classification marking',
    example: 'classification:secret',
  },
  { field: 'rights', aliases: [], about: 'the rights', example: 'rights:public' },
  { field: 'url', aliases: [], about: 'the address', example: 'url:example' },
  { field: 'own', aliases: ['custom', 'note'], about: 'fields you added', example: 'own:translation' },
  { field: 'type', aliases: ['documenttype'], about: 'document type, from its beginning', example: 'type:memo' },
  { field: 'language', aliases: ['lang'], about: 'language', example: 'language:sr' },
  { field: 'in', aliases: ['collection'], about: 'a collection', example: 'in:"First reading"' },
  { field: 'tag', aliases: ['tags'], about: 'a tag', example: 'tag:urgent' },
  { field: 'path', aliases: ['filename'], about: 'the folder or file it came from', example: 'path:box3/' },
  { field: 'date', aliases: [], about: 'date written, else published', example: 'date:1999-03..1999-06' },
  { field: 'written', aliases: ['datewritten'], about: 'date written', example: 'written:2000-09' },
  { field: 'published', aliases: ['datepublished'], about: 'date published', example: 'published:2000..' },
  { field: 'declassified', aliases: ['datedeclassified'], about: 'date declassified', example: 'declassified:..2015' },
];

/** @param name as written before the colon, in any case. @returns null when no field is called so. */
export function searchField(name: string): SearchFieldInfo | null {
  const wanted = name.toLowerCase();
  return SEARCH_FIELDS.find(({ field, aliases }) => field === wanted || aliases.includes(wanted)) ?? null;
}
