/** What the verbs share: the contract as they use it, their answers, and the operands and names that people type. */
import { resolve } from 'node:path';
import {
  type ArchiveInfo,
  type CallName,
  type Collection,
  type CollectionId,
  describeOutcome,
  detailOfRefusals,
  FondsError,
  groupRefusals,
  type Input,
  isExchangeOutcome,
  type Job,
  type JobId,
  type Output,
  type RefusedFile,
  type ReportLine,
  SourceId,
  type Tag,
  type TagId,
  tagTree,
  titleOfRefusals,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { type CommandLine, textOption, UsageError } from './command-line.js';

/** The contract as a verb uses it: failures are thrown and end the program with exit code 1. */
export interface Terminal {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Waits for a job's end, showing its progress. */
  finish(jobId: JobId): Promise<Job>;
  /** Prints a line at once, before the answer. */
  say(line: string): void;
}

/** `json` is printed with --json, `text` without; `failed` makes the exit code 1 after printing. */
export interface VerbOutput {
  readonly json: unknown;
  readonly text: string;
  readonly failed?: boolean;
  /** Said of what failed: the rest was done. */
  readonly isPartial?: boolean;
}

export type VerbHandler = (terminal: Terminal, line: CommandLine) => Promise<VerbOutput>;

export const operand = (line: CommandLine, at: number): string => line.operands[at] ?? '';
export const dir = (line: CommandLine): string => resolve(operand(line, 0));

export const open = (
  terminal: Terminal,
  path: string,
  access: 'write' | 'read' | 'best' = 'write',
): Promise<ArchiveInfo> => terminal.call('archive.open', { dir: path, access });

/** @throws UsageError. */
export function sourceId(text: string): SourceId {
  const parsed = SourceId.safeParse(text);
  if (!parsed.success)
    throw new UsageError(t('“{text}” is not the id of a source. “fonds sources DIR” lists them.', { text }));
  return parsed.data;
}

/**
 * The item that a person means: by its id, by its very name, or by its name whatever case and accents.
 * @throws FondsError INVALID_INPUT when several are called so: none of them is changed by a guess.
 */
export function findByName<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  name: string,
): T | undefined {
  const isAlike = (item: T) => item.name.localeCompare(name, undefined, { sensitivity: 'base' }) === 0;
  const ways = [(item: T) => item.id === name, (item: T) => item.name === name, isAlike];
  const found = ways.map((way) => items.filter(way)).find((meant) => meant.length > 0) ?? [];
  if (found.length < 2) return found[0];
  const ids = found.map((item) => `“${item.name}” ${item.id}`).join(', ');
  throw new FondsError('INVALID_INPUT', t('Several are called “{name}”. Name one by its id: {ids}.', { name, ids }));
}

export const findCollection = async (terminal: Terminal, name: string): Promise<Collection | undefined> =>
  findByName(await terminal.call('collection.list', undefined), name);

/** @throws FondsError NOT_FOUND, INVALID_INPUT. */
export async function existingCollection(terminal: Terminal, name: string): Promise<Collection> {
  const found = await findCollection(terminal, name);
  if (!found)
    throw new FondsError(
      'NOT_FOUND',
      t('There is no collection “{name}”. “fonds collections DIR” lists them.', { name }),
    );
  return found;
}

/** What --collection names, as part of a filter. @throws FondsError NOT_FOUND, INVALID_INPUT. */
export async function collectionId(
  terminal: Terminal,
  line: CommandLine,
): Promise<{ readonly collectionId?: CollectionId }> {
  const name = textOption(line, 'collection');
  return name === undefined ? {} : { collectionId: (await existingCollection(terminal, name)).id };
}

