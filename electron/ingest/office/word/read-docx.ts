/**
 * Reader of Word documents (Office Open XML). It goes over the parts itself: mammoth, which reads their structure well,
 * leaves out deletions, headers and footers in silence.
 */
import { t } from '../../../wording/index.js';
import { fileUnreadable, type ReadBytes } from '../../parsed-file.js';
import { openContainer } from '../../zip/read-container.js';
import { suggestionsOf } from '../core-properties.js';
import { DocumentWriter } from '../document-writer.js';
import type { Origin } from '../inline-text.js';
import { descendantsOf, elementsOf, type OfficeXmlElement, xmlPart } from '../xml-tree.js';
import { coreProperties, mainPart, relationshipsOf, remarkOnPackage } from './package-parts.js';
import { WordBody, type WordContext } from './word-body.js';
import { WordNotes } from './word-notes.js';
import { WordNumbering } from './word-numbering.js';
import { WordStyles } from './word-styles.js';

export const readDocx: ReadBytes = async (bytes) => {
  const container = await openContainer(bytes);
  const name = await mainPart(container, 'word/document.xml');
  const root = await xmlPart(container, name);
  const bodies = [...elementsOf(root, 'w:body')];
  if (bodies.length === 0)
    throw fileUnreadable(t('This file holds no Word document. Open it in Word, save it again, and import that.'));
  const relationships = await relationshipsOf(container, name);
  const part = async (type: string) => {
    const found = relationships.find((one) => one.type === type && !one.isExternal);
    return found ? xmlPart(container, found.target) : null;
  };
  const writer = new DocumentWriter();
  const notes = new WordNotes(
    { footnotes: await part('footnotes'), endnotes: await part('endnotes'), comments: await part('comments') },
    writer,
  );
  const context: WordContext = {
    writer,
    styles: new WordStyles(await part('styles')),
    numbering: new WordNumbering(await part('numbering')),
    notes,
  };
  notes.writeWith((element, origin) => new WordBody(context, origin).blocks(element));

  const around = async (reference: string, origin: Origin) => {
    const known = new Set<string>();
    for (const { attributes } of descendantsOf(root, reference)) {
      const found = relationships.find(({ id }) => id === attributes['r:id']);
      const content = found && !found.isExternal ? await xmlPart(container, found.target) : null;
      if (content) writeAround(context, content, origin, known);
    }
  };
  await around('w:headerReference', 'header');
  // One is all that the format knows; programs have written more.
  for (const body of bodies) {
    for (const { kind, inline } of new WordBody(context).blocks(body)) writer.block(kind, inline);
  }
  for (const { kind, inline } of notes.blocks()) writer.block(kind, inline);
  await around('w:footerReference', 'footer');
  remarkOnPackage(container, relationships, writer);
  return writer.finish(
    t('This document holds no text. If its pages are pictures, print it to PDF and import that.'),
    {},
    suggestionsOf(await coreProperties(container)),
  );
};

/** Sections mostly repeat the header of the one before. */
function writeAround(context: WordContext, content: OfficeXmlElement, origin: Origin, known: Set<string>): void {
  const blocks = new WordBody(context, origin).blocks(content).filter(({ inline }) => !inline.isBlank);
  const text = blocks.map(({ inline }) => inline.text).join('\n');
  if (blocks.length === 0 || known.has(text)) return;
  known.add(text);
  context.writer.mark(origin);
  for (const { inline } of blocks) context.writer.block({ kind: 'paragraph' }, inline);
}
