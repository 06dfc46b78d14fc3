/** The effect of an import plan under the chosen options. Pure, so that the sheet and its tests agree. */
import {
  detailOfRefusals,
  groupRefusals,
  type ImportPlanEntry,
  titleOfRefusals,
} from '../../../electron/contract/index.js';

export type DuplicatePolicy = 'skip' | 'import';

export interface PlanTally {
  readonly willImport: number;
  readonly bytes: number;
  readonly duplicates: number;
  readonly unreadable: number;
  readonly leftOut: number;
}

/** @returns whether an import would bring this file in, were it not left out by hand. */
export function canImport({ status }: ImportPlanEntry, duplicates: DuplicatePolicy): boolean {
  return status === 'new' || (status === 'duplicate' && duplicates === 'import');
}

/** @param excluded indexes of entries the person left out. */
export function tally(
  entries: readonly ImportPlanEntry[],
  duplicates: DuplicatePolicy,
  excluded: ReadonlySet<number>,
): PlanTally {
  let willImport = 0;
  let bytes = 0;
  let duplicateCount = 0;
  let unreadable = 0;
  let leftOut = 0;
  for (const entry of entries) {
    if (entry.status === 'duplicate') duplicateCount += 1;
    if (entry.status === 'unsupported' || entry.status === 'unreadable') unreadable += 1;
    if (!canImport(entry, duplicates)) continue;
    if (excluded.has(entry.index)) {
      leftOut += 1;
    } else {
      willImport += 1;
      bytes += entry.fileBytes;
    }
  }
  return { willImport, bytes, duplicates: duplicateCount, unreadable, leftOut };
}

/** Files that cannot be read first, then duplicates, then the rest, each in the order they were found. */
export function inReadingOrder(entries: readonly ImportPlanEntry[]): ImportPlanEntry[] {
  const weight = { unreadable: 0, unsupported: 0, duplicate: 1, new: 2 } as const;
  return entries.toSorted((a, b) => weight[a.status] - weight[b.status]);
}

/** A line of the sheet: a file, or several that are refused for the same reason. */
export interface PlanRow {
  readonly entries: readonly [ImportPlanEntry, ...ImportPlanEntry[]];
  readonly title: string;
  /** '' when there is nothing to say. */
  readonly note: string;
  readonly fileBytes: number;
}

const isRefused = ({ status }: ImportPlanEntry): boolean => status === 'unsupported' || status === 'unreadable';
const refusalOf = ({ name, note }: ImportPlanEntry) => ({ name, reason: note ?? '' });

function rowOf(entries: readonly [ImportPlanEntry, ...ImportPlanEntry[]]): PlanRow {
  const refused = entries.map(refusalOf);
  const note = [detailOfRefusals(refused), entries[0].note ?? ''].filter(Boolean).join('. ');
  return {
    entries,
    title: titleOfRefusals(refused),
    note,
    fileBytes: entries.reduce((sum, one) => sum + one.fileBytes, 0),
  };
}

/** @param entries in reading order. */
export function planRows(entries: readonly ImportPlanEntry[]): PlanRow[] {
  const groups = groupRefusals(entries.filter(isRefused), refusalOf);
  const grouped = groups.flatMap(({ files: [first, ...others] }) => (first ? [rowOf([first, ...others])] : []));
  return [...grouped, ...entries.filter((entry) => !isRefused(entry)).map((entry) => rowOf([entry]))];
}
