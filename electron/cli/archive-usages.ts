/** How the verbs of an archive as a whole are used: making, filling, undoing, handing on. */
import type { Verb } from '../contract/index.js';
import { t } from '../wording/index.js';
import { MANY, QUERY_OPTIONS, type VerbUsage } from './usage-model.js';

export const archiveUsages = {
  create: { line: 'create DIR', about: t('Make an empty archive.'), operands: [1, 1], options: {} },
  info: {
    line: 'info DIR',
    about: t('Say how much an archive holds, and what undo and redo would do.'),
    operands: [1, 1],
    options: {},
  },
  import: {
    line: 'import DIR PATH… [--collection C] [--collection-per-folder] [--title-from content|name|path|first-line] [--duplicates skip|import] [--follow | --preview]',
    about: t(
      'Bring files and folders in. A collection that does not exist is made; --collection-per-folder makes one for each folder. --title-from says what sources are called by: what the file itself says, else its name (content), its name, its path, or the first line of its text. --follow prints each file once it is safe; --preview says what would become of each and brings nothing in.',
    ),
    operands: [2, MANY],
    options: {
      collection: { type: 'string' },
      duplicates: { type: 'string' },
      'title-from': { type: 'string' },
      'collection-per-folder': { type: 'boolean' },
      follow: { type: 'boolean' },
      preview: { type: 'boolean' },
    },
  },
  exchange: {
    line: 'exchange DIR FILE',
    about: t(
      'Take in annotations of a file: W3C Web Annotations (JSON-LD) or a REFI-QDA project (QDPX); tags of a codebook (QDC).',
    ),
    operands: [2, 2],
    options: {},
  },
  export: {
    line: 'export DIR --query QUERY --out FILE [--format csv|md|json] [--replace] [modes and filters of search] | export DIR --what note:ID|notes|source:ID|tag:PATH|collection:NAME|search|everything --format F --out FILE [--style S] [--locale L] [--with-places] [--replace]',
    about: t(
      'Write what a search finds to a file; or, with --what, notes and annotations: docx, md, md-pandoc, html, pdf, csv, txt, jsonld, csl-json, bibtex, ris, qdc, qdpx. Photographs that go along with md go without the place where they were taken, unless --with-places is given.',
    ),
    operands: [1, 1],
    options: {
      what: { type: 'string' },
      style: { type: 'string' },
      locale: { type: 'string' },
      query: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string' },
      replace: { type: 'boolean' },
      'with-places': { type: 'boolean' },
      ...QUERY_OPTIONS,
    },
  },
  undo: { line: 'undo DIR', about: t('Undo the last change.'), operands: [1, 1], options: {} },
  redo: { line: 'redo DIR', about: t('Redo what was undone last.'), operands: [1, 1], options: {} },
  verify: { line: 'verify DIR', about: t('Hash every original again and compare.'), operands: [1, 1], options: {} },
  backup: {
    line: 'backup DIR FILE [--replace]',
    about: t('Write a complete copy of the archive to one file.'),
    operands: [2, 2],
    options: { replace: { type: 'boolean' } },
  },
  restore: { line: 'restore FILE DIR', about: t('Make an archive of a backup.'), operands: [2, 2], options: {} },
} as const satisfies Partial<Record<Verb, VerbUsage>>;
