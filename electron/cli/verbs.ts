/** What each verb asks of the contract and how its answer is printed. A verb has no feature of its own. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type CallName,
  type Collection,
  type CollectionId,
  ELEMENTS,
  FondsError,
  type Input,
  type Job,
  type JobId,
  type Output,
  type ReportLine,
  SourceId,
  type Verb,
} from '../contract/index.js';
import { type CommandLine, oneOf, UsageError, wholeNumber } from './arguments.js';
import { readChange } from './description-arguments.js';

/** The contract as a verb uses it: failures are thrown and end the program with exit code 1. */
export interface Terminal {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Waits for a job's end, showing its progress. */
  finish(jobId: JobId): Promise<Job>;
  /** Prints a line at once, before the answer. */
  say(line: string): void;
}

/** `json` is printed with --json, `text` without; `failed` makes the exit code 1 after printing. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly failed?: boolean;
}

type Run = (terminal: Terminal, line: CommandLine) => Promise<Answer>;

const operand = (line: CommandLine, at: number): string => line.operands[at] ?? '';
const dir = (line: CommandLine): string => resolve(operand(line, 0));
const MODES = ['any', 'all', 'phrase'] as const;

const open = (terminal: Terminal, path: string, access: 'write' | 'read' | 'best' = 'write') =>
  terminal.call('archive.open', { dir: path, access });

function sourceId(text: string): SourceId {
  const parsed = SourceId.safeParse(text);
  if (!parsed.success) throw new UsageError(`“${text}” is not the id of a source. “fonds sources DIR” lists them.`);
  return parsed.data;
}

async function findCollection(terminal: Terminal, name: string): Promise<Collection | undefined> {
  return (await terminal.call('collection.list', undefined)).find((c) => c.name === name || c.id === name);
}

async function collectionId(terminal: Terminal, line: CommandLine): Promise<{ collectionId?: CollectionId }> {
  const name = line.options.collection;
  if (typeof name !== 'string') return {};
  const found = await findCollection(terminal, name);
  if (!found)
    throw new FondsError('NOT_FOUND', `There is no collection “${name}”. “fonds collections DIR” lists them.`);
  return { collectionId: found.id };
}

async function searchQuery(terminal: Terminal, line: CommandLine, query: string) {
  const { from, to, type } = line.options as Record<string, string | undefined>;
  return {
    query,
    mode: oneOf('mode', line.options.mode, MODES, 'any'),
    filter: {
      ...(await collectionId(terminal, line)),
      ...(from ? { dateFrom: from } : {}),
      ...(to ? { dateTo: to } : {}),
      ...(type ? { documentTypes: [type] } : {}),
    },
  };
}

/** The report of a job, failures first. */
async function jobAnswer(terminal: Terminal, jobId: JobId, bad: readonly ReportLine['outcome'][]): Promise<Answer> {
  const job = await terminal.finish(jobId);
  const report = await terminal.call('job.report', { jobId });
  const failures = report.filter(({ outcome }) => bad.includes(outcome));
  const counts = Object.entries(job.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const lines = failures.map(({ outcome, name, message }) => `${outcome}: ${name}${message ? `: ${message}` : ''}`);
  const end = job.error ? `Stopped: ${job.error.message}` : null;
  return {
    json: { state: job.state, outcomes: job.outcomes, error: job.error, report },
    text: [...lines, ...(end ? [end] : []), counts.join(', ') || 'Nothing to do'].join('\n'),
    failed: job.state !== 'done' || failures.length > 0,
  };
}

const FOLLOW_INTERVAL_MS = 50;

/** Prints each line of a job's report as soon as it stands: what is printed is safe on disk. */
async function follow(terminal: Terminal, jobId: JobId, json: boolean): Promise<void> {
  let printed = 0;
  for (let running = true; running; ) {
    running = (await terminal.call('job.list', undefined)).some((job) => job.id === jobId && job.state === 'running');
    for (const line of (await terminal.call('job.report', { jobId })).slice(printed)) {
      printed += 1;
      terminal.say(json ? JSON.stringify(line) : `${line.outcome}: ${line.name}`);
    }
    if (running) await setTimeout(FOLLOW_INTERVAL_MS);
  }
}

const runs: Record<Verb, Run> = {
  create: async (terminal, line) => {
    const info = await terminal.call('archive.create', { dir: dir(line) });
    return { json: info, text: `Made ${dir(line)}` };
  },
  import: async (terminal, line) => {
    const duplicates = oneOf('duplicates', line.options.duplicates, ['skip', 'import'], 'skip');
    await open(terminal, dir(line));
    const paths = line.operands.slice(1).map((path) => resolve(path));
    const { jobId, planId } = await terminal.call('import.scan', { paths });
    const scanned = await terminal.finish(jobId);
    if (scanned.state !== 'done') return jobAnswer(terminal, jobId, []);
    const name = line.options.collection;
    const collection =
      typeof name === 'string'
        ? ((await findCollection(terminal, name)) ?? (await terminal.call('collection.create', { name })))
        : null;
    const order = { planId, duplicates, ...(collection ? { collectionId: collection.id } : {}) };
    const started = await terminal.call('import.start', order);
    if (line.options.follow === true) await follow(terminal, started.jobId, line.json);
    return jobAnswer(terminal, started.jobId, ['failed']);
  },
  sources: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const { type, bin } = line.options;
    const filter = {
      ...(await collectionId(terminal, line)),
      ...(typeof type === 'string' ? { documentType: type } : {}),
      ...(bin === true ? { inBin: true } : {}),
    };
    const rows: Output<'source.list'>['rows'] = [];
    let total = 0;
    do {
      const sort = { by: 'title', direction: 'ascending' } as const;
      const page = await terminal.call('source.list', { filter, sort, offset: rows.length, limit: 500 });
      total = page.total;
      rows.push(...page.rows);
      if (page.rows.length === 0) break;
    } while (rows.length < total);
    return {
      json: { total, sources: rows },
      text: rows.map((r) => `${r.id}  ${r.dateWritten.padEnd(12)}  ${r.title}`).join('\n'),
    };
  },
  show: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    await open(terminal, dir(line), 'read');
    const source = await terminal.call('source.get', { id });
    const elements = ELEMENTS.map(([element, label]) => [label, [source.description[element]].flat().join('; ')]);
    const rows = [
      ...elements,
      ...Object.entries(source.description.custom),
      ...source.originals.map((o) => ['Original', `${o.fileName}, ${o.fileBytes} bytes, SHA-256 ${o.sha256}`]),
      ...source.versions.flatMap((v) => [
        ['Text', `${v.origin}, ${v.length} characters`],
        ...v.remarks.map((r) => ['', r]),
      ]),
    ];
    const text = rows.filter(([, value]) => value).map(([label, value]) => `${label?.padEnd(20)}${value}`);
    return { json: source, text: text.join('\n') };
  },
  text: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    await open(terminal, dir(line), 'read');
    const version = await terminal.call('text.get', { sourceId: id });
    return { json: version, text: version.text };
  },
  search: async (terminal, line) => {
    const limit = wholeNumber('limit', line.options.limit, 20);
    await open(terminal, dir(line), 'best');
    const query = await searchQuery(terminal, line, operand(line, 1));
    const hits: Output<'search.query'>['hits'] = [];
    let answer: Output<'search.query'>;
    do {
      answer = await terminal.call('search.query', {
        ...query,
        offset: hits.length,
        limit: Math.min(limit - hits.length, 500),
      });
      hits.push(...answer.hits);
    } while (answer.hits.length > 0 && hits.length < Math.min(limit, answer.total));
    const { total, tookMs } = answer;
    const lines = hits.flatMap((hit) => [
      `${hit.title}${hit.date ? ` (${hit.date})` : ''}`,
      `  ${hit.sourceId}`,
      ...hit.snippets.map((s) => `  … ${s.text.replace(/\s+/g, ' ')}`),
    ]);
    return { json: { total, tookMs, hits }, text: [`${total} found`, ...lines].join('\n') };
  },
  describe: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    const change = readChange(line.operands.slice(2));
    await open(terminal, dir(line));
    await terminal.call('source.describe', { ids: [id], change });
    return { json: await terminal.call('source.get', { id }), text: 'Described' };
  },
  delete: (terminal, line) => onSources(terminal, line, 'source.delete', 'Moved to the bin'),
  recover: (terminal, line) => onSources(terminal, line, 'source.restore', 'Taken out of the bin'),
  undo: async (terminal, line) => {
    await open(terminal, dir(line));
    const state = await terminal.call('history.undo', undefined);
    return { json: state, text: `Undone: ${state.redo ?? ''}` };
  },
  redo: async (terminal, line) => {
    await open(terminal, dir(line));
    const state = await terminal.call('history.redo', undefined);
    return { json: state, text: `Redone: ${state.undo ?? ''}` };
  },
  collections: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const collections = await terminal.call('collection.list', undefined);
    return { json: collections, text: collections.map((c) => `${c.id}  ${c.name} (${c.sourceCount})`).join('\n') };
  },
  export: async (terminal, line) => {
    const { query, out } = line.options;
    if (typeof query !== 'string' || typeof out !== 'string')
      throw new UsageError('“export” needs --query QUERY and --out FILE.');
    const ending = /\.(csv|md|json)$/.exec(out)?.[1];
    const format = oneOf('format', line.options.format ?? ending, ['csv', 'md', 'json'], 'csv');
    await open(terminal, dir(line), 'best');
    const onExisting = line.options.replace === true ? 'replace' : 'refuse';
    const full = await searchQuery(terminal, line, query);
    const written = await terminal.call('search.export', { ...full, file: resolve(out), format, onExisting });
    return { json: written, text: `${written.hits} hits written to ${resolve(out)}` };
  },
  verify: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const { jobId } = await terminal.call('verify.start', undefined);
    return jobAnswer(terminal, jobId, ['damaged', 'missing', 'failed']);
  },
  backup: async (terminal, line) => {
    await open(terminal, dir(line), 'best');
    const file = resolve(operand(line, 1));
    const written = await terminal.call('archive.backup', { file });
    const left = written.absent.map((sha256) => `missing or damaged, not in the backup: ${sha256}`);
    const text = [`${written.fileBytes} bytes written to ${file}`, ...left].join('\n');
    return { json: { file, ...written }, text, failed: left.length > 0 };
  },
  restore: async (terminal, line) => {
    const target = resolve(operand(line, 1));
    const info = await terminal.call('archive.restore', { file: dir(line), dir: target });
    return { json: info, text: `Restored ${info.counts.sources} sources to ${target}` };
  },
};

async function onSources(
  terminal: Terminal,
  line: CommandLine,
  call: 'source.delete' | 'source.restore',
  text: string,
): Promise<Answer> {
  const ids = line.operands.slice(1).map(sourceId);
  await open(terminal, dir(line));
  await terminal.call(call, { ids });
  return { json: { ids }, text: `${text}: ${ids.length}` };
}

export function runVerb(terminal: Terminal, line: CommandLine & { verb: Verb }): Promise<Answer> {
  return runs[line.verb](terminal, line);
}
