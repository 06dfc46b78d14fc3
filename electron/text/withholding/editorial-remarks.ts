/**
 * What a remark in brackets says: that something was withheld, that it is lost, or neither. The words are weighed, not
 * looked for: `[The minister censored the press.]` and `[Deleted Scenes]` are no marks.
 */

import * as english from './english-words.js';
import { codesIn } from './exemption-codes.js';
import { TELLERS, WITHHOLDING_TERMS } from './withholding-terms.js';

export type RemarkVerdict = 'redaction' | 'lacuna' | null;
/** How strictly to read: round and pointed brackets hold ordinary asides and tags as well. */
export type Brackets = 'square' | 'round' | 'pointed';

/** UTF-16 units; what is longer is no remark about a gap. */
const MAX_LENGTH = 170;
const MAX_ASIDE_LENGTH = 90;
/** Words nobody knows, beside one that says by itself that something was withheld. */
const UNKNOWN_AT_MOST = 7;
/** What a law deleted from a law: `[Para. (b) deleted by s. 3 of Act 5 of 2001]`. */
const AMENDED =
  /(?:deleted|omitted|removed|repealed|withdrawn|suppressed)\s*(?:\([^()]*\)\s*)?,?\s*(?:by|with\s+effect|w\.e\.f|as\s+from)[^\]]*(?<!\p{L})(?:s\.|ss\.|sec|section|act|law|amendment|amended|order|regulations?|statute|stat\.|c\.|no\.|\d{4})/iu;
const PASSED_OVER = /^\s*(?:(?:text\s+|material\s+)?omitted\s+here|here\s+follows?)(?!\p{L})/iu;
const WORDS =
  /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_’'.·-]*(?<![.’'-])|\d+(?:[-–./:]\d+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔]|[^\s\p{L}\p{M}\p{N}]/gu;
const NUMBER = /^[\d½¼¾⅓⅔]/u;
const SIGN = /^[^\p{L}\p{M}\p{N}_]/u;

