/** Shortens readings for one line: the words that distinguish them stay. */

/** Readings that are shorter than this together are shown whole. */
const MAX_UNCUT = 48;
/** Words that stay before and after what differs. */
const CONTEXT_WORDS = 2;

/** @param readings in one line each. @returns them without what all begin and end with, but for two words. */
export function distinguishingParts(readings: readonly string[]): string[] {
  const words = readings.map((reading) => reading.split(' '));
  const least = Math.min(...words.map(({ length }) => length));
  if (readings.length < 2 || least < 2 || readings.join('').length <= MAX_UNCUT) return [...readings];
  const alike = (at: (one: readonly string[]) => string | undefined) =>
    words.every((one) => at(one) === at(words[0] ?? []));
  let head = 0;
  while (head < least && alike((one) => one[head])) head += 1;
  let tail = 0;
  while (tail < least - head && alike((one) => one.at(-1 - tail))) tail += 1;
  const [from, until] = [Math.max(0, head - CONTEXT_WORDS), Math.max(0, tail - CONTEXT_WORDS)];
  return words.map((one) => {
    const said = one.slice(from, one.length - until).join(' ');
    return `${from > 0 ? '… ' : ''}${said}${until > 0 ? ' …' : ''}`;
  });
}

/** Letters of the end of a reading that stay in sight. */
const END = 14;

/** @returns the part that gives way to an ellipsis, and the part that stays. */
export function splitForEllipsis(reading: string): readonly [head: string, tail: string] {
  if (reading.length <= 2 * END) return [reading, ''];
  const blank = reading.indexOf(' ', reading.length - END);
  const at = blank < 0 || blank > reading.length - 4 ? reading.length - END : blank;
  return [reading.slice(0, at), reading.slice(at)];
}
