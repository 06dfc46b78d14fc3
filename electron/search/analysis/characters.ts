/** What each character is to the tokenizer, in a table filled as characters turn up: no expression per character. */

/** Letters and numbers other than digits. */
export const LETTER = 1;
export const DIGIT = 2;
/** Letters of scripts that are written without blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
export const UNSPACED = 3;
/** Accents, vowel signs and the like: part of the letter before them. */
export const MARK = 4;
/** Soft hyphens, zero-width characters, direction marks: inside a word part of it, at its edges not. */
export const INVISIBLE = 5;
/** Apostrophes and middle dots: between two letters part of one word, which is indexed whole and in its parts. */
export const APOSTROPHE = 6;
export const DOT = 7;
export const HYPHEN = 8;
/** Signs of paths, codes, addresses and file names, which join words to a compound. */
export const GLUE = 9;
export const COMMA = 10;
export const COLON = 11;
/** Brackets, quotation marks, symbols: they part words where no blank stands. */
export const SIGN = 12;
/** White space, dashes, the ellipsis. */
export const BLANK = 13;

/** Kinds of single units; 0: not met yet. */
const known = new Uint8Array(0x10000);

/** @returns the kind of the character that begins at `at`; a lone half of a character is a `SIGN`. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = known[unit];
  if (kind) return kind;
  if (unitsAt(text, at) === 2) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const found = kindOf(String.fromCharCode(unit));
  // Halves stay out of the table: what they are depends on the other half.
  if ((unit & 0xf800) !== 0xd800) known[unit] = found;
  return found;
}

/** @returns how many units the character that begins at `at` takes, 1 or 2. */
export function unitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** Whether a letter or digit of a script with blanks between words begins at `at`. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && kindAt(text, at) <= DIGIT;
}

/** @returns where the row of letters and digits ends that begins at `at`. The innermost loop of reading. */
export function lettersEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const kind = known[text.charCodeAt(end)] as number;
    if (kind === LETTER || kind === DIGIT) end += 1;
    else if (kind !== 0 || kindAt(text, end) > DIGIT) break;
    else end += unitsAt(text, end);
  }
  return end;
}

/** @returns where the character that begins at `at` ends with its marks. */
export function clusterEnd(text: string, at: number): number {
  let end = at + unitsAt(text, at);
  while (end < text.length && kindAt(text, end) === MARK) end += unitsAt(text, end);
  return end;
}

/** Whether the word is a single character of a script without blanks, with its marks. */
export const isOneUnspaced = (word: string): boolean =>
  word !== '' && kindAt(word, 0) === UNSPACED && clusterEnd(word, 0) === word.length;

/** Whether the word is a row of such characters, which is found in the middle of others as well. */
export function isUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at = clusterEnd(word, at)) if (kindAt(word, at) !== UNSPACED) return false;
  return word !== '';
}

const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const WITHOUT_BLANKS =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
// lunr splits at white space and hyphens; here every dash of Unicode is one. JavaScript counts U+FEFF as white space and
// U+0085, the line end of mainframes, not: to a reader it is the other way round.
const SEPARATES = /^[\s\p{Pd}\u0085\u2026]$/u;
const UNSEEN = /^[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]$/;
/**
 * Some are letters by name. U+0374, U+0387, U+1FBF and the like are composed to others of the list; the interpunct is
 * Catalan (col·legi), geresh and gershayim are Hebrew.
 */
const APOSTROPHES = "'`´‘’‛′ʹʻʼ·\u0374\u0387\u1FEF\u1FFD\u2027\u05F3\u05F4\uFF07";
/** Superscript numbers, which after a word call a footnote (`treaty²` is the word treaty). */
const NOTE_NUMBERS = /^[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]$/;

function kindOf(character: string): number {
  if (character < '\u0080') return asciiKind(character);
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (UNSEEN.test(character)) return INVISIBLE;
  if (character === '\u2010' || character === '\u2011') return HYPHEN;
  if (NOTE_NUMBERS.test(character)) return SIGN;
  if (/^\p{Nd}$/u.test(character)) return DIGIT;
  if (LETTER_OR_NUMBER.test(character)) return WITHOUT_BLANKS.test(character) ? UNSPACED : LETTER;
  if (/^\p{M}$/u.test(character)) return MARK;
  return SEPARATES.test(character) ? BLANK : SIGN;
}

/** For most lines the expressions with Unicode's tables need never be compiled. */
function asciiKind(character: string): number {
  if (/[a-z]/i.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  if (/\s/.test(character)) return BLANK;
  switch (character) {
    case "'":
    case '`':
      return APOSTROPHE;
    case '.':
      return DOT;
    case '-':
      return HYPHEN;
    case ',':
      return COMMA;
    case ':':
      return COLON;
    default:
      return '/@_&\\#+'.includes(character) ? GLUE : SIGN;
  }
}
