/** Tells prose from the labels of a website, by the letters alone. Lengths are UTF-16 units, white space collapsed. */

/** A sentence as short as this outside an article is more often a label or a slogan than a text. */
const MIN_PROSE_UNITS = 40;
/** Within an article, where anything may be evidence. */
const MIN_SENTENCE_UNITS = 20;

/** Scripts without blanks say in one sign what takes Latin letters about three. */
const DENSE_SIGNS = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/g;
const SENTENCE_END = /[.!?…:;։۔؟।]["'”’»)\]]*(?:\s|$)|[。！？]/;
const ENDS_AS_SENTENCE = /[.!?…։۔؟।。！？]["'”’»)\]]*(?:\s*\[?\d{0,3}\]?)$/;

const weight = (text: string) => text.length + 2 * (text.match(DENSE_SIGNS)?.length ?? 0);

/** @param text on one line. */
export const isProse = (text: string): boolean => weight(text) >= MIN_PROSE_UNITS && SENTENCE_END.test(text);

/** @param text on one line. @returns whether it ends as sentences end; headlines and labels do not. */
export const isSentence = (text: string): boolean =>
  weight(text) >= MIN_SENTENCE_UNITS && ENDS_AS_SENTENCE.test(text.slice(-20));

/** A number or sign at the head of a note, and words behind it: `1. Port archive`, `[2] Letter`, `* Translated`. */
export const beginsAsNote = (text: string): boolean =>
  text.length >= MIN_SENTENCE_UNITS &&
  /^(?:\[\s?(?:\d{1,3}|[a-z])\s?\]|\(\d{1,3}\)|\d{1,3}[.)]?\s|[*†‡§¶]{1,3}\s?|[¹²³⁰⁴-⁹]{1,3}\s?|\^\s?)\s*\p{L}/iu.test(
    text.slice(0, 40),
  );

const LEGAL = /©|\(c\)\s?\d{4}|\bcopyright\b|\ball rights reserved\b|\bprivacy policy\b|\bterms of (?:use|service)\b/i;
const COOKIES = /\bcookies?\b/i;
const ASKS = /\b(?:we use|uses? cookies|this (?:web)?site|by (?:continuing|clicking|using)|accept|consent|agree)\b/i;

/** Longer than these, a text is about copyright or cookies. */
const MAX_LEGAL_UNITS = 300;
const MAX_NOTICE_UNITS = 1_000;

export const isLegalLine = (text: string): boolean => text.length <= MAX_LEGAL_UNITS && LEGAL.test(text);
export const isCookieNotice = (text: string): boolean =>
  text.length <= MAX_NOTICE_UNITS && COOKIES.test(text) && ASKS.test(text);
