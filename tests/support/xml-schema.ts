/** Holds XML against a schema of data/schemas with libxml2, a reader that is not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { root } from './service.js';

const KINDS = {
  'refi-project': { extension: 'xsd', language: 'schema' },
  'refi-codebook': { extension: 'xsd', language: 'schema' },
  'tei-apparatus': { extension: 'rng', language: 'relaxng' },
} as const;

/** @returns what is wrong; empty when the document is valid. */
export async function schemaFaults(xml: string, schema: keyof typeof KINDS): Promise<string[]> {
  const { extension, language } = KINDS[schema];
  const fileName = `${schema}.${extension}`;
  const contents = await readFile(join(root, 'data', 'schemas', fileName), 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [{ fileName, contents }],
    extension: language,
    initialMemoryPages: 1_024,
    maxMemoryPages: 16_384,
  });
  return errors.map(({ message }) => message);
}
