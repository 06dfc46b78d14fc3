/** Parts of an Office Open XML file, found by its relationships and not by their usual names. */
import { posix } from 'node:path';
import type { Container } from '../../zip/read-container.js';
import type { CoreProperties, DocumentWriter } from '../document-writer.js';
import { childOf, elementsOf, textOf, xmlPart } from '../xml-tree.js';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `footnotes`, `header`, `slide`. */
  readonly type: string;
  /** Name of the part in the container; the address as it is written where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** @param part '' for the package itself. */
export async function relationshipsOf(container: Container, part: string): Promise<Relationship[]> {
  const folder = part === '' ? '' : posix.dirname(part);
  const root = await xmlPart(container, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  return [...elementsOf(root, 'rel:Relationship')].map(({ attributes }) => {
    const { Id: id = '', Type = '', Target = '', TargetMode } = attributes;
    const isExternal = TargetMode === 'External';
    const within = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
    return { id, type: Type.slice(Type.lastIndexOf('/') + 1), target: isExternal ? Target : within, isExternal };
  });
}

/** @returns the name of the main part. @param usual what it is called where the package does not say. */
export async function mainPart(container: Container, usual: string): Promise<string> {
  const found = (await relationshipsOf(container, '')).find(({ type }) => type === 'officeDocument');
  return found && container.has(found.target) ? found.target : usual;
}

export async function coreProperties(container: Container): Promise<CoreProperties> {
  const named = (await relationshipsOf(container, '')).find(({ type }) => type === 'core-properties');
  const root = await xmlPart(container, named?.target ?? 'docProps/core.xml');
  const valOf = (name: string) => textOf(childOf(root, name)).trim();
  return {
    title: valOf('dc:title'),
    creators: valOf('dc:creator').split(/\s*;\s*/),
    created: valOf('dcterms:created'),
    language: valOf('dc:language'),
  };
}

/** Says that there are macros, and that parts lie outside; links that a person may follow are no parts. */
export function remarkOnPackage(container: Container, relationships: readonly Relationship[], writer: DocumentWriter) {
  if (container.names.some((name) => /vbaProject\.bin$/i.test(name))) writer.drop('macro');
  for (const { isExternal, type } of relationships) {
    if (isExternal && type !== 'hyperlink') writer.drop('external');
  }
}
