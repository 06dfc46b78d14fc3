/** Opens an OpenDocument file, refuses what is encrypted, and reads what all of its kinds have. */
import { t } from '../../../wording/index.js';
import { fileUnreadable } from '../../parsed-file.js';
import { type Container, encrypted, openContainer } from '../../zip/read-container.js';
import { suggestionsOf } from '../core-properties.js';
import { DocumentWriter } from '../document-writer.js';
import { childOf, descendantsOf, elementsOf, type OfficeXmlElement, textOf, xmlPart } from '../xml-tree.js';
import type { OpenContext } from './open-body.js';
import { OpenStyles } from './open-styles.js';

export interface OpenDocument {
  readonly context: OpenContext;
  readonly body: OfficeXmlElement;
  readonly styles: OfficeXmlElement | null;
  readonly finish: () => Promise<ReturnType<DocumentWriter['finish']>>;
}

/** @param body `office:text`, `office:spreadsheet`, `office:presentation`. */
export async function openDocument(bytes: Uint8Array, bodyName: string): Promise<OpenDocument> {
  const container = await openContainer(bytes);
  for (const _ of descendantsOf(await xmlPart(container, 'META-INF/manifest.xml'), 'manifest:encryption-data')) {
    throw encrypted();
  }
  const content = await xmlPart(container, 'content.xml');
  const body = childOf(childOf(content, 'office:body'), bodyName);
  if (!content || !body) {
    throw fileUnreadable(
      t(
        'This file holds no document of the kind that it says it is. Open it in LibreOffice, save it again, and import that.',
      ),
    );
  }
  const styles = await xmlPart(container, 'styles.xml');
  const changes = new Map<string, OfficeXmlElement>();
  for (const change of descendantsOf(body, 'text:changed-region')) {
    changes.set(change.attributes['text:id'] ?? change.attributes['xml:id'] ?? '', change);
  }
  const writer = new DocumentWriter();
  const context: OpenContext = { writer, styles: new OpenStyles([styles, content]), changes, notes: [] };
  const finish = async () => {
    if (
      container.names.some(
        (name) => /^(?:Basic|Scripts)\/.+\.(?:xml|xlb|py|js|bsh)$/.test(name) && !/script-l[bc]\.xml$/.test(name),
      )
    ) {
      writer.drop('macro');
    }
    return writer.finish(
      t('This document holds no text. If its pages are pictures, print it to PDF and import that.'),
      {},
      suggestionsOf(await properties(container)),
    );
  };
  return { context, body, styles, finish };
}

async function properties(container: Container) {
  const meta = childOf(await xmlPart(container, 'meta.xml'), 'office:meta');
  const valOf = (name: string) => textOf(childOf(meta, name)).trim();
  return {
    title: valOf('dc:title'),
    creators: [valOf('meta:initial-creator') || valOf('dc:creator')],
    created: valOf('meta:creation-date'),
    language: [...elementsOf(meta, 'dc:language')].map(textOf)[0] ?? '',
  };
}
