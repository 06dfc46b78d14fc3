/**
 * A table in the making: some witnesses already beside each other, row by row. Invariant: each column holds the words
 * of its witness in order, each exactly once.
 */
import { GAP_FORM, type WitnessWords } from './lexicon.js';
import { NONE } from './model.js';

export interface Profile {
  /** Columns: indices into the list of words. */
  readonly witnesses: readonly number[];
  readonly rowCount: number;
  /** `rowCount` rows of one word index (or `NONE`) for each column. */
  readonly cells: Int32Array;
  /** For each column the first word at or below the first row: a profile may be a range of a longer one. */
  readonly firsts: Int32Array;
}

export function profileOf(witness: number, words: WitnessWords): Profile {
  return {
    witnesses: [witness],
    rowCount: words.count,
    cells: Int32Array.from({ length: words.count }, (_, row) => row),
    firsts: Int32Array.of(0),
  };
}

/** What rows of a profile say to rows of another. Shares are of the witnesses of the profile, 0 to 1. */
export interface ProfileRows {
  readonly count: number;
  /** Row `r` has the forms from `formStarts[r]` to `formStarts[r + 1]`. */
  readonly formStarts: Int32Array;
  readonly forms: Int32Array;
  /** Share that has the form. */
  readonly shares: Float32Array;
  /** Share that has a word in the row. */
  readonly worded: Float32Array;
  /** Share that has no word there, nor a gap that may stand for one. */
  readonly absent: Float32Array;
  /** Share of which that is true of this row and not of the row before. */
  readonly ceased: Float32Array;
  /** Share that has a gap token there. */
  readonly gapped: Float32Array;
  /** Before each row and after the last: share that is sure to have nothing there, because no gap is beside it. */
  readonly closed: Float32Array;
  /** The form most witnesses have; below zero, and of no other row, where none has a word. */
  readonly tops: Int32Array;
}

export function rowsOf(profile: Profile, words: readonly WitnessWords[]): ProfileRows {
  const { rowCount, cells, witnesses } = profile;
  const width = witnesses.length;
  const formStarts = new Int32Array(rowCount + 1);
  const forms: number[] = [];
  const shares: number[] = [];
  const worded = new Float32Array(rowCount);
  const absent = new Float32Array(rowCount);
  const ceased = new Float32Array(rowCount);
  const gapped = new Float32Array(rowCount);
  const isSilent = new Uint8Array(width);
  const closed = new Float32Array(rowCount + 1);
  const tops = new Int32Array(rowCount);
  const columns = witnesses.map((witness) => words[witness]?.forms ?? new Int32Array(0));
  const next = Int32Array.from(profile.firsts);
  /** Whether a gap stands directly before or behind the place where each witness is. */
  const isBeside = (column: number) => {
    const own = columns[column];
    const at = next[column] ?? 0;
    return own?.[at] === GAP_FORM || (at > 0 && own?.[at - 1] === GAP_FORM);
  };
  const closedNow = () => {
    let found = 0;
    for (let column = 0; column < width; column += 1) if (!isBeside(column)) found += 1;
    return found / width;
  };
  for (let row = 0; row < rowCount; row += 1) {
    closed[row] = closedNow();
    const first = forms.length;
    formStarts[row] = first;
    let words = 0;
    let gaps = 0;
    let lacking = 0;
    let ceasing = 0;
    for (let column = 0; column < width; column += 1) {
      const word = cells[row * width + column] ?? NONE;
      if (word === NONE) {
        if (isBeside(column)) continue;
        lacking += 1;
        ceasing += 1 - (isSilent[column] ?? 0);
        isSilent[column] = 1;
        continue;
      }
      isSilent[column] = 0;
      next[column] = word + 1;
      const form = columns[column]?.[word] ?? GAP_FORM;
      if (form === GAP_FORM) {
        gaps += 1;
        continue;
      }
      words += 1;
      let known = first;
      while (known < forms.length && forms[known] !== form) known += 1;
      if (known === forms.length) {
        forms.push(form);
        shares.push(0);
      }
      shares[known] = (shares[known] ?? 0) + 1;
    }
    let top = first;
    for (let at = first; at < forms.length; at += 1) {
      if ((shares[at] ?? 0) > (shares[top] ?? 0)) top = at;
      else if (shares[at] === shares[top] && (forms[at] ?? 0) < (forms[top] ?? 0)) top = at;
    }
    tops[row] = first < forms.length ? (forms[top] ?? 0) : -1 - row;
    for (let at = first; at < forms.length; at += 1) shares[at] = (shares[at] ?? 0) / width;
    worded[row] = words / width;
    gapped[row] = gaps / width;
    absent[row] = lacking / width;
    ceased[row] = ceasing / width;
  }
  formStarts[rowCount] = forms.length;
  closed[rowCount] = closedNow();
  return {
    count: rowCount,
    formStarts,
    forms: Int32Array.from(forms),
    shares: Float32Array.from(shares),
    worded,
    absent,
    ceased,
    gapped,
    closed,
    tops,
  };
}

/** Rows of two profiles beside each other: for each row of the union its row in either, or `NONE`. */
export interface Pairing {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export function joinProfiles(one: Profile, other: Profile, { a, b }: Pairing): Profile {
  const widthA = one.witnesses.length;
  const widthB = other.witnesses.length;
  const width = widthA + widthB;
  const cells = new Int32Array(a.length * width).fill(NONE);
  for (let row = 0; row < a.length; row += 1) {
    const fromA = a[row] ?? NONE;
    const fromB = b[row] ?? NONE;
    if (fromA !== NONE) cells.set(one.cells.subarray(fromA * widthA, (fromA + 1) * widthA), row * width);
    if (fromB !== NONE) cells.set(other.cells.subarray(fromB * widthB, (fromB + 1) * widthB), row * width + widthA);
  }
  const firsts = Int32Array.from([...one.firsts, ...other.firsts]);
  return { witnesses: [...one.witnesses, ...other.witnesses], rowCount: a.length, cells, firsts };
}

/** The profile of some columns; rows that hold nothing of them are left out. */
export function selectColumns(profile: Profile, columns: readonly number[]): Profile {
  const width = profile.witnesses.length;
  const narrow = columns.length;
  const cells = new Int32Array(profile.rowCount * narrow);
  let rowCount = 0;
  for (let row = 0; row < profile.rowCount; row += 1) {
    let isEmpty = true;
    for (let index = 0; index < narrow; index += 1) {
      const word = profile.cells[row * width + (columns[index] ?? 0)] ?? NONE;
      cells[rowCount * narrow + index] = word;
      if (word !== NONE) isEmpty = false;
    }
    if (!isEmpty) rowCount += 1;
  }
  return {
    witnesses: columns.map((column) => profile.witnesses[column] ?? 0),
    rowCount,
    cells: cells.slice(0, rowCount * narrow),
    firsts: Int32Array.from(columns, (column) => profile.firsts[column] ?? 0),
  };
}

/** The columns of a profile in the order of `witnesses`. */
export function inWitnessOrder(profile: Profile, witnesses: readonly number[]): Profile {
  return selectColumns(
    profile,
    witnesses.map((witness) => profile.witnesses.indexOf(witness)),
  );
}
