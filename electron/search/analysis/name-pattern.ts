/**
 * All folded writings of skeletons (slavic-names.ts) as one pattern a dictionary of stems can be walked with. It accepts
 * more than the writings: each system's letters in any mixture, stems that lost an ending, and words with an ending more;
 * `isWritingOf` then looks at the forms that a stem holds.
 */

import type { WordPattern } from '../segment/word-pattern.js';

/** How the letters of a skeleton are written, folded: by the systems in Latin letters, and by electron/text in Cyrillic. */
const WRITINGS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v w f ff',
  г: 'g gu h',
  д: 'd',
  е: 'e ye ie je o yo io jo',
  ж: 'zh z j sch sh',
  з: 'z s',
  и: ' i y j ii iy ij yi yy yj ji',
  к: 'k c',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's ss',
  т: 't',
  у: 'u ou',
  ф: 'f ph',
  х: 'h kh ch x g',
  ц: 'c ts tz z',
  ч: 'c ch tch tsch',
  ш: 's sh ch sch',
  щ: 's sc shch sch schtsch chtch shtch sht st',
};
/** A stem may lack so many letters of a skeleton: to Russian the -ов of Жуков is a case. */
const LOST_LETTERS = 2;
/** In languages without a stemmer a stem is the whole word, with its case. */
const MAX_MORE = 3;
const APOSTROPHE = "'".charCodeAt(0);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

interface PatternNode {
  readonly edges: Map<number, PatternNode[]>;
  /** Reached without a letter. */
  readonly free: PatternNode[];
  readonly id: number;
  isFinal: boolean;
}

interface PatternState {
  readonly nodes: readonly PatternNode[];
  readonly isFinal: boolean;
  /** Units that lead on, rising, with where. */
  readonly units: readonly number[];
  readonly targets: Map<number, number>;
}

export class NamePattern implements WordPattern {
  readonly start: number;
  readonly #states: PatternState[] = [];
  readonly #known = new Map<string, number>();
  #nodes = 0;

  constructor(skeletons: Iterable<string>) {
    const first = this.#node();
    const end = this.#endings();
    for (const skeleton of skeletons) this.#add([...skeleton], first, end);
    this.start = this.#state([first]);
  }

  isFinal(state: number): boolean {
    return (this.#states[state] as PatternState).isFinal;
  }

  step(state: number, unit: number): number {
    const { nodes, units, targets } = this.#states[state] as PatternState;
    const known = targets.get(unit);
    if (known !== undefined) return known;
    const next = units.includes(unit) ? this.#state(nodes.flatMap(({ edges }) => edges.get(unit) ?? [])) : -1;
    targets.set(unit, next);
    return next;
  }

  after(state: number, unit: number): number {
    return (this.#states[state] as PatternState).units.find((next) => next > unit) ?? -1;
  }

  #node(): PatternNode {
    return { edges: new Map(), free: [], id: this.#nodes++, isFinal: false };
  }

  #edge(from: PatternNode, unit: number, to: PatternNode): void {
    from.edges.set(unit, [...(from.edges.get(unit) ?? []), to]);
  }

  #path(from: PatternNode, letters: string, to: PatternNode): void {
    if (letters === '') from.free.push(to);
    let at = from;
    for (let index = 0; index < letters.length; index++) {
      const next = index === letters.length - 1 ? to : this.#node();
      this.#edge(at, letters.charCodeAt(index), next);
      at = next;
    }
  }

  #endings(): PatternNode {
    const first = this.#node();
    let at = first;
    for (let more = 0; more <= MAX_MORE; more++) {
      at.isFinal = true;
      if (more === MAX_MORE) break;
      const next = this.#node();
      for (const letter of ALPHABET) this.#edge(at, letter.charCodeAt(0), next);
      at = next;
    }
    return first;
  }

  #add(letters: readonly string[], first: PatternNode, end: PatternNode): void {
    const places = [first, ...letters.slice(1).map(() => this.#node()), end];
    for (const [at, letter] of letters.entries()) {
      const [from, to] = [places[at] as PatternNode, places[at + 1] as PatternNode];
      for (const writing of (WRITINGS[letter] ?? '').split(' ')) this.#path(from, writing, to);
      if (letter === 'к' && letters[at + 1] === 'с') this.#path(from, 'x', places[at + 2] as PatternNode);
      if (at > 0) this.#edge(from, APOSTROPHE, from);
      from.isFinal ||= at >= letters.length - LOST_LETTERS;
    }
  }

  #state(nodes: readonly PatternNode[]): number {
    const all = new Set(nodes);
    for (const { free } of all) for (const next of free) all.add(next);
    const sorted = [...all].sort((a, b) => a.id - b.id);
    const key = sorted.map(({ id }) => id).join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#known.set(key, number);
    const units = [...new Set(sorted.flatMap(({ edges }) => [...edges.keys()]))].sort((a, b) => a - b);
    this.#states.push({
      nodes: sorted,
      isFinal: sorted.some(({ isFinal }) => isFinal),
      units,
      targets: new Map(),
    });
    return number;
  }
}
