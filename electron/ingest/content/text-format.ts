/** Formats of text, told by how they are written: HTML by its tags, Markdown by its marks, anything else plain. */

export type TextFormat = 'html' | 'markdown' | 'text';

/** How much of the shape must speak for it: a name that fits is a witness of its own. */
const PROLOG = /^(?:\s+|<\?xml[^>]{0,300}\?>|<!--[\s\S]*?-->)/;
const PAGE = /^<(?:!doctype\s+html|html|head|body|frameset)(?=[\s>])/i;
const FRAGMENT =
  /^<(?:title|meta|link|script|style|table|div|p|h[1-6]|ul|ol|article|section|center|font|main|header)(?=[\s>/])/i;
const CLOSING = /<\/(?:title|table|tr|td|div|p|h[1-6]|ul|ol|li|article|section|center|font|main|header|a|b|i)\s*>/gi;
const ANY_MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!doctype|<!--|&(?:[a-z]+|#\d+);/i;

/** @returns what of a text stands behind byte order marks, white space, comments and the head of an XML file. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\uFEFF|^\xef\xbb\xbf/, '');
  for (let found = PROLOG.exec(rest); found; found = PROLOG.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** Whether it says at its beginning that it is a page. */
export const isHtmlPage = (text: string): boolean => PAGE.test(withoutProlog(text));

/** Whether it is a piece of a page: it begins with an element, and several are closed. */
export function isHtmlFragment(text: string): boolean {
  return FRAGMENT.test(withoutProlog(text)) && (text.match(CLOSING)?.length ?? 0) >= 2;
}

/** Whether there is any markup at all; a file called HTML without any is none. */
export const holdsMarkup = (text: string): boolean => ANY_MARKUP.test(text);

/** A heading as the first line. */
const TITLE = /^\s*#{1,6} [^\n]+\n[^\S\n]*(?:\n|$)|^\s*[^\s#>*-][^\n]*\n(?:={3,}|-{3,})[^\S\n]*\n/;
/** Marks of which two kinds make a text Markdown: one alone stands in plain texts, too. */
const MARKS: readonly RegExp[] = [
  /^---\n(?:[\w-]+:[^\n]*\n|[^\S\n]+[^\n]*\n|- [^\n]*\n)+---[^\S\n]*(?:\n|$)/,
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]+\]\([^)\s]+\)|^\[[^\]\n]+\]: \S/m,
  /\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/,
  /^[-*+] \S[^\n]*\n(?:\s*\n)?[-*+] \S/m,
  /^\|[^\n]+\|[^\S\n]*\n\|[ :|-]+\|/m,
];

export function isMarkdown(text: string): boolean {
  const plain = text.replace(/^\uFEFF|^\xef\xbb\xbf/, '').replace(/\r\n?/g, '\n');
  return TITLE.test(plain) || MARKS.filter((mark) => mark.test(plain)).length >= 2;
}
