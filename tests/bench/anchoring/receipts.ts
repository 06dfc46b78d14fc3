/**
 * Trials of lists whose lines are alike: receipts, registers, tables of wages. Of some lines one is deleted; its
 * neighbours are equal to it, or differ by a digit. A passage on the deleted line must not settle on a neighbour.
 */
import type { Range } from '../../../electron/contract/index.js';
import { drawIndex, drawOne, type RandomSource, seededRandom } from '../search/random.js';
import { corrupt } from './corrupt.js';
import type { Trial } from './trial.js';

type ReceiptPassage = Trial['passages'][number];

const GOODS = [
  'Bread',
  'Milk',
  'Flour',
  'Candles',
  'Lamp oil',
  'Brown soap',
  'Oats for the mare',
  'Paid to the carrier',
  'Wages',
  'Postage',
];
const PRICES = ['0.99', '1.20', '3.40', '3.45', '12.00'];
const LINES = 240;
/** One line in so many is deleted. */
const EVERY = 12;
/** How many lines are equal, one after another. */
const MAX_EQUAL = 4;

interface ReceiptLine {
  readonly text: string;
  readonly start: number;
  readonly isDeleted: boolean;
}

/**
 * @param rate of noise; 0 for none.
 * @param asks for passages on lines that were deleted, or on those that are still there and have no equal deleted near them.
 */
export function receiptTrial(seed: number, rate: number, asks: 'deleted' | 'living'): Trial {
  const random = seededRandom(seed);
  const lines = receipt(random);
  const from = lines.map(({ text }) => text).join('\n');
  const lost = lines
    .filter(({ isDeleted }) => isDeleted)
    .map(({ start, text }): Range => [start, start + text.length + 1]);
  const corrupted = corrupt(from, { rate, lineLength: 10_000 }, random, lost);
  const asked = lines.filter((line) => (asks === 'deleted' ? line.isDeleted : isCertain(line, lines)));
  return {
    from,
    to: corrupted.text,
    passages: asked.flatMap((line, index): ReceiptPassage[] => {
      const range = marked(line, index % 2 === 0 ? 'line' : 'price');
      const truth = corrupted.where(...range);
      if (asks === 'deleted') return [{ range, truth: null }];
      return truth ? [{ range, truth }] : [];
    }),
  };
}

function receipt(random: RandomSource): ReceiptLine[] {
  const lines: ReceiptLine[] = [];
  let start = 0;
  let sinceDeleted = 0;
  for (let number = 1; lines.length < LINES; ) {
    const goods = drawOne(random, GOODS);
    const price = drawOne(random, PRICES);
    const isNumbered = random() < 0.4;
    const equal = isNumbered ? 1 : 1 + drawIndex(random, MAX_EQUAL);
    const gone = sinceDeleted >= EVERY ? drawIndex(random, equal) : -1;
    for (let index = 0; index < equal; index += 1) {
      const text = isNumbered ? `Item ${number}  ${price}` : `${goods}  ${price}`;
      lines.push({ text, start, isDeleted: index === gone });
      start += text.length + 1;
      sinceDeleted = index === gone ? 0 : sinceDeleted + 1;
      if (isNumbered) number += 1;
    }
  }
  return lines;
}

/** Whether anybody could say which line this one became. */
function isCertain(line: ReceiptLine, lines: readonly ReceiptLine[]): boolean {
  if (line.isDeleted) return false;
  const at = lines.indexOf(line);
  return !lines
    .slice(Math.max(0, at - MAX_EQUAL), at + MAX_EQUAL + 1)
    .some((other) => other.isDeleted && other.text === line.text);
}

function marked({ text, start }: ReceiptLine, what: 'line' | 'price'): Range {
  return [what === 'line' ? start : start + text.lastIndexOf(' ') + 1, start + text.length];
}