/** The tag of an id, a path or a name that no other tag has. @throws FondsError INVALID_INPUT when several have it. */
export async function resolveTag(terminal: Terminal, path: string): Promise<Tag | undefined> {
  const tree = tagTree(await terminal.call('tag.list', undefined));
  const byId = tree.tags.find(({ id }) => id === path);
  const [found, ...others] = byId ? [byId] : tree.candidatesFor(path);
  if (others.length === 0) return found;
  const paths = tree.candidatesFor(path).map(({ id }) => `“${tree.path(id)}”`);
  throw new FondsError(
    'INVALID_INPUT',
    t('Several tags are called “{path}”: {paths}. Write the path of one.', { path, paths: paths.join(', ') }),
  );
}

/** @throws FondsError NOT_FOUND, INVALID_INPUT. */
export async function existingTag(terminal: Terminal, path: string): Promise<Tag> {
  const found = await resolveTag(terminal, path);
  if (!found) throw new FondsError('NOT_FOUND', t('There is no tag “{path}”. “fonds tags DIR” lists them.', { path }));
  return found;
}

/**
 * @returns the tags of these names, paths or ids; those that are nowhere are made, after all names were looked at.
 * @throws FondsError INVALID_INPUT for a name that several have; nothing is made then.
 */
export async function ensureTags(
  terminal: Terminal,
  names: readonly string[],
): Promise<{ readonly id: TagId; readonly name: string }[]> {
  const known = [];
  for (const path of names) known.push({ path, tag: await resolveTag(terminal, path) });
  const tags = [];
  for (const { path, tag } of known) tags.push(tag ?? (await terminal.call('tag.ensure', { path })));
  return tags;
}

/** How a verb that writes a file treats one that is there. */
export const onExisting = (line: CommandLine): 'replace' | 'refuse' =>
  line.options.replace === true ? 'replace' : 'refuse';

/** Says of a list that was asked for in part that there is more. */
export const cappedLine = (shown: readonly unknown[], total: number): string[] =>
  shown.length < total ? [t('The first {count} of {total}; more with --limit N.', { count: shown.length, total })] : [];

/** The report of a job, failures first. */
export async function jobAnswer(
  terminal: Terminal,
  jobId: JobId,
  bad: readonly ReportLine['outcome'][],
): Promise<VerbOutput> {
  const job = await terminal.finish(jobId);
  const report = await terminal.call('job.report', { jobId });
  const failures = report.filter(({ outcome }) => bad.includes(outcome));
  const lines = bad.flatMap((outcome) => {
    const refused = failures
      .filter((line) => line.outcome === outcome)
      .map(({ name, message }) => ({ name, reason: message ?? '' }));
    return groupRefusals(refused, (file) => file).map(({ files, reason }) => sayGroup(outcome, files, reason));
  });
  const outcomeLines = report.flatMap(({ outcome, count, message }) =>
    isExchangeOutcome(outcome)
      ? [`${describeOutcome(outcome, count ?? 1)}${message === null ? '' : `: ${message}`}`]
      : [],
  );
  const files = Object.entries(job.outcomes)
    .filter(([outcome]) => !isExchangeOutcome(outcome))
    .map(([outcome, count]) => describeOutcome(outcome, count));
  const text = [...lines, ...outcomeLines, ...endOf(job), ...(files.length > 0 ? [files.join(', ')] : [])];
  return {
    json: { state: job.state, outcomes: job.outcomes, error: job.error, report },
    text: text.length > 0 ? text.join('\n') : t('Nothing to do'),
    failed: job.state !== 'done' || failures.length > 0,
  };
}

function endOf({ state, error }: Job): string[] {
  if (error) return [t('Stopped: {message}', { message: error.message })];
  return state === 'cancelled' ? [t('Cancelled')] : [];
}

/** Files without a reason are damages and the like, each of which is named. */
function sayGroup(outcome: string, files: readonly RefusedFile[], reason: string): string {
  if (reason === '') return files.map(({ name }) => `${outcome}: ${name}`).join('\n');
  const detail = detailOfRefusals(files);
  return `${outcome}: ${titleOfRefusals(files)}${detail === '' ? '' : `, ${detail}`}: ${reason}`;
}
