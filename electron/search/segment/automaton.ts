/**
 * lunr's own picture of a wildcard or fuzzy word (`TokenSet.fromClause`), made deterministic as far as it is used, so
 * that a dictionary can be walked with it. Accepts exactly the words that lunr's `TokenSet.intersect` would.
 */
import { lunr } from '../lunr.js';

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

/** A state is a number; -1 leads nowhere. */
export class Automaton {
  readonly start: number;
  readonly #known = new Map<string, number>();
  readonly #nodes: TokenSetNode[][] = [];
  readonly #final: boolean[] = [];
  /** For each state where its units lead; 0: not looked at yet, else the state plus 2, so that -1 is 1. */
  readonly #ascii: Int32Array[] = [];
  readonly #others: Map<number, number>[] = [];

  constructor(clause: FuzzyClause) {
    const { TokenSet } = lunr as unknown as { TokenSet: { fromClause(clause: FuzzyClause): TokenSetNode } };
    this.start = this.#state([TokenSet.fromClause(clause)]);
  }

  isFinal(state: number): boolean {
    return this.#final[state] === true;
  }

  /** @param unit UTF-16 code unit, as lunr steps. */
  step(state: number, unit: number): number {
    if (unit < 128) {
      const steps = this.#ascii[state] as Int32Array;
      if (steps[unit] === 0) steps[unit] = this.#follow(state, unit) + 2;
      return (steps[unit] as number) - 2;
    }
    const steps = this.#others[state] as Map<number, number>;
    const known = steps.get(unit);
    if (known !== undefined) return known;
    const target = this.#follow(state, unit);
    steps.set(unit, target);
    return target;
  }

  #follow(state: number, unit: number): number {
    const letter = String.fromCharCode(unit);
    const next = new Set<TokenSetNode>();
    for (const { edges } of this.#nodes[state] as TokenSetNode[]) {
      const exact = edges[letter];
      const any = edges['*'];
      if (exact) next.add(exact);
      if (any) next.add(any);
    }
    return next.size === 0 ? -1 : this.#state([...next]);
  }

  accepts(word: string): boolean {
    let state = this.start;
    for (let at = 0; at < word.length && state >= 0; at++) state = this.step(state, word.charCodeAt(at));
    return state >= 0 && word.length > 0 && this.isFinal(state);
  }

  #state(nodes: TokenSetNode[]): number {
    const key = nodes
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const state = this.#nodes.length;
    this.#known.set(key, state);
    this.#nodes.push(nodes);
    this.#final.push(nodes.some(({ final }) => final));
    this.#ascii.push(new Int32Array(128));
    this.#others.push(new Map());
    return state;
  }
}
