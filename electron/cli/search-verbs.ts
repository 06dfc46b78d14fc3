/** The verbs that search, and those that tell of searches. Whoever searches here is in the log, as in the window. */
import { resolve } from 'node:path';
import {
  type ArchiveInfo,
  ConcordanceSort,
  FondsError,
  type LogEntry,
  type Output,
  readWhole,
  SearchMode,
  type SearchQuery,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, oneOf, textOption, textOptions, UsageError, wholeNumber } from './command-line.js';
import {
  cappedLine,
  collectionId,
  dir,
  existingTag,
  findByName,
  onExisting,
  open,
  operand,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

/** Units of context on each side of a match in the terminal's own concordance. */
const CONTEXT = 40;

export async function searchQuery(terminal: Terminal, line: CommandLine, query: string): Promise<SearchQuery> {
  const given = (name: string) => textOption(line, name);
  const [from, to] = [given('from'), given('to')];
  const lists = { documentTypes: 'type', creators: 'creator', languages: 'language' } as const;
  const chosen = Object.entries(lists).map(([facet, option]) => [facet, textOptions(line, option)] as const);
  const tagIds = await Promise.all(
    textOptions(line, 'tag').map(async (name) => (await existingTag(terminal, name)).id),
  );
  return {
    query,
    mode: oneOf('mode', line.options.mode, SearchMode.options, 'any'),
    ...(line.options.exact === true ? { matching: 'exact' } : {}),
    filter: {
      ...(await collectionId(terminal, line)),
      ...Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
      ...(tagIds.length > 0 ? { tagIds } : {}),
      ...(from ? { dateFrom: from } : {}),
      ...(to ? { dateTo: to } : {}),
    },
  };
}

/** Writes a search into the log wherever that can be written. */
async function record(terminal: Terminal, archive: ArchiveInfo, query: SearchQuery): Promise<void> {
  if (archive.readOnly) return;
  try {
    await terminal.call('search.record', query);
  } catch (error) {
    // The hits are printed all the same.
    const cannotWrite = error instanceof FondsError && ['DISK_FULL', 'ARCHIVE_READ_ONLY'].includes(error.code);
    if (!cannotWrite) throw error;
  }
}

async function found(terminal: Terminal, query: SearchQuery, limit: number): Promise<VerbOutput> {
  const answer = await readWhole(terminal.call, 'search.query', query, limit);
  const { total, searched, tookMs, hits, notes, facets, expansions, remarks, hints } = answer;
  const widened = expansions.map(({ typed, forms, more }) => {
    const also = forms.map(({ form, count }) => `${form} (${count})`).join(', ');
    return t('“{typed}” also found {also}{value}', {
      typed,
      also,
      value: more > 0 ? t(' and {more} more', { more }) : '',
    });
  });
  const lines = hits.flatMap((hit) => [
    `${hit.title}${hit.date ? ` (${hit.date})` : ''}`,
    `  ${hit.sourceId}`,
    ...hit.snippets.map((s) => `  … ${s.text.replace(/\s+/g, ' ')}`),
  ]);
  const noteLines = notes.flatMap((note) => [
    note.title,
    `  ${note.noteId}`,
    ...note.snippets.map(({ text }) => `  … ${text.replace(/\s+/g, ' ').trim()}`),
  ]);
  const ofNotes =
    notes.length === 0
      ? []
      : [t('{count, plural, one {1 note} other {# notes}}', { count: notes.length }), ...noteLines];
  return {
    json: { total, searched, tookMs, hits, notes, facets, expansions, remarks, hints },
    text: [
      t('{total} found', { total }),
      ...remarks,
      ...hints.flatMap(hintLines),
      ...widened,
      ...lines,
      ...cappedLine(hits, total),
      ...ofNotes,
    ].join('\n'),
  };
}

/** A hint, and each line that may be asked instead. */
function hintLines({ message, suggestions }: Output<'search.query'>['hints'][number]): string[] {
  return [
    message,
    ...suggestions.map(({ text, sources, query }) => {
      const found =
        sources === null ? '' : ` (${t('{sources, plural, one {1 source} other {# sources}}', { sources })})`;
      return text === query
        ? t('  try: {query}', { query })
        : t('  {text}{found}: try {query}', { text, found, query });
    }),
  ];
}

const search: VerbHandler = async (terminal, line) => {
  const limit = wholeNumber('limit', line.options.limit, 20);
  const archive = await open(terminal, dir(line), 'best');
  const query = await searchQuery(terminal, line, operand(line, 1));
  const answer = await found(terminal, query, limit);
  await record(terminal, archive, query);
  return answer;
};

type ConcordanceOutput = Output<'search.concordance'>;

const concordanceLine = ({
  left,
  match,
  right,
  title,
  date,
  pageLabel,
}: ConcordanceOutput['lines'][number]): string => {
  const [before, word, after] = [left, match, right].map((text) => text.replace(/\s+/g, ' '));
  const context = `${(before ?? '').slice(-CONTEXT).padStart(CONTEXT)}[${word}]${(after ?? '').slice(0, CONTEXT)}`;
  return `${context}  ${title}${date ? ` (${date})` : ''}${pageLabel ? `, p. ${pageLabel}` : ''}`;
};

const concordance: VerbHandler = async (terminal, line) => {
  const limit = wholeNumber('limit', line.options.limit, 100);
  const sort = oneOf('sort', line.options.sort, ConcordanceSort.options, 'source');
  const out = textOption(line, 'out');
  const archive = await open(terminal, dir(line), 'best');
  const query = await searchQuery(terminal, line, operand(line, 1));
  if (out !== undefined) {
    const file = resolve(out);
    const target = { file, onExisting: onExisting(line) };
    const written = await terminal.call('search.exportConcordance', { ...query, sort, ...target });
    await record(terminal, archive, query);
    return { json: { file, ...written }, text: t('{lines} lines written to {file}', { lines: written.lines, file }) };
  }
  const page = await readWhole(terminal.call, 'search.concordance', { ...query, sort }, limit);
  await record(terminal, archive, query);
  const { total, sources, lines } = page;
  const text = [
    t('{total} matches in {sources} sources', { total, sources }),
    ...lines.map(concordanceLine),
    ...cappedLine(lines, total),
  ];
  return { json: { total, sources, lines }, text: text.join('\n') };
};

/** `export --query`: the hits of a search. */
export const exportFound: VerbHandler = async (terminal, line) => {
  const [asked, out] = [textOption(line, 'query'), textOption(line, 'out')];
  if (asked === undefined || out === undefined) throw new UsageError(t('“export” needs --query QUERY and --out FILE.'));
  const ending = /\.(csv|md|json)$/.exec(out)?.[1];
  const format = oneOf('format', line.options.format ?? ending, ['csv', 'md', 'json'], 'csv');
  const archive = await open(terminal, dir(line), 'best');
  const query = await searchQuery(terminal, line, asked);
  const file = resolve(out);
  const written = await terminal.call('search.export', { ...query, file, format, onExisting: onExisting(line) });
  await record(terminal, archive, query);
  return { json: written, text: t('{hits} hits written to {file}', { hits: written.hits, file }) };
};

const logLine = ({ at, who, query, scope, searched, hits }: LogEntry): string =>
  t('{at}  {who}  {hits} of {searched}  “{query}” ({mode}{value}){value2}', {
    at,
    who,
    hits: String(hits).padStart(5),
    searched,
    query: query.query,
    mode: query.mode,
    value: query.matching === 'exact' ? t(', exact') : '',
    value2: scope ? `  ${scope}` : '',
  });

const log: VerbHandler = async (terminal, line) => {
  const { empty, limit: wanted } = line.options;
  const [contains, out] = [textOption(line, 'contains'), textOption(line, 'out')];
  if (out !== undefined) {
    if (wanted !== undefined || contains !== undefined || empty === true)
      throw new UsageError(t('--out writes the whole log: leave out --limit, --contains and --empty.'));
    const format = oneOf('out', /\.([^.]*)$/.exec(out)?.[1], ['csv', 'json'], 'csv');
    await open(terminal, dir(line), 'read');
    const file = resolve(out);
    const written = await terminal.call('search.exportLog', { file, format, onExisting: onExisting(line) });
    return {
      json: { file, ...written },
      text: t('{entries} searches written to {file}', { entries: written.entries, file }),
    };
  }
  const limit = wholeNumber('limit', wanted, 50);
  await open(terminal, dir(line), 'read');
  const asked = { ...(contains === undefined ? {} : { contains }), onlyEmpty: empty === true };
  const { total, entries } = await readWhole(terminal.call, 'search.log', asked, limit);
  return {
    json: { total, entries },
    text: [...entries.map(logLine), ...cappedLine(entries, total)].join('\n') || t('Nothing was searched'),
  };
};

/** @throws FondsError NOT_FOUND. */
async function savedSearch(terminal: Terminal, name: string): Promise<Output<'search.saved'>[number]> {
  const saved = findByName(await terminal.call('search.saved', undefined), name);
  if (!saved)
    throw new FondsError('NOT_FOUND', t('There is no saved search “{name}”. “fonds saved DIR” lists them.', { name }));
  return saved;
}

const saved: VerbHandler = async (terminal, line) => {
  const [add, remove, run] = [textOption(line, 'add'), textOption(line, 'remove'), textOption(line, 'run')];
  const rename = textOption(line, 'rename');
  if ([add, remove, run, rename].filter((name) => name !== undefined).length > 1)
    throw new UsageError(t('“saved” takes one of --add, --rename, --remove and --run at a time.'));
  if (rename !== undefined) {
    const name = textOption(line, 'to');
    if (name === undefined) throw new UsageError(t('“saved --rename NAME” needs --to NAME.'));
    await open(terminal, dir(line));
    const { id, name: before } = await savedSearch(terminal, rename);
    await terminal.call('search.renameSaved', { id, name });
    const renamed = await savedSearch(terminal, id);
    return { json: renamed, text: t('“{before}” is called “{name}” now', { before, name: renamed.name }) };
  }
  if (add !== undefined) {
    const asked = textOption(line, 'query');
    if (asked === undefined) throw new UsageError(t('“saved --add NAME” needs --query QUERY.'));
    await open(terminal, dir(line));
    const made = await terminal.call('search.save', { name: add, query: await searchQuery(terminal, line, asked) });
    return { json: made, text: t('Saved “{name}”', { name: made.name }) };
  }
  if (remove !== undefined) {
    await open(terminal, dir(line));
    const gone = await savedSearch(terminal, remove);
    await terminal.call('search.deleteSaved', { id: gone.id });
    return { json: gone, text: t('Removed “{name}”', { name: gone.name }) };
  }
  if (run !== undefined) {
    const limit = wholeNumber('limit', line.options.limit, 20);
    const archive = await open(terminal, dir(line), 'best');
    const { query } = await savedSearch(terminal, run);
    const answer = await found(terminal, query, limit);
    await record(terminal, archive, query);
    return answer;
  }
  await open(terminal, dir(line), 'read');
  const searches = await terminal.call('search.saved', undefined);
  const text = searches.map(({ id, name, query }) => `${id}  ${name}: ${query.query} (${query.mode})`);
  return { json: searches, text: text.join('\n') };
};

const reindex: VerbHandler = async (terminal, line) => {
  await open(terminal, dir(line));
  const { jobId } = await terminal.call('search.reindex', undefined);
  const { state, error } = await terminal.finish(jobId);
  const index = await terminal.call('search.state', undefined);
  const text = error
    ? t('Stopped: {message}', { message: error.message })
    : t('{documents} texts, {terms} words, {indexBytes} bytes', {
        documents: index.documents,
        terms: index.terms,
        indexBytes: index.indexBytes,
      });
  return { json: { state, error, index }, text, failed: state !== 'done' };
};

export const searchVerbs = { search, concordance, log, saved, reindex };
