/** Writes a concordance as CSV: each match between its words, with what is needed to find the place again. */
import type { ConcordanceLine, Source, SourceId } from '../contract/index.js';
import { type OnExisting, writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import { csvTable, inOneLine } from './csv-table.js';

export interface ExportConcordanceOptions {
  readonly lines: AsyncIterable<ConcordanceLine>;
  readonly source: (line: ConcordanceLine) => Source;
  readonly file: string;
  readonly onExisting: OnExisting;
}

const COLUMNS = [
  t('Left'),
  t('Match'),
  t('Right'),
  t('Title'),
  t('Date'),
  t('Page'),
  t('Repository'),
  'Fonds',
  t('Series'),
  t('Box'),
  t('Folder'),
  t('Reference code'),
  t('Source'),
  t('Start'),
  'End',
];

/** @throws FondsError FILE_EXISTS, DISK_FULL. */
export async function exportConcordance({
  lines,
  source,
  file,
  onExisting,
}: ExportConcordanceOptions): Promise<{ lines: number; fileBytes: number }> {
  let count = 0;
  // Sorted by context, the lines of one source are far apart.
  const places = new Map<SourceId, readonly string[]>();
  const placeOf = (line: ConcordanceLine): readonly string[] => {
    const known = places.get(line.sourceId);
    if (known) return known;
    const { repository, fonds, series, box, folder, referenceCode } = source(line).description;
    const place = [repository, fonds, series, box, folder, referenceCode];
    places.set(line.sourceId, place);
    return place;
  };
  async function* rows(): AsyncGenerator<readonly string[]> {
    for await (const line of lines) {
      count += 1;
      const context = [line.left, line.match, line.right].map(inOneLine);
      const place = [line.title, line.date, line.pageLabel ?? '', ...placeOf(line)];
      yield [...context, ...place, line.sourceId, String(line.start), String(line.end)];
    }
  }
  const fileBytes = await writeAtomically(file, csvTable(COLUMNS, rows()), onExisting);
  return { lines: count, fileBytes };
}
