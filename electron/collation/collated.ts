/**
 * Collates texts from end to end: finds what they withhold, aligns them, and tells what differs. What was aligned last is
 * kept, since a view, its table and its export ask for one after another.
 */
import type { CollationResult, CollationTable, ComposedText } from '../contract/index.js';
import { withholdingIn } from '../text/index.js';
import { collate } from './collate.js';
import { type Alignment, NONE, type Pin } from './model.js';
import { withProvenGaps } from './proven-gaps.js';
import { cellsOf, levelled } from './variants/cells.js';
import { composeText } from './variants/compose.js';
import { type NamedPin, type Variants, variantsOf } from './variants/variants.js';

export interface CollationTask {
  /** The same for the same versions in the same order. */
  readonly key: string;
  readonly texts: readonly string[];
  /** Index of the base text. */
  readonly base: number;
  readonly pins: readonly NamedPin[];
}

/** Of a result and a table what does not need the archive. */
export type ComputedResult = Omit<CollationResult, 'witnesses' | 'base'>;
export type ComputedTable = Omit<CollationTable, 'witnesses'>;

interface Collated {
  readonly alignment: Alignment;
  readonly variants: Variants;
}

let last: { readonly key: string; readonly collated: Collated } | null = null;

function collated({ key, texts, base, pins }: CollationTask): Collated {
  const whole = JSON.stringify([key, base, pins]);
  if (last?.key === whole) return last.collated;
  const alignment = aligned(texts, pins);
  const made = { alignment, variants: variantsOf(alignment, base, pins) };
  last = { key: whole, collated: made };
  return made;
}

/** Aligned anew only where a bare code (`B5`) faces words and so is a mark of withholding. */
function aligned(texts: readonly string[], pins: readonly Pin[]): Alignment {
  const marks = texts.map(withholdingIn);
  const alignment = collate(
    texts.map((text, witness) => ({ text, gaps: marks[witness]?.sure ?? [] })),
    pins,
  );
  const candidates = marks.map(({ possible }) => possible);
  if (candidates.every((those) => those.length === 0)) return alignment;
  const proven = withProvenGaps(alignment, candidates);
  return proven === alignment.witnesses ? alignment : collate(proven, pins);
}

export function resultOf(task: CollationTask): ComputedResult {
  const { alignment, variants } = collated(task);
  return { ...variants, refusedPinIds: alignment.refusedPins.flatMap((index) => task.pins[index]?.id ?? []) };
}

export function tableOf(task: CollationTask): ComputedTable {
  const { alignment, variants } = collated(task);
  const { witnesses, tokens, rowCount, cells } = alignment;
  const width = witnesses.length;
  const table: ComputedTable['table'] = [];
  for (let row = 0; row < rowCount; row += 1) {
    table.push(
      witnesses.map(({ text }, witness) => {
        const token = cells[row * width + witness] ?? NONE;
        if (token === NONE) return null;
        const [start, end] = [tokens[witness]?.starts[token] ?? 0, tokens[witness]?.ends[token] ?? 0];
        return { start, end, text: text.slice(start, end) };
      }),
    );
  }
  const said = cellsOf(alignment);
  return {
    table,
    variants: variants.blocks.flatMap(({ class: kind, rows, readings }) => {
      if (kind === null) return [];
      const count = Math.max(...readings) + 1;
      return {
        class: kind,
        row: rows[0],
        rows: rows[1] - rows[0],
        readings: Array.from({ length: count }, (_, number) => {
          const those = readings.flatMap((reading, witness) => (reading === number ? witness : []));
          return { witnesses: those, text: levelled(said.raw(...rows, those[0] ?? 0) ?? '') };
        }),
      };
    }),
    moves: variants.moves,
  };
}

export function composedOf(task: CollationTask): ComposedText {
  const { alignment, variants } = collated(task);
  return composeText(alignment.witnesses, task.base, variants.blocks);
}
