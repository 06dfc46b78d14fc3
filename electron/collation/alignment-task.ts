/**
 * Collates texts from end to end: finds what they withhold, aligns them, and tells what differs. What was aligned last is
 * kept, since a view, its table and its export ask for one after another.
 */
import type { MessagePort } from 'node:worker_threads';
import type { CollationResult, CollationTable, ComposedText } from '../contract/index.js';
import { withholdingIn } from '../text/index.js';
import { collate, type OnProgress } from './collate.js';
import { type Alignment, type AlignmentPin, NONE } from './model.js';
import { withProvenGaps } from './proven-gaps.js';
import { assignSigla } from './sigla.js';
import { composeText } from './variants/compose-text.js';
import {
  formsToLookUp,
  type Knowledge,
  type NamedPin,
  NOTHING_KNOWN,
  type Variants,
  variantsOf,
} from './variants/index.js';
import { collapseBlanks, tableCells } from './variants/table-cells.js';

export interface AlignmentTask {
  /** The same for the same versions in the same order. */
  readonly key: string;
  readonly texts: readonly string[];
  /** Index of the base text. */
  readonly base: number;
  readonly pins: readonly NamedPin[];
  /** Of the witnesses, in their order. Left out: letters. */
  readonly sigla?: readonly string[];
  /** Of the forms of `formsIn`; left out: nothing is known but the texts. */
  readonly knowledge?: Knowledge;
  /** Hears `[done, total]` while texts are put beside each other. */
  readonly progress?: MessagePort;
}

/** Of a result and a table what does not need the archive. */
export type ComputedResult = Omit<CollationResult, 'witnesses' | 'base'>;
export type ComputedTable = Omit<CollationTable, 'witnesses'>;

interface ClassifiedAlignment {
  readonly alignment: Alignment;
  readonly variants: Variants;
}

let aligned: { readonly key: string; readonly alignment: Alignment } | null = null;
/** The variants that were classified last. */
let classified: {
  readonly of: Alignment;
  readonly base: number;
  readonly knowledge: string;
  readonly variants: Variants;
} | null = null;

function alignmentOf({ key, texts, pins, progress }: AlignmentTask): Alignment {
  const whole = JSON.stringify([key, pins]);
  if (aligned?.key === whole) return aligned.alignment;
  const alignment = alignTexts(texts, pins, (done, total) => progress?.postMessage([done, total]));
  aligned = { key: whole, alignment };
  return alignment;
}

function classifiedAlignment(task: AlignmentTask): ClassifiedAlignment {
  const { base, pins, knowledge = NOTHING_KNOWN } = task;
  const alignment = alignmentOf(task);
  const { isDictionaryAsked, known, sources, machineRead } = knowledge;
  const key = JSON.stringify([isDictionaryAsked, [...known], [...sources], machineRead]);
  const last = classified?.of === alignment && classified.base === base ? classified : null;
  // Whoever brings no knowledge asks for no classes: any will do.
  if (last && (last.knowledge === key || !task.knowledge)) return { alignment, variants: last.variants };
  const variants = variantsOf(alignment, base, pins, knowledge);
  classified = { of: alignment, base, knowledge: key, variants };
  return { alignment, variants };
}

/** The words that differ: what is to be asked about them before classes are assigned. Each once, as written. */
export function formsIn(task: AlignmentTask): string[] {
  return formsToLookUp(alignmentOf(task), task.base, task.pins);
}

/** Aligned again only where a bare code (`B5`) faces words and so is a mark of withholding. */
function alignTexts(texts: readonly string[], pins: readonly AlignmentPin[], onProgress: OnProgress): Alignment {
  let steps = 0;
  const marks = texts.map(withholdingIn);
  const alignment = collate(
    texts.map((text, witness) => ({ text, gaps: marks[witness]?.sure ?? [] })),
    pins,
    undefined,
    (done, total) => {
      steps = total;
      onProgress(done, total);
    },
  );
  const candidates = marks.map(({ possible }) => possible);
  if (candidates.every((those) => those.length === 0)) return alignment;
  const proven = withProvenGaps(alignment, candidates);
  return proven === alignment.witnesses
    ? alignment
    : collate(proven, pins, undefined, (done, total) => onProgress(steps + done, steps + total));
}

export function resultOf(task: AlignmentTask): ComputedResult {
  const { alignment, variants } = classifiedAlignment(task);
  return { ...variants, refusedPinIds: alignment.refusedPins.flatMap((index) => task.pins[index]?.id ?? []) };
}

export function tableOf(task: AlignmentTask): ComputedTable {
  const { alignment, variants } = classifiedAlignment(task);
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
  const said = tableCells(alignment);
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
          return { witnesses: those, text: collapseBlanks(said.raw(...rows, those[0] ?? 0) ?? '') };
        }),
      };
    }),
    moves: variants.moves,
  };
}

export function composedOf(task: AlignmentTask): ComposedText {
  const { alignment, variants } = classifiedAlignment(task);
  return composeText(alignment, task.base, variants.blocks, assignSigla(task.sigla ?? task.texts.map(() => '')));
}
