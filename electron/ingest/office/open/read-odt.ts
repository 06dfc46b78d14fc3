/** Reader of OpenDocument texts. */
import type { ReadBytes } from '../../parsed-file.js';
import type { Origin } from '../inline-text.js';
import { descendantsOf } from '../xml-tree.js';
import { OpenBody } from './open-body.js';
import { type OpenDocument, openDocument } from './open-document.js';

export const readOdt: ReadBytes = async (bytes) => {
  const document = await openDocument(bytes, 'office:text');
  const { context, body, finish } = document;
  writeAround(document, ['style:header', 'style:header-first', 'style:header-left'], 'header');
  for (const { kind, inline } of new OpenBody(context).blocks(body)) context.writer.block(kind, inline);
  for (const { kind, inline } of context.notes) context.writer.block(kind, inline);
  writeAround(document, ['style:footer', 'style:footer-first', 'style:footer-left'], 'footer');
  return finish();
};

function writeAround({ context, styles }: OpenDocument, names: readonly string[], origin: Origin): void {
  const known = new Set<string>();
  for (const name of names) {
    for (const element of descendantsOf(styles, name)) {
      if (element.attributes['style:display'] === 'false') continue;
      const blocks = new OpenBody(context, origin).blocks(element).filter(({ inline }) => !inline.isBlank);
      const text = blocks.map(({ inline }) => inline.text).join('\n');
      if (blocks.length === 0 || known.has(text)) continue;
      known.add(text);
      context.writer.mark(origin);
      for (const { inline } of blocks) context.writer.block({ kind: 'paragraph' }, inline);
    }
  }
}
