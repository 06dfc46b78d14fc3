/**
 * Which bare codes are marks of withholding, by the alignment: `B5` may be a grid square, but where another witness shows
 * words in its place it stands for them. Symmetric: what is decided does not depend on the order of the witnesses.
 */
import { type Alignment, NONE, type TextGap, type WitnessRange, type WitnessText, WORD } from './model.js';

/** Words that one code may stand for where a witness is silent; more is another part of the work. */
const SHOWN_AT_MOST = 400;
/** At the head or the end of a witness nothing on that side says that the others go on to the same place. */
const SHOWN_AT_EDGE = 60;
/** Words around a candidate, on either side, among which one must be shared. */
const AROUND = 3;
/** Letters that a lone word must have: `B6` is read as `be`, `b1` as `bl`. */
const LETTERS_AT_LEAST = 4;

/**
 * @param alignment made without the candidates.
 * @param candidates of each witness what may be a mark, in text order, without overlaps among themselves or with its gaps.
 * @returns the witnesses with the gaps that are proven; the very same array when none is.
 */
export function withProvenGaps(
  alignment: Alignment,
  candidates: readonly (readonly TextGap[])[],
): readonly WitnessText[] {
  let isProven = false;
  const rowsOf = rowsOfTokens(alignment);
  const proven = alignment.witnesses.map((witness, index) => {
    const own = (candidates[index] ?? []).filter((gap) => facesWords(alignment, rowsOf, { ...gap, witness: index }));
    if (own.length === 0) return witness;
    isProven = true;
    const gaps = [...witness.gaps, ...own].sort((one, other) => one.start - other.start);
    return { ...witness, gaps };
  });
  return isProven ? proven : alignment.witnesses;
}

/** Of each witness the row of each token. */
function rowsOfTokens({ rowCount, cells, tokens }: Alignment): Int32Array[] {
  const width = tokens.length;
  const rows = tokens.map(({ count }) => new Int32Array(count));
  for (let row = 0; row < rowCount; row += 1) {
    for (let witness = 0; witness < width; witness += 1) {
      const token = cells[row * width + witness] ?? NONE;
      const own = rows[witness];
      if (token !== NONE && own) own[token] = row;
    }
  }
  return rows;
}

/** The tokens of a witness around a range, and the rows in which it is silent but for that range. */
interface SilentRows {
  /** Token indices, half-open. */
  readonly first: number;
  readonly last: number;
  /** Half-open. */
  readonly rowStart: number;
  readonly rowEnd: number;
}

function facesWords(alignment: Alignment, rowsOf: readonly Int32Array[], candidate: WitnessRange): boolean {
  const place = silentRowsOf(alignment, rowsOf, candidate);
  if (!place) return false;
  return alignment.witnesses.some(
    (_, other) => other !== candidate.witness && showsWords(alignment, rowsOf, candidate, place, other),
  );
}

function silentRowsOf(
  { tokens, rowCount }: Alignment,
  rowsOf: readonly Int32Array[],
  candidate: WitnessRange,
): SilentRows | null {
  const own = tokens[candidate.witness];
  const rows = rowsOf[candidate.witness];
  if (!own || !rows) return null;
  const first = firstFrom(own.starts, candidate.start);
  let last = first;
  while (last < own.count && (own.ends[last] ?? 0) <= candidate.end) last += 1;
  // A code that is part of a longer word (`B5s`) is no mark.
  if (last === first || own.starts[first] !== candidate.start || own.ends[last - 1] !== candidate.end) return null;
  return {
    first,
    last,
    rowStart: first === 0 ? 0 : (rows[first - 1] ?? 0) + 1,
    rowEnd: last === own.count ? rowCount : (rows[last] ?? rowCount),
  };
}

/** Index of the first token that begins at an offset or behind it. */
function firstFrom(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function showsWords(
  alignment: Alignment,
  rowsOf: readonly Int32Array[],
  candidate: WitnessRange,
  { first, last, rowStart, rowEnd }: SilentRows,
  other: number,
): boolean {
  const { tokens, witnesses } = alignment;
  const [own, theirs, theirRows] = [tokens[candidate.witness], tokens[other], rowsOf[other]];
  if (!own || !theirs || !theirRows) return false;
  const from = firstFrom(theirRows, rowStart);
  const to = firstFrom(theirRows, rowEnd);
  const code = own.normalized.slice(first, last).filter((_, index) => own.kinds[first + index] === WORD);
  const shown: string[] = [];
  for (let token = from; token < to; token += 1) {
    if (theirs.kinds[token] === WORD) shown.push(theirs.normalized[token] ?? '');
  }
  const isAtEdge = first === 0 || last === own.count;
  if (shown.length === 0 || shown.length > (isAtEdge ? SHOWN_AT_EDGE : SHOWN_AT_MOST)) return false;
  // The same code there, whatever stands beside it, is what both say.
  const text = witnesses[other]?.text.slice(theirs.starts[from] ?? 0, theirs.ends[to - 1] ?? 0) ?? '';
  if (isWithin(code, shown) || !areWords(shown, code, text)) return false;
  return ([-1, 1] as const).every((step) =>
    isHeld(alignment, rowsOf[candidate.witness], [candidate.witness, other], step < 0 ? first : last - 1, step),
  );
}

/** Whether one of the words near a token, on one side, stands in another witness as well, or the witness ends there. */
function isHeld(
  { cells, tokens }: Alignment,
  rows: Int32Array | undefined,
  [witness, other]: readonly [number, number],
  token: number,
  step: 1 | -1,
): boolean {
  const [own, theirs] = [tokens[witness], tokens[other]];
  if (!own || !theirs || !rows) return false;
  let words = 0;
  for (let at = token + step; at >= 0 && at < own.count; at += step) {
    if (own.kinds[at] !== WORD) continue;
    const cell = cells[(rows[at] ?? 0) * tokens.length + other] ?? NONE;
    if (cell !== NONE && theirs.normalized[cell] === own.normalized[at]) return true;
    words += 1;
    if (words === AROUND) return false;
  }
  return words === 0;
}

function isWithin(code: readonly string[], shown: readonly string[]): boolean {
  if (code.length === 0) return false;
  return shown.some((_, at) => code.every((part, index) => shown[at + index] === part));
}

const CODE_LIKE = /^(?:\p{L}?\d+\p{L}?|\p{L}|\d+)$/u;

/** Words, and no other code or a misreading of this one: two at least, or a long one that does not begin as it does. */
function areWords(shown: readonly string[], code: readonly string[], text: string): boolean {
  const words = shown.filter((word) => !CODE_LIKE.test(word));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (words.length === 0) return false;
  // Scripts without blanks show a letter a token.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)) return letters >= 2;
  if (words.length >= 2) return true;
  return (
    letters >= LETTERS_AT_LEAST || (letters === LETTERS_AT_LEAST - 1 && code[0]?.charAt(0) !== words[0]?.charAt(0))
  );
}
