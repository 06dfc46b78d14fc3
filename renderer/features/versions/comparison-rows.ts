/** Turns the edits between two texts into rows to read: what differs, with a little of what stands around it. */
import type { TextEdit } from '../../../electron/contract/index.js';

/** A run of words on one side of a row. */
export interface DiffSegment {
  readonly kind: 'same' | 'changed';
  readonly text: string;
  /** UTF-16 offset in the text of its own side. */
  readonly start: number;
}

export type ComparisonRow =
  | {
      readonly kind: 'difference';
      readonly left: readonly DiffSegment[];
      readonly right: readonly DiffSegment[];
      readonly at: number;
    }
  /** Characters that are the same on both sides and not shown. */
  | { readonly kind: 'unchanged'; readonly length: number; readonly at: number };

/** UTF-16 code units of context on either side of a difference. */
const CONTEXT = 120;

/** The first blank from `offset` on, before `end`; `offset` itself when there is none, so that no word is shown in half. */
function blankAfter(text: string, offset: number, end: number): number {
  const blank = text.slice(offset, end).search(/\s/);
  return blank < 0 ? offset : offset + blank;
}

/** After the last blank before `offset`, from `start` on; `offset` itself when there is none. */
function blankBefore(text: string, offset: number, start: number): number {
  const blank = /\s\S*$/.exec(text.slice(start, offset));
  return blank ? start + blank.index : offset;
}

/** Edits that are shown together, because hardly anything stands between them. */
interface EditGroup {
  readonly first: number;
  readonly last: number;
}

function groupsOf(edits: readonly TextEdit[]): EditGroup[] {
  const groups: EditGroup[] = [];
  edits.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    const open = groups.at(-1);
    const between = open ? edits.slice(open.last + 1, index) : [];
    const isNear = between.every((edit) => edit.kind !== 'same' || edit.from[1] - edit.from[0] <= CONTEXT * 2);
    if (open && isNear) groups[groups.length - 1] = { first: open.first, last: index };
    else groups.push({ first: index, last: index });
  });
  return groups;
}

/** Places where the texts differ; a removal and the addition in its place count as one. */
export const countDifferences = (edits: readonly TextEdit[]): number =>
  edits.filter(({ kind }, index) => kind !== 'same' && (edits[index - 1]?.kind ?? 'same') === 'same').length;

/** @param edits tile both texts, in order. */
export function comparisonRows(from: string, to: string, edits: readonly TextEdit[]): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  let position = 0;
  const passOver = (until: number) => {
    if (until > position) rows.push({ kind: 'unchanged', length: until - position, at: position });
  };
  for (const { first, last } of groupsOf(edits)) {
    const [before, after] = [edits[first - 1], edits[last + 1]];
    const start = edits[first]?.from[0] ?? 0;
    const end = edits[last]?.from[1] ?? 0;
    const least = Math.max(position, before?.from[0] ?? start);
    const head = least >= start - CONTEXT ? least : blankAfter(from, start - CONTEXT, start);
    const most = after?.from[1] ?? end;
    const tail = most <= end + CONTEXT ? most : blankBefore(from, end + CONTEXT, end);
    passOver(head);
    const left: DiffSegment[] = [];
    const right: DiffSegment[] = [];
    /** @param shift from an offset in the one text to the same place in the other. */
    const both = (begin: number, until: number, shift: number) => {
      const text = from.slice(begin, until);
      if (text === '') return;
      left.push({ kind: 'same', text, start: begin });
      right.push({ kind: 'same', text, start: begin + shift });
    };
    both(head, start, (edits[first]?.to[0] ?? 0) - start);
    for (const edit of edits.slice(first, last + 1)) {
      const [begin] = edit.from;
      if (edit.kind === 'same') both(begin, edit.from[1], edit.to[0] - begin);
      else if (edit.kind === 'removed') left.push({ kind: 'changed', text: from.slice(...edit.from), start: begin });
      else right.push({ kind: 'changed', text: to.slice(...edit.to), start: edit.to[0] });
    }
    both(end, tail, (edits[last]?.to[1] ?? 0) - end);
    rows.push({ kind: 'difference', left, right, at: head });
    position = tail;
  }
  passOver(from.length);
  return rows;
}
