/** Holds XML against a schema of data/schemas with libxml2, a reader that is not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { root } from './service.js';

/** @returns what is wrong; empty when the document is valid. */
export async function schemaFaults(xml: string, schema: 'refi-project' | 'refi-codebook'): Promise<string[]> {
  const contents = await readFile(join(root, 'data', 'schemas', `${schema}.xsd`), 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [{ fileName: `${schema}.xsd`, contents }],
  });
  return errors.map(({ message }) => message);
}
