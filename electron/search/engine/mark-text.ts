/** Marks in a text what a query found in it. The text is analysed again: the index keeps positions, not offsets. */
import { assertNever, type Range } from '../../contract/index.js';
import { type AnalyzedToken, type Analyzer, type Certainty, clusterEnd, isOneUnspaced } from '../analysis/index.js';
import type { PhraseNode, QueryNode, WordNode } from '../query/ast.js';
import type { ArchiveLexicon, ResolvedPhraseWord, ResolvedWord } from './archive-lexicon.js';
import { distancesOf } from './phrase-reader.js';
import { compoundSpans, nearPairs, type PositionSpan } from './position-spans.js';

/** A token of the text that one of the query's words stands for, or a compound of several. */
interface MatchedPosition {
  readonly first: number;
  /** Its last number, the first unless it is a compound. */
  readonly last: number;
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
  const places = findPositions(text, language, [...wanted.meanings], analyzer);
  const at = (meaning: ResolvedWord): readonly MatchedPosition[] => places.get(meaning) ?? [];
  const ranges: Range[] = [];
  for (const meaning of wanted.words) for (const { start, end } of at(meaning)) ranges.push([start, end]);
  const spans = (phrase: MarkedPhrase) => rangesOf(phrase, at);
  for (const phrase of wanted.phrases) ranges.push(...spans(phrase).map(({ range }) => range));
  for (const { left, right, distance } of wanted.nears) {
    const [a, b] = [spans(left), spans(right)];
    const pairs = nearPairs(
      a.map(({ span }) => span),
      b.map(({ span }) => span),
      distance,
    );
    const paired = new Set<PositionSpan>(pairs.flat());
    ranges.push(...[...a, ...b].filter(({ span }) => paired.has(span)).map(({ range }) => range));
  }
  return merged(ranges);
}

interface MarkedPhrase {
  readonly words: readonly ResolvedPhraseWord[];
  readonly slop: number;
}
interface MatchTargets {
  readonly words: Set<ResolvedWord>;
  readonly phrases: MarkedPhrase[];
  readonly nears: { left: MarkedPhrase; right: MarkedPhrase; distance: number }[];
  readonly meanings: Set<ResolvedWord>;
}

/** What of a query can stand in a text: not what is negated, nor what belongs to another field. */
function collect(root: QueryNode, lexicon: ArchiveLexicon): MatchTargets {
  const wanted: MatchTargets = { words: new Set(), phrases: [], nears: [], meanings: new Set() };
  const inText = ({ field }: WordNode | PhraseNode) => field === null || field === 'body';
  const phraseOf = (node: WordNode | PhraseNode): MarkedPhrase => {
    const words: readonly ResolvedPhraseWord[] =
      node.kind === 'word'
        ? [{ whole: lexicon.meaning(node), parts: null, offset: 0, positionLength: 1 }]
        : lexicon.phraseMeanings(node);
    for (const { whole, parts } of words) {
      if (whole) wanted.meanings.add(whole);
      for (const { meaning } of parts ?? []) wanted.meanings.add(meaning);
    }
    return { words, slop: node.kind === 'word' ? 0 : node.slop };
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

function findPositions(
  text: string,
  { language, certainty }: TextLanguage,
  meanings: readonly ResolvedWord[],
  analyzer: Analyzer,
): Map<ResolvedWord, MatchedPosition[]> {
  const byTerm = new Map<string, ResolvedWord[]>();
  for (const meaning of meanings) {
    for (const { term, languages } of meaning.terms) {
      if (languages && certainty === 'certain' && !languages.has(language)) continue;
      byTerm.set(term, [...(byTerm.get(term) ?? []), meaning]);
    }
  }
  const places = new Map<ResolvedWord, MatchedPosition[]>();
  if (byTerm.size === 0) return places;
  analyzer.analyze(text, language, (word, index, start, end) => {
    for (const meaning of byTerm.get(word.term) ?? []) {
      if (meaning.counts && !meaning.counts(word.exact)) continue;
      const place = {
        first: index,
        last: index + word.positionLength - 1,
        start,
        end: typedEnd(meaning, word, start, end),
      };
      const known = places.get(meaning);
      if (known) known.push(place);
      else places.set(meaning, [place]);
    }
  });
  return places;

  /** Where what was typed ends: a token may hold more, the character behind a single one, or the s of the possessive. */
  function typedEnd({ typed, counts }: ResolvedWord, { exact }: AnalyzedToken, start: number, end: number): number {
    if (isOneUnspaced(typed)) return clusterEnd(text, start);
    return counts !== null && exact === `${analyzer.exact(typed)}'s` ? end - 2 : end;
  }
}

function rangesOf(
  { words, slop }: MarkedPhrase,
  at: (meaning: ResolvedWord) => readonly MatchedPosition[],
): { span: PositionSpan; range: Range }[] {
  const lists = words.map(({ whole, parts }) => {
    const places = whole ? at(whole) : [];
    if (!parts) return places;
    const lists = parts.map(({ meaning }) => at(meaning));
    return [...places, ...rowsOf(lists, distancesOf(parts), 0)].sort((a, b) => a.first - b.first || a.last - b.last);
  });
  return rowsOf(lists, distancesOf(words), slop).map(({ first, last, start, end }) => ({
    span: [first, last],
    range: [start, Math.max(start, end)],
  }));
}

/** Positions of the words one behind another. */
function rowsOf(
  lists: readonly (readonly MatchedPosition[])[],
  distances: readonly number[],
  slop: number,
): MatchedPosition[] {
  const spans = lists.map((list) => list.map(({ first, last }): PositionSpan => [first, last]));
  const starts = new Map<number, number>();
  for (const { first, start } of lists[0] ?? []) starts.set(first, Math.min(starts.get(first) ?? start, start));
  const ends = new Map<number, number>();
  for (const { last, end } of lists.at(-1) ?? []) ends.set(last, Math.max(ends.get(last) ?? end, end));
  return compoundSpans(spans, distances, slop).map(([first, last]) => {
    const start = starts.get(first) ?? 0;
    return { first, last, start, end: ends.get(last) ?? start };
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
