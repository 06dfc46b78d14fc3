/**
 * Chromium 148 writes the words of a heading that comes to stand at the edge of a page twice into its bookmark, and the
 * number of a note with them. Here they become what the heading says. Invariant: no byte of the file moves, so that its
 * table of places stays true, and a title that is not of a known heading is left alone.
 */
import { type ExportDocument, type InlineContent, plainText } from '../document/document-model.js';

const KEY = Buffer.from('/Title ');
/** A string of PDF as Skia writes it: letters of ASCII, or UTF-16 in hexadecimal. Source: ISO 32000-1, 7.3.4, 7.9.2. */
const LITERAL = /^\(((?:[^()\\]|\\[()\\nrtbf]|\\[0-7]{3})*)\)/;
const HEXADECIMAL = /^<FEFF((?:[0-9A-F]{4})*)>/i;
/** How far a title may reach, in bytes. */
const MAX_BYTES = 20_000;

/** Changes the titles of bookmarks in `pdf`. */
export function mendOutline(pdf: Uint8Array, { title, blocks }: Pick<ExportDocument, 'title' | 'blocks'>): void {
  const headings = new Map<string, string>(
    [title, 'Notes', 'Bibliography'].map((words) => [spaced(words), spaced(words)]),
  );
  for (const block of blocks) {
    if (block.kind === 'heading') headings.set(spaced(drawnText(block.content)), spaced(plainText(block.content)));
  }
  const wanted = (words: string): string | null => {
    const known = headings.get(words);
    if (known !== undefined) return known;
    const half = words.slice(0, words.length / 2);
    return words === half + half ? (headings.get(half) ?? null) : null;
  };
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  for (let at = bytes.indexOf(KEY); at >= 0; at = bytes.indexOf(KEY, at + KEY.length)) {
    const start = at + KEY.length;
    const here = bytes.toString('latin1', start, start + MAX_BYTES);
    const [whole, inside = ''] = LITERAL.exec(here) ?? HEXADECIMAL.exec(here) ?? [];
    if (whole === undefined) continue;
    const isLiteral = whole.startsWith('(');
    const mended = wanted(isLiteral ? fromLiteral(inside) : fromHexadecimal(inside));
    if (mended === null) continue;
    const written = isLiteral ? toLiteral(mended) : toHexadecimal(mended);
    if (written.length <= whole.length) bytes.write(written.padEnd(whole.length), start, 'latin1');
  }
}

const spaced = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The words of a heading as they are drawn, with the numbers of its notes. */
const drawnText = (content: readonly InlineContent[]): string =>
  content.map((one) => (one.kind === 'footnote' ? String(one.index + 1) : plainText([one]))).join('');

const fromLiteral = (inside: string): string =>
  inside.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
const toLiteral = (words: string): string => `(${words.replace(/[()\\]/g, '\\$&')})`;

const fromHexadecimal = (inside: string): string =>
  (inside.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
const toHexadecimal = (words: string): string =>
  `<FEFF${[...Array(words.length).keys()].map((index) => words.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')).join('')}>`;
