/**
 * How far the class of a variant can be believed: of differences whose truth is known, how many of those called so are so
 * (precision), and how many of those that are so are called so (recall). Beside two rules that need no thought: words
 * that are near to each other, and words of which one is in no dictionary.
 */
import { collate } from '../../../electron/collation/collate.js';
import type { Alignment } from '../../../electron/collation/model.js';
import { formsToLookUp, type Knowledge, variantsOf } from '../../../electron/collation/variants/index.js';
import type { CollationBlock, VariantClass } from '../../../electron/contract/index.js';
import { foldWord } from '../../../electron/text/index.js';
import type { KnownPair, Truth } from './planted.js';

export const TRUTHS: readonly Truth[] = ['ocr', 'substantive', 'name', 'value', 'accidental'];

/** Asks of the forms that differ what is known of them. */
export type Ask = (forms: readonly string[]) => Knowledge;

export interface Classified {
  readonly class: VariantClass;
  readonly truth: Truth;
  readonly clean: string;
  readonly other: string;
}

/** A way to tell classes; gets the block's two readings, the class that Fonds gives, and what is known of words. */
export interface Teller {
  readonly what: string;
  tell(clean: string, other: string, ours: VariantClass, knowledge: Knowledge): VariantClass;
}

const lettersOf = (text: string) => foldWord(text).replace(/[^\p{L}\p{N}]/gu, '');
const WEIGHT: readonly Truth[] = ['value', 'name', 'substantive', 'ocr', 'accidental'];

const isWordOf = (knowledge: Knowledge) => (word: string) => {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replaceAll('’', "'");
  return knowledge.known.has(bare) || knowledge.known.has(bare.toLowerCase()) || /^\d*$/.test(bare);
};

export const OURS: Teller = { what: 'Fonds', tell: (_clean, _other, ours) => ours };

export const PEERS: readonly Teller[] = [
  {
    what: 'letters that differ by two fifths at most (Levenshtein)',
    tell: (clean, other) => {
      const [a, b] = [lettersOf(clean), lettersOf(other)];
      if (a === b) return 'accidental';
      return levenshtein(a, b) <= 0.4 * Math.max(a.length, b.length) ? 'ocr' : 'substantive';
    },
  },
  {
    what: 'one of the two is in no dictionary',
    tell: (clean, other, _ours, knowledge) => {
      if (lettersOf(clean) === lettersOf(other)) return 'accidental';
      const isKnown = (text: string) => text.split(/\s+/).every(isWordOf(knowledge));
      return isKnown(clean) !== isKnown(other) ? 'ocr' : 'substantive';
    },
  },
];

export interface CollatedPair {
  readonly blocks: readonly CollationBlock[];
  readonly knowledge: Knowledge;
}

export const aligned = (texts: readonly string[]): Alignment => collate(texts.map((text) => ({ text, gaps: [] })));

export function classed(alignment: Alignment, ask: Ask): CollatedPair {
  const knowledge = ask(formsToLookUp(alignment, 0, []));
  return { blocks: variantsOf(alignment, 0, [], knowledge).blocks, knowledge };
}

/** What was planted, each with the class of the place it stands in; what was planted beside it counts as the weightiest. */
export function classifiedOf(
  { clean, other, planted }: KnownPair,
  { blocks, knowledge }: CollatedPair,
  teller: Teller,
): Classified[] {
  const classified: Classified[] = [];
  for (const { class: ours, cells } of blocks) {
    if (ours === null) continue;
    const [inClean, inOther] = cells;
    const isIn = (cell: readonly [number, number] | null | undefined, [start, end]: readonly [number, number]) =>
      cell != null && cell[0] < end && start < cell[1];
    const here = planted
      .filter((one) => isIn(inClean, one.clean) || isIn(inOther, one.other))
      .map(({ truth }) => truth);
    const truth = WEIGHT.find((one) => here.includes(one));
    if (truth === undefined) continue;
    const [textClean, textOther] = [inClean ? clean.slice(...inClean) : '', inOther ? other.slice(...inOther) : ''];
    // Signs alone beside a misread word are not what the word is called.
    if (lettersOf(textClean) === '' && lettersOf(textOther) === '') continue;
    classified.push({
      class: teller.tell(textClean, textOther, ours, knowledge),
      truth,
      clean: textClean,
      other: textOther,
    });
  }
  return classified;
}

const truthOf = (kind: VariantClass): string => (kind === 'number' || kind === 'date' ? 'value' : kind);

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly places: number;
}

export function ratesOf(classified: readonly Classified[], truth: Truth): Rates {
  const right = classified.filter((one) => one.truth === truth && truthOf(one.class) === truth).length;
  const called = classified.filter((one) => truthOf(one.class) === truth).length;
  const places = classified.filter((one) => one.truth === truth).length;
  return { precision: called === 0 ? 1 : right / called, recall: places === 0 ? 1 : right / places, places };
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const put = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(put, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
