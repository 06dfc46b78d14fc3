/** How the verbs of a person’s own work are used: tags, annotations, corrections, notes, citations, collations. */
import type { Verb } from '../contract/index.js';
import { t } from '../wording/index.js';
import { MANY, several, type VerbUsage } from './usage-model.js';

export const workUsages = {
  tag: {
    line: 'tag DIR [PATH [--remove] SOURCE…]',
    about: t(
      'List the tags, or put one on sources; a tag that does not exist is made. A PATH is written Person/President; a name will do where no other tag has it. --remove takes it off.',
    ),
    operands: [1, MANY],
    options: { remove: { type: 'boolean' } },
  },
  tags: {
    line: 'tags DIR | tags DIR --add PATH [--colour 1-8] [--about TEXT] | --change PATH [--colour 1-8|none] [--about TEXT] | --rename PATH --to NAME | --move PATH --under PATH|/ | --merge PATH --into PATH | --delete PATH',
    about: t('List the tags as a tree with their counts, or change it. A PATH is written Person/President.'),
    operands: [1, 1],
    options: {
      add: { type: 'string' },
      colour: { type: 'string' },
      about: { type: 'string' },
      change: { type: 'string' },
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
    about: t(
      'Mark a passage of a source: by its words, or by offsets in UTF-16 units. Tags that do not exist are made.',
    ),
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
    about: t(
      'List annotations with their sources and pages; --review lists those that lost their place, with candidates.',
    ),
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
  annotation: {
    line: 'annotation DIR ANNOTATION… [--colour 1-8] [--comment TEXT] [--tag PATH]… [--untag PATH]… | annotation DIR ANNOTATION… --delete',
    about: t(
      'Print annotations by their ids, change their colour, comment and tags, or take them away. Tags that do not exist are made.',
    ),
    operands: [2, MANY],
    options: {
      colour: { type: 'string' },
      comment: { type: 'string' },
      tag: several,
      untag: several,
      delete: { type: 'boolean' },
    },
  },
  versions: {
    line: 'versions DIR SOURCE [--current VERSION | --compare VERSION]',
    about: t('List the text versions of a source, make one the current one, or compare one with its parent.'),
    operands: [2, 2],
    options: { current: { type: 'string' }, compare: { type: 'string' } },
  },
  correct: {
    line: 'correct DIR SOURCE (--from FILE | --find WORDS --replace WORDS) --reason TEXT',
    about: t('Make a corrected version of a text, from a file or by find and replace. Annotations go along.'),
    operands: [2, 2],
    options: {
      from: { type: 'string' },
      find: { type: 'string' },
      replace: { type: 'string' },
      reason: { type: 'string' },
    },
  },
  reread: {
    line: 'reread DIR SOURCE --charset SET [--preview] [--reason TEXT] | reread DIR',
    about: t(
      'Read the original of a source again with another character set, as a new version of its text; --preview shows what would change and changes nothing. Without --charset the sets are listed.',
    ),
    operands: [1, 2],
    options: { charset: { type: 'string' }, preview: { type: 'boolean' }, reason: { type: 'string' } },
  },
  pages: {
    line: 'pages DIR SOURCE [--pages 1,3-5] [--words] [--to FILE [--fit PX]] [--turn 0|90|180|270] [--crop L,T,R,B] [--brightness N] [--contrast N] [--invert] [--plain]',
    about: t(
      'List the pages of a source as images, with what the camera wrote. --to writes one as JPEG; --words prints where words are on them. The others change how pages are looked at, never the file; --plain takes that back.',
    ),
    operands: [2, 2],
    options: {
      pages: { type: 'string' },
      words: { type: 'boolean' },
      to: { type: 'string' },
      fit: { type: 'string' },
      turn: { type: 'string' },
      crop: { type: 'string' },
      brightness: { type: 'string' },
      contrast: { type: 'string' },
      invert: { type: 'boolean' },
      plain: { type: 'boolean' },
    },
  },
  gather: {
    line: 'gather DIR SOURCE SOURCE… [--title T] | gather DIR SOURCE --part N [--title T] | gather DIR SOURCE --order 2,1,3',
    about: t(
      'Make one source of several: the files of the others go behind those of the first, and the others into the bin. --part makes a source of its own from the Nth file on; --order puts the files in another order. Texts go along.',
    ),
    operands: [2, MANY],
    options: { title: { type: 'string' }, part: { type: 'string' }, order: { type: 'string' } },
  },
  ocr: {
    line: 'ocr DIR SOURCE… --language CODE[+CODE]… [--kind auto|photograph|scan] | ocr DIR SOURCE --guess | ocr DIR [SOURCE] --from FILE | ocr DIR (--unfinished | --add-language FILE | --remove-language CODE) | ocr DIR',
    about: t(
      'Read the pages of sources by OCR; what was read becomes the text of each, as a new version. Asked for again after it was stopped, it goes on behind the last page. Ends with 3 when some sources failed and the others are done. --guess says which language its first page seems to be in; without sources the languages are listed. --from brings pages with their words in, from a file of ALTO, PAGE XML or hOCR or a folder of them, as a further text; without a source, of the one with an image of the same name. --unfinished lists readings that were stopped. --add-language keeps a .traineddata file of yours for every archive.',
    ),
    operands: [1, MANY],
    options: {
      language: { type: 'string' },
      kind: { type: 'string' },
      guess: { type: 'boolean' },
      from: { type: 'string' },
      unfinished: { type: 'boolean' },
      'add-language': { type: 'string' },
      'remove-language': { type: 'string' },
    },
  },
  note: {
    line: 'note DIR (--title TITLE [--body TEXT | --from FILE | --template NAME] | NOTE [--title TITLE] [--body TEXT | --from FILE] [--append TEXT] [--quote ANNOTATION] | NOTE --references | NOTE --delete | NOTE --recover)',
    about: t(
      'Write a note, print one, change it, or put a quotation with its citation at its end. --references lists what it cites and links to. NOTE is its id or title.',
    ),
    operands: [1, 2],
    options: {
      title: { type: 'string' },
      body: { type: 'string' },
      from: { type: 'string' },
      template: { type: 'string' },
      append: { type: 'string' },
      quote: { type: 'string' },
      references: { type: 'boolean' },
      delete: { type: 'boolean' },
      recover: { type: 'boolean' },
    },
  },
  notes: {
    line: 'notes DIR [--contains TEXT] [--citing SOURCE|passage:ID|note:ID|tag:ID] [--bin] [--templates]',
    about: t('List the notes, where a source or another thing is cited, or the templates.'),
    operands: [1, 1],
    options: {
      contains: { type: 'string' },
      citing: { type: 'string' },
      bin: { type: 'boolean' },
      templates: { type: 'boolean' },
    },
  },
  spelling: {
    line: 'spelling DIR WORD… [--language L]… | spelling DIR --learn WORD… | spelling DIR --languages',
    about: t(
      'Print the words that no dictionary knows, with what may be meant; have the archive learn words; list the dictionaries. Without --language the one of British English is asked.',
    ),
    operands: [1, MANY],
    options: { language: several, learn: several, languages: { type: 'boolean' } },
  },
  cite: {
    line: 'cite DIR SOURCE… [--style S] [--locale L] [--locator TEXT] | cite DIR --styles | cite DIR --add-style FILE.csl | cite DIR --remove-style STYLE',
    about: t('Print the citation of sources as a footnote and for a bibliography, and say which elements are missing.'),
    operands: [1, MANY],
    options: {
      style: { type: 'string' },
      locale: { type: 'string' },
      locator: { type: 'string' },
      styles: { type: 'boolean' },
      'add-style': { type: 'string' },
      'remove-style': { type: 'string' },
    },
  },
  collate: {
    line: 'collate DIR (A B [C…] [--base A] [--save NAME] | COLLATION) [--compose | --tei FILE --csv FILE --html FILE --docx FILE --collatex FILE [--replace]]',
    about: t(
      'Compare texts word for word and show what differs, or write it to files. A is a source, or SOURCE@VERSION. --save keeps the comparison; --compose prints the least redacted text; --collatex writes the alignment table.',
    ),
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
    about: t(
      'List the collations that were kept, the sources whose text is much like that of one (--near) or groups of them; show one or change it. --renew takes the texts as they are today. --take corrects the text of --into by the reading of --from at a place, numbered as “collate” lists them, as a new version of that text. STRETCHES are written A:120-131,B:118-129, in UTF-16 offsets: --pin says that they correspond, --part that they do not.',
    ),
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
} as const satisfies Partial<Record<Verb, VerbUsage>>;
