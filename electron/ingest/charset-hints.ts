/**
 * Corrects the statistics of chardet where they are known to fail: it has no model of Serbian, Croatian and Bosnian, in
 * either script, and takes them for Western European. Looks only at bytes; says nothing when it is not sure.
 */

/** Bytes of š ž č ć đ and their capitals. Both character sets agree on the last three. */
const SHARED_LETTERS = new Map([
  [0xc8, 'č'],
  [0xe8, 'č'],
  [0xc6, 'ć'],
  [0xe6, 'ć'],
  [0xd0, 'đ'],
  [0xf0, 'đ'],
]);
const WINDOWS_1250_LETTERS = new Map([[0x8a, 'š'], [0x9a, 'š'], [0x8e, 'ž'], [0x9e, 'ž'], ...SHARED_LETTERS]);
const ISO_8859_2_LETTERS = new Map([[0xa9, 'š'], [0xb9, 'š'], [0xae, 'ž'], [0xbe, 'ž'], ...SHARED_LETTERS]);

/** No-break space, quotation marks, dashes, the ellipsis: the same in all Windows character sets. */
const PUNCTUATION = new Set([0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xab, 0xad, 0xbb]);

/** A foreign name or two may stand among them. */
const SURE_SHARE = 0.95;

/** @returns the character set of a South Slavic text in Latin script, or null when it does not look like one. */
export function southSlavicLatin(bytes: Uint8Array): 'windows-1250' | 'ISO-8859-2' | null {
  if (isWrittenIn(bytes, WINDOWS_1250_LETTERS)) return 'windows-1250';
  if (isWrittenIn(bytes, ISO_8859_2_LETTERS)) return 'ISO-8859-2';
  return null;
}

function isWrittenIn(bytes: Uint8Array, letters: ReadonlyMap<number, string>): boolean {
  const seen = new Set<string>();
  let own = 0;
  let other = 0;
  for (const byte of bytes) {
    if (byte < 0x80 || PUNCTUATION.has(byte)) continue;
    const letter = letters.get(byte);
    if (letter) seen.add(letter);
    if (letter) own += 1;
    else other += 1;
  }
  // One letter alone proves nothing: French has è, Danish has æ, where these have č and ć.
  return seen.size >= 2 && own / (own + other) >= SURE_SHARE;
}

/** In Latin script letters beyond ASCII stand alone; in any other they stand in whole words. */
export function isWrittenBeyondLatin(bytes: Uint8Array): boolean {
  let high = 0;
  let inWords = 0;
  let run = 0;
  for (let index = 0; index <= bytes.length; index += 1) {
    if ((bytes[index] ?? 0) >= 0x80) {
      run += 1;
      continue;
    }
    high += run;
    if (run >= 3) inWords += run;
    run = 0;
  }
  return high > 0 && inWords / high > 0.6;
}

/** Names of chardet's Western and Central European guesses. */
export const isLatinCharset = (name: string) => /^(?:windows-125[02478]|ISO-8859-(?:1|2|9))$/i.test(name);
