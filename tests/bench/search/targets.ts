/** What Fonds' engine has to reach beside the others, and whether it did. Pure. */
import type { EngineFigures, KindFigures } from './figures.js';
import { median } from './percentile.js';
import type { QueryKind } from './query-kinds.js';

/** @returns null when it was not measured. */
type Quantity = (figures: EngineFigures) => number | null;

interface BenchTarget {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly of: Quantity;
  /** `less`: at least so many times less than the other; `within`: at most so many times the other; `most`: at most so much. */
  readonly reach: { readonly less: number } | { readonly within: number } | { readonly most: number };
}

export interface TargetVerdict {
  readonly against: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly reach: string;
  /** The ratio, or the value where the target is a value; null when it was not measured. */
  readonly got: string | null;
  readonly own: number | null;
  readonly other: number | null;
  readonly isMet: boolean | null;
}

const ofOpens = (pick: (open: NonNullable<EngineFigures['opens']>[number]) => number): Quantity => {
  return ({ opens }) => (opens && opens.length > 0 ? median(opens.map(pick)) : null);
};
const ofKind = (kind: QueryKind, figure: keyof KindFigures): Quantity => {
  return ({ use }) => use?.kinds[kind]?.[figure] ?? null;
};

export const openMs = ofOpens(({ elapsedMs }) => elapsedMs);
export const liveBytes = ofOpens((open) => open.liveBytes);
export const rssBytes = ofOpens((open) => open.rssBytes);
/** The larger of the two, for every engine: SQLite's memory shows only in the one, shared pages only in the other. */
export const memoryBytes = ofOpens((open) => Math.max(open.liveBytes, open.rssBytes));
export const diskBytes: Quantity = ({ build }) => build?.diskBytes ?? null;
export const buildMs: Quantity = ({ build }) => build?.elapsedMs ?? null;
export const addMs: Quantity = ({ use }) => use?.add?.medianMs ?? null;

const OPEN = { what: 'open, to the first answer', unit: 'ms', of: openMs } as const;
const MEMORY = { what: 'memory after opening', unit: 'MB', of: memoryBytes } as const;
const DISK = { what: 'on disk', unit: 'MB', of: diskBytes } as const;
const BUILD = { what: 'build and save', unit: 'ms', of: buildMs } as const;
const ADD = { what: 'add one document, median', unit: 'ms', of: addMs } as const;
const ask = (kind: QueryKind, share: 'p50' | 'p95') =>
  ({ what: `${kind} ${share}`, unit: 'ms', of: ofKind(kind, `${share}Ms`) }) as const;

export const TARGETS: Readonly<Record<string, readonly BenchTarget[]>> = {
  lunr: [
    { ...OPEN, reach: { less: 300 } },
    { ...MEMORY, reach: { less: 40 } },
    { ...DISK, reach: { less: 8 } },
    { ...BUILD, reach: { less: 4 } },
    { ...ask('plain', 'p95'), reach: { less: 40 } },
    { ...ask('typeahead', 'p95'), reach: { less: 40 } },
    { ...ask('fuzzy', 'p50'), reach: { within: 1 } },
    { ...ADD, reach: { most: 1 } },
  ],
  minisearch: [
    { ...OPEN, reach: { less: 100 } },
    { ...MEMORY, reach: { less: 30 } },
    { ...DISK, what: 'on disk, with positions', reach: { less: 1.8 } },
    { ...ask('plain', 'p95'), reach: { less: 6 } },
    { ...ask('typeahead', 'p95'), reach: { less: 15 } },
    { ...ask('fuzzy', 'p50'), reach: { within: 4 } },
    { ...ask('fuzzy', 'p95'), reach: { within: 4 } },
  ],
  flexsearch: [
    { ...MEMORY, reach: { less: 40 } },
    { ...OPEN, reach: { less: 150 } },
    { ...DISK, reach: { less: 10 } },
  ],
  fts5: [
    { ...ask('plain', 'p95'), reach: { less: 5 } },
    { ...ask('prefix', 'p95'), reach: { less: 3 } },
    { ...ask('typeahead', 'p95'), reach: { less: 2 } },
    { ...ask('phrase', 'p50'), reach: { within: 1 } },
    { ...ask('phrase', 'p95'), reach: { within: 1 } },
    { ...BUILD, reach: { within: 3.5 } },
    { ...ADD, reach: { within: 2 } },
  ],
  'fts5-no-prefix': [{ ...DISK, what: 'index on disk', reach: { within: 0.8 } }],
};

/** Fonds' engine with more documents. */
export const OWN_TARGETS: readonly BenchTarget[] = [
  { ...OPEN, reach: { most: 20 } },
  { ...ask('plain', 'p95'), reach: { most: 5 } },
  { ...ask('typeahead', 'p95'), reach: { most: 10 } },
];

export function judge(
  target: BenchTarget,
  against: string,
  own: EngineFigures,
  other: EngineFigures | null,
): TargetVerdict {
  const { what, unit, of, reach } = target;
  const compared = { against, what, unit, own: of(own), other: other && of(other) };
  if ('most' in reach) {
    const isMet = compared.own === null ? null : compared.own <= reach.most;
    return {
      ...compared,
      reach: `≤ ${reach.most} ${unit}`,
      got: compared.own === null ? null : inUnit(compared.own, unit),
      isMet,
    };
  }
  const isLess = 'less' in reach;
  const wanted = isLess ? `≥ ${reach.less}× less` : `≤ ${reach.within}×`;
  if (compared.own === null || compared.other === null) return { ...compared, reach: wanted, got: null, isMet: null };
  const ratio = isLess ? compared.other / compared.own : compared.own / compared.other;
  const isMet = isLess ? ratio >= reach.less : ratio <= reach.within;
  return { ...compared, reach: wanted, got: isLess ? `${inDigits(ratio)}× less` : `${inDigits(ratio)}×`, isMet };
}

/** @param all figures of one run; those with the most documents of `fonds` beside others are its own measure. */
export function judgeAll(
  own: EngineFigures,
  others: readonly EngineFigures[],
  large: EngineFigures | null,
): TargetVerdict[] {
  const beside = others.flatMap((other) =>
    (TARGETS[other.engine] ?? []).map((target) => judge(target, other.engine, own, other)),
  );
  if (!large) return beside;
  const itself = `itself at ${large.documents.toLocaleString('en')}`;
  return [...beside, ...OWN_TARGETS.map((target) => judge(target, itself, large, null))];
}

/** Three digits are what a measurement here is worth. */
export function inDigits(value: number): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1_000 ? rounded.toLocaleString('en', { maximumFractionDigits: 0 }) : String(rounded);
}

/** @param value milliseconds or bytes. */
export function inUnit(value: number, unit: 'ms' | 'MB'): string {
  return unit === 'ms' ? `${inDigits(value)} ms` : `${inDigits(value / 1e6)} MB`;
}
