/** Paragraphs of ours as a machine misreads their blanks: what was touched is known, so that places can be held against it. */
import fc from 'fast-check';

export const PARAGRAPHS = [
  'The keeper of the upper lock wrote to the minister on the last day of the month. He had counted the boats that passed in the night, and he had found that there were more of them than the list allowed. He asked what he was to do about it.',
  'The minister answered him at once. It was not for a keeper to count boats, he wrote; it was for him to open the gates and to close them. The list would be mended by those who had made it, as soon as they had the time.',
  'On the same evening the keeper sat down again. He did not want to be a burden to anybody, but the water in the basin was lower than it had been in any summer he could remember, and a boat that draws more than two feet would be on the ground by the end of the week.',
  'Nobody knows what became of this letter. It is not among the papers of the ministry, and the copy in the book of the lock breaks off in the middle of a word. The next entry is by another hand: the gates are to be kept shut until further notice, and no one is to be told the reason.',
  'In the spring an engineer came to look at the gates himself. He stayed for an hour, took a few measures, and said to the men that all of it should have been done a long time ago. Then he went away in the boat that had brought him, and the men went back to their work.',
];

export interface Spoiled {
  readonly text: string;
  /** Ranges of the clean text whose blanks were misread, by their words; neighbours are one. UTF-16, half-open. */
  readonly touched: readonly (readonly [number, number])[];
}

/** A lost blank, or a word torn apart at a letter, with or without the hyphen of a line's end. */
interface Slip {
  readonly word: number;
  readonly kind: 'lost' | 'torn' | 'hyphened';
  readonly at: number;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  word: fc.nat(),
  kind: fc.constantFrom('lost', 'lost', 'torn', 'hyphened'),
  at: fc.nat(),
});

/** @param most slips in a text. */
export const spoiled = (clean: string, most: number, least = 1): fc.Arbitrary<Spoiled> =>
  fc.array(slip, { minLength: least, maxLength: most }).map((slips) => spoil(clean, slips));

export function spoil(clean: string, slips: readonly Slip[]): Spoiled {
  const words = [...clean.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const inserted = new Map<number, string>();
  const lost = new Set<number>();
  const ranges: [number, number][] = [];
  for (const { word, kind, at } of slips) {
    const own = words[word % words.length];
    const next = words[(word % words.length) + 1];
    if (!own) continue;
    if (kind === 'lost') {
      if (!next || clean.slice(own.end, next.start) !== ' ') continue;
      lost.add(own.end);
      ranges.push([own.start, next.end]);
    } else if (own.word.length > 2) {
      inserted.set(own.start + 1 + (at % (own.word.length - 1)), kind === 'torn' ? ' ' : '- ');
      ranges.push([own.start, own.end]);
    }
  }
  let text = '';
  for (let at = 0; at < clean.length; at += 1)
    text += (inserted.get(at) ?? '') + (lost.has(at) ? '' : clean.charAt(at));
  const touched: [number, number][] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0])) {
    const last = touched.at(-1);
    // Words that are spoiled beside each other, or with one sign between, may be one place.
    if (last && range[0] <= last[1] + 2) last[1] = Math.max(last[1], range[1]);
    else touched.push([...range]);
  }
  return { text, touched };
}
