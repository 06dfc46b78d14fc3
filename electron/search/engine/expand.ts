/** From a word to the terms of the index: exactly, by prefix, by wildcards, by edit distance. */
import { Automaton } from '../segment/automaton.js';
import type { TermEntry } from '../segment/segment.js';
import type { SegmentList } from './segment-list.js';

/** Terms with their entries in each segment. */
export type Entries = Map<string, TermEntry[]>;

/** Where a wildcard or fuzzy word looks: `stems` as lunr does, `forms` also among words as they were before stemming. */
export type Reach = 'stems' | 'forms';

function note(entries: Entries, term: string, entry: TermEntry): void {
  const known = entries.get(term);
  if (!known) entries.set(term, [entry]);
  // A stem may be reached by several of its forms.
  else if (!known.some(({ segment, ordinal }) => segment === entry.segment && ordinal === entry.ordinal))
    known.push(entry);
}

export function exactTerm(list: SegmentList, term: string, entries: Entries): void {
  if (term === '') return;
  for (const segment of list.segments) {
    const ordinal = segment.terms.find(term);
    if (ordinal >= 0) note(entries, term, segment.entry(ordinal));
  }
}

/**
 * Terms that lunr's pattern for the clause accepts. `*` stands for any letters; with an edit distance lunr takes it
 * literally.
 */
export function patternTerms(
  list: SegmentList,
  clause: { term: string; editDistance?: number },
  reach: Reach,
  entries: Entries,
): void {
  const { term, editDistance } = clause;
  if (term === '') return;
  const star = term.indexOf('*');
  if (editDistance === undefined && star < 0) {
    exactTerm(list, term, entries);
    return;
  }
  const isPrefix = editDistance === undefined && star === term.length - 1 && star > 0;
  const automaton = isPrefix ? null : new Automaton(clause);
  for (const segment of list.segments) {
    const found = (ordinal: number, word: string) => note(entries, word, segment.entry(ordinal));
    const stem = (surface: number) => {
      for (const ordinal of segment.stemsOf(surface))
        note(entries, segment.terms.word(ordinal), segment.entry(ordinal));
    };
    if (automaton) {
      segment.terms.accepted(automaton, (word, ordinal) => found(ordinal, word));
      if (reach === 'forms') segment.surfaces.accepted(automaton, (_, surface) => stem(surface));
    } else {
      const prefix = term.slice(0, -1);
      segment.terms.withPrefix(prefix, (word, ordinal) => found(ordinal, word));
      if (reach === 'forms') segment.surfaces.withPrefix(prefix, (_, surface) => stem(surface));
    }
  }
}
