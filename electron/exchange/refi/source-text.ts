/** A text of a REFI-QDA project, by what it can be recognised here, and how its positions become offsets. */
import { textHash } from '../../archive/index.js';
import type { QuoteSelector } from '../../contract/index.js';
import { type CodePoints, codePointsOf } from '../../text/index.js';
import type { ExchangePosition } from '../exchange-model.js';
import { textSha256 } from '../fonds-terms.js';

export interface RefiSourceText {
  /** Fingerprints for `findByText`. */
  readonly hashes: readonly string[];
  readonly length: number;
  /** The text in code points, for a vote. */
  points(): readonly string[];
  /** @param start code points; `end` exclusive. @returns null when it goes past the text. */
  at(
    start: number,
    end: number,
  ): { readonly quote: QuoteSelector; readonly positions: readonly ExchangePosition[] } | null;
}

const CONTEXT = 32;

/** One way of writing the same text: programs change the ends of lines. */
interface LineEndVariant {
  readonly sha256: string;
  readonly points: CodePoints;
  /** UTF-16 offset in the text of the file to one in this writing. */
  readonly toHere: (offset: number) => number;
}

export function refiSourceText(text: string): RefiSourceText {
  const points = codePointsOf(text);
  const writings: LineEndVariant[] = [{ sha256: textSha256(text), points, toHere: (offset) => offset }];
  const hashes = [textHash(text)];
  if (text.includes('\r\n')) {
    const plain = text.replaceAll('\r\n', '\n');
    const returns = [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => index);
    const toHere = (offset: number) => offset - countBelow(returns, offset);
    writings.push({ sha256: textSha256(plain), points: codePointsOf(plain), toHere });
    hashes.push(textHash(plain));
  }
  return {
    hashes,
    length: points.length,
    points: () => Array.from(text),
    at: (start, end) => {
      if (start < 0 || end > points.length || start >= end) return null;
      const [from, to] = [points.toUnits(start), points.toUnits(end)];
      const quote = {
        exact: text.slice(from, to),
        prefix: text.slice(points.toUnits(Math.max(0, start - CONTEXT)), from),
        suffix: text.slice(to, points.toUnits(end + CONTEXT)),
      };
      const positions = writings.map((writing) => ({
        versionId: null,
        textSha256: writing.sha256,
        start: writing.points.toCodePoints(writing.toHere(from)),
        end: writing.points.toCodePoints(writing.toHere(to)),
      }));
      return { quote, positions };
    },
  };
}

/** @param sorted ascending. @returns how many of them are less than `value`. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
