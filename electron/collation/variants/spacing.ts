/**
 * What it is when two readings have the same letters and are cut into words differently. A guess at what a person would
 * say, who sees the page: where both ways are in use elsewhere in these texts (`to day` and `today`), or a hyphen is all
 * the difference (`to-day`), it is how the word was spelled; a blank that makes or leaves a word found nowhere else
 * (`inthe`, `pri soner`), or a hyphen with a blank after it (`pris- oner`), was misread.
 */
import type { VariantClass } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { type Alignment, WORD } from '../model.js';
import type { Knowledge } from './knowledge.js';
import type { RowRange } from './resegmented-words.js';
import type { TableCells } from './table-cells.js';

export interface Spacing {
  /**
   * @param a as it is written. @param b likewise.
   * @returns null where the readings differ in more than blanks and signs, in no blank, or in a blank between figures,
   * which makes other numbers of them: then it is not for this file to say.
   */
  classOf(rows: RowRange, a: string | null, b: string | null): VariantClass | null;
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const FIGURES = /\p{Nd}\s+\p{Nd}/u;
const HYPHEN = /[\p{L}\p{M}][-\u2010\u2011][\p{L}]/u;
const TORN_LINE = /[\p{L}\p{M}][-\u00AD\u2010\u2011\u00AC]\s+[\p{L}]/u;

/** @param knowledge where dictionaries were asked, which forms are words is for them to say (`classify.ts`). */
export function spacingOf(alignment: Alignment, cells: TableCells, { isDictionaryAsked }: Knowledge): Spacing {
  let counted: Map<string, number> | null = null;
  const isInUse = (form: string, here: number) => {
    counted ??= countsOf(alignment);
    return (counted.get(form) ?? 0) > here;
  };
  return {
    classOf: ({ rowStart, rowEnd }, a, b) => {
      if (a === null || b === null) return null;
      const [words, wordsToo] = [wordsOf(a), wordsOf(b)];
      if (words.length === wordsToo.length && words.every((word, at) => word === wordsToo[at])) return null;
      if (words.join('') !== wordsToo.join('') || words.length === 0) return null;
      if (FIGURES.test(a) !== FIGURES.test(b)) return null;
      if (TORN_LINE.test(a) || TORN_LINE.test(b)) return 'ocr';
      if (HYPHEN.test(a) !== HYPHEN.test(b)) return 'accidental';
      if (isDictionaryAsked) return null;
      const here = countsIn(alignment, cells, rowStart, rowEnd);
      const forms = [...words, ...wordsToo];
      return forms.every((form) => isInUse(form, here.get(form) ?? 0)) ? 'accidental' : 'ocr';
    },
  };
}

const wordsOf = (written: string): string[] => (written.match(WORDS) ?? []).map(foldWord);

function countsOf({ tokens }: Alignment): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kinds, normalized } of tokens) {
    for (const [token, form] of normalized.entries()) {
      if (kinds[token] === WORD) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return counts;
}

function countsIn({ tokens }: Alignment, cells: TableCells, rowStart: number, rowEnd: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [witness, { normalized }] of tokens.entries()) {
    for (const token of cells.tokensIn(rowStart, rowEnd, witness)) {
      const form = normalized[token] ?? '';
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return counts;
}
