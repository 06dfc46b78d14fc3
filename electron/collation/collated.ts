/**
 * Collates texts from end to end: finds what they withhold, aligns them, and tells what differs. What was aligned last is
 * kept, since a view, its table and its export ask for one after another.
 */
import type { MessagePort } from 'node:worker_threads';
import type { CollationResult, CollationTable, ComposedText } from '../contract/index.js';
import { findWithheld } from '../text/index.js';
import { collate } from './collate.js';
import { type Alignment, NONE, type WitnessText } from './model.js';
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
  /** Hears `[done, total]` while texts are put beside each other. */
  readonly progress?: MessagePort;
}

/** Of a result and a table what does not need the archive. */
export type ComputedResult = Omit<CollationResult, 'witnesses' | 'base'>;
export type ComputedTable = Omit<CollationTable, 'witnesses'>;

interface Collated {
  readonly alignment: Alignment;
  readonly variants: Variants;
}

let last: { readonly key: string; readonly collated: Collated } | null = null;

function collated({ key, texts, base, pins, progress }: CollationTask): Collated {
  const whole = JSON.stringify([key, base, pins]);
  if (last?.key === whole) return last.collated;
  const witnesses: WitnessText[] = texts.map((text) => ({ text, gaps: findWithheld(text) }));
  const told = progress ? (done: number, total: number) => progress.postMessage([done, total]) : undefined;
  const alignment = collate(witnesses, pins, undefined, told);
  const made = { alignment, variants: variantsOf(alignment, base, pins) };
  last = { key: whole, collated: made };
  return made;
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
