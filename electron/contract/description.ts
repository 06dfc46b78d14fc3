/** The archival description of a source, shaped after ISAD(G). Dates are EDTF (ISO 8601-2). */
import { z } from 'zod';
import { t } from '../wording/index.js';

const text = z.string().max(4_000);
const list = z.array(text).max(200);

export const Description = z.object({
  title: text,
  repository: text,
  fonds: text,
  series: text,
  box: text,
  folder: text,
  referenceCode: text,
  creators: list,
  recipients: list,
  documentType: text,
  classification: text,
  /** BCP 47 tag, for example `en`, `sr-Latn`, `sr-Cyrl`; empty when not known. */
  language: text,
  dateWritten: text,
  datePublished: text,
  dateDeclassified: text,
  rights: text,
  url: text,
  /** Fields the researcher added, by their own name. */
  custom: z.record(z.string().min(1).max(100), text),
});
export type Description = z.infer<typeof Description>;

/** Elements whose value must be EDTF or empty. */
export const DATE_ELEMENTS = ['dateWritten', 'datePublished', 'dateDeclassified'] as const;
export const LIST_ELEMENTS = ['creators', 'recipients'] as const;

/** Every element in the order a person reads it, with its label. The one list that forms, CLI and exports share. */
export const DESCRIPTION_ELEMENTS = [
  ['title', t('Title')],
  ['documentType', t('Document type')],
  ['dateWritten', t('Date written')],
  ['datePublished', t('Date published')],
  ['dateDeclassified', t('Date declassified')],
  ['creators', t('Creators')],
  ['recipients', t('Recipients')],
  ['repository', t('Repository')],
  ['fonds', t('Fonds or collection')],
  ['series', t('Series')],
  ['box', t('Box')],
  ['folder', t('Folder')],
  ['referenceCode', t('Reference code')],
  ['classification', t('Classification')],
  ['language', t('Language')],
  ['rights', t('Rights')],
  ['url', 'URL'],
] as const satisfies readonly (readonly [Exclude<keyof Description, 'custom'>, string])[];
export type DescriptionElement = (typeof DESCRIPTION_ELEMENTS)[number][0];

export const EMPTY_DESCRIPTION: Description = {
  title: '',
  repository: '',
  fonds: '',
  series: '',
  box: '',
  folder: '',
  referenceCode: '',
  creators: [],
  recipients: [],
  documentType: '',
  classification: '',
  language: '',
  dateWritten: '',
  datePublished: '',
  dateDeclassified: '',
  rights: '',
  url: '',
  custom: {},
};

/** Elements to change. A `custom` value of `null` removes that field; fields not named stay. */
export const DescriptionChange = Description.omit({ custom: true })
  .partial()
  .extend({ custom: z.record(z.string().min(1).max(100), text.nullable()).optional() })
  .strict();
export type DescriptionChange = z.infer<typeof DescriptionChange>;

/** What an original may say of an element, but not plainly enough to fill it in. */
export const Suggestion = z.object({
  element: Description.omit({ custom: true }).keyof(),
  /** As the element holds it; of a list one entry. */
  value: text.min(1),
  /** Where it was read: `the byline`, `JSON-LD`, `the address`. */
  from: z.string().max(200),
});
export type Suggestion = z.infer<typeof Suggestion>;
