/** What each verb asks of the contract and how its answer is printed. A verb has no feature of its own. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  DESCRIPTION_ELEMENTS,
  type DescriptionElement,
  type JobId,
  LEFT_ASIDE_KINDS,
  type LeftAside,
  type Output,
  readWhole,
  type Verb,
} from '../contract/index.js';
import { annotationVerbs } from './annotation-verbs.js';
import { citeVerbs } from './cite-verbs.js';
import { collateVerb } from './collate-verb.js';
import { collationsVerb } from './collations-verb.js';
import { type CommandLine, oneOf, textOption } from './command-line.js';
import { readChange } from './description-arguments.js';
import { exportVerbs } from './export-verbs.js';
import { noteVerbs } from './note-verbs.js';
import { rereadVerb } from './reread-verb.js';
import { searchVerbs } from './search-verbs.js';
import { tagVerbs } from './tag-verbs.js';
import { textVerbs } from './text-verbs.js';
import {
  collectionId,
  dir,
  existingTag,
  findCollection,
  jobAnswer,
  onExisting,
  open,
  operand,
  sourceId,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

const FOLLOW_INTERVAL_MS = 50;

const labelOf = (element: DescriptionElement): string =>
  DESCRIPTION_ELEMENTS.find(([name]) => name === element)?.[1] ?? element;

const sayLeftAside = ({ kind, lines, text }: LeftAside): string =>
  `[${LEFT_ASIDE_KINDS[kind]}, ${lines} ${lines === 1 ? 'line' : 'lines'}]${text === '' ? '' : `\n${text}`}`;

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

/** The language as guessed, while the description does not say it. */
const guessOf = ({ description, guessedLanguage }: Output<'source.get'>): string[][] =>
  description.language === '' && guessedLanguage !== null
    ? [['Language', `${guessedLanguage} (guessed from the text; correct it by: describe DIR SOURCE language=TAG)`]]
    : [];

const runs: Record<Verb, VerbHandler> = {
  ...searchVerbs,
  ...tagVerbs,
  ...annotationVerbs,
  ...textVerbs,
  ...rereadVerb,
  ...noteVerbs,
  ...citeVerbs,
  ...exportVerbs,
  ...collateVerb,
  ...collationsVerb,
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
    const name = textOption(line, 'collection');
    const collection =
      name !== undefined
        ? ((await findCollection(terminal, name)) ?? (await terminal.call('collection.create', { name })))
        : null;
    const order = { planId, duplicates, ...(collection ? { collectionId: collection.id } : {}) };
    const started = await terminal.call('import.start', order);
    if (line.options.follow === true) await follow(terminal, started.jobId, line.json);
    return jobAnswer(terminal, started.jobId, ['failed']);
  },
  sources: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const [type, tag] = [textOption(line, 'type'), textOption(line, 'tag')];
    const filter = {
      ...(await collectionId(terminal, line)),
      ...(tag === undefined ? {} : { tagId: (await existingTag(terminal, tag)).id }),
      ...(type === undefined ? {} : { documentType: type }),
      ...(line.options.bin === true ? { inBin: true } : {}),
    };
    const sort = { by: 'title', direction: 'ascending' } as const;
    const { total, rows } = await readWhole(terminal.call, 'source.list', { filter, sort });
    return {
      json: { total, sources: rows },
      text: rows.map((r) => `${r.id}  ${r.dateWritten.padEnd(12)}  ${r.title}`).join('\n'),
    };
  },
  show: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    await open(terminal, dir(line), 'read');
    const source = await terminal.call('source.get', { id });
    const elements = DESCRIPTION_ELEMENTS.map(([element, label]) => [
      label,
      [source.description[element]].flat().join('; '),
    ]);
    const rows = [
      ...elements,
      ...guessOf(source),
      ...Object.entries(source.description.custom),
      ...source.originals.map((o) => ['Original', `${o.fileName}, ${o.fileBytes} bytes, SHA-256 ${o.sha256}`]),
      ...source.versions.flatMap((v) => [
        ['Text', `${v.origin}, ${v.length} characters`],
        ...v.remarks.map((r) => ['', r]),
      ]),
      ...source.suggestions.map((s) => ['Suggested', `${labelOf(s.element)}: ${s.value} (read in ${s.from})`]),
    ];
    const text = rows.filter(([, value]) => value).map(([label, value]) => `${label?.padEnd(20)}${value}`);
    return { json: source, text: text.join('\n') };
  },
  text: async (terminal, line) => {
    const id = sourceId(operand(line, 1));
    await open(terminal, dir(line), 'read');
    const version = await terminal.call('text.get', { sourceId: id });
    if (line.options['left-aside'] !== true) return { json: version, text: version.text };
    const parts = await terminal.call('text.leftAside', { sourceId: id, versionId: version.id });
    return { json: parts, text: parts.map(sayLeftAside).join('\n\n') };
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
  verify: async (terminal, line) => {
    await open(terminal, dir(line), 'read');
    const { jobId } = await terminal.call('verify.start', undefined);
    return jobAnswer(terminal, jobId, ['damaged', 'missing', 'failed']);
  },
  backup: async (terminal, line) => {
    await open(terminal, dir(line), 'best');
    const file = resolve(operand(line, 1));
    const written = await terminal.call('archive.backup', { file, onExisting: onExisting(line) });
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
): Promise<VerbOutput> {
  const ids = line.operands.slice(1).map(sourceId);
  await open(terminal, dir(line));
  await terminal.call(call, { ids });
  return { json: { ids }, text: `${text}: ${ids.length}` };
}

export function runVerb(terminal: Terminal, line: CommandLine & { verb: Verb }): Promise<VerbOutput> {
  return runs[line.verb](terminal, line);
}
