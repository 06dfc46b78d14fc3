/** How a citation stands among the words around it: its blanks, and the marks that end a sentence. Pure. */
import { type InlineContent, plainText, textRun } from './document-model.js';

export interface PlacedCitation {
  readonly set: 'as footnote' | 'inline';
  readonly citation: readonly InlineContent[];
}

const MARKS = /^[.,;:!?…،؛؟۔।。，、；：！？]+/;
const NEEDS_NO_BLANK = /[\s([{“‘«„]$/;
/** Begins a sentence of its own. */
const NEW_SENTENCE = /^[“‘«„"'([]*\p{Lu}/u;
/** `n.d.`, `D.C.`: the last stop belongs to the word. */
const ABBREVIATED = /\p{L}\.\p{L}+\.$/u;

/**
 * @param drawn what a mark stands for; null for words and for the writer's own footnotes.
 * @returns the words with inline citations among them; those that are footnotes keep their marks.
 */
export function placeCitations(
  content: readonly InlineContent[],
  drawn: (inline: InlineContent) => PlacedCitation | null,
): InlineContent[] {
  const set: InlineContent[] = [];
  const rest = [...content];
  for (let one = rest.shift(); one; one = rest.shift()) {
    const found = drawn(one);
    if (found?.set === 'as footnote') {
      moveMarks(set, rest);
      set.push(one);
    } else if (found) {
      const before = set.at(-1);
      if (before && !NEEDS_NO_BLANK.test(plainText([before]))) set.push(textRun(' '));
      set.push(...ended(found.citation, rest));
    } else set.push(one.kind === 'link' ? { ...one, content: placeCitations(one.content, drawn) } : one);
  }
  return set;
}

/**
 * Footnotes stand after the mark that ends the words, without a blank: `it [@source].` becomes `it.¹`
 * Source: Chicago Manual of Style 17, 14.26. Changes both.
 */
function moveMarks(set: InlineContent[], rest: InlineContent[]): void {
  const [before, after] = [set.pop(), rest[0]];
  if (!before) return;
  if (before.kind !== 'text') {
    set.push(before);
    return;
  }
  const [marks = ''] = after?.kind === 'text' ? (MARKS.exec(after.text) ?? []) : [];
  set.push({ ...before, text: before.text.trimEnd() + marks });
  if (after?.kind === 'text') rest[0] = { ...after, text: after.text.slice(marks.length) };
}

/**
 * The note of a style ends with a full stop. Within a sentence that goes on it has none, and beside another mark not two.
 * @returns the citation. Changes `rest` where its own stop is the abbreviation's.
 */
function ended(citation: readonly InlineContent[], rest: InlineContent[]): InlineContent[] {
  const last = citation.at(-1);
  const following = plainText(rest).trimStart();
  if (last?.kind !== 'text' || !last.text.endsWith('.') || following === '' || NEW_SENTENCE.test(following)) {
    return [...citation];
  }
  const [after] = rest;
  if (!ABBREVIATED.test(last.text)) return [...citation.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
  if (after?.kind === 'text' && /^\.(?!\.)/.test(after.text)) rest[0] = { ...after, text: after.text.slice(1) };
  return [...citation];
}
