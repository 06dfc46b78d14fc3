/** What tests of pages as images ask of a service. */
import type { Page, SourceId } from '../../electron/contract/index.js';
import { png, quarterPixels } from './make-images.js';
import type { ServiceUnderTest } from './service.js';

/** Photographs that differ in size alone. @param names without `.png`. */
export const photographs = (...names: string[]): Record<string, Uint8Array> =>
  Object.fromEntries(names.map((name, at) => [`${name}.png`, png(60 + at, 80, quarterPixels(60 + at, 80))] as const));

/** Imports them, each a source. @returns their ids by title. */
export async function importPhotographs(service: ServiceUnderTest, ...names: string[]): Promise<Map<string, SourceId>> {
  await service.importFiles(await service.files(photographs(...names)));
  return sourcesByTitle(service);
}

export async function sourcesByTitle(service: ServiceUnderTest): Promise<Map<string, SourceId>> {
  const sort = { by: 'title', direction: 'ascending' } as const;
  const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 100 });
  return new Map(rows.map(({ id, title }) => [title, id]));
}

/** A person writes the text of a source beside its page. */
export async function transcribe(service: ServiceUnderTest, sourceId: SourceId, text: string): Promise<void> {
  const { id: versionId } = await service.call('text.get', { sourceId });
  await service.call('text.correct', { sourceId, versionId, text, reason: '' });
}

export const fileNames = (pages: readonly Page[]): string[] => pages.map(({ fileName }) => fileName);
