/** Which segments to make one of: neighbours only, since order is the order of insertion. Pure. */

/** More segments than this make queries slower than they need be. */
export const MAX_SEGMENTS = 10;
/** Segments merged at once. */
const FAN = 8;
/** Documents beyond which a segment is not merged with others any more. */
const MAX_DOCUMENTS = 16_384;
/** A segment with a larger share of tombstones is rewritten by itself. */
const MAX_REMOVED = 0.3;

export interface SegmentSize {
  readonly documents: number;
  readonly live: number;
}

/**
 * @returns the neighbours `[from, until)` to merge next; null when nothing need be done. Eight of a size become one, so
 * that a document is written again only when what it stands in has grown eightfold; when there are too many all the
 * same, those that are cheapest to merge.
 */
export function nextMerge(sizes: readonly SegmentSize[]): readonly [from: number, until: number] | null {
  const worn = sizes.findIndex(({ documents, live }) => live < documents * (1 - MAX_REMOVED));
  if (worn >= 0) return [worn, worn + 1];
  return eightOfASize(sizes) ?? (sizes.length > MAX_SEGMENTS ? cheapest(sizes) : null);
}

/** Segments of a tier are of a size: up to 8 documents, up to 64, and so on. */
const tierOf = ({ live }: SegmentSize): number => Math.ceil(Math.log(Math.max(1, live)) / Math.log(FAN) - 1e-9);

function eightOfASize(sizes: readonly SegmentSize[]): readonly [number, number] | null {
  for (let from = sizes.length - FAN; from >= 0; from--) {
    const run = sizes.slice(from, from + FAN);
    const tier = tierOf(run[0] as SegmentSize);
    const documents = run.reduce((sum, { live }) => sum + live, 0);
    if (documents <= MAX_DOCUMENTS && run.every((size) => tierOf(size) === tier)) return [from, from + FAN];
  }
  return null;
}

function cheapest(sizes: readonly SegmentSize[]): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < sizes.length; from++) {
    let documents = 0;
    for (let until = from; until < Math.min(sizes.length, from + FAN); until++) {
      documents += (sizes[until] as SegmentSize).live;
      if (documents > MAX_DOCUMENTS) break;
      const gone = until - from;
      if (gone === 0) continue;
      // The fewer at once, the more often a document is written again: eight at a time is what is paid for.
      const cost = documents / gone ** 2;
      if (cost < least) {
        least = cost;
        best = [from, until + 1];
      }
    }
  }
  return best;
}