export function remarkIn(inside: string, brackets: Brackets): RemarkVerdict {
  if (brackets === 'square' && PASSED_OVER.test(inside)) return 'lacuna';
  if (inside.length > (brackets === 'square' ? MAX_LENGTH : MAX_ASIDE_LENGTH)) return null;
  if (brackets === 'pointed' && /[=/"]/.test(inside)) return null;
  if (AMENDED.test(inside)) return null;
  return ofEnglish(inside, brackets) ?? ofOthers(inside, brackets);
}

function ofEnglish(inside: string, brackets: Brackets): RemarkVerdict {
  // Codes are judged elsewhere; here they are what may follow any word.
  const plain = withoutCodes(inside)
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(english.PHRASES, (_, one: string, other: string) => `${one === 'remain' ? 'remains' : one}_${other}`);
  const tokens = plain.match(WORDS) ?? [];
  const first = tokens.find((token) => !SIGN.test(token));
  if (!first || (english.TELLER.has(first) && !/^th/.test(first))) return null;
  if (/^(?:this|that|these|there)$/.test(first) && !english.TEXT_NOUNS.has(tokens[1] ?? '')) return null;
  const strong = tokens.findIndex((token) => english.WITHHELD.has(token));
  const lost = tokens.findIndex((token) => english.LOST.has(token));
  const isAllKnown = tokens.every(isKnown);
  const hasMeasure = tokens.some((token) => english.TEXT_NOUNS.has(token) || english.HIDDEN_NOUNS.has(token));
  if (brackets !== 'square') {
    if (!isAllKnown || tokens.some((token) => english.FINITE.has(token))) return null;
    if (lost >= 0 && tokens[lost] !== 'garbled') return 'lacuna';
    const said = tokens[strong] ?? '';
    const isOwn = brackets === 'pointed' || /^(?:redact|excis|saniti|not_decl|not_rel|blacked|whited)/.test(said);
    if (strong >= 0 && (isOwn || hasMeasure)) {
      if (brackets === 'pointed' && said === 'deleted' && tokens.length === 1 && inside !== 'deleted') return null;
      return isObject(tokens, strong) ? null : 'redaction';
    }
    return hasMeasure && brackets === 'round' ? ofWeak(tokens, brackets) : null;
  }
  if (strong >= 0 && isRemark(tokens, strong, 'withheld')) return 'redaction';
  if (lost >= 0 && isRemark(tokens, lost, 'lost')) return 'lacuna';
  return isAllKnown ? ofWeak(tokens, brackets) : null;
}

const isKnown = (token: string): boolean =>
  SIGN.test(token) ||
  NUMBER.test(token) ||
  english.TEXT_NOUNS.has(token) ||
  english.HIDDEN_NOUNS.has(token) ||
  english.SMALL_WORDS.has(token) ||
  english.WITHHELD.has(token) ||
  english.WITHHELD_PERHAPS.has(token) ||
  english.LOST.has(token) ||
  english.LOST_PERHAPS.has(token);

/** A word with an object, or before the thing it describes, tells of something else than the text. */
function isObject(tokens: readonly string[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && english.OBJECT.has(next);
}

function isRemark(tokens: readonly string[], at: number, sort: 'withheld' | 'lost'): boolean {
  const next = tokens[at + 1];
  if (isObject(tokens, at)) return false;
  // `[Deleted Scenes]` is a title, `[illegible handwriting]` a gap.
  if (sort === 'withheld' && next !== undefined && !isKnown(next)) return false;
  const unknown = tokens.filter((token) => !isKnown(token)).length;
  if (unknown > UNKNOWN_AT_MOST) return false;
  const isText = tokens.some((token) => english.TEXT_NOUNS.has(token) || english.HIDDEN_NOUNS.has(token));
  const before = tokens.slice(0, at);
  // A past tense behind its subject: `[The general withheld in vain]`.
  return isText || unknown === 0 || !before.some((token) => english.FINITE.has(token) || english.OBJECT.has(token));
}

/** Words that name something before it as often as they say what became of it: `[classified documents]`. */
const isNoun = (token: string | undefined): boolean =>
  token !== undefined && (english.TEXT_NOUNS.has(token) || english.HIDDEN_NOUNS.has(token));
const STANDS_FOR_TEXT = /^(?:missing|blank|torn|damaged|unclear|omitted|omission|omissions|mutilated|faded)$/;
/** Believed without a noun beside them. */
const WITHHELD_ALONE = /^(?:classified|suppressed|removed|withdrawn|exempt|exempted|undisclosed|masked)$/;
const LOST_ALONE =
  /^(?:unclear|torn|omitted|omission|missing|damaged|blank|faded|wanting|mutilated|lost|crossed_out|struck_out|scored_out|cut_off|broken_off|torn_off|smudged|blotted|not_legible|not_readable)$/;

/** All words are known to be about a text. */
function ofWeak(tokens: readonly string[], brackets: Brackets): RemarkVerdict {
  const says = (words: ReadonlySet<string>) => tokens.findIndex((token) => words.has(token));
  const withheld = says(english.WITHHELD_PERHAPS);
  const lost = says(english.LOST_PERHAPS);
  const isOf = (nouns: ReadonlySet<string>) => tokens.some((token) => nouns.has(token));
  const words = tokens.filter((token) => !SIGN.test(token));
  if (lost >= 0 && isSaidOfText(tokens, lost)) {
    const said = tokens[lost] ?? '';
    // Law reports leave out footnotes; a letter may be lost that nobody prints here.
    if (/^omi/.test(said) && words.some((word) => /^(?:foot)?notes?$/.test(word))) return null;
    if (brackets === 'round' && /^(?:lost|destroyed)$/.test(said)) return null;
    if (isOf(english.TEXT_NOUNS) || (words.length === 1 && LOST_ALONE.test(said))) return 'lacuna';
    const isShort = words.length <= 3 || said === 'omitted';
    if (isOf(english.HIDDEN_NOUNS) && isShort && !/^an?$/.test(words[0] ?? '')) return 'lacuna';
  }
  if (withheld >= 0 && isSaidOfText(tokens, withheld)) {
    const said = tokens[withheld] ?? '';
    if (isOf(english.TEXT_NOUNS) || isOf(english.HIDDEN_NOUNS)) return 'redaction';
    const isOfLaw = /^closed$/.test(said) && words.some((word) => /^(?:by|under)$/.test(word));
    if ((WITHHELD_ALONE.test(said) || isOfLaw) && words.every((word) => word === said || english.SMALL_WORDS.has(word)))
      return 'redaction';
  }
  return null;
}

function isSaidOfText(tokens: readonly string[], at: number): boolean {
  if (isObject(tokens, at)) return false;
  return !isNoun(tokens[at + 1]) || STANDS_FOR_TEXT.test(tokens[at] ?? '');
}

const STRIP =
  /\(?[bB]\)?\s?\(\d\)(?:\(\w\))*|\d\.\d\.?\s?\(\w\)(?:\(\w\))*|(?:25|50)X\d\S*|\bB\d\b|\bb7?[1-9]?[A-F]?\b(?=\s*[,\]]|$)/g;
const withoutCodes = (inside: string): string => (codesIn(inside) ? inside.replace(STRIP, ' ') : inside);

interface Heads {
  readonly withheld: RegExp;
  readonly lost: RegExp;
  readonly perhapsLost: RegExp;
  readonly perhaps: RegExp;
}
/** Of all languages one pattern each: a reader of a bracket need not know which language it is in. */
const HEADS: Heads = {
  withheld: headsOf(({ withheld }) => withheld),
  lost: headsOf(({ lost }) => lost),
  perhaps: headsOf(({ perhaps = '' }) => perhaps),
  // Of the words of other uses those by which nobody withholds.
  perhapsLost:
    /^(?:fehlt|textverlust|ausgelass|auslassung|lacune|manqu|déchir|omis|omess|omitid|omès|utelat|utelämn|udeladt|weggelaten|pominięt|vynech|vypušt|опущен|пропу|izostavljen|изостављен|izpuščen|παραλε|kihagyva|省略|略去|此处略|从略|생략|הושמט|fágtha)/u,
};

function headsOf(ofTongue: (tongue: (typeof WITHHOLDING_TERMS)[string]) => string): RegExp {
  const heads = Object.values(WITHHOLDING_TERMS).flatMap((tongue) => ofTongue(tongue).split(' ').filter(Boolean));
  const sorted = [...new Set(heads)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const unspaced = sorted.filter((head) => /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(head));
  const spaced = sorted.filter((head) => !unspaced.includes(head));
  const pattern = (those: readonly string[]) =>
    those.map((head) => head.replaceAll('.', String.raw`\.`).replaceAll('_', String.raw`\s+`)).join('|');
  const parts = [String.raw`(?<![\p{L}\p{M}])(?:${pattern(spaced)})`];
  if (unspaced.length > 0) parts.push(`(?:${pattern(unspaced)})`);
  return new RegExp(parts.join('|'), 'u');
}

const AUXILIARY = /(?<!\p{L})(?:hat|haben|hatte|ha|han|ont|avait|había|haveva|heeft|hebben|había|har|hade)(?!\p{L})/u;
const WORD_ALONE = /[\p{L}\p{M}\p{N}]+/gu;

function ofOthers(inside: string, brackets: Brackets): RemarkVerdict {
  const plain = inside.toLowerCase().normalize('NFC');
  const words = plain.match(WORD_ALONE) ?? [];
  if (words.length === 0 || TELLERS.has(words[0] ?? '') || AUXILIARY.test(plain)) return null;
  const [most, mostWeak] = brackets === 'square' ? [9, 4] : [3, 0];
  if (words.length <= most) {
    if (HEADS.withheld.test(plain)) return 'redaction';
    if (HEADS.lost.test(plain)) return 'lacuna';
  }
  if (words.length > mostWeak || !HEADS.perhaps.test(plain)) return null;
  return words.some((word) => HEADS.perhapsLost.test(word)) ? 'lacuna' : 'redaction';
}
