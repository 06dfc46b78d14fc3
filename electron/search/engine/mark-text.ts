/** Marks in a text what a query found in it. The text is analysed anew: the index keeps numbers of words, not places. */
import { assertNever, type Range } from '../../contract/index.js';
import type { Analyzer, Certainty } from '../analysis/index.js';
import type { PhraseNode, QueryNode, WordNode } from '../query/ast.js';
import type { ArchiveLexicon, Meaning } from './archive-lexicon.js';
import { nearPairs, phraseStretches, type Stretch } from './place-rules.js';

/** A token of the text that one of the query's words stands for. */
interface Place {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The language a text is read in, and whether that is sure. */
export interface TextLanguage {
  readonly language: string;
  readonly certainty: Certainty;
}

/** @returns ranges of the text, in order, apart. */
export function markText(
  text: string,
  language: TextLanguage,
  node: QueryNode,
  lexicon: ArchiveLexicon,
  analyzer: Analyzer,
): Range[] {
  const wanted = collect(node, lexicon);
  const places = findPlaces(text, language, [...wanted.meanings], analyzer);
  const at = (meaning: Meaning): readonly Place[] => places.get(meaning) ?? [];
  const ranges: Range[] = [];
  for (const meaning of wanted.words) for (const { start, end } of at(meaning)) ranges.push([start, end]);
  const stretches = (phrase: Phrase) => stretchesOf(phrase, at);
  for (const phrase of wanted.phrases) ranges.push(...stretches(phrase).map(({ range }) => range));
  for (const { left, right, distance } of wanted.nears) {
    const [a, b] = [stretches(left), stretches(right)];
    const pairs = nearPairs(
      a.map(({ stretch }) => stretch),
      b.map(({ stretch }) => stretch),
      distance,
    );
    const taken = new Set<Stretch>(pairs.flat());
    ranges.push(...[...a, ...b].filter(({ stretch }) => taken.has(stretch)).map(({ range }) => range));
  }
  return merged(ranges);
}

interface Phrase {
  readonly meanings: readonly Meaning[];
  readonly offsets: readonly number[];
  readonly slop: number;
}
interface Wanted {
  readonly words: Set<Meaning>;
  readonly phrases: Phrase[];
  readonly nears: { left: Phrase; right: Phrase; distance: number }[];
  readonly meanings: Set<Meaning>;
}

/** What of a query can stand in a text: not what is negated, nor what belongs to another field. */
function collect(root: QueryNode, lexicon: ArchiveLexicon): Wanted {
  const wanted: Wanted = { words: new Set(), phrases: [], nears: [], meanings: new Set() };
  const inText = ({ field }: WordNode | PhraseNode) => field === null || field === 'body';
  const phraseOf = (node: WordNode | PhraseNode): Phrase => {
    const meanings = node.kind === 'word' ? [lexicon.meaning(node)] : lexicon.phraseMeanings(node);
    for (const meaning of meanings) wanted.meanings.add(meaning);
    const words = node.kind === 'word' ? [{ offset: 0 }] : (lexicon.phrase(node)?.words ?? []);
    return {
      meanings,
      offsets: words.map(({ offset }) => offset),
      slop: node.kind === 'word' ? 0 : node.slop,
    };
  };
  const visit = (node: QueryNode): void => {
    switch (node.kind) {
      case 'word':
        // Marks on every “the” would hide what was looked for.
        if (!inText(node) || (root.kind !== 'word' && lexicon.isPassedOver(node))) return;
        wanted.words.add(lexicon.meaning(node));
        wanted.meanings.add(lexicon.meaning(node));
        return;
      case 'phrase':
        if (inText(node)) wanted.phrases.push(phraseOf(node));
        return;
      case 'near':
        if (inText(node.left) && inText(node.right)) {
          wanted.nears.push({ left: phraseOf(node.left), right: phraseOf(node.right), distance: node.distance });
        }
        return;
      case 'and':
      case 'or':
        for (const part of node.parts) visit(part);
        return;
      case 'list':
        for (const { presence, node: part } of node.clauses) if (presence !== 'prohibited') visit(part);
        return;
      case 'filter':
      case 'not':
        return;
      default:
        assertNever(node);
    }
  };
  visit(root);
  return wanted;
}

function findPlaces(
  text: string,
  { language, certainty }: TextLanguage,
  meanings: readonly Meaning[],
  analyzer: Analyzer,
): Map<Meaning, Place[]> {
  const byTerm = new Map<string, Meaning[]>();
  for (const meaning of meanings) {
    for (const { term, languages } of meaning.terms) {
      if (languages && certainty === 'certain' && !languages.has(language)) continue;
      byTerm.set(term, [...(byTerm.get(term) ?? []), meaning]);
    }
  }
  const places = new Map<Meaning, Place[]>();
  if (byTerm.size === 0) return places;
  analyzer.analyze(text, language, (word, index, start, end) => {
    for (const meaning of byTerm.get(word.term) ?? []) {
      if (meaning.counts && !meaning.counts(word.exact)) continue;
      const known = places.get(meaning);
      if (known) known.push({ index, start, end });
      else places.set(meaning, [{ index, start, end }]);
    }
  });
  return places;
}

function stretchesOf(
  { meanings, offsets, slop }: Phrase,
  at: (meaning: Meaning) => readonly Place[],
): { stretch: Stretch; range: Range }[] {
  const lists = meanings.map(at);
  const numbers = lists.map((list) => [...new Set(list.map(({ index }) => index))]);
  const first = new Map(lists[0]?.map((place) => [place.index, place]));
  const last = new Map(lists.at(-1)?.map((place) => [place.index, place]));
  return phraseStretches(numbers, offsets, slop).map((stretch) => {
    const start = first.get(stretch[0])?.start ?? 0;
    return { stretch, range: [start, Math.max(start, last.get(stretch[1])?.end ?? start)] };
  });
}

function merged(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const apart: Range[] = [];
  for (const [start, end] of ranges) {
    const last = apart.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
