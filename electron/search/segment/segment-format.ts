/**
 * What a segment is made of. `hot` is held in memory while an archive is open (dictionary, table of documents), `cold`
 * is read in blocks when a query needs it (all the rest). All numbers are varints (bytes.ts) unless a section says
 * otherwise.
 *
 * hot: 0 terms (term-dictionary.ts)   1 where each block of terms begins (Uint32)
 *      2 where each block of `info`, of postings, positions and forms begins (Uint32 × 4)
 *      3 refs, parted by newlines (UTF-8)   4 where every 16th ref begins (Uint32)
 *      5 boosts (Float64; empty when all are 1)   6 languages (packNumbers): for each document the number of its
 *      language in the header's list, times two, plus one when that is an uncertain guess; empty when all are 0
 *      7… lengths of each field (packNumbers)
 * cold: 0 info: for each term a mask of fields, the length of its forms, and for each field of the mask the number of
 *        documents, the length of the postings and of the positions
 *      1 postings   2 positions   3 forms
 * cold, which only beginnings, wildcards and slips need, and then as a whole (`slips`):
 *      4 surfaces (term-dictionary.ts): folded words that differ from their stem   5 where each block of them begins (Uint32)
 *      6 stems: for each surface how many terms it stands for, then their ordinals, the first relative to the last one before
 *      7 where each block of `stems` begins, and the ordinal before it (Uint32 × 2)
 *
 * Postings of a term in a field (posting-group.ts): with more than 128 documents first the length of a skip table and
 * the table; then the documents with the number of positions in each, in groups of 128.
 * Skip table: for every 128 documents the last document before, and how far postings and positions have come.
 * Positions (position-codec.ts): for each document its token numbers, and which form stands there when the term has several;
 * the documents of a group of postings end with a whole byte.
 * Forms of a term: how many; each as the units it shares with the term, the others, and twice the number of positions, plus
 * one when it begins with a capital. The commonest comes first.
 */
export const FORMAT_VERSION = 5;

/** Documents between two entries of a skip table. */
export const SKIP_DOCUMENTS = 128;
/** Numbers a block of terms has in the hot section `blocks`. */
export const BLOCK_NUMBERS = 4;
/** Refs from one entry of `refBlocks` to the next. */
export const BLOCK_REFS = 16;

/** Sections of the two parts, in order. */
export const HOT = {
  terms: 0,
  termBlocks: 1,
  blocks: 2,
  refs: 3,
  refBlocks: 4,
  boosts: 5,
  languages: 6,
  lengths: 7,
} as const;
export const COLD = { info: 0, postings: 1, positions: 2, forms: 3, slips: 4 } as const;

export interface SegmentHeader {
  readonly format: typeof FORMAT_VERSION;
  readonly fields: number;
  readonly documents: number;
  readonly terms: number;
  readonly surfaces: number;
  /** Tokens of each field, in all documents. */
  readonly tokens: readonly number[];
  /** Languages its documents were analysed in. */
  readonly languages: readonly string[];
  /** Bytes of each section. */
  readonly hot: readonly number[];
  readonly cold: readonly number[];
}

/** A whole segment in memory: what builders and mergers make, and stores keep. */
export interface SegmentData {
  readonly header: SegmentHeader;
  readonly hot: Uint8Array;
  readonly cold: Uint8Array;
}

/** Where a section begins among sections of these lengths. */
export const startOf = (lengths: readonly number[], section: number): number =>
  lengths.slice(0, section).reduce((sum, length) => sum + length, 0);

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Cuts bytes into sections of the given lengths, without copying. */
export function sectionsOf(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  let at = 0;
  return lengths.map((length) => {
    const section = bytes.subarray(at, at + length);
    at += length;
    return section;
  });
}

export const asBytes = (numbers: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** A copy, since numbers of four bytes must begin at a multiple of four. Not by `slice`, which a Buffer does not copy. */
export const asUint32 = (bytes: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(bytes).buffer);
export const asFloat64 = (bytes: Uint8Array): Float64Array => new Float64Array(new Uint8Array(bytes).buffer);
