/**
 * The order of reading on a page. Programs mostly draw a page as it is read, so that order is kept, but for what the
 * page itself contradicts: columns drawn row by row, lines drawn from the foot up, and what was drawn before something
 * that stands above it in the same column (a title drawn last, a foot drawn first). Turned text stays where it is drawn.
 */
import { withColumns } from './columns.js';
import { type PdfLine, textOf } from './text-lines.js';

/** Lines that stand together, as they are read. */
interface LineChunk {
  lines: PdfLine[];
  readonly left: number;
  readonly right: number;
  /** Baselines of the highest and of the lowest line. */
  readonly top: number;
  readonly foot: number;
  readonly size: number;
  readonly turn: number;
  readonly words: number;
}

/** Fractions of the size of letters. */
const NEXT_LINE = 1.9;
const ABOVE = 0.8;
/** Lines that rise before it is believed that a program draws from the foot up. */
const MIN_RISING = 3;
/** Words to a line, on the mean, of text that is drawn from the foot up; the labels of a chart have fewer. */
const RISING_WORDS = 3;
/** Words of a range of text. The labels of a chart or a drawing have fewer, and no order that could be contradicted. */
const MIN_WORDS = 5;
/** Words to a range, on the mean: forms and drawings, which are not read from their head to their foot, have fewer. */
const TEXT_WORDS = 5;
/** Ranges out of order, at the most, of a page that is otherwise drawn as it is read. */
const FEW = 3;
const FEW_OF_MANY = 0.1;
/** Of the steps from range to range, those that rise on a page drawn from its foot up. */
const RISING = 0.8;
/** A heading's letters, by those in which most words of the page stand. */
const HEADING_SIZE = 1.15;
/** Of the narrower one: less is the next column. */
const OVERLAP = 0.5;
/** Beyond this a page is left as it is drawn: finding what stands above what takes the square of it. */
export const MAX_CHUNKS = 1_000;

export interface OrderedLines {
  /** In the order of reading. */
  readonly lines: PdfLine[];
  /** Whether there was too much on the page to compare its order with its drawing. */
  readonly isLeftAsDrawn: boolean;
}

/**
 * @param lines in drawing order.
 * @param over lines that annotations draw over the page; each comes where it stands.
 */
export function inReadingOrder(lines: readonly PdfLine[], over: readonly PdfLine[] = []): OrderedLines {
  const drawn = withColumns(lines).flatMap((column) => chunksOf(column));
  const placed = chunksOf(over);
  if (drawn.length + placed.length > MAX_CHUNKS) {
    return { lines: [...drawn, ...placed].flatMap((chunk) => chunk.lines), isLeftAsDrawn: true };
  }
  const movers = believed(moversOf(drawn), drawn);
  const kept = drawn.filter((chunk) => !movers.has(chunk));
  for (const chunk of [...movers].sort((one, other) => other.top - one.top)) {
    const drawnAt = drawn.indexOf(chunk);
    const companion = drawn[drawnAt - 1];
    insert(kept, chunk, { drawnAt, companion: companion && movers.has(companion) ? companion : null });
  }
  for (const chunk of placed) insert(kept, chunk, { drawnAt: kept.length, companion: null });
  return { lines: kept.flatMap((chunk) => chunk.lines), isLeftAsDrawn: false };
}

function chunksOf(lines: readonly PdfLine[]): LineChunk[] {
  const chunks: LineChunk[] = [];
  let open: PdfLine[] = [];
  const close = () => {
    if (open.length > 0) chunks.push(...asRead(open));
    open = [];
  };
  for (const line of lines) {
    if (open.length > 0 && !goesOn(open, line)) close();
    open.push(line);
  }
  close();
  return chunks;
}

/** Down or up from line to line, within one column. */
function goesOn(open: readonly PdfLine[], line: PdfLine): boolean {
  const before = open.at(-1);
  const earlier = open.at(-2);
  if (!before || before.turn !== line.turn || !overlap(spanOf(before), spanOf(line))) return false;
  const step = line.y - before.y;
  if (Math.abs(step) > Math.max(line.size, before.size) * NEXT_LINE) return false;
  return !earlier || Math.sign(step) === Math.sign(before.y - earlier.y);
}

/** Lines of text that rise are turned round when there are enough of them; else each stands for itself. */
function asRead(lines: readonly PdfLine[]): LineChunk[] {
  const rises = (lines[1]?.y ?? Number.NEGATIVE_INFINITY) > (lines[0]?.y ?? 0);
  if (!rises) return [chunkOf(lines)];
  const turned = chunkOf([...lines].reverse());
  const isText = lines.length >= MIN_RISING && turned.words >= lines.length * RISING_WORDS;
  return isText && turned.turn === 0 ? [turned] : lines.map((line) => chunkOf([line]));
}

function chunkOf(lines: readonly PdfLine[]): LineChunk {
  return {
    lines: [...lines],
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.max(...lines.map(({ y }) => y)),
    foot: Math.min(...lines.map(({ y }) => y)),
    size: Math.max(...lines.map(({ size }) => size)),
    turn: lines[0]?.turn ?? 0,
    words: lines.reduce((sum, line) => sum + textOf(line).trim().split(/\s+/).length, 0),
  };
}

const spanOf = ({ x, right }: PdfLine) => ({ left: x, right });

function overlap(one: Pick<LineChunk, 'left' | 'right'>, other: Pick<LineChunk, 'left' | 'right'>): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared >= Math.min(one.right - one.left, other.right - other.left) * OVERLAP;
}

