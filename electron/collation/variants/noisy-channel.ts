/**
 * How likely a machine made one word of another: a noisy channel (Kernighan, Church and Gale 1990; Brill and Moore 2000)
 * whose edits are single letters and the groups of letters that print runs together or tears apart. Costs stand for the
 * negative logarithm of a likelihood, scaled so that a misreading that nobody expects costs 1. Symmetric: which of two
 * forms stood on the page is not known here.
 */
import { foldWord } from '../../text/index.js';
import { STAINS } from './knowledge.js';

/** Any other letter for a letter. */
const UNEXPECTED = 1;
/** A letter lost or put in. */
const LOST = 0.8;
/** A stroke that is lost or put in easily. */
const LOST_STROKE = 0.5;
const STROKES = new Set("iltrjf'1");
/** A sign in the midst of a word stands for anything: `b}^` for `by`, `th.e` for `the`. */
const SIGN = '?';
const SIGN_FOR_LETTER = 0.4;
const SIGN_PUT_IN = 0.25;
const DIGIT_FOR_LETTER = 0.6;

/** Letters by how often print takes them for each other: what one sees in every bad text, often, at times. */
const SINGLE: readonly (readonly [number, string])[] = [
  [0.15, 'ce eo sf un hb il i1 l1 o0 tl ij lI'],
  [0.3, 'hn co ao nr vy ti rt as uv gq yv ft fl rl 5s g9 z2 6b mn ea bh kh hl l! cg oe'],
  [0.45, 'vr xn dl ad ar ir jy wv kb od qo ef bp pr sx zs td tc tf lf sa ac ns gy g8 b8 8s 3s 7t 4a un vn hk hi li hm'],
];

/** Groups of letters. Also what a capital runs into, in small letters. */
const GROUPS: readonly (readonly [number, string])[] = [
  [
    0.15,
    'rn:m li:h cl:d ii:u vv:w in:m ni:m nn:m ri:n ii:n tl:d tli:th tii:th nu:mi iu:m ui:m ti:u ci:a fi:fl rm:nn tb:th lii:hi liu:hu lie:he',
  ],
  [
    0.3,
    'ln:h lo:b ol:d ci:d il:u ll:u it:u ir:n ui:in iii:m iii:in ru:m im:un hi:m ni:u nt:m tt:u rr:n vi:w iv:w lv:h jc:k lc:k ic:k fr:h lr:h ic:x oc:x ec:æ ff:fi fh:sh ft:st ffi:fi hl:bl iy:y ty:ly ee:æ oi:a il:d is:k hj:by rv:y rj:y ij:y jy:y vj:y ae:ce oe:ce ivi:m iv:n ni:in lii:m mi:nu nv:my',
  ],
];

/** By the one form, then the other. */
const costs = new Map<string, Map<string, number>>();
function register(one: string, other: string, cost: number): void {
  const known = costs.get(one) ?? new Map<string, number>();
  costs.set(one, known);
  known.set(other, Math.min(cost, known.get(other) ?? cost));
}
for (const [cost, pairs] of SINGLE) {
  for (const pair of pairs.split(' ')) {
    register(pair.charAt(0), pair.charAt(1), cost);
    register(pair.charAt(1), pair.charAt(0), cost);
  }
}
for (const [cost, groups] of GROUPS) {
  for (const group of groups.split(' ')) {
    const [one = '', other = ''] = group.split(':');
    register(one, other, cost);
    register(other, one, cost);
  }
}
const MAX_LENGTH = 3;

const KEPT = /[\p{L}\p{N}]/u;
const EDGES = new RegExp(String.raw`^[^\p{L}\p{N}${STAINS}]+|[^\p{L}\p{N}${STAINS}]+$`, 'gu');
const SILENT = /[\s\u00AD'’‘\-\u2010\u2011]/u;

/** Letters folded, signs within as `?`; blanks, hyphens and apostrophes are nothing. */
export function channelForm(written: string): string {
  let form = '';
  for (const letter of written.replace(EDGES, '')) {
    if (KEPT.test(letter)) form += foldWord(letter);
    else if (!SILENT.test(letter)) form += SIGN;
  }
  return form;
}

const isDigit = (letter: string) => letter >= '0' && letter <= '9';

/** Costs of single letters of the basic alphabet, by their codes. */
const ASCII = 128;
const letterCosts = Float64Array.from({ length: ASCII * ASCII }, (_, at) =>
  costOfLetters(String.fromCharCode(Math.floor(at / ASCII)), String.fromCharCode(at % ASCII)),
);

function letterCost(a: string, i: number, b: string, j: number): number {
  const [one, other] = [a.charCodeAt(i), b.charCodeAt(j)];
  if (one < ASCII && other < ASCII) return letterCosts[one * ASCII + other] ?? UNEXPECTED;
  return costOfLetters(a.charAt(i), b.charAt(j));
}

function costOfLetters(one: string, other: string): number {
  if (one === other) return 0;
  const known = costs.get(one)?.get(other);
  if (known !== undefined) return known;
  if (one === SIGN || other === SIGN) return SIGN_FOR_LETTER;
  return isDigit(one) === isDigit(other) ? UNEXPECTED : DIGIT_FOR_LETTER;
}

const lossOf = (letter: string): number => (letter === SIGN ? SIGN_PUT_IN : STROKES.has(letter) ? LOST_STROKE : LOST);

/**
 * The least that edits cost by which one form becomes the other.
 * @param a from `channelForm`. @param b likewise. Time grows with the product of their lengths.
 */
export function misreadingCost(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Float64Array((a.length + 1) * width);
  const losses = Float64Array.from(b, lossOf);
  for (let j = 1; j < width; j += 1) table[j] = (table[j - 1] ?? 0) + (losses[j - 1] ?? 0);
  for (let i = 1; i <= a.length; i += 1) {
    const groups = groupsBefore(a, i);
    const loss = lossOf(a.charAt(i - 1));
    const row = i * width;
    table[row] = (table[row - width] ?? 0) + loss;
    for (let j = 1; j < width; j += 1) {
      let least = (table[row - width + j] ?? 0) + loss;
      least = Math.min(least, (table[row + j - 1] ?? 0) + (losses[j - 1] ?? 0));
      least = Math.min(least, (table[row - width + j - 1] ?? 0) + letterCost(a, i - 1, b, j - 1));
      for (const { length, others } of groups) {
        for (let n = 1; n <= MAX_LENGTH && n <= j; n += 1) {
          const cost = others.get(b.slice(j - n, j));
          if (cost !== undefined) least = Math.min(least, (table[row - length * width + j - n] ?? 0) + cost);
        }
      }
      table[row + j] = least;
    }
  }
  return table[a.length * width + b.length] ?? 0;
}

/** Groups that end before a place of a form, with what each may be read as. */
function groupsBefore(form: string, end: number) {
  const groups = [];
  for (let length = 1; length <= MAX_LENGTH && length <= end; length += 1) {
    const others = costs.get(form.slice(end - length, end));
    if (others) groups.push({ length, others });
  }
  return groups;
}
