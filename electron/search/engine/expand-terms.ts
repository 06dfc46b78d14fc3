/** From a word to the terms of the index: exactly, by prefix, by wildcards, by edit distance. */
import type { AlternateSpelling } from '../analysis/index.js';
import { PatternAutomaton } from '../segment/pattern-automaton.js';
import { startingWith } from '../segment/prefix-filter.js';
import type { TermEntry } from '../segment/segment.js';
import type { SegmentList } from './segment-list.js';

/** Terms with their entries in each segment. */
export type TermEntries = Map<string, TermEntry[]>;

/** Where a wildcard or fuzzy word looks: `stems` as lunr does, `forms` also among words as they were before stemming. */
export type ExpansionScope = 'stems' | 'forms';

function addEntry(entries: TermEntries, term: string, entry: TermEntry): void {
  const known = entries.get(term);
  if (!known) entries.set(term, [entry]);
  // A stem may be reached by several of its forms.
  else if (!known.some(({ segment, ordinal }) => segment === entry.segment && ordinal === entry.ordinal))
    known.push(entry);
}

export function exactTerm(list: SegmentList, term: string, entries: TermEntries): void {
  if (term === '') return;
  for (const segment of list.segments) {
    const ordinal = segment.terms.find(term);
    if (ordinal >= 0) addEntry(entries, term, segment.entry(ordinal));
  }
}

/** Terms that are written, at one position at least, as another spelling of the typed word. Those known before stay out. */
export function spelledTerms(
  list: SegmentList,
  { terms, pattern, isSpelling }: AlternateSpelling,
  entries: TermEntries,
): void {
  const candidates = new Set(terms);
  for (const segment of list.segments) {
    if (pattern) segment.terms.accepted(pattern, (word) => candidates.add(word));
  }
  for (const term of candidates) {
    if (entries.has(term)) continue;
    const found: TermEntries = new Map();
    exactTerm(list, term, found);
    const own = found.get(term) ?? [];
    const isSpelt = own.some((entry) =>
      entry.segment.forms(entry).some(({ written, count }) => count > 0 && isSpelling(written)),
    );
    if (isSpelt) entries.set(term, own);
  }
}

/** A word as lunr's patterns have it. */
export interface WordClause {
  readonly term: string;
  readonly editDistance?: number;
  /** Whether edits may be in the first letter, too; when left out, they may. */
  readonly firstLetter?: 'kept' | 'any';
}

/**
 * Terms that lunr's pattern for the clause accepts. `*` stands for any letters; with an edit distance lunr takes it
 * literally.
 * @param stems other words of the same edit distance, which are compared with stems only.
 */
export function patternTerms(
  list: SegmentList,
  clause: WordClause,
  reach: ExpansionScope,
  entries: TermEntries,
  stems: readonly string[] = [],
): void {
  const { term, editDistance, firstLetter } = clause;
  if (term === '') return;
  const star = term.indexOf('*');
  if (editDistance === undefined && star < 0) {
    exactTerm(list, term, entries);
    return;
  }
  const isPrefix = editDistance === undefined && star === term.length - 1 && star > 0;
  const automaton = isPrefix ? null : new PatternAutomaton(clause, ...stems.map((stem) => ({ ...clause, term: stem })));
  const walked = automaton && firstLetter === 'kept' ? startingWith(automaton, term.charCodeAt(0)) : automaton;
  const prefix = term.slice(0, -1);
  for (const segment of list.segments) {
    const found = new Map<number, string>();
    const visit = (word: string, ordinal: number) => found.set(ordinal, word);
    if (walked) segment.terms.accepted(walked, visit);
    else segment.terms.withPrefix(prefix, visit);
    if (reach === 'forms') {
      const visitStems = (surface: number) => {
        for (const ordinal of segment.stemsOf(surface)) {
          if (!found.has(ordinal)) found.set(ordinal, segment.terms.word(ordinal));
        }
      };
      if (automaton && walked) {
        segment.surfaces.accepted(walked, (_, surface, state) => {
          if (automaton.isFinalOfFirst(state)) visitStems(surface);
        });
      } else segment.surfaces.withPrefix(prefix, (_, surface) => visitStems(surface));
    }
    for (const [ordinal, word] of found) addEntry(entries, word, segment.entry(ordinal));
  }
}
