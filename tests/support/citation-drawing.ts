/** Draws citations for tests: descriptions go in, words come out. Styles and locales come from their package. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Description, EMPTY_DESCRIPTION, type Source, SourceId } from '../../electron/contract/index.js';
import { createCitationFormatter } from '../../electron/notes/citation/citation-formatter.js';
import { type CitationsOptions, type CslLibrary, createCslLibrary } from '../../electron/notes/index.js';
import { copyCsl } from '../../scripts/lib/copy-csl.mjs';

/** @returns the library that ships, and the way to remove its files. */
export async function bundledCsl(): Promise<{ library: CslLibrary; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'fonds-csl-'));
  await copyCsl(folder);
  return { library: createCslLibrary(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the worker draws with, in the test's own thread. */
export function drawInProcess(library: CslLibrary): CitationsOptions['pool'] {
  const drawer = createCitationFormatter(library);
  return {
    check: async (csl) => drawer.check(csl),
    format: async (...args) => drawer.format(...args),
    document: async (style, locale, clusters) => drawer.document(style, locale, clusters),
  };
}

/** A source of which only the description matters. @param number tells it from others. */
export const described = (change: Partial<Description>, number = 1): Source => ({
  id: SourceId.parse(`01890a5d-ac96-774b-bcce-${String(number).padStart(12, '0')}`),
  description: { ...EMPTY_DESCRIPTION, ...change },
  addedAt: '2020-01-01T00:00:00.000Z',
  changedAt: '2020-01-01T00:00:00.000Z',
  deletedAt: null,
  originals: [],
  versions: [],
  collectionIds: [],
  tagIds: [],
  guessedLanguage: null,
  suggestions: [],
});
