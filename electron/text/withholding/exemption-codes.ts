/**
 * How exemption codes are written: sections of American executive orders, the Freedom of Information Act and the stamps
 * of its agencies, the Presidential Records Act, the JFK Act, Canada, the Netherlands. OCR reads `1` as `l` or `I` and a
 * parenthesis as a brace.
 * Sources: E.O. 12356, 12958, 13526; 5 U.S.C. 552(b); 44 U.S.C. 2204(a); 36 CFR 1256; the NARA list of redaction codes.
 */
import { joinedCodes } from './withheld.js';

const OPEN = String.raw`[({][^\S\n]?`;
const CLOSE = String.raw`[^\S\n]?[)}]`;
const PART = String.raw`[^\S\n]?${OPEN}\w{1,2}${CLOSE}`;

/** `1.4(b)`, `3.3 (b)(1)(6)`, `1.4.(c)`. */
export const ORDER_SECTION = String.raw`\d\.\d\.?${PART}(?:${PART})*`;
/** The sections that exempt, as loosely as they are written behind the name of an order: `1.4d`, `3.3b(2)`, `3.3(h)(2)`. */
export const EXEMPTING = String.raw`(?:1\.[345]\.?\s?[({]?[a-hA-H][)}]?(?:\s?\(\d{1,2}\))*|3\.[34]\.?\s?[({]?[bhBH][)}]?(?:\s?\(\d{1,2}\))+|6\.[12]\s?\(?[a-d]\)?)(?:>25\s?[Yy]rs)?`;
const UNITED_STATES_CODE = String.raw`\d+\s?U\.?\s?S\.?\s?C\.?\s?(?:§\s?|Sec(?:tion|\.)\s?)?\d+\w?(?:[^\S\n]?\(\w+\))*`;
const STATUTE = String.raw`(?:P\.?\s?L\.?\s?\d+-\d+|${UNITED_STATES_CODE})`;
/** The statute behind an exemption: `(b)(3)-P.L. 86-36`, `(b)(3):10 USC 424`, `(b)(3) NatSecAct`. */
const TAIL = String.raw`(?:[^\S\n]?[-–—:/][^\S\n]?${STATUTE}(?:\/${STATUTE})*|[^\S\n]${UNITED_STATES_CODE}|(?:[^\S\n]|-)(?:NatSecAct|CIAAct|CIA\sStatute|CIA\sAct|NSA\sAct|Deliberative\sProcess|Personal\sPrivacy|Attorney[-\s]Client)(?!\p{L}))`;
/** `(b)(1)`, `(b) (7)(C)`, `(b)(l)`; what stands apart, `(b)(1) (C)`, is the marking of a paragraph. */
export const ACT = String.raw`${OPEN}[bB]${CLOSE}[^\S\n]?${OPEN}[1-9lI]${CLOSE}(?:${OPEN}[A-Za-z]${CLOSE})*${TAIL}?`;
/** The Privacy Act: `(j)(2)`, `(k)(5)`. */
export const PRIVACY = String.raw`\((?:j\)\(2|k\)\([1-7]|d\)\(5)\)`;
/** `b(1)`, `b(7)(C)`, `b3-50 USC 403`. */
export const ACT_SHORT = String.raw`[bB]\([1-9]\)(?:\([A-Fa-f]\))?${TAIL}?`;
/** `25X1`, `25X1A9a`, `50X1-HUM`, `25X1, E.O.13526`. */
export const YEARS = String.raw`(?:25|50|75)X[1-9lI](?:[A-Z]\d{0,2}[A-Za-z]?(?!\p{L}))?(?:-(?:HUM|WMD|[Hh]uman))?(?:,\s?E\.?O\.?\s?\d{5})?`;
/** `b7C`, `b7(C)`, `B7(C)`, with the Bureau's numbers behind it: `b7C -1`. */
export const LETTER_SURE = String.raw`(?:b7(?:[A-F]|\([A-F]\))|B7\([A-F]\))(?:\s?-\d{1,2}(?!\d))?`;
/** `B1`, `b6 -1`, `B7C`, `P5`. */
export const LETTER = String.raw`(?:[bB][1-9](?:\s?-\d{1,2}(?!\d))?|B7[A-F]|P-?[1-6])`;
export const JFK = String.raw`JFK(?:\s+Act)?\s+(?:Section\s+)?(?:[56]\s?\(\d\)\s?(?:\([A-D]\))?|10\(a\)\d)`;
export const LIBRARY = String.raw`P-?[1-6]\s?\/\s?(?:[bB]\(?\d\)?|${ACT})`;
export const CANADA = String.raw`s\.\s?(?:1[3-9]|2[0-6]|69)\(\d(?:\.\d)?\)(?:\([a-z]+\))*(?:\s[-–]\sInt['’]l)?`;
/** Wob and Woo. */
export const NETHERLANDS = String.raw`(?:10\.[12]\.?[a-g]|5\.1\.[125]\.?[a-i]|\(10\)\(2[a-g]\)|5\.1\(?[125]\)?\(?[a-i]\))`;
export const STAMP = 'STATINTL|STATOTHR|STATSPEC';

