/**
 * A collation as TEI P5: the text of the base with a critical apparatus in it, by parallel segmentation. The words of
 * each witness can be read from the file: what is outside of `app` is common, inside its reading is the one that names
 * it. Source: TEI P5 Guidelines, “Critical Apparatus”: The Apparatus Entry; The Parallel Segmentation Method.
 */
import { closeTag, openTag } from '../write/write-xml.js';
import type { CollationExportContent } from './collation-content.js';
import { TeiBody } from './tei-body.js';
import { teiHeader } from './tei-header.js';

const NAMESPACE = 'http://www.tei-c.org/ns/1.0';
/** BCP 47, near enough: another word would make the file invalid. */
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export function* teiOf(collation: CollationExportContent): Generator<string> {
  const language = collation.sources[collation.result.base]?.language ?? '';
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `${openTag('TEI', { xmlns: NAMESPACE })}\n`;
  yield* teiHeader(collation);
  yield `${openTag('text', { 'xml:lang': LANGUAGE.test(language) ? language : null })}\n${openTag('body')}\n${openTag('p')}`;
  yield* new TeiBody(collation).write();
  yield `${closeTag('p')}\n${closeTag('body')}\n${closeTag('text')}\n${closeTag('TEI')}\n`;
}
