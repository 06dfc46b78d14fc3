/** A term of the index that a word of the query stands for, with where to find it in each segment. */
import type { FieldEntry, Segment, TermEntry } from '../segment/segment.js';

/** A term's documents in one segment and field, spelt out: used where only some of its positions count. */
export interface DocumentList {
  readonly documents: Int32Array;
  readonly frequencies: Int32Array;
}

/** A term in one segment. `lists` (by field) stands for the entry's own postings when only some forms count. */
export interface TermPart {
  readonly segment: Segment;
  readonly entry: TermEntry;
  /** Numbers of the forms that count; null: all. */
  readonly forms: ReadonlySet<number> | null;
  readonly lists: ReadonlyMap<number, DocumentList> | null;
  /** 1 for documents in which it does not count, as they are in another language; null: it counts in all. */
  readonly foreign: Uint8Array | null;
}

export interface MatchedTerm {
  readonly term: string;
  readonly parts: readonly TermPart[];
  /** Living documents that hold it, counted once for each field, as lunr's inverse document frequency does. */
  readonly documents: number;
  /** Languages of the documents in which it counts; null: all. */
  readonly languages: ReadonlySet<string> | null;
}

/**
 * The whole term, in every segment that holds it.
 * @param languages of the documents in which it counts; null: all.
 * @returns null when all its documents were removed: an index made today would not know it.
 */
export function wholeTerm(
  term: string,
  entries: readonly TermEntry[],
  languages: ReadonlySet<string> | null = null,
): MatchedTerm | null {
  let documents = 0;
  const parts: TermPart[] = [];
  for (const entry of entries) {
    const { segment } = entry;
    const foreign = languages && segment.foreign(languages);
    if (foreign === 'all') continue;
    if (foreign === null) {
      documents += segment.documentCount(entry);
      parts.push({ segment, entry, forms: null, lists: null, foreign });
      continue;
    }
    const lists = new Map<number, DocumentList>();
    for (const [field, fieldEntry] of entry.fields) {
      const list = postingsOutside(segment, fieldEntry, foreign);
      documents += list.documents.length;
      if (list.documents.length > 0) lists.set(field, list);
    }
    parts.push({ segment, entry, forms: null, lists, foreign });
  }
  return documents > 0 ? { term, parts, documents, languages } : null;
}

/**
 * Only the positions where the term is written in a form that `counts`.
 * @returns null when no living document has such a form.
 */
export function termInForms(
  term: string,
  entries: readonly TermEntry[],
  counts: (exact: string) => boolean,
): MatchedTerm | null {
  let documents = 0;
  const parts: TermPart[] = [];
  for (const entry of entries) {
    const { segment } = entry;
    const forms = segment.forms(entry);
    const numbers = new Set(forms.flatMap(({ written }, number) => (counts(written.toLowerCase()) ? [number] : [])));
    if (numbers.size === 0) continue;
    if (numbers.size === forms.length) {
      documents += segment.documentCount(entry);
      parts.push({ segment, entry, forms: null, lists: null, foreign: null });
      continue;
    }
    const lists = new Map<number, DocumentList>();
    for (const [field, fieldEntry] of entry.fields) {
      const list = postingsInForms(segment, fieldEntry, forms.length, numbers);
      documents += list.documents.length;
      if (list.documents.length > 0) lists.set(field, list);
    }
    parts.push({ segment, entry, forms: numbers, lists, foreign: null });
  }
  return documents > 0 ? { term, parts, documents, languages: null } : null;
}

/** Living documents only. */
function postingsOutside(segment: Segment, entry: FieldEntry, foreign: Uint8Array): DocumentList {
  const documents: number[] = [];
  const frequencies: number[] = [];
  const postings = segment.postings(entry);
  while (postings.next()) {
    const { document, frequency } = postings;
    if (foreign[document] === 1 || !segment.isLive(document)) continue;
    documents.push(document);
    frequencies.push(frequency);
  }
  return { documents: Int32Array.from(documents), frequencies: Int32Array.from(frequencies) };
}

/** Living documents only, so that the count is lunr's. */
function postingsInForms(
  segment: Segment,
  entry: FieldEntry,
  formCount: number,
  numbers: ReadonlySet<number>,
): DocumentList {
  const documents: number[] = [];
  const frequencies: number[] = [];
  const postings = segment.postings(entry);
  const positions = segment.positions(entry, formCount);
  while (postings.next()) {
    if (!segment.isLive(postings.document)) continue;
    const frequency = positions.of(postings).forms.filter((form) => numbers.has(form)).length;
    if (frequency === 0) continue;
    documents.push(postings.document);
    frequencies.push(frequency);
  }
  return { documents: Int32Array.from(documents), frequencies: Int32Array.from(frequencies) };
}
