/**
 * Tables whose truth is known: made by hand, or by copying with known changes. Every token of a witness knows its row;
 * each witness is its tokens joined by blanks.
 */
import type { TextGap, WitnessText } from '../../../electron/collation/model.js';

export interface GoldToken {
  /** UTF-16 offsets into the text of the witness, half-open. */
  readonly start: number;
  readonly end: number;
  /** Tokens of different witnesses correspond when their rows have the same number. */
  readonly row: number;
}

export interface GoldWitness {
  readonly witness: WitnessText;
  /** In text order. */
  readonly tokens: readonly GoldToken[];
}

export type Gold = readonly GoldWitness[];

/** `#LACUNA#` where a leaf is lost: one gap for each run of them, or nothing at all. */
export type Lacunae = 'gaps' | 'dropped';

const LACUNA = '#LACUNA#';

/** @param cells of one witness, row by row; an empty one is an omission. */
export function goldWitness(cells: readonly string[], lacunae: Lacunae): GoldWitness {
  const parts: string[] = [];
  const tokens: GoldToken[] = [];
  const gaps: TextGap[] = [];
  let length = 0;
  let isLost = false;
  const add = (part: string) => {
    const start = length;
    parts.push(part);
    length += part.length + 1;
    return { start, end: start + part.length };
  };
  for (const [row, cell] of cells.entries()) {
    if (cell === '') continue;
    if (cell !== LACUNA) tokens.push({ ...add(cell), row });
    else if (!isLost && lacunae === 'gaps') gaps.push({ ...add('[…]'), kind: 'lacuna', code: null });
    isLost = cell === LACUNA;
  }
  return { witness: { text: parts.join(' '), gaps }, tokens };
}

/** @param csv a column a witness, a row a place; columns of corrections, `(a.c.)`, are left out. */
export function goldOfCsv(csv: string, lacunae: Lacunae): Gold {
  const [head = [], ...rows] = cellsOf(csv);
  return [...head.keys()]
    .filter((column) => !head[column]?.includes('(a.c.)'))
    .map((column) => {
      const cells = rows.map((row) => (row[column] ?? '').trim());
      return goldWitness(cells, lacunae);
    });
}

function cellsOf(csv: string): string[][] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    );
}
