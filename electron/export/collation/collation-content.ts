/** A collation on its way to a file: plain data, so that a worker can write it. Nothing here is computed. */
import type { CollationResult, CollationTable, Description, Span } from '../../contract/index.js';

export interface CollationExportContent {
  readonly name: string;
  readonly result: CollationResult;
  readonly table: CollationTable;
  /** Of each witness its whole text. */
  readonly texts: readonly string[];
  /** Of each witness how its source is described, to cite it. */
  readonly sources: readonly Description[];
  /** Of each witness the structure of its text: pages and paragraphs. Left out: none is known. */
  readonly spans?: readonly (readonly Span[])[];
  /** When it is written. */
  readonly now: Date;
}

/** The words of a witness in a range, as they stand in its text. */
export const wordsOf = (
  collation: CollationExportContent,
  witness: number,
  [start, end]: readonly [number, number],
): string => (collation.texts[witness] ?? '').slice(start, end);

export const siglum = (collation: CollationExportContent, witness: number): string =>
  collation.result.witnesses[witness]?.siglum ?? String(witness + 1);

export const sigla = (collation: CollationExportContent, witnesses: readonly number[]): string =>
  witnesses.map((witness) => siglum(collation, witness)).join(' ');

/** White space of a text is one blank. */
export const oneBlank = (text: string): string => text.replace(/\s+/g, ' ');
/** What is left when all white space is gone: two texts with one of these differ in blanks and line ends alone. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
