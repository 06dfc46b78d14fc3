/** From joined letters to ranges of the texts themselves. Invariant: the ops tile both parts that were asked for. */
import type { Range } from '../../contract/index.js';
import type { AlignmentOp } from './alignment.js';
import type { Letters } from './letters.js';
import { isInPair } from './offset-boundaries.js';
import { UNPAIRED, UNSETTLED } from './partners.js';

export interface AlignedSide {
  readonly text: string;
  readonly letters: Letters;
}

/** @param ofA partner of each letter of `a` in `b`, ascending; only those inside both parts are looked at. */
export function opsOf(a: AlignedSide, partA: Range, b: AlignedSide, partB: Range, ofA: Int32Array): AlignmentOp[] {
  const ops = new OpList(a.text, b.text);
  const [, endA] = partA;
  const [, endB] = partB;
  let [doneA] = partA;
  let [doneB] = partB;
  let group: { startA: number; endA: number; startB: number; endB: number; afterUnsettled: boolean } | null = null;
  // End of the open group while all of it is unit for unit alike; else -1.
  let doneSameA = -1;
  // Since the last group that was written; the one that is open came after it.
  let hasUnsettled = false;
  const flush = () => {
    if (!group) return;
    ops.between(doneA, group.startA, doneB, group.startB, group.afterUnsettled);
    ops.joined(group.startA, group.endA, group.startB, group.endB);
    doneA = group.endA;
    doneB = group.endB;
    group = null;
  };
  for (let at = 0; at < ofA.length; at += 1) {
    const other = ofA[at] ?? UNPAIRED;
    if (other < 0) {
      if (other === UNSETTLED) hasUnsettled = true;
      continue;
    }
    const startA = a.letters.starts[at] ?? 0;
    const startB = b.letters.starts[other] ?? 0;
    if (startA < partA[0]) continue;
    if (startA >= endA) break;
    const stopA = a.letters.ends[at] ?? 0;
    const stopB = b.letters.ends[other] ?? 0;
    // One source letter may be several folded ones (æ, ﬁ): what shares a source range is one piece.
    if (group && (startA < group.endA || startB < group.endB)) {
      group.endA = Math.max(group.endA, stopA);
      group.endB = Math.max(group.endB, stopB);
      doneSameA = -1;
      continue;
    }
    // What goes on unit for unit alike is one piece, and most of most texts: it is not split and joined.
    const apart = startA - doneSameA;
    if (group && doneSameA === group.endA && apart === startB - group.endB && !hasUnsettled) {
      if (apart < 4 && ops.isSame(group.endA, stopA, group.endB, stopB)) {
        group.endA = stopA;
        group.endB = stopB;
        doneSameA = stopA;
        continue;
      }
    }
    flush();
    doneSameA = ops.isSame(startA, stopA, startB, stopB) ? stopA : -1;
    group = { startA, endA: stopA, startB, endB: stopB, afterUnsettled: hasUnsettled };
    hasUnsettled = false;
  }
  flush();
  ops.between(doneA, endA, doneB, endB, hasUnsettled);
  return ops.list;
}

class OpList {
  readonly list: AlignmentOp[] = [];
  readonly #a: string;
  readonly #b: string;

  constructor(a: string, b: string) {
    this.#a = a;
    this.#b = b;
  }

  /** Letters that stand in each other's place. */
  joined(startA: number, endA: number, startB: number, endB: number): void {
    const isSame = this.isSame(startA, endA, startB, endB);
    this.#push(isSame ? 'same' : 'changed', [startA, endA], [startB, endB]);
  }

  /** White space, punctuation and letters without a partner, between joined ones. */
  between(startA: number, endA: number, startB: number, endB: number, isUnsettled: boolean): void {
    if (this.isSame(startA, endA, startB, endB)) {
      if (startA < endA) this.#push('same', [startA, endA], [startB, endB]);
      return;
    }
    let head = 0;
    const most = Math.min(endA - startA, endB - startB);
    while (head < most && this.#a.charCodeAt(startA + head) === this.#b.charCodeAt(startB + head)) head += 1;
    if (head > 0 && isSplit(this.#a, startA + head, this.#b, startB + head)) head -= 1;
    let tail = 0;
    while (tail < most - head && this.#a.charCodeAt(endA - 1 - tail) === this.#b.charCodeAt(endB - 1 - tail)) tail += 1;
    if (tail > 0 && isSplit(this.#a, endA - tail, this.#b, endB - tail)) tail -= 1;
    if (head > 0) this.#push('same', [startA, startA + head], [startB, startB + head]);
    this.#different(startA + head, endA - tail, startB + head, endB - tail, isUnsettled);
    if (tail > 0) this.#push('same', [endA - tail, endA], [endB - tail, endB]);
  }

  #different(startA: number, endA: number, startB: number, endB: number, isUnsettled: boolean): void {
    const here = this.#a.slice(startA, endA);
    const there = this.#b.slice(startB, endB);
    if (here === '' && there === '') return;
    // Marks and spaces answer each other; letters that found no partner do not.
    if (here !== '' && there !== '' && (isUnsettled || (!hasLetters(here) && !hasLetters(there)))) {
      this.#push('changed', [startA, endA], [startB, endB]);
      return;
    }
    if (here !== '') this.#push('removed', [startA, endA], [startB, startB]);
    if (there !== '') this.#push('added', [endA, endA], [startB, endB]);
  }

  isSame(startA: number, endA: number, startB: number, endB: number): boolean {
    const length = endA - startA;
    if (length !== endB - startB) return false;
    for (let index = 0; index < length; index += 1) {
      if (this.#a.charCodeAt(startA + index) !== this.#b.charCodeAt(startB + index)) return false;
    }
    return true;
  }

  /** Pieces of one kind become one, unless that would lose which unit answers which. */
  #push(kind: AlignmentOp['kind'], from: Range, to: Range): void {
    const last = this.list.at(-1);
    const isExact = (one: Range, other: Range) => one[1] - one[0] === other[1] - other[0];
    if (last?.kind === kind && (kind !== 'changed' || (isExact(from, to) && isExact(last.from, last.to)))) {
      this.list[this.list.length - 1] = { kind, from: [last.from[0], from[1]], to: [last.to[0], to[1]] };
    } else this.list.push({ kind, from, to });
  }
}

const hasLetters = (text: string) => /[^\p{P}\p{Z}\p{C}]/u.test(text);

const isSplit = (a: string, atA: number, b: string, atB: number) => isInPair(a, atA) || isInPair(b, atB);
