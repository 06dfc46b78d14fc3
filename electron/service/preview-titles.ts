/** What files of a plan would be called by a rule, before anything is imported. */
import { basename } from 'node:path';
import type { Output, ParsedInput } from '../contract/index.js';
import { readsText, titleBy } from './import-titles.js';
import type { ImportPlan } from './plan-import.js';
import type { ReadingPool } from './reading-pool.js';

/** Larger ones are not read for a preview. */
const MOST_BYTES = 20 * 1024 * 1024;

export async function previewTitles(
  { entries }: ImportPlan,
  { titleFrom, indexes }: Omit<ParsedInput<'import.previewTitles'>, 'planId'>,
  pool: ReadingPool,
): Promise<Output<'import.previewTitles'>> {
  const wanted = indexes.flatMap((index) => entries[index] ?? []);
  const { signal } = new AbortController();
  return Promise.all(
    wanted.map(async ({ index, name, path, reader, fileBytes }) => {
      // A name that is not UTF-8 has no string that leads to its file.
      const canRead = readsText(titleFrom) && reader !== null && fileBytes <= MOST_BYTES && typeof path === 'string';
      const [reading] = canRead ? await pool.readMany([{ path, fileName: basename(name), reader }], signal) : [];
      const known = reading?.ok ? reading.value : null;
      const title = titleBy(titleFrom, { name, text: known?.text ?? '', ownTitle: known?.description.title });
      return { index, title };
    }),
  );
}
