/** Chinese and Japanese numerals: `六`, `三百二十`, `一九六二`. */
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const NUMERAL = /^[〇零一二两兩三四五六七八九十百千万萬亿億]{1,24}$/u;
const BY_DIGITS = /^[〇零一二三四五六七八九]{1,15}$/u;

/** @returns null when the word is no numeral, or its units do not descend. */
export function hanValue(word: string): number | null {
  if (!NUMERAL.test(word)) return null;
  if (BY_DIGITS.test(word)) return Number(Array.from(word, (letter) => DIGITS[letter]).join(''));
  let [whole, group, digit] = [0, 0, null as number | null];
  let [smallest, smallestLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const letter of word) {
    const [unit, small, large] = [DIGITS[letter], SMALL[letter], LARGE[letter]];
    if (unit === 0) continue;
    if (unit !== undefined) {
      if (digit !== null) return null;
      digit = unit;
    } else if (small !== undefined) {
      if (small >= smallest) return null;
      [group, digit, smallest] = [group + (digit ?? 1) * small, null, small];
    } else if (large !== undefined) {
      const counted = group + (digit ?? 0);
      if (large >= smallestLarge || counted === 0) return null;
      [whole, group, digit, smallest, smallestLarge] = [
        whole + counted * large,
        0,
        null,
        Number.POSITIVE_INFINITY,
        large,
      ];
    }
  }
  return whole + group + (digit ?? 0);
}
