/** What must be known of an HTML file before it is parsed: its declared charset, and that parsing it will end. */
import { fileUnreadable } from './parsed-file.js';

const HEAD_BYTES = 4096;

/** @returns the charset of a `meta` or an XML declaration among the first 4 KB, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const match =
    /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head);
  return match?.[1] ?? null;
}

/** Browsers stop at 512 levels. The parser's work grows with the square of the depth: at 100,000 it would not end. */
const MAX_DEPTH = 2_000;

/** Elements that never hold others, and those whose end may be left out in ordinary pages. */
const NOT_NESTING = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr frame basefont bgsound keygen ' +
    'p li dt dd tr td th option optgroup thead tbody tfoot colgroup rt rp html head body'
  ).split(' '),
);
const TAG = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|xmp)\b[\s\S]*?(?:<\/\1|$)|<(\/?)([a-z][a-z0-9:-]*)/gi;

/** @throws FondsError `FILE_UNREADABLE` when elements are nested deeper than any real page nests them. */
export function checkNesting(html: string): void {
  let depth = 0;
  for (const [, , slash, name] of html.matchAll(TAG)) {
    if (!name || NOT_NESTING.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) {
      throw fileUnreadable(
        `This page nests its elements more than ${MAX_DEPTH.toLocaleString('en-GB')} levels deep, which no ordinary page does. Open it in a browser, save it as text or PDF, and import that.`,
      );
    }
  }
}
