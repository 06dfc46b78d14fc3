/** What else compares two texts, on the same tokens. Each tells how many tokens it finds alike. */
import { diffArrays, diffWords } from 'diff';
import fastDiff from 'fast-diff';

/** Matches of the longest common subsequence: jsdiff's Myers finds the optimum. */
export function byDiffArrays(a: readonly string[], b: readonly string[]): number {
  const changes = diffArrays([...a], [...b]);
  return changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
}

/** fast-diff compares strings: each token becomes a character, below the surrogates, which it would not part. */
export function byFastDiff(a: readonly string[], b: readonly string[]): number {
  const numbers = new Map<string, number>();
  const asText = (units: readonly string[]) => {
    const codes = units.map((unit) => {
      const number = numbers.get(unit) ?? numbers.size + 1;
      numbers.set(unit, number);
      return String.fromCharCode(number);
    });
    return codes.join('');
  };
  const [one, other] = [asText(a), asText(b)];
  if (numbers.size >= 0xd800) throw new RangeError('There are too many distinct tokens for one character each');
  return fastDiff(one, other).reduce((sum, [kind, text]) => sum + (kind === fastDiff.EQUAL ? text.length : 0), 0);
}

/** Cuts the texts itself, and its words are not our tokens: only its time is reported. */
export function byDiffWords(a: string, b: string): null {
  diffWords(a, b);
  return null;
}