const CODES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${LIBRARY}|${YEARS}|${JFK}|${ORDER_SECTION}|1\.[345][a-h]|3\.3[bh]\(\d\)|${ACT_SHORT}|${LETTER_SURE}|${LETTER}(?![\p{L}\p{N}])|${CANADA}|${NETHERLANDS}|${STAMP})|${ACT}|${PRIVACY}`,
  'gu',
);
const ORDER_NAME = /,\s?E\.?O\.?\s?\d{5}$/;

/** @returns the codes in a mark, as written, each once; null when there are none. */
export function codesIn(mark: string): string | null {
  let codes: string | null = null;
  for (const [code] of mark.matchAll(CODES)) {
    const parts = code.startsWith('P') ? code.split(/\s?\/\s?(?=[bB(])/) : [code.replace(ORDER_NAME, '')];
    for (const part of parts) codes = joinedCodes(codes, part.replace(/^JFK(?:\s+Act)?\s+(?:Section\s+)?/, '').trim());
  }
  return codes;
}

/** Words that may stand beside codes within brackets. */
const BESIDE_CODES =
  /(?<!\p{L})(?:exemptions?|exempt|ex|FOIA|FOI|PRA|section|sections|sec|see|E\.?\s?O\.?|executive order|as amended|JFK|act|and|per|under|CIA|NSA|DIA|FBI|DOS|OSD|JS|OGA|NRO|\d{5})(?!\p{L})\.?/giu;
const LONE_EXEMPTION = /^\s*(?:FOIA\s+|FOI\s+)?(?:exemptions?|ex\.)\s+([1-9](?:\([A-F]\))?|\d\d(?:\(\d\))?)\s*$/iu;
/** British FOI exemptions are sections 22 to 44. */
const BRITISH =
  /^\s*(?:(?:FOIA?\s+)?(?:s|ss|S)\.?\s?((?:2[2-9]|3\d|4[0-4])(?:\(\d\))*(?:\([a-z]\))*)|(?:FOIA?\s+)?[Ss]ection\s((?:2[2-9]|3\d|4[0-4])\(\d\)(?:\([a-z]\))*)|(?:JFK\s|Sec(?:tion|\.)?\s)?(6\([1-9l]\)))(?:\s(?:of\s(?:the\s)?)?(?:FOIA?|Freedom of Information Act(?:\s2000)?))?\s*$/u;

/** @returns the codes of brackets that hold nothing else; null when there is something else. */
export function onlyCodes(inside: string): { readonly code: string; readonly trust: 'sure' | 'possible' } | null {
  const lone =
    LONE_EXEMPTION.exec(inside)?.[1] ??
    BRITISH.exec(inside)
      ?.slice(1)
      .find((code) => code !== undefined);
  if (lone) return { code: lone, trust: 'sure' };
  const code = codesIn(inside);
  if (!code) return null;
  const rest = inside.replace(CODES, ' ').replace(BESIDE_CODES, ' ');
  if (!/^[\s,;/&.\-–:]*$/u.test(rest)) return null;
  // `[B1]` is an entry of a bibliography too, `[2.1(a)]` a number of a paragraph.
  const isOwn = code
    .split(', ')
    .some(
      (one) => !/^(?:[bB]\d(?![A-F(])|P-?\d|B7[A-F])/.test(one) && !/^(?!1\.[345]|3\.[345]|6\.)\d\.\d(?!\.)/.test(one),
    );
  return { code, trust: isOwn ? 'sure' : 'possible' };
}
