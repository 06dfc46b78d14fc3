/** Writes the hits of a search as CSV, Markdown or JSON, each with what is needed to find the passage again. */
import type { Hit, SearchQuery, Source } from '../contract/index.js';
import { type OnExisting, writeAtomically } from '../files/index.js';
import { t } from '../wording/index.js';
import { csvTable, inOneLine } from './csv-table.js';

export type HitListFormat = 'csv' | 'md' | 'json';

export interface ExportSearchOptions {
  readonly query: SearchQuery;
  /** The filters in words; empty when there are none. */
  readonly scope: string;
  readonly hits: AsyncIterable<Hit>;
  readonly source: (hit: Hit) => Source;
  readonly file: string;
  readonly format: HitListFormat;
  readonly onExisting: OnExisting;
  readonly now: () => Date;
}

type HitWriter = (options: ExportSearchOptions, count: (hit: Hit) => void) => AsyncGenerator<string>;

/** @throws FondsError FILE_EXISTS, DISK_FULL. */
export async function exportSearch(options: ExportSearchOptions): Promise<{ hits: number; fileBytes: number }> {
  let hits = 0;
  const chunks = WRITERS[options.format](options, () => {
    hits += 1;
  });
  const fileBytes = await writeAtomically(options.file, chunks, options.onExisting);
  return { hits, fileBytes };
}

const WRITERS: Record<HitListFormat, HitWriter> = { csv: writeCsv, md: writeMarkdown, json: writeJson };

const COLUMNS = [
  t('Source'),
  t('Title'),
  t('Type'),
  t('Date written'),
  t('Date published'),
  t('Creators'),
  t('Repository'),
  'Fonds',
  t('Box'),
  t('Folder'),
  t('Reference code'),
  t('Page'),
  t('Passage'),
  t('Start'),
  t('SHA-256 of original'),
]; // prettier-ignore

/** One row for each passage. */
async function* writeCsv({ hits, source }: ExportSearchOptions, count: (hit: Hit) => void): AsyncGenerator<string> {
  async function* rows(): AsyncGenerator<readonly string[]> {
    for await (const hit of hits) {
      count(hit);
      const { description: d, originals } = source(hit);
      const head = [hit.sourceId, d.title, d.documentType, d.dateWritten, d.datePublished, d.creators.join('; ')];
      const shelfmark = [d.repository, d.fonds, d.box, d.folder, d.referenceCode];
      for (const { pageLabel, text, start } of hit.snippets) {
        yield [...head, ...shelfmark, pageLabel ?? '', inOneLine(text), String(start), originals[0]?.sha256 ?? ''];
      }
    }
  }
  yield* csvTable(COLUMNS, rows());
}

async function* writeMarkdown(
  { query, scope, hits, source, now }: ExportSearchOptions,
  count: (hit: Hit) => void,
): AsyncGenerator<string> {
  yield t('# Found for “{query}”\n\n', { query: plain(query.query) });
  const how = [MODE_WORDS[query.mode], ...(query.matching === 'exact' ? [t('only the forms as typed')] : [])].join(
    ', ',
  );
  yield t('Searched {toISOString}, {how}{value}.\n\n', {
    toISOString: now().toISOString(),
    how,
    value: scope ? `; ${plain(scope)}` : '',
  });
  for await (const hit of hits) {
    count(hit);
    const { description: d, originals } = source(hit);
    const place = [
      d.repository,
      d.fonds,
      d.box && t('Box {box}', { box: d.box }),
      d.folder && t('Folder {folder}', { folder: d.folder }),
      d.referenceCode,
    ];
    yield `## ${plain(d.title)}\n\n`;
    yield `${plain([d.documentType, hit.date, d.creators.join('; '), ...place].filter(Boolean).join(' · '))}\n\n`;
    for (const { text, matches, pageLabel } of hit.snippets) {
      yield `> ${marked(text, matches)}${pageLabel ? ` (p. ${plain(pageLabel)})` : ''}\n\n`;
    }
    yield t('Source {sourceId}, SHA-256 of the original {sha256}\n\n', {
      sourceId: hit.sourceId,
      sha256: originals[0]?.sha256 ?? t('not held'),
    });
  }
}

async function* writeJson(
  { query, scope, hits, source, now }: ExportSearchOptions,
  count: (hit: Hit) => void,
): AsyncGenerator<string> {
  const asked = { searchedAt: now().toISOString(), query, scope };
  yield `${JSON.stringify(asked).slice(0, -1)},"hits":[`;
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
  any: t('any of the words'),
  all: t('all of the words'),
  phrase: t('as a phrase'),
};

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
