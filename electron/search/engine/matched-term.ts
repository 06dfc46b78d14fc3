/** A term of the index that a word of the query stands for, with where to find it in each segment. */
import type { FieldEntry, Segment, TermEntry } from '../segment/segment.js';

/** A term's documents in one segment and field, spelt out: used where only some of its places count. */
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
}

export interface MatchedTerm {
  readonly term: string;
  readonly parts: readonly TermPart[];
  /** Living documents that hold it, counted once for each field, as lunr's inverse document frequency does. */
  readonly documents: number;
}

/**
 * The whole term, in every segment that holds it.
 * @returns null when all its documents were removed: an index made today would not know it.
 */
export function wholeTerm(term: string, entries: readonly TermEntry[]): MatchedTerm | null {
  let documents = 0;
  const parts = entries.map((entry): TermPart => {
    documents += entry.segment.documentCount(entry);
    return { segment: entry.segment, entry, forms: null, lists: null };
  });
  return documents > 0 ? { term, parts, documents } : null;
}

/**
 * Only the places where the term is written in a form that `counts`.
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
      parts.push({ segment, entry, forms: null, lists: null });
      continue;
    }
    const lists = new Map<number, DocumentList>();
    for (const [field, fieldEntry] of entry.fields) {
      const list = placesInForms(segment, fieldEntry, forms.length, numbers);
      documents += list.documents.length;
      if (list.documents.length > 0) lists.set(field, list);
    }
    parts.push({ segment, entry, forms: numbers, lists });
  }
  return documents > 0 ? { term, parts, documents } : null;
}

/** Living documents only, so that the count is lunr's. */
function placesInForms(
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
