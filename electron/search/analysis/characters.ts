/** What each character is to the tokenizer, in a table filled as characters turn up: no expression per character. */

/** Letters and numbers other than digits. */
export const LETTER = 1;
export const DIGIT = 2;
/** Accents, vowel signs and the like: part of the letter before them. */
export const MARK = 3;
/** Punctuation, symbols, invisible characters: inside a word part of it, at its edges not. */
export const OTHER = 4;
/** White space, dashes, the ellipsis. */
export const SEPARATOR = 5;
export const SLASH = 6;
export const DOT = 7;
/** Signs that end a word where a blank was forgotten: commas, colons, brackets, quotation marks. */
export const STOP = 8;

/** Kinds of single units; 0: not met yet. */
const known = new Uint8Array(0x10000);

/** @returns the kind of the character that begins at `at`; a lone half of a character is `OTHER`. */
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

const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
// lunr splits at white space and hyphens; here every dash of Unicode is one. JavaScript counts U+FEFF as white space and
// U+0085, the line end of mainframes, not: to a reader it is the other way round.
const SEPARATES = /^[\s\p{Pd}\u0085\u2026]$/u;
/**
 * Letters by name only: apostrophes and primes, which fold to ' and must go at the edges like it; superscript numbers,
 * which after a word call a footnote (`treaty²` is the word treaty).
 */
const NOT_OF_A_WORD = /^[\u02B9\u02BB\u02BC\u0374\u00B2\u00B3\u00B9\u2070\u2074-\u2079]$/u;

// U+037E is the Greek question mark, which is a semicolon once composed.
const STOPS = ',;:!?()[]"“”„‟«»\u037E';

function kindOf(character: string): number {
  if (character === '/') return SLASH;
  if (character === '.') return DOT;
  if (STOPS.includes(character)) return STOP;
  if (character < '\u0080') return asciiKind(character);
  if (NOT_OF_A_WORD.test(character) || character === '\uFEFF') return OTHER;
  if (/^\p{Nd}$/u.test(character)) return DIGIT;
  if (LETTER_OR_NUMBER.test(character)) return LETTER;
  if (/^\p{M}$/u.test(character)) return MARK;
  return SEPARATES.test(character) ? SEPARATOR : OTHER;
}

/** The rest of ASCII: for most lines the expressions with Unicode's tables need never be compiled. */
function asciiKind(character: string): number {
  if (/[a-z]/i.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  return /[\s-]/.test(character) ? SEPARATOR : OTHER;
}
