/** Words that may stand in XML. Source: XML 1.0, section 2.2. */

/** XML has no control characters: a file with one does not open. They become U+FFFD. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
