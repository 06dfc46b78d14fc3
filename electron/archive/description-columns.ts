/** A description as columns of `source`, and back. The one place that knows both shapes. */
import { DESCRIPTION_ELEMENTS, type Description, type DescriptionChange, foldedKey } from '../contract/index.js';
import type { SqlValue } from './database.js';
import { dateBounds } from './edtf-bounds.js';

/** Column aliases of a row that holds a whole description. */
export const DESCRIPTION_COLUMNS = `title, repository, fonds, series, box, folder, reference_code AS referenceCode,
  creators, recipients, document_type AS documentType, classification, language, date_written AS dateWritten,
  date_published AS datePublished, date_declassified AS dateDeclassified, rights, url, custom`;

type Json = 'creators' | 'recipients' | 'custom';
export type DescriptionRow = Record<keyof Description, string>;

export const fromRow = (row: DescriptionRow): Description => ({
  title: row.title,
  repository: row.repository,
  fonds: row.fonds,
  series: row.series,
  box: row.box,
  folder: row.folder,
  referenceCode: row.referenceCode,
  creators: JSON.parse(row.creators),
  recipients: JSON.parse(row.recipients),
  documentType: row.documentType,
  classification: row.classification,
  language: row.language,
  dateWritten: row.dateWritten,
  datePublished: row.datePublished,
  dateDeclassified: row.dateDeclassified,
  rights: row.rights,
  url: row.url,
  custom: JSON.parse(row.custom),
});

/** The description and what is derived from it, as parameters of INSERT and UPDATE. */
export function toColumns(description: Description): Record<Exclude<keyof Description, Json> | string, SqlValue> {
  const written = dateBounds(description.dateWritten);
  const published = dateBounds(description.datePublished);
  const declassified = dateBounds(description.dateDeclassified);
  return {
    ...description,
    creators: JSON.stringify(description.creators),
    recipients: JSON.stringify(description.recipients),
    custom: JSON.stringify(description.custom),
    titleKey: foldedKey(description.title),
    referenceKey: foldedKey(description.referenceCode),
    typeKey: foldedKey(description.documentType),
    repositoryKey: foldedKey(description.repository),
    writtenMin: written?.min ?? null,
    writtenMax: written?.max ?? null,
    publishedMin: published?.min ?? null,
    publishedMax: published?.max ?? null,
    declassifiedMin: declassified?.min ?? null,
    declassifiedMax: declassified?.max ?? null,
  };
}

/** `description` with `change` made: elements not named stay, a `custom` value of null removes that field. */
export function changed(description: Description, change: DescriptionChange): Description {
  const { custom, ...elements } = change;
  const next: Description = { ...description, custom: { ...description.custom } };
  for (const [name, value] of Object.entries(elements)) {
    if (value !== undefined) Object.assign(next, { [name]: value });
  }
  for (const [name, value] of Object.entries(custom ?? {})) {
    if (value === null) delete next.custom[name];
    else next.custom[name] = value;
  }
  return next;
}

/** What it takes to go from `to` back to `from`, and forth again; null when they say the same. */
export function difference(
  from: Description,
  to: Description,
): { before: DescriptionChange; after: DescriptionChange } | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [element] of DESCRIPTION_ELEMENTS) {
    if (JSON.stringify(from[element]) === JSON.stringify(to[element])) continue;
    before[element] = from[element];
    after[element] = to[element];
  }
  const names = new Set([...Object.keys(from.custom), ...Object.keys(to.custom)]);
  const moved = [...names].filter((name) => from.custom[name] !== to.custom[name]);
  if (moved.length > 0) {
    before.custom = Object.fromEntries(moved.map((name) => [name, from.custom[name] ?? null]));
    after.custom = Object.fromEntries(moved.map((name) => [name, to.custom[name] ?? null]));
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}
