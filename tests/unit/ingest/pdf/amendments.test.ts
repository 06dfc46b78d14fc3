import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { PARSER_PATCHES, patchParser } from '../../../../electron/ingest/pdf/parser-patches.js';

const source = readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8');

it('finds each place of pdf.js that is amended, once and in order', () => {
  const places = PARSER_PATCHES.map(({ find }) => source.indexOf(find));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  for (const { find } of PARSER_PATCHES) expect(source.split(find)).toHaveLength(2);
});

it('refuses another pdf.js, rather than reading with half of what is known of it', () => {
  const [first] = PARSER_PATCHES;
  expect(() => patchParser(source.replace(first?.find ?? '', ''))).toThrow(/another than the one known/);
});
