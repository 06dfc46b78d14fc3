/** The figures of a run as Markdown: what was to be reached first, then every cell. Pure. */
import { type Column, markdownTable } from '../search/markdown.js';
import type { Tally } from './judge.js';
import type { Length } from './passages-of.js';
import type { AnchoringName } from './trial.js';

export interface Cell {
  /** What the texts are, in words. */
  readonly texts: string;
  /** Null where no noise was added. */
  readonly rate: number | null;
  readonly length: Length;
  readonly tallies: Readonly<Record<AnchoringName, Tally>>;
}

export interface Timing {
  readonly what: string;
  /** Milliseconds for 100 passages, the alignment of the texts included. */
  readonly ms: Readonly<Record<AnchoringName, number>>;
}

export interface Run {
  readonly cells: readonly Cell[];
  readonly timings: readonly Timing[];
  /** Where and with what it was measured, in lines for a person. */
  readonly conditions: readonly string[];
}

/** What was set out for, for phrases; percentages. */
export const REACH = { wrong: 0.5, exact: 99, falseAnchors: 1 } as const;

const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });

export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const told = (part: number, whole: number) => (whole === 0 ? '–' : `${percent(part, whole).toFixed(2)} %`);
const namesOf = ({ texts, rate }: Cell) => (rate === null ? texts : `${texts}, ${rate * 100} %`);

const SHARES = {
  wrong: (tally: Tally) => told(tally.wrong, tally.alive),
  exact: (tally: Tally) => told(tally.exact, tally.alive),
  orphans: (tally: Tally) => told(tally.orphans, tally.alive),
  falseAnchors: (tally: Tally) => told(tally.falseAnchors, tally.deleted),
};

/** Whether the phrases of a cell reach what was set out for. */
export function isReached({ wrong, exact, alive, falseAnchors, deleted }: Tally): boolean {
  return (
    percent(wrong, alive) <= REACH.wrong &&
    percent(exact, alive) >= REACH.exact &&
    percent(falseAnchors, deleted) <= REACH.falseAnchors
  );
}

function reachTable(cells: readonly Cell[]): string {
  const columns = [
    left('phrases in'),
    right(`wrong (≤ ${REACH.wrong} %)`),
    right(`IoU ≥ 0.9 (≥ ${REACH.exact} %)`),
    right(`false after deletion (≤ ${REACH.falseAnchors} %)`),
    left('met'),
    right('Hypothesis: wrong'),
    right('IoU ≥ 0.9'),
    right('false'),
  ];
  const rows = cells
    .filter(({ length }) => length === 'phrase')
    .map((cell) => {
      const { fonds, hypothesis } = cell.tallies;
      return [
        namesOf(cell),
        SHARES.wrong(fonds),
        SHARES.exact(fonds),
        SHARES.falseAnchors(fonds),
        isReached(fonds) ? 'yes' : 'NO',
        SHARES.wrong(hypothesis),
        SHARES.exact(hypothesis),
        SHARES.falseAnchors(hypothesis),
      ];
    });
  return markdownTable(columns, rows);
}

/** Each figure as `Fonds / Hypothesis`. */
function cellsTable(cells: readonly Cell[]): string {
  const columns = [
    left('Fonds / Hypothesis'),
    left('length'),
    right('passages'),
    right('wrong'),
    right('IoU ≥ 0.9'),
    right('orphan'),
    right('deleted'),
    right('false after deletion'),
  ];
  const rows = cells.map((cell) => {
    const { fonds, hypothesis } = cell.tallies;
    const both = (share: (tally: Tally) => string) => `${share(fonds)} / ${share(hypothesis)}`;
    return [
      namesOf(cell),
      cell.length,
      fonds.alive === 0 ? '–' : String(fonds.alive),
      both(SHARES.wrong),
      both(SHARES.exact),
      both(SHARES.orphans),
      fonds.deleted === 0 ? '–' : String(fonds.deleted),
      both(SHARES.falseAnchors),
    ];
  });
  return markdownTable(columns, rows);
}

function timesTable(timings: readonly Timing[]): string {
  const columns = [left('100 passages in 400 KB'), right('Fonds'), right('Hypothesis'), right('Fonds is')];
  const rows = timings.map(({ what, ms }) => [
    what,
    `${Math.round(ms.fonds)} ms`,
    `${Math.round(ms.hypothesis)} ms`,
    ms.fonds <= ms.hypothesis
      ? `${(ms.hypothesis / ms.fonds).toFixed(1)}× faster`
      : `${(ms.fonds / ms.hypothesis).toFixed(1)}× slower`,
  ]);
  return markdownTable(columns, rows);
}

export function report({ cells, timings, conditions }: Run): string {
  const parts = [...conditions, reachTable(cells), cellsTable(cells), timings.length > 0 ? timesTable(timings) : ''];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
