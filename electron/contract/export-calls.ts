/** Calls that write work to files for others, and take annotations of others in. */
import { z } from 'zod';
import { t } from '../wording/index.js';
import { action, type Call, change, job, onExisting } from './call.js';
import { CollectionId, NoteId, SourceId, TagId } from './ids.js';
import { STYLE_LOCALE } from './preferences.js';
import { SearchQuery } from './search-models.js';

/** What is exported. Everything but notes is the sources with their annotations; notes that cite them go along where a format can hold them. */
export const ExportSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notes'), ids: z.array(NoteId).min(1) }),
  /** Every note that is not in the bin, in order of title. */
  z.object({ kind: z.literal('allNotes') }),
  z.object({ kind: z.literal('annotations'), sourceId: SourceId }),
  /** Passages and sources that bear the tag or one below it. */
  z.object({ kind: z.literal('tag'), tagId: TagId }),
  z.object({ kind: z.literal('collection'), collectionId: CollectionId }),
  z.object({ kind: z.literal('search'), query: SearchQuery }),
  z.object({ kind: z.literal('everything') }),
]);
export type ExportSubject = z.infer<typeof ExportSubject>;

export const ExportFormat = z.enum([
  'docx',
  'md',
  /** With Pandoc citations and a CSL-JSON bibliography instead of footnotes. */
  'md-pandoc',
  'html',
  'pdf',
  'csv',
  'txt',
  'jsonld',
  'csl-json',
  'bibtex',
  'ris',
  'qdc',
  'qdpx',
  /** The pages of sources with the places of their words. */
  'alto',
  'page-xml',
  'hocr',
  'pdf-pages',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How each format is called, its extension, and what it can hold. The one list that dialogs, terminal and exports share. */
export const EXPORT_FORMATS = [
  { id: 'docx', title: t('Word document (DOCX)'), extension: 'docx', about: t('With footnotes and a bibliography') },
  { id: 'md', title: t('Markdown'), extension: 'md', about: t('With footnotes, front matter and an assets folder') },
  {
    id: 'md-pandoc',
    title: t('Markdown for Pandoc'),
    extension: 'md',
    about: t('With citation keys and a CSL-JSON bibliography'),
  },
  { id: 'html', title: t('Web page (HTML)'), extension: 'html', about: t('One file that needs nothing else') },
  { id: 'pdf', title: t('PDF'), extension: 'pdf', about: t('For printing and sending') },
  { id: 'csv', title: t('Table (CSV)'), extension: 'csv', about: t('One line an annotation, for a spreadsheet') },
  { id: 'txt', title: t('Plain text'), extension: 'txt', about: t('Words and citations, nothing else') },
  {
    id: 'jsonld',
    title: t('Web annotations (JSON-LD)'),
    extension: 'jsonld',
    about: t('W3C Web Annotation Data Model'),
  },
  { id: 'csl-json', title: t('CSL-JSON'), extension: 'json', about: t('Sources, for Zotero and Pandoc') },
  { id: 'bibtex', title: t('BibTeX'), extension: 'bib', about: t('Sources, for LaTeX') },
  { id: 'ris', title: t('RIS'), extension: 'ris', about: t('Sources, for reference managers') },
  {
    id: 'qdc',
    title: t('Codebook (REFI-QDA)'),
    extension: 'qdc',
    about: t('Tags, for NVivo, ATLAS.ti, MAXQDA, QualCoder'),
  },
  {
    id: 'qdpx',
    title: t('Project (REFI-QDA)'),
    extension: 'qdpx',
    about: t('Sources, tags and coded passages, for the same'),
  },
  {
    id: 'alto',
    title: t('Pages with their words (ALTO)'),
    extension: 'xml',
    about: t('A file for each page, for libraries and archives'),
  },
  {
    id: 'page-xml',
    title: t('Pages with their words (PAGE XML)'),
    extension: 'xml',
    about: t('A file for each page, for Transkribus and eScriptorium'),
  },
  {
    id: 'hocr',
    title: t('Pages with their words (hOCR)'),
    extension: 'hocr',
    about: t('A file for each source, for OCR programs'),
  },
  {
    id: 'pdf-pages',
    title: t('Pages as images (searchable PDF)'),
    extension: 'pdf',
    about: t('A file for each source, with its text behind the images'),
  },
] as const satisfies readonly { id: ExportFormat; title: string; extension: string; about: string }[];

export const ExportRequest = z.object({
  what: ExportSubject,
  format: ExportFormat,
  /** For formats that draw citations. */
  style: z.string().default('chicago-fullnote-bibliography'),
  /** BCP 47, or AS_STYLE_SAYS. */
  locale: z.string().default(STYLE_LOCALE),
  /** Of originals that go along: whether photographs go as they are, with the place where they were taken. */
  places: z.enum(['leave-out', 'keep']).default('leave-out'),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

export const exportCalls = {
  /** `file` is the file to write; formats with further files put them beside it, in a folder of the same name. */
  'export.start': action({
    audience: 'trusted',
    input: ExportRequest.extend({ file: z.string(), onExisting }),
    output: job,
    errors: ['NO_ARCHIVE', 'NOT_FOUND', 'FILE_EXISTS', 'QUERY_SYNTAX', 'DATE_INVALID', 'STYLE_INVALID'],
  }),
  /**
   * Web annotations (JSON-LD), a REFI-QDA project or a codebook: as one undo step, and only if the whole file can be
   * read. The job ends as failed with EXCHANGE_INVALID when it cannot.
   */
  'exchange.import': change({
    audience: 'trusted',
    input: z.object({ file: z.string() }),
    output: job,
    changes: ['annotations', 'tags', 'sources'],
    errors: ['FILE_UNREADABLE'],
  }),
} as const satisfies Record<string, Call>;
