/**
 * Makes one segment of several that stand next to each other, oldest first, and leaves removed documents out. Nothing
 * is analysed again: terms are merged in order, and a term that only one segment holds is copied.
 */
import { ByteReader } from './bytes.js';
import type { SegmentData } from './format.js';
import { type FieldEntry, Segment, type TermEntry } from './segment.js';
import { type Form, SegmentWriter } from './segment-writer.js';

export interface MergePart {
  readonly data: SegmentData;
  /** Numbers of its removed documents. */
  readonly removed: readonly number[];
}

/** One segment on its way through its terms. */
class Source {
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

/** A term in one segment, with what its forms are called in the merged one. */
interface Part {
  readonly source: Source;
  readonly entry: TermEntry;
  readonly forms: readonly Form[];
  readonly numbers: readonly number[];
}

/** @param fieldCount of every part. @returns null when no document is left. */
export function mergeSegments(fieldCount: number, parts: readonly MergePart[]): SegmentData | null {
  const sources = parts.map((part) => new Source(part));
  const table = joinTables(fieldCount, sources);
  if (table.refs.length === 0) return null;
  const writer = new SegmentWriter(fieldCount);
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
  const languages = new Set(sources.flatMap(({ segment }) => segment.header.languages));
  return writer.finish(table, [...languages]);
}

function joinTables(fieldCount: number, sources: readonly Source[]) {
  const refs: string[] = [];
  const boosts: number[] = [];
  const lengths: number[][] = Array.from({ length: fieldCount }, () => []);
  for (const { segment, numbers } of sources) {
    for (let document = 0; document < segment.documents; document++) {
      if (!segment.isLive(document)) continue;
      numbers[document] = refs.length;
      refs.push(segment.refs[document] as string);
      boosts.push(segment.boosts?.[document] ?? 1);
      for (let field = 0; field < fieldCount; field++) lengths[field]?.push(segment.lengths[field]?.[document] ?? 0);
    }
  }
  return { refs, boosts, lengths };
}

function mergeTerm(writer: SegmentWriter, term: string, holders: readonly Source[], fieldCount: number): void {
  const forms: { written: string; count: number }[] = [];
  const byExact = new Map<string, number>();
  const parts = holders.map((source): Part => {
    const entry = source.segment.entry(source.ordinal);
    const own = source.segment.forms(entry);
    const numbers = own.map(({ written }) => {
      const exact = written.toLowerCase();
      const known = byExact.get(exact) ?? forms.length;
      if (known === forms.length) forms.push({ written, count: 0 });
      byExact.set(exact, known);
      return known;
    });
    return { source, entry, forms: own, numbers };
  });
  // Places of removed documents are not counted in the merged segment.
  writer.startTerm(term);
  for (let field = 0; field < fieldCount; field++) {
    if (!parts.some(({ entry }) => entry.fields.has(field))) continue;
    writer.startField();
    for (const part of parts) {
      const entry = part.entry.fields.get(field);
      if (entry) copyField(writer, part, entry, forms);
    }
    writer.endField(field);
  }
  const surfaces = new Set(holders.flatMap((source) => source.surfacesOf.get(source.ordinal) ?? []));
  writer.endTerm(forms, surfaces);
}

function copyField(
  writer: SegmentWriter,
  { source, forms: own, numbers }: Part,
  entry: FieldEntry,
  forms: { count: number }[],
): void {
  const { segment } = source;
  const postings = segment.postings(entry);
  // Positions that would read the same are copied as bytes: most terms have one form.
  if (own.length === 1 && forms.length === 1) {
    const bytes = segment.positionBytes(entry);
    const reader = new ByteReader(bytes);
    while (postings.next()) {
      const start = reader.at;
      for (let left = postings.frequency; left > 0; left--) reader.varint();
      const document = source.numbers[postings.document] as number;
      if (document < 0) continue;
      writer.document(document, postings.frequency);
      writer.rawPositions(bytes.subarray(start, reader.at));
      (forms[0] as { count: number }).count += postings.frequency;
    }
    return;
  }
  const positions = segment.positions(entry, own.length > 1 ? 'several forms' : 'one form');
  while (postings.next()) {
    const document = source.numbers[postings.document] as number;
    if (document < 0) continue;
    const places = positions.of(postings);
    writer.document(document, postings.frequency);
    let last = 0;
    for (const [at, index] of places.indexes.entries()) {
      const form = numbers[places.forms[at] as number] as number;
      writer.position(index - last, forms.length > 1 ? form : null);
      (forms[form] as { count: number }).count += 1;
      last = index;
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
