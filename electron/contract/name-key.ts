/** Names are compared without case and accents. Pure. */

/** Matches a person's typing: case and accents are ignored. */
export const foldedKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .trim();
