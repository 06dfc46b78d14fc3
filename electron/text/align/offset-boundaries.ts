/** What a place between two units of a text parts. Offsets are UTF-16. */

const WORD = /[\p{L}\p{M}\p{N}\p{Cf}\p{Cs}]/u;

/** Whether a place parts two letters of a word; true between the halves of a surrogate pair. */
export function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
}

/** Whether a place parts the halves of a surrogate pair. */
export function isInPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
