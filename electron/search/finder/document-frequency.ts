/**
 * In how many sources a word stands as it is written, whatever its case: what tells a word from a slip. Every look-up is
 * bounded, and the service gets its turn between them.
 */
import type { SourceId } from '../../contract/index.js';
import type { Analyzer } from '../analysis/index.js';
import { exactTerm, type TermEntries } from '../engine/expand-terms.js';
import { BODY } from '../live/index-document.js';
import type { LiveIndex } from '../live/live-index.js';
import type { TermEntry } from '../segment/segment.js';

/** A word in so many sources is one, however many more there are. */
export const MAX_SOURCES = 20;
/** Documents of a term that are looked at for one of its forms: a form that is rarer than that among its like is rare. */
const MAX_DOCUMENTS = 500;
const TURN_MS = 8;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * @param current the index as it is now; asked again after every turn, since it may have changed.
 * @param except sources that do not count.
 * @returns at most `MAX_SOURCES` for each form; forms that stand in none are left out.
 */
export async function documentFrequencies(
  current: () => LiveIndex,
  analyzer: Analyzer,
  forms: readonly string[],
  except: ReadonlySet<SourceId>,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const standing = new Map<string, number>();
  let until = performance.now() + TURN_MS;
  for (const form of new Set(forms)) {
    if (performance.now() > until) {
      await nextTurn();
      signal.throwIfAborted();
      until = performance.now() + TURN_MS;
    }
    const count = sourcesOf(current(), analyzer, form, except);
    if (count > 0) standing.set(form, count);
  }
  return standing;
}

function sourcesOf(index: LiveIndex, analyzer: Analyzer, form: string, except: ReadonlySet<SourceId>): number {
  const exact = analyzer.exact(form);
  if (exact === '') return 0;
  const entries: TermEntries = new Map();
  for (const term of analyzer.queryTerms(form, index.languages)) exactTerm(index.list, term, entries);
  const found = new Set<string>();
  for (const own of entries.values()) {
    for (const entry of own) {
      addDocuments(entry, exact, except, found);
      if (found.size >= MAX_SOURCES) return MAX_SOURCES;
    }
  }
  return found.size;
}

function addDocuments(entry: TermEntry, exact: string, except: ReadonlySet<string>, found: Set<string>): void {
  const { segment } = entry;
  const field = entry.fields.get(BODY);
  if (!field) return;
  const forms = segment.forms(entry);
  const numbers = new Set(forms.flatMap(({ written }, at) => (written.toLowerCase() === exact ? at : [])));
  if (numbers.size === 0) return;
  const isEvery = numbers.size === forms.length;
  const postings = segment.postings(field);
  const positions = segment.positions(field, forms.length);
  for (let looked = 0; looked < MAX_DOCUMENTS && found.size < MAX_SOURCES && postings.next(); looked += 1) {
    if (!segment.isLive(postings.document)) continue;
    if (!isEvery && !positions.of(postings).forms.some((form) => numbers.has(form))) continue;
    const ref = segment.refOf(postings.document);
    if (!except.has(ref)) found.add(ref);
  }
}