/** Whether the whole of one chunk stands above the other. */
const isAbove = (one: LineChunk, other: LineChunk) => one.foot - other.top >= Math.max(one.size, other.size) * ABOVE;

const precedes = (one: LineChunk, other: LineChunk) => isAbove(one, other) && overlap(one, other);

/**
 * A page that contradicts its drawing in many places is a form or a drawing, whose order nothing tells: there only what
 * is plainly its heading moves. A page drawn from its foot up contradicts it everywhere.
 */
function believed(movers: ReadonlySet<LineChunk>, drawn: readonly LineChunk[]): ReadonlySet<LineChunk> {
  if (movers.size === 0) return movers;
  const words = drawn.reduce((sum, chunk) => sum + chunk.words, 0);
  const isText = words >= drawn.length * TEXT_WORDS;
  if (isText && (movers.size <= Math.max(FEW, drawn.length * FEW_OF_MANY) || isDrawnUpwards(drawn))) return movers;
  const usual = usualSize(drawn, words);
  return new Set([...movers].filter((chunk) => isHeading(chunk, drawn, usual)));
}

function isDrawnUpwards(drawn: readonly LineChunk[]): boolean {
  const steps = drawn.slice(1).filter((chunk, index) => drawn[index] && isAbove(chunk, drawn[index]));
  return steps.length >= (drawn.length - 1) * RISING;
}

const isHeading = (chunk: LineChunk, drawn: readonly LineChunk[], usual: number): boolean =>
  chunk.size >= usual * HEADING_SIZE &&
  drawn.every((other) => other === chunk || other.turn !== 0 || isAbove(chunk, other));

/** The median, by words. */
function usualSize(drawn: readonly LineChunk[], words: number): number {
  let before = 0;
  for (const chunk of [...drawn].sort((one, other) => one.size - other.size)) {
    before += chunk.words;
    if (before * 2 >= words) return chunk.size;
  }
  return 0;
}

/** What stands below all else, whatever its column; null when nothing does. */
function footOf(chunks: readonly LineChunk[]): LineChunk | null {
  const upright = chunks.filter(({ turn }) => turn === 0);
  const lowest = upright.reduce<LineChunk | null>((low, one) => (low && low.foot <= one.foot ? low : one), null);
  return lowest && upright.every((one) => one === lowest || isAbove(one, lowest)) ? lowest : null;
}

/**
 * The chunks that were drawn out of order: as few as leave no other chunk drawn before one that stands above it in its
 * column, or before the foot of the page. A few words that are no foot are a label, which may stand anywhere. A greedy cover of such pairs, weighed by words: a few words that stand in many of them were drawn too early or
 * too late, rather than the text around which they stand.
 */
function moversOf(chunks: readonly LineChunk[]): Set<LineChunk> {
  const against: Set<number>[] = chunks.map(() => new Set());
  const foot = footOf(chunks);
  const isUpwards = isDrawnUpwards(chunks);
  for (const [later, upper] of chunks.entries()) {
    if (upper.turn !== 0) continue;
    for (let earlier = 0; earlier < later; earlier += 1) {
      const lower = chunks[earlier];
      if (lower?.turn !== 0 || Math.max(upper.words, lower.words) < MIN_WORDS) continue;
      if (lower.words < MIN_WORDS && lower !== foot && !isUpwards) continue;
      if (!precedes(upper, lower) && !(lower === foot && isAbove(upper, lower))) continue;
      against[later]?.add(earlier);
      against[earlier]?.add(later);
    }
  }
  const movers = new Set<LineChunk>();
  for (;;) {
    let most = -1;
    let highest = 0;
    for (const [index, others] of against.entries()) {
      const share = others.size / (chunks[index]?.words ?? 1);
      if (share === 0 || share < highest) continue;
      most = index;
      highest = share;
    }
    const chunk = chunks[most];
    if (!chunk) return movers;
    movers.add(chunk);
    for (const other of against[most] ?? []) against[other]?.delete(most);
    against[most]?.clear();
  }
}

interface InsertionHints {
  /** Where the chunk goes when the page does not tell. */
  readonly drawnAt: number;
  /** What was drawn just before it and has moved too: the two stay together where they may. */
  readonly companion: LineChunk | null;
}

function insert(order: LineChunk[], chunk: LineChunk, hints: InsertionHints): void {
  order.splice(placeFor(order, chunk, hints), 0, chunk);
}

function placeFor(order: readonly LineChunk[], chunk: LineChunk, { drawnAt, companion }: InsertionHints): number {
  const upright = order.filter(({ turn }) => turn === 0);
  if (upright.every((other) => isAbove(chunk, other))) return 0;
  if (upright.every((other) => isAbove(other, chunk))) return order.length;
  let after = -1;
  let before = order.length;
  for (const [index, other] of order.entries()) {
    if (other.turn !== 0) continue;
    if (precedes(other, chunk)) after = index;
    if (before === order.length && precedes(chunk, other)) before = index;
  }
  const together = companion ? order.indexOf(companion) + 1 : 0;
  if (together > after && together > 0 && together <= before) return together;
  const [upper, lower] = [order[after], order[before]];
  if (!upper) return lower ? before : Math.min(drawnAt, order.length);
  if (!lower || after >= before) return after + 1;
  return chunk.foot - lower.top <= upper.foot - chunk.top ? before : after + 1;
}
