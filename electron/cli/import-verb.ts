/** The verb that brings files in: what would become of each, the import itself, and its end. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type ImportPlanInfo, type JobId, MAX_TITLES, type PlanId, TitleRule } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, oneOf, textOption, UsageError } from './command-line.js';
import {
  dir,
  findCollection,
  jobAnswer,
  open,
  type Terminal,
  type VerbHandler,
  type VerbOutput,
} from './verb-model.js';

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

/** What new sources would be called, by index of the plan. */
async function titlesOf(terminal: Terminal, plan: ImportPlanInfo, titleFrom: TitleRule): Promise<Map<number, string>> {
  const indexes = plan.entries.filter(({ status }) => status === 'new').map(({ index }) => index);
  const titles = new Map<number, string>();
  for (let at = 0; at < indexes.length; at += MAX_TITLES) {
    const asked = { planId: plan.id, titleFrom, indexes: indexes.slice(at, at + MAX_TITLES) };
    for (const { index, title } of await terminal.call('import.previewTitles', asked)) titles.set(index, title);
  }
  return titles;
}

/** What an import would do with each file; nothing was changed. */
async function preview(terminal: Terminal, planId: PlanId, titleFrom: TitleRule | null): Promise<VerbOutput> {
  const plan = await terminal.call('import.plan', { planId });
  const titles = titleFrom === null ? null : await titlesOf(terminal, plan, titleFrom);
  const lines = plan.entries.map(({ index, status, name, note }) => {
    const title = titles?.get(index);
    const named = title === undefined ? '' : ` → “${title}”`;
    return `${status}: ${name}${named}${note === null ? '' : `: ${note}`}`;
  });
  const entries = plan.entries.map((entry) => {
    const title = titles?.get(entry.index);
    return title === undefined ? entry : { ...entry, title };
  });
  return { json: { ...plan, entries }, text: lines.join('\n') || t('Nothing to do') };
}

const titleRule = (line: CommandLine): TitleRule | null =>
  line.options['title-from'] === undefined
    ? null
    : oneOf('title-from', line.options['title-from'], TitleRule.options, 'content');

export const importVerb: VerbHandler = async (terminal, line) => {
  const duplicates = oneOf('duplicates', line.options.duplicates, ['skip', 'import'], 'skip');
  const titleFrom = titleRule(line);
  if (line.options.preview === true && line.options.follow === true)
    throw new UsageError(t('“import” takes one of --preview and --follow at a time.'));
  await open(terminal, dir(line));
  const paths = line.operands.slice(1).map((path) => resolve(path));
  const { jobId, planId } = await terminal.call('import.scan', { paths });
  const scanned = await terminal.finish(jobId);
  if (scanned.state !== 'done') return jobAnswer(terminal, jobId, []);
  if (line.options.preview === true) return preview(terminal, planId, titleFrom);
  const name = textOption(line, 'collection');
  // By its id or its very name, if there is one; else one is made, or the one that is called alike is taken.
  const known = name === undefined ? undefined : await findCollection(terminal, name);
  const started = await terminal.call('import.start', {
    planId,
    duplicates,
    ...(known ? { collectionId: known.id } : name === undefined ? {} : { collectionName: name }),
    ...(line.options['collection-per-folder'] === true ? { collectionPerFolder: true } : {}),
    ...(titleFrom === null ? {} : { titleFrom }),
  });
  if (line.options.follow === true) await follow(terminal, started.jobId, line.json);
  const answer = await jobAnswer(terminal, started.jobId, ['failed']);
  // Whoever opens the archive next finds its index whole.
  await terminal.call('search.finish', undefined);
  const isDone = (answer.json as { state: string }).state === 'done';
  return isDone ? { ...answer, failed: false, hasFailures: answer.failed === true } : answer;
};
