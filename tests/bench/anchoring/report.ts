/** The figures of a run as Markdown: what was to be reached first, then every cell. Pure. */
import { type MarkdownColumn, markdownTable } from '../search/markdown.js';
import type { AnchorTally } from './judge.js';
import type { Length } from './passages-of.js';
import type { AnchoringName } from './trial.js';

export interface Cell {
  /** What the texts are, in words. */
  readonly texts: string;
  /** Null where no noise was added. */
  readonly rate: number | null;
  readonly length: Length;
  readonly tallies: Readonly<Record<AnchoringName, AnchorTally>>;
}

export interface Timing {
  readonly what: string;
  /** Milliseconds for 100 passages, the alignment of the texts included. */
  readonly ms: Readonly<Record<AnchoringName, number>>;
}

export interface PageTiming {
  readonly what: string;
  /** Phrases that were asked for. */
  readonly passages: number;
  /** Milliseconds of processor time, the alignment of the texts included. */
  readonly ms: Readonly<Record<AnchoringName, number>>;
}

export interface AnchoringRun {
  readonly cells: readonly Cell[];
  /** Of old print, with what was replaced. */
  readonly prints: readonly Cell[];
  readonly receipts: readonly Cell[];
  readonly timings: readonly Timing[];
  readonly pageTimings: readonly PageTiming[];
  /** Where and with what it was measured, in lines for a person. */
  readonly conditions: readonly string[];
}

/** What was set out for, for phrases; percentages. */
export const REACH = { wrong: 0.5, exact: 99, falseAnchors: 1 } as const;

/** Of old print: what was set out for at each rate, by the length of a passage; percentages. */
export const PRINT_REACH = {
  exact: { phrase: { 0.08: 99, 0.27: 98.5 }, word: { 0.27: 92 } },
  replaced: 100 / 300,
} as const;

const left = (head: string): MarkdownColumn => ({ head, align: 'left' });
const right = (head: string): MarkdownColumn => ({ head, align: 'right' });

export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const share = (part: number, whole: number) => (whole === 0 ? '–' : `${percent(part, whole).toFixed(2)} %`);
const namesOf = ({ texts, rate }: Cell) => (rate === null ? texts : `${texts}, ${rate * 100} %`);

const SHARES = {
  wrong: (tally: AnchorTally) => share(tally.wrong, tally.alive),
  exact: (tally: AnchorTally) => share(tally.exact, tally.alive),
  orphans: (tally: AnchorTally) => share(tally.orphans, tally.alive),
  falseAnchors: (tally: AnchorTally) => share(tally.falseAnchors, tally.deleted),
  replaced: (tally: AnchorTally) => share(tally.placedReplaced, tally.replaced),
};

/** Whether the phrases of a cell reach what was set out for. */
export function isReached({ wrong, exact, alive, falseAnchors, deleted }: AnchorTally): boolean {
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

const exactWanted = ({ length, rate }: Cell): number | null => {
  const wanted: Partial<Record<Length, Partial<Record<number, number>>>> = PRINT_REACH.exact;
  return wanted[length]?.[rate ?? 0] ?? null;
};

/** Whether a cell of old print reaches what was set out for; null where nothing was. */
export function isPrintReached(cell: Cell): boolean | null {
  const wanted = exactWanted(cell);
  if (wanted === null) return null;
  const { wrong, exact, alive, falseAnchors, deleted, replaced, placedReplaced } = cell.tallies.fonds;
  return (
    percent(wrong, alive) <= REACH.wrong &&
    percent(exact, alive) >= wanted &&
    percent(falseAnchors, deleted) <= REACH.falseAnchors &&
    (cell.length !== 'phrase' || percent(placedReplaced, replaced) <= PRINT_REACH.replaced)
  );
}

function printTable(cells: readonly Cell[]): string {
  const columns = [
    left('Fonds / Hypothesis, old print'),
    left('length'),
    right('readable'),
    right('wrong (≤ 0.5 %)'),
    right('IoU ≥ 0.9'),
    right('asked'),
    right('false after deletion (≤ 1 %)'),
    right('placed though replaced (phrases ≤ 0.33 %)'),
    left('met'),
  ];
  const rows = cells.map((cell) => {
    const { fonds, hypothesis } = cell.tallies;
    const both = (share: (tally: AnchorTally) => string) => `${share(fonds)} / ${share(hypothesis)}`;
    const wanted = exactWanted(cell);
    const isReached = isPrintReached(cell);
    return [
      namesOf(cell),
      cell.length,
      String(fonds.alive),
      both(SHARES.wrong),
      both(SHARES.exact),
      wanted === null ? '–' : `≥ ${wanted} %`,
      both(SHARES.falseAnchors),
      both(SHARES.replaced),
      isReached === null ? '–' : isReached ? 'yes' : 'NO',
    ];
  });
  return markdownTable(columns, rows);
}

function receiptsTable(cells: readonly Cell[]): string {
  const columns = [
    left('Fonds / Hypothesis, lists of like lines'),
    right('lines and prices'),
    right('wrong'),
    right('IoU ≥ 0.9'),
    right('deleted'),
    right('false after deletion (≤ 1 %)'),
  ];
  const rows = cells.map((cell) => {
    const { fonds, hypothesis } = cell.tallies;
    const both = (share: (tally: AnchorTally) => string) => `${share(fonds)} / ${share(hypothesis)}`;
    return [
      `noise of ${(cell.rate ?? 0) * 100} %`,
      String(fonds.alive),
      both(SHARES.wrong),
      both(SHARES.exact),
      String(fonds.deleted),
      both(SHARES.falseAnchors),
    ];
  });
  return markdownTable(columns, rows);
}

function pageTimesTable(timings: readonly PageTiming[]): string {
  const columns = [
    left('phrases in a text of 70 KB'),
    right('phrases'),
    right('Fonds'),
    right('Hypothesis'),
    right('Fonds is'),
  ];
  const rows = timings.map(({ what, passages, ms }) => [
    what,
    String(passages),
    `${ms.fonds.toFixed(1)} ms`,
    `${ms.hypothesis.toFixed(1)} ms`,
    speed(ms),
  ]);
  return markdownTable(columns, rows);
}

function speed({ fonds, hypothesis }: Readonly<Record<AnchoringName, number>>): string {
  return fonds <= hypothesis
    ? `${(hypothesis / fonds).toFixed(1)}× faster`
    : `${(fonds / hypothesis).toFixed(1)}× slower`;
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
    const both = (share: (tally: AnchorTally) => string) => `${share(fonds)} / ${share(hypothesis)}`;
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
    speed(ms),
  ]);
  return markdownTable(columns, rows);
}

export function report({ cells, prints, receipts, timings, pageTimings, conditions }: AnchoringRun): string {
  const tables = [
    cells.length > 0 ? reachTable(cells) : '',
    prints.length > 0 ? printTable(prints) : '',
    receipts.length > 0 ? receiptsTable(receipts) : '',
    cells.length > 0 ? cellsTable(cells) : '',
    pageTimings.length > 0 ? pageTimesTable(pageTimings) : '',
    timings.length > 0 ? timesTable(timings) : '',
  ];
  return `${[...conditions, ...tables].filter(Boolean).join('\n\n')}\n`;
}
