/** Texts that ask for much work, 90,000 words each. */

import type { Editions } from '../anchoring/editions.js';
import { type RandomSource, seededRandom, shuffled } from '../search/random.js';

const WORDS = 90_000;

export interface Pair {
  readonly what: string;
  readonly one: string;
  readonly other: string;
}

const words = (of: (index: number) => string) => Array.from({ length: WORDS }, (_, index) => of(index)).join(' ');
const inDisorder = (text: string, random: RandomSource) => shuffled(random, text.split(/\s+/)).join(' ');

export function adversaries({ earlier, later }: Editions): Pair[] {
  const random = seededRandom(90_000);
  const sorted = earlier.split(/\s+/).sort();
  return [
    {
      what: 'unrelated: the words of both editions in disorder',
      one: inDisorder(earlier, random),
      other: inDisorder(later, random),
    },
    { what: 'one word again and again', one: words(() => 'a'), other: words(() => 'a').slice(0, WORDS) },
    { what: 'one word against another', one: words(() => 'a'), other: words(() => 'b') },
    {
      what: 'two words in turn, out of step',
      one: words((at) => 'ab'[at % 2] ?? ''),
      other: words((at) => 'ba'[at % 2] ?? ''),
    },
    {
      what: 'two words in turn against chance',
      one: words((at) => 'ab'[at % 2] ?? ''),
      other: words(() => (random() < 0.5 ? 'a' : 'b')),
    },
    { what: 'sorted against reversed', one: sorted.join(' '), other: sorted.toReversed().join(' ') },
    {
      what: 'distinct words against their reverse',
      one: words((at) => `w${at}`),
      other: words((at) => `w${WORDS - at}`),
    },
    { what: 'signs alone', one: words((at) => '.,'[at % 2] ?? ''), other: words((at) => ',;.'[at % 3] ?? '') },
  ];
}
