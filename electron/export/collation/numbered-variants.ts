/** The places where witnesses differ, numbered from 1 in reading order: the same numbers in every format. */
import type { CollationBlock, VariantClass } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type CollationExportContent, oneBlank, siglum, withoutBlanks, wordsOf } from './collation-content.js';
import { pageAt, pageStarts } from './page-starts.js';

/** Witnesses that say the same in a place: the base first, if it is one of them. */
export interface GroupedReading {
  readonly witnesses: readonly number[];
  /** In one line; empty where they have nothing. */
  readonly text: string;
  /** It is the reading of the base, or differs from it in blanks and line ends alone. */
  readonly isBase: boolean;
}

export interface NumberedVariant {
  readonly number: number;
  /** Index into the blocks. */
  readonly blockIndex: number;
  readonly block: CollationBlock;
  readonly class: VariantClass;
  /** Where it begins in the base; where the base has nothing, the end of its words before. UTF-16 offset. */
  readonly at: number;
  /** Of the base, as it is printed; empty when not known. */
  readonly pageLabel: string;
  /** That of the base is first. */
  readonly readings: readonly GroupedReading[];
}

export function numberedVariants(collation: CollationExportContent): NumberedVariant[] {
  const { blocks, base } = collation.result;
  const pages = pageStarts(collation.spans?.[base]);
  const variants: NumberedVariant[] = [];
  let reached = 0;
  for (const [blockIndex, block] of blocks.entries()) {
    const cell = block.cells[base];
    if (block.class !== null) {
      variants.push({
        number: variants.length + 1,
        blockIndex,
        block,
        class: block.class,
        at: cell?.[0] ?? reached,
        pageLabel: pageAt(pages, cell?.[0] ?? reached)?.label ?? '',
        readings: groupedReadings(collation, block),
      });
    }
    reached = cell?.[1] ?? reached;
  }
  return variants;
}

/** Witnesses that have one number but other signs are apart, so that each is shown with its own words. */
export function groupedReadings(collation: CollationExportContent, block: CollationBlock): GroupedReading[] {
  const { base, witnesses } = collation.result;
  const groups = new Map<string, { witnesses: number[]; text: string; isBase: boolean }>();
  const order = [base, ...witnesses.keys().filter((witness) => witness !== base)];
  for (const witness of order) {
    const cell = block.cells[witness];
    const words = cell ? wordsOf(collation, witness, cell) : '';
    const reading = block.readings[witness];
    const key = `${reading} ${withoutBlanks(words)}`;
    const group = groups.get(key);
    if (group) group.witnesses.push(witness);
    else
      groups.set(key, {
        witnesses: [witness],
        text: oneBlank(words).trim(),
        isBase: reading === block.readings[base],
      });
  }
  const [first, ...rest] = groups.values();
  const byReading = (a: GroupedReading, b: GroupedReading) => numberOf(block, a) - numberOf(block, b);
  return [...(first ? [first] : []), ...rest.sort(byReading)];
}

const numberOf = (block: CollationBlock, { witnesses: [first = 0] }: GroupedReading): number =>
  block.readings[first] ?? 0;

/** Who withholds something there, `A: 1.4(b); B`; empty when nobody does. */
export const withheldLine = (collation: CollationExportContent, { block }: NumberedVariant): string =>
  [
    ...new Set(
      block.withheld.map(({ witness, code }) => `${siglum(collation, witness)}${code === null ? '' : `: ${code}`}`),
    ),
  ].join('; ');

export interface MoveEnd {
  /** Whose words moved, here. */
  readonly here: number;
  /** The place where they stand in the other witness. */
  readonly variant: number;
  readonly witness: number;
}

/** Of each place, by its number, where what was moved stands elsewhere. */
export function moveEnds(
  collation: CollationExportContent,
  variants: readonly NumberedVariant[],
): Map<number, MoveEnd[]> {
  const ends = new Map<number, MoveEnd[]>();
  const add = (number: number, end: MoveEnd) => {
    const existing = ends.get(number);
    if (existing) existing.push(end);
    else ends.set(number, [end]);
  };
  const placesOfMove = new Map<number, NumberedVariant[]>();
  for (const variant of variants) {
    for (const index of variant.block.moves) placesOfMove.set(index, [...(placesOfMove.get(index) ?? []), variant]);
  }
  for (const [index, { from, to }] of collation.result.moves.entries()) {
    const touched = placesOfMove.get(index) ?? [];
    const left = touched.filter(({ block }) => isIn(block, from));
    const right = touched.filter(({ block }) => isIn(block, to));
    for (const { number } of left) {
      for (const other of right) {
        if (number === other.number) continue;
        add(number, { here: from.witness, variant: other.number, witness: to.witness });
        add(other.number, { here: to.witness, variant: number, witness: from.witness });
      }
    }
  }
  return ends;
}

/** Whether a range has words in the block. */
function isIn(
  { cells }: CollationBlock,
  { witness, start, end }: { readonly witness: number; readonly start: number; readonly end: number },
): boolean {
  const cell = cells[witness];
  return cell !== null && cell !== undefined && cell[0] < end && start < cell[1];
}

/** Of twenty witnesses that moved a chapter every place has hundreds elsewhere, and the file would be of these. */
const MAX_ENDS = 12;

/** The first of many ends, and how many more there are: TEI and JSON hold all of them. */
export function shownEnds<End>(ends: Iterable<End>): { readonly shown: End[]; readonly rest: number } {
  const each = [...new Set(ends)];
  return { shown: each.slice(0, MAX_ENDS), rest: Math.max(0, each.length - MAX_ENDS) };
}

/** `7 (B)`: the places to look at and in which witness; empty when nothing moved. */
export function movedLine(collation: CollationExportContent, ends: readonly MoveEnd[] = []): string {
  const { shown, rest } = shownEnds(ends.map(({ variant, witness }) => `${variant} (${siglum(collation, witness)})`));
  return [...shown, ...(rest > 0 ? [t('{rest} more', { rest })] : [])].join(', ');
}
