/**
 * How alike two words are and what it says when they stand in one row. Invariant: the worth of a pair does not depend
 * on which of the two comes first, and no pair is worth more than the rarer word with itself.
 */
import { SUBSTITUTION } from './alignment-costs.js';
import type { Lexicon } from './lexicon.js';

/** Longer words are compared by so many units: one machine word holds the whole computation. */
const MAX_UNITS = 32;
/** More edits than this share of the longer word make no two words alike. */
const MAX_EDITS = 0.8;
/** Below this two words are as unlike as any two: random words of one language share a letter in three or four. */
const MIN_ALIKE = 0.4;
/**
 * Words change at their ends rather than at their heads, in inflection and when two grow together. The figures are those
 * of W. Winkler, "String comparator metrics and enhanced decision rules", 1990.
 */
const MAX_HEAD = 4;
const HEAD_SHARE = 0.1;

export interface FormSimilarity {
  /** What it says that two forms share a row, in nats: from `-CHANGED` for unlike ones to the weight of the form. */
  score(one: number, other: number): number;
  /** 1 less the edit distance by the longer length, more for a common head; 0 when surely unlike. */
  similarity(one: number, other: number): number;
}

export function formSimilarity({ forms, weights }: Lexicon): FormSimilarity {
  const heads = forms.map((form) => form.slice(0, MAX_UNITS));
  const letters = Uint32Array.from(heads, lettersIn);
  const masks = new Int32Array(0x10000);

  const similarity = (one: number, other: number): number => {
    if (one === other) return 1;
    const a = heads[one] ?? '';
    const b = heads[other] ?? '';
    const longer = Math.max(a.length, b.length);
    const most = Math.floor(longer * MAX_EDITS);
    if (longer - Math.min(a.length, b.length) > most) return 0;
    // Letters that only one of them has need an edit each; sixteen of them at a time share a bit at worst.
    const lettersA = letters[one] ?? 0;
    const lettersB = letters[other] ?? 0;
    if (Math.max(bits(lettersA & ~lettersB), bits(lettersB & ~lettersA)) > most) return 0;
    const distance = editDistance(a, b, masks);
    if (distance > most) return 0;
    const alike = 1 - distance / longer;
    const head = headLength(a, b);
    // One word is the head of the other: they may well be two words grown together (to day, today).
    if (head === Math.min(a.length, b.length)) return (1 + alike) / 2;
    return alike + Math.min(head, MAX_HEAD) * HEAD_SHARE * (1 - alike);
  };
  return {
    similarity,
    score(one, other) {
      if (one === other) return weights[one] ?? 0;
      const alike = similarity(one, other);
      if (alike <= MIN_ALIKE) return -SUBSTITUTION;
      const share = (alike - MIN_ALIKE) / (1 - MIN_ALIKE);
      return share * (Math.min(weights[one] ?? 0, weights[other] ?? 0) + SUBSTITUTION) - SUBSTITUTION;
    },
  };
}

function headLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** One bit for each letter that occurs; letters share bits, so that it can only miss differences. */
function lettersIn(form: string): number {
  let found = 0;
  for (let at = 0; at < form.length; at += 1) found |= 1 << (form.charCodeAt(at) & 31);
  return found >>> 0;
}

function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Edit distance of two words of at most 32 units. Source: G. Myers, "A fast bit-vector algorithm for approximate string
 * matching", 1999, in the form of H. Hyyrö, 2003.
 * @param masks 65,536 zeros; left as they were.
 */
function editDistance(a: string, b: string, masks: Int32Array): number {
  if (a.length === 0) return b.length;
  for (let at = 0; at < a.length; at += 1) {
    const unit = a.charCodeAt(at);
    masks[unit] = (masks[unit] ?? 0) | (1 << at);
  }
  const last = 1 << (a.length - 1);
  let rises = -1;
  let falls = 0;
  let distance = a.length;
  for (let at = 0; at < b.length; at += 1) {
    const equal = masks[b.charCodeAt(at)] ?? 0;
    const vertical = equal | falls;
    const horizontal = (((equal & rises) + rises) ^ rises) | equal;
    let up = falls | ~(horizontal | rises);
    let down = rises & horizontal;
    if (up & last) distance += 1;
    if (down & last) distance -= 1;
    up = (up << 1) | 1;
    down <<= 1;
    rises = down | ~(vertical | up);
    falls = up & vertical;
  }
  for (let at = 0; at < a.length; at += 1) masks[a.charCodeAt(at)] = 0;
  return distance;
}
