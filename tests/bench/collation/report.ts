/** The figures of a run as Markdown, beside what was to be reached. Pure. */
import { type MarkdownColumn, markdownTable } from '../search/markdown.js';
import type { ClassRun } from './classes.js';
import type { PairVerdict } from './judge.js';
import { TRUTHS } from './recognised.js';

export interface PairTime {
  readonly what: string;
  readonly ms: number;
  /** Tokens found alike; null where it cannot be compared. */
  readonly matches: number | null;
}

export interface AdversaryTime {
  readonly what: string;
  readonly ms: number;
  /** Cells of alignment tables that were filled. */
  readonly cells: number;
}

export interface TableVerdict {
  readonly what: string;
  readonly verdict: PairVerdict;
  /** Null where nobody measured it. */
  readonly ms: number | null;
}

export interface CollationRun {
  readonly conditions: readonly string[];
  readonly exact: PairTime;
  readonly full: PairTime;
  /** The first one is the optimum. */
  readonly peers: readonly PairTime[];
  readonly adversaries: readonly AdversaryTime[];
  readonly florilegium: readonly TableVerdict[];
  readonly orders: readonly PairVerdict[];
  readonly synthetic: readonly TableVerdict[];
  readonly traditions: readonly TableVerdict[];
}

export const REACH = {
  exactMs: 400,
  exactShare: 99.8,
  fullMs: 2_000,
  unrelatedMs: 1_000,
  table: { pairs: 0.996, different: 0.93, rows: 0.965 },
  deviation: 0.005,
} as const;

const left = (head: string): MarkdownColumn => ({ head, align: 'left' });
const right = (head: string): MarkdownColumn => ({ head, align: 'right' });
const time = (ms: number) => (ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`);
const met = (isMet: boolean) => (isMet ? 'yes' : 'NO');
const figure = (value: number) => value.toFixed(4);

function editionsTable({ exact, full, peers }: CollationRun): string {
  const optimum = peers[0]?.matches ?? 0;
  const share = (matches: number | null) => (matches === null ? '–' : `${((100 * matches) / optimum).toFixed(2)} %`);
  const isExactMet = exact.ms <= REACH.exactMs && (100 * (exact.matches ?? 0)) / optimum >= REACH.exactShare;
  const ours = [
    { ...exact, aim: `≤ ${REACH.exactMs} ms, ≥ ${REACH.exactShare} %`, met: met(isExactMet) },
    { ...full, aim: `≤ ${REACH.fullMs} ms`, met: met(full.ms <= REACH.fullMs) },
  ];
  const rows = [...ours, ...peers.map((peer) => ({ ...peer, aim: '', met: '' }))].map((row) => [
    row.what,
    time(row.ms),
    share(row.matches),
    row.aim,
    row.met,
    row.ms === exact.ms ? '' : `${(row.ms / exact.ms).toFixed(1)}×`,
    row.ms === exact.ms || row.ms === full.ms ? '' : `${(row.ms / full.ms).toFixed(1)}×`,
  ]);
  const heads = [
    right('time'),
    right('of the optimum’s matches'),
    left('to reach'),
    left('met'),
    right('exact passes'),
    right('full collations'),
  ];
  return markdownTable([left('Frankenstein 1818 and 1831'), ...heads], rows);
}

function adversariesTable({ adversaries }: CollationRun): string {
  const rows = adversaries.map(({ what, ms, cells }) => [
    what,
    time(ms),
    cells.toLocaleString('en'),
    met(ms <= REACH.unrelatedMs),
  ]);
  return markdownTable(
    [left('90,000 words each'), right('collation'), right('cells'), left(`≤ ${REACH.unrelatedMs} ms`)],
    rows,
  );
}

const VERDICT_HEADS = [right('pairs, F1'), right('different forms, F1'), right('rows exactly'), right('time')];
const verdictRow = ({ what, verdict, ms }: TableVerdict) => [
  what,
  figure(verdict.pairs),
  figure(verdict.different),
  figure(verdict.rows),
  ms === null ? '–' : time(ms),
];

function florilegiumTable({ florilegium }: CollationRun): string {
  const aim = ['to reach', '0.996', '0.93', '0.965', ''];
  return markdownTable([left('Florilegium, 13 witnesses'), ...VERDICT_HEADS], [...florilegium.map(verdictRow), aim]);
}

function syntheticTable({ synthetic }: CollationRun): string {
  return markdownTable([left('Copied down a tree'), ...VERDICT_HEADS], synthetic.map(verdictRow));
}

function traditionsTable({ traditions }: CollationRun): string {
  return markdownTable([left('Invented traditions'), ...VERDICT_HEADS], traditions.map(verdictRow));
}

/** Standard deviation of the F1 of different forms over the orders. */
export function deviationOf(orders: readonly PairVerdict[]): number {
  const mean = orders.reduce((sum, { different }) => sum + different, 0) / orders.length;
  return Math.sqrt(orders.reduce((sum, { different }) => sum + (different - mean) ** 2, 0) / orders.length);
}

export function report(run: CollationRun): string {
  const deviation = deviationOf(run.orders);
  const orders = `${run.orders.length} random orders of the witnesses: the F1 of different forms has a standard deviation of ${deviation.toFixed(4)} (to reach: ≤ ${REACH.deviation}; ${met(deviation <= REACH.deviation)}).`;
  const parts = [
    ...run.conditions,
    editionsTable(run),
    adversariesTable(run),
    florilegiumTable(run),
    orders,
    syntheticTable(run),
    traditionsTable(run),
  ];
  return `${parts.join('\n\n')}\n`;
}

const CLASS_NAMES = {
  ocr: 'recognition',
  substantive: 'substantive',
  name: 'name',
  value: 'number, date',
  accidental: 'accidental',
};
const percent = (share: number) => `${(100 * share).toFixed(1)}`;

/** The figures of classes, a section of their own. */
export function classReport(conditions: readonly string[], { verdicts, editions, dictionaries }: ClassRun): string {
  const heads = TRUTHS.map((truth) => right(`${CLASS_NAMES[truth]} (places)`));
  const rows = verdicts.map(({ pairs, what, rates }) => [
    `${what}: ${pairs}`,
    ...rates.map(({ precision, recall, places }) =>
      places === 0 ? '–' : `${percent(precision)} / ${percent(recall)} (${places})`,
    ),
  ]);
  const share = percent(editions.recognition / editions.places);
  const parts = [
    ...conditions,
    markdownTable([left('precision / recall in %'), ...heads], rows),
    `Frankenstein 1818 and 1831: of ${editions.places} places that differ, ${editions.recognition} are called recognition, ${share} % (to reach: ≤ 0.5 %). Asking English dictionaries about the words that differ took ${Math.round(editions.askMs)} ms, telling classes ${Math.round(editions.tellMs)} ms.`,
    markdownTable(
      [left('dictionaries of'), right('loading them')],
      dictionaries.map(({ language, ms }) => [language, time(ms)]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
