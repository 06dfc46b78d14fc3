/** Looks into brackets of every shape: remarks, exemption codes, blanks and rows of signs. Nested ones count once. */

import { type Brackets, remarkIn } from './editorial-remarks.js';
import { codesIn, onlyCodes } from './exemption-codes.js';
import { noticeIn } from './notices.js';
import type { WithheldCandidate } from './withheld.js';

/** A bracket ends in its paragraph; only a blank one may be as high as a whited-out paragraph. */
const INSIDE = String.raw`(?:[^[\]\n]|\n(?![^\S\n]*\n)){1,420}`;
const BRACKETS = new RegExp(
  [
    String.raw`\[{1,3}(?<blank>\s{1,400})\]{1,3}`,
    String.raw`\[{1,3}(?<square>${INSIDE})\]{1,3}`,
    String.raw`【(?<lens>[^【】\n]{1,100})】|〔(?<shell>[^〔〕\n]{1,100})〕|［(?<wide>[^［］\n]{1,100})］`,
    String.raw`（(?<wideRound>[^（）\n]{1,60})）`,
    String.raw`\(\((?<double>[^()\n]{1,90})\)\)`,
    String.raw`(?<![\p{L}\p{N}_])\((?<round>(?:[^()\n]|\n(?![^\S\n]*\n)|\([^()\n]{1,12}\)){2,120})\)`,
    String.raw`[<‹⟨]{1,2}(?<angle>[^<>‹›⟨⟩\n]{1,60})[>›⟩]{1,2}`,
    String.raw`\{(?<brace>[^{}\n]{1,60})\}`,
  ].join('|'),
  'gu',
);
/** Rows of signs that stand for words within brackets. */
const HIDDEN =
  /^\s*(?:(?:X{3,}|x{3,})(?:\s+[Xx]{2,})*|NR|-{3,}|(?:-\s){2,}-|[–—]{2,}|(?:[–—]\s){2,}[–—]|_{3,}|\*{3,}|(?:\*\s){2,}\*|#{3,}|\/{3,}|~{3,}|[█▇▉▓▒░■◼⬛▮▬□]+(?:\s+[█▇▉▓▒░■◼⬛▮▬□]+)*)\s*$/u;
const LEFT_OUT = /^\s*(?:…+|\.(?:\s?\.){2,}|\?{3,}|…\s?\.)\s*$/u;
/** What an editor puts into a quotation: `He had [lost] his hat.` */
const LONE_WORD =
  /^(?:lost|torn|missing|removed|withdrawn|suppressed|classified|omitted|damaged|faded|wanting|unclear|masked|exempt|exempted|undisclosed)$/i;
const IN_SENTENCE = /(?<!\p{L})(?:had|has|have|was|were|is|are|be|been|being|he|she|they|we|i|you|it|to|who)\s+$/iu;
/** A form asks `Yes [   ]`. */
const CHOICE_BEFORE =
  /(?:(?:^|\n)[^\S\n]*(?:[-*+]|\d+[.)])?|(?:^|[^\p{L}])(?:yes|no|oui|non|ja|nein|male|female|m|f|mr|mrs|true|false|sí|si|да|нет)[.:]?)[^\S\n]*$/iu;
const BLANK_AT_LEAST = 4;
/** Wider than any box to tick. */
const WIDE_AT_LEAST = 12;

export function findBrackets(text: string): WithheldCandidate[] {
  const found: WithheldCandidate[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const start = match.index;
    const end = start + match[0].length;
    const judged = judge(match.groups ?? {}, text, start, end);
    if (judged) found.push({ start, end, code: null, family: null, trust: 'sure', ...judged });
  }
  return found;
}

type BracketVerdict = Pick<WithheldCandidate, 'kind'> & Partial<WithheldCandidate>;

