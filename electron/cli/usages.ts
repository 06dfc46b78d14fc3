/** How each verb is used: its line, what it is for, its operands and options. */
import type { Verb } from '../contract/index.js';

export interface VerbUsage {
  /** Shown by `help`. */
  readonly line: string;
  readonly about: string;
  /** Fewest and most operands. */
  readonly operands: readonly [number, number];
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
}

/** One of them may be given several times: any of its values will do. */
const several = { type: 'string', multiple: true } as const;
/** How and where to search; the same for each verb that searches. */
const QUERY_OPTIONS = {
  mode: { type: 'string' },
  exact: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  type: several,
  creator: several,
  language: several,
  tag: several,
  collection: { type: 'string' },
} as const;

const MANY = Number.POSITIVE_INFINITY;

export const USAGES = {
  create: { line: 'create DIR', about: 'Make an empty archive.', operands: [1, 1], options: {} },
  import: {
    line: 'import DIR PATH… [--collection C] [--duplicates skip|import] [--follow]',
    about:
      'Bring files and folders in. A collection that does not exist is made. --follow prints each file once it is safe.',
    operands: [2, MANY],
    options: { collection: { type: 'string' }, duplicates: { type: 'string' }, follow: { type: 'boolean' } },
  },
  sources: {
    line: 'sources DIR [--collection C] [--tag T] [--type T] [--bin]',
    about: 'List the sources.',
    operands: [1, 1],
    options: {
      collection: { type: 'string' },
      tag: { type: 'string' },
      type: { type: 'string' },
      bin: { type: 'boolean' },
    },
  },
  show: { line: 'show DIR SOURCE', about: 'Show the description of a source.', operands: [2, 2], options: {} },
  text: {
    line: 'text DIR SOURCE [--left-aside]',
    about: 'Print the text of a source. --left-aside prints what its reader did not take for text of the document.',
    operands: [2, 2],
    options: { 'left-aside': { type: 'boolean' } },
  },
  search: {
    line: 'search DIR QUERY [--limit N] [--mode any|all|phrase] [--exact] [--from DATE] [--to DATE] [--type T] [--creator C] [--language L] [--tag T] [--collection C]',
    about:
      'Search titles, descriptions and texts. --exact finds only the forms as typed. --type, --creator, --language and --tag may be given several times: any of the values will do.',
    operands: [2, 2],
    options: { limit: { type: 'string' }, ...QUERY_OPTIONS },
  },
  concordance: {
    line: 'concordance DIR QUERY [--sort source|left|right|match] [--limit N] [--out FILE.csv [--replace]] [modes and filters of search]',
    about: 'Show every match between the words around it, or write all of them to a table.',
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
    about: 'Show what was searched, newest first; --empty shows what was not found. --out writes the whole log.',
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
    line: 'saved DIR [--add NAME --query QUERY [modes and filters of search] | --remove NAME | --run NAME [--limit N]]',
    about: 'List the saved searches, save one, remove one, or search by one.',
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      query: { type: 'string' },
      remove: { type: 'string' },
      run: { type: 'string' },
      limit: { type: 'string' },
      ...QUERY_OPTIONS,
    },
  },
  reindex: { line: 'reindex DIR', about: 'Make the search index anew from the texts.', operands: [1, 1], options: {} },
  tag: {
    line: 'tag DIR [PATH [--remove] SOURCE…]',
    about:
      'List the tags, or put one on sources; a tag that does not exist is made. A PATH is written Person/President; a name will do where no other tag has it. --remove takes it off.',
    operands: [1, MANY],
    options: { remove: { type: 'boolean' } },
  },
  tags: {
    line: 'tags DIR | tags DIR --add PATH [--colour 1-8] [--about TEXT] | --rename PATH --to NAME | --move PATH --under PATH|/ | --merge PATH --into PATH | --delete PATH',
    about: 'List the tags as a tree with their counts, or change it. A PATH is written Person/President.',
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      colour: { type: 'string' },
      about: { type: 'string' },
      rename: { type: 'string' },
      to: { type: 'string' },
      move: { type: 'string' },
      under: { type: 'string' },
      merge: { type: 'string' },
      into: { type: 'string' },
      delete: { type: 'string' },
    },
  },
  annotate: {
    line: 'annotate DIR SOURCE (--quote WORDS [--nth N] | --start N --end N) [--colour 1-8] [--comment TEXT] [--tag PATH]…',
    about: 'Mark a passage of a source: by its words, or by offsets in UTF-16 units. Tags that do not exist are made.',
    operands: [2, 2],
    options: {
      quote: { type: 'string' },
      nth: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
      colour: { type: 'string' },
      comment: { type: 'string' },
      tag: several,
    },
  },
  annotations: {
    line: 'annotations DIR [--source SOURCE] [--tag PATH] [--colour 1-8] [--contains TEXT] [--review] [--limit N] | annotations DIR (--delete ID… | --place ID --start N --end N | --reanchor SOURCE)',
    about:
      'List annotations with their sources and pages; --review lists those that lost their place, with candidates.',
    operands: [1, 1],
    options: {
      source: { type: 'string' },
      tag: { type: 'string' },
      colour: { type: 'string' },
      contains: { type: 'string' },
      review: { type: 'boolean' },
      limit: { type: 'string' },
      delete: several,
      place: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
      reanchor: { type: 'string' },
    },
  },
  versions: {
    line: 'versions DIR SOURCE [--current VERSION | --compare VERSION]',
    about: 'List the text versions of a source, make one the current one, or compare one with its parent.',
    operands: [2, 2],
    options: { current: { type: 'string' }, compare: { type: 'string' } },
  },
  correct: {
    line: 'correct DIR SOURCE (--from FILE | --find WORDS --replace WORDS) --reason TEXT',
    about: 'Make a corrected version of a text, from a file or by find and replace. Annotations go along.',
    operands: [2, 2],
    options: {
      from: { type: 'string' },
      find: { type: 'string' },
      replace: { type: 'string' },
      reason: { type: 'string' },
    },
  },
  note: {
    line: 'note DIR (--title TITLE [--body TEXT | --from FILE | --template NAME] | NOTE [--title TITLE] [--body TEXT | --from FILE] [--append TEXT] [--quote ANNOTATION] | NOTE --delete | NOTE --recover)',
    about:
      'Write a note, print one, change it, or put a quotation with its citation at its end. NOTE is its id or title.',
    operands: [1, 2],
    options: {
      title: { type: 'string' },
      body: { type: 'string' },
      from: { type: 'string' },
      template: { type: 'string' },
      append: { type: 'string' },
      quote: { type: 'string' },
      delete: { type: 'boolean' },
      recover: { type: 'boolean' },
    },
  },
  notes: {
    line: 'notes DIR [--contains TEXT] [--citing SOURCE|passage:ID|note:ID|tag:ID] [--bin] [--templates]',
    about: 'List the notes, where a source or another thing is cited, or the templates.',
    operands: [1, 1],
    options: {
      contains: { type: 'string' },
      citing: { type: 'string' },
      bin: { type: 'boolean' },
      templates: { type: 'boolean' },
    },
  },
  cite: {
    line: 'cite DIR SOURCE… [--style S] [--locale L] [--locator TEXT] | cite DIR --styles | cite DIR --add-style FILE.csl',
    about: 'Print the citation of sources as a footnote and for a bibliography, and say which elements are missing.',
    operands: [1, MANY],
    options: {
      style: { type: 'string' },
      locale: { type: 'string' },
      locator: { type: 'string' },
      styles: { type: 'boolean' },
      'add-style': { type: 'string' },
    },
  },
  collate: {
    line: 'collate DIR (A B [C…] [--base A] [--save NAME] | COLLATION) [--compose | --tei FILE --csv FILE --html FILE --docx FILE --collatex FILE [--replace]]',
    about:
      'Compare texts word for word and show what differs, or write it to files. A is a source, or SOURCE@VERSION. --save keeps the comparison; --compose prints the least redacted text; --collatex writes the alignment table.',
    operands: [2, MANY],
    options: {
      base: { type: 'string' },
      save: { type: 'string' },
      compose: { type: 'boolean' },
      tei: { type: 'string' },
      csv: { type: 'string' },
      html: { type: 'string' },
      docx: { type: 'string' },
      collatex: { type: 'string' },
      replace: { type: 'boolean' },
    },
  },
  collations: {
    line: 'collations DIR [--near SOURCE | --groups [--limit N]] | collations DIR COLLATION [--rename NAME | --base SIGLUM | --add SOURCE… | --drop SIGLUM… | --renew | --take PLACE --from SIGLUM --into SIGLUM | --pin STRETCHES | --part STRETCHES | --unpin PIN… | --delete]',
    about:
      'List the collations that were kept, the sources whose text is much like that of one (--near) or groups of them; show one or change it. --renew takes the texts as they are today. --take corrects the text of --into by the reading of --from at a place, numbered as “collate” lists them, as a new version of that text. STRETCHES are written A:120-131,B:118-129, in UTF-16 offsets: --pin says that they correspond, --part that they do not.',
    operands: [1, 2],
    options: {
      near: { type: 'string' },
      groups: { type: 'boolean' },
      limit: { type: 'string' },
      rename: { type: 'string' },
      base: { type: 'string' },
      add: several,
      drop: several,
      renew: { type: 'boolean' },
      take: { type: 'string' },
      from: { type: 'string' },
      into: { type: 'string' },
      pin: { type: 'string' },
      part: { type: 'string' },
      unpin: several,
      delete: { type: 'boolean' },
    },
  },
  exchange: {
    line: 'exchange DIR FILE',
    about:
      'Take in annotations of a file: W3C Web Annotations (JSON-LD) or a REFI-QDA project (QDPX); tags of a codebook (QDC).',
    operands: [2, 2],
    options: {},
  },
  reread: {
    line: 'reread DIR SOURCE --charset SET [--preview] [--reason TEXT] | reread DIR',
    about:
      'Read the original of a source again with another character set, as a new version of its text; --preview shows what would change and changes nothing. Without --charset the sets are listed.',
    operands: [1, 2],
    options: { charset: { type: 'string' }, preview: { type: 'boolean' }, reason: { type: 'string' } },
  },
  describe: {
    line: 'describe DIR SOURCE field=value…',
    about:
      'Change the description; lists are written creators=A;B, own fields custom.NAME=value, and an empty value clears.',
    operands: [3, MANY],
    options: {},
  },
  delete: { line: 'delete DIR SOURCE…', about: 'Move sources to the bin.', operands: [2, MANY], options: {} },
  recover: { line: 'recover DIR SOURCE…', about: 'Take sources out of the bin.', operands: [2, MANY], options: {} },
  undo: { line: 'undo DIR', about: 'Undo the last change.', operands: [1, 1], options: {} },
  redo: { line: 'redo DIR', about: 'Redo what was undone last.', operands: [1, 1], options: {} },
  collections: { line: 'collections DIR', about: 'List the collections.', operands: [1, 1], options: {} },
  export: {
    line: 'export DIR --query QUERY --out FILE [--format csv|md|json] [--replace] [modes and filters of search] | export DIR --what note:ID|notes|source:ID|tag:PATH|collection:NAME|search|everything --format F --out FILE [--style S] [--locale L] [--replace]',
    about:
      'Write what a search finds to a file; or, with --what, notes and annotations: docx, md, md-pandoc, html, pdf, csv, txt, jsonld, csl-json, bibtex, ris, qdc, qdpx.',
    operands: [1, 1],
    options: {
      what: { type: 'string' },
      style: { type: 'string' },
      locale: { type: 'string' },
      query: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string' },
      replace: { type: 'boolean' },
      ...QUERY_OPTIONS,
    },
  },
  verify: { line: 'verify DIR', about: 'Hash every original again and compare.', operands: [1, 1], options: {} },
  backup: {
    line: 'backup DIR FILE [--replace]',
    about: 'Write a complete copy of the archive to one file.',
    operands: [2, 2],
    options: { replace: { type: 'boolean' } },
  },
  restore: { line: 'restore FILE DIR', about: 'Make an archive of a backup.', operands: [2, 2], options: {} },
} as const satisfies Record<Verb, VerbUsage>;
