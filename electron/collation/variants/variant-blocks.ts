/**
 * Makes of an alignment what every view and every export is drawn from: places in reading order, each with the readings of
 * the witnesses and a guess at what kind of difference it is.
 */
import type { CollationBlock, CollationMove, PinId, PinnedRange, VariantClass } from '../../contract/index.js';
import type { Alignment, AlignmentPin } from '../model.js';
import { agreementOf } from './agreement.js';
import { classOf, weightiest } from './classify.js';
import { formsOf, type Knowledge, NOTHING_KNOWN, STAINS, wordsIn } from './knowledge.js';
import { noisyWitnesses, Recognition, type WitnessReading } from './recognition.js';
import { type Spacing, spacingOf } from './spacing.js';
import { type TableCells, tableCells } from './table-cells.js';
import { type VariationUnit, variationUnits } from './variation-units.js';
import { MAX_WORDS } from './word-pairs.js';
import { wordStatistics } from './word-statistics.js';

export interface Variants {
  readonly rowCount: number;
  readonly blocks: CollationBlock[];
  readonly moves: CollationMove[];
  readonly agreement: number[][];
  readonly counts: Record<VariantClass, number>;
}

/** A pin with the name it is kept under. */
export interface NamedPin extends AlignmentPin {
  readonly id: PinId;
}

/** Rows beside a place that may make a date of a number. */
const AROUND_ROWS = 3;

/**
 * @param base index of the witness whose reading is the first.
 * @param knowledge of the forms of `formsToLookUp`.
 */
export function variantsOf(
  alignment: Alignment,
  base: number,
  pins: readonly NamedPin[],
  knowledge: Knowledge = NOTHING_KNOWN,
): Variants {
  const cells = tableCells(alignment);
  const texts = alignment.witnesses.map(({ text }) => text);
  const statistics = wordStatistics(texts, alignment.tokens, knowledge);
  const units = variationUnits(alignment, cells, pins);
  const context = { alignment, cells, base };
  const noise = noisyWitnesses(pairsAt(units, context), statistics, alignment.witnesses.length);
  const recognition = new Recognition(statistics, noise);
  const spacing = spacingOf(alignment, cells, knowledge);
  const blockContext = { ...context, recognition, spacing, pins, withholding: withholdingOf(alignment) };
  const blocks = units.map((unit) => blockOf(unit, blockContext));
  const counts: Record<VariantClass, number> = {
    accidental: 0,
    ocr: 0,
    substantive: 0,
    number: 0,
    date: 0,
    name: 0,
    redaction: 0,
    moved: 0,
  };
  for (const { class: kind } of blocks) if (kind) counts[kind] += 1;
  const side = ({ witness, start, end }: Alignment['moves'][number]['from']): PinnedRange => ({
    witness,
    start: alignment.tokens[witness]?.starts[start] ?? 0,
    end: alignment.tokens[witness]?.ends[end - 1] ?? 0,
  });
  return {
    rowCount: alignment.rowCount,
    blocks,
    moves: alignment.moves.map(({ from, to }) => ({ from: side(from), to: side(to) })),
    agreement: agreementOf(alignment),
    counts,
  };
}

/** The words that differ, as what is known of them is asked for. Each once. */
export function formsToLookUp(alignment: Alignment, base: number, pins: readonly NamedPin[]): string[] {
  const context = { alignment, cells: tableCells(alignment), base };
  const forms = new Set<string>();
  for (const unit of variationUnits(alignment, context.cells, pins)) {
    if (unit.kind === 'same') continue;
    const { reference, others } = compareReadingsOf(unit, context);
    for (const said of [reference, ...others]) {
      // What was rewritten is not looked at word by word.
      if (said === null || others.length === 0 || wordsIn(said.text).length > MAX_WORDS) continue;
      for (const form of formsOf(said.text)) forms.add(form);
    }
  }
  return [...forms];
}

/** What the places are read from. */
interface VariantContext {
  readonly alignment: Alignment;
  readonly cells: TableCells;
  readonly base: number;
}

