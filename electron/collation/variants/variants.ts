/**
 * Makes of an alignment what every view and every export is drawn from: places in reading order, each with the readings of
 * the witnesses and a guess at what kind of difference it is.
 */
import type { CollationBlock, CollationMove, PinId, PinStretch, VariantClass } from '../../contract/index.js';
import type { Alignment, Pin } from '../model.js';
import { agreementOf } from './agreement.js';
import { type Cells, cellsOf, levelled } from './cells.js';
import { classOf, weightiest } from './classify.js';
import { type Lexis, lexisOf } from './lexis.js';
import { type Place, placesOf } from './places.js';

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
  const room = { alignment, cells, lexis, base, pins, withheld: withheldByRow(alignment) };
  const blocks = placesOf(alignment, cells).map((place) => blockOf(place, room));
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
  readonly base: number;
  readonly pins: readonly NamedPin[];
  readonly withheld: ReadonlyMap<number, readonly Withholding[]>;
}

type Withholding = CollationBlock['withheld'][number];

function blockOf(place: Place, room: Room): CollationBlock {
  const { alignment, cells, pins } = room;
  const { rowStart, rowEnd } = place;
  const stretches = alignment.witnesses.map((_, witness) => cells.stretch(rowStart, rowEnd, witness));
  const said = stretches.map((range, witness) => range && (alignment.witnesses[witness]?.text.slice(...range) ?? null));
  const { numbers, distinct } = numbered(said, room.base);
  const withheld = place.kind === 'withheld' ? withheldIn(room.withheld, place) : [];
  const pinIds = pins.filter(({ stretches: pinned }) =>
    pinned.some(({ witness, start, end }) => {
      const range = stretches[witness];
      return range && range[0] < end && start < range[1];
    }),
  );
  return {
    rows: [rowStart, rowEnd],
    class: distinct.length === 1 ? null : classOfPlace(place, distinct, room),
    cells: stretches,
    readings: numbers,
    withheld,
    moves: [...place.moves],
    pinIds: pinIds.map(({ id }) => id),
  };
}

/** Numbers the readings from that of the base on. `distinct` holds one text of each. */
function numbered(
  said: readonly (string | null)[],
  base: number,
): { numbers: number[]; distinct: (string | null)[] } {
  const keys = said.map((text) => (text === null ? null : levelled(text)));
  const order = [base, ...keys.keys()];
  const known = new Map<string | null, number>();
  const distinct: (string | null)[] = [];
  for (const witness of order) {
    const key = keys[witness] ?? null;
    if (known.has(key)) continue;
    known.set(key, distinct.length);
    distinct.push(said[witness] ?? null);
  }
  return { numbers: keys.map((key) => known.get(key) ?? 0), distinct };
}

function classOfPlace(place: Place, distinct: readonly (string | null)[], room: Room): VariantClass {
  const { kind, rowStart, rowEnd } = place;
  // What cannot be read was not withheld by anybody.
  if (kind === 'withheld') return withheldIn(room.withheld, place).length > 0 ? 'redaction' : 'substantive';
  if (kind === 'moved') return 'moved';
  const { alignment, cells, lexis, base } = room;
  const around = [
    cells.raw(Math.max(0, rowStart - AROUND_ROWS), rowStart, base),
    cells.raw(rowEnd, Math.min(alignment.rowCount, rowEnd + AROUND_ROWS), base),
  ].join(' ');
  // Where the base has nothing, the first reading that has something is what the others are held against.
  const [first = null, ...others] = distinct;
  const held = first ?? others.find((reading) => reading !== null) ?? null;
  const classes = distinct.filter((reading) => reading !== held).map((reading) => classOf(held, reading, around, lexis));
  return weightiest(classes);
}

/** Of each row in which gaps stand, who withholds something there; lacunae are not withheld by anybody. */
function withheldByRow({ gapSpans, witnesses, tokens }: Alignment): Map<number, Withholding[]> {
  const gaps = witnesses.map((witness) => new Map(witness.gaps.map((gap) => [gap.start, gap])));
  const found = new Map<number, Withholding[]>();
  for (const { witness, token, rowStart } of gapSpans) {
    const gap = gaps[witness]?.get(tokens[witness]?.starts[token] ?? 0);
    if (gap?.kind !== 'redaction') continue;
    const known = found.get(rowStart);
    if (known) known.push({ witness, code: gap.code });
    else found.set(rowStart, [{ witness, code: gap.code }]);
  }
  return found;
}

function withheldIn(byRow: Room['withheld'], { rowStart, rowEnd }: Place): Withholding[] {
  const found: Withholding[] = [];
  for (let row = rowStart; row < rowEnd; row += 1) found.push(...(byRow.get(row) ?? []));
  return found;
}
