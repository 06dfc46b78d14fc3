/** How the verbs of sources are used: lists, description, text, searching, collections. */
import type { Verb } from '../contract/index.js';
import { t } from '../wording/index.js';
import { MANY, QUERY_OPTIONS, several, type VerbUsage } from './usage-model.js';

export const sourceUsages = {
  sources: {
    line: 'sources DIR [--collection C] [--tag T] [--type T] [--folder PATH] [--bin] | sources DIR --types | --folders',
    about: t(
      'List the sources, those in the bin, or the document types or the folders that files came from, with how many sources have each.',
    ),
    operands: [1, 1],
    options: {
      collection: { type: 'string' },
      tag: { type: 'string' },
      type: { type: 'string' },
      bin: { type: 'boolean' },
      types: { type: 'boolean' },
      folder: { type: 'string' },
      folders: { type: 'boolean' },
    },
  },
  source: {
    line: 'source create DIR --title TITLE [--date DATE] [--collection C] [field=value…]',
    about: t(
      'Describe a source without a file: a book, a box that was seen and not photographed. Fields are written as for describe; --date is when it was written.',
    ),
    operands: [2, MANY],
    options: { title: { type: 'string' }, date: { type: 'string' }, collection: { type: 'string' } },
  },
  show: { line: 'show DIR SOURCE', about: t('Show the description of a source.'), operands: [2, 2], options: {} },
  text: {
    line: 'text DIR SOURCE [--left-aside | --matches QUERY [--mode any|all|phrase] [--exact]]',
    about: t(
      'Print the text of a source. --left-aside prints what its reader did not take for text of the document; --matches prints where the words of a query stand, in UTF-16 offsets.',
    ),
    operands: [2, 2],
    options: {
      'left-aside': { type: 'boolean' },
      matches: { type: 'string' },
      mode: { type: 'string' },
      exact: { type: 'boolean' },
    },
  },
  similar: {
    line: 'similar DIR SOURCE (--quote WORDS [--nth N] | --start N --end N) [--limit N]',
    about: t('Find passages of other places that share telling words with a passage of a source, most alike first.'),
    operands: [2, 2],
    options: {
      quote: { type: 'string' },
      nth: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
      limit: { type: 'string' },
    },
  },
  search: {
    line: 'search DIR QUERY [--limit N] [--mode any|all|phrase] [--exact] [--from DATE] [--to DATE] [--type T] [--creator C] [--language L] [--tag T] [--collection C]',
    about: t(
      'Search titles, descriptions and texts. --exact finds only the forms as typed. --type, --creator, --language and --tag may be given several times: any of the values will do.',
    ),
    operands: [2, 2],
    options: { limit: { type: 'string' }, ...QUERY_OPTIONS },
  },
  concordance: {
    line: 'concordance DIR QUERY [--sort source|left|right|match] [--limit N] [--out FILE.csv [--replace]] [modes and filters of search]',
    about: t('Show every match between the words around it, or write all of them to a table.'),
    operands: [2, 2],
    options: {
      sort: { type: 'string' },
      limit: { type: 'string' },
      out: { type: 'string' },
      replace: { type: 'boolean' },
      ...QUERY_OPTIONS,
    },
  },
  log: {
    line: 'log DIR [--limit N] [--contains TEXT] [--empty] | log DIR --out FILE.csv|FILE.json [--replace]',
    about: t('Show what was searched, newest first; --empty shows what was not found. --out writes the whole log.'),
    operands: [1, 1],
    options: {
      limit: { type: 'string' },
      contains: { type: 'string' },
      empty: { type: 'boolean' },
      out: { type: 'string' },
      replace: { type: 'boolean' },
    },
  },
  saved: {
    line: 'saved DIR [--add NAME --query QUERY [modes and filters of search] | --rename NAME --to NAME | --remove NAME | --run NAME [--limit N]]',
    about: t('List the saved searches, save one, rename one, remove one, or search by one.'),
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      query: { type: 'string' },
      rename: { type: 'string' },
      remove: { type: 'string' },
      run: { type: 'string' },
      limit: { type: 'string' },
      ...QUERY_OPTIONS,
    },
  },
  reindex: {
    line: 'reindex DIR',
    about: t('Rebuild the search index from the texts.'),
    operands: [1, 1],
    options: {},
  },
  describe: {
    line: 'describe DIR SOURCE field=value…',
    about: t(
      'Change the description; lists are written creators=A;B, own fields custom.NAME=value, and an empty value clears.',
    ),
    operands: [3, MANY],
    options: {},
  },
  suggestions: {
    line: 'suggestions DIR SOURCE [--accept FIELD[=VALUE]… | --dismiss FIELD[=VALUE]…]',
    about: t('List what the original may say of itself, put it into the description, or dismiss it.'),
    operands: [2, 2],
    options: { accept: several, dismiss: several },
  },
  delete: { line: 'delete DIR SOURCE…', about: t('Move sources to the bin.'), operands: [2, MANY], options: {} },
  recover: { line: 'recover DIR SOURCE…', about: t('Restore sources from the bin.'), operands: [2, MANY], options: {} },
  collections: {
    line: 'collections DIR | collections DIR --add NAME | --rename COLLECTION --to NAME | --delete COLLECTION',
    about: t(
      'List the collections, make one, rename one, or delete one; its sources stay. COLLECTION is its id or name.',
    ),
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      rename: { type: 'string' },
      to: { type: 'string' },
      delete: { type: 'string' },
    },
  },
  collection: {
    line: 'collection DIR COLLECTION [--remove] SOURCE…',
    about: t('Put sources into a collection; one that does not exist is made. --remove takes them out.'),
    operands: [3, MANY],
    options: { remove: { type: 'boolean' } },
  },
} as const satisfies Partial<Record<Verb, VerbUsage>>;
