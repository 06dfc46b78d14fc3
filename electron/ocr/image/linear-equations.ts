/** Solves small systems of linear equations. */

/**
 * @param matrix rows of the equations; changed.
 * @param right their right sides; changed.
 * @returns the unknowns; null when the equations do not determine them.
 */
export function solveLinear(matrix: number[][], right: number[]): number[] | null {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    }
    const head = matrix[pivot] as number[];
    const value = head[column] as number;
    if (!(Math.abs(value) > 1e-12)) return null;
    [matrix[pivot], matrix[column]] = [matrix[column] as number[], head];
    [right[pivot], right[column]] = [right[column] as number, right[pivot] as number];
    for (let row = 0; row < size; row += 1) {
      const line = matrix[row] as number[];
      const share = (line[column] as number) / value;
      if (row === column || share === 0) continue;
      for (let at = column; at < size; at += 1) line[at] = (line[at] as number) - share * (head[at] as number);
      right[row] = (right[row] as number) - share * (right[column] as number);
    }
  }
  return right.map((value, row) => value / (matrix[row]?.[row] as number));
}

/** Unknowns that meet more equations than there are unknowns as well as can be (least squares). */
export interface LeastSquares {
  add(terms: readonly number[], value: number, weight: number): void;
  /** @param damping pulls unknowns that little speaks of to zero. */
  solve(damping: number): number[] | null;
}

export function createLeastSquares(unknowns: number): LeastSquares {
  const matrix = Array.from({ length: unknowns }, () => new Array<number>(unknowns).fill(0));
  const right = new Array<number>(unknowns).fill(0);
  return {
    add: (terms, value, weight) => {
      for (let row = 0; row < unknowns; row += 1) {
        const share = weight * (terms[row] as number);
        if (share === 0) continue;
        const line = matrix[row] as number[];
        for (let column = 0; column < unknowns; column += 1) {
          line[column] = (line[column] as number) + share * (terms[column] as number);
        }
        right[row] = (right[row] as number) + share * value;
      }
    },
    solve: (damping) =>
      solveLinear(
        matrix.map((line, row) => line.map((value, column) => (row === column ? value + damping : value))),
        [...right],
      ),
  };
}
