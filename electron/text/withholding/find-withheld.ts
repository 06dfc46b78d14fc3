/**
 * Finds what a text says that it withholds or has lost. Marks that only white space divides are one; codes that a comma
 * divides are one.
 * Invariant: what is returned is in text order, without overlaps, begins and ends with a mark, and holds no shown word.
 * Time is linear in the text: every pattern looks a bounded way ahead.
 */
import { findBrackets } from './brackets.js';
import { findNotices } from './notices.js';
import { findStamps } from './stamps.js';
import { findRows } from './typography.js';
import { joinedCodes, type Withheld, type WithheldCandidate } from './withheld.js';

/** What a text says that it withholds or has lost; the two lists do not overlap. */
export interface WithheldRanges {
  /** What is a mark whatever stands in other texts. */
  readonly sure: Withheld[];
  /** What is a mark if another text shows words where this one has it: bare codes (`B5`, `P5`, `1.4(b)`). */
  readonly possible: Withheld[];
}

export const findWithheld = (text: string): Withheld[] => withholdingIn(text).sure;

export function withholdingIn(text: string): WithheldRanges {
  const findings = chosen(text);
  const isMargin = marginsOf(text, findings);
  const sure: Withheld[] = [];
  const possible: Withheld[] = [];
  for (const chain of chainsOf(text, findings)) {
    const isSure = vouched(chain) || isMargin(chain);
    for (const mark of merged(chain, isSure)) (isSure || mark.trust === 'sure' ? sure : possible).push(plain(mark));
  }
  return { sure, possible };
}

const plain = ({ start, end, kind, code }: WithheldCandidate): Withheld => ({ start, end, kind, code });

const ADDRESS = /(?:https?:\/\/|www\.|file:\/\/)\S+/gi;

/** Of what the finders found: nothing twice, the sure before the possible and the longer before the shorter; no addresses. */
function chosen(text: string): WithheldCandidate[] {
  const all = [...findBrackets(text), ...findNotices(text), ...findStamps(text), ...findRows(text)];
  if (all.length === 0) return [];
  const addresses = [...text.matchAll(ADDRESS)].map(
    ({ 0: written, index }) => [index, index + written.length] as const,
  );
  const inText = (those: WithheldCandidate[]) => apart(those, addresses);
  const sure = inText(all.filter(({ trust }) => trust === 'sure'));
  const occupied = sure.map(({ start, end }) => [start, end] as const);
  const possible = apart(inText(all.filter(({ trust }) => trust === 'possible')), occupied);
  return [...sure, ...possible].sort((one, other) => one.start - other.start);
}

/** Without those that overlap an earlier one or one of `occupied`, which ascend. */
function apart(findings: WithheldCandidate[], occupied: readonly (readonly [number, number])[]): WithheldCandidate[] {
  const kept: WithheldCandidate[] = [];
  let next = 0;
  for (const finding of findings.sort((one, other) => one.start - other.start || other.end - one.end)) {
    while ((occupied[next]?.[1] ?? Number.POSITIVE_INFINITY) <= finding.start) next += 1;
    if ((occupied[next]?.[0] ?? Number.POSITIVE_INFINITY) < finding.end) continue;
    if (finding.start >= (kept.at(-1)?.end ?? 0)) kept.push(finding);
  }
  return kept;
}

const BETWEEN = /^\s*$/;
const BETWEEN_CODES = /^\s*[,;/&]?\s*$/;
/** UTF-16 units between two marks that may still be one. */
const APART_AT_MOST = 400;

/** Findings that touch each other, in text order. */
function* chainsOf(text: string, findings: readonly WithheldCandidate[]): Generator<WithheldCandidate[]> {
  let chain: WithheldCandidate[] = [];
  for (const finding of findings) {
    const last = chain.at(-1);
    if (last && !isTouching(text, last, finding)) {
      yield chain;
      chain = [];
    }
    chain.push(finding);
  }
  if (chain.length > 0) yield chain;
}

function isTouching(text: string, last: WithheldCandidate, next: WithheldCandidate): boolean {
  if (next.start - last.end > APART_AT_MOST) return false;
  // A possible code in brackets of its own (`[B1]`) is a chain of its own.
  if ([last, next].some(({ trust, family }) => trust === 'possible' && family === null)) return false;
  const between = text.slice(last.end, next.start);
  const areCodes = next.family !== null && last.code !== null;
  if (!(areCodes ? BETWEEN_CODES : BETWEEN).test(between)) return false;
  if (last.trust === next.trust || !between.includes('\n')) return true;
  // In the next line, a code that might be a paragraph's number or a grid square must have the line for itself.
  if (/\n[^\S\n]*\n/.test(between)) return false;
  const rest = text.slice(next.end, next.end + 40);
  return (
    next.trust === 'sure' ||
    next.family === 'order' ||
    next.family === 'act' ||
    /^[\s,;/&]*(?:\n|$|[(\dbB█[])/.test(rest)
  );
}

/** A sure mark vouches for the codes it touches; so do a section of an order and a letter for each other. */
function vouched(chain: readonly WithheldCandidate[]): boolean {
  if (chain.some(({ trust }) => trust === 'sure')) return true;
  const families = new Set(chain.map(({ family }) => family));
  return families.has('order') && families.has('letter');
}

/** Findings of one kind made one. What is possible stays apart when nothing vouches for it. */
function merged(chain: readonly WithheldCandidate[], isSure: boolean): WithheldCandidate[] {
  const made: WithheldCandidate[] = [];
  for (const finding of chain) {
    const last = made.at(-1);
    if (last?.kind === finding.kind) {
      const code = joinedCodes(last.code, finding.code);
      made[made.length - 1] = { ...last, end: finding.end, code, trust: isSure ? 'sure' : last.trust };
    } else made.push(finding);
  }
  return made;
}

/** Sure codes of one family in a text that vouch for the possible ones in its margins. */
const VOUCHING = 2;

/**
 * In a text that is stamped all over with codes of one family, what stands alone in a line or at its end, apart from the
 * words, is a stamp too: `B5` beside `B7(C)`, `(b)(1) The …` beside other `(b)(1)`.
 */
function marginsOf(
  text: string,
  findings: readonly WithheldCandidate[],
): (chain: readonly WithheldCandidate[]) => boolean {
  const counts = new Map<string, number>();
  for (const { trust, family } of findings) {
    if (trust === 'sure' && family) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const isStamped = (family: WithheldCandidate['family']) => family !== null && (counts.get(family) ?? 0) >= VOUCHING;
  return (chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last || !chain.every(({ family }) => isStamped(family))) return false;
    const before = text.slice(Math.max(0, first.start - 40), first.start);
    const after = text.slice(last.end, last.end + 40);
    const isHead = /(?:^|\n)[^\S\n]*$/.test(first.start <= 40 ? before : `x${before}`);
    const isFoot = /^[^\S\n]*(?:\n|$)/.test(after);
    return (isHead && isFoot) || (isFoot && /[^\S\n]{3,}$/.test(before)) || (isHead && /^[^\S\n]{3,}/.test(after));
  };
}
