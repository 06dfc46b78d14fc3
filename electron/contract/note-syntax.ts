/**
 * How a note names what it cites and links to, in plain Markdown: `[@source:ID, p. 3]` and `[@passage:ID]` are Pandoc
 * citations whose passage is an annotation; `[[note:ID|Title]]` and `[[tag:ID|Name]]` are links. Pure; both ends read it.
 */
import type { AnnotationId, NoteId, SourceId, TagId } from './ids.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export type NoteKey =
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'passage'; readonly id: AnnotationId }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'tag'; readonly id: TagId };
export type NoteKeyKind = NoteKey['kind'];

/** One thing of one citation: `see @source:ID, p. 3` has a prefix, a key and a locator. */
export interface CitedItem {
  readonly key: Extract<NoteKey, { kind: 'source' | 'passage' }>;
  /** Words before the key and after it, trimmed, without the comma; '' when there are none. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A citation or a link of a note. `[start, end)` in UTF-16 units of the Markdown. */
export type NoteMark =
  | { readonly kind: 'citation'; readonly start: number; readonly end: number; readonly items: readonly CitedItem[] }
  | {
      readonly kind: 'link';
      readonly start: number;
      readonly end: number;
      readonly key: Extract<NoteKey, { kind: 'note' | 'tag' }>;
      /** As it stands in the Markdown; the thing itself may have been renamed since. */
      readonly label: string;
    };

const CITATION = new RegExp(`\\[([^\\[\\]\\n]*@(?:source|passage):${UUID}[^\\[\\]\\n]*)\\]`, 'g');
const LINK = new RegExp(`\\[\\[(note|tag):(${UUID})(?:\\|([^\\[\\]\\n]*))?\\]\\]`, 'g');
const ITEM = new RegExp(`^(.*?)@(source|passage):(${UUID})(.*)$`);

export const citationKey = (kind: 'source' | 'passage', id: string): string => `@${kind}:${id}`;
/** @param locator such as `p. 3`; '' for none. */
export const citationMark = (kind: 'source' | 'passage', id: string, locator: string): string =>
  `[${citationKey(kind, id)}${locator === '' ? '' : `, ${locator}`}]`;
export const linkMark = (kind: 'note' | 'tag', id: string, label: string): string =>
  `[[${kind}:${id}|${label.replace(/[[\]|\n]+/g, ' ').trim()}]]`;

/** The items of a citation: words between semicolons that name nothing belong to the item before, or to the first. */
function itemParts(citation: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const part of citation.split(';')) {
    if (ITEM.test(part)) {
      parts.push(before + part);
      before = '';
    } else if (parts.length > 0) parts.push(`${parts.pop()};${part}`);
    else before += `${part};`;
  }
  return parts;
}

/** Citations and links of a note, in the order of the text. Whoever draws or exports code blocks leaves those in them out. */
export function noteMarks(markdown: string): NoteMark[] {
  const marks: NoteMark[] = [];
  for (const match of markdown.matchAll(CITATION)) {
    const items = itemParts(match[1] ?? '').map((part): CitedItem => {
      const [, prefix = '', kind, id, suffix = ''] = ITEM.exec(part) ?? [];
      const key = { kind, id } as CitedItem['key'];
      return { key, prefix: prefix.trim(), suffix: suffix.replace(/^\s*,?\s*/, '').trim() };
    });
    marks.push({ kind: 'citation', start: match.index, end: match.index + match[0].length, items });
  }
  for (const match of markdown.matchAll(LINK)) {
    const key = { kind: match[1], id: match[2] } as Extract<NoteKey, { kind: 'note' | 'tag' }>;
    const label = match[3] ?? '';
    marks.push({ kind: 'link', start: match.index, end: match.index + match[0].length, key, label });
  }
  return marks.sort((a, b) => a.start - b.start);
}
