/** The figures of a run as Markdown: targets first, then all that was measured. Pure. */
import type { EngineFigures } from './figures.js';
import { MANNERS } from './known-items.js';
import { type MarkdownColumn, markdownTable } from './markdown.js';
import { QUERY_KINDS } from './query-kinds.js';
import {
  buildMs,
  diskBytes,
  inDigits,
  inUnit,
  judgeAll,
  liveBytes,
  memoryBytes,
  openMs,
  rssBytes,
  type TargetVerdict,
} from './targets.js';

export interface SearchRun {
  readonly words: number;
  readonly figures: readonly EngineFigures[];
  /** The same documents and more, for Fonds alone; null when it was not asked for. */
  readonly large: EngineFigures | null;
  /** Where and with what it was measured, in lines for a person. */
  readonly conditions: readonly string[];
}

const left = (head: string): MarkdownColumn => ({ head, align: 'left' });
const right = (head: string): MarkdownColumn => ({ head, align: 'right' });
const NOTHING = '–';

const measured = (value: number | null, unit: 'ms' | 'MB') => (value === null ? NOTHING : inUnit(value, unit));
const yesOrNo = ({ isMet }: TargetVerdict) => (isMet === null ? NOTHING : isMet ? 'yes' : 'NO');

export function verdicts({ figures, large }: SearchRun): TargetVerdict[] {
  const own = figures.find(({ engine }) => engine === 'fonds');
  const others = figures.filter(({ engine }) => engine !== 'fonds');
  return own ? judgeAll(own, others, large) : [];
}

function targetsTable(run: SearchRun): string {
  const columns = [
    left('against'),
    left('what'),
    right('reach'),
    right('got'),
    right('Fonds'),
    right('the other'),
    left('met'),
  ];
  const rows = verdicts(run).map((verdict) => [
    verdict.against,
    verdict.what,
    verdict.reach,
    verdict.got ?? NOTHING,
    measured(verdict.own, verdict.unit),
    measured(verdict.other, verdict.unit),
    yesOrNo(verdict),
  ]);
  return markdownTable(columns, rows);
}

const nameOf = ({ engine, documents }: EngineFigures, all: readonly EngineFigures[]) =>
  all.every((other) => other.documents === documents) ? engine : `${engine}, ${documents.toLocaleString('en')}`;

function sizesTable(all: readonly EngineFigures[]): string {
  const columns = [
    left('engine'),
    right('build and save'),
    right('peak of building'),
    right('on disk'),
    right('open'),
    right('memory'),
    right('live'),
    right('rss'),
    right('add, median'),
    right('add, longest'),
  ];
  const rows = all.map((figures) => [
    nameOf(figures, all),
    measured(buildMs(figures), 'ms'),
    measured(figures.build?.peakRssBytes ?? null, 'MB'),
    measured(diskBytes(figures), 'MB'),
    measured(openMs(figures), 'ms'),
    measured(memoryBytes(figures), 'MB'),
    measured(liveBytes(figures), 'MB'),
    measured(rssBytes(figures), 'MB'),
    measured(figures.use?.add?.medianMs ?? null, 'ms'),
    measured(figures.use?.add?.maxMs ?? null, 'ms'),
  ]);
  return markdownTable(columns, rows);
}

/** p50 and p95 of each set in milliseconds; a star where not all questions could be asked in time. */
function questionsTable(all: readonly EngineFigures[]): string {
  const asked = all.filter(({ use }) => use);
  const most = (kind: (typeof QUERY_KINDS)[number]) =>
    Math.max(0, ...asked.map(({ use }) => use?.kinds[kind]?.questions ?? 0));
  const columns = [left('ms, p50 / p95'), ...QUERY_KINDS.map((kind) => right(`${kind} (${most(kind)})`))];
  const rows = asked.map((figures) => [
    nameOf(figures, all),
    ...QUERY_KINDS.map((kind) => {
      const times = figures.use?.kinds[kind];
      if (!times) return NOTHING;
      const star = times.questions < most(kind) ? ' *' : '';
      return `${inDigits(times.p50Ms)} / ${inDigits(times.p95Ms)}${star}`;
    }),
  ]);
  return markdownTable(columns, rows);
}

/** Share of the questions that found anything: an engine is not quick when it finds nothing. */
function answeredTable(all: readonly EngineFigures[]): string {
  const asked = all.filter(({ use }) => use);
  const columns = [left('found anything'), ...QUERY_KINDS.map((kind) => right(kind))];
  const rows = asked.map((figures) => [
    nameOf(figures, all),
    ...QUERY_KINDS.map((kind) => {
      const times = figures.use?.kinds[kind];
      return times ? `${Math.round(times.answered * 100)} %` : NOTHING;
    }),
  ]);
  return markdownTable(columns, rows);
}

/** Where the documents stand that known items ask for. */
function knownTable(all: readonly EngineFigures[]): string {
  const asked = all.filter(({ use }) => use?.known);
  if (asked.length === 0) return '';
  const columns = [left('mean reciprocal rank'), ...MANNERS.map((manner) => right(manner))];
  const rows = asked.map((figures) => [
    nameOf(figures, all),
    ...MANNERS.map((manner) => figures.use?.known?.[manner].toFixed(3) ?? NOTHING),
  ]);
  return markdownTable(columns, rows);
}

export function report(run: SearchRun): string {
  const all = run.large ? [...run.figures, run.large] : run.figures;
  const failed = all.filter(({ failure }) => failure);
  const parts = [
    ...run.conditions,
    verdicts(run).length > 0 ? targetsTable(run) : '',
    sizesTable(all),
    questionsTable(all),
    answeredTable(all),
    knownTable(all),
    failed
      .map(({ engine, documents, failure }) => `${engine} at ${documents} documents failed: ${failure}`)
      .join('\n\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
