/** Invented words for cases on either side of a threshold. */
import { drawIndex, seededRandom } from '../../../bench/search/random.js';

/** Words that are like no others: letters of chance. @param letters of all words together. */
export function strange(letters: number, seed: number, wordLength = 6): string {
  const random = seededRandom(seed);
  const all = Array.from({ length: letters }, () => 'abcdefghijklmnopqrstuvw'.charAt(drawIndex(random, 23))).join('');
  return all.replace(new RegExp(`(.{${wordLength}})(?=.)`, 'g'), '$1 ');
}

/** The words with so many of their letters misread, spread evenly and none at an end. */
export function misread(words: string, count: number): string {
  const places = Array.from(words.matchAll(/\S/g), ({ index }) => index).slice(1, -1);
  const units = Array.from(words);
  for (let index = 0; index < count; index += 1)
    units[places[Math.floor(((index + 0.5) * places.length) / count)] ?? 0] = 'z';
  return units.join('');
}
