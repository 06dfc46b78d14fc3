/** Chance that comes out the same on every machine: what is drawn with one seed is drawn again. */

/** Numbers from 0 to below 1. Source: mulberry32 by Tommy Ettinger, public domain. */
export type RandomSource = () => number;

export function seededRandom(seed: number): RandomSource {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns a whole number from 0 to below `end`. */
export function drawIndex(random: RandomSource, end: number): number {
  return Math.floor(random() * end);
}

/** @throws RangeError when there is nothing to draw from. */
export function drawOne<T>(random: RandomSource, from: readonly T[]): T {
  const drawn = from[drawIndex(random, from.length)];
  if (drawn === undefined) throw new RangeError('There is nothing to draw from.');
  return drawn;
}

/** @returns a copy in an order of chance (Fisher and Yates). */
export function shuffled<T>(random: RandomSource, items: readonly T[]): T[] {
  const rest = [...items];
  const dealt: T[] = [];
  while (rest.length > 0) {
    const at = drawIndex(random, rest.length);
    const last = rest.pop() as T;
    if (at === rest.length) dealt.push(last);
    else {
      dealt.push(rest[at] as T);
      rest[at] = last;
    }
  }
  return dealt;
}
