/**
 * Makes of an alignment what every view and every export is drawn from: places in reading order, each with the readings of
 * the witnesses and a guess at what kind of difference it is.
 */
import type { CollationBlock, CollationMove, PinId, PinStretch, VariantClass } from '../../contract/index.js';
import type { Alignment, Pin } from '../model.js';
import { agreementOf } from './agreement.js';
import { type Cells, cellsOf } from './cells.js';
import { classOf, weightiest } from './classify.js';
import { type Lexis, lexisOf } from './lexis.js';
import { type Place, placesOf } from './places.js';
import { type Spacing, spacingOf } from './spacing.js';

export interface Variants {
  readonly rowCount: number;
  readonly blocks: CollationBlock[];
  readonly moves: CollationMove[];
  readonly agreement: number[][];
  readonly counts: Record<VariantClass, number>;
}

/** A pin with the name it is kept under. */
export interface NamedPin extends Pin {
  readonly id: PinId;
}

/** Rows beside a place that may make a date of a number. */
const AROUND_ROWS = 3;

/** @param base index of the witness whose reading is the first. */
export function variantsOf(alignment: Alignment, base: number, pins: readonly NamedPin[]): Variants {
  const cells = cellsOf(alignment);
  const texts = alignment.witnesses.map(({ text }) => text);
  const lexis = lexisOf(texts, alignment.tokens);
  const spacing = spacingOf(alignment, cells);
  const room = { alignment, cells, lexis, spacing, base, pins, withholding: withholdingOf(alignment) };
  const blocks = placesOf(alignment, cells, pins).map((place) => blockOf(place, room));
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
  const side = ({ witness, start, end }: Alignment['moves'][number]['from']): PinStretch => ({
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

interface Room {
  readonly alignment: Alignment;
  readonly cells: Cells;
  readonly lexis: Lexis;
  readonly spacing: Spacing;
  readonly base: number;
  readonly pins: readonly NamedPin[];
  /** Of each gap span who withholds what; null for a lacuna, which nobody withholds. */
  readonly withholding: readonly (Withholding | null)[];
}

type Withholding = CollationBlock['withheld'][number];

function blockOf(place: Place, room: Room): CollationBlock {
  const { alignment, cells, pins } = room;
  const { rowStart, rowEnd } = place;
  const stretches = alignment.witnesses.map((_, witness) => cells.stretch(rowStart, rowEnd, witness));
  const said = stretches.map((range, witness) => range && (alignment.witnesses[witness]?.text.slice(...range) ?? null));
  const keys = alignment.witnesses.map((_, witness) => cells.compared(rowStart, rowEnd, witness));
  const numbers = numbered(keys, room.base);
  const isAgreed = numbers.every((number) => number === 0);
  const withheld = isAgreed ? [] : place.gaps.flatMap((gap) => room.withholding[gap] ?? []);
  const pinIds = pins.filter(({ stretches: pinned }) =>
    pinned.some(({ witness, start, end }) => {
      const range = stretches[witness];
      return range && range[0] < end && start < range[1];
    }),
  );
  return {
    rows: [rowStart, rowEnd],
    class: isAgreed ? null : classOfPlace(place, said, keys, room),
    cells: stretches,
    readings: numbers,
    withheld,
    moves: [...place.moves],
    pinIds: pinIds.map(({ id }) => id),
  };
}

/** Numbers the readings from that of the base on. @param keys what is compared of each witness. */
function numbered(keys: readonly (string | null)[], base: number): number[] {
  const known = new Map<string | null, number>();
  for (const witness of [base, ...keys.keys()]) {
    const key = keys[witness] ?? null;
    if (!known.has(key)) known.set(key, known.size);
  }
  return keys.map((key) => known.get(key) ?? 0);
}

interface Said {
  /** As the first of those who say it has it. */
  readonly text: string | null;
  readonly key: string | null;
  count: number;
}

function classOfPlace(
  place: Place,
  said: readonly (string | null)[],
  keys: readonly (string | null)[],
  room: Room,
): VariantClass {
  const { kind, rowStart, rowEnd, gaps } = place;
  // What cannot be read was not withheld by anybody.
  if (kind === 'withheld') return gaps.some((gap) => room.withholding[gap]) ? 'redaction' : 'substantive';
  if (kind === 'moved') return 'moved';
  const { alignment, cells, lexis, spacing, base } = room;
  const around = [
    cells.raw(Math.max(0, rowStart - AROUND_ROWS), rowStart, base),
    cells.raw(rowEnd, Math.min(alignment.rowCount, rowEnd + AROUND_ROWS), base),
  ].join(' ');
  // Who has a gap there says nothing of what the others differ in.
  const hidden = new Set(gaps.map((gap) => alignment.gapSpans[gap]?.witness));
  const readings = new Map<string | null, Said>();
  for (const [witness, text] of said.entries()) {
    if (hidden.has(witness)) continue;
    const key = keys[witness] ?? null;
    const known = readings.get(key);
    if (known) known.count += 1;
    else readings.set(key, { text, key, count: 1 });
  }
  const ofBase = hidden.has(base) ? undefined : readings.get(keys[base] ?? null);
  const held = ofBase && ofBase.text !== null ? ofBase : mostWitnessed([...readings.values()]);
  const others = [...readings.values()].filter(({ key }) => key !== (held?.key ?? null));
  const text = held?.text ?? null;
  return weightiest(
    others.map((other) => spacing.classOf(place, text, other.text) ?? classOf(text, other.text, around, lexis)),
  );
}

/** Where the base has nothing, what the others are held against; whatever the order of the witnesses. */
function mostWitnessed(readings: readonly Said[]): Said | undefined {
  return readings
    .filter(({ text }) => text !== null)
    .sort((a, b) => b.count - a.count || (a.key ?? '').localeCompare(b.key ?? '', 'en'))
    .at(0);
}

function withholdingOf({ gapSpans, witnesses, tokens }: Alignment): (Withholding | null)[] {
  const gaps = witnesses.map((witness) => new Map(witness.gaps.map((gap) => [gap.start, gap])));
  return gapSpans.map(({ witness, token }) => {
    const gap = gaps[witness]?.get(tokens[witness]?.starts[token] ?? 0);
    return gap?.kind === 'redaction' ? { witness, code: gap.code } : null;
  });
}
