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

const costs = new Map<string, number>();
function learn(one: string, other: string, cost: number): void {
  for (const key of [`${one}:${other}`, `${other}:${one}`]) costs.set(key, Math.min(cost, costs.get(key) ?? cost));
}
for (const [cost, pairs] of SINGLE) for (const pair of pairs.split(' ')) learn(pair.charAt(0), pair.charAt(1), cost);
for (const [cost, groups] of GROUPS) {
  for (const group of groups.split(' ')) learn(...(group.split(':') as [string, string]), cost);
}
const LONGEST = 3;

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

function letterCost(one: string, other: string): number {
  if (one === other) return 0;
  const known = costs.get(`${one}:${other}`);
  if (known !== undefined) return known;
  if (one === SIGN || other === SIGN) return SIGN_FOR_LETTER;
  if (isDigit(one) !== isDigit(other)) return DIGIT_FOR_LETTER;
  return UNEXPECTED;
}

const lossOf = (letter: string): number => (letter === SIGN ? SIGN_PUT_IN : STROKES.has(letter) ? LOST_STROKE : LOST);

/**
 * The least that edits cost by which one form becomes the other.
 * @param a from `channelForm`. @param b likewise. Time grows with the product of their lengths.
 */
export function misreadingCost(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Float64Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 && j === 0) continue;
      let least = Number.POSITIVE_INFINITY;
      if (i > 0) least = (table[(i - 1) * width + j] ?? 0) + lossOf(a.charAt(i - 1));
      if (j > 0) least = Math.min(least, (table[i * width + j - 1] ?? 0) + lossOf(b.charAt(j - 1)));
      if (i > 0 && j > 0) {
        const before = table[(i - 1) * width + j - 1] ?? 0;
        least = Math.min(least, before + letterCost(a.charAt(i - 1), b.charAt(j - 1)));
        least = Math.min(least, grouped(a, b, i, j, table));
      }
      table[i * width + j] = least;
    }
  }
  return table[a.length * width + b.length] ?? 0;
}

/** The least of what ends in groups of letters that stand for each other. */
function grouped(a: string, b: string, i: number, j: number, table: Float64Array): number {
  const width = b.length + 1;
  let least = Number.POSITIVE_INFINITY;
  for (let m = 1; m <= LONGEST && m <= i; m += 1) {
    for (let n = m === 1 ? 2 : 1; n <= LONGEST && n <= j; n += 1) {
      const cost = costs.get(`${a.slice(i - m, i)}:${b.slice(j - n, j)}`);
      if (cost !== undefined) least = Math.min(least, (table[(i - m) * width + j - n] ?? 0) + cost);
    }
  }
  return least;
}
