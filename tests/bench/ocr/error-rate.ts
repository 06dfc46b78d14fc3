/** How many characters a reading has wrong: the least number of letters put in, left out or changed. */

/** White space is one blank, however much there is: where lines end is no matter of letters. */
const levelled = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** @returns the distance of two texts in characters (Levenshtein), computed in bits. Source: Myers 1999, Hyyrö 2003. */
export function characterErrors(truth: string, read: string): number {
  const pattern = [...levelled(truth)];
  const text = [...levelled(read)];
  if (pattern.length === 0) return text.length;
  const width = pattern.length;
  const places = new Map<string, bigint>();
  for (const [index, letter] of pattern.entries())
    places.set(letter, (places.get(letter) ?? 0n) | (1n << BigInt(index)));
  const all = (1n << BigInt(width)) - 1n;
  const last = 1n << BigInt(width - 1);
  let plus = all;
  let minus = 0n;
  let distance = width;
  for (const letter of text) {
    const equal = places.get(letter) ?? 0n;
    const vertical = equal | minus;
    const horizontal = (((equal & plus) + plus) ^ plus) | equal;
    let risen = minus | (all & ~(horizontal | plus));
    let fallen = plus & horizontal;
    if (risen & last) distance += 1;
    if (fallen & last) distance -= 1;
    risen = ((risen << 1n) | 1n) & all;
    fallen = (fallen << 1n) & all;
    plus = fallen | (all & ~(vertical | risen));
    minus = risen & vertical;
  }
  return distance;
}

/** In per cent of the characters that are there; more than 100 when more was read than is there. */
export const errorRate = (truth: string, read: string): number =>
  (100 * characterErrors(truth, read)) / Math.max(1, [...levelled(truth)].length);
