/**
 * Tags as a REFI-QDA codebook: every tag is a code that passages may bear, below its parent.
 * Source: REFI-QDA standard 1.0, Codebook exchange.
 */
import { FondsError, type Tag, type TagId, tagTree } from '../../contract/index.js';
import { closeTag, emptyTag, openTag, xmlElement } from '../../export/index.js';
import { edgeColour } from '../mark-colours.js';

export const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';
export const ORIGIN = 'Fonds';

/** `<Codes>` with all that is in it. @param tags not empty; in order of the tree. */
export function* codes(tags: readonly Tag[]): Generator<string> {
  const tree = tagTree(tags);
  const open: TagId[] = [];
  yield openTag('Codes');
  for (const { id, name, colour, description } of tree.tags) {
    for (; open.length > tree.depth(id); open.pop()) yield closeTag('Code');
    const color = colour === null ? null : edgeColour(colour);
    const isLeaf = description === '' && tree.children(id).length === 0;
    yield `\n${(isLeaf ? emptyTag : openTag)('Code', { guid: id, name, isCodable: true, color })}`;
    if (isLeaf) continue;
    yield xmlElement('Description', description);
    open.push(id);
  }
  for (; open.length > 0; open.pop()) yield closeTag('Code');
  yield `${closeTag('Codes')}\n`;
}

/** @throws FondsError NOT_FOUND when there are no tags: the format has no empty codebook. */
export function codebook(tags: readonly Tag[]): Generator<string> {
  if (tags.length === 0) {
    throw new FondsError('NOT_FOUND', 'There are no tags in this archive, and a codebook without codes is none.');
  }
  return document(tags);
}

function* document(tags: readonly Tag[]): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n${openTag('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin: ORIGIN })}`;
  yield* codes(tags);
  yield `${closeTag('CodeBook')}\n`;
}
