/**
 * Cuts the rows of an alignment into places: stretches where all agree, and stretches where they differ. A withheld
 * stretch is one place with all that others show there, a moved one is one, and a word that stands opposite a word is a
 * place of its own; what was added, left out or written anew around it is taken together.
 * Invariant: places follow each other and cover every row once.
 */
import { type Alignment, NONE } from '../model.js';
import type { Cells } from './cells.js';

export interface Place {
  /** Half-open. */
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly kind: 'same' | 'pair' | 'free' | 'withheld' | 'moved';
  /** Indices of moves, of a moved place. */
  readonly moves: readonly number[];
}

export function placesOf(alignment: Alignment, cells: Cells): Place[] {
  const withheld = withheldRows(alignment, cells);
  const moved = movedRows(alignment);
  const places: Place[] = [];
  for (let row = 0; row < alignment.rowCount; ) {
    const end = withheld.get(row);
    if (end !== undefined) {
      places.push({ rowStart: row, rowEnd: end, kind: 'withheld', moves: [] });
      row = end;
      continue;
    }
    const moves = moved.get(row) ?? [];
    const kind = kindOf(alignment, cells, row, moves);
    const last = places.at(-1);
    // Words that stand opposite each other are places of their own; all else goes on.
    if (last?.kind === kind && kind !== 'pair' && sameMoves(last.moves, moves)) {
      places[places.length - 1] = { ...last, rowEnd: row + 1 };
    } else places.push({ rowStart: row, rowEnd: row + 1, kind, moves });
    row += 1;
  }
  return places;
}

const sameMoves = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((move) => b.includes(move));

function kindOf({ witnesses }: Alignment, cells: Cells, row: number, moves: readonly number[]): Place['kind'] {
  if (cells.isSame(row)) return 'same';
  if (moves.length > 0) return 'moved';
  for (let witness = 0; witness < witnesses.length; witness += 1) if (cells.token(row, witness) === NONE) return 'free';
  return 'pair';
}

/** Of the first row of each withheld stretch the end; stretches that touch the same rows are one. */
function withheldRows({ gapSpans }: Alignment, cells: Cells): Map<number, number> {
  const ends = new Map<number, number>();
  let start = NONE;
  let end = NONE;
  for (const span of [...gapSpans].sort((a, b) => a.rowStart - b.rowStart)) {
    // The same mark in every witness is what they agree on.
    if (span.rowEnd === span.rowStart + 1 && cells.isSame(span.rowStart)) continue;
    if (span.rowStart < end) end = Math.max(end, span.rowEnd);
    else {
      start = span.rowStart;
      end = span.rowEnd;
    }
    ends.set(start, end);
  }
  return ends;
}

/** Of each row that a move begins or ends in, which moves. */
function movedRows({ witnesses, rowCount, cells, moves }: Alignment): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (moves.length === 0) return found;
  const width = witnesses.length;
  for (let row = 0; row < rowCount; row += 1) {
    for (const [index, move] of moves.entries()) {
      const isOf = [move.from, move.to].some(({ witness, start, end }) => {
        const token = cells[row * width + witness] ?? NONE;
        return token >= start && token < end;
      });
      if (!isOf) continue;
      const known = found.get(row);
      if (known) known.push(index);
      else found.set(row, [index]);
    }
  }
  return found;
}
