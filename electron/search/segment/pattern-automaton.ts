/**
 * lunr's own picture of a wildcard or fuzzy word (`TokenSet.fromClause`), made deterministic as far as it is used, so
 * that a dictionary can be walked with it. Accepts exactly the words that lunr's `TokenSet.intersect` would.
 */
import { lunr } from '../lunr.js';
import type { WordPattern } from './word-pattern.js';

/** What the published types of lunr leave out. */
interface TokenSetNode {
  readonly id: number;
  readonly final: boolean;
  readonly edges: Readonly<Record<string, TokenSetNode>>;
}
interface FuzzyClause {
  readonly term: string;
  readonly editDistance?: number;
}

const LAST_UNIT = 0xffff;
/** A target that was not looked for yet. */
const UNKNOWN = -2;

/** Where a state leads. */
interface AutomatonState {
  readonly nodes: readonly TokenSetNode[];
  readonly isFinal: boolean;
  readonly isFinalOfFirst: boolean;
  /** Units that have edges of their own, rising. */
  readonly units: readonly number[];
  /** For each of the units where it leads, and behind them where all others do. */
  readonly targets: number[];
}

/**
 * Walked over a sorted dictionary by `TermDictionary.accepted`; a number is a state, · means that nothing leads on. The
 * word `cat` with one edit, over ten words:
 *
 *     bat    0 ─b→ 1 ─a→ 2 ─t→ 3            accepted: 3 is final (a letter replaced)
 *     bet          1 ─e→ ·                  after(1, e) = -1, after(0, b) = c: go on at the first word from `c`
 *     cart   0 ─c→ 4 ─a→ 5 ─r→ 6 ─t→ 7      accepted (a letter inserted)
 *     cast               5 ─s→ 6 ─t→ 7      accepted: the states of the shared `ca` are kept
 *     cat                5 ─t→ 8            accepted (as it is)
 *     cats                     8 ─s→ 9      accepted (a letter appended)
 *     chat         4 ─h→ 10 ─a→ 11 ─t→ 12   accepted (a letter inserted)
 *     cot          4 ─o→ 10 ─t→ 13          accepted: after an edit that may be either, any letter leads to 10
 *     cup          4 ─u→ 10 ─p→ ·           after(10, p) = t: `cut` could be accepted, words before it are passed over
 *     dog    0 ─d→ 1 ─o→ ·                  after(0, d) = e: no word follows
 */
export class PatternAutomaton implements WordPattern {
  readonly start: number;
  readonly #known = new Map<string, number>();
  readonly #states: AutomatonState[] = [];
  /** The first clause has the nodes with smaller ids. */
  readonly #firstEnd: number;

  /** @param others clauses whose words are accepted too, in one walk with those of the first. */
  constructor(clause: FuzzyClause, ...others: FuzzyClause[]) {
    const { TokenSet } = lunr as unknown as {
      TokenSet: { _nextId: number; fromClause(clause: FuzzyClause): TokenSetNode };
    };
    const first = TokenSet.fromClause(clause);
    // lunr numbers its nodes in the order in which it makes them.
    this.#firstEnd = TokenSet._nextId;
    this.start = this.#state([first, ...others.map((other) => TokenSet.fromClause(other))]);
  }

  isFinal(state: number): boolean {
    return (this.#states[state] as AutomatonState).isFinal;
  }

  /** Whether the first clause alone accepts what ends in this state. */
  isFinalOfFirst(state: number): boolean {
    return (this.#states[state] as AutomatonState).isFinalOfFirst;
  }

  /** @param unit UTF-16 code unit, as lunr steps. */
  step(state: number, unit: number): number {
    const { units, targets } = this.#states[state] as AutomatonState;
    let at = 0;
    while (at < units.length && units[at] !== unit) at++;
    if (targets[at] === UNKNOWN) targets[at] = this.#follow(state, at < units.length ? String.fromCharCode(unit) : '*');
    return targets[at] as number;
  }

  /** @returns the least unit after `unit` that leads on from a state, -1 when none does. */
  after(state: number, unit: number): number {
    const { units, targets } = this.#states[state] as AutomatonState;
    if (targets[units.length] !== -1) return unit < LAST_UNIT ? unit + 1 : -1;
    for (const next of units) if (next > unit) return next;
    return -1;
  }

  accepts(word: string): boolean {
    let state = this.start;
    for (let at = 0; at < word.length && state >= 0; at++) state = this.step(state, word.charCodeAt(at));
    return state >= 0 && word.length > 0 && this.isFinal(state);
  }

  #follow(state: number, letter: string): number {
    // Few at a time: a list is quicker than a set.
    const next: TokenSetNode[] = [];
    for (const { edges } of (this.#states[state] as AutomatonState).nodes) {
      const exact = edges[letter];
      const any = edges['*'];
      if (exact && !next.includes(exact)) next.push(exact);
      if (any && !next.includes(any)) next.push(any);
    }
    return next.length === 0 ? -1 : this.#state(next);
  }

  #state(nodes: TokenSetNode[]): number {
    if (nodes.length > 1) nodes.sort((a, b) => a.id - b.id);
    let key = '';
    for (const { id } of nodes) key += `${id},`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#known.set(key, number);
    const units: number[] = [];
    const targets: number[] = [];
    let other = -1;
    let isFinal = false;
    let isFinalOfFirst = false;
    for (const { id, final, edges } of nodes) {
      isFinal ||= final;
      isFinalOfFirst ||= final && id < this.#firstEnd;
      for (const label in edges) {
        const unit = label.charCodeAt(0);
        if (label === '*') other = UNKNOWN;
        else if (!units.includes(unit)) {
          units.push(unit);
          targets.push(UNKNOWN);
        }
      }
    }
    units.sort((a, b) => a - b);
    targets.push(other);
    this.#states.push({ nodes, isFinal, isFinalOfFirst, units, targets });
    return number;
  }
}
