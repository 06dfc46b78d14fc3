import { describe, expect, it } from 'vitest';
import type { Alignment, Transposition } from '../../../electron/collation/model.js';
import { collated, linesOf } from './tables.js';

const HEAD = 'The convoy left Vardin before dawn and reached the upper chamber at seven.';
const MOVED = 'General Pozaric inspected the northern fortress without any escort.';
const TAIL = 'Nobody expected that engineers would open both gates within forty minutes of the signal.';

function said({ witnesses, tokens }: Alignment, { witness, start, end }: Transposition['from']): string {
  const own = tokens[witness];
  return witnesses[witness]?.text.slice(own?.starts[start], own?.ends[end - 1]) ?? '';
}

describe('a passage that stands elsewhere in another witness', () => {
  it('is reported with both of its places, and stays in rows of its own', () => {
    const alignment = collated([`${HEAD} ${MOVED} ${TAIL}`, `${HEAD} ${TAIL} ${MOVED}`]);
    expect(alignment.moves).toHaveLength(1);
    const [move] = alignment.moves;
    if (!move) throw new Error('no move');
    expect(said(alignment, move.from)).toBe(MOVED.slice(0, -1));
    expect(said(alignment, move.to)).toBe(MOVED.slice(0, -1));
    expect(linesOf(alignment)).toContain('fortress | –');
    expect(linesOf(alignment)).toContain('– | fortress');
  });

  it('is found although some of its words are written otherwise', () => {
    const alignment = collated([`${HEAD} ${MOVED} ${TAIL}`, `${HEAD} ${TAIL} ${MOVED.replace('northern', 'northem')}`]);
    expect(alignment.moves.map((move) => said(alignment, move.to))).toEqual([
      MOVED.replace('northern', 'northem').slice(0, -1),
    ]);
  });

  it('is reported for every pair of witnesses that differ in it', () => {
    const [there, here] = [`${HEAD} ${MOVED} ${TAIL}`, `${HEAD} ${TAIL} ${MOVED}`];
    const alignment = collated([there, here, there.replace('dawn', 'noon'), here]);
    expect(alignment.moves.map(({ from, to }) => [from.witness, to.witness])).toEqual([
      [0, 1],
      [0, 3],
      [1, 2],
      [2, 3],
    ]);
  });

  it('is none when it has less than three words of substance', () => {
    const alignment = collated([`${HEAD} and of the ${TAIL}`, `${HEAD} ${TAIL} and of the`]);
    expect(alignment.moves).toEqual([]);
    expect(collated([`${HEAD} Kirill Stavrin ${TAIL}`, `${HEAD} ${TAIL} Kirill Stavrin`]).moves).toEqual([]);
  });
});
