/**
 * A quotation as Markdown: the words of a source, word for word, with the citation of their place below. Lines that a
 * typewriter or a scan broke are filled; verse, addresses and lists keep theirs.
 */
import { type AnnotationId, citationMark, noteMarks } from '../contract/index.js';
import { type MdastParagraph, type MdastPhrasing, writeMarkdown } from './markdown-tree.js';

export interface QuotedPassage {
  readonly annotationId: AnnotationId;
  readonly words: string;
  /** The text they are from: it shows how the source itself writes a word that is broken at the end of a line. */
  readonly from: string;
  /** Such as `p. 3`; '' when the text has no pages. */
  readonly locator: string;
}

/** @returns a block quotation and, apart from it, the citation; without blank lines around. */
export function quotation({ annotationId, words, from, locator }: QuotedPassage): string {
  const mark = citationMark('passage', annotationId, locator);
  const quoted = blockQuotation(words, from);
  return quoted === '' ? mark : `${quoted}\n\n${mark}`;
}

function blockQuotation(words: string, from: string): string {
  const paragraphs = words
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => paragraph.split(/[\n\f\v]+/).flatMap((line) => line.replace(/\s+/g, ' ').trim() || []))
    .filter((lines) => lines.length > 0)
    .map(
      (lines): MdastParagraph => ({
        type: 'paragraph',
        children: isVerse(lines) ? verse(lines) : [filled(lines, from)],
      }),
    );
  if (paragraphs.length === 0) return '';
  const markdown = writeMarkdown({ type: 'blockquote', children: paragraphs }).trimEnd();
  // A document whose words look like a citation of a note must not become one.
  return noteMarks(markdown).length > 0 ? markdown.replace(/\\?\[/g, '&#91;') : markdown;
}

const LONGEST_VERSE = 60;
const VERSE_BEGINS = /^[\p{Lu}\p{Lt}\p{N}"'“”„«»‘’‚(—–•*-]/u;

/** Short lines that all begin like a line of their own. */
const isVerse = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.every((line) => line.length <= LONGEST_VERSE && VERSE_BEGINS.test(line));

const verse = (lines: readonly string[]): MdastPhrasing[] =>
  lines.flatMap((value, at): MdastPhrasing[] => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', value },
  ]);

const BROKEN = /([\p{L}\p{M}]+)[-\u00AD\u2010]$/u;

function filled(lines: readonly string[], from: string): MdastPhrasing {
  let value = '';
  for (const line of lines) {
    const head = BROKEN.exec(value);
    const tail = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0];
    if (value === '') value = line;
    else if (!head || tail === undefined) value = `${value} ${line}`;
    // Where the source writes the word with its hyphen elsewhere, the hyphen is the word's and not the line's.
    else if (from.includes(`${head[1]}-${tail}`)) value = `${value}${line}`;
    else value = `${value.slice(0, -1)}${line}`;
  }
  return { type: 'text', value };
}

/**
 * Puts a block on lines of its own, with the blank lines that Markdown needs around it.
 * @param at UTF-16 offset; moved behind a citation or link that it would break. Null: at the end.
 * @returns the new body, and `[start, end)` of what was put in, blank lines included.
 */
export function withBlock(
  body: string,
  block: string,
  at: number | null,
): { readonly body: string; readonly inserted: readonly [number, number] } {
  const place = whole(body, at ?? body.length);
  const [before, after] = [body.slice(0, place), body.slice(place)];
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const isLast = after.trim() === '';
  const gap = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const text = `${lead}${block}${isLast ? (after === '' ? '\n' : '') : gap}`;
  return { body: before + text + after, inserted: [place, place + text.length] };
}

function whole(body: string, at: number): number {
  const mark = noteMarks(body).find(({ start, end }) => start < at && at < end);
  const place = mark?.end ?? at;
  const [before, after] = [body.charCodeAt(place - 1), body.charCodeAt(place)];
  const isInPair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return isInPair ? place + 1 : place;
}