interface VariantBlockContext extends VariantContext {
  readonly recognition: Recognition;
  readonly spacing: Spacing;
  readonly pins: readonly NamedPin[];
  /** Of each gap span who withholds what; null for a lacuna, which nobody withholds. */
  readonly withholding: readonly (BlockWithholding | null)[];
}

type BlockWithholding = CollationBlock['withheld'][number];

function blockOf(unit: VariationUnit, blockContext: VariantBlockContext): CollationBlock {
  const { alignment, cells, pins } = blockContext;
  const { rowStart, rowEnd } = unit;
  const ranges = alignment.witnesses.map((_, witness) => cells.rangeOf(rowStart, rowEnd, witness));
  const said = ranges.map((range, witness) => range && (alignment.witnesses[witness]?.text.slice(...range) ?? null));
  const keys = alignment.witnesses.map((_, witness) => cells.compared(rowStart, rowEnd, witness));
  const numbers = numberReadings(keys, blockContext.base);
  const isAgreed = numbers.every((number) => number === 0);
  const withheld = isAgreed ? [] : unit.gaps.flatMap((gap) => blockContext.withholding[gap] ?? []);
  const pinIds = pins.filter(({ stretches: pinned }) =>
    pinned.some(({ witness, start, end }) => {
      const range = ranges[witness];
      return range && range[0] < end && start < range[1];
    }),
  );
  return {
    rows: [rowStart, rowEnd],
    class: isAgreed ? null : classOfUnit(unit, said, keys, blockContext),
    cells: ranges,
    readings: numbers,
    withheld,
    moves: [...unit.moves],
    pinIds: pinIds.map(({ id }) => id),
  };
}

/** Numbers the readings from that of the base on. @param keys what is compared of each witness. */
function numberReadings(keys: readonly (string | null)[], base: number): number[] {
  const known = new Map<string | null, number>();
  for (const witness of [base, ...keys.keys()]) {
    const key = keys[witness] ?? null;
    if (!known.has(key)) known.set(key, known.size);
  }
  return keys.map((key) => known.get(key) ?? 0);
}

function classOfUnit(
  unit: VariationUnit,
  said: readonly (string | null)[],
  keys: readonly (string | null)[],
  blockContext: VariantBlockContext,
): VariantClass {
  const { kind, rowStart, rowEnd, gaps } = unit;
  // What cannot be read was not withheld by anybody.
  if (kind === 'withheld') return gaps.some((gap) => blockContext.withholding[gap]) ? 'redaction' : 'substantive';
  if (kind === 'moved') return 'moved';
  const { alignment, cells, recognition, spacing, base } = blockContext;
  const around = [
    cells.raw(Math.max(0, rowStart - AROUND_ROWS), rowStart, base),
    cells.raw(rowEnd, Math.min(alignment.rowCount, rowEnd + AROUND_ROWS), base),
  ].join(' ');
  const { reference, others } = compareReadings(unit, said, keys, blockContext);
  return weightiest(
    others.map(
      (other) =>
        spacing.classOf(unit, reference?.text ?? null, other?.text ?? null) ??
        classOf(reference, other, around, recognition),
    ),
  );
}

interface ComparedReadings {
  /** Null: nothing. */
  readonly reference: WitnessReading | null;
  /** The other readings; none where all say the same. */
  readonly others: readonly (WitnessReading | null)[];
}

const NOTHING_COMPARED: ComparedReadings = { reference: null, others: [] };

