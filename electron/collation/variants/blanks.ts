/**
 * White space is no difference: what is compared of a reading. A blank counts only where it parts two words; beside a
 * sign, or beside a letter of a script that parts no words, there may be one or none.
 */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[${UNSPACED}]]`;
const BLANKS = new RegExp(String.raw`(?<=${LETTER})(\s+)(?=${LETTER})|\s+`, 'gv');

/** The words and signs, with one blank wherever two words meet and none elsewhere. */
export const withoutMereBlanks = (written: string): string =>
  written.replace(BLANKS, (_blanks, parting: string | undefined) => (parting === undefined ? '' : ' '));
