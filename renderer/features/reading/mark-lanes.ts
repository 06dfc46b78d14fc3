/**
 * Marks laid over a text in lanes, so that overlapping marks can be distinguished. A mark keeps its lane from its first
 * letter to its last, and no two marks of one lane touch. Knows nothing of annotations: anything with a colour is a mark.
 */
import type { Colour, VersionId } from '../../../electron/contract/index.js';

export interface TextMark {
  readonly id: string;
  /** The text it lies in. */
  readonly versionId: VersionId;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  readonly colour: Colour;
}

export interface LaneMark extends TextMark {
  /** 0 for the ground; those over it count up. */
  readonly lane: number;
}

export interface MarksInLanes {
  /** By start, the longer first. */
  readonly marks: readonly LaneMark[];
  /** The furthest end of each mark and all before it: never falls, so it can be searched by halves. */
  readonly maxEnds: readonly number[];
}

export const NO_MARKS: MarksInLanes = { marks: [], maxEnds: [] };

/** @param marks in any order; those without a letter are left out. */
export function assignLanes(marks: readonly TextMark[]): MarksInLanes {
  const sorted = marks
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  /** Where each lane is free again. */
  const free: number[] = [];
  const placed: LaneMark[] = [];
  const maxEnds: number[] = [];
  for (const mark of sorted) {
    const open = free.findIndex((until) => until <= mark.start);
    const lane = open < 0 ? free.length : open;
    free[lane] = mark.end;
    placed.push({ ...mark, lane });
    maxEnds.push(Math.max(maxEnds.at(-1) ?? 0, mark.end));
  }
  return { marks: placed, maxEnds };
}

/** @returns the marks that touch `[start, end)`, by start. */
export function marksIn({ marks, maxEnds }: MarksInLanes, start: number, end: number): readonly LaneMark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((maxEnds[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const touching: LaneMark[] = [];
  for (let mark = marks[low]; mark && mark.start < end; mark = marks[++low]) if (mark.end > start) touching.push(mark);
  return touching.length > 0 ? touching : NONE;
}

/** One for all, so that blocks without marks are not drawn again. */
const NONE: readonly LaneMark[] = [];

export const sameMarks = (a: readonly LaneMark[], b: readonly LaneMark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, index) => isSame(mark, b[index])));

const isSame = (a: LaneMark, b: LaneMark | undefined): boolean =>
  a.id === b?.id && a.start === b.start && a.end === b.end && a.colour === b.colour && a.lane === b.lane;