/** Which reading the others are compared with. @param said of each witness as written. @param keys what is compared of it. */
function compareReadings(
  unit: VariationUnit,
  said: readonly (string | null)[],
  keys: readonly (string | null)[],
  context: VariantContext,
): ComparedReadings {
  const { kind, gaps } = unit;
  const { alignment, base } = context;
  if (kind === 'withheld' || kind === 'moved') return NOTHING_COMPARED;
  // Who has a gap there says nothing of what the others differ in.
  const hidden = new Set(gaps.map((gap) => alignment.gapSpans[gap]?.witness));
  const readings = new Map<string | null, VariantReading & { readonly witnesses: number[] }>();
  for (const [witness, text] of said.entries()) {
    if (hidden.has(witness)) continue;
    const key = keys[witness] ?? null;
    const known = readings.get(key);
    if (known) known.witnesses.push(witness);
    else readings.set(key, { key, text: withGlued(text, witness, unit, context), witnesses: [witness] });
  }
  const all = [...readings.values()];
  const ofBase = hidden.has(base) ? undefined : readings.get(keys[base] ?? null);
  const reference = ofBase && ofBase.text !== null ? ofBase : mostWitnessed(all);
  return {
    reference: witnessReading(reference),
    others: all.filter((reading) => reading !== reference).map(witnessReading),
  };
}

/** `compareReadings` of a unit that was not read yet. */
const compareReadingsOf = (unit: VariationUnit, context: VariantContext): ComparedReadings => {
  const { alignment, cells } = context;
  const { rowStart, rowEnd } = unit;
  const everybody = [...alignment.witnesses.keys()];
  const said = everybody.map((witness) => cells.raw(rowStart, rowEnd, witness));
  const keys = everybody.map((witness) => cells.compared(rowStart, rowEnd, witness));
  return compareReadings(unit, said, keys, context);
};

/** What stands at the edges of a reading without a blank is a part of its word to a machine: `bell}^` is `belly`. */
function withGlued(
  text: string | null,
  witness: number,
  { rowStart, rowEnd }: VariationUnit,
  context: VariantContext,
): string | null {
  const range = text === null ? null : context.cells.rangeOf(rowStart, rowEnd, witness);
  const whole = context.alignment.witnesses[witness]?.text;
  if (!range || whole === undefined) return text;
  const before = GLUED_BEFORE.exec(whole.slice(Math.max(0, range[0] - MAX_GLUED), range[0]))?.[0] ?? '';
  const after = GLUED_BEHIND.exec(whole.slice(range[1], range[1] + MAX_GLUED))?.[0] ?? '';
  return before + text + after;
}

const MAX_GLUED = 4;
const GLUED_BEHIND = new RegExp(`^[${STAINS}'’]*[${STAINS}]'?`, 'u');
const GLUED_BEFORE = new RegExp(`[${STAINS}]+$`, 'u');

const witnessReading = (reading: VariantReading | null): WitnessReading | null =>
  reading === null || reading.text === null ? null : { text: reading.text, witnesses: reading.witnesses };

/** Places where a single word faces a single word: what tells how badly a witness is read. */
function* pairsAt(
  units: readonly VariationUnit[],
  context: VariantContext,
): Generator<readonly [WitnessReading, WitnessReading]> {
  const isOneWord = (said: WitnessReading | null): said is WitnessReading => said !== null && !/\s/.test(said.text);
  for (const unit of units) {
    if (unit.kind === 'same') continue;
    const { reference, others } = compareReadingsOf(unit, context);
    if (!isOneWord(reference)) continue;
    for (const other of others) if (isOneWord(other)) yield [reference, other];
  }
}

interface VariantReading {
  /** What is compared. */
  readonly key: string | null;
  readonly text: string | null;
  readonly witnesses: readonly number[];
}

/** Where the base has nothing, what the others are held against; whatever the order of the witnesses. */
function mostWitnessed(readings: readonly VariantReading[]): VariantReading | null {
  const present = readings.filter(({ text }) => text !== null);
  present.sort((a, b) => b.witnesses.length - a.witnesses.length || (a.key ?? '').localeCompare(b.key ?? '', 'en'));
  return present[0] ?? null;
}

function withholdingOf({ gapSpans, witnesses, tokens }: Alignment): (BlockWithholding | null)[] {
  const gaps = witnesses.map((witness) => new Map(witness.gaps.map((gap) => [gap.start, gap])));
  return gapSpans.map(({ witness, token }) => {
    const gap = gaps[witness]?.get(tokens[witness]?.starts[token] ?? 0);
    return gap?.kind === 'redaction' ? { witness, code: gap.code } : null;
  });
}
