/**
 * What a character beyond ASCII costs where it stands, whatever the language: signs in the middle of a word, capitals
 * after small letters, alphabets mixed in a word. Costs are negative natural logarithms of rough probabilities; only
 * their order and their distance to the cost of a letter (2 to 6) matter.
 */

/** A letter that the language does not have, as in a name; and one that none of the languages has. */
export const FOREIGN_LETTER = 11;
export const STRANGE_LETTER = 15;
/**
 * An ASCII letter where the language is written in another alphabet: more than in English (about 3), or Greek would be
 * the cheapest language of any text in ASCII; less than a foreign letter, or one English sentence would outweigh a page.
 */
export const LATIN_LETTER = 4.5;
const NOT_A_CHARACTER = 15;
const CAPITAL_IN_WORD = 8;
const CAPITAL_AT_HEAD = 1.5;
const MIXED_SCRIPTS = 8;
const IN_MIDDLE_OF_WORD = 14;
const OUT_OF_PLACE = 11;
const IN_PLACE = 4.5;

type CharacterKind =
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

const KINDS: readonly (readonly [CharacterKind, RegExp])[] = [
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

export interface CharacterInfo {
  readonly kind: CharacterKind;
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

export function characterInfo(char: string): CharacterInfo {
  // Both ordinal signs are letters to Unicode and signs to everyone else.
  const kind: CharacterKind = /[ªº]/.test(char)
    ? 'unit'
    : (KINDS.find(([, pattern]) => pattern.test(char))?.[0] ?? 'rare');
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
export function shapeCost(sign: CharacterInfo, before: CharacterInfo | null, after: CharacterInfo | null): number {
  const afterWord = before !== null && before.kind === 'letter';
  const beforeWord = after !== null && after.kind === 'letter';
  if (sign.kind === 'letter') return letterCost(sign, before);
  if (!sign.isHigh) return 0;
  const isInWord = afterWord && beforeWord;
  switch (sign.kind) {
    case 'blank':
      return isInWord ? 7.5 : 5;
    case 'apostrophe':
      return afterWord ? 3.5 : 6.5;
    case 'quote':
      return isInWord ? IN_MIDDLE_OF_WORD : quoteCost(sign, afterWord, beforeWord);
    case 'opener':
      return beforeWord && !afterWord ? IN_PLACE : OUT_OF_PLACE;
    case 'dash':
      return isInWord || afterWord !== beforeWord ? 9 : IN_PLACE;
    case 'mark':
      if (sign.char === '…') return isInWord ? OUT_OF_PLACE : 6;
      if (isInWord) return isCatalan(sign, before, after) ? IN_PLACE : IN_MIDDLE_OF_WORD;
      return afterWord ? 9 : 6;
    case 'unit':
      if (isInWord) return IN_MIDDLE_OF_WORD;
      return beforeWord ? OUT_OF_PLACE : afterWord ? 9 : 7;
    case 'line':
      if (before?.kind === 'line') return before.char === sign.char ? 0.5 : 5;
      return afterWord || beforeWord ? OUT_OF_PLACE : 8;
    case 'none':
      return NOT_A_CHARACTER;
    default:
      return OUT_OF_PLACE;
  }
}

/** Most languages open with these and close with those; some the other way about, none with a low one at the end. */
function quoteCost({ char }: CharacterInfo, afterWord: boolean, beforeWord: boolean): number {
  if (/[„‚]/.test(char)) return afterWord ? OUT_OF_PLACE : IN_PLACE;
  if (/[”‹›]/.test(char) && beforeWord) return 6.5;
  return IN_PLACE;
}

/** The raised point of Catalan: col·legi. */
const isCatalan = (sign: CharacterInfo, before: CharacterInfo | null, after: CharacterInfo | null) =>
  sign.char === '·' && before?.char.toLowerCase() === 'l' && after?.char.toLowerCase() === 'l';

function letterCost(sign: CharacterInfo, before: CharacterInfo | null): number {
  // What is ASCII reads alike in every set.
  if (!sign.isHigh && !before?.isHigh) return 0;
  if (before?.kind !== 'letter') return sign.isHigh && sign.isCapital ? CAPITAL_AT_HEAD : 0;
  const mixed = sign.script !== before.script ? MIXED_SCRIPTS : 0;
  return mixed + (sign.isCapital && !before.isCapital ? CAPITAL_IN_WORD : 0);
}
