/**
 * Makes one segment of several that stand next to each other, oldest first, and leaves removed documents out. Nothing
 * is analysed again: terms are merged in order, and a term that only one segment holds is copied.
 */

import { type FieldEntry, Segment, type TermEntry } from './segment.js';
import type { SegmentData } from './segment-format.js';
import { SegmentWriter } from './segment-writer.js';

export interface MergePart {
  readonly data: SegmentData;
  /** Numbers of its removed documents. */
  readonly removed: readonly number[];
}

/** One segment on its way through its terms. */
class MergeSource {
  readonly segment: Segment;
  /** New number of each document; -1 for a removed one. */
  readonly numbers: Int32Array;
  term: string | null = null;
  ordinal = -1;
  readonly #words: Generator<string>;
  readonly surfacesOf: ReadonlyMap<number, readonly string[]>;

  constructor({ data, removed }: MergePart) {
    this.segment = new Segment(data.header, data.hot, (start, length) => data.cold.subarray(start, start + length));
    for (const document of removed) this.segment.remove(document);
    this.numbers = new Int32Array(data.header.documents).fill(-1);
    this.#words = this.segment.terms.words();
    this.surfacesOf = surfacesByTerm(this.segment);
    this.next();
  }

  next(): void {
    const { value, done } = this.#words.next();
    this.term = done ? null : value;
    this.ordinal += 1;
  }
}

/** A term in one segment, with the numbers that its forms have in the merged one. */
interface MergedTermPart {
  readonly source: MergeSource;
  readonly entry: TermEntry;
  readonly numbers: readonly number[];
}

interface CountedForm {
  readonly written: string;
  count: number;
}

/** @param fieldCount of every part. @returns null when no document is left. */
export function mergeSegments(fieldCount: number, parts: readonly MergePart[]): SegmentData | null {
  const sources = parts.map((part) => new MergeSource(part));
  const languages = [...new Set(sources.flatMap(({ segment }) => segment.header.languages))];
  const table = joinTables(fieldCount, sources, languages);
  if (table.refs.length === 0) return null;
  const writer = new SegmentWriter(table);
  for (;;) {
    const term = sources.reduce<string | null>(
      (least, source) => (source.term !== null && (least === null || source.term < least) ? source.term : least),
      null,
    );
    if (term === null) break;
    const holders = sources.filter((source) => source.term === term);
    mergeTerm(writer, term, holders, fieldCount);
    for (const source of holders) source.next();
  }
  return writer.finish(languages);
}

function joinTables(fieldCount: number, sources: readonly MergeSource[], languages: readonly string[]) {
  const refs: string[] = [];
  const boosts: number[] = [];
  const codes: number[] = [];
  const lengths: number[][] = Array.from({ length: fieldCount }, () => []);
  for (const { segment, numbers } of sources) {
    const numbersOf = segment.header.languages.map((language) => languages.indexOf(language));
    for (let document = 0; document < segment.documents; document++) {
      if (!segment.isLive(document)) continue;
      numbers[document] = refs.length;
      refs.push(segment.refs[document] as string);
      boosts.push(segment.boosts?.[document] ?? 1);
      const code = segment.languages?.[document] ?? 0;
      codes.push((numbersOf[code >> 1] ?? 0) * 2 + (code & 1));
      for (let field = 0; field < fieldCount; field++) lengths[field]?.push(segment.lengths[field]?.[document] ?? 0);
    }
  }
  return { refs, boosts, languages: codes, lengths };
}

function mergeTerm(writer: SegmentWriter, term: string, holders: readonly MergeSource[], fieldCount: number): void {
  const { parts, forms } = joinForms(holders);
  // Positions of removed documents are not counted in the merged segment.
  for (const form of forms) form.count = 0;
  writer.startTerm(term, forms.length);
  for (let field = 0; field < fieldCount; field++) {
    if (!parts.some(({ entry }) => entry.fields.has(field))) continue;
    writer.startField(field);
    for (const part of parts) {
      const entry = part.entry.fields.get(field);
      if (entry) copyField(writer, part, entry, forms);
    }
    writer.endField(field);
  }
  const surfaces = new Set(holders.flatMap((source) => source.surfacesOf.get(source.ordinal) ?? []));
  writer.endTerm(forms, surfaces);
}

/** What a term is called in the merged segment; the commonest form first, since it is written with fewest bits. */
function joinForms(holders: readonly MergeSource[]): { parts: MergedTermPart[]; forms: CountedForm[] } {
  const byExact = new Map<string, CountedForm>();
  const found = holders.map((source) => {
    const entry = source.segment.entry(source.ordinal);
    const own = source.segment.forms(entry).map(({ written, count }) => {
      const exact = written.toLowerCase();
      const form = byExact.get(exact) ?? { written, count: 0 };
      form.count += count;
      byExact.set(exact, form);
      return form;
    });
    return { source, entry, own };
  });
  const forms = [...byExact.values()].sort((a, b) => b.count - a.count);
  const numbers = new Map(forms.map((form, number) => [form, number]));
  const parts = found.map(({ source, entry, own }) => {
    return { source, entry, numbers: own.map((form) => numbers.get(form) as number) };
  });
  return { parts, forms };
}

function copyField(
  writer: SegmentWriter,
  { source, numbers }: MergedTermPart,
  entry: FieldEntry,
  forms: readonly CountedForm[],
): void {
  const { segment } = source;
  const postings = segment.postings(entry);
  const positions = segment.positions(entry, numbers.length);
  while (postings.next()) {
    const document = source.numbers[postings.document] as number;
    if (document < 0) continue;
    const places = positions.of(postings);
    writer.lists.document(document, postings.frequency);
    for (let at = 0; at < postings.frequency; at++) {
      const form = numbers[places.forms[at] ?? 0] as number;
      writer.lists.addPosition(places.indexes[at] as number, form);
      (forms[form] as CountedForm).count += 1;
    }
  }
}

function surfacesByTerm(segment: Segment): Map<number, string[]> {
  const byTerm = new Map<number, string[]>();
  let surface = 0;
  for (const word of segment.surfaces.words()) {
    for (const ordinal of segment.stemsOf(surface)) {
      const known = byTerm.get(ordinal);
      if (known) known.push(word);
      else byTerm.set(ordinal, [word]);
    }
    surface += 1;
  }
  return byTerm;
}
