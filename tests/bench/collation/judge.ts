/**
 * How near a table comes to the true one. All pairs of tokens of two witnesses in one row are compared with those of the
 * truth: F1 over all, and over those that are written differently, which alone are hard. Signs are not looked at.
 */
import { type Alignment, NONE, WORD } from '../../../electron/collation/model.js';
import type { Gold, GoldWitness } from './gold.js';

export interface PairVerdict {
  /** F1, 0 to 1, of the pairs of tokens in one row. */
  readonly pairs: number;
  /** The same of pairs whose two tokens are written differently. */
  readonly different: number;
  /** Share of the true rows that are there exactly. */
  readonly rows: number;
}

/** For each witness the row of each of its tokens; `NONE` when it is in none. Rows of different witnesses are compared. */
export type TokenRows = readonly Int32Array[];

/** Where an alignment puts the tokens of the truth: where their first word stands. */
export function placedBy({ tokens, cells, rowCount }: Alignment, gold: Gold): TokenRows {
  return gold.map((own, witness) => {
    const places = tokens[witness];
    const rows = new Int32Array(own.tokens.length).fill(NONE);
    if (!places) return rows;
    const goldAt = new Map<number, number>();
    let at = 0;
    for (let token = 0; token < places.count; token += 1) {
      if (places.kinds[token] !== WORD) continue;
      const start = places.starts[token] ?? 0;
      while (at < own.tokens.length && (own.tokens[at]?.end ?? 0) <= start) at += 1;
      const here = own.tokens[at];
      if (here && start >= here.start) goldAt.set(token, at);
    }
    for (let row = 0; row < rowCount; row += 1) {
      const index = goldAt.get(cells[row * gold.length + witness] ?? NONE);
      if (index !== undefined && rows[index] === NONE) rows[index] = row;
    }
    return rows;
  });
}

export function judge(gold: Gold, placed: TokenRows): PairVerdict {
  const all = new Score();
  const different = new Score();
  for (const [first, one] of gold.entries()) {
    for (const [second, other] of gold.entries()) {
      if (second > first) compare(one, placed[first], other, placed[second], all, different);
    }
  }
  const truth = rowsOf(gold, (own, index) => own.tokens[index]?.row ?? NONE);
  const found = new Set(rowsOf(gold, (_, index, witness) => placed[witness]?.[index] ?? NONE));
  return {
    pairs: all.f1(),
    different: different.f1(),
    rows: truth.filter((row) => found.has(row)).length / truth.length,
  };
}

class Score {
  #both = 0;
  #sum = 0;

  add(isTrue: boolean, isFound: boolean, isSame: boolean): void {
    if (isTrue && isFound && isSame) this.#both += 1;
    this.#sum += (isTrue ? 1 : 0) + (isFound ? 1 : 0);
  }

  f1(): number {
    return this.#sum === 0 ? 1 : (2 * this.#both) / this.#sum;
  }
}

function compare(
  one: GoldWitness,
  placedOne: Int32Array | undefined,
  other: GoldWitness,
  placedOther: Int32Array | undefined,
  all: Score,
  different: Score,
): void {
  const truth = new Map(other.tokens.map(({ row }, index) => [row, index]));
  const found = new Map(Array.from(placedOther ?? [], (row, index) => [row, index] as const));
  found.delete(NONE);
  const written = ({ witness, tokens }: GoldWitness, index: number) =>
    witness.text.slice(tokens[index]?.start, tokens[index]?.end);
  for (const [index, { row }] of one.tokens.entries()) {
    const isTrue = truth.get(row);
    const isFound = found.get(placedOne?.[index] ?? NONE);
    if (isTrue === undefined && isFound === undefined) continue;
    const isSame = isTrue === isFound;
    all.add(isTrue !== undefined, isFound !== undefined, isSame);
    const own = written(one, index);
    different.add(
      isTrue !== undefined && written(other, isTrue) !== own,
      isFound !== undefined && written(other, isFound) !== own,
      isSame,
    );
  }
}

/** Each row as a text that tells which tokens stand in it. */
function rowsOf(gold: Gold, rowOf: (own: GoldWitness, index: number, witness: number) => number): string[] {
  const rows = new Map<number, string>();
  for (const [witness, own] of gold.entries()) {
    for (const index of own.tokens.keys()) {
      const row = rowOf(own, index, witness);
      rows.set(row, `${rows.get(row) ?? ''} ${witness}:${index}`);
    }
  }
  rows.delete(NONE);
  return [...rows.values()];
}
