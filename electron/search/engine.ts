/**
 * The index itself, in the search worker: immutable lunr segments and one that grows. A document that changes is
 * entombed where it was and added anew; results never show an entombed one. Scores are lunr's, computed by segment.
 */
import type { Range, SearchMode } from '../contract/index.js';
import { type Field, lunr, newBuilder } from './lunr-setup.js';
import { planQuery, type QueryPlan } from './query-plan.js';

export interface IndexDocument {
  /** Unique for each state of a source: a change of the source changes it. */
  readonly ref: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}
export interface Ranked {
  readonly ref: string;
  readonly score: number;
}
interface Places {
  position?: [number, number][];
  index?: number[];
}
type MatchMetadata = Record<string, Partial<Record<Field, Places>>>;

interface Segment {
  readonly index: lunr.Index;
  readonly refs: Set<string>;
}

export class Engine {
  #segments: Segment[] = [];
  #builder = newBuilder();
  #growing = new Set<string>();
  #built: lunr.Index | null = null;
  #dead = new Set<string>();
  #last: { key: string; found: Map<string, MatchMetadata>; ranked: Ranked[]; plan: QueryPlan } | null = null;

  get growingCount(): number {
    return this.#growing.size;
  }

  load(json: string): string[] {
    const { refs, index } = JSON.parse(json) as { refs: string[]; index: object };
    this.#segments.push({ index: lunr.Index.load(index), refs: new Set(refs) });
    return refs;
  }

  add(documents: readonly IndexDocument[]): void {
    for (const document of documents) {
      this.#dead.delete(document.ref);
      this.#builder.add(document);
      this.#growing.add(document.ref);
    }
    this.#built = null;
    this.#last = null;
  }

  remove(refs: readonly string[]): void {
    for (const ref of refs) this.#dead.add(ref);
    this.#last = null;
  }

  /** Closes the growing segment. @returns its serialised form, or null when it held nothing. */
  seal(): { json: string; refs: string[] } | null {
    if (this.#growing.size === 0) return null;
    const refs = [...this.#growing];
    const index = this.#grown();
    this.#segments.push({ index, refs: this.#growing });
    this.#builder = newBuilder();
    this.#growing = new Set();
    this.#built = null;
    return { json: JSON.stringify({ refs, index }), refs };
  }

  /** Live documents that match, best first. @throws FondsError QUERY_SYNTAX. */
  query(line: string, mode: SearchMode): Ranked[] {
    return this.#find(line, mode).ranked;
  }

  /** Where the query's words stand in the body of each of these documents: UTF-16 ranges in order, merged. */
  places(line: string, mode: SearchMode, refs: readonly string[]): Range[][] {
    const { found, plan } = this.#find(line, mode);
    return refs.map((ref) => bodyRanges(found.get(ref), plan));
  }

  #find(line: string, mode: SearchMode) {
    const key = `${mode}\u0000${line}`;
    if (this.#last?.key === key) return this.#last;
    const plan = planQuery(line, mode);
    const found = new Map<string, MatchMetadata>();
    const ranked: Ranked[] = [];
    if (plan) {
      for (const { index } of this.#all()) {
        for (const result of index.query((query) => addClauses(query, plan))) {
          const metadata = result.matchData.metadata as MatchMetadata;
          if (this.#dead.has(result.ref) || !holdsPhrases(metadata, plan)) continue;
          found.set(result.ref, metadata);
          ranked.push({ ref: result.ref, score: result.score });
        }
      }
      ranked.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1));
    }
    this.#last = { key, found, ranked, plan: plan ?? { phrases: [], clauses: [] } };
    return this.#last;
  }

  #all(): Segment[] {
    if (this.#growing.size === 0) return this.#segments;
    return [...this.#segments, { index: this.#grown(), refs: this.#growing }];
  }

  #grown(): lunr.Index {
    this.#built ??= this.#builder.build();
    return this.#built;
  }
}

function addClauses(query: lunr.Query, plan: QueryPlan): void {
  for (const clause of plan.clauses) query.clause({ ...clause });
  for (const phrase of plan.phrases) {
    for (const term of phrase) {
      query.term(term, { usePipeline: false, presence: lunr.Query.presence.REQUIRED });
    }
  }
}

function holdsPhrases(metadata: MatchMetadata, plan: QueryPlan): boolean {
  return plan.phrases.every((phrase) =>
    (['body', 'title', 'description'] as const).some((field) => phraseStarts(metadata, phrase, field).length > 0),
  );
}

/** Token numbers at which the phrase begins in a field. */
function phraseStarts(metadata: MatchMetadata, phrase: readonly string[], field: Field): number[] {
  const numbers = phrase.map((term) => new Set(metadata[term]?.[field]?.index ?? []));
  return [...(numbers[0] ?? [])].filter((start) => numbers.every((set, offset) => set.has(start + offset)));
}

function bodyRanges(metadata: MatchMetadata | undefined, plan: QueryPlan): Range[] {
  if (!metadata) return [];
  const phraseOnly = new Set(plan.clauses.length === 0 ? plan.phrases.flat() : []);
  const ranges: Range[] = [];
  for (const [term, fields] of Object.entries(metadata)) {
    if (phraseOnly.has(term)) continue;
    for (const [start, length] of fields.body?.position ?? []) ranges.push([start, start + length]);
  }
  for (const phrase of plan.phrases) ranges.push(...phraseRanges(metadata, phrase));
  return merge(ranges);
}

/** A phrase is marked from its first word to its last, as one range. */
function phraseRanges(metadata: MatchMetadata, phrase: readonly string[]): Range[] {
  const place = (term: string, number: number): [number, number] | null => {
    const places = metadata[term]?.body;
    const at = places?.index?.indexOf(number) ?? -1;
    return places?.position?.[at] ?? null;
  };
  const ranges: Range[] = [];
  for (const start of phraseStarts(metadata, phrase, 'body')) {
    const first = place(phrase[0] ?? '', start);
    const last = place(phrase.at(-1) ?? '', start + phrase.length - 1);
    if (first && last) ranges.push([first[0], last[0] + last[1]]);
  }
  return ranges;
}

function merge(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Range[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
