/** Characters without a shape of their own, which OCR, browsers and word processors leave inside words. */

/** Soft hyphen, zero-width characters, direction marks. */
export const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** @returns the text with only what can be seen; the same string when nothing has to go. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
