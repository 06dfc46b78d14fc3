/** Writes the hits of a search as CSV, Markdown or JSON, each with what is needed to find the passage again. */
import { stringify } from 'csv-stringify/sync';
import type { Hit, SearchQuery, Source } from '../contract/index.js';
import { writeWhole } from './write-whole.js';

export type ExportFormat = 'csv' | 'md' | 'json';

export interface ExportSearchOptions {
  readonly query: SearchQuery;
  readonly hits: AsyncIterable<Hit>;
  readonly source: (hit: Hit) => Source;
  readonly file: string;
  readonly format: ExportFormat;
  readonly onExisting: 'refuse' | 'replace';
  readonly now: () => Date;
}

type Writer = (options: ExportSearchOptions, count: (hit: Hit) => void) => AsyncGenerator<string>;

/** @throws FondsError FILE_EXISTS, DISK_FULL. */
export async function exportSearch(options: ExportSearchOptions): Promise<{ hits: number; fileBytes: number }> {
  let hits = 0;
  const chunks = WRITERS[options.format](options, () => {
    hits += 1;
  });
  const fileBytes = await writeWhole(options.file, chunks, options.onExisting);
  return { hits, fileBytes };
}

const WRITERS: Record<ExportFormat, Writer> = { csv: writeCsv, md: writeMarkdown, json: writeJson };

const COLUMNS = [
  'Source',
  'Title',
  'Type',
  'Date written',
  'Date published',
  'Creators',
  'Repository',
  'Fonds',
  'Box',
  'Folder',
  'Reference code',
  'Page',
  'Passage',
  'Start',
  'SHA-256 of original',
]; // prettier-ignore

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV injection"). */
async function* writeCsv({ hits, source }: ExportSearchOptions, count: (hit: Hit) => void): AsyncGenerator<string> {
  const rows = (cells: readonly (readonly string[])[]) =>
    stringify(cells as string[][], { record_delimiter: '\r\n', escape_formulas: true });
  // Excel takes a file without this mark for the machine's own code page.
  yield `\uFEFF${rows([COLUMNS])}`;
  for await (const hit of hits) {
    count(hit);
    const { description: d, originals } = source(hit);
    const head = [hit.sourceId, d.title, d.documentType, d.dateWritten, d.datePublished, d.creators.join('; ')];
    const held = [d.repository, d.fonds, d.box, d.folder, d.referenceCode];
    const passages = hit.snippets.map((s) => [
      ...head,
      ...held,
      s.pageLabel ?? '',
      s.text.replace(/\s+/g, ' '),
      String(s.start),
      originals[0]?.sha256 ?? '',
    ]);
    yield rows(passages);
  }
}

async function* writeMarkdown(
  { query, hits, source, now }: ExportSearchOptions,
  count: (hit: Hit) => void,
): AsyncGenerator<string> {
  yield `# Found for “${plain(query.query)}”\n\n`;
  yield `Searched ${now().toISOString()}, ${MODE_WORDS[query.mode]}${filterWords(query)}.\n\n`;
  for await (const hit of hits) {
    count(hit);
    const { description: d, originals } = source(hit);
    const place = [d.repository, d.fonds, d.box && `Box ${d.box}`, d.folder && `Folder ${d.folder}`, d.referenceCode];
    yield `## ${plain(d.title)}\n\n`;
    yield `${plain([d.documentType, hit.date, d.creators.join('; '), ...place].filter(Boolean).join(' · '))}\n\n`;
    for (const { text, matches, pageLabel } of hit.snippets) {
      yield `> ${marked(text, matches)}${pageLabel ? ` (p. ${plain(pageLabel)})` : ''}\n\n`;
    }
    yield `Source ${hit.sourceId}, SHA-256 of the original ${originals[0]?.sha256 ?? 'not held'}\n\n`;
  }
}

async function* writeJson(
  { query, hits, source, now }: ExportSearchOptions,
  count: (hit: Hit) => void,
): AsyncGenerator<string> {
  yield `{"searchedAt":${JSON.stringify(now().toISOString())},"query":${JSON.stringify(query)},"hits":[`;
  let separator = '\n';
  for await (const hit of hits) {
    count(hit);
    const { description, originals } = source(hit);
    yield `${separator}${JSON.stringify({ ...hit, description, originals })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

const MODE_WORDS: Record<SearchQuery['mode'], string> = {
  any: 'any of the words',
  all: 'all of the words',
  phrase: 'as a phrase',
};

function filterWords({ filter }: SearchQuery): string {
  const parts = [
    filter.dateFrom && `from ${filter.dateFrom}`,
    filter.dateTo && `to ${filter.dateTo}`,
    filter.documentTypes?.length && `types ${filter.documentTypes.join(', ')}`,
    filter.collectionId && `in collection ${filter.collectionId}`,
  ].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join('; ')}` : '';
}

/** Words of a source are words, never markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}

function marked(text: string, matches: readonly (readonly [number, number])[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of matches) {
    out += `${plain(text.slice(at, start))}**${plain(text.slice(start, end))}**`;
    at = end;
  }
  return out + plain(text.slice(at));
}
