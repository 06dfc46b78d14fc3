/** Holds JSON against a schema of data/schemas with Ajv, a reader that is not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { root } from './service.js';

/** @returns what is wrong, each with its place; empty when the value is valid. */
export async function jsonFaults(value: unknown, schema: 'web-annotations'): Promise<string[]> {
  const contents = await readFile(join(root, 'data', 'schemas', `${schema}.schema.json`), 'utf8');
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(contents) as object);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
