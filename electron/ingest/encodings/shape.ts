/**
 * What a character beyond ASCII costs where it stands, whatever the language: signs in the middle of a word, capitals
 * after small letters, alphabets mixed in a word. Costs are negative natural logarithms of rough probabilities; only
 * their order and their distance to the cost of a letter (2 to 6) matter.
 */

/** A letter that the language does not have. */
export const FOREIGN_LETTER = 13;
const NOT_A_CHARACTER = 13;
const CAPITAL_IN_WORD = 6;
const CAPITAL_AT_HEAD = 1.5;
const MIXED_SCRIPTS = 8;
const OUT_OF_PLACE = 11;
const IN_PLACE = 4.5;

type Kind =
  | 'letter'
  | 'quote'
  | 'apostrophe'
  | 'opener'
  | 'dash'
  | 'unit'
  | 'mark'
  | 'line'
  | 'blank'
  | 'rare'
  | 'none';

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['letter', /[\p{L}\p{M}]/u],
  ['blank', /\u00A0/],
  ['apostrophe', /’/],
  ['quote', /[«»„“”‘‚‹›]/],
  ['opener', /[¿¡]/],
  ['dash', /[–—―]/],
  ['unit', /[§°№€£¢¥©®™½¼¾²³¹×÷±†‡‰¶¤₪฿]/],
  ['mark', /[…•·\u00AD]/],
  ['line', /[\u2500-\u259F\u25A0]/],
  ['none', /[\u0080-\u009F\uFFFD\p{Co}\p{Cn}]/u],
];

export interface Sign {
  readonly kind: Kind;
  /** UTF-16 unit of the lower-case letter; 0 for what is no letter. */
  readonly letter: number;
  readonly isCapital: boolean;
  readonly isHigh: boolean;
  readonly script: number;
  readonly char: string;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
];

export function signOf(char: string): Sign {
  // Both ordinal signs are letters to Unicode and signs to everyone else.
  const kind: Kind = /[ªº]/.test(char) ? 'unit' : (KINDS.find(([, pattern]) => pattern.test(char))?.[0] ?? 'rare');
  const lower = char.toLowerCase();
  const isWord = kind === 'letter';
  return {
    kind,
    letter: isWord ? (lower.normalize('NFC').charCodeAt(0) ?? 0) : 0,
    isCapital: isWord && lower !== char,
    isHigh: char > '\u007F',
    script: isWord ? SCRIPTS.findIndex((pattern) => pattern.test(char)) : -1,
    char,
  };
}

/** @param before and `after` are null at the ends of the piece. */
export function shapeCost(sign: Sign, before: Sign | null, after: Sign | null): number {
  const afterWord = before !== null && before.kind === 'letter';
  const beforeWord = after !== null && after.kind === 'letter';
  if (sign.kind === 'letter') return letterCost(sign, before);
  if (!sign.isHigh) return 0;
  switch (sign.kind) {
    case 'blank':
      return 5;
    case 'apostrophe':
      return afterWord ? 3.5 : beforeWord ? 6 : 8;
    case 'quote':
      return afterWord && beforeWord ? OUT_OF_PLACE : IN_PLACE;
    case 'opener':
      return beforeWord && !afterWord ? IN_PLACE : OUT_OF_PLACE;
    case 'dash':
      return afterWord !== beforeWord ? 9 : afterWord ? 6 : IN_PLACE;
    case 'mark':
      return afterWord && beforeWord ? 8 : 6;
    case 'unit':
      return beforeWord ? OUT_OF_PLACE : 7;
    case 'line':
      if (before?.kind === 'line') return before.char === sign.char ? 0.5 : 4;
      return afterWord || beforeWord ? OUT_OF_PLACE : 8;
    case 'none':
      return NOT_A_CHARACTER;
    default:
      return OUT_OF_PLACE;
  }
}

function letterCost(sign: Sign, before: Sign | null): number {
  // What is ASCII reads alike in every set.
  if (!sign.isHigh && !before?.isHigh) return 0;
  if (before?.kind !== 'letter') return sign.isHigh && sign.isCapital ? CAPITAL_AT_HEAD : 0;
  const mixed = sign.script !== before.script ? MIXED_SCRIPTS : 0;
  return mixed + (sign.isCapital && !before.isCapital ? CAPITAL_IN_WORD : 0);
}