function judge(
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  start: number,
  end: number,
): BracketVerdict | null {
  const { blank, square, lens, shell, wide, wideRound, double, round, angle, brace } = groups;
  if (blank !== undefined) return ofBlank(blank, text, start, end);
  const full = square ?? lens ?? shell ?? wide;
  if (full !== undefined) {
    if (/[\\/]/.test(text.charAt(start - 1))) return null;
    // Links and pictures of Markdown, and keys of a program: `[redacted](page.html)`, `x[b(1)]`.
    if (/^[([]/.test(text.slice(end, end + 1)) && !/^\(b\)|^\[/.test(text.slice(end, end + 3))) return null;
    // Chapters that a code of law has omitted, repealed, reserved.
    if (/^omitted\.?$/i.test(full) && /\[(?:Repealed|Reserved|Transferred)/.test(text)) return null;
    return ofSquare(full, text, start);
  }
  const aside = wideRound ?? double ?? round;
  if (aside !== undefined) {
    if (/^\s*[█▇▮▓▒■⬛]{2,}(?:\s+[█▇▮▓▒■⬛]+)*\s*$/u.test(aside)) return { kind: 'redaction' };
    const codes = onlyCodes(aside);
    if (codes && round !== undefined && !isCitedAside(text, start, end)) return { kind: 'redaction', ...codes };
    return ofWords(aside, double !== undefined || wideRound !== undefined ? 'square' : 'round');
  }
  const pointed = angle ?? brace ?? '';
  // A tag that is closed somewhere is a tag.
  if (angle !== undefined && /^<\/|^\//.test(text.slice(end, end + 80).replace(/^[^<]*/, ''))) return null;
  if (brace !== undefined && /(?:[=)$%]|else)\s*$/.test(text.slice(Math.max(0, start - 6), start))) return null;
  return ofWords(pointed, 'pointed');
}

function ofSquare(inside: string, text: string, start: number): BracketVerdict | null {
  // An index of a program: `x[b(1)]`.
  const isIndex = /[\p{L}\p{N}_\])]$/u.test(text.slice(Math.max(0, start - 1), start));
  if (HIDDEN.test(inside))
    return isProgress(inside, text.slice(start + inside.length, start + inside.length + 12))
      ? null
      : { kind: 'redaction' };
  if (LEFT_OUT.test(inside)) return { kind: 'lacuna' };
  const codes = onlyCodes(inside);
  if (codes) {
    const isGlued =
      /=\s*$/.test(text.slice(Math.max(0, start - 3), start)) ||
      (isIndex && !/\p{Ll}{2}$/u.test(text.slice(Math.max(0, start - 2), start)));
    return isGlued ? null : { kind: 'redaction', ...codes };
  }
  if (LONE_WORD.test(inside) && IN_SENTENCE.test(text.slice(Math.max(0, start - 12), start))) return null;
  return ofWords(inside, 'square');
}

function ofWords(inside: string, brackets: Brackets): BracketVerdict | null {
  const kind = remarkIn(inside, brackets);
  if (kind) return { kind, code: kind === 'redaction' ? (codesIn(inside) ?? namedIn(inside)) : null };
  const notice = brackets === 'square' ? noticeIn(inside) : null;
  return notice && { kind: 'redaction', code: notice.code };
}

/** `FOI exemption 27`, `section 40(2)`. */
const namedIn = (inside: string): string | null =>
  /(?<!\p{L})(?:exemption|section|s\.)\s?(\d+[A-Z]?(?:\(\w+\))*)/iu.exec(inside)?.[1] ?? null;

function ofBlank(blank: string, text: string, start: number, end: number): BracketVerdict | null {
  const width = blank.length;
  if (width < BLANK_AT_LEAST && !/\n/.test(blank)) return null;
  const before = text.slice(Math.max(0, start - 24), start);
  const isChoice =
    CHOICE_BEFORE.test(start <= 24 ? before : `x${before}`) && !/^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 8));
  const isWide = /\n/.test(blank) || width >= WIDE_AT_LEAST;
  return isChoice && !isWide ? null : { kind: 'redaction' };
}

/** Codes in round brackets cite as often as they stand for something: `the Act ((b)(1))`, `(E.O. 13526, 3.3(b)(1))`. */
function isCitedAside(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    /(?:act|order|exemption|section|paragraph|rule|law|code|foia)\s*$/iu.test(before) ||
    /^[^\S\n]*of\s/.test(text.slice(end, end + 5))
  );
}

/** `[████      ] 40 %` tells how far something has come. */
const isProgress = (inside: string, after: string): boolean =>
  /[^\S\n]{3,}$|^[^\S\n]{3,}/.test(inside) || /\]\s?\d{1,3}\s?%/.test(after);
