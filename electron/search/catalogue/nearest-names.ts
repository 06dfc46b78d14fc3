/** Names a person may have meant by one that does not exist. Pure. */
import { foldWord } from '../../text/index.js';

const MAX_COUNT = 3;

/** @returns at most three, nearest first: by the fewest letters to change, a word or the beginning of one included. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const wanted = foldWord(typed.trim());
  return names
    .map((name) => ({ name, distance: distanceTo(wanted, foldWord(name)) }))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, MAX_COUNT)
    .map(({ name }) => name);
}

/** To the whole name or to the beginning of one of its words, whichever is nearer. */
function distanceTo(wanted: string, name: string): number {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  return Math.min(
    editDistance(wanted, name),
    // A word is not the name: of equal distances the whole name is nearer.
    ...words.map((word) => editDistance(wanted, word.slice(0, Math.max(wanted.length, 1))) + 0.5),
  );
}

/** Letters to put in, take out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
