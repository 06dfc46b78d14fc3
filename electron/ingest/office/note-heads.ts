/** How notes and comments begin: with what says where they belong. Without words of any language. */
import { inlineOf, type Origin } from './inline-text.js';
import type { WrittenBlock } from './written-block.js';

/** @returns `[Ana Bell, 2019-03-01, “the ferry”] ` with what of it is known. @param quoted the words that are commented on. */
export function commentHead(author: string, date: string, quoted: string): string {
  const parts = [author.trim(), date.slice(0, 10), quoted === '' ? '' : `“${quoted}”`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `[${parts.join(', ')}] `;
}

/** Puts the head before the first block. Programs write a space between the number of a note and its text. */
export function withHead(head: string, origin: Origin, blocks: readonly WrittenBlock[]): WrittenBlock[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  const inline = inlineOf(head, origin);
  inline.append(first.inline.withoutLead());
  return [{ kind: { kind: 'paragraph' }, inline }, ...rest];
}
