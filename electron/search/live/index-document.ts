/** What of a source is indexed, and in which field. */
import type { Archive } from '../../archive/index.js';
import {
  type Description,
  INDEX_FIELDS,
  type IndexField,
  type SourceId,
  type VersionId,
} from '../../contract/index.js';
import { urlWords } from '../../text/index.js';
import { certaintyOf } from '../analysis/index.js';
import type { FieldSpec } from '../engine/segment-list.js';
import type { IndexDocument } from '../segment/segment-builder.js';

/** Fields a query can name, and `described`: words of the description that have filters of their own, type and dates. */
type AnalyzedField = IndexField | 'described';
const ALL: readonly AnalyzedField[] = [...INDEX_FIELDS, 'described'];

/** A title counts for more than what is said about a source, and that for more than a word of its text. */
const boostOf = (name: AnalyzedField): number => (name === 'title' ? 4 : name === 'body' ? 1 : 2);

/** The fields of the index in order; part of its identity (ANALYZER of live-index.ts). */
export const FIELDS: readonly FieldSpec[] = ALL.map((name) => ({ name, boost: boostOf(name) }));
export const BODY = ALL.indexOf('body');
export const fieldNumber = (field: IndexField): number => ALL.indexOf(field);

export interface SourceText {
  readonly ref: SourceId;
  readonly versionId: VersionId;
  /** As described or guessed before; null when nobody looked. */
  readonly language: string | null;
  /** Who says so: a person who described the source, or the text itself. */
  readonly languageOf: 'description' | 'text';
  readonly fields: readonly string[];
}

/** @throws FondsError NOT_FOUND. */
export function readSource(
  archive: Archive,
  id: SourceId,
  guessed: (versionId: VersionId) => string | null,
): SourceText {
  const description = archive.sources.description(id);
  const version = archive.texts.get(id);
  const values: Record<AnalyzedField, string> = { ...valuesOf(description), body: version.text };
  return {
    ref: id,
    versionId: version.id,
    language: description.language || guessed(version.id),
    languageOf: description.language ? 'description' : 'text',
    fields: ALL.map((name) => values[name]),
  };
}

/** What the index is given of a source. @param language in which it is read. */
export function indexDocument({ ref, languageOf, fields }: SourceText, language: string): IndexDocument {
  const certainty = languageOf === 'description' ? 'certain' : certaintyOf(language, fields[BODY] ?? '');
  return { ref, language, certainty, fields };
}

function valuesOf(description: Description): Omit<Record<AnalyzedField, string>, 'body'> {
  const { dateWritten, datePublished, dateDeclassified, documentType, language, custom } = description;
  const lines = (values: readonly string[]) => values.filter(Boolean).join('\n');
  return {
    title: description.title,
    creator: lines(description.creators),
    recipient: lines(description.recipients),
    repository: description.repository,
    fonds: description.fonds,
    series: description.series,
    box: description.box,
    folder: description.folder,
    reference: description.referenceCode,
    classification: description.classification,
    rights: description.rights,
    url: urlWords(description.url),
    own: lines(Object.values(custom)),
    described: lines([documentType, language, dateWritten, datePublished, dateDeclassified]),
  };
}
