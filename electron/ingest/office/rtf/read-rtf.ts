/** Reader of Rich Text Format. An own one, because those that there are lose the character sets of the fonts. */
import { t } from '../../../wording/index.js';
import type { ReadBytes } from '../../parsed-file.js';
import { suggestionsOf } from '../core-properties.js';
import { DocumentWriter } from '../document-writer.js';
import type { WrittenBlock } from '../written-block.js';
import { RtfDocument } from './rtf-document.js';
import { rtfTokens } from './rtf-tokens.js';

export const readRtf: ReadBytes = async (bytes) => {
  const writer = new DocumentWriter();
  const document = new RtfDocument(writer);
  for (const token of rtfTokens(bytes)) document.take(token);
  const { isUnfinished } = document;
  const body = document.finish();
  writeAround(writer, document.headers, 'header');
  for (const { kind, inline } of [...body, ...document.notes]) writer.block(kind, inline);
  writeAround(writer, document.footers, 'footer');
  if (isUnfinished) {
    writer.builder.remarks.push(t('The file ends in the middle of its text: it was cut off. What is there was read.'));
  }
  const { title, author, created } = document;
  return writer.finish(
    t('This document holds no text. If its pages are pictures, print it to PDF and import that.'),
    {},
    suggestionsOf({ title, creators: [author], created }),
  );
};

/** Sections repeat the headers of those before. */
function writeAround(writer: DocumentWriter, all: readonly WrittenBlock[][], origin: 'header' | 'footer'): void {
  const known = new Set<string>();
  for (const blocks of all) {
    const text = blocks.map(({ inline }) => inline.text).join('\n');
    if (known.has(text)) continue;
    known.add(text);
    writer.mark(origin);
    for (const { kind, inline } of blocks) writer.block(kind, inline);
  }
}
