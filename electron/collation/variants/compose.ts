/**
 * The least redacted text: the base text, and where it withholds something the words of a witness that shows it. Every
 * stretch names the witness it was taken from.
 */
import type { CollationBlock, ComposedText, Range } from '../../contract/index.js';
import type { Gap, WitnessText } from '../model.js';

type Span = ComposedText['spans'][number];

/** @param blocks of the collation of the witnesses, in order. */
export function composeText(
  witnesses: readonly WitnessText[],
  base: number,
  blocks: readonly CollationBlock[],
): ComposedText {
  const composed = createComposed();
  const add = (witness: number, [start, end]: Range): void => {
    for (const [from, to, isShown] of piecesOf(witnesses[witness], start, end)) {
      const words = witnesses[witness]?.text.slice(from, to) ?? '';
      composed.add(words, isShown ? { witness, start: from, end: to } : null);
    }
  };
  let read = 0;
  for (const { cells, withheld } of blocks) {
    const own = cells[base];
    const hides = withheld.some(({ witness }) => witness === base);
    if (!own && !hides) continue;
    if (own) add(base, [read, own[0]]);
    // A gap of the base may stand over several places; its mark is in the first of them.
    else composed.part();
    const [witness, range]: readonly [number, Range] = hides
      ? mostShown(witnesses, cells, base)
      : [base, own ?? [0, 0]];
    add(witness, range);
    if (own) read = own[1];
  }
  add(base, [read, witnesses[base]?.text.length ?? 0]);
  return composed.finish();
}

function createComposed() {
  let text = '';
  const spans: Span[] = [];
  return {
    add: (words: string, from: Span['from']): void => {
      if (words === '') return;
      const start = text.length;
      text += words;
      const last = spans.at(-1);
      // What follows on in the same witness is one stretch with what was there.
      const goesOn = last && (from === null ? last.from === null : isNext(last.from, from));
      if (goesOn)
        spans[spans.length - 1] = {
          ...last,
          end: text.length,
          from: from && { ...from, start: last.from?.start ?? 0 },
        };
      else spans.push({ start, end: text.length, from });
    },
    /** A blank, of nobody, where words of different places meet. */
    part: (): void => {
      if (text === '' || /\s$/.test(text)) return;
      const last = spans.at(-1);
      if (!last) return;
      text += ' ';
      spans.push({ start: text.length - 1, end: text.length, from: null });
    },
    finish: (): ComposedText => ({ text, spans }),
  };
}

const isNext = (last: Span['from'], { witness, start }: NonNullable<Span['from']>) =>
  last !== null && last.witness === witness && last.end === start;

/** A stretch cut at what the witness withholds. */
function* piecesOf(
  witness: WitnessText | undefined,
  start: number,
  end: number,
): Generator<readonly [number, number, boolean]> {
  let at = start;
  const gaps = witness?.gaps ?? [];
  for (let index = firstAfter(gaps, start); index < gaps.length; index += 1) {
    const gap = gaps[index] as Gap;
    if (gap.start >= end) break;
    if (gap.start > at) yield [at, gap.start, true];
    yield [Math.max(at, gap.start), Math.min(end, gap.end), false];
    at = Math.min(end, gap.end);
  }
  if (at < end) yield [at, end, true];
}

/** Index of the first gap that ends behind an offset. */
function firstAfter(gaps: readonly Gap[], offset: number): number {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The witness that shows most letters there; the base when none shows more. */
function mostShown(
  witnesses: readonly WitnessText[],
  cells: CollationBlock['cells'],
  base: number,
): readonly [number, Range] {
  const shownIn = (witness: number, [start, end]: Range): number =>
    [...piecesOf(witnesses[witness], start, end)].reduce(
      (sum, [from, to, isShown]) => sum + (isShown ? to - from : 0),
      0,
    );
  let most: readonly [number, Range] = [base, cells[base] ?? [0, 0]];
  for (const [witness, range] of cells.entries()) {
    if (range && shownIn(witness, range) > shownIn(...most)) most = [witness, range];
  }
  return most;
}
